"""Marking what is drawn on a ReportLab canvas, while it is drawn."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Protocol

from beraad.report.pdf.tagging.annotations import Entry, Link, Spot
from beraad.report.pdf.tagging.tags import Kids, Mark, Structure, Tag


class Markable(Protocol):
    """What a canvas of ReportLab offers for this."""

    def addLiteral(self, s: str) -> None:  # noqa: N802 - ReportLab's name
        """Put an operator in the page as it stands."""
        ...

    def getPageNumber(self) -> int:  # noqa: N802 - ReportLab's name
        """The number of the page that is being drawn, counted from 1."""
        ...


class Marks:
    """Keeps which content belongs to which tag, in the order in which it was first met."""

    def __init__(self, canvas: Markable) -> None:
        self._canvas = canvas
        self._kids: dict[Tag, list[Tag | Mark | Link | Entry]] = {}
        self._spots: dict[str, Spot] = {}
        self._page = -1
        self._next = 0

    @contextmanager
    def content(self, tag: Tag) -> Generator[None]:
        """What is drawn in here is what the tag says."""
        self.place(tag)
        mark = self._mark()
        self._kids[tag].append(mark)
        self._canvas.addLiteral(f"/{tag.kind} <</MCID {mark.number}>> BDC")
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def spoken(self, text: str) -> Generator[None]:
        """What is drawn in here, inside other content, is read aloud as this text."""
        digits = ("\ufeff" + text).encode("utf-16-be").hex().upper()
        self._canvas.addLiteral(f"/Span <</ActualText <{digits}>>> BDC")
        yield
        self._canvas.addLiteral("EMC")

    def link(self, tag: Tag, bounds: tuple[float, float, float, float], to: str) -> None:
        """Let this part of the page, which the tag was drawn in, lead to a spot."""
        self._kids[tag].append(Link(self._canvas.getPageNumber() - 1, bounds, to))

    def entry(
        self,
        tag: Tag,
        bounds: tuple[float, float, float, float],
        *,
        name: str,
        label: str,
        lines: int,
    ) -> None:
        """Let this part of the page be filled in; the tag is of kind "Form"."""
        self.place(tag)
        page = self._canvas.getPageNumber() - 1
        self._kids[tag].append(Entry(page, bounds, name, label, lines))

    def spot(self, name: str, height: float) -> None:
        """Keep this height of the page as a place that links may lead to; the first one counts."""
        self._spots.setdefault(name, Spot(self._canvas.getPageNumber() - 1, height))

    @contextmanager
    def artifact(self, subtype: str = "") -> Generator[None]:
        """What is drawn in here is not part of the text.

        With a subtype ("Header" or "Footer") it is what stands around the text of each page.
        """
        around = f" <</Type /Pagination /Subtype /{subtype}>> BDC" if subtype else " BMC"
        self._canvas.addLiteral(f"/Artifact{around}")
        yield
        self._canvas.addLiteral("EMC")

    def place(self, tag: Tag) -> None:
        """Give the tag its place in the structure, also when nothing is drawn in it."""
        if tag in self._kids:
            return
        self._kids[tag] = []
        if tag.parent is not None:
            self.place(tag.parent)
            self._kids[tag.parent].append(tag)

    def structure(self) -> Structure:
        """What was marked so far."""
        root = next((tag for tag in self._kids if tag.parent is None), None)
        first: dict[Tag, Kids] = {root: self._kids[root]} if root else {}
        return Structure(first | self._kids, self._spots)

    def _mark(self) -> Mark:
        page = self._canvas.getPageNumber() - 1
        if page != self._page:
            self._page, self._next = page, 0
        self._next += 1
        return Mark(page, self._next - 1)
