"""What somebody who learns to lead keeps of it: in a file of one's own, under one's own wachtzin.

Of a real beraad it holds the month and the rondes, and nothing else.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.dates import MONTHS
from beraad.records import Id, PhaseKey
from beraad.report.files import write
from beraad.storable import storable
from beraad.store.places import practice_folder
from beraad.store.shredding import shred
from beraad.store.vault.opening import require_password
from beraad.store.vault.sealing import Slowness, WrongSecret, of_password, seal, unseal
from beraad.training.coaching import Takeaway
from beraad.training.exercise import recall
from beraad.training.observing.looking_back import LookingBack
from beraad.training.own_file import OwnFile

SUFFIX = ".portfolio"
ATTEND_FIRST = 4
"""How many beraden one attends before leading one alone."""

_KIND, _VERSION = "portfolio", 1
_ABOUT = b"beraad portfolio 1"
_LARGEST = 5_000_000
_SALT = 16
_MOST = Slowness(memory=1 << 18, rounds=12)
"""Four times what ours ask: a file of a stranger holds no window up for long."""


class Setting(StrEnum):
    """Whether it was a real beraad."""

    PRACTICE = "oefening"
    REAL = "echt beraad"


class Part(StrEnum):
    """What one did there."""

    LED = "geleid"
    LED_TOGETHER = "samen geleid"
    OBSERVED = "meegekeken"
    TOOK_PART = "deelgenomen"


class From(StrEnum):
    """Who said what was seen, by role."""

    NOBODY = "niemand"
    SOMEBODY = "iemand"
    PEER = "een medecursist"
    TRAINER = "een trainer"
    COLLEAGUE = "een collega"
    CASE_OWNER = "de inbrenger"


LED = frozenset({Part.LED, Part.LED_TOGETHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A beraad that one attended or led.

    Attributes:
        month: such as "2026-11".
        phases: the rondes that one led.
        takeaway: of an oefening only.
    """

    id: Id
    month: str
    setting: Setting
    part: Part
    phases: tuple[PhaseKey, ...] = ()
    feedback: From = From.NOBODY
    takeaway: Takeaway | None = None

    def __post_init__(self) -> None:
        if self.setting is Setting.REAL and self.takeaway is not None:
            msg = "of a real beraad only the month and the rondes are kept"
            raise ValueError(msg)

    @property
    def month_name(self) -> str:
        """The month in words: "november 2026"."""
        year, _, month = self.month.partition("-")
        return f"{MONTHS[int(month) - 1]} {year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """What is kept.

    Attributes:
        erase_on: the day on which its owner wants to be asked whether it can go.
        erase_typed: what was typed for another day, and cannot be read.
    """

    erase_on: date
    erase_typed: str = ""
    entries: tuple[Entry, ...] = ()
    reflection: str = ""

    @property
    def attended(self) -> int:
        """How many real beraden one attended without leading."""
        return sum(each.setting is Setting.REAL and each.part not in LED for each in self.entries)

    def led(self, setting: Setting) -> int:
        """How many one led, alone or together."""
        return sum(each.setting is setting and each.part in LED for each in self.entries)

    def with_entry(self, entry: Entry) -> Portfolio:
        """With this one, in the place of an earlier one that is the same."""
        others = [each for each in self.entries if each.id != entry.id]
        ordered = sorted([*others, entry], key=lambda each: each.month)
        return replace(self, entries=tuple(ordered))

    def without(self, entry_id: Id) -> Portfolio:
        """Without this one."""
        kept = tuple(each for each in self.entries if each.id != entry_id)
        return replace(self, entries=kept)


class PortfolioFile:
    """An open portfolio; what is kept is on disk, sealed, when `keep` returns."""

    def __init__(
        self, file: OwnFile, secret: bytes, head: Mapping[str, Any], shown: Portfolio
    ) -> None:
        self._file = file
        self.shown = shown
        self._secret = secret
        self._head = head

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self._file.path

    @classmethod
    def create(
        cls, path: Path, words: str, *, today: date, slowness: Slowness | None = None
    ) -> PortfolioFile:
        """A new one under this wachtzin, to be erased in a year. Raises Solvable."""
        try:
            require_password(words)
        except Solvable as problem:
            raise Solvable(
                problem.happened, kept="Er is niets gemaakt.", way_out=problem.way_out
            ) from problem
        slow = slowness or Slowness()
        salt = os.urandom(_SALT)
        head = {
            "soort": _KIND,
            "vorm": _VERSION,
            "zout": base64.b64encode(salt).decode(),
            "traag": asdict(slow),
        }
        erase_on = date(today.year + 1, today.month, min(today.day, 28))
        begun = Portfolio(erase_on=erase_on)
        made = cls(OwnFile(path, b""), of_password(words, salt, slow), head, begun)
        sealed = made._sealed(begun)
        made._file = OwnFile(write(path, sealed, replace=False), sealed)
        return made

    @classmethod
    def open(cls, path: Path, words: str) -> PortfolioFile:
        """One that there is. Raises Solvable when the words do not fit, or it is damaged."""
        try:
            data = untrusted.read_bytes(path, most=_LARGEST)
            head_line, _, body = data.partition(b"\n")
            head = json.loads(head_line)
            if head["soort"] != _KIND or head["vorm"] != _VERSION:
                raise _refused(path)
            salt = base64.b64decode(head["zout"])
            slow = Slowness(**head["traag"])
            if slow.memory > _MOST.memory or slow.rounds > _MOST.rounds:
                raise _refused(path)
            secret = of_password(words, salt, slow)
            plain = unseal(base64.b64decode(body), secret, about=_ABOUT)
            shown = _portfolio(json.loads(plain))
        except WrongSecret:
            raise Solvable(
                "Deze wachtzin past niet op je portfolio.",
                kept="Er is niets veranderd.",
                way_out="Kijk naar hoofdletters, en probeer het nog eens.",
            ) from None
        except OSError as error:
            raise Solvable(
                f"Je portfolio is niet te openen: {untrusted.why(error)}.",
                kept="Er is niets veranderd.",
            ) from error
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise _refused(path) from error
        return cls(OwnFile(path, data), secret, head, shown)

    def keep(self, portfolio: Portfolio) -> None:
        """Keep this, beside what another wrote there since.

        Raises Solvable, and then what there was still stands there.
        """
        if portfolio != self.shown:
            self._file.write(self._sealed(portfolio))
            self.shown = portfolio

    def erase(self) -> None:
        """Take it away. Raises Solvable when that fails."""
        try:
            shred(self.path)
        except OSError as error:
            raise Solvable(
                f"Je portfolio is niet weg te halen: {untrusted.why(error)}.",
                kept="Het staat er nog.",
            ) from error

    def _sealed(self, portfolio: Portfolio) -> bytes:
        plain = json.dumps(_written(portfolio)).encode()
        body = base64.b64encode(seal(plain, self._secret, about=_ABOUT))
        return json.dumps(self._head).encode() + b"\n" + body + b"\n"


def usual_place(folder: Path) -> Path:
    """Where a portfolio lies when nobody chose another place."""
    return practice_folder(folder) / f"mijn{SUFFIX}"


def looked_back(folder: Path) -> tuple[Entry, ...]:
    """The oefeningen in this folder that ended with something to keep and something to try."""
    return tuple(_looked_back(folder))


def _looked_back(folder: Path) -> Iterator[Entry]:
    for path in sorted(practice_folder(folder).glob("oefening-*.zelfbeeld")):
        identity = Id(path.stem.removeprefix("oefening-"))
        exercise = recall(folder, identity)
        if exercise is None:
            continue
        try:
            back = LookingBack(folder, identity, exercise)
        except Solvable:
            continue
        takeaway, locked = back.taken.whole, back.locked_at
        if takeaway is None or locked is None:
            continue
        yield Entry(
            id=identity,
            month=f"{locked:%Y-%m}",
            setting=Setting.PRACTICE,
            part=Part.LED,
            phases=back.led,
            feedback=From.SOMEBODY if back.was_observed else From.NOBODY,
            takeaway=takeaway,
        )


def _written(portfolio: Portfolio) -> dict[str, Any]:
    return {
        "wissen_op": portfolio.erase_on.isoformat(),
        "wissen_getypt": portfolio.erase_typed,
        "reflectie": portfolio.reflection,
        "beraden": [_entry_written(each) for each in portfolio.entries],
    }


def _entry_written(entry: Entry) -> dict[str, Any]:
    takeaway = entry.takeaway
    return {
        "id": entry.id,
        "maand": entry.month,
        "soort": entry.setting.value,
        "rol": entry.part.value,
        "ronden": [phase.value for phase in entry.phases],
        "van": entry.feedback.value,
        "meegenomen": None
        if takeaway is None
        else {
            "behoud": takeaway.keep,
            "probeer": takeaway.attempt,
            "wanneer": takeaway.when,
            "ronde": takeaway.phase.value,
            "merk": takeaway.noticed_by,
        },
    }


def _portfolio(said: Mapping[str, Any]) -> Portfolio:
    """Raises KeyError, TypeError or ValueError for what does not fit."""
    return Portfolio(
        erase_on=date.fromisoformat(said["wissen_op"]),
        erase_typed=_text(said.get("wissen_getypt", "")),
        reflection=_text(said["reflectie"]),
        entries=tuple(_entry(each) for each in said["beraden"]),
    )


def _entry(said: Mapping[str, Any]) -> Entry:
    month = date.fromisoformat(f"{said['maand']}-01")
    taken = said["meegenomen"]
    return Entry(
        id=Id(_text(said["id"])),
        month=f"{month:%Y-%m}",
        setting=Setting(said["soort"]),
        part=Part(said["rol"]),
        phases=tuple(PhaseKey(each) for each in said["ronden"]),
        feedback=From(said["van"]),
        takeaway=None
        if taken is None
        else Takeaway(
            keep=_text(taken["behoud"]),
            attempt=_text(taken["probeer"]),
            when=_text(taken["wanneer"]),
            phase=PhaseKey(taken["ronde"]),
            noticed_by=_text(taken["merk"]),
        ),
    )


def _text(said: object) -> str:
    """A text with only signs in it that can be seen. Raises TypeError for anything else."""
    if not isinstance(said, str):
        msg = "a text belongs here"
        raise TypeError(msg)
    return storable(said)


def _refused(path: Path) -> Solvable:
    return Solvable(
        f"Het bestand {untrusted.shown(path.name)} is geen portfolio, of het is beschadigd.",
        kept="Er is niets veranderd.",
        way_out="Kies een ander bestand, of zet een kopie ervan terug.",
    )
