"""What lies beside an oefening, called after it: its case, zelfbeeld, observation and times.

It is about whoever led, and goes wherever the oefening goes. What was made of it under a name of
its own, such as what somebody tries next, stays where it is and is erased along.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, cast

from beraad.errors import Solvable
from beraad.moving import patiently
from beraad.phases.data_file import open_data
from beraad.phases.numbers import counted
from beraad.phases.phrasing import listed
from beraad.private import make_folder
from beraad.records import Id
from beraad.store.catalog import Summary, look_at, same_beraad
from beraad.store.places import (
    SUFFIX,
    cases_folder,
    homes,
    names_in,
    practice_folder,
    removed_folder,
)
from beraad.store.shredding import shred
from beraad.store.whole_file import write_whole
from beraad.untrusted import begin_of

ATTEMPT = "probeerpunt.json"
"""What who led tries in the next beraad."""
OF = "van"
"""Under what it says of which oefening it was made."""
_NAME = re.compile(r"\.?oefening-([0-9A-Za-z-]{1,64}?)(?:-\d{1,3})?[ .].*", re.DOTALL)
_OBSERVED = re.compile(r"observatie-.*\.observatie", re.DOTALL)
_OBSERVATION, _PORTFOLIO, _CASE = ".observatie", ".portfolio", ".casus"
_CASES_MADE, _MADE = " casussen.json", "gemaakt"
"""Which cases of one's own were made of an oefening."""
_KINDS: Mapping[str, str] = {
    ".zelfbeeld": "het zelfbeeld",
    _OBSERVATION: "de observatie",
    ".verloop": "het verloop van de tijd",
    ATTEMPT: "het probeerpunt",
    _PORTFOLIO: "het portfolio",
    _CASE: "de casus",
    ".json": "de keuzes",
}
_WAYS: Mapping[str, str] = {
    _OBSERVATION: "Een observatie haal je weg bij Oefenen.",
    ATTEMPT: "Een probeerpunt haal je weg in de opening van je volgende beraad.",
    _PORTFOLIO: "Een portfolio wis je in Mijn portfolio.",
    _CASE: "Een casus haal je weg bij Oefenen; wie hem kreeg, heeft hem nog.",
}
_ABOUT_LEADER = frozenset({".zelfbeeld", _OBSERVATION, ".verloop", ATTEMPT})
_MOST = 1_000_000
"""Bytes of which what is told at the beginning of such a file is read."""


def practice_paper(folder: Path, identity: Id, suffix: str) -> Path:
    """Where something about this oefening lies, in this folder of beraden."""
    return practice_folder(folder) / f"oefening-{identity}{suffix}"


def practice_papers(folder: Path) -> Iterator[tuple[Id, Path]]:
    """Everything that lies beside an oefening, also of those thrown away, and of which.

    Also what was made of it under another name, where that says of which: what is tried next, and
    the observation that a sheet beside an oefening is a copy of.
    """
    sheets: dict[str, Id] = {}
    for place in _places(folder):
        for name in names_in(place):
            if found := _NAME.fullmatch(name):
                if name.endswith(_OBSERVATION):
                    sheet = _told_at_begin(place / name).get("id")
                    sheets |= {sheet: Id(found[1])} if isinstance(sheet, str) else {}
                yield Id(found[1]), place / name
    for path in _apart(folder):
        whose = _made_of(path, sheets)
        if whose:
            yield whose, path


def papers_of(folder: Path, identity: Id) -> tuple[Path, ...]:
    """What lies beside this oefening."""
    return tuple(path for whose, path in practice_papers(folder) if whose == identity)


def staying(folder: Path, identity: Id) -> tuple[Path, ...]:
    """What may be about this oefening, and does not say so: it stays when that is erased.

    Observations of the same case, what is tried next that an earlier version kept, a portfolio, and
    the cases that were made of it.
    """
    known = tuple(practice_papers(folder))
    mine = {path for whose, path in known if whose == identity}
    made = tuple(_cases_of(folder, identity))
    if not mine:
        return made
    chosen = [_told_at_begin(path) for path in mine if path.suffix == ".json"]
    cases = {each["casus"] for each in chosen if isinstance(each.get("casus"), str)}
    others = {path for _, path in known}
    apart = (path for path in _apart(folder) if path not in others)
    return (*(path for path in apart if _may_be_of(path, cases)), *_portfolios(folder), *made)


def note_case(folder: Path, identity: Id, path: Path) -> None:
    """Remember that this case of one's own was made of this oefening.

    It is no part of the oefening: where it cannot be remembered, the title of both still tells.
    """
    made = {*_cases_made(folder, identity), path.name}
    paper = practice_paper(folder, identity, _CASES_MADE)
    with suppress(OSError):
        make_folder(paper.parent)
        write_whole(paper, json.dumps({_MADE: sorted(made)}))


def about_leader(folder: Path) -> tuple[Path, ...]:
    """Everything among the oefeningen that is about somebody who led, but for a portfolio."""
    known = (path for _, path in practice_papers(folder))
    found = dict.fromkeys((*known, *_apart(folder)))
    return tuple(path for path in found if _kind(path) in _ABOUT_LEADER)


def left_over(folder: Path) -> tuple[Path, ...]:
    """What lies beside oefeningen that are not there any more.

    What may be of a file that cannot be read is not: a name that says so is enough.
    """
    papers = tuple(practice_papers(folder))
    if not papers:
        return ()
    beraden = [
        home / name
        for home in homes(folder)
        for name in names_in(home)
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
    there = {_kind(path) for path in paths}
    kinds = [said for kind, said in _KINDS.items() if kind in there]
    files = counted(len(paths), "bestand", "bestanden")
    return f"{listed(kinds)} ({files})" if kinds else files if paths else ""


def ways_to(paths: Iterable[Path]) -> str:
    """How what bears a name of its own is taken away by hand, in words."""
    there = {_kind(path) for path in paths}
    return " ".join(said for kind, said in _WAYS.items() if kind in there)


def told_of_staying(paths: Iterable[Path]) -> str:
    """That this stays when an oefening is erased, and how it goes; empty when nothing stays."""
    paths = tuple(paths)
    if not paths:
        return ""
    told = f"Dit blijft staan, en kan over dezelfde oefening gaan: {told_of(paths)}."
    return f"{told} {ways_to(paths)}"


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
    for name in names_in(path.parent):
        found, there = _NAME.fullmatch(name), target.with_name(name)
        if found and found[1] == line.id and not os.path.lexists(there):
            with suppress(OSError):
                patiently(partial((path.parent / name).rename, there))


def _apart(folder: Path) -> Iterator[Path]:
    """What was made of oefeningen and bears a name of its own."""
    home = practice_folder(folder)
    for name in sorted(names_in(home)):
        if name == ATTEMPT or _OBSERVED.fullmatch(name):
            yield home / name


def _cases_of(folder: Path, identity: Id) -> Iterator[Path]:
    """Cases of one's own that were made of this oefening, or are called as it is."""
    home = cases_folder(folder)
    names = [name for name in sorted(names_in(home)) if name.endswith(_CASE)]
    titles = _titles_of(folder, identity) if names else set[str]()
    made = _cases_made(folder, identity) if names else frozenset[str]()
    yield from (home / name for name in names if name in made or _title(home / name) in titles)


def _titles_of(folder: Path, identity: Id) -> set[str]:
    """What this oefening is called, in each file that holds it."""
    files = (
        place / name
        for place in _places(folder)
        for name in names_in(place)
        if name.endswith(SUFFIX) and identity[:8] in name
    )
    lines = (line for line in map(look_at, files) if isinstance(line, Summary))
    return {line.title.strip() for line in lines if line.id == identity} - {""}


def _cases_made(folder: Path, identity: Id) -> frozenset[str]:
    said = _told_at_begin(practice_paper(folder, identity, _CASES_MADE)).get(_MADE)
    names = cast("list[object]", said) if isinstance(said, list) else []
    return frozenset(name for name in names if isinstance(name, str))


def _title(case: Path) -> str:
    """What a case is called; empty where it cannot be read."""
    try:
        said = open_data(case).table().get("oefening")
    except Solvable:
        return ""
    title = cast("Mapping[str, Any]", said).get("titel") if isinstance(said, dict) else None
    return title.strip() if isinstance(title, str) else ""


def _portfolios(folder: Path) -> Iterator[Path]:
    home = practice_folder(folder)
    yield from (home / name for name in sorted(names_in(home)) if name.endswith(_PORTFOLIO))


def _made_of(path: Path, sheets: Mapping[str, Id]) -> Id | None:
    told = _told_at_begin(path)
    if path.name == ATTEMPT:
        return Id(told[OF]) if isinstance(told.get(OF), str) else None
    identity = told.get("id")
    return sheets.get(identity) if isinstance(identity, str) else None


def _may_be_of(path: Path, cases: set[object]) -> bool:
    """Whether nothing it says makes it something else's; what cannot be read says nothing."""
    case = _told_at_begin(path).get("naam")
    return path.name == ATTEMPT or case is None or (isinstance(case, str) and case in cases)


def _told_at_begin(path: Path) -> Mapping[str, Any]:
    """What stands in the first line of a notebook, or in a whole file of choices."""
    try:
        data = begin_of(path, _MOST)
        said = json.loads(data if path.suffix == ".json" else data.partition(b"\n")[0])
    except (OSError, ValueError, RecursionError):
        return {}
    return cast("Mapping[str, Any]", said) if isinstance(said, dict) else {}


def _kind(path: Path) -> str:
    return path.name if path.name == ATTEMPT else path.suffix


def _places(folder: Path) -> tuple[Path, ...]:
    home = practice_folder(folder)
    return home, removed_folder(home)
