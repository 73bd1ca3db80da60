"""What was typed in the fields of a PDF, and the remarks that were put on its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from beraad.report.inspecting.limits import (
    DEEPEST,
    MOST_OBJECTS,
    MOST_PAGES,
    TooMuch,
    within,
)
from beraad.report.pdf.opened import opened_pdf

_SILENT = (Name.Widget, Name.Link, Name.Popup)
"""Notes on a page that are no remark; a remark says itself what its popup shows."""
_DRAWN = (Name.Ink, Name.Stamp)
DRAWN = "iets getekends of een stempel, niet te lezen: kijk zelf in het bestand"
"""Said of what somebody drew: it may be an answer by hand."""


class Typed(NamedTuple):
    """A field with something in it.

    Attributes:
        text: what was typed; of a box that was ticked its label.
    """

    name: str
    label: str
    text: str


def typed(data: bytes) -> Iterator[Typed]:
    """Every field that was filled in, page after page.

    Raises ValueError when `data` is no PDF, and TooMuch when it asks too much.
    """
    for _, note in _notes(data):
        if note.get("/Subtype") != Name.Widget:
            continue
        name, label = (_text(_inherited(note, key)) for key in ("/T", "/TU"))
        if _inherited(note, "/FT") == Name.Btn:
            state = note.get("/AS", Name.Off)
            said = label if state != Name.Off else ""
        else:
            said = _text(_inherited(note, "/V"))
        if said.strip():
            yield Typed(name, label, said)


def field_names(data: bytes) -> Iterator[str]:
    """What every field is called, also one that was left empty. Raises as `typed`."""
    for _, note in _notes(data):
        if note.get("/Subtype") == Name.Widget:
            yield _text(_inherited(note, "/T"))


def remarks(data: bytes) -> Iterator[tuple[int, str]]:
    """Every remark with its page, counted from 1, and without who made it. Raises as `typed`."""
    for page, note in _notes(data):
        if note.get("/Subtype") not in _SILENT:
            said = _text(note.get("/Contents"))
            if said.strip():
                yield page, said
            elif note.get("/Subtype") in _DRAWN:
                yield page, DRAWN


def written(pdf: Pdf) -> Iterator[str]:
    """Everything that was typed or remarked on the pages of an opened file."""
    for _, note in _laid(pdf):
        yield from (_text(_inherited(note, key)) for key in ("/V", "/Contents"))


def _notes(data: bytes) -> Iterator[tuple[int, Dictionary]]:
    try:
        with opened_pdf(data) as pdf:
            within(len(pdf.objects), MOST_OBJECTS, "objecten")
            within(len(pdf.pages), MOST_PAGES, "pagina’s")
            yield from _laid(pdf)
    except pikepdf.PdfError as error:
        raise ValueError from error


def _laid(pdf: Pdf) -> Iterator[tuple[int, Dictionary]]:
    for number, page in enumerate(pdf.pages, start=1):
        notes = page.obj.get("/Annots", Array())
        for note in notes if isinstance(notes, Array) else ():
            if isinstance(note, Dictionary):
                yield number, note


def _inherited(note: Dictionary, key: str) -> Object | None:
    """What a field says, or what it stands under says for it; a circle ends too."""
    for _ in range(DEEPEST):
        if key in note:
            return note[key]
        above = note.get("/Parent")
        if not isinstance(above, Dictionary):
            break
        note = above
    return None


def _text(found: object) -> str:
    if isinstance(found, Stream):
        try:
            found = String(found.read_bytes())
        except pikepdf.PdfError as error:
            raise TooMuch("een onderdeel is beschadigd, of wordt veel te groot") from error
    return str(found).replace("\r\n", "\n").replace("\r", "\n") if isinstance(found, String) else ""
