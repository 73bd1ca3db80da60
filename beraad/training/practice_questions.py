"""What beleid asked in the oefenregister, and what its teams said: always of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from beraad.assets import PRACTICE_QUESTIONS
from beraad.phases.data_file import open_data
from beraad.phases.dates import iso_week, monday_before
from beraad.privacy.leaving.later import mark_of as read_mark
from beraad.records import Id, Question, Reply
from beraad.signals.events import mark_of
from beraad.signals.questions import team_mark
from beraad.training.place import Place
from beraad.training.reading import read_record

_MEETS_ON = 2
"""Days after Monday: on a Wednesday."""


def questions(today: date) -> Iterator[tuple[Question, tuple[Reply, ...]]]:
    """Every question with its answers, as they stand on this day."""
    place = Place(PRACTICE_QUESTIONS.name)
    table = open_data(PRACTICE_QUESTIONS).table()
    for number, (row, at) in enumerate(place.at("question").rows(table.get("question", []))):
        told = dict(row)
        replies = at.at("reply").rows(told.pop("reply", []))
        on = _weeks_before(today, told.pop("weeks_ago", None), at)
        identity = Id(mark_of(f"vraag|{today}|{number}"))
        made = read_record(Question, told, at, held_on=on, id=identity, on=on)
        question = replace(made, read=read_mark(made))
        yield question, tuple(_replies(question, replies, today))


def _replies(
    question: Question, told: list[tuple[dict[str, Any], Place]], today: date
) -> Iterator[Reply]:
    for number, (row, at) in enumerate(told):
        left = dict(row)
        held_on = _weeks_before(today, left.pop("weeks_ago", None), at)
        team = at.at("team").value(left.pop("team", None), str)
        made = read_record(
            Reply,
            left,
            at,
            held_on=held_on,
            id=Id(mark_of(f"{question.id}|{number}")),
            question=question.id,
            team=team_mark(question.id, team, key=""),  # Invented teams, told to nobody.
            week=iso_week(held_on),
            on=held_on,
        )
        yield replace(made, read=read_mark(made))


def _weeks_before(today: date, weeks: object, place: Place) -> date:
    count = place.at("weeks_ago").value(weeks, int)
    return monday_before(today) + timedelta(days=_MEETS_ON, weeks=-count)
