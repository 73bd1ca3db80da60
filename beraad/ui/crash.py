"""Mistakes of our own are loud, and say nothing of a beraad."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Protocol

from beraad.errors import Solvable


class Complains(Protocol):
    """A window that can show a problem."""

    def show_defect(self, problem: Solvable) -> None:
        """Show that something went wrong in the program itself."""
        ...


def report_defects(window: Complains) -> None:
    """Show every exception that nobody caught, and write where it happened to stderr.

    Only file names, lines and the kind of exception are written: a message may hold case text.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        sys.stderr.write(describe(kind, trace))
        window.show_defect(
            Solvable(
                "Er ging iets mis in Beraad zelf.",
                kept="Wat je schreef staat nog in dit venster en wordt bewaard.",
                way_out="Ga gerust door. Gebeurt het weer: sluit Beraad en open het opnieuw.",
            )
        )

    sys.excepthook = hook


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where an exception came from, without its message."""
    import traceback

    frames = traceback.extract_tb(trace)
    places = "".join(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in frames)
    return f"Beraad: {kind.__name__}\n{places}"
