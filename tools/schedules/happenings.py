"""What can happen, as plain values, so that a schedule can be made, cut short and told."""

from __future__ import annotations

import os
from dataclasses import dataclass
from operator import add
from typing import Any

from hypothesis import strategies as st

MOMENTS = (
    "before reading",
    "before sending",
    "while sending",
    "before it is handed on",
    "after sending",
    "before taking in",
    "after taking in",
    "as another",
)
"""Where a laptop is killed while it meets the server."""
_MOST_LAPTOPS = 5
ENTITIES = ("a", "b")


@dataclass(frozen=True)
class Happening:
    """One thing that happens to one laptop; `what` is the name of a method of the world."""

    what: str
    who: int
    which: Any = None

    def __repr__(self) -> str:
        return f"{self.what}({self.who}{'' if self.which is None else f', {self.which!r}'})"


_BEGINNINGS = ([], [Happening("answers_at_once", 0, ("a", 1)), Happening("meets", 2)])
"""Half of the schedules begin with two answers that clash: else few come to a choice."""


def schedules(longest: int = 18) -> st.SearchStrategy[list[Happening]]:
    """Schedules of some happenings, in any order."""
    who = st.integers(0, _MOST_LAPTOPS - 1)
    about = st.sampled_from(ENTITIES)

    def one(what: str, which: st.SearchStrategy[Any]) -> st.SearchStrategy[Happening]:
        return st.builds(Happening, st.just(what), who, which)

    nothing = st.none()
    kinds = [
        one("writes", about),
        one("writes", about),
        one("steps", about),
        one("steps", about),
        one("rewords", about),
        one("answers", about),
        *[one("answers_at_once", st.tuples(about, who))] * 3,
        *[one("chooses", st.integers(0, 2))] * 3,
        *[one("takes_a_choice_back", nothing)] * 2,
        one("erases", about),
        one("meets", nothing),
        one("meets", nothing),
        one("meets", nothing),
        one("is_cut_off", st.tuples(st.sampled_from(["up", "down"]), st.integers(0, 6_000))),
        one("is_copied", st.booleans()),
        one("is_backed_up", nothing),
        one("is_restored", nothing),
        one("turns_clock", st.sampled_from([-10, 0, 10])),
    ]
    if os.name != "nt":
        kinds.append(one("is_killed", st.sampled_from(MOMENTS)))
        kinds.append(one("meets_in_two_windows", nothing))
        kinds.append(one("meets_in_the_midst_of", who))
    happenings = st.lists(st.one_of(kinds), min_size=6, max_size=longest)
    return st.builds(add, st.sampled_from(_BEGINNINGS), happenings)
