"""Who guesses has to wait, longer each time.

This keeps nobody from guessing who has the files and a program of their own; argon2id does that. It
keeps somebody at the keyboard from trying the words that lie near.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path
from typing import TypeVar

from beraad.errors import Solvable
from beraad.store.audit import DONE, FAILED, Action, Deed, Source, deeds, note
from beraad.store.vault.opening import WrongPassword
from beraad.store.vault.paper import is_mistyped

_T = TypeVar("_T")

_FREE = 2
"""Times that one may be wrong without waiting: anybody types something wrong."""

_LONGEST = 60
_FORGOTTEN = timedelta(minutes=30)


class TooSoon(Solvable):
    """Somebody was wrong so often that they have to wait first.

    Attributes:
        seconds: how long.
    """

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"Dit paste zo vaak niet, dat je nog {in_words(seconds)} moet wachten.",
            kept="Er is niets veranderd.",
            way_out="Probeer het daarna nog eens: ook de herstelsleutel moet wachten.",
        )
        self.seconds = seconds


def in_words(seconds: int) -> str:
    """So many seconds, as one says it."""
    return "1 seconde" if seconds == 1 else f"{seconds} seconden"


def tried(
    folder: Path,
    attempt: Callable[[], _T],
    *,
    now: datetime,
    source: Source = Source.WINDOW,
    by: str = "",
    typed: str = "",
) -> _T:
    """Do what unlocks this folder, and write down what came of it, and `by` what when that is said.

    What was `typed` counts for no guess when it is a key on paper with a typing error. Raises
    TooSoon when it is too soon after other attempts, and what the attempt raises.
    """
    seconds = seconds_to_wait(folder, now)
    if seconds:
        raise TooSoon(seconds)
    try:
        answer = attempt()
    except WrongPassword:
        if not is_mistyped(typed):
            note(folder, Action.UNLOCKING, result=FAILED, source=source, now=now)
        raise
    result = f"{DONE}, met {by}" if by else DONE
    note(folder, Action.UNLOCKING, result=result, source=source, now=now)
    return answer


def seconds_to_wait(folder: Path, now: datetime) -> int:
    """How long nobody can try; 0 when one can. What was wrong is known from the log.

    A line of the future counts for nothing, nor does one of long ago.
    """
    about = (deed for deed in deeds(folder) if deed.action is Action.UNLOCKING)
    wrong = [
        deed
        for deed in takewhile(lambda deed: deed.result == FAILED, about)
        if timedelta() <= now - deed.moment < _FORGOTTEN
    ]
    until = _until(wrong)
    return 0 if until is None or until <= now else int((until - now).total_seconds()) + 1


def _until(wrong: list[Deed]) -> datetime | None:
    """When one may try again after these, the latest first."""
    over = len(wrong) - _FREE
    if over <= 0:
        return None
    return wrong[0].moment + timedelta(seconds=min(2**over, _LONGEST))
