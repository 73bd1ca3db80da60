"""A question, or what a team answered to it, as a small file that goes by mail.

One JSON object. A reply brings its question along, so that it can be read where nobody knows it.
Whatever is wrong is told by the name of the field, with nothing of what stands there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from beraad.phases.dates import monday_of
from beraad.records import Question, Reply
from beraad.signals.events import MARK
from beraad.signals.payload import decoded, encoded
from beraad.signals.small_numbers import is_week

VERSION = 1
MOST_BYTES = 20_000
LONGEST = 600
"""Letters of one text in it: a question is a sentence, and so is what a team adds."""

_LONGEST_AGO = timedelta(days=366 + 7)
"""From the first day of its week."""
_WHAT = "beraad-vraag"
_PRACTICE, _QUESTION, _REPLY = "oefening", "vraag", "antwoord"


class Unfit(ValueError):
    """A file is no question and no reply; the message says why, a few Dutch words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What stands in such a file.

    Attributes:
        reply: what a team answered; None in the file with which is asked.
        practice: it comes from an oefenregister.
    """

    question: Question
    reply: Reply | None = None
    practice: bool = False


def written(letter: Letter) -> bytes:
    """The file."""
    said: dict[str, Any] = {_WHAT: VERSION, _PRACTICE: letter.practice}
    said[_QUESTION] = encoded(letter.question)
    if letter.reply is not None:
        said[_REPLY] = encoded(letter.reply)
    return (json.dumps(said, ensure_ascii=True, indent=1, sort_keys=True) + "\n").encode()


def read(text: str) -> Letter:
    """What stands in a file; raises Unfit."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise Unfit("het is niet te lezen") from None
    if not isinstance(found, dict):
        raise Unfit("het is geen vraag van Beraad")
    said = cast("dict[str, Any]", found)
    version = said.get(_WHAT)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Unfit("het is geen vraag van Beraad")
    if version > VERSION:
        raise Unfit("het is gemaakt met een nieuwere versie van Beraad")
    practice = said.get(_PRACTICE)
    if not isinstance(practice, bool):
        raise Unfit(f"{_PRACTICE} klopt niet")
    question = _record(Question, said.get(_QUESTION), _QUESTION)
    if not question.asked.strip():
        raise Unfit("er staat geen vraag in")
    reply = _record(Reply, said[_REPLY], _REPLY) if _REPLY in said else None
    if reply is not None and (
        reply.question != question.id or not MARK.fullmatch(reply.team) or not is_week(reply.week)
    ):
        raise Unfit("het antwoord hoort niet bij de vraag")
    return Letter(question=question, reply=reply, practice=practice)


def misdated(letter: Letter, today: date) -> str:
    """Why the days in a letter cannot be, a few Dutch words; empty when they can."""
    question, reply = letter.question, letter.reply
    if question.on > today:
        return "de dag van de vraag moet nog komen"
    if question.due is not None and question.due < question.on:
        return "de dag voor het antwoord ligt vóór de vraag"
    return _misdated(reply, question, today) if reply else ""


def _misdated(reply: Reply, question: Question, today: date) -> str:
    if reply.on > today or monday_of(reply.week) > today:
        return "de dag van het antwoord moet nog komen"
    if reply.on < question.on:
        return "de dag van het antwoord ligt vóór de vraag"
    if monday_of(reply.week) > reply.on:
        return "het beraad was na het antwoord"
    if is_too_early(reply.week, question):
        return "het beraad was meer dan een jaar vóór de vraag"
    return ""


def is_too_early(week: str, question: Question) -> bool:
    """Whether a beraad in this week says nothing any more about what is asked."""
    return question.on - monday_of(week) > _LONGEST_AGO


def _record(kind: type[Any], said: object, name: str) -> Any:
    if not isinstance(said, dict):
        raise Unfit(f"{name} ontbreekt")
    fields = cast("Mapping[str, Any]", said)
    for value in fields.values():
        if isinstance(value, str) and (len(value) > LONGEST or not _is_line(value)):
            raise Unfit(f"een tekst in {name} is te lang, of is geen gewone tekst")
    try:
        found = decoded(kind, fields)
    except ValueError as wrong:
        raise Unfit(f"{name}.{wrong} klopt niet") from None
    if not MARK.fullmatch(found.id):
        raise Unfit(f"{name}.id klopt niet")
    return found


def _is_line(text: str) -> bool:
    """Whether every sign of it prints; a letter of one line holds no others."""
    return all(sign.isprintable() for sign in text)
