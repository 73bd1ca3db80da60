"""Mistakes of our own are loud, and say nothing of a beraad."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Protocol


class Complains(Protocol):
    """A window that can tell of a mistake of ours."""

    def show_defect(self) -> None:
        """Show that something went wrong in the program itself, and what is kept."""
        ...


def report_defects(window: Complains) -> None:
    """Show every exception that nobody caught, and write where it happened to stderr.

    Only file names, lines and the kind of exception are written: a message may hold case text.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        window.show_defect()
        _write(describe(kind, trace))

    sys.excepthook = hook


def write_down(error: Exception) -> None:
    """Write where a mistake of ours happened that somebody else tells the user of."""
    _write(describe(type(error), error.__traceback__))


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where an exception came from, without its message."""
    import traceback

    frames = traceback.extract_tb(trace)
    places = "".join(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in frames)
    return f"Beraad: {kind.__name__}\n{places}"


def _write(text: str) -> None:
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison] - as under pythonw
        sys.stderr.write(text)
