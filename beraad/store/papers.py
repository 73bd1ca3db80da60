"""What lies beside oefeningen as text: observations, zelfbeelden, cases and what goes with them.

Each is read for a word, and that word can be taken out of it. What is sealed under a wachtzin of
its own, such as a portfolio, can only be told of.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from beraad import untrusted
from beraad.errors import Solvable
from beraad.store.places import cases_folder, courses_folder, practice_folder
from beraad.store.texts_in_json import texts_in
from beraad.store.whole_file import write_whole

KINDS: Mapping[str, str] = {
    ".observatie": "observatie",
    ".zelfbeeld": "zelfbeeld",
    ".formulier": "aanvulling bij een casus",
    ".voorbeeld": "voorbeeld bij een casus",
    ".ijking": "blad van samen leren kijken",
    ".json": "probeerpunt of oefening",
    ".casus": "casus",
    ".toml": "programma of lijst van een cursus",
    ".pols": "pols van een team",
    ".portfolio": "portfolio",
}
"""What each is called, by how its name ends."""

_LARGEST = 4_000_000
_OF_CASES = frozenset({".casus", ".toml"})
_CHOSEN = re.compile(r"gedrag |gezien |vragen|seconden|vast|klaar|ronde|rollen|moeilijkheid")
"""Notes of which the value is one of a few, and no text of anybody."""
SEALED = ".portfolio"
"""How the name of what only opens with a wachtzin of its own ends."""


def papers(folder: Path) -> Iterator[Path]:
    """Every file that holds text beside the oefeningen and cases in this folder of beraden."""
    for home in (practice_folder(folder), cases_folder(folder), courses_folder(folder)):
        for path in sorted(home.rglob("*")):
            if path.suffix in KINDS and path.is_file():
                yield path
    yield from sorted(folder.glob("*.pols"))


def is_paper(path: Path) -> bool:
    """Whether this is such a file."""
    return path.suffix in KINDS


def texts_of(path: Path) -> Iterator[str]:
    """Every text in it, also what was written there before. Raises Solvable or OSError."""
    if path.suffix == SEALED:
        raise Solvable("Een portfolio gaat alleen open met de wachtzin van wie het is.")
    text = untrusted.read_text(path, most=_LARGEST)
    try:
        if path.suffix in _OF_CASES:
            yield from texts_in(tomllib.loads(text))
        elif path.suffix == ".json":
            yield from texts_in(json.loads(text))
        else:
            for line in filter(None, text.split("\n")):
                yield from texts_in(json.loads(line))
    except (ValueError, RecursionError) as error:
        raise Solvable(f"{path.name} is niet te begrijpen.") from error


def take_out_of_paper(path: Path, instead: Callable[[str], str]) -> None:
    """Write the file anew with each text as `instead` gives it. Raises Solvable or OSError.

    What was only chosen stays, so that the file can be read afterwards.
    """
    text = untrusted.read_text(path, most=_LARGEST)
    try:
        if path.suffix in _OF_CASES:
            new = instead(text)
            tomllib.loads(new)
        elif path.suffix == ".json":
            new = f"{json.dumps(_changed(json.loads(text), instead), indent=1)}\n"
        else:
            lines = filter(None, text.split("\n"))
            new = "".join(f"{_line(json.loads(line), instead)}\n" for line in lines)
    except (ValueError, RecursionError) as error:
        raise Solvable(f"{path.name} is niet te begrijpen.") from error
    write_whole(path, new)


def _line(said: Any, instead: Callable[[str], str]) -> str:
    match said:
        case [place, str() as name, value]:
            chosen = _CHOSEN.match(name) is not None
            said = [place, name, value if chosen else _changed(value, instead)]
        case _:
            said = _changed(said, instead)
    return json.dumps(said, separators=(",", ":"))


def _changed(said: Any, instead: Callable[[str], str]) -> Any:
    if isinstance(said, str):
        return instead(said)
    if isinstance(said, dict):
        known = cast("dict[str, Any]", said)
        return {key: _changed(value, instead) for key, value in known.items()}
    if isinstance(said, list):
        return [_changed(each, instead) for each in cast("list[Any]", said)]
    return said
