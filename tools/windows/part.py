"""The parts that the folder is made of: what each is, whose, and which files are of it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from email.parser import HeaderParser
from pathlib import Path

from packaging.utils import canonicalize_name

from tools.windows.inside import (
    Inside,
    Unlisted,
    inside_of,
    is_compiled,
    known_licence,
    looked_into,
    told_by_makers,
)

_LICENCE_OF = ("License :: OSI Approved :: ", "License :: ")


@dataclass(frozen=True, slots=True)
class Part:
    """A package, or Python, or what is made here.

    Attributes:
        licence: an SPDX expression where there is one, else how the makers name it.
        source: a package URL, so that a scanner knows what this is.
        digest: the SHA-256 of the file that it was taken from; empty for what is made here.
        files: its paths in the folder.
        texts: the licences themselves, by the name of their file.
        makers: what its makers list that lies inside.
    """

    name: str
    version: str
    licence: str
    source: str
    digest: str = ""
    inside: tuple[Inside, ...] = ()
    files: tuple[str, ...] = ()
    texts: dict[str, bytes] = field(default_factory=dict)
    makers: tuple[Inside, ...] = ()

    def with_files(self, files: tuple[str, ...]) -> Part:
        """The same with its files."""
        return replace(self, files=files)

    def with_more_of(self, other: Part) -> Part:
        """The same with the files of another wheel of it; then no single digest holds for it."""
        files = dict.fromkeys((*other.files, *self.files))
        makers = dict.fromkeys((*other.makers, *self.makers))
        return replace(
            self,
            digest="",
            files=tuple(files),
            texts={**other.texts, **self.texts},
            makers=tuple(makers),
        )


def part_of_wheel(
    metadata: str,
    *,
    digest: str,
    files: tuple[str, ...],
    texts: dict[str, bytes],
    lists: Iterable[bytes] = (),
    system: str = "Windows",
) -> Part:
    """What a wheel says about itself, with what we know is inside on that system.

    `lists` are those of its makers about what lies inside.
    """
    told = HeaderParser().parsestr(metadata)
    name, version = told["Name"], told["Version"]
    licence = (
        known_licence(canonicalize_name(name))
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
        tuple(each for listed in lists for each in told_by_makers(listed)),
    )


def look_into(parts: Iterable[Part], folder: Path) -> list[Part]:
    """Each part with the versions of what is inside; ends the program on what nobody wrote down."""
    try:
        return [_looked_into(part, folder) for part in parts]
    except Unlisted as fault:
        sys.exit(f"Schrijf in inside.toml op {fault}.")


def _looked_into(part: Part, folder: Path) -> Part:
    name = "python" if part.name == "CPython" else canonicalize_name(part.name)
    binaries = {each: (folder / each).read_bytes() for each in part.files if is_compiled(each)}
    return replace(part, inside=looked_into(name, part.inside, part.makers, binaries))


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
