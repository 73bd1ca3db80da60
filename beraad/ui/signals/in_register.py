"""One signal as the register has it, and every change that its screen makes to it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.leaving.later import open_steps
from beraad.publishing.stepping import (
    Beside,
    beside_of,
    chosen,
    known,
    laid_beside,
    put_again,
    reworded,
    taken,
)
from beraad.records import Id, RegisteredSignal, SignalLine, Step, StepKind
from beraad.signals.days import misdated
from beraad.signals.fold import Folded
from beraad.signals.life import Owed, allowed, lacks
from beraad.signals.likeness import alike_signals
from beraad.signals.moves import WAY_BACK
from beraad.signals.told_back import has_heard, owed_among, still_waiting
from beraad.store.register_lines import signal_lines

_OFFERED = 6
"""Signals to join with that are offered at once."""


class SignalInRegister:
    """What was read last of one signal; whatever reads or writes raises Solvable.

    Attributes:
        known: all that is known of it.
        beside: the signals with which it hangs together.
    """

    def __init__(self, signal_id: Id, path: Path, *, lexicon: Callable[[], Lexicon | None]) -> None:
        self.id = signal_id
        self.path = path
        self.known = Folded()
        self.beside = Beside()
        self._lexicon = lexicon

    @property
    def signal(self) -> RegisteredSignal | None:
        """The signal; None when it is not there."""
        return self.known.signal

    @property
    def steps(self) -> tuple[Step, ...]:
        """Its steps, also those that were taken back."""
        return self.signal.steps if self.signal else ()

    @property
    def allowed(self) -> tuple[StepKind, ...]:
        """The steps that can be taken now."""
        return allowed(self.signal) if self.signal else ()

    @property
    def possible(self) -> tuple[StepKind, ...]:
        """Those that would not be refused: nobody is told while two answers clash."""
        clash = self.known.answers_clash
        return tuple(kind for kind in self.allowed if not (clash and kind in WAY_BACK))

    @property
    def owing(self) -> Owed | None:
        """What has to be done now, and who is to do it."""
        if self.signal is None:
            return None
        return owed_among(self.signal, *self.beside, clash=self.known.answers_clash)

    @property
    def untold(self) -> tuple[str, ...]:
        """The teams that saw the same and did not hear the answer yet."""
        return still_waiting(self.signal, self.beside.joined) if self.signal else ()

    @property
    def teams(self) -> tuple[str, ...]:
        """The teams that it is of, with those that saw the same."""
        own = (self.signal.team,) if self.signal else ()
        every = (*own, *(line.team for line in self.beside.joined))
        return tuple(filter(None, map(str.strip, every)))

    @property
    def waiting(self) -> tuple[str, ...]:
        """Every team that did not hear it yet, each to be found back as a whole."""
        signal = self.signal
        mine = (signal.team,) if signal and not has_heard(signal, signal.team) else ()
        every = dict.fromkeys(map(str.strip, (*mine, *self.untold)))
        return tuple(filter(None, every))

    @property
    def unread(self) -> frozenset[Id]:
        """The steps in which something may point to somebody, and nobody decided about it."""
        steps = open_steps(self.signal, self._lexicon()) if self.signal else ()
        return frozenset(step.id for step in steps)

    def read(self) -> None:
        """Read it anew."""
        self.known = known(self.id, self.path)

    def look_beside(self) -> None:
        """Look which signals hang together with it."""
        self.beside = Beside()
        self.beside = beside_of(self.id, self.path)

    def lines(self) -> tuple[SignalLine, ...]:
        """Every signal in the register, at a glance."""
        return signal_lines(self.path)

    def line(self, other: Id) -> SignalLine | None:
        """Another signal, at a glance."""
        return next((line for line in self.lines() if line.id == other), None)

    def is_erased(self, other: Id) -> bool:
        """Whether another signal was erased."""
        return known(other, self.path).erased

    def to_join_with(self, asked: str) -> tuple[SignalLine, ...]:
        """The first signals with these words with which it can go on: what is alike comes first."""
        from beraad.phases.folding import plain

        words = plain(asked).split()
        ready = tuple(
            line
            for line in self.lines()
            if line.id != self.id
            and line.owed is not None
            and all(word in plain(f"{line.title} {line.ask} {line.team}") for word in words)
        )
        signal = self.signal
        alike = [one.line for one in alike_signals(signal.content, ready)] if signal else []
        found = {line.id: line for line in (*alike, *ready)}
        return tuple(line for line, _ in zip(found.values(), range(_OFFERED), strict=False))

    def hinders(self, step: Step, today: date) -> str:
        """Why a step cannot be taken; nothing when it can."""
        signal = self.signal
        return lacks(signal, step) or misdated(signal, step, today) if signal else ""

    def hinders_rewording(self, step: Step, today: date) -> str:
        """Why a step that stands there cannot be kept in these words; nothing when it can."""
        place = next((n for n, one in enumerate(self.steps) if one.id == step.id), 0)
        signal = self.signal
        before = replace(signal, steps=signal.steps[:place]) if signal else None
        return misdated(before, step, today) if before else ""

    def take(self, step: Step, *, is_read: bool) -> None:
        """Add a step; `is_read` tells that somebody decided about every place in its words."""
        self.known = taken(self.id, step, self.path, is_read=is_read, lexicon=self._lexicon())

    def take_at(self, other: Id, step: Step) -> None:
        """Add a step, of which somebody read every word, to another signal."""
        taken(other, step, self.path, is_read=True, lexicon=self._lexicon())

    def reword(self, step: Step) -> None:
        """Keep a step in other words; those of before are erased."""
        self.known = reworded(self.id, step, self.path)

    def choose(self, signal: RegisteredSignal, texts: tuple[RegisteredSignal, ...]) -> None:
        """Let this text stand, of those that stand side by side."""
        self.known = chosen(signal, texts, self.path)

    def lay_beside(self, signal: RegisteredSignal, texts: tuple[RegisteredSignal, ...]) -> None:
        """Take back that this text was chosen of these."""
        self.known = laid_beside(texts, self.path, chosen=signal)

    def put_again(self, signal: RegisteredSignal) -> None:
        """Write it down again with its steps, when it is gone."""
        self.known = put_again(signal, self.path)
