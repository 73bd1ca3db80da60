"""One slide: a title, what it is about, and a few points, large enough for the back of a room."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.report.forms.model import Slide
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.stacks import Row, Stack
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import heading, plain

_SIGN = 14.0


def slide(one: Slide, width: float, within: Tag) -> Iterator[Box]:
    """What stands on the slide, under each other."""
    if one.place:
        yield plain(one.place, styles.SLIDE_PLACE, width, within.child("P"))
    title = within.child("H1")
    yield heading(one.title, styles.SLIDE_TITLE, width, title, before=4, outline=0)
    if one.lead:
        yield plain(one.lead, styles.SLIDE_LEAD, width, within.child("P"), before=8)
    if one.points:
        listed = within.child("L", numbering="Disc")
        yield Stack(tuple(_points(one.points, width, listed)), before=10)


def _points(points: tuple[str, ...], width: float, listed: Tag) -> Iterator[Box]:
    for number, text in enumerate(points):
        item = listed.child("LI")
        sign = plain("•", styles.SLIDE_POINT, _SIGN, item.child("Lbl"))
        words = plain(text, styles.SLIDE_POINT, width - _SIGN, item.child("LBody"))
        yield Row(((0, sign), (_SIGN, words)), before=5 if number else 0)
