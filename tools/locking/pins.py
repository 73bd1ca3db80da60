"""Pins: one version of each package, and what that version needs beside it.

Installing looks nothing up and chooses nothing, so a set of pins has to be complete by itself.
`lacking` says what is not in it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.locking.places import ROOT, Place, project

REQUIREMENTS = ROOT / "requirements"
NEEDS = REQUIREMENTS / "needs.toml"

Needs = Mapping[str, Sequence[str]]
"""Per pin, as `name==version`, the requirements in its own metadata."""

_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Pin:
    """One version of one package, only where its marker holds."""

    name: str
    version: str
    marker: Marker | None
    hashes: tuple[str, ...]

    @property
    def key(self) -> str:
        """How needs call it."""
        return f"{self.name}=={self.version}"

    @property
    def line(self) -> str:
        """How a requirements file writes it, wherever it is read."""
        return " ".join((self.key, *(f"--hash=sha256:{each}" for each in self.hashes)))

    def holds_in(self, environment: Mapping[str, str]) -> bool:
        """Whether pip installs it there."""
        return self.marker is None or self.marker.evaluate(dict(environment))


def read_pins(path: Path) -> tuple[Pin, ...]:
    """The pins in a requirements file. Raises ValueError at a line that pins nothing."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    return tuple(_pin(line) for line in text.splitlines() if line.strip() and line[0] != "#")


def _pin(line: str) -> Pin:
    requirement = Requirement(line.partition("--hash")[0])
    exact = list(requirement.specifier)
    if len(exact) != 1 or exact[0].operator != "==" or requirement.extras:
        raise ValueError(f"this pins no single version: {line.strip()[:80]}")
    return Pin(
        canonicalize_name(requirement.name),
        exact[0].version,
        requirement.marker,
        tuple(_HASH.findall(line)),
    )


def read_needs() -> Needs:
    """What `make lock` wrote down about the pins."""
    return tomllib.loads(NEEDS.read_text(encoding="utf-8"))


def asked_for(name: str) -> list[str]:
    """What pyproject.toml asks for in requirements/NAME.txt."""
    told = project()
    wanted = list(told["project"]["dependencies"])
    if name != "run":
        wanted += told["project"]["optional-dependencies"]["gemeente"]
    return wanted + told["dependency-groups"].get(name, [])


def lacking(pins: Iterable[Pin], needs: Needs, asked: Iterable[str], place: Place) -> list[str]:
    """What these pins do not provide in this place, a sentence for each; nothing when complete."""
    everywhere = (_lacking(pins, needs, asked, environment) for environment in place.environments())
    return list(dict.fromkeys(one for some in everywhere for one in some))


def reached(pins: Sequence[Pin], needs: Needs, asked: Sequence[str], place: Place) -> set[str]:
    """The requirements that somebody asks for in this place, as they are written."""
    return {
        str(requirement)
        for environment in place.environments()
        for requirement, _ in _walk(pins, needs, asked, environment)
    }


def _lacking(
    pins: Iterable[Pin], needs: Needs, asked: Iterable[str], environment: Mapping[str, str]
) -> Iterator[str]:
    for requirement, pin in _walk(pins, needs, asked, environment):
        if pin is None:
            yield f"{requirement} is asked for and has no pin"
        elif not requirement.specifier.contains(pin.version, prereleases=True):
            yield f"{requirement} is asked for and the pin is {pin.version}"
        elif pin.key not in needs:
            yield f"{pin.key} has no line in {NEEDS.name}"


def _walk(
    pins: Iterable[Pin], needs: Needs, asked: Iterable[str], environment: Mapping[str, str]
) -> Iterator[tuple[Requirement, Pin | None]]:
    """Every requirement that holds there, with its pin: first the asked ones, then theirs."""
    here: dict[str, Pin] = {}
    for pin in pins:
        if pin.holds_in(environment) and here.setdefault(pin.name, pin) is not pin:
            raise ValueError(f"{pin.name} is pinned twice in one place")
    waiting = [(Requirement(text), "") for text in asked]
    seen: set[tuple[str, str]] = set()
    while waiting:
        requirement, extra = waiting.pop()
        wanted = {**environment, "extra": extra}
        if requirement.marker and not requirement.marker.evaluate(wanted):
            continue
        pin = here.get(canonicalize_name(requirement.name))
        yield requirement, pin
        if pin is None:
            continue
        for asked_extra in ("", *requirement.extras):
            if (pin.key, asked_extra) not in seen:
                seen.add((pin.key, asked_extra))
                theirs = map(Requirement, needs.get(pin.key, ()))
                waiting.extend((one, asked_extra) for one in theirs)
