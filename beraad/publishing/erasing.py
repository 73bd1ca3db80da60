"""Erasing a signal from the register: what goes, what stays, and what a team is still owed.

Withdrawing is another thing: a step in the life of a signal, with its reason, that can be taken
back. What is erased is gone for good, here and with everybody else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.phases.phrasing import capital, listed
from beraad.records import Id, RegisteredSignal, SignalLine, StepKind
from beraad.signals.telling import owed_sentence
from beraad.signals.told_back import joined_in, not_told, owed_among
from beraad.store.audit import DONE, NOT_ALL, Action, Source, note
from beraad.store.copies.emptying import (
    Emptied,
    Gone,
    copies_of_register,
    empty_everywhere,
    gone_from,
)
from beraad.store.copies.places import places_of_copies
from beraad.store.register import Register

_SHORTEST = 4
"""Characters of an identity by which a signal can be named."""


class Why(StrEnum):
    """Why a signal is erased. One of these and nothing typed: the log holds no words of a case."""

    NAME = "er is iemand in te herkennen"
    ASKED = "iemand vroeg om wissen"
    TERM = "de bewaartermijn is voorbij"
    MISTAKE = "het hoort niet in het register"


class Role(StrEnum):
    """Who erases it."""

    FACILITATOR = "gespreksleider"
    KEEPER = "beheerder"
    OFFICER = "functionaris gegevensbescherming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What erasing a signal comes to.

    Attributes:
        goes: what is erased, each as a line.
        stays: what is not, or is out of our hands, each as a line.
        owing: what is still open, and for whom; sentences, empty when nothing is.
    """

    title: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    owing: str


def going(signal_id: Id, path: Path) -> Going:
    """What erasing a signal would come to. Raises Solvable when it is not there."""
    with Register.open(path) as register:
        known = register.folded(signal_id)
        joined = joined_in(signal_id, register.joined_lines())
    signal = known.signal
    if signal is None:
        raise _gone()
    folder = path.parent
    places = places_of_copies(folder)
    copies = sum(len(copies_of_register(place)) for place in places)
    return Going(
        title=signal.content.bottleneck or signal.content.what or "Signaal",
        goes=tuple(_goes(signal, copies)),
        stays=tuple(_stays(signal, joined)),
        owing=_owing(signal, joined, clash=known.answers_clash),
    )


def erase_signal(
    signal_id: Id,
    path: Path,
    *,
    why: Why,
    role: str = Role.FACILITATOR,
    source: Source = Source.WINDOW,
    now: datetime,
) -> Emptied:
    """Erase a signal from the register, from its backups and from what lies beside it.

    With others its words go as soon as this laptop handed that on and they took it in. Raises
    Solvable when it is not there, or the register cannot be written.
    """
    with Register.open(path) as register:
        if register.folded(signal_id).signal is None:
            raise _gone()
        register.remove(signal_id)
    return _everywhere(path, "signaal", signal_id, why, role=role, source=source, now=now)


def erase_lesson(lesson_id: Id, path: Path, *, why: Why, now: datetime) -> Emptied:
    """Erase a leerverslag from the register and its backups, also when it was taken out before.

    Where a copy of this register is, it goes at the next meeting. Raises Solvable when the register
    cannot be written.
    """
    with Register.open(path) as register:
        register.erase_lesson(lesson_id)
    return _everywhere(
        path, "leerverslag", lesson_id, why, role=Role.FACILITATOR, source=Source.WINDOW, now=now
    )


def _everywhere(
    path: Path, what: str, about: Id, why: Why, *, role: str, source: Source, now: datetime
) -> Emptied:
    emptied = empty_everywhere(path)
    result = NOT_ALL if emptied.left or emptied.away else DONE
    note(
        path.parent,
        Action.ERASED,
        about=about,
        result=f"{result}: {what}, {why}",
        source=source,
        role=role,
        now=now,
    )
    return emptied


def followed(path: Path, before: Gone) -> Solvable | None:
    """Take out of the backups here what others erased since the register said `before`.

    What could not be, is told. Raises Solvable when the register cannot be read.
    """
    if gone_from(path) == before:
        return None
    return told(empty_everywhere(path), begins="Een ander heeft iets gewist. Hier is het ook weg")


def told(emptied: Emptied, *, begins: str = "Gewist") -> Solvable | None:
    """What was not erased yet, and what to do; None when all that is within reach was."""
    if emptied.left:
        names = ", ".join(each.name for each in emptied.left)
        return Solvable(
            f"{begins}, maar in een kopie staat het nog: {names}.",
            way_out="Sluit wat er open staat en maak een reservekopie: dan verdwijnt het ook daar.",
        )
    if emptied.away:
        places = ", ".join(str(each) for each in emptied.away)
        return Solvable(
            f"{begins}, behalve in de reservekopieën in {places}: die map is er nu niet.",
            way_out="Sluit die schijf aan. Bij de volgende reservekopie verdwijnt het ook daar.",
        )
    return None


def meant(said: str, lines: Iterable[SignalLine]) -> SignalLine:
    """The one signal of which the identity begins so. Raises Solvable for none and for more."""
    found = [line for line in lines if line.id.startswith(said)]
    if len(said) < _SHORTEST or not found:
        raise Solvable(
            "Er is geen signaal met dit kenmerk.",
            kept="Er is niets veranderd.",
            way_out="Geef beraad signaal lijst om de kenmerken te zien.",
        )
    if len(found) > 1:
        raise Solvable(
            "Dit kenmerk past op meer dan één signaal.",
            kept="Er is niets veranderd.",
            way_out="Geef meer tekens van het kenmerk.",
        )
    return found[0]


def _goes(signal: RegisteredSignal, copies: int) -> Iterable[str]:
    yield "wat er in het signaal staat, ook eerdere teksten"
    steps = sum(step.kind is not StepKind.UNDONE for step in signal.steps)
    if steps:
        yield f"{counted(steps, 'stap', 'stappen')} met wat daarbij geschreven is"
    yield "wat er half getypt bij ligt"
    if copies:
        yield f"dit signaal in {counted(copies, 'reservekopie', 'reservekopieën')} van het register"
    yield "bij anderen: zodra je samenvoegt of uitwisselt, en zij daarna"


def _stays(signal: RegisteredSignal, joined: tuple[SignalLine, ...]) -> Iterable[str]:
    yield "dat er een signaal was en dat het gewist is: een kenmerk en nummers, geen woorden"
    if signal.week:
        yield "de tekst in het beraad zelf, ronde 8: pas die daar aan of wis dat beraad"
    if joined:
        teams = listed(tuple(dict.fromkeys(line.team for line in joined)))
        one, more = "signaal dat hierin verderging", "signalen die hierin verdergingen"
        yield f"{counted(len(joined), one, more)}, van {teams}"
    yield "wat is gemaakt, gemaild of afgedrukt, en kopieën die een ander bewaart"
    yield "wat een laptop die nooit meer samenvoegt nog heeft"
    yield "op een server van de gemeente: welke login wiste en wanneer, en reservekopieën daarvan"


def _owing(signal: RegisteredSignal, joined: tuple[SignalLine, ...], *, clash: bool) -> str:
    owing = owed_among(signal, joined, clash=clash)
    if owing is None:
        return ""
    teams = dict.fromkeys(filter(None, (signal.team.strip(), *not_told(signal, joined))))
    whom = listed(tuple(teams)) if teams else "het team"
    return (
        f"Dit is nog niet af. {owed_sentence(owing)} {capital(whom)} "
        f"{'horen' if len(teams) > 1 else 'hoort'} hierna niets meer: vertel zelf dat het weg is, "
        "en waarom."
    )


def _gone() -> Solvable:
    return Solvable(
        "Dit signaal is er niet meer.",
        kept="Er is niets veranderd.",
        way_out="Ga terug naar Signalen en kijk wat er nu staat.",
    )
