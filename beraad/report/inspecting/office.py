"""Inspecting ODT (ISO/IEC 26300) and Word (ISO/IEC 29500) files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from xml.etree import ElementTree as ET

from beraad.report.inspecting.archive import opened
from beraad.report.inspecting.limits import joined
from beraad.report.inspecting.model import Check, Inspection, absent, counted, spoken
from beraad.report.inspecting.said import OFFICE, TEXT, W
from beraad.report.inspecting.xml import parsed
from beraad.report.printed import are_signs

_ODT_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ODT_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_MAKERS = ("creator", "initial-creator", "lastModifiedBy", "generator", "Application", "Company")


def inspect_odt(data: bytes) -> Inspection:
    """Inspect an ODT file; raises what `_Package.read` does, or KeyError when it is none."""
    package = _Package.read(data)
    content, styles = package.parts["content.xml"], package.parts["styles.xml"]
    languages = {
        found
        for part in (content, styles)
        for node in part.iter()
        if (found := node.get(f"{_ODT_FO}language"))
    }
    body = content.find(f"{OFFICE}body")
    headings = sum(1 for _ in content.iter(f"{TEXT}h"))
    tables = list(content.iter(f"{_ODT_TABLE}table"))
    headed = [each for each in tables if each.find(f".//{_ODT_TABLE}table-header-rows") is not None]
    links = [
        "een koppeling"
        for part in package.parts.values()
        for node in part.iter()
        if ":" in node.get(f"{_XLINK}href", "")
    ]
    return _inspection(
        package,
        languages=languages,
        headings=headings,
        tables=(len(tables), len(headed)),
        outside=tuple(links),
        words=_paragraphs(body, {f"{TEXT}p", f"{TEXT}h"}),
    )


def inspect_docx(data: bytes) -> Inspection:
    """Inspect a Word file; raises what `_Package.read` does, or KeyError when it is none."""
    package = _Package.read(data)
    document, styles = package.parts["word/document.xml"], package.parts["word/styles.xml"]
    languages = {
        found.partition("-")[0]
        for node in styles.iter(f"{W}lang")
        if (found := node.get(f"{W}val"))
    }
    levels = {
        style.get(f"{W}styleId")
        for style in styles.iter(f"{W}style")
        if style.find(f".//{W}outlineLvl") is not None
    }
    used = [node.get(f"{W}val") for node in document.iter(f"{W}pStyle")]
    tables = list(document.iter(f"{W}tbl"))
    headed = [each for each in tables if each.find(f".//{W}tblHeader") is not None]
    links = [
        "een koppeling"
        for name, part in package.parts.items()
        if name.endswith(".rels")
        for node in part.iter()
        if node.get("TargetMode") == "External"
    ]
    return _inspection(
        package,
        languages=languages,
        headings=sum(name in levels for name in used),
        tables=(len(tables), len(headed)),
        outside=tuple(links),
        words=_paragraphs(document, {f"{W}p"}),
    )


@dataclass(frozen=True, slots=True)
class _Package:
    """The parts of a zipped document, and the names of what is no XML."""

    parts: dict[str, ET.Element]
    others: tuple[str, ...]

    @classmethod
    def read(cls, data: bytes) -> _Package:
        """The parts in `data`. Raises BadZipFile, ParseError or TooMuch."""
        with opened(data) as archive:
            names = archive.namelist()
            written = [name for name in names if name.endswith((".xml", ".rels"))]
            parts = {name: parsed(archive.read(name)) for name in written}
        return cls(parts, tuple(name for name in names if name not in parts))

    def makers(self) -> tuple[str, ...]:
        """Properties that tell who or what made the file."""
        return tuple(
            name
            for part in self.parts.values()
            for node in part.iter()
            if (name := node.tag.rpartition("}")[2]) in _MAKERS and (node.text or "").strip()
        )

    def traces(self) -> tuple[str, ...]:
        """Parts that carry a picture of the text, a script or another file."""
        allowed = {"mimetype"}
        return tuple(
            name
            for name in self.others
            if name not in allowed and not name.startswith(("Pictures/", "word/media/"))
        )


def _inspection(
    package: _Package,
    *,
    languages: set[str],
    headings: int,
    tables: tuple[int, int],
    outside: tuple[str, ...],
    words: Iterator[str],
) -> Inspection:
    total, headed = tables
    properties = [
        (node.text or "").strip()
        for name, part in package.parts.items()
        if name in {"meta.xml", "docProps/core.xml", "docProps/app.xml"}
        for node in part.iter()
    ]
    return Inspection(
        checks=(
            spoken(languages),
            Check("Koppen", headings > 0, counted(headings, "kop", "koppen")),
            Check(
                "Tabellen",
                headed == total,
                f"{counted(total, 'tabel', 'tabellen')}, "
                f"{'elk' if headed == total else 'niet elk'} met een kopregel",
            ),
            absent("Maker en sporen", package.makers()),
            absent("Miniaturen en bijlagen", package.traces()),
            absent("Verwijzingen naar buiten", outside),
        ),
        text=joined(chain(words, (one for one in properties if one and not are_signs(one)))),
    )


def _paragraphs(body: ET.Element | None, names: set[str]) -> Iterator[str]:
    for node in body.iter() if body is not None else ():
        if node.tag in names:
            yield "".join(node.itertext())
