"""What is typed about a beraad outside of it, and is not used yet: kept in the beraad itself.

So it is under the key of that beraad, and goes when that is erased.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from beraad.records import AsTyped, Id, Session, new_id
from beraad.store.glance import glance
from beraad.store.kinds import SESSION_FILE
from beraad.store.session_file import SessionFile


def keep_typed(path: Path, place: str, text: str) -> None:
    """Keep in the beraad what stands half typed under this name. Raises Solvable."""
    with SessionFile.open(path) as file:
        file.keep(with_half_typed(file.session, place, text))


def typed_in(path: Path, place: str) -> str:
    """What was typed under this name and was not used yet. Raises Solvable."""
    with glance(path, SESSION_FILE) as connection:
        found = connection.execute("SELECT text FROM astyped WHERE place = ?", (place,))
        return "".join(text for (text,) in found)


def with_half_typed(session: Session, place: str, text: str) -> Session:
    """The beraad with this half typed text, or without any when it is empty."""
    if text and session.typed_at(place) == text:
        return session
    others = tuple(each for each in session.as_typed if each.place != place)
    typed = (AsTyped(id=Id(new_id()), place=place, text=text),) if text else ()
    return replace(session, as_typed=(*others, *typed))
