"""Who was there at an earlier beraad and what was agreed, read without opening it to write."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import date
from pathlib import Path

from beraad.errors import Solvable
from beraad.records import AGREEMENTS, Employment, LastTime, Part, Participant, new_id
from beraad.store.glance import glance
from beraad.store.kinds import SESSION_FILE

_MOST = 60
"""People in one beraad that are looked at; a group is ten."""

_PEOPLE = f"SELECT role, name, part, employment FROM participants ORDER BY position LIMIT {_MOST}"  # noqa: S608
_OPENING = f"SELECT held_on, {', '.join(AGREEMENTS)} FROM opening LIMIT 1"  # noqa: S608


def last_time(path: Path) -> LastTime | None:
    """What this beraad had; None when it has no people, or cannot be looked into now.

    The people come with an identity of their own: they are no longer those of that beraad.
    """
    # Whatever is wrong with an old file is told where that file is opened.
    with suppress(Solvable, sqlite3.Error, LookupError, TypeError, ValueError):
        with glance(path, SESSION_FILE) as connection:
            people = tuple(_person(row) for row in connection.execute(_PEOPLE))
            held_on, *texts = connection.execute(_OPENING).fetchone()
        here = tuple(one for one in people if one.role.strip() or one.name.strip())
        if here:
            agreed = zip(AGREEMENTS, (_text(text) for text in texts), strict=True)
            return LastTime(
                held_on=date.fromisoformat(held_on),
                people=here,
                agreements=tuple((name, text) for name, text in agreed if text.strip()),
            )
    return None


def _person(row: tuple[object, ...]) -> Participant:
    role, name, part, employment = (_text(value) for value in row)
    return Participant(
        id=new_id(), role=role, name=name, part=Part[part], employment=Employment[employment]
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
