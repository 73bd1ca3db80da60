"""Words with lines after them to write on by hand."""

from __future__ import annotations

from beraad.report.blocks import WritingLines
from beraad.report.forms.model import Write
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.ruled import Ruling
from beraad.report.pdf.stacks import Row, Stack
from beraad.report.pdf.styles import COLUMN_HEIGHT
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import plain, run_length

_LABEL_SHARE = 0.31
_WIDE = 330.0


def asked(write: Write, width: float, within: Tag) -> Box:
    """The words at the left of the lines, on their first line; or above them."""
    share = 0.0 if write.above else _label_room(write, width)
    tag = within.child("P")
    label = plain(write.label, styles.WRITE, share - 10 if share else width, tag)
    hint = plain(write.hint, styles.NOTE, share - 10 if share else width, tag)
    words = Stack((label, hint) if write.hint else (label,))
    lines = Ruling(width - share, write.lines)
    if write.above:
        said = (words, lines) if write.label else (lines,)
        return Row(((0, Stack(said)),), before=9)
    return Row(((0, words), (share, lines)), before=5)


def room_to_write(room: WritingLines, width: float, within: Tag) -> Box:
    """Everything that is asked, on one page when that can be."""
    asks = (asked(Write(label, lines=lines), width, within) for label, lines in room.asks)
    return Row(((0, Stack(tuple(asks))),), whole_up_to=COLUMN_HEIGHT, before=10)


def _label_room(write: Write, width: float) -> float:
    """Labels under each other end at one place; a short line takes what its label needs."""
    if width > _WIDE:
        return width * _LABEL_SHARE
    return min(run_length(write.label, styles.WRITE) + 12, width / 2)
