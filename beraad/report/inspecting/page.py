"""Inspecting a web page: is it one file, in its language, and can it be heard as well as seen?"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from typing_extensions import override

from beraad.report.inspecting.limits import TooMuch, joined
from beraad.report.inspecting.model import Check, Inspection, absent, counted, spoken

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = frozenset({"style", "script", "title"})
_TELLING = frozenset({"author", "generator", "keywords"})
_POINTING = frozenset({"a", "img", "link", "form", "iframe", "script", "source", "video", "audio"})

_ENDS = {"<": ">", "<!--": "-->", "<![": "]"}
_ROUNDS = 20
"""How often a page may be looked through for the ends of its marks."""

_SMALL = 10_000
"""Characters of a page that may be looked through as if it were longer."""


def inspect_html(page: str) -> Inspection:
    """Inspect a web page. Raises TooMuch when its marks would take too long to read."""
    _require_closed(page)
    seen = _Page()
    seen.feed(page)
    seen.close()
    return Inspection(
        checks=(
            spoken([seen.language]),
            Check("Titel", seen.has_title, "wordt getoond" if seen.has_title else "geen"),
            Check("Koppen", seen.headings > 0, counted(seen.headings, "kop", "koppen")),
            Check(
                "Tabellen",
                seen.scopes == seen.header_cells,
                f"{counted(seen.tables, 'tabel', 'tabellen')}, elke kolom benoemd"
                if seen.scopes == seen.header_cells
                else "een kolom is niet benoemd",
            ),
            absent("Maker en sporen", sorted(seen.told)),
            absent("Scripts en verwijzingen naar buiten", sorted(seen.outside)),
        ),
        text=joined(seen.words),
    )


def _require_closed(page: str) -> None:
    """Raise TooMuch for a page full of marks that are opened and hardly ever closed.

    Of each of them the parser looks for the end, and begins anew behind its start when that is far
    away: a page of 400 kB cost it a minute and a half.
    """
    allowed = _ROUNDS * max(len(page), _SMALL)
    for start, end in _ENDS.items():
        looked, close = 0, -1
        for place in _places(page, start):
            if close < place:
                close = page.find(end, place)
                close = len(page) if close < 0 else close
            looked += close - place
            if looked > allowed:
                raise TooMuch("tekens als < en <!-- worden niet afgesloten")


def _places(page: str, mark: str) -> Iterator[int]:
    place = page.find(mark)
    while place >= 0:
        yield place
        place = page.find(mark, place + 1)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.has_title = False
        self.headings = 0
        self.tables = 0
        self.header_cells = 0
        self.scopes = 0
        self.told: set[str] = set()
        self.outside: set[str] = set()
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
            self.outside.add("een script")
        if tag == "meta" and said.get("name", "").lower() in _TELLING:
            self.told.add(said["name"].lower())
        for name in ("src", "href", "srcset", "action"):
            if not said.get(name, "#").startswith(("#", "data:")):
                self.outside.add(
                    f"een verwijzing in {tag}" if tag in _POINTING else "een verwijzing"
                )
        self.words += (said[name] for name in ("alt", "title", "aria-label") if said.get(name))

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    @override
    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.has_title = self.has_title or bool(data.strip())
        if self._inside not in {"style", "script"} and data.strip():
            self.words.append(data.strip())
