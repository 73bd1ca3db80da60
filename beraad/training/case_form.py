"""What a trainer adds to a case of one's own, as a form: aims, pitfalls, questions, minutes, roles,
and an observation to show what one looks like.

What is typed is in a notebook beside the case, and the observation in one of its own. The case
itself is written anew from them with what is complete, so that it can be played at every moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import cast

from beraad.errors import Solvable
from beraad.phases.behaviours import THROUGHOUT
from beraad.records import PhaseKey
from beraad.training.case_leaving import texts_of_trainer
from beraad.training.case_writing import written_case
from beraad.training.coaching import (
    Coaching,
    Difficulty,
    Guidance,
    Manner,
    Role,
    Seen,
    Takeaway,
)
from beraad.training.observing.notebook import Notebook
from beraad.training.observing.observation import ObservationFile
from beraad.training.observing.taking_along import TAKEAWAY, TakeawayNotes
from beraad.training.own_file import OwnFile
from beraad.training.place import LONGEST_TEXT, unreadable
from beraad.training.practice import LONGEST_LINE, PracticeCase, at_any_moment, case_in, lacking

ABOUT = ("samenvatting", "leerdoel")
"""What is asked of the case as a whole."""
OF_RONDE = ("leerdoel", "valkuil", "modelvraag", "minuten")
"""What is asked of each part of the talk."""
OF_ROLE = ("rol", "weet", "bij_open_vraag", "zegt")
"""What is asked of each role, besides its manner."""

_KIND, _SUFFIX, _EXAMPLE = "casusformulier", ".formulier", ".voorbeeld"
_TAKEN = "terugblik"
_DIFFICULTY, _MANNER, _ROLES = "moeilijkheid", "gedrag", "rollen"
_MOST_MINUTES = 240
_MOST_ROLES = 20
_MOST_COUNTED = 99


class CaseForm:
    """A case that is being filled in. Each deed is on disk when it returns, or raises Solvable.

    Attributes:
        case: as it was written last.
        example: the observation that shows what one looks like.
        taken: what who led in that example takes along.
    """

    def __init__(self, case: PracticeCase, *, today: date) -> None:
        """Go on with what was typed about this case, or begin with what stands in it."""
        self.case = case
        self._file = OwnFile(case.path, case.path.read_bytes())
        path = case.path.with_suffix(_SUFFIX)
        began_before = path.exists()
        if began_before:
            self._notebook = Notebook.open(path, _KIND)
        else:
            self._notebook = Notebook.begin(path, _KIND, {"casus": case.path.name})
        self._taken: dict[str, dict[str, str]] = {}
        self.taken = TakeawayNotes(self._notebook, _TAKEN, case.course)
        self.example = ObservationFile.example(case.path.with_suffix(_EXAMPLE), case, today=today)
        if not began_before:
            self._take_over()
        if not self.taken.is_begun and case.coaching.takeaway is not None:
            self._take_over_takeaway(case.coaching.takeaway)

    @property
    def phases(self) -> tuple[PhaseKey, ...]:
        """The parts of the talk that have an aim of their own."""
        return (PhaseKey.OPENING, *self.case.course.keys)

    def text(self, place: str, name: str) -> str:
        """What stands in a field of the case itself (no place), of a ronde, or of a role."""
        said = self._notebook.of(place, name)
        return said if isinstance(said, str) else ""

    def write(self, place: str, name: str, text: str) -> None:
        """Write down what stands in a field."""
        self._notebook.note(place, name, text)

    @property
    def difficulty(self) -> Difficulty | None:
        """How much it asks; None as long as nobody said so."""
        said = self.text("", _DIFFICULTY)
        return Difficulty(said) if said in list(Difficulty) else None

    def set_difficulty(self, difficulty: Difficulty) -> None:
        """Say how much it asks."""
        self._notebook.note("", _DIFFICULTY, difficulty.value)

    @property
    def roles(self) -> tuple[str, ...]:
        """The numbers of the roles, in order."""
        found: object = self._notebook.of("", _ROLES)
        numbers = cast("list[object]", found) if isinstance(found, list) else []
        return tuple(number for number in numbers if isinstance(number, str))

    def add_role(self) -> str:
        """One role more; its number."""
        roles = self.roles
        if len(roles) >= _MOST_ROLES:
            raise Solvable("Meer dan twintig rollen passen niet bij één casus.")
        numbers = (int(each.removeprefix("rol ")) for each in (*roles, *self._taken))
        number = str(max(numbers, default=0) + 1)
        self._notebook.note("", _ROLES, [*roles, f"rol {number}"])
        return f"rol {number}"

    def take_role(self, number: str) -> None:
        """One role less; what was typed of it goes from the file, and is there again when it is put
        back on this visit.
        """
        told = self._taken.setdefault(number, {})
        self._notebook.note("", _ROLES, [each for each in self.roles if each != number])
        for name in (*OF_ROLE, _MANNER):
            told.setdefault(name, self.text(number, name))
            self._notebook.note(number, name, None)

    def put_role(self, number: str) -> None:
        """Put a role back, as the last."""
        for name, text in self._taken.get(number, {}).items():
            self._notebook.note(number, name, text)
        self._notebook.note("", _ROLES, [*(each for each in self.roles if each != number), number])
        self._taken.pop(number, None)

    def manner(self, number: str) -> Manner:
        """What makes this role hard to lead."""
        said = self.text(number, _MANNER)
        return Manner(said) if said in list(Manner) else Manner.USUAL

    def set_manner(self, number: str, manner: Manner) -> None:
        """Say what makes this role hard to lead."""
        self._notebook.note(number, _MANNER, manner.value)

    @property
    def coaching(self) -> Coaching:
        """What is complete; the rest waits."""
        return replace(
            self.case.coaching,
            difficulty=self.difficulty,
            rounds=tuple(self._rounds()),
            roles=tuple(self._roles()),
            seen=tuple(self._seen()),
            takeaway=self.taken.whole,
        )

    def open_ends(self) -> tuple[str, ...]:
        """What is still needed, in short Dutch sentences."""
        return tuple(self._open_ends())

    def left_behind(self) -> tuple[str, ...]:
        """What was typed and does not go along yet, because it is not complete."""
        return tuple(self._left_behind())

    def keep_case(self, *, today: date) -> PracticeCase:
        """Write the case with what is complete, in the place of the one before.

        One that another changed meanwhile stays, and this one goes beside it. Raises Solvable.
        """
        session = at_any_moment(self.case)
        summary, aim = self.text("", "samenvatting"), self.text("", "leerdoel")
        _require_readable(replace(self.case, summary=summary, aim=aim, coaching=self.coaching))
        text = written_case(session, today=today, summary=summary, aim=aim, coaching=self.coaching)
        self.case = case_in(self._file.write(text.encode()))
        return self.case

    def _take_over(self) -> None:
        """Begin with what stands in the case."""
        case, coaching = self.case, self.case.coaching
        self.write("", "samenvatting", case.summary)
        self.write("", "leerdoel", case.aim if case.has_aim else "")
        if coaching.difficulty is not None:
            self.set_difficulty(coaching.difficulty)
        for one in coaching.rounds:
            said = (one.aim, one.pitfall, one.question, str(one.minutes))
            for name, text in zip(OF_RONDE, said, strict=True):
                self.write(one.phase, name, text)
        for role in coaching.roles:
            number = self.add_role()
            said = (role.name, role.knows, role.when_asked, role.says)
            for name, text in zip(OF_ROLE, said, strict=True):
                self.write(number, name, text)
            self.set_manner(number, role.manner)

    def _take_over_takeaway(self, takeaway: Takeaway) -> None:
        said = (takeaway.keep, takeaway.attempt, takeaway.when, takeaway.noticed_by)
        for name, text in zip(TAKEAWAY, said, strict=True):
            self.taken.write(name, text)
        self.taken.try_in(takeaway.phase)

    def _rounds(self) -> Iterator[Guidance]:
        for phase in self.phases:
            aim, pitfall, question, minutes = (self.text(phase, name).strip() for name in OF_RONDE)
            if aim and pitfall and question and _is_minutes(minutes):
                yield Guidance(
                    phase=phase,
                    aim=aim,
                    pitfall=pitfall,
                    question=question,
                    minutes=int(minutes),
                )

    def _roles(self) -> Iterator[Role]:
        for number in self.roles:
            name, knows, when_asked, says = (self.text(number, each).strip() for each in OF_ROLE)
            if name and knows and when_asked and says:
                yield Role(
                    name=name,
                    knows=knows,
                    when_asked=when_asked,
                    says=says,
                    manner=self.manner(number),
                )

    def _seen(self) -> Iterator[Seen]:
        """What the example says, part by part; a moment without words waits."""
        for place in self.example.shown.places:
            seen = self.example.shown.of(place)
            found = replace(
                seen,
                moments=tuple(each for each in seen.moments if each.what.strip()),
                tally={kind: min(count, _MOST_COUNTED) for kind, count in seen.tally.items()},
            )
            if found.labels or found.heard or found.tally or found.moments:
                yield found

    def _open_ends(self) -> Iterator[str]:
        yield from self._left_behind()
        yield from lacking(self.coaching, has_aim=bool(self.text("", "leerdoel").strip()))

    def _left_behind(self) -> Iterator[str]:
        coaching = self.coaching
        for phase in self.phases:
            said = [self.text(phase, name).strip() for name in OF_RONDE]
            if any(said) and coaching.of(phase) is None:
                where = self._name(phase)
                if said[3] and not _is_minutes(said[3]):
                    yield f"{where}: schrijf de minuten als een getal van 1 tot {_MOST_MINUTES}."
                else:
                    yield f"{where}: nog niet alle vier de velden."
        complete = {role.name for role in coaching.roles}
        for number in self.roles:
            name = self.text(number, "rol").strip()
            if name not in complete:
                yield f"Rollenkaart {name or 'zonder naam'}: nog niet alle velden."
        for place, seen in self.example.shown.seen.items():
            if any(not each.what.strip() for each in seen.moments):
                yield f"Voorbeeld, {self._name(place)}: een moment heeft nog geen woorden."
        if self.taken.is_begun and coaching.takeaway is None and self._says_something():
            yield "Behoud en probeer: nog niet alle velden."

    def _says_something(self) -> bool:
        return bool(self.taken.phase) or any(self.taken.text(name).strip() for name in TAKEAWAY)

    def _name(self, place: str) -> str:
        match place:
            case PhaseKey.OPENING:
                return "Opening"
            case _ if place == THROUGHOUT:
                return "het hele gesprek"
            case _:
                return f"Ronde {self.case.course.number(PhaseKey(place))}"


def _is_minutes(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 0 < int(text[:4]) <= _MOST_MINUTES


def _require_readable(case: PracticeCase) -> None:
    """Raise Solvable for a text that the file of a case could not be read with again."""
    short = {case.summary, case.aim}
    for each in texts_of_trainer(case):
        most = LONGEST_LINE if each.text in short else LONGEST_TEXT
        if reason := unreadable(each.text, most=most):
            raise Solvable(
                f"Dit kan zo niet in de casus, bij {each.where}: {reason}.",
                kept="Wat je schreef, staat er nog. De casus is niet veranderd.",
                way_out="Maak het korter, of typ het opnieuw.",
            )
