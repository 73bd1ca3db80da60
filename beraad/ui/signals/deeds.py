"""What was done on the screen of one signal, in order, so that Ctrl+Z goes back along it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from beraad.records import Id, RegisteredSignal

NOTHING_LEFT = "Hier is niets meer om terug te nemen."
NOTHING_AGAIN = "Hier is niets om opnieuw te doen."


class Did(StrEnum):
    """What somebody did."""

    WROTE = "wrote"
    TOOK_BACK = "took_back"
    CHOSE = "chose"
    CHOSE_TEXT = "chose_text"
    LAID_BESIDE = "laid_beside"
    FOR_GOOD = "for_good"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that somebody did.

    Attributes:
        steps: the steps that it made count, or count no more.
        why: why it cannot be taken back, of what was done for good.
        texts: those that stood side by side, and `chosen` the one of them that was to stand.
    """

    did: Did
    steps: tuple[Id, ...] = ()
    why: str = ""
    texts: tuple[RegisteredSignal, ...] = ()
    chosen: RegisteredSignal | None = None

    @property
    def makes_count(self) -> bool:
        """Whether its steps count once it is done; otherwise they do no more."""
        return self.did is Did.WROTE


@dataclass(slots=True)
class Deeds:
    """The deeds of one visit: those that stand, and those that were taken back."""

    _done: list[Deed] = field(default_factory=list[Deed])
    _undone: list[Deed] = field(default_factory=list[Deed])

    def add(self, deed: Deed) -> None:
        """Remember what was done; what was taken back before that is not done again."""
        self._done.append(deed)
        self._undone.clear()

    def last(self) -> Deed | None:
        """What is to be taken back first."""
        return self._done[-1] if self._done else None

    def next(self) -> Deed | None:
        """What is to be done again first."""
        return self._undone[-1] if self._undone else None

    def went_back(self) -> None:
        """The last deed was taken back; one that was done for good is passed by."""
        deed = self._done.pop()
        if deed.did is not Did.FOR_GOOD:
            self._undone.append(deed)

    def went_on(self) -> None:
        """The deed that was taken back last was done again."""
        self._done.append(self._undone.pop())

    def clear(self) -> None:
        """Nothing of before can be taken back any more."""
        self._done.clear()
        self._undone.clear()
