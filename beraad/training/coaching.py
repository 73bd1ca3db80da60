"""What an oefencasus gives a trainer besides its beraad: aims, pitfalls, roles, a worked example.

It stands under `oefening` in the file of the case. A case of one's own may lack any of it; what is
written is read strictly, and `lacking` says what is still needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from beraad.phases.behaviours import Label, QuestionKind, behaviours_in
from beraad.phases.course import Course
from beraad.phases.parts import part_name
from beraad.records import PhaseKey
from beraad.training.place import LONGEST_TEXT, Place

E = TypeVar("E", bound=StrEnum)

_MOST_MINUTES = 240
_MOST_HEARD = 2
_MOST_TALLIED = 99
_CLOCK = re.compile(r"\d{1,3}:[0-5]\d")


class Difficulty(StrEnum):
    """How much an oefencasus asks of who leads it."""

    EASY = "om te beginnen"
    MEDIUM = "met ervaring"
    HARD = "pittig"


class Manner(StrEnum):
    """What makes a role hard to lead."""

    USUAL = "gewoon"
    ADVISES = "adviseert"
    JOKES = "grapt"
    SILENT = "stil"
    BY_THE_BOOK = "regelvast"
    MANAGES = "leidinggevende"


class Step(StrEnum):
    """Whether the gespreksleider stepped in where that was needed."""

    NONE = ""
    SEEN = "gezien"
    MISSED = "gemist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What there is to learn in the opening or a ronde of an oefencasus.

    Attributes:
        aim: what who leads practises here.
        pitfall: what will surely be said or done here.
        question: how one could ask on; to look at afterwards.
        minutes: how long this part took when it was led well.
    """

    phase: PhaseKey
    aim: str
    pitfall: str
    question: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A card for somebody who plays along.

    Attributes:
        knows: what this role says by itself.
        when_asked: what it only says to an open question.
        says: a sentence in its manner, to play with.
    """

    name: str
    knows: str
    when_asked: str
    manner: Manner
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something an observer saw or heard, at a time of the clock of that ronde ("05:40")."""

    at: str
    what: str
    step: Step = Step.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What an observer wrote down in one ronde.

    Attributes:
        place: the opening or ronde by its key, or `THROUGHOUT`.
        labels: by the key of the behaviour.
        heard: at most two sentences, word for word, without a name.
        tally: how many questions of each kind.
    """

    place: str
    labels: Mapping[str, Label]
    heard: tuple[str, ...] = ()
    tally: Mapping[QuestionKind, int]
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaway:
    """One thing to keep doing and one to try: when, in which ronde, and how it will be noticed."""

    keep: str
    attempt: str
    when: str
    phase: PhaseKey
    noticed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coaching:
    """Everything a case gives besides its beraad.

    Attributes:
        difficulty: None as long as nobody said how much it asks.
    """

    difficulty: Difficulty | None = None
    rounds: tuple[Guidance, ...] = ()
    roles: tuple[Role, ...] = ()
    seen: tuple[Seen, ...] = ()
    takeaway: Takeaway | None = None

    def of(self, phase: PhaseKey) -> Guidance | None:
        """What there is to learn in one part of the talk."""
        return next((one for one in self.rounds if one.phase is phase), None)

    def lacking(self) -> tuple[str, ...]:
        """What a trainer still needs to write, each a short Dutch sentence."""
        return tuple(self._lacking())

    def _lacking(self) -> Iterator[str]:
        missed = [phase for phase in PhaseKey if self.of(phase) is None]
        if missed:
            which = "één deel" if len(missed) == 1 else f"{len(missed)} delen"
            yield f"Geef nog {which} een leerdoel, een valkuil, een modelvraag en minuten."
        if not self.roles:
            yield "Schrijf een rollenkaart voor ieder die meespeelt."
        elif all(role.manner is not Manner.SILENT for role in self.roles):
            yield (
                "Maak er een rol bij die stil is. Dan is er iets om op te letten."
                if len(self.roles) == 1
                else "Maak één rol stil. Dan is er iets om op te letten."
            )
        if not self.seen:
            yield "Vul een observatie in als voorbeeld."


def read_coaching(header: dict[str, Any], place: Place) -> Coaching:
    """Take the coaching out of the header of a case. Raises Solvable naming place and reason."""
    difficulty = None
    if "moeilijkheid" in header:
        difficulty = _choice(header.pop("moeilijkheid"), Difficulty, place.at("moeilijkheid"))
    rounds = tuple(_guidance(row, at) for row, at in _rows(header, "ronden", place))
    _require_once([one.phase for one in rounds], place.at("ronden"))
    roles = tuple(_role(row, at) for row, at in _rows(header, "rollen", place))
    seen = tuple(_seen(row, at) for row, at in _rows(header, "observatie", place))
    _require_once([one.place for one in seen], place.at("observatie"))
    takeaway = None
    if "terugblik" in header:
        at = place.at("terugblik")
        takeaway = _takeaway(at.table(header.pop("terugblik")), at)
    return Coaching(difficulty=difficulty, rounds=rounds, roles=roles, seen=seen, takeaway=takeaway)


def _guidance(row: dict[str, Any], place: Place) -> Guidance:
    found = Guidance(
        phase=_choice(row.pop("phase", None), PhaseKey, place.at("phase")),
        aim=_text(row, "leerdoel", place),
        pitfall=_text(row, "valkuil", place),
        question=_text(row, "modelvraag", place),
        minutes=_number(row, "minuten", place, most=_MOST_MINUTES),
    )
    _require_nothing_left(row, place)
    return found


def _role(row: dict[str, Any], place: Place) -> Role:
    found = Role(
        name=_text(row, "rol", place),
        knows=_text(row, "weet", place),
        when_asked=_text(row, "bij_open_vraag", place),
        manner=_choice(row.pop("gedrag", None), Manner, place.at("gedrag")),
        says=_text(row, "zegt", place),
    )
    _require_nothing_left(row, place)
    return found


def _seen(row: dict[str, Any], place: Place) -> Seen:
    at = place.at("phase")
    where = at.value(row.pop("phase", None), str)
    known = {one.key for one in behaviours_in(where)}
    if not known:
        raise at.fault("deze ronde is er niet")
    labels = {
        key: _choice(value, Label, place.at("gezien").at(key))
        for key, value in place.at("gezien").table(row.pop("gezien", {})).items()
    }
    for key in labels:
        if key not in known:
            reason = f"kies uit {', '.join(sorted(known))}"
            raise place.at("gezien").at(key).fault(reason)
    tally = {
        _choice(kind, QuestionKind, place.at("vragen")): _counted(count, place.at("vragen"))
        for kind, count in place.at("vragen").table(row.pop("vragen", {})).items()
    }
    heard = _texts(row.pop("gehoord", []), place.at("gehoord"))
    if len(heard) > _MOST_HEARD:
        raise place.at("gehoord").fault("hier horen hoogstens twee zinnen te staan")
    moments = tuple(_moment(one, each) for one, each in _rows(row, "momenten", place))
    _require_nothing_left(row, place)
    return Seen(place=where, labels=labels, heard=heard, tally=tally, moments=moments)


def _moment(row: dict[str, Any], place: Place) -> Moment:
    at = _text(row, "op", place)
    if not _CLOCK.fullmatch(at):
        raise place.at("op").fault("hier hoort een tijd te staan zoals 05:40")
    step = _choice(row.pop("ingreep", ""), Step, place.at("ingreep"))
    found = Moment(at=at, what=_text(row, "wat", place), step=step)
    _require_nothing_left(row, place)
    return found


def _takeaway(row: dict[str, Any], place: Place) -> Takeaway:
    found = Takeaway(
        keep=_text(row, "behoud", place),
        attempt=_text(row, "probeer", place),
        when=_text(row, "wanneer", place),
        phase=_choice(row.pop("phase", None), PhaseKey, place.at("phase")),
        noticed_by=_text(row, "merk", place),
    )
    _require_nothing_left(row, place)
    return found


def _rows(table: dict[str, Any], name: str, place: Place) -> list[tuple[dict[str, Any], Place]]:
    return [(dict(row), at) for row, at in place.at(name).rows(table.pop(name, []))]


def _text(row: dict[str, Any], name: str, place: Place) -> str:
    at = place.at(name)
    text = at.words(row.pop(name, None), most=LONGEST_TEXT)
    if not text:
        raise at.fault("dit veld is leeg")
    return text


def _texts(raw: object, place: Place) -> tuple[str, ...]:
    return tuple(place.words(text, most=LONGEST_TEXT) for text in place.several(raw))


def _number(row: dict[str, Any], name: str, place: Place, *, most: int) -> int:
    at = place.at(name)
    number = at.value(row.pop(name, None), int)
    if not 0 < number <= most:
        raise at.fault(f"hier hoort een getal van 1 tot en met {most} te staan")
    return number


def _counted(raw: object, place: Place) -> int:
    count = place.value(raw, int)
    if not 0 <= count <= _MOST_TALLIED:
        raise place.fault(f"hier hoort een getal van 0 tot en met {_MOST_TALLIED} te staan")
    return count


def _choice(raw: object, kind: type[E], place: Place) -> E:
    if not isinstance(raw, str) or raw not in list(kind):
        raise place.fault(f"kies uit {', '.join(filter(None, kind))}")
    return kind(raw)


def _require_once(names: list[Any], place: Place) -> None:
    for name in names:
        if names.count(name) > 1:
            raise place.fault(f"{part_name(Course(), name).lower()} staat er twee keer")


def _require_nothing_left(row: dict[str, Any], place: Place) -> None:
    for unknown in row:
        raise place.at(unknown).fault("dit veld bestaat niet")
