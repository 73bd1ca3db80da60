"""The process that looks into one document: reads a task, answers in one line, and is gone.

Nothing of the file is written anywhere but in the answer.
"""

from __future__ import annotations

import json
import os
import sys
from threading import Thread  # noqa: TID251 - a process of its own, without a window
from time import process_time, sleep
from typing import Any

from beraad.report.inspecting.inspect import BROKEN, inspected, no_whole
from beraad.report.inspecting.limits import MEMORY, SECONDS, TOOK_TOO_LONG, TooMuch
from beraad.report.inspecting.reactions import has_lost_fields, written_in
from beraad.report.proof import stands_in
from beraad.report.rereading import everything_in, has_lines
from beraad.report.returned import Kind


def main() -> None:
    """Do the task that is given on standard input: one line of JSON, and the bytes of the file."""
    _bound()
    task = json.loads(sys.stdin.buffer.readline())
    sys.stdout.write(json.dumps(_done(task, sys.stdin.buffer.read())))


def _done(task: dict[str, Any], data: bytes) -> dict[str, Any]:
    kind: str = task["kind"]
    try:
        if kind == ".pdf":
            from beraad.report.pdf.inspecting import bound_library

            bound_library()
        if "asked" in task:
            written = written_in(kind, data, Kind(task["asked"]))
            return {"written": written, "lost": has_lost_fields(kind, data)}
        return _sought(kind, data, task["words"]) if "words" in task else _inspected(kind, data)
    except TooMuch as error:
        return {"refused": error.why}
    except MemoryError:
        return {"refused": "het lezen kost te veel geheugen"}
    except UnicodeDecodeError:
        return {"refused": "het is geen UTF-8"}
    except BROKEN:
        return {"refused": no_whole(kind)}


def _inspected(kind: str, data: bytes) -> dict[str, Any]:
    inspection = inspected(kind, data)
    checks = [(check.subject, check.holds, check.found) for check in inspection.checks]
    return {"checks": checks, "text": inspection.text}


def _sought(kind: str, data: bytes, words: list[str]) -> dict[str, Any]:
    found: list[tuple[int, str, int]] = []
    for said in everything_in(kind, data):
        here = set(stands_in(said.text, words))
        lines = said.text.splitlines() if here and has_lines(kind) else []
        for number, word in enumerate(words):
            if word in here:
                line = next((at for at, one in enumerate(lines, 1) if _is_in(one, word)), 0)
                found.append((number, said.place, line))
    return {"found": found}


def _is_in(text: str, word: str) -> bool:
    return any(stands_in(text, [word]))


def _bound() -> None:
    """Let the system stop this process when it takes too much; on Windows it watches its time."""
    try:
        import resource
    except ImportError:
        Thread(target=_end_in_time, daemon=True).start()
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, highest = resource.getrlimit(what)
        allowed = most if highest == resource.RLIM_INFINITY else min(most, highest)
        try:
            resource.setrlimit(what, (allowed, allowed))
        except (ValueError, OSError):
            # A system that does not know this limit has the deadline left.
            continue


def _end_in_time(most: float = SECONDS) -> None:
    """End this process when it took this many seconds of the processor, as the system would."""
    while (left := most - process_time()) > 0:
        sleep(left)
    os._exit(TOOK_TOO_LONG)
