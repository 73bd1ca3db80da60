"""Undo and redo of a text that is no part of a beraad, in the steps of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from beraad.editing.history import TYPING_PAUSE, TYPING_STRETCH, ends_something


class TextSteps:
    """What a text was before; a step ends with a sentence, a line, a pause or some seconds."""

    def __init__(self, text: str, *, now: Callable[[], datetime]) -> None:
        self._text = text
        self._now = now
        self._done: list[str] = []
        self._undone: list[str] = []
        self._began: datetime | None = None
        self._last = now()

    def typed(self, text: str) -> None:
        """Take notice of what stands there now."""
        if text == self._text:
            return
        now = self._now()
        if not self._goes_on(now):
            self._done.append(self._text)
            self._began = now
        self._undone.clear()
        self._last = now
        if ends_something(self._text, text):
            self._began = None
        self._text = text

    @property
    def can_undo(self) -> bool:
        """Whether there is a step before."""
        return bool(self._done)

    @property
    def typed_at(self) -> datetime:
        """When this text was last typed at."""
        return self._last

    @property
    def text(self) -> str:
        """What stands there now."""
        return self._text

    def replaced(self, text: str) -> None:
        """Take notice of what was put there at once: a step of its own."""
        self._began = None
        self.typed(text)
        self._began = None

    def undo(self) -> str | None:
        """The text as it was a step before; None when there is none."""
        return self._shift(self._done, self._undone)

    def redo(self) -> str | None:
        """The text of the last step that was undone; None when there is none."""
        return self._shift(self._undone, self._done)

    def _goes_on(self, now: datetime) -> bool:
        return (
            self._began is not None
            and timedelta(0) <= now - self._last <= TYPING_PAUSE
            and now - self._began <= TYPING_STRETCH
        )

    def _shift(self, source: list[str], target: list[str]) -> str | None:
        if not source:
            return None
        target.append(self._text)
        self._text = source.pop()
        self._began = None
        return self._text
