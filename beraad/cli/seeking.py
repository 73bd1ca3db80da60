"""`beraad zoek-betrokkene`: where somebody is mentioned, and taking that out."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.publishing.taking_out import take_out
from beraad.store.audit import Action, Source, note
from beraad.store.seeking import Sought, seek, told

Say = Callable[[str], None]


def seek_person(
    folder: Path, word: str, say: Say, *, out: Path | None, remove: bool, now: datetime
) -> None:
    """Say where a word stands, write what stands there, or take it out. Raises Solvable."""
    if not folder.is_dir():
        raise Solvable(
            f"De map {folder} bestaat niet.", way_out="Kies een andere map met --sessions."
        )
    sought = seek(folder, word)
    _tell(sought, say)
    if out is not None:
        _write(out, "\n".join(told(sought, word)))
        say(f"Geschreven: {out}. Lees het na: er kan ook iets over anderen in staan.")
    result = f"{len(sought.mentions)} bestanden"
    if remove and sought.mentions:
        left = take_out(folder, sought, word, now=now)
        result = f"{result}, daarna {len(left.mentions)}"
        say("")
        say("Weggehaald. Nog eens gezocht:")
        _tell(left, say)
    note(folder, Action.SOUGHT, result=result, source=Source.COMMAND, now=now)


def _tell(sought: Sought, say: Say) -> None:
    for mention in sought.mentions:
        parts = ", ".join(dict.fromkeys(hit.where for hit in mention.hits))
        copy = " (reservekopie)" if mention.is_copy else ""
        say(f"{mention.path.name}{copy}: {mention.times} keer, in {parts}")
    for name in sought.unread:
        say(f"{name}: niet te lezen, dus niet doorzocht")
    if not sought.mentions:
        say(f"In {sought.looked} bestanden staat dit woord niet.")


def _write(path: Path, text: str) -> None:
    """For this user alone; what lies there stays."""
    try:
        number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise Solvable(
            f"{path.name} is er al.",
            kept="Er is niets geschreven.",
            way_out="Kies een andere naam.",
        ) from None
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(f"{text}\n")
