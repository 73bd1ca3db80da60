"""Which files can be opened by a click on them, and what they are by their name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable

_HANDED = ".age"
_PRACTICE = frozenset({".cursus", ".casus"})
_BERAAD = ".beraad"
_ALL = frozenset({_HANDED, _BERAAD, *_PRACTICE})
_OF_OBSERVATION = (
    "Leidde je die oefening? Open haar bij ← Beraden, kies links in beeld Terugkijken, en open "
    "daar dit blad. Keek je mee, dan staat het hier onder Observaties op deze laptop."
)
_OPENED_AT: Mapping[str, tuple[str, str]] = {
    ".observatie": (
        "een observatie bij een oefening",
        _OF_OBSERVATION,
    ),
    ".ijking": (
        "een blad van Samen leren kijken",
        "Kies hier Samen leren kijken, en open het daar naast je eigen blad.",
    ),
    ".portfolio": ("een portfolio", "Kies hier onderaan Mijn portfolio, en open het daar."),
    ".pols": ("een pols van een team", "Kies hier onderaan Pols van een team, en open hem daar."),
}
"""What is about practising and opens in one screen alone, and the way there."""


def can_open(path: Path | None) -> bool:
    """Whether the window opens a file of this name."""
    return path is not None and path.suffix.lower() in _ALL


def may_be_clicked(path: Path) -> bool:
    """Whether the window says something of a file of this name when it is started with it."""
    return can_open(path) or path.suffix.lower() in _OPENED_AT


def opened_elsewhere(path: Path) -> Solvable | None:
    """What to say of a file that is opened in one screen alone; None of any other."""
    found = _OPENED_AT.get(path.suffix.lower())
    if found is None:
        return None
    name = untrusted.shown(path.name)
    if lacks := untrusted.no_file(path):
        return Solvable(f"{name} {lacks}.")
    what, way_out = found
    return Solvable(
        f"{name} is {what}. Dat opent niet vanzelf.",
        kept="Het bestand is niet veranderd.",
        way_out=way_out,
    )


def is_handed(path: Path) -> bool:
    """Whether this is what a colleague handed over."""
    return path.suffix.lower() == _HANDED


def is_of_practice(path: Path) -> bool:
    """Whether this is a course or a case."""
    return path.suffix.lower() in _PRACTICE
