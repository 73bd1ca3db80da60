"""Putting back for as long as it lasts: a lock for who is at it, and a mark who is killed leaves.

Loads nothing of what a beraad is: the window looks here before its first picture.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from beraad.errors import Solvable
from beraad.private import make_folder
from beraad.store.copies.folder import copies_folder
from beraad.store.slot import held

_MARK = "terugzetten.bezig"
_SLOT = ".terugzetten.slot"
_SECONDS = 1.0
"""Longer than somebody takes who only looks whether it was broken off."""

_BROKEN_OFF = "Het terugzetten van een reservekopie is de vorige keer afgebroken."
_COMMAND = "Kijk met beraad herstel MAP --toon wat nog verschilt, en zet dat zo nodig terug."


class PuttingBack(Solvable):
    """Another program is putting back in this folder."""

    def __init__(self) -> None:
        super().__init__(
            "In deze map wordt op dit moment al een reservekopie teruggezet.",
            kept="Er is niets veranderd.",
            way_out="Wacht tot dat klaar is, en kijk dan wat nog verschilt.",
        )


@contextmanager
def under_way(folder: Path) -> Generator[bool]:
    """Put back in a folder, while nobody else does; whether it was broken off there before.

    Who is killed meanwhile leaves a mark. Raises PuttingBack.
    """
    mark = copies_folder(folder) / _MARK
    with ExitStack() as until_done:
        with suppress(OSError):
            make_folder(mark.parent)
        try:
            until_done.enter_context(held(mark.with_name(_SLOT), seconds=_SECONDS))
        except TimeoutError:
            raise PuttingBack from None
        except OSError:
            pass  # There are disks without locks.
        was_broken_off = os.path.lexists(mark)
        with suppress(OSError):
            mark.touch(0o600)
        try:
            yield was_broken_off
        finally:
            with suppress(OSError):
                mark.unlink()


@contextmanager
def after_broken_off(folder: Path) -> Generator[bool]:
    """Whether it was broken off, and nobody is at it now: nobody begins for as long as this lasts.

    What is left of it is gone when this ends: the mark goes then.
    """
    mark = copies_folder(folder) / _MARK
    with ExitStack() as until_done:
        is_free = os.path.lexists(mark)
        if is_free:
            try:
                until_done.enter_context(held(mark.with_name(_SLOT), seconds=0.0))
            except OSError:  # Where there is no lock nobody knows: the next one who puts back does.
                is_free = False
        yield is_free
        if is_free:
            with suppress(OSError):
                mark.unlink()


def told_of_broken_off(folder: Path, *, way_out: str = _COMMAND) -> Solvable | None:
    """What to say of putting back that was broken off; None when there is nothing to say.

    Of what a program is doing now there is nothing to say. Nothing is written.
    """
    mark = copies_folder(folder) / _MARK
    if not os.path.lexists(mark):
        return None
    slot = mark.with_name(_SLOT)
    if os.path.lexists(slot):
        try:
            with held(slot, seconds=0.0):
                pass
        except TimeoutError:
            return None
        except OSError:
            pass
    return Solvable(
        _BROKEN_OFF,
        kept="Elk bestand is zoals het was, of zoals in de kopie.",
        way_out=way_out,
    )
