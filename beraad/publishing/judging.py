"""What people said of two knelpunten, the same or not: kept in the register, exchanged with it.

Before that it stood in a file beside the register. What stands there is taken over once, and the
file gets another name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from os.path import lexists
from pathlib import Path
from typing import Any, cast

from beraad import untrusted
from beraad.errors import Solvable
from beraad.moving import patiently
from beraad.records import SignalLine
from beraad.signals.events import EventKind, judged_payload
from beraad.signals.judgements import ABOUT, judgements, mark_of_title, pair_of, titles_of
from beraad.signals.overview import Judgement
from beraad.store.register import Register
from beraad.store.register_lines import events_about

FILE_NAME = "knelpunten.json"
"""How the file of before is called, beside the register."""

TAKEN_OVER = f"{FILE_NAME}.overgenomen"
"""How it is called when everything in it stands in the register."""

_FIRST, _SECOND, _SAME = "een", "ander", "zelfde"


def judgements_in(path: Path, lines: Iterable[SignalLine]) -> tuple[Judgement, ...]:
    """What was said of the knelpunten of these signals; none without a register.

    Raises Solvable when the register cannot be read, or a file of before is not ours.
    """
    if not path.exists():
        return ()
    take_over(path)
    return judgements(events_about(path, ABOUT), titles_of(lines))


def judged(path: Path, judgement: Judgement) -> None:
    """Keep this as the last word about two knelpunten. Raises Solvable."""
    _say(path, judgement, same=judgement.same)


def taken_back(path: Path, judgement: Judgement) -> None:
    """Let nothing be said of these two any more. Raises Solvable."""
    _say(path, judgement, same=None)


def take_over(path: Path) -> None:
    """Bring what a file of before says into the register, once; the file stays by another name.

    What was said of two in the register is later and stands. Raises Solvable when the file cannot
    be read or is not ours; then nothing is changed.
    """
    file = path.with_name(FILE_NAME)
    if not lexists(file):
        return
    said = _read(file)
    with Register.open(path) as register:
        for one in said:
            first, second = mark_of_title(one.first), mark_of_title(one.second)
            pair = pair_of(first, second)
            if not register.folded(pair).heads:
                told = judged_payload(first, second, same=one.same)
                register.write(EventKind.JUDGED, pair, told)
    try:
        patiently(lambda: file.replace(path.with_name(TAKEN_OVER)))
    except OSError as error:
        raise Solvable(
            f"Het bestand {FILE_NAME} bij het register kan geen andere naam krijgen.",
            kept="Wat erin staat, staat nu in het register.",
            way_out="Haal het bestand zelf weg.",
        ) from error


def _say(path: Path, judgement: Judgement, *, same: bool | None) -> None:
    take_over(path)
    first, second = mark_of_title(judgement.first), mark_of_title(judgement.second)
    with Register.open(path) as register:
        told = judged_payload(first, second, same=same)
        register.write(EventKind.JUDGED, pair_of(first, second), told)


def _read(file: Path) -> tuple[Judgement, ...]:
    try:
        return tuple(map(_judgement, json.loads(untrusted.read_text(file))))
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise Solvable(
            f"Het bestand {FILE_NAME} bij het register is niet te begrijpen.",
            kept="Wat erin staat, is niet overgenomen. Het bestand is niet veranderd.",
            way_out="Zet een eerdere kopie terug, of haal het bestand weg.",
        ) from error


def _judgement(said: object) -> Judgement:
    if not isinstance(said, dict):
        raise TypeError(FILE_NAME)
    fields = cast("dict[str, Any]", said)
    first, second, same = fields[_FIRST], fields[_SECOND], fields[_SAME]
    if not (isinstance(first, str) and isinstance(second, str) and isinstance(same, bool)):
        raise TypeError(FILE_NAME)
    return Judgement(first, second, same)
