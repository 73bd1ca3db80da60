"""Hypothesis strategies for whole beraden, as editing may leave them."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from beraad.records import (
    Fingerprint,
    Id,
    Lesson,
    RegisteredLesson,
    RegisteredSignal,
    Session,
    SignalContent,
    Step,
)
from beraad.records.anatomy import PARENTS, list_sections, single_sections

TELLING_TEXTS = (
    "👩🏽‍⚖️ twijfel 🤔🏳️‍🌈",
    "שלום, היא אמרה: لا",
    "\u202eomgekeerd\u202c",
    "Łukasz, Ğizem, Gyōző en Zoë",
    "regel één\n\n\tregel twee",
    "'; DROP TABLE harms; --",
    "<b>vet</b> & {los} %s",
    "=HYPERLINK(1)",
    "lang " * 4000,
)

texts = st.sampled_from(TELLING_TEXTS) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t"),
    max_size=40,
)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
moments = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-5))]),
)

_VALUES: dict[object, st.SearchStrategy[Any]] = {
    str: texts,
    Id: st.uuids().map(lambda each: Id(each.hex)),
    Fingerprint: st.sampled_from([Fingerprint("0" * 64), Fingerprint("f" * 64)]),
    bool: st.booleans(),
    int: st.integers(0, 10_000),
    date: days,
    datetime: moments,
    type(None): st.none(),
}
_ONE_EACH = {
    "considerations": "participant_id",
    "private_notes": "phase",
    "time_spent": "phase",
}


LINKED = {"signal_id": st.none() | st.uuids().map(lambda each: Id(each.hex))}


@st.composite
def sessions(draw: st.DrawFn, *, most: int = 3) -> Session:
    """Valid beraden with at most `most` records in a section.

    Ids come from a small pool, so that two beraden drawn apart share some of their records.
    """
    ids: dict[str, list[str]] = {}
    sections: dict[str, Any] = {
        name: draw(_records(kind, LINKED if name == "signal_link" else {}))
        for name, kind in single_sections().items()
    }
    for name, kind in list_sections().items():
        least = 2 if name == "options" else 0
        upmost = min(most, 1) if name == "other_signals" else most  # Each is a whole signal.
        sections[name] = draw(_tuples(name, kind, ids, least, max(least, upmost)))
        ids[name] = [record.id for record in sections[name]]
    return Session(id=Id(draw(st.uuids()).hex), created_at=draw(moments), **sections)


_steps: st.SearchStrategy[Step] = st.deferred(
    lambda: _records(
        Step,
        {
            "id": st.uuids().map(lambda each: Id(each.hex)),
            "about": st.none() | st.sampled_from([Id("ander"), Id("beraad-1")]),
            "read": st.none() | st.just(Fingerprint("5e551e")),
        },
    )
)

registered_signals: st.SearchStrategy[RegisteredSignal] = st.deferred(
    lambda: _records(
        RegisteredSignal,
        {
            "id": st.sampled_from([Id(f"beraad-{n}") for n in range(4)]),
            "content": _records(SignalContent, {}),
            "week": st.just("") | days.map(lambda day: f"{day:%G-W%V}"),
            "steps": st.lists(_steps, max_size=6, unique_by=lambda step: step.id).map(tuple),
        },
    )
)

registered_lessons: st.SearchStrategy[RegisteredLesson] = st.deferred(
    lambda: _records(
        RegisteredLesson,
        {
            "id": st.sampled_from([Id(f"beraad-{n}") for n in range(4)]),
            "content": _records(Lesson, {}),
        },
    )
)


def _tuples(
    section: str, kind: type, ids: dict[str, list[str]], least: int, most: int
) -> st.SearchStrategy[tuple[Any, ...]]:
    own = {"id": st.sampled_from([Id(f"{section}-{n}") for n in range(most + 2)])}
    if section in PARENTS:
        link, parent = PARENTS[section]
        if not ids[parent]:
            return st.just(())
        own[link] = st.sampled_from([Id(each) for each in ids[parent]])
    if section == "considerations":
        chosen = st.none() | st.sampled_from([Id(each) for each in ids["options"]])
        own |= {"choice_id": chosen, "revised_choice_id": chosen, "certainty": st.integers(1, 5)}
    unique = _ONE_EACH.get(section)
    keys = [lambda record: record.id]
    if unique:
        keys.append(lambda record: getattr(record, unique))
    return st.lists(_records(kind, own), min_size=least, max_size=most, unique_by=tuple(keys)).map(
        tuple
    )


def _records(kind: type, own: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    values = {name: own[name] if name in own else _value(hints[name]) for name in names}
    return st.builds(kind, **values)


def _value(hint: Any) -> st.SearchStrategy[Any]:
    options = get_args(hint) or (hint,)
    return st.one_of(*[_single(option) for option in options])


def _single(hint: Any) -> st.SearchStrategy[Any]:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return _VALUES[hint]
