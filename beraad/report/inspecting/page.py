"""Inspecting a web page: is it one file, in its language, and can it be heard as well as seen?"""

from __future__ import annotations

from html.parser import HTMLParser

from typing_extensions import override

from beraad.report.inspecting.model import Check, Inspection, absent, counted

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = frozenset({"style", "script", "title"})
_TELLING = frozenset({"author", "generator", "keywords"})


def inspect_html(page: str) -> Inspection:
    """Inspect a web page."""
    seen = _Page()
    seen.feed(page)
    seen.close()
    return Inspection(
        checks=(
            Check("Taal", seen.language.startswith("nl"), seen.language or "niet gezegd"),
            Check("Titel", bool(seen.title.strip()), "wordt getoond" if seen.title else "geen"),
            Check("Koppen", seen.headings > 0, counted(seen.headings, "kop", "koppen")),
            Check(
                "Tabellen",
                seen.scopes == seen.header_cells,
                f"{counted(seen.tables, 'tabel', 'tabellen')}, elke kolom benoemd"
                if seen.scopes == seen.header_cells
                else "een kolom is niet benoemd",
            ),
            absent("Maker en sporen", tuple(seen.told)),
            absent("Scripts en verwijzingen naar buiten", tuple(seen.outside)),
        ),
        text="\n".join(seen.words),
    )


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.title = ""
        self.headings = 0
        self.tables = 0
        self.header_cells = 0
        self.scopes = 0
        self.told: list[str] = []
        self.outside: list[str] = []
        self.words: list[str] = []
        self._inside = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = said.get("lang", "")
        if tag in _SILENT:
            self._inside = tag
        self.headings += tag in _HEADINGS
        self.tables += tag == "table"
        self.header_cells += tag == "th"
        self.scopes += tag == "th" and "scope" in said
        if tag == "script":
            self.outside.append("een script")
        if tag == "meta" and said.get("name", "").lower() in _TELLING:
            self.told.append(said["name"].lower())
        for name in ("src", "href", "srcset", "action"):
            if said.get(name, "#").partition(":")[0] not in {"#", "data"}:
                self.outside.append(f"een verwijzing in {tag}")
        self.words += (said[name] for name in ("alt", "title", "aria-label") if said.get(name))

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    @override
    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data
        if self._inside not in {"style", "script"} and data.strip():
            self.words.append(data.strip())
