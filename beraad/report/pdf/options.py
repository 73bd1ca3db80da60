"""Options on paper: the letter on its tint, the act beside it, and what it costs below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from beraad.report.blocks import OptionPanel, Text
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box, Rule
from beraad.report.pdf.stacks import Frame, Row, Stack
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import chip, column, paragraph, plain

_GUTTER = 28.0


@dataclass(frozen=True, slots=True)
class _Item:
    """An option in a list of options, drawn in parts that need not be together on paper."""

    panel: OptionPanel
    label: Tag
    body: Tag


def option_pair(left: OptionPanel, right: OptionPanel, width: float, tag: Tag) -> Box:
    """A and B side by side, with their lines at the same height."""
    half = (width - _GUTTER) / 2
    items = ((0.0, _item(left, tag)), (half + _GUTTER, _item(right, tag)))
    heads = Row(tuple((x, _head(item, half)) for x, item in items), leads=True)
    rules = Row(tuple((x, Rule(half)) for x, _ in items), before=7, leads=True)
    details = Row(tuple((x, _details(item, half)) for x, item in items), before=6)
    return Stack((heads, rules, details) if details.height else (heads,), before=16)


def option(panel: OptionPanel, width: float, tag: Tag) -> Box:
    """An option in a list, over the whole width."""
    item = _item(panel, tag)
    head = _head(item, width)
    indent = head.cells[-1][0]
    details = _details(item, width - indent)
    below = Row(((indent, details),), whole_up_to=8 * styles.CELL.leading, before=2)
    return Stack((head, below) if details.height else (head,), before=11)


def _item(panel: OptionPanel, options: Tag) -> _Item:
    item = options.child("LI")
    return _Item(panel, item.child("Lbl"), item.child("LBody"))


def _head(item: _Item, width: float) -> Row:
    mark = chip(item.panel.letter, item.label)
    left = mark.width + 8
    act = column(item.panel.act, styles.DETAIL, width - left, item.body, gap=2)
    return Row(((0, mark), (left, Stack(act.boxes, Frame(top=2.25)))))


def _details(item: _Item, width: float) -> Stack:
    panel = item.panel
    boxes: list[Box] = []
    if panel.label and panel.details:
        boxes.append(plain(panel.label, styles.LABEL, width, item.body.child("P")))
        boxes += _dashes(panel.details, width, item.body.child("L"))
    else:
        boxes += _lines(panel.details, width, item.body)
    return Stack(tuple(boxes))


def _dashes(texts: Iterable[Text], width: float, tag: Tag) -> Iterable[Box]:
    for text in texts:
        item = tag.child("LI")
        dash = plain("–", styles.CELL, 11, item.child("Lbl"))
        words = paragraph(text, styles.CELL, width - 11, item.child("LBody"))
        yield Row(((0, dash), (11, words)), before=2)


def _lines(texts: Iterable[Text], width: float, tag: Tag) -> Iterable[Box]:
    for text in texts:
        yield paragraph(text, styles.CELL, width, tag.child("P"), before=1)
