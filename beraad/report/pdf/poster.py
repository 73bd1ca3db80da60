"""A ronde on the wall: its number and name large enough for the other side of the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from beraad.report.forms.model import Poster, Step
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box, Rule
from beraad.report.pdf.stacks import Frame, Row, Stack
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import heading, plain
from beraad.report.theme import Hue

_NUMBER = 44.0
_ASIDE = 92.0
_GUTTER = 20.0
_WALL_NUMBER = 84.0
_PANEL = 22.0
_LEAST_GAP = 6.0
_WIDEST_GAP = 24.0


class Spaced(Stack):
    """A stack that takes its part of the room that is left on the sheet."""


def step(one: Step, width: float, within: Tag) -> Box:
    """The ronde over the whole width, with a line above it."""
    room = width - _NUMBER - _ASIDE - _GUTTER
    title = within.child("H2", spoken=f"{one.number} {one.title}")
    number = plain(one.number, styles.POSTER_NUMBER, _NUMBER, title)
    name = heading(one.title, styles.POSTER_TITLE, room, title, before=0, outline=0)
    asked = within.child("P")
    question = plain(one.question, styles.POSTER_QUESTION, room, asked, before=2)
    minutes = plain(one.minutes, styles.POSTER_MINUTES, _ASIDE, within.child("P"))
    stage = plain(one.stage, styles.LABEL, _ASIDE, within.child("P"))
    inside = Frame(top=3)
    row = Row(
        (
            (0, number),
            (_NUMBER, Stack((name, question), inside)),
            (width - _ASIDE, Stack((minutes, stage), Frame(top=9))),
        ),
        before=_LEAST_GAP,
    )
    return Spaced((Rule(width), row), before=_LEAST_GAP)


def wall(poster: Poster, width: float, within: Tag) -> Box:
    """The ronde over a whole sheet: its question and goal can be read at three metres."""
    one = poster.step
    title = within.child("H1", spoken=f"{one.number} {one.title}")
    number = plain(one.number, styles.WALL_NUMBER, _WALL_NUMBER, title)
    room = width - _WALL_NUMBER
    name = heading(one.title, styles.WALL_TITLE, room, title, before=0, outline=0)
    minutes = plain(one.minutes, styles.WALL_GOAL, room, within.child("P"))
    asked = plain(one.question, styles.WALL_QUESTION, width - 2 * _PANEL, within.child("P"))
    panel = Frame(width, _PANEL, _PANEL, _PANEL, tint=Hue.BOX, radius=12)
    parts = (
        Row(((0, number), (_WALL_NUMBER, Stack((name, minutes), Frame(top=8))))),
        Stack((asked,), panel, before=18),
        plain(one.goal, styles.WALL_GOAL, width, within.child("P"), before=26),
        plain(poster.speaks, styles.WALL_GOAL, width, within.child("P"), before=18),
        plain(poster.place, styles.POSTER_QUESTION, width, within.child("P"), before=22),
    )
    return Stack(parts)


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
