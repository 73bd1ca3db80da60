"""A ronde on the wall: its number and name large enough for the other side of the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from beraad.report.forms.model import Step
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box, Rule
from beraad.report.pdf.stacks import Frame, Row, Stack
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import heading, plain

_NUMBER = 44.0
_GOAL = 168.0
_ASIDE = 92.0
_GUTTER = 20.0
_LEAST_GAP = 6.0
_WIDEST_GAP = 24.0


class Spaced(Stack):
    """A stack that takes its part of the room that is left on the sheet."""


def step(one: Step, width: float, within: Tag) -> Box:
    """The ronde over the whole width, with a line above it."""
    middle = width - _NUMBER - _GOAL - _ASIDE
    room = middle - _GUTTER
    title = within.child("H2", spoken=f"{one.number} {one.title}")
    number = plain(one.number, styles.POSTER_NUMBER, _NUMBER, title)
    name = heading(one.title, styles.POSTER_TITLE, room, title, before=0, outline=0)
    asked = within.child("P")
    question = plain(one.question, styles.POSTER_QUESTION, room, asked, before=2)
    goal = plain(one.goal, styles.POSTER_GOAL, _GOAL - _GUTTER, within.child("P"))
    minutes = plain(one.minutes, styles.POSTER_TITLE, _ASIDE, within.child("P"))
    stage = plain(one.stage, styles.LABEL, _ASIDE, within.child("P"))
    inside = Frame(top=3)
    row = Row(
        (
            (0, number),
            (_NUMBER, Stack((name, question), inside)),
            (_NUMBER + middle, Stack((goal,), Frame(top=7))),
            (width - _ASIDE, Stack((minutes, stage), inside)),
        ),
        before=_LEAST_GAP,
    )
    return Spaced((Rule(width), row), before=_LEAST_GAP)


def spread(boxes: Sequence[Box], height: float) -> tuple[Box, ...]:
    """The boxes with the room that is left divided over the rondes, above and under each line."""
    count = sum(isinstance(box, Spaced) for box in boxes)
    used = sum(box.height + (box.before if number else 0) for number, box in enumerate(boxes))
    extra = min((height - used) / (2 * count) if count else 0, _WIDEST_GAP - _LEAST_GAP)
    return tuple(_wider(box, extra) if isinstance(box, Spaced) else box for box in boxes)


def _wider(stack: Spaced, extra: float) -> Spaced:
    if extra <= 0:
        return stack
    rule, row = stack.boxes
    gap = _LEAST_GAP + extra
    return replace(stack, boxes=(rule, replace(row, before=gap)), before=gap)
