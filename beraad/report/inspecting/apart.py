"""Looking into a document of others: in a process of its own, with little time and memory.

Limits before parsing keep out what is known to be hostile. What is not known, also inside a library
in C, meets the end of that process and never that of the program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from beraad.errors import Defect, Solvable
from beraad.report.inspecting.inspect import file_of, refused
from beraad.report.inspecting.limits import PATIENCE, TOOK_TOO_LONG
from beraad.report.inspecting.model import Check, Inspection
from beraad.report.inspecting.reactions import Written, readable
from beraad.report.returned import Kind

_START: Final = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from beraad.report.inspecting.worker import main; main()"
)
_NO_CONSOLE: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)

_LOST: Final = Solvable(
    "In deze PDF zitten geen invulvakken van Beraad meer: hij is omgezet of afgedrukt.",
    kept="Wat erop staat, leest Beraad niet terug. Er is niets veranderd.",
    way_out="Vraag om het bestand zelf, zoals het is ingevuld. Of neem over wat op het blad staat.",
)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a word that was taken out stands in a document.

    Attributes:
        number: which of the words that were sought, from 0.
        place: in Dutch; never the word.
        line: where it stands first in that place; 0 in a file without lines, or cut over two.
    """

    number: int
    place: str
    line: int


def inspect_apart(path: Path) -> Inspection:
    """Inspect a document of others.

    Raises Solvable when it is not what its name says, or asks more than is allowed.
    """
    said = _answer({"kind": path.suffix.lower()}, file_of(path))
    checks = tuple(Check(subject, holds, found) for subject, holds, found in said["checks"])
    return Inspection(checks, said["text"])


def sought_apart(path: Path, words: list[str]) -> tuple[Found, ...]:
    """Look for words in everything that stands in a file; Solvable as `inspect_apart`."""
    said = _answer({"kind": path.suffix.lower(), "words": words}, file_of(path))
    return tuple(Found(*one) for one in said["found"])


def written_apart(path: Path, asked: Kind) -> tuple[Written, ...]:
    """What was written in the fields and the margin of a file.

    Raises Solvable for a kind of file that cannot be read back, for a PDF without our fields and
    without remarks, and as `inspect_apart`.
    """
    kind = path.suffix.lower()
    if not readable(kind):
        raise Solvable(
            "Dit bestand is niet terug te lezen: dat kan alleen met PDF, Word en ODT.",
            kept="Er is niets veranderd.",
            way_out="Vraag om het bestand dat je stuurde, of typ over wat erin staat.",
        )
    said = _answer({"kind": kind, "asked": asked}, file_of(path))
    written = tuple(Written(*one) for one in said["written"])
    if said["lost"] and not written:
        raise _LOST
    return written


def _answer(task: dict[str, Any], data: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - our own program, told nothing by the file
            [sys.executable, "-I", "-c", _START, *map(os.path.abspath, sys.path)],
            input=json.dumps(task).encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            cwd=os.sep,
            creationflags=_NO_CONSOLE,
        )
    except subprocess.TimeoutExpired:
        raise refused("het lezen kost te veel tijd") from None
    if done.returncode == 0:
        said: dict[str, Any] = json.loads(done.stdout)
        if why := said.get("refused"):
            raise refused(why)
        return said
    if done.returncode < 0 or done.returncode == TOOK_TOO_LONG:
        raise refused("het lezen kost te veel tijd of geheugen")
    raise Defect(f"looking into a document apart ended with {done.returncode}")
