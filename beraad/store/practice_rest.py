"""What lies beside an oefening, called after it: its case, zelfbeeld, observation and times.

It is about whoever led, and goes wherever the oefening goes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from beraad.errors import Solvable
from beraad.moving import patiently
from beraad.phases.numbers import counted
from beraad.phases.weighed import together
from beraad.records import Id
from beraad.store.catalog import Summary, look_at, same_beraad
from beraad.store.places import SUFFIX, practice_folder, removed_folder
from beraad.store.shredding import shred

_NAME = re.compile(r"\.?oefening-([0-9A-Za-z-]{1,64}?)(?:-\d{1,3})?[ .].*", re.DOTALL)
_KINDS: Mapping[str, str] = {
    ".zelfbeeld": "het zelfbeeld",
    ".observatie": "de observatie",
    ".verloop": "het verloop van de tijd",
    ".casus": "de casus",
    ".json": "de keuzes",
}


def practice_paper(folder: Path, identity: Id, suffix: str) -> Path:
    """Where something about this oefening lies, in this folder of beraden."""
    return practice_folder(folder) / f"oefening-{identity}{suffix}"


def practice_papers(folder: Path) -> Iterator[tuple[Id, Path]]:
    """Everything that lies beside an oefening, also of those thrown away, and of which."""
    for place in _places(folder):
        for name in _names(place):
            if found := _NAME.fullmatch(name):
                yield Id(found[1]), place / name


def papers_of(folder: Path, identity: Id) -> tuple[Path, ...]:
    """What lies beside this oefening."""
    return tuple(path for whose, path in practice_papers(folder) if whose == identity)


def left_over(folder: Path) -> tuple[Path, ...]:
    """What lies beside oefeningen that are not there any more.

    What may be of a file that cannot be read is not: a name that says so is enough.
    """
    papers = tuple(practice_papers(folder))
    if not papers:
        return ()
    homes = (folder, removed_folder(folder), *_places(folder))
    beraden = [
        home / name
        for home in homes
        for name in _names(home)
        if name.endswith(SUFFIX) and not name.startswith(".")
    ]
    named = {path for whose, path in papers if any(whose[:8] in each.name for each in beraden)}
    unnamed = [(whose, path) for whose, path in papers if path not in named]
    if not unnamed:
        return ()
    there = {line.id for line in map(look_at, beraden) if isinstance(line, Summary)}
    return tuple(sorted(path for whose, path in unnamed if whose not in there))


def wipe_left_over(paths: Iterable[Path]) -> tuple[int, tuple[Path, ...]]:
    """Erase what is left over; how many files went, and which could not."""
    gone, left = 0, list[Path]()
    for path in paths:
        try:
            gone += shred(path, lambda _: None)
        except (OSError, Solvable):
            left.append(path)
    return gone, tuple(left)


def told_of(paths: Iterable[Path]) -> str:
    """What these are in words; empty when there are none."""
    paths = tuple(paths)
    there = {path.suffix for path in paths}
    kinds = [said for suffix, said in _KINDS.items() if suffix in there]
    files = counted(len(paths), "bestand", "bestanden")
    return f"{together(kinds)} ({files})" if kinds else files if paths else ""


def has_other(path: Path, moved: Path) -> bool:
    """Whether another file lies where `path` was, of the beraad that was `moved` from there."""
    line = look_at(moved)
    return isinstance(line, Summary) and bool(same_beraad(path, line.id))


def move_along(path: Path, target: Path) -> None:
    """Let what lies beside an oefening follow its file, from the folder of `path` to the new one.

    What cannot be moved is found where it lies as well.
    """
    line = look_at(target)
    if not isinstance(line, Summary):
        return
    for name in _names(path.parent):
        found, there = _NAME.fullmatch(name), target.with_name(name)
        if found and found[1] == line.id and not os.path.lexists(there):
            with suppress(OSError):
                patiently(partial((path.parent / name).rename, there))


def _places(folder: Path) -> tuple[Path, ...]:
    home = practice_folder(folder)
    return home, removed_folder(home)


def _names(place: Path) -> list[str]:
    with suppress(OSError):
        return os.listdir(place)  # noqa: PTH208 - names are all that is needed
    return []
