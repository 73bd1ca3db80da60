"""What was written about signals and is not in the register: signals, other words, and steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.by_hand import NEW
from beraad.publishing.differing import differing_among, standing_of
from beraad.publishing.registering import written_signals
from beraad.records import Id, StepKind
from beraad.signals.life import allowed
from beraad.store.catalog import Summary, each_once, place_in_list
from beraad.store.register import Register
from beraad.store.session_reading import SessionReading

_FILLED_IN = frozenset({"on", "answer"})
LONGEST_AGO = timedelta(days=183)
"""A beraad of longer ago is not asked about any more: who wanted it in the register, would have
put it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A beraad with signals of which the register has no words, or others; of those words nothing.

    Attributes:
        lacking: the signals that are not in the register, by what the beraad knows them by.
        differing: those that stand there in other words.
    """

    path: Path
    title: str
    team: str
    held_on: date
    lacking: tuple[Id, ...] = ()
    differing: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunStep:
    """A step that somebody began to write down and did not keep; of its words nothing."""

    signal: Id
    kind: StepKind
    title: str
    team: str


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What is being written in the register itself.

    Attributes:
        steps: of the signals that are in it, those begun and not kept that can be kept now.
        is_new: whether a signal without a beraad is begun.
    """

    steps: tuple[BegunStep, ...] = ()
    is_new: bool = False


def unfinished(register: Path) -> Unfinished:
    """What was typed in the register and not kept. Raises Solvable when it cannot be read."""
    if not register.exists():
        return Unfinished()
    with Register.open(register) as known:
        drafts = {about: known.drafts(about) for about in known.drafted()}
        signals = [known.folded(about).signal for about in drafts if about != NEW]
    steps = (
        BegunStep(
            signal=signal.id,
            kind=kind,
            title=signal.content.bottleneck or signal.content.what,
            team=signal.team,
        )
        for signal in signals
        if signal is not None
        for kind in _kinds_of(drafts[signal.id])
        if kind in allowed(signal)
    )
    ordered = sorted(steps, key=lambda one: (one.title, one.team, one.signal, one.kind))
    return Unfinished(tuple(ordered), any(drafts.get(NEW, {}).values()))


def _kinds_of(texts: Mapping[str, str]) -> Iterator[StepKind]:
    """The steps of which more is written than what their form fills in by itself."""
    for kind in StepKind:
        begin = f"{kind.value}."
        fields = {name.removeprefix(begin) for name in texts if name.startswith(begin)}
        if fields - _FILLED_IN:
            yield kind


def begun_signals(
    folder: Path,
    register: Path,
    *,
    today: date,
    lexicon: Lexicon | None = None,
    goes_on: Callable[[], bool] = lambda: True,
) -> tuple[Begun, ...]:
    """The real beraden of the last half-year with such a signal, the latest first.

    What was erased from the register may not come back, and is not named. A beraad that cannot be
    read is left out: the list says so. When `goes_on` says no, reading stops. Raises Solvable
    when the register cannot be read.
    """
    found = (
        _begun(line, register, lexicon)
        for line in _recent(folder, today - LONGEST_AGO, goes_on)
        if goes_on()
    )
    return tuple(each for each in found if each is not None)


def _begun(line: Summary, register: Path, lexicon: Lexicon | None) -> Begun | None:
    """What of one beraad is not in the register; it is held no longer than that is asked."""
    try:
        session = SessionReading.open(line.path).session
    except Solvable:
        return None
    written = written_signals(session)
    if not written:
        return None
    standing = standing_of(session, register)
    differing = differing_among(session, standing.there, lexicon)
    lacking = tuple(each for each in written if each in standing.lacking)
    if not lacking and not differing:
        return None
    return Begun(
        path=line.path,
        title=line.title,
        team=line.team,
        held_on=line.held_on,
        lacking=lacking,
        differing=tuple(differing),
    )


def _recent(folder: Path, since: date, goes_on: Callable[[], bool]) -> Iterator[Summary]:
    lines, _ = each_once(folder, goes_on=goes_on)
    recent = (line for line in lines if not line.is_practice and line.held_on >= since)
    yield from sorted(recent, key=place_in_list)
