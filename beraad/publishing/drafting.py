"""What is being typed about a signal, and whether the register still holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from beraad.errors import Solvable, ToldOnce
from beraad.publishing.stepping import HARDLY, both, drafted
from beraad.records import Id
from beraad.signals.fold import Folded
from beraad.store.footprint import Mark
from beraad.store.register import Register
from beraad.store.seeking import GONE

_HAPPENED = "Het register is teruggezet of vervangen terwijl dit scherm openstond."
_TAKEN_AWAY = "Het register is weggehaald terwijl dit scherm openstond."
_PERHAPS = (
    "Het register is overschreven terwijl dit scherm openstond, of iemand maakte dit in een ander "
    "venster leeg."
)
_KEPT = "Wat je hier typte stond er niet meer in. Beraad heeft het er weer in gezet."
_READ = (
    "Lees wat er nu staat, en ga dan verder. Zette iemand het in Beraad terug, dan ligt wat er "
    "stond bij de reservekopieën, als “opzij”. Kijk anders of er een reservekopie van is."
)


class Replaced(ToldOnce):
    """Another register lies there than before; every word that was typed here is in it again.

    `is_gone` tells that the signal it was about is not in it.
    """

    def __init__(
        self, steps: int, *, words: bool, is_gone: bool, is_sure: bool, is_away: bool = False
    ) -> None:
        happened = _TAKEN_AWAY if is_away else _HAPPENED if is_sure else _PERHAPS
        gone = "Dit signaal staat er niet meer in." if is_gone else _without(steps)
        super().__init__(
            " ".join(filter(None, (happened, gone))),
            kept=_KEPT if words else "",
            way_out=_READ,
        )
        self.is_gone = is_gone


@dataclass(frozen=True, slots=True)
class _Seen:
    """The register as it was left, with what this screen knows to be in it.

    Attributes:
        own: the fields that were typed in on this screen.
    """

    mark: Mark | None
    texts: Mapping[str, str]
    steps: frozenset[Id]
    own: frozenset[str] = frozenset()


class Drafting:
    """Keeps what one screen types about a signal, and notices when another register lies there.

    A register is opened for one action, so what was kept can be gone before the next: put back from
    a backup, replaced by a program that synchronises, or written over.

    `joins` says of a form that is kept whole, by field, what stands between the words of two
    windows.
    """

    def __init__(
        self, about: Id, path: Path, *, joins: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._about = about
        self._path = path
        self._joins = joins
        self._seen = _Seen(None, {}, frozenset())

    def read(self) -> dict[str, str]:
        """What is kept. Raises Solvable."""
        with Register.open(self._path) as register:
            texts, known = register.drafts(self._about), register.folded(self._about)
        self._remember(texts, known)
        return texts

    def keep(
        self, texts: Mapping[str, str], *, seen: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        """Keep these, as `drafted` does, and return all that is kept. Raises Solvable."""
        kept = drafted(self._about, texts, self._path, seen=seen, joins=self._joins)
        own = self._seen.own | texts.keys()
        self._seen = _Seen(Mark.of(self._path), kept, self._seen.steps, own)
        return kept

    def let_go(self) -> None:
        """What was typed stands in the register as what it was for, and is kept no more."""
        self._seen = _Seen(None, {}, frozenset())

    def again(self) -> Replaced | None:
        """Keep once more what another register no longer holds; what to say about it then.

        What somebody finished, erased or took out of the register does not come back. Raises
        Solvable when the register cannot be read or written.
        """
        seen, now = self._seen, Mark.of(self._path)
        if now == seen.mark or seen.mark is None:
            return None
        try:
            return self._again(seen, now)
        except Solvable:
            if any(seen.texts.values()):
                raise
            return None

    def _again(self, seen: _Seen, now: Mark | None) -> Replaced | None:
        with Register.open(self._path, patience=HARDLY) as register:
            there, known = register.drafts(self._about), register.folded(self._about)
            steps = _steps_of(known)
            lost = seen.steps - steps
            was = seen.mark.identity if seen.mark is not None else None
            is_other = bool(lost) or now is None or now.identity != was
            lacking = {} if known.erased else _lacking(seen, there, steps, is_other=is_other)
            if lacking:
                there = there | {name: _put(text, there, name) for name, text in lacking.items()}
                register.draft(self._about, there)
        self._remember(there, known)
        if known.erased or not (lacking or lost):
            return None
        return Replaced(
            len(lost),
            words=bool(lacking),
            is_gone=known.signal is None and bool(seen.steps),
            is_sure=is_other,
            is_away=now is None,
        )

    def _remember(self, texts: Mapping[str, str], known: Folded) -> None:
        mark = Mark.of(self._path)
        self._seen = _Seen(mark, texts, _steps_of(known), self._seen.own)


def _steps_of(known: Folded) -> frozenset[Id]:
    """What stands in the register of a signal: itself, and its steps."""
    signal = known.signal
    return frozenset({signal.id, *(step.id for step in signal.steps)} if signal else ())


def _lacking(
    seen: _Seen, there: Mapping[str, str], steps: frozenset[Id], *, is_other: bool
) -> dict[str, str]:
    """What was kept and is nowhere now.

    In the same register another window may have finished it, or somebody took a person out of it;
    then only what was typed here comes back, where nothing else stands instead.
    """
    if is_other:
        kept = {name: text for name, text in seen.texts.items() if text}
        return {name: text for name, text in kept.items() if text not in there.get(name, "")}
    if steps - seen.steps or any(GONE in text for text in there.values()):
        return {}
    own = {name: seen.texts.get(name, "") for name in seen.own}
    left = {name: there.get(name, "") for name in own}
    return {name: text for name, text in own.items() if left[name] in text and text != left[name]}


def _put(text: str, there: Mapping[str, str], name: str) -> str:
    return both(text, there.get(name, "")) if name.endswith("words") else text


def _without(steps: int) -> str:
    if not steps:
        return ""
    if steps == 1:
        return "Eén stap die je hier zag, staat er niet meer in."
    return f"{steps} stappen die je hier zag, staan er niet meer in."
