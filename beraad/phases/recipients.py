"""To whom a signal can go, each found by what it is called and by who takes it up there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from beraad.phases.folding import plain, without_article
from beraad.phases.routes import Routes
from beraad.phases.suggestions import SuggestionList


class Recipient(NamedTuple):
    """Somebody to pass a signal on to.

    Attributes:
        name: what is filled in; a body, a team or a role.
        role: who takes it up there; empty when nobody wrote that down, or `name` is that role.
    """

    name: str
    role: str = ""


def recipients(
    routes: Routes, listed: SuggestionList, earlier: Iterable[str] = ()
) -> tuple[Recipient, ...]:
    """Every place of the routekaart, all on the list, and who had a signal before: each once.

    What is on the list is called as it is there.
    """
    names = {_key(item.name): item.name for item in listed.items}
    found: dict[str, Recipient] = {}
    for route in routes.routes:
        key = _key(route.name)
        role = route.handled_by.strip()
        named = names.get(key, route.name.strip())
        found.setdefault(key, Recipient(named, "" if _key(role) == key else role))
    for name in (*names.values(), *sorted(map(str.strip, earlier), key=plain)):
        if name:
            found.setdefault(_key(name), Recipient(name))
    return tuple(found.values())


def _key(name: str) -> str:
    return without_article(plain(name.strip()))
