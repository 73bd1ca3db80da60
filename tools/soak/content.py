"""A beraad as plain values: what somebody wrote, apart from where the talk is and the clock."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache
from typing import Any

from beraad.records import Progress, Session

_NO_CONTENT = frozenset({"progress", "time_spent"})

Content = dict[str, Any]
"""Per section a dict of fields, or a list of those."""


def content_of(session: Session) -> Content:
    """What stands in a beraad, as plain dicts and lists; nobody may change those."""
    return _content_of(_Same(session))


@dataclass(frozen=True, slots=True)
class _Same:
    """A beraad that is the same only when it is the very one."""

    session: Session

    def __hash__(self) -> int:
        return id(self.session)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.session is self.session


@lru_cache(maxsize=4)
def _content_of(same: _Same) -> Content:
    session = same.session
    return {
        field.name: _plain(getattr(session, field.name))
        for field in fields(Session)
        if field.name not in _NO_CONTENT
    }


def bare(session: Session) -> Session:
    """The beraad without what undo leaves alone: where the talk is, the clock, what was given out.

    What is typed in a field and is no value yet goes its own way too.
    """
    return replace(
        session,
        as_typed=(),
        progress=Progress(),
        time_spent=(),
        versions=(),
        dilemma=replace(session.dilemma, settled=False),
        lesson=replace(session.lesson, approved_on=None),
    )


def print_of(session: Session) -> str:
    """A mark that tells two beraden with other words apart, and holds none of them."""
    kept = replace(session, progress=Progress(), time_spent=())
    return hashlib.sha256(repr(kept).encode(errors="surrogatepass")).hexdigest()[:24]


def differences(one: Content, other: Content) -> set[str]:
    """The sections, with the field where that is known, in which two beraden differ; no words."""
    found: set[str] = set()
    for section in one:
        before, after = one[section], other[section]
        if before == after:
            continue
        if isinstance(before, dict):
            found |= {f"{section}.{name}" for name in before if before[name] != after[name]}
        elif isinstance(before, list):
            found |= _rows(section, before, after)
        else:
            found.add(section)
    return found


def _rows(section: str, before: list[Any], after: list[Any]) -> set[str]:
    earlier = {row["id"]: row for row in before}
    later = {row["id"]: row for row in after}
    found = {
        f"{section}.{name}"
        for identity in earlier.keys() & later.keys()
        for name in earlier[identity]
        if earlier[identity][name] != later[identity][name]
    }
    if later.keys() - earlier.keys():
        found.add(f"{section}+")
    if earlier.keys() - later.keys():
        found.add(f"{section}-")
    same = [each for each in earlier if each in later]
    if same != [each for each in later if each in earlier]:
        found.add(f"{section}~")
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [asdict(each) for each in value]
    return asdict(value) if hasattr(value, "__dataclass_fields__") else value
