"""Mistakes of our own are loud, and say nothing of a beraad: kind and place, never a message.

A message may hold what somebody wrote. So every way in which Python writes one by itself is taken
over here.
"""

from __future__ import annotations

import logging
import sys
import threading  # noqa: TID251 - only what it writes by itself
import warnings
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import TextIO


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where an exception came from, without its message."""
    import traceback

    frames = traceback.extract_tb(trace)
    places = "".join(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in frames)
    return f"Beraad: {kind.__name__}\n{places}"


def write_down(error: BaseException) -> None:
    """Write where a mistake of ours happened that somebody else tells the user of."""
    write(describe(type(error), error.__traceback__))


def write(text: str) -> None:
    """Write to the error output, where there is one: under `pythonw` on Windows there is none."""
    stream: TextIO | None = sys.stderr
    if stream is not None:
        # It may be closed, full, or unable to write a path; then there is nobody to tell that.
        with suppress(OSError, ValueError):
            stream.write(text)
            stream.flush()


def report(tell: Callable[[], None]) -> None:
    """Write every exception that nobody caught, and tell the user of it.

    `tell` is called in the thread where it went wrong, and may go wrong itself.
    """

    def hook(kind: type[BaseException], _error: object, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            return
        # Shown first: there may be nowhere to write to.
        try:
            tell()
        except BaseException as worse:  # noqa: BLE001 - whatever it is, the first one is told too
            write_down(worse)
        write(describe(kind, trace))

    def in_thread(raised: threading.ExceptHookArgs) -> None:
        hook(raised.exc_type, raised.exc_value, raised.exc_traceback)

    sys.excepthook = hook
    threading.excepthook = in_thread


def hush() -> None:
    """Let what Python and libraries write by themselves be without messages too.

    That is what goes wrong while something is thrown away, what is warned of, and what is logged.
    """
    sys.unraisablehook = _thrown_away
    warnings.showwarning = _warned
    logging.lastResort = _Logged(logging.WARNING)


def _thrown_away(raised: sys.UnraisableHookArgs) -> None:
    write(describe(raised.exc_type, raised.exc_traceback))


def _warned(
    _message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    _file: TextIO | None = None,
    _line: str | None = None,
) -> None:
    write(f"Beraad: {category.__name__}\n  {filename}:{lineno}\n")


class _Logged(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        write(f"Beraad: {record.levelname} {record.name}\n  {record.pathname}:{record.lineno}\n")
