"""Options on paper: the letter on its tint, the act beside it, and what it costs below."""

from __future__ import annotations

from collections.abc import Iterable

from beraad.report.blocks import OptionPanel, Text
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box, Rule
from beraad.report.pdf.stacks import Frame, Row, Stack
from beraad.report.pdf.type import chip, column, paragraph, plain

_GUTTER = 28.0


def option_pair(left: OptionPanel, right: OptionPanel, width: float) -> Box:
    """A and B side by side, with their lines at the same height."""
    half = (width - _GUTTER) / 2
    panels = ((0.0, left), (half + _GUTTER, right))
    heads = Row(tuple((x, _head(panel, half)) for x, panel in panels), leads=True)
    rules = Row(tuple((x, Rule(half)) for x, _ in panels), before=7, leads=True)
    details = Row(tuple((x, _details(panel, half)) for x, panel in panels), before=6)
    return Stack((heads, rules, details) if details.height else (heads,), before=16)


def option(panel: OptionPanel, width: float) -> Box:
    """An option in a list, over the whole width."""
    head = _head(panel, width)
    indent = head.cells[-1][0]
    details = _details(panel, width - indent)
    below = Row(((indent, details),), whole_up_to=8 * styles.CELL.leading, before=2)
    return Stack((head, below) if details.height else (head,), before=11)


def _head(panel: OptionPanel, width: float) -> Row:
    mark = chip(panel.letter)
    left = mark.width + 8
    act = column(panel.act, styles.DETAIL, width - left, gap=2)
    return Row(((0, mark), (left, Stack(act.boxes, Frame(top=2.25)))))


def _details(panel: OptionPanel, width: float) -> Stack:
    boxes: list[Box] = []
    if panel.label and panel.details:
        boxes.append(plain(panel.label, styles.LABEL, width))
    boxes += _dashes(panel.details, width) if panel.label else _lines(panel.details, width)
    return Stack(tuple(boxes))


def _dashes(texts: Iterable[Text], width: float) -> Iterable[Box]:
    for text in texts:
        words = paragraph(text, styles.CELL, width - 11)
        yield Row(((0, plain("–", styles.CELL, 11)), (11, words)), before=2)


def _lines(texts: Iterable[Text], width: float) -> Iterable[Box]:
    for text in texts:
        yield paragraph(text, styles.CELL, width, before=1)
