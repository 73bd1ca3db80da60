"""A short pulse of a team, after a beraad and over time: counts of answers, and nobody.

What was answered is counted per statement, never per person. Nothing is shown of fewer than six
answers, nor where nearly all said the same, because then somebody's answer could be told; nor does
the file hold that. What is counted goes into the file at once, at the end: of two versions of the
file that differ by one slip, one could read what that slip said. Until then it is only in memory,
and the slips on the table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import cast

from beraad import assets, untrusted
from beraad.errors import Solvable
from beraad.phases.data_file import open_data
from beraad.phases.dates import dated
from beraad.report.blocks import Furniture, RowGroup, Run
from beraad.report.charts import Bar, Bars, Fill, Series
from beraad.report.forms.model import Board, Form, Sheet, Small
from beraad.report.house.style import OURS, House
from beraad.training.observing.notebook import Notebook
from beraad.training.weighing import Placed, refuse_numbers, weighed

SUFFIX = ".pols"
LEAST = 6
"""How many answers there are at least before anything is shown."""
SPREAD = 2
"""How many at least said something else than most: one alone would know what all others said."""
_MOST = 200
_KIND = "pols"
_PATH = assets.COURSE / "pols.toml"
_ITEM = "stelling"
_HEAD: Mapping[str, tuple[str, type]] = {"titel": ("title", str), "peildatum": ("on", date)}
_FIELDS: Mapping[str, tuple[str, type]] = {"key": ("key", str), "tekst": ("text", str)}
_WIDTHS = (0.56, 0.44)
_TOO_FEW = f"minder dan {LEAST} antwoorden"
_NOT_DONE = "nog niet klaar met tellen"
_TOO_ALIKE = "te veel hetzelfde om te laten zien"
_TOGETHER = "samen"
"""Under this stands how many answered, where what they answered is not told."""


class Answer(StrEnum):
    """How much somebody recognises a statement."""

    YES = "ja"
    PARTLY = "deels"
    NO = "nee"


_ANSWERS = {str(number): answer for number, answer in enumerate(Answer, 1)}
"""As earlier versions wrote them: a sign for each answer."""
_NOBODY: Mapping[Answer, int] = dict.fromkeys(Answer, 0)
_SERIES = (
    Series(Answer.YES, Fill.SOLID),
    Series(Answer.PARTLY, Fill.HATCHED),
    Series(Answer.NO, Fill.OUTLINE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that a team may recognise."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered to one statement on one day.

    Cannot be made of fewer than six, nor where it tells what somebody answered.
    """

    counts: Mapping[Answer, int]

    def __post_init__(self) -> None:
        if sum(self.counts.values()) < LEAST:
            msg = f"of fewer than {LEAST} answers nothing is told"
            raise ValueError(msg)
        if not _differ(self.counts):
            msg = "where nearly all answered the same nothing is told"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file says of one statement on one day; `answers` where that may be told."""

    total: int
    answers: Answers | None


@lru_cache(maxsize=1)
def statements() -> tuple[Statement, ...]:
    """What is asked, in order."""
    file = open_data(_PATH)
    table = file.table()
    rows = file.tables(table, _ITEM)
    file.fields(table, _HEAD, needed=tuple(_HEAD))
    return tuple(
        Statement(**file.fields(row, _FIELDS, needed=tuple(_FIELDS), header=_ITEM, number=number))
        for number, row in enumerate(rows, start=1)
    )


class Pulse:
    """The pulse of one team. Each deed is on disk when it returns, or raises Solvable."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        # Line after line, a file would tell what each slip said.
        self._notebook.is_forgetful = True
        self._new: dict[tuple[str, str], Mapping[Answer, int]] = {}

    @classmethod
    def begin(cls, folder: Path, team: str, *, today: date) -> Pulse:
        """A new one, in this folder. Raises Solvable, also for a number of somebody in the name."""
        name = "".join(sign for sign in team if sign.isalnum() or sign in " -").strip()
        if not name:
            raise Solvable("Schrijf eerst van welk team het is.")
        told = weighed([Placed("de naam van het team", team)], today=today)
        refuse_numbers(told, way_out="Begin dan de pols.")
        path = folder / f"pols {name[:60].casefold()}{SUFFIX}"
        return cls(Notebook.begin(path, _KIND, {"team": team.strip()}))

    @classmethod
    def open(cls, path: Path) -> Pulse:
        """One that there is. Raises Solvable when it is not understood."""
        made = cls(Notebook.open(path, _KIND))
        known = {each.key for each in statements()}
        for day, key, said in made._notebook:
            counts = _counts(said)
            if key not in known or not _is_day(day) or counts is None:
                raise Solvable(
                    f"Het bestand {untrusted.shown(path.name)} klopt niet: een meting is niet te "
                    "begrijpen.",
                    kept="Er is niets veranderd.",
                    way_out="Open een kopie, of begin een nieuwe pols.",
                )
            if not isinstance(counts, int) and 0 < sum(counts.values()) < LEAST:
                made._new[day, key] = counts  # As earlier versions wrote it.
        return made

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self._notebook.path

    @property
    def team(self) -> str:
        """Whose pulse it is."""
        return str(self._notebook.head.get("team", ""))

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which something was counted, in order."""
        counted = {day for day, _, said in self._notebook if said} | {day for day, _ in self._new}
        return tuple(sorted(map(date.fromisoformat, counted)))

    def unkept(self, day: date) -> int:
        """How many slips of this day the file does not hold yet, as far as can be told."""
        found = (sum(counts.values()) for (on, _), counts in self._new.items() if on == f"{day}")
        return max(found, default=0)

    def is_closed(self, day: date, key: str) -> bool:
        """Whether this was counted to the end: one slip more could be read from the file."""
        return self._kept(day, key) is not None

    def count(self, day: date, key: str, answer: Answer) -> None:
        """Count one answer more, in memory until it is finished. Raises Solvable after that."""
        if self.is_closed(day, key):
            raise Solvable(
                "Deze zin is voor deze dag al klaar.",
                kept="Er is niets bij geteld.",
                way_out="Tel een briefje dat later komt, bij de volgende pols mee.",
            )
        counts = self._said(day, key)
        if sum(counts.values()) >= _MOST:
            raise Solvable(f"Meer dan {_MOST} antwoorden op één dag passen niet bij een team.")
        self._new[day.isoformat(), key] = {**counts, answer: counts[answer] + 1}

    def take_back(self, day: date, key: str, answer: Answer) -> bool:
        """Count one answer less, as long as it is not finished; whether there was any."""
        counts = self._said(day, key)
        if not counts[answer]:
            return False
        self._new[day.isoformat(), key] = {**counts, answer: counts[answer] - 1}
        return True

    def can_finish(self, day: date) -> bool:
        """Whether something of this day can go into the file."""
        return self.unkept(day) >= LEAST

    def finish(self, day: date) -> None:
        """Keep what was counted on this day, where there are six or more; it is closed then.

        What an earlier version kept and may not be told goes out of the file.
        """
        for (on, key), counts in tuple(self._new.items()):
            if on == day.isoformat() and sum(counts.values()) >= LEAST:
                self._notebook.note(on, key, _noted(counts))
                del self._new[on, key]
        for on, key, said in tuple(self._notebook):
            counts = _counts(said)
            if counts is not None and not isinstance(counts, int) and said is not None:
                noted = _noted(counts) if sum(counts.values()) >= LEAST else None
                if noted != said:
                    self._notebook.note(on, key, noted)

    def counted(self, day: date, key: str) -> int:
        """How many answered, whatever they answered."""
        kept = self._kept(day, key)
        return kept.total if kept is not None else sum(self._said(day, key).values())

    def answers(self, day: date, key: str) -> Answers | None:
        """What was answered; None as long as it is not finished, and where it tells of somebody."""
        kept = self._kept(day, key)
        return kept.answers if kept is not None else None

    def chart(self, statement: Statement) -> Bars | None:
        """One statement over time; None when nothing was counted yet."""
        rows = tuple(self._rows(statement))
        if not rows:
            return None
        told = " ".join(f"{row.label}: {row.said or _told(row.parts)}." for row in rows)
        return Bars(
            head="Wanneer",
            series=_SERIES,
            rows=rows,
            alternative=f"{statement.text} {told}",
        )

    def _rows(self, statement: Statement) -> Iterator[Bar]:
        for day in self.days:
            if not self.counted(day, statement.key):
                continue
            found = self.answers(day, statement.key)
            if found is not None:
                yield Bar(dated(day), tuple(found.counts[answer] for answer in Answer))
            elif self.is_closed(day, statement.key):
                yield Bar(dated(day), said=_TOO_ALIKE)
            else:
                is_few = self.counted(day, statement.key) < LEAST
                yield Bar(dated(day), said=_TOO_FEW if is_few else _NOT_DONE)

    def _said(self, day: date, key: str) -> Mapping[Answer, int]:
        """What was counted and is not finished."""
        return self._new.get((day.isoformat(), key), _NOBODY)

    def _kept(self, day: date, key: str) -> _Kept | None:
        counts = _counts(self._notebook.of(day.isoformat(), key))
        if counts is None:
            return None
        if isinstance(counts, int):
            return _Kept(counts, None)
        total = sum(counts.values())
        if total < LEAST:
            return None
        return _Kept(total, Answers(counts) if _differ(counts) else None)


def pulse_sheet(house: House = OURS) -> Form:
    """A slip for everybody, without a name."""
    groups = tuple(RowGroup(((Run(each.text),),), (((),),)) for each in statements())
    return Form(
        source=None,
        title="Pols van het team",
        subject="Briefje voor een korte pols van een team na een moreel beraad",
        stem="pols",
        paper=Sheet.HAND,
        furniture=Furniture(
            kicker="Na een beraad",
            standfirst="Zet bij elke zin één kruisje. Schrijf je naam er niet op.",
            foot="Er wordt pas geteld vanaf zes briefjes. Daarna gaan de briefjes weg.",
        ),
        sheets=(
            (
                Board(
                    ("Bij ons", "Herken je dit?"), groups, (0.56, 0.44), ((), tuple(Answer)), 16.0
                ),
                Small("Vouw het briefje dicht, en leg het bij de andere."),
            ),
        ),
        house=house,
    )


def _told(parts: tuple[int | str, ...]) -> str:
    return ", ".join(f"{answer} {count}" for answer, count in zip(Answer, parts, strict=True))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _differ(counts: Mapping[Answer, int]) -> bool:
    """Whether answers differ so much that nobody's can be told from them."""
    return sum(counts.values()) - max(counts.values()) >= SPREAD


def _noted(counts: Mapping[Answer, int]) -> Mapping[str, int]:
    """How it stands in the file: what may not be told is not there either."""
    return {**counts} if _differ(counts) else {_TOGETHER: sum(counts.values())}


def _counts(said: object) -> Mapping[Answer, int] | int | None:
    """What a file says of one statement on one day, or how many answered where it says no more.

    None when it is not understood.
    """
    match said:
        case None:
            return _NOBODY
        case str() if len(said) <= _MOST and set(said) <= set(_ANSWERS):  # An earlier version.
            found = Counter(_ANSWERS[letter] for letter in said)
            return {answer: found[answer] for answer in Answer}
        case dict():
            told = cast("dict[str, object]", said)
            numbers = [each for each in told.values() if type(each) is int and each >= 0]
            if set(told) == {_TOGETHER} and numbers:
                return numbers[0] if LEAST <= numbers[0] <= _MOST else None
            if set(told) == set(Answer) and len(numbers) == len(told):
                counts = {answer: cast("int", told[answer]) for answer in Answer}
                return counts if LEAST <= sum(numbers) <= _MOST else None
            return None
        case _:
            return None
