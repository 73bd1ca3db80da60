"""Which file is meant by a name: the one that lies here, or else the one that the list names so."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from beraad.store.copies.folder import FOLDER
from beraad.store.erased import NAME
from beraad.store.places import (
    REGISTER_NAME,
    REMOVED,
    homes,
    practice_folder,
)

_ONE = ("file", "beraad", "bron")
"""Under which names a command keeps the one file it is about."""


def look_at_home(asked: argparse.Namespace, folder: Path) -> None:
    """Take what lies not here for a file in the folder with the beraden, by its name in the list.

    An oefening goes by its bare name as well.
    """
    for name in _ONE:
        if isinstance(path := getattr(asked, name, None), Path):
            setattr(asked, name, _found(path, folder))
    if files := getattr(asked, "files", None):
        asked.files = [_found(path, folder) for path in files]


def home_around(asked: argparse.Namespace, folder: Path) -> Path:
    """The folder with the beraden in which the files lie that are asked for.

    Where they lie in none, or in more than one, it is the usual one.
    """
    files = [asked.file] if getattr(asked, "file", None) else getattr(asked, "files", [])
    found = {_home_of(path, folder) for path in files}
    return found.pop() if len(found) == 1 else folder


def _found(path: Path, folder: Path) -> Path:
    if os.path.lexists(path) or path.is_absolute() or ".." in path.parts:
        return path
    places = [folder, practice_folder(folder)] if len(path.parts) == 1 else [folder]
    there = (place / path for place in places)
    return next((each for each in there if os.path.isfile(each)), path)  # noqa: PTH113 - never raises


def _home_of(path: Path, folder: Path) -> Path:
    place = path.absolute().parent
    if not os.path.isfile(path) or place in homes(folder.absolute()):  # noqa: PTH113 - never raises
        return folder
    if place.name == REMOVED:
        place = place.parent
    if place.name == practice_folder(place).name:
        place = place.parent
    marks = (practice_folder(place).name, REMOVED, REGISTER_NAME, NAME, FOLDER)
    return place if any((place / mark).exists() for mark in marks) else folder
