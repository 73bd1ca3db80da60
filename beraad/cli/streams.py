"""What the command line writes and reads: UTF-8 for everything a program reads.

Each stream may be missing, as under `pythonw` on Windows; then there is nobody to tell anything.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import BinaryIO, TextIO

from beraad.cli.terminal import on_one_line
from beraad.defects import write
from beraad.errors import Solvable

CLEAR = "\r\x1b[K"
"""Empties the line of a terminal."""


def prepare() -> None:
    """Have both outputs write UTF-8, unless a terminal reads something else.

    What cannot be written, such as half a sign in the name of a file, is written as its number.
    """
    for stream in _outputs():
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def say(line: str) -> None:
    """Write one line of the answer, whatever name stands in it.

    Raises BrokenPipeError when nobody reads it any more, and Solvable when it cannot be
    written for another reason, such as a full disk.
    """
    stream: TextIO | None = sys.stdout
    if stream is None:
        return
    try:
        stream.write(f"{on_one_line(line)}\n")
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        nobody_reads()
        raise Solvable(
            "De uitvoer is niet te schrijven.", way_out="Is er ruimte op de schijf?"
        ) from error


def tell(text: str) -> None:
    """Write beside the answer, where somebody may read it."""
    write(text)


def say_text(text: str, say: Callable[[str], None]) -> None:
    """Say a text of more than one line, such as what somebody wrote."""
    for line in text.split("\n"):
        say(line)


def complain(problem: Solvable, *, listed: Iterable[str] = ()) -> None:
    """Tell about a problem beside the answer, with what is `listed` behind what happened."""
    parts = (problem.happened, *listed, problem.kept, problem.way_out)
    tell("".join(f"{on_one_line(part)}\n" for part in parts if part))


def is_there() -> bool:
    """Whether there is anywhere to write beside the answer."""
    stream: TextIO | None = sys.stderr
    return stream is not None


def is_typed_at() -> bool:
    """Whether somebody sits at a terminal and can be asked something."""
    stream: TextIO | None = sys.stdin
    return stream is not None and stream.isatty()


def is_watched() -> bool:
    """Whether somebody sees at a terminal what is written beside the answer."""
    stream: TextIO | None = sys.stderr
    return stream is not None and stream.isatty()


def how_far(what: str) -> Callable[[int, int], None]:
    """What tells how far work is, on one line of a terminal that goes when it is done."""
    told = -1

    def tell_on(done: int, total: int) -> None:
        nonlocal told
        percent = 100 * done // max(1, total)
        if percent != told and is_watched():
            told = percent
            tell(CLEAR if done >= total else f"{CLEAR}{what}: {percent} %")

    return tell_on


def given() -> BinaryIO:
    """What comes from standard input; nothing where there is none."""
    stream: TextIO | None = sys.stdin
    return io.BytesIO() if stream is None else stream.buffer


def nobody_reads() -> None:
    """Let what Python still wants to write at the end go nowhere: its reader has gone."""
    stream: TextIO | None = sys.stdout
    if stream is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _outputs() -> tuple[TextIO | None, TextIO | None]:
    return sys.stdout, sys.stderr
