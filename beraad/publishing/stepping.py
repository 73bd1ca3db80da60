"""What becomes of a signal in the register: one step at a time, each read before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import KIND_LABELS, Find
from beraad.privacy.leaving.later import mark_of, open_in_step, open_places
from beraad.records import Id, RegisteredSignal, SignalLine, Step, StepKind
from beraad.signals.days import misdated
from beraad.signals.fold import Folded
from beraad.signals.life import lacks
from beraad.signals.moves import WAY_BACK
from beraad.signals.told_back import End, end_among, goes_on_in, joined_in, still_waiting
from beraad.store.copies.emptying import empty_everywhere
from beraad.store.copies.finished import empty_finished_everywhere
from beraad.store.register import Register

HARDLY = 0.1
"""Seconds to wait for another window that has the register open, while somebody types."""

CLASH = Solvable(
    "Twee laptops schreven een antwoord, en die spreken elkaar tegen. Zolang niet is gekozen, "
    "heeft niemand het antwoord gehoord.",
    kept="Er is niets veranderd.",
    way_out="Kies bij “Wat geldt?” welk antwoord geldt, en vertel dat.",
)
"""Why nothing is told of an answer while another one stands beside it."""


class StepOpen(Solvable):
    """Something was written about a signal that may point to somebody, and nobody decided yet."""

    def __init__(self, signal: RegisteredSignal, found: tuple[Find, ...]) -> None:
        kinds = ", ".join(dict.fromkeys(KIND_LABELS[one.kind] for one in found))
        name = signal.content.bottleneck or signal.content.what
        super().__init__(
            f"In een stap van het signaal “{name}” staat iets waaraan iemand te herkennen is: "
            f"{kinds}.",
            kept="Er is niets geschreven.",
            way_out="Open het signaal bij Signalen en beslis daar per plek: anders schrijven, of "
            "laten staan.",
        )


def require_read(signal: RegisteredSignal, lexicon: Lexicon | None = None) -> None:
    """Raise StepOpen while something in a step is open."""
    if found := open_places(signal, lexicon):
        raise StepOpen(signal, found)


def known(signal_id: Id, path: Path) -> Folded:
    """All that is known of one signal. Raises Solvable when the register cannot be read."""
    with Register.open(path) as register:
        return register.folded(signal_id)


class Beside(NamedTuple):
    """What a signal hangs together with.

    Attributes:
        joined: the signals that go on in it, at a glance.
        end: the signal in which it goes on itself; None when it does not, or nobody knows where.
    """

    joined: tuple[SignalLine, ...] = ()
    end: End | None = None


def beside_of(signal_id: Id, path: Path) -> Beside:
    """The signals that were joined with one, or with which it was joined. Raises Solvable."""
    with Register.open(path) as register:
        lines = register.joined_lines()
        known_joined = {line.id: line for line in lines}
        own = known_joined.get(signal_id)
        there = goes_on_in(own, known_joined) if own is not None else None
        signal = register.folded(there).signal if there is not None else None
    if signal is None:
        return Beside(joined_in(signal_id, lines))
    return Beside((), end_among(signal, joined_in(signal.id, lines)))


def taken(
    signal_id: Id,
    step: Step,
    path: Path,
    *,
    is_read: bool = False,
    lexicon: Lexicon | None = None,
) -> Folded:
    """Add a step to a signal, and return all that is known of it then.

    What was being typed is noted with it, and leaves the backups. `is_read` tells that somebody
    decided about every place in its words. Raises StepOpen when nobody did and there is one, and
    Solvable when the step does not fit, the signal is gone, or the register cannot be written.
    """
    if is_read:
        step = replace(step, read=mark_of(step))
    with Register.open(path) as register:
        before = register.folded(signal_id)
        signal = _there(before)
        if step.kind in WAY_BACK and before.answers_clash:
            raise CLASH
        if why := lacks(signal, step) or misdated(signal, step, step.recorded_on):
            raise Solvable(
                why,
                kept="Wat je typte staat er nog.",
                way_out="Kijk hoe het signaal er nu voor staat en kies de stap die past.",
            )
        if found := open_in_step(step, lexicon):
            raise StepOpen(signal, found)
        if step.kind is StepKind.CLOSED:
            _require_all_told(signal, register)
        register.put(replace(signal, steps=(*signal.steps, step)))
        done = f"{step.kind.value}."
        texts = register.drafts(signal_id)
        left = {f: text for f, text in texts.items() if not f.startswith(done)}
        register.draft(signal_id, left)
        known_now = register.folded(signal_id)
    if left != texts:
        empty_finished_everywhere(path)
    return known_now


def reworded(signal_id: Id, step: Step, path: Path) -> Folded:
    """Keep a step in other words, as somebody let them stand, and return what is known then.

    What it said before is erased, also from the backups. Raises Solvable when the register cannot
    be written.
    """
    with Register.open(path) as register:
        signal = _there(register.folded(signal_id))
        if not any(each.id == step.id for each in signal.steps):
            raise _gone()
        register.reword(signal_id, replace(step, read=mark_of(step)))
        known_now = register.folded(signal_id)
    with suppress(Solvable):  # What could not be emptied is with the next backup.
        empty_everywhere(path)
    return known_now


def chosen(signal: RegisteredSignal, versions: Iterable[RegisteredSignal], path: Path) -> Folded:
    """Let this text of a signal stand, of the `versions` that somebody read side by side.

    Raises Solvable, also when others stand side by side by now.
    """
    with Register.open(path) as register:
        now = register.folded(signal.id)
        _there(now)
        if _texts_of(now.versions) != _texts_of(versions):
            raise _other_texts()
        register.choose(signal)
        return register.folded(signal.id)


def laid_beside(
    versions: Iterable[RegisteredSignal], path: Path, *, chosen: RegisteredSignal
) -> Folded:
    """Take back that this text was chosen: these stand side by side again, the last one shown.

    Raises Solvable, also when another text stands there by now.
    """
    texts = tuple(versions)
    with Register.open(path) as register:
        now = register.folded(chosen.id)
        if _texts_of((_there(now),)) != _texts_of((chosen,)) or now.versions:
            raise _other_texts()
        register.lay_beside(texts[-1], texts)
        return register.folded(chosen.id)


def _texts_of(signals: Iterable[RegisteredSignal]) -> set[RegisteredSignal]:
    return {replace(signal, steps=()) for signal in signals}


def _other_texts() -> Solvable:
    return Solvable(
        "De tekst van dit signaal is intussen veranderd.",
        kept="Er is niets veranderd.",
        way_out="Lees wat er nu staat, en kies dan.",
    )


def put_again(signal: RegisteredSignal, path: Path) -> Folded:
    """Write a signal that is gone down again, with its steps; not one that was erased.

    Raises Solvable.
    """
    with Register.open(path) as register:
        if register.folded(signal.id).erased:
            raise _gone()
        register.put(signal)
        return register.folded(signal.id)


def drafted(
    signal_id: Id,
    texts: Mapping[str, str],
    path: Path,
    *,
    seen: Mapping[str, str] | None = None,
    joins: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, str]:
    """Keep what is being typed about a signal, by field, and return all that is kept of it.

    An empty text takes a field away; what stands in others stays, for another window may be typing
    there. Words that another window wrote in the same field since they were `seen` are put below;
    in a form that is kept whole they are put behind what `joins` says of the field, and what was
    only changed there stays as it is.
    It never leaves. Somebody is typing and it is tried again, so another window is hardly waited
    for. Raises Solvable.
    """
    with Register.open(path, patience=HARDLY) as register:
        before = register.drafts(signal_id)
        kept = {**before, **texts}
        if seen is not None:
            for name in texts:
                theirs = before.get(name, "")
                if theirs == seen.get(name, ""):
                    continue
                if name.endswith(".words"):
                    kept[name] = both(texts[name], theirs)
                elif theirs and joins:
                    kept[name] = _joined(texts[name], theirs, seen.get(name, ""), joins.get(name))
        register.draft(signal_id, kept)
    return {name: text for name, text in kept.items() if text}


def both(mine: str, theirs: str, *, between: str = "\n") -> str:
    """What two wrote in one field, the second below the first unless it says nothing more."""
    return mine if theirs in mine else theirs if mine in theirs else f"{mine}{between}{theirs}"


def _joined(mine: str, theirs: str, was: str, between: str | None) -> str:
    """Both, or what one of them changed; a choice that both made is that of this window."""
    if mine == was:
        return theirs
    return mine if between is None else both(mine, theirs, between=between)


def drafts_of(signal_id: Id, path: Path) -> dict[str, str]:
    """What is being typed about a signal, by field. Raises Solvable."""
    with Register.open(path) as register:
        return register.drafts(signal_id)


def _require_all_told(signal: RegisteredSignal, register: Register) -> None:
    """Raise Solvable while a team that saw the same did not hear the answer."""
    if teams := still_waiting(signal, joined_in(signal.id, register.joined_lines())):
        raise Solvable(
            f"Nog niet gehoord: {', '.join(teams)}. Signalen van meer teams zijn samengevoegd.",
            kept="Het signaal staat nog open.",
            way_out="Kies “Team vertellen” en noem het team. Daarna kun je afsluiten.",
        )


def _there(known: Folded) -> RegisteredSignal:
    if known.signal is None:
        raise _gone()
    return known.signal


def _gone() -> Solvable:
    return Solvable(
        "Dit signaal is er niet meer.",
        kept="Er is niets veranderd.",
        way_out="Ga terug naar Signalen en kijk wat er nu staat.",
    )
