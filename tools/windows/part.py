"""The parts that the folder is made of: what each is, whose, and which files are of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from email.parser import HeaderParser
from functools import cache
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from tools.windows.places import HERE

_LICENCE_OF = ("License :: OSI Approved :: ", "License :: ")


@dataclass(frozen=True, slots=True)
class Inside:
    """Something of others that lies inside a part."""

    name: str
    licence: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A package, or Python, or what is made here.

    Attributes:
        licence: an SPDX expression where there is one, else how the makers name it.
        source: a package URL, so that a scanner knows what this is.
        digest: the SHA-256 of the file that it was taken from; empty for what is made here.
        files: its paths in the folder.
        texts: the licences themselves, by the name of their file.
    """

    name: str
    version: str
    licence: str
    source: str
    digest: str = ""
    inside: tuple[Inside, ...] = ()
    files: tuple[str, ...] = ()
    texts: dict[str, bytes] = field(default_factory=dict)

    def with_files(self, files: tuple[str, ...]) -> Part:
        """The same with its files."""
        return replace(self, files=files)

    def with_more_of(self, other: Part) -> Part:
        """The same with the files of another wheel of it; then no single digest holds for it."""
        files = dict.fromkeys((*other.files, *self.files))
        return replace(self, digest="", files=tuple(files), texts={**other.texts, **self.texts})


def part_of_wheel(
    metadata: str,
    *,
    digest: str,
    files: tuple[str, ...],
    texts: dict[str, bytes],
    system: str = "Windows",
) -> Part:
    """What a wheel says about itself, with what we know is inside on that system."""
    told = HeaderParser().parsestr(metadata)
    name, version = told["Name"], told["Version"]
    known = _known().get(canonicalize_name(name), {})
    licence = (
        known.get("licence")
        or told["License-Expression"]
        or _short(told["License"])
        or _classified(told.get_all("Classifier", []))
    )
    if not licence:
        raise ValueError(f"{name} does not say under which licence it is")
    return Part(
        name,
        version,
        licence,
        f"pkg:pypi/{canonicalize_name(name)}@{version}",
        digest,
        inside_of(canonicalize_name(name), system),
        files,
        texts,
    )


def inside_of(name: str, system: str = "Windows") -> tuple[Inside, ...]:
    """What is known to lie inside on a system."""
    known = _known().get(name, {})
    every = [*known.get("holds", ()), *known.get(f"holds_on_{system.lower()}", ())]
    return tuple(Inside(*each) for each in every)


def known_licence(name: str) -> str:
    """The licence that we wrote down ourselves."""
    return str(_known()[name]["licence"])


def _short(licence: str | None) -> str:
    """Some packages put the whole text of their licence where its name belongs."""
    line = (licence or "").strip()
    return line if "\n" not in line and len(line) <= 60 else ""


def _classified(classifiers: list[str]) -> str:
    for begin in _LICENCE_OF:
        for each in classifiers:
            if each.startswith(begin):
                return each.removeprefix(begin)
    return ""


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads((Path(HERE) / "inside.toml").read_text(encoding="utf-8"))
