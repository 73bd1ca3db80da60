"""Beraden that are done and out of the list; their files stay where they are."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from beraad import untrusted
from beraad.records import Id
from beraad.store.whole_file import write_whole

NAME = "archief.json"


def archived(folder: Path) -> frozenset[Id]:
    """The beraden that are in the archive, by their identity."""
    with suppress(OSError, ValueError, RecursionError):
        said: object = json.loads(untrusted.read_text(folder / NAME))
        if isinstance(said, list):
            found = cast("list[Any]", said)
            return frozenset(Id(each) for each in found if isinstance(each, str))
    return frozenset()


def put_in_archive(folder: Path, identity: Id) -> None:
    """Put a beraad in the archive. Raises OSError."""
    _write(folder, archived(folder) | {identity})


def take_from_archive(folder: Path, identity: Id) -> None:
    """Let a beraad stand in the list again. Raises OSError."""
    _write(folder, archived(folder) - {identity})


def _write(folder: Path, found: frozenset[Id]) -> None:
    write_whole(folder / NAME, json.dumps(sorted(found), indent=1))
