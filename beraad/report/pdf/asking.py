"""Words with lines after them to write on by hand."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.report.blocks import WritingLines
from beraad.report.forms.model import Write
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.glyphs import printable
from beraad.report.pdf.ruled import TICK, Blank, Choice, Ruling
from beraad.report.pdf.stacks import Row, Stack
from beraad.report.pdf.styles import COLUMN_HEIGHT
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import plain, run_length

_LABEL_SHARE = 0.31
_WIDE = 330.0


def asked(write: Write, width: float, within: Tag, field: str = "") -> Box:
    """The words at the left of the lines, on their first line; or above them.

    With the name of a field there is a frame that can be filled in on a screen too.
    """
    share = 0.0 if write.above else _label_room(write, width)
    tag = within.child("P")
    label = plain(write.label, styles.WRITE, share - 10 if share else width, tag)
    hint = plain(write.hint, styles.NOTE, share - 10 if share else width, tag)
    words = Stack((label, hint) if write.hint else (label,))
    lines: Box = Ruling(width - share, write.lines)
    if field:
        called = within.child("Form")
        lines = Blank(width - share, write.lines, field, printable(write.label), tag=called)
    if write.above:
        said = (words, lines) if write.label else (lines,)
        return Row(((0, Stack(said)),), before=9)
    return Row(((0, words), (share, lines)), before=5)


def room_to_write(room: WritingLines, width: float, within: Tag) -> Box:
    """Everything that is asked, on one page when that can be."""
    ticks = tuple(_offered(room, width, within))
    asks = (
        asked(Write(label, lines=lines), width, within, room.field(number))
        for number, (label, lines) in enumerate(room.asks, start=1)
    )
    return Row(((0, Stack((*ticks, *asks))),), whole_up_to=COLUMN_HEIGHT, before=10)


def _offered(room: WritingLines, width: float, within: Tag) -> Iterator[Box]:
    """Words with an empty box before them, beside each other as far as they fit."""
    row: list[tuple[float, Box]] = []
    used = 0.0
    for number, text in enumerate(room.ticks, start=1):
        needed = TICK + 8 + run_length(text, styles.WRITE) + 2
        if row and used + needed > width:
            yield Row(tuple(row), before=6)
            row, used = [], 0.0
        called = within.child("Form")
        box = Choice(styles.WRITE.leading, room.tick(number), printable(text), tag=called)
        words = plain(text, styles.WRITE, needed - TICK - 8, within.child("P"))
        row += [(used, box), (used + TICK + 8, words)]
        used += needed + 20
    if row:
        yield Row(tuple(row), before=6)


def _label_room(write: Write, width: float) -> float:
    """Labels under each other end at one place; a short line takes what its label needs."""
    if width > _WIDE:
        return width * _LABEL_SHARE
    return min(run_length(write.label, styles.WRITE) + 12, width / 2)
