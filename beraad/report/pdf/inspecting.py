"""Inspecting a PDF: what its structure, fonts and properties are (ISO 14289-1, ISO 19005-2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf
from pikepdf.settings import set_qpdf_limits

from beraad.report.inspecting.limits import (
    DEEPEST,
    LARGEST_STREAM,
    MOST_OBJECTS,
    MOST_PAGES,
    TooMuch,
    joined,
    within,
)
from beraad.report.inspecting.model import Check, Inspection, absent, counted, spoken
from beraad.report.pdf.opened import opened_pdf
from beraad.report.pdf.reading import drawn
from beraad.report.pdf.written import written

_HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")
_MARKS_AND_TEXT = "BDC BMC EMC Tj TJ ' \""
_ACTIVE = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/URI", "/GoToR")


def bound_library() -> None:
    """Let the library refuse what unpacks too large; holds for the whole process."""
    set_qpdf_limits(
        doc_max_warnings=100,
        parser_max_nesting=DEEPEST,
        parser_max_container_size=MOST_OBJECTS,
        dct_max_memory=LARGEST_STREAM,
        dct_max_progressive_scans=50,
        flate_max_memory=LARGEST_STREAM,
        png_max_memory=LARGEST_STREAM,
        run_length_max_memory=LARGEST_STREAM,
        tiff_max_memory=LARGEST_STREAM,
    )


def inspect_pdf(data: bytes) -> Inspection:
    """Inspect a PDF; raises ValueError when `data` is none, and TooMuch when it asks too much."""
    opened = opened_pdf(data)
    try:
        return _inspected(opened)
    except pikepdf.PdfError as error:
        raise TooMuch("een onderdeel is beschadigd, of wordt uitgepakt veel te groot") from error


def _inspected(opened: Pdf) -> Inspection:
    with opened as pdf:
        within(len(pdf.objects), MOST_OBJECTS, "objecten")
        within(len(pdf.pages), MOST_PAGES, "pagina’s")
        kinds = Counter(str(element.S) for element in _elements(pdf))
        xmp = pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else ""
        checks = (
            _tagged(pdf, kinds),
            _tables(pdf, kinds),
            Check("Norm", *_norm(xmp)),
            _language(pdf),
            _title(pdf),
            _fonts(pdf),
            absent("Maker en sporen", _makers(pdf, xmp)),
            absent("Bijlagen, scripts en verwijzingen naar buiten", tuple(_active(pdf))),
        )
        told = [str(value) for value in pdf.docinfo.values()]
        return Inspection(checks, joined(chain(map(drawn, pdf.pages), told, written(pdf))))


def _elements(pdf: Pdf) -> Iterator[Dictionary]:
    for found in pdf.objects:
        if isinstance(found, Dictionary) and found.get("/Type") == Name.StructElem:
            yield found


def _tagged(pdf: Pdf, kinds: Counter[str]) -> Check:
    marked = bool(pdf.Root.get("/MarkInfo", Dictionary()).get("/Marked", False))
    bare = sum(_bare(page) for page in pdf.pages)
    headings = sum(kinds[kind] for kind in _HEADINGS)
    holds = marked and "/StructTreeRoot" in pdf.Root and not bare and headings > 0
    told = f"{counted(headings, 'kop', 'koppen')} en {counted(kinds['/P'], 'alinea', 'alinea’s')}"
    return Check("Tags voor wie luistert", holds, told if holds else "niet alles heeft een tag")


def _bare(page: pikepdf.Page) -> int:
    """How often text is drawn on a page without a mark that says what it is."""
    depth = bare = 0
    for _, operator in pikepdf.parse_content_stream(page, _MARKS_AND_TEXT):
        match str(operator):
            case "BDC" | "BMC":
                depth += 1
            case "EMC":
                depth -= 1
            case "Tj" | "TJ" | "'" | '"':
                bare += depth == 0
            case _:
                pass
    return bare


def _tables(pdf: Pdf, kinds: Counter[str]) -> Check:
    heads = [element for element in _elements(pdf) if element.S == Name.TH]
    scoped = sum("/Scope" in _attributes(head) for head in heads)
    holds = scoped == len(heads) and (bool(heads) or not kinds["/Table"])
    told = counted(kinds["/Table"], "tabel", "tabellen")
    return Check("Tabellen", holds, f"{told}, {'elk' if holds else 'niet elk'} vak met zijn kop")


def _attributes(element: Dictionary) -> Dictionary:
    found = element.get("/A", Dictionary())
    return found if isinstance(found, Dictionary) else Dictionary()


def _norm(xmp: str) -> tuple[bool, str]:
    said: list[str] = []
    if "<pdfuaid:part>1<" in xmp:
        said.append("PDF/UA-1")
    if "<pdfaid:part>2<" in xmp and "<pdfaid:conformance>A<" in xmp:
        said.append("PDF/A-2a")
    return len(said) == len(("UA", "A")), f"zegt te voldoen aan {' en '.join(said) or 'niets'}"


def _language(pdf: Pdf) -> Check:
    return spoken([str(pdf.Root.get("/Lang", ""))])


def _title(pdf: Pdf) -> Check:
    shown = bool(pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False))
    holds = shown and bool(str(pdf.docinfo.get("/Title", "")).strip())
    return Check("Titel", holds, "wordt getoond" if holds else "wordt niet getoond")


def _fonts(pdf: Pdf) -> Check:
    fonts = {
        font.objgen: font
        for page in pdf.pages
        for font in page.resources.get("/Font", Dictionary()).values()
    }
    whole = [font for font in fonts.values() if _is_embedded(font) and "/ToUnicode" in font]
    told = counted(len(fonts), "lettertype", "lettertypen")
    holds = bool(fonts) and len(whole) == len(fonts)
    return Check("Lettertypen", holds, f"{told}, {'alle' if holds else 'niet alle'} ingebed")


def _is_embedded(font: Object) -> bool:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", Dictionary())
    return any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def _makers(pdf: Pdf, xmp: str) -> tuple[str, ...]:
    named = [key for key in ("/Author", "/Keywords", "/Company") if str(pdf.docinfo.get(key, ""))]
    return tuple(name.lstrip("/") for name in named) + (
        ("dc:creator",) if "<dc:creator" in xmp else ()
    )


def _active(pdf: Pdf) -> Iterator[str]:
    names = pdf.Root.get("/Names", Dictionary())
    yield from (each.lstrip("/") for each in ("/EmbeddedFiles", "/JavaScript") if each in names)
    yield from (each.lstrip("/") for each in ("/OpenAction", "/AA", "/AF") if each in pdf.Root)
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/XFA" in form:
        yield "XFA"
    for found in pdf.objects:
        kind = found.get("/S") if isinstance(found, Dictionary) else None
        if isinstance(kind, Name) and str(kind) in _ACTIVE:
            yield str(kind).lstrip("/")
        if isinstance(found, Dictionary) and isinstance(found.get("/Annots"), Array):
            yield from ("aantekening" for each in found["/Annots"] if not _stays_within(each))


def _stays_within(note: Object) -> bool:
    """Whether this is a field, or a link to another place in the same file, and does no more."""
    if not isinstance(note, Dictionary) or "/AA" in note or "/PA" in note:
        return False
    if note.get("/Subtype") == Name.Widget:
        return "/A" not in note
    if note.get("/Subtype") != Name.Link:
        return False
    action = note.get("/A")
    if action is None:
        return "/Dest" in note
    return (
        isinstance(action, Dictionary) and action.get("/S") == Name.GoTo and "/Next" not in action
    )
