"""What has to be imported before a module of the window, told from the sources, nothing run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import beraad

_ROOT = Path(beraad.__file__).parent.parent
_IMPORT = re.compile(r"^from (beraad[\w.]*) import (\([^)]*\)|[^(\n]+)", re.MULTILINE)
"""At the beginning of a line: what is imported later, or for types only, stands further in."""

_NAME = re.compile(r"\w+")
_PACKAGE = "__init__.py"


def in_order(modules: Iterable[str]) -> tuple[str, ...]:
    """These modules of Beraad and all that they import, each behind what it needs itself."""
    ordered: dict[str, None] = {}
    begun: set[str] = set()

    def add(module: str) -> None:
        if module not in begun:
            begun.add(module)
            for needed in _needed_by(module):
                add(needed)
            ordered[module] = None

    for module in modules:
        add(module)
    return tuple(ordered)


def is_of_the_window(module: str) -> bool:
    """Whether a module may make Qt classes."""
    return module.startswith("beraad.ui.")


def _needed_by(module: str) -> Iterator[str]:
    package = module.rpartition(".")[0]
    if package:
        yield package
    source = _source(module)
    text = source.read_text(encoding="utf-8") if source else ""
    for found in _IMPORT.finditer(text):
        yield found[1]
        if _is_package(found[1]):
            inner = (f"{found[1]}.{name}" for name in _NAME.findall(found[2]))
            yield from filter(_source, inner)


def _is_package(module: str) -> bool:
    source = _source(module)
    return source is not None and source.name == _PACKAGE


@cache
def _source(module: str) -> Path | None:
    """The file of a module; None for what is no module, and where no sources lie.

    By its very letters: Windows takes `Session.py` for `session.py`, and a class is no module.
    """
    place = _ROOT.joinpath(*module.split("."))
    names, file, package = _names_in(place.parent), place.with_suffix(".py"), place / _PACKAGE
    if file.name in names:
        return file
    return package if place.name in names and package.is_file() else None


@cache
def _names_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(each.name for each in folder.iterdir())
    except OSError:
        return frozenset()
