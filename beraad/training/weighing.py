"""Texts of trainers before they go out: what points to somebody, and where; never the text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import KIND_LABELS, FindKind
from beraad.privacy.leaving.loose import found_in

SEAL = object()
"""For what reads a case or a course, and nothing else."""

_MAKER = "Vraag de maker om het daar weg te halen en het bestand opnieuw te geven."
_TOLD = 4
_NEW_LINE = "\n"
_NEVER = frozenset(
    {
        FindKind.BSN,
        FindKind.IBAN,
        FindKind.PHONE,
        FindKind.EMAIL,
        FindKind.LICENCE_PLATE,
        FindKind.BIRTH_DATE,
    }
)
"""Of these nobody can say that it was made up: a number may be somebody's all the same."""

_REACHED_BY = frozenset({FindKind.PHONE, FindKind.EMAIL})
"""By these whoever gives a course may be reached."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text that goes out.

    Attributes:
        where: its place, in words.
        is_decided: what the gate only asks about was decided when it was kept.
        begins: gives the line of its file on which it begins, which takes as long as the file; 0
            when that cannot be told.
        is_joined: its lines in that file were joined, so that only the first can be told.
    """

    where: str
    text: str
    is_decided: bool = False
    begins: Callable[[], int] | None = None
    is_joined: bool = False

    def at(self, start: int) -> str:
        """Where the sign at this place of the text stands, in words."""
        line = self.begins() if self.begins is not None else 0
        if not line:
            return self.where
        further = 0 if self.is_joined else self.text.count(_NEW_LINE, 0, start)
        return f"{self.where}, regel {line + further}"


class Asked(Solvable):
    """Something that goes out may point to somebody; a person has to say that it was made up.

    Attributes:
        places: where, and of which kind; never the text.
    """

    def __init__(self, places: str, question: str, *, way_out: str) -> None:
        super().__init__(
            f"Dit wijst misschien naar een mens: {places}. {question}",
            kept="Er is nog niets geschreven.",
            way_out=way_out,
        )
        self.places = places


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Something of a trainer that was read and may be given on; only who read it makes one.

    Raises TypeError when it is made without the seal.
    """

    seal: object

    def __post_init__(self) -> None:
        if self.seal is not SEAL:
            msg = "only what passed the gate is given on"
            raise TypeError(msg)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Places where somebody may be found, in words; empty when there are none.

    Attributes:
        never: where a number of somebody stands, that never goes out.
        asked: what a person has to look at.
    """

    never: str
    asked: str


def weighed(
    texts: Iterable[Placed],
    lexicon: Lexicon | None = None,
    *,
    today: date,
    ours: Collection[str] = frozenset(),
    may_name_trainer: bool = False,
) -> Weighed:
    """Read texts as one document; those that are `ours` need no reading.

    Where a trainer may be named, by which that person is reached is asked and not refused.
    """
    refused = _NEVER - _REACHED_BY if may_name_trainer else _NEVER
    placed = tuple(each for each in texts if each.text not in ours)
    found = found_in([each.text for each in placed], lexicon, on=today)
    never: list[str] = []
    asked: list[str] = []
    for each in placed:
        for one in found.get(each.text, ()):
            told = f"{each.at(one.start)} ({KIND_LABELS[one.kind]})"
            if one.kind in refused and not one.asks:
                never.append(told)
            elif not (one.asks and each.is_decided):
                asked.append(told)
    return Weighed(never=_listed(never), asked=_listed(asked))


def refuse_numbers(told: Weighed, *, way_out: str) -> None:
    """Raise Solvable when a number of somebody stands there, whatever anybody said of it."""
    if told.never:
        raise Solvable(
            f"Hier staat iets dat naar een mens wijst: {told.never}.",
            kept="Er is niets geschreven.",
            way_out=f"Haal het daar weg, of schrijf iets algemeners. {way_out}",
        )


@contextmanager
def of_another() -> Generator[None]:
    """Read what another made: who opens it hears whom to ask when a number of somebody is in it.

    Raises Solvable then; what is asked of who made it passes as it is.
    """
    try:
        yield
    except Asked:
        raise
    except Solvable as problem:
        raise Solvable(
            problem.happened,
            kept="Er is niets geopend en niets veranderd.",
            way_out=_MAKER,
        ) from problem


def ask_about(
    texts: Iterable[Placed],
    lexicon: Lexicon | None = None,
    *,
    today: date,
    is_made_up: bool = False,
) -> None:
    """Raise Solvable for a number of somebody, and Asked for what may be a person until somebody
    said that it `is_made_up`.
    """
    told = weighed(texts, lexicon, today=today)
    refuse_numbers(told, way_out="Doe het dan nog eens.")
    if told.asked and not is_made_up:
        raise Asked(
            told.asked,
            "Is het verzonnen, of mag het mee?",
            way_out="Is het echt en hoort het er niet in, verander het dan eerst.",
        )


def _listed(places: list[str]) -> str:
    distinct = tuple(dict.fromkeys(places))
    more = f" en nog {len(distinct) - _TOLD}" if len(distinct) > _TOLD else ""
    return f"{'; '.join(distinct[:_TOLD])}{more}"
