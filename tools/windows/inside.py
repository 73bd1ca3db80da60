"""What of others lies inside a package: a list of our own, with versions that the files tell.

A version is read from the binary itself; where it says nothing, from the list that the makers of a
wheel put in it. What neither tells stays unknown, and is listed as that.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from tools.windows.places import HERE
from tools.windows.signs import found_in

_SUFFIXES = frozenset((".dll", ".exe", ".pyd", ".com", ".so", ".ttf"))
_RUST, _OF_DISTRIBUTION = "pkg:cargo/", "pkg:rpm/"


@dataclass(frozen=True, slots=True)
class Inside:
    """Something of others that lies inside a part.

    Attributes:
        version: empty when nothing tells it.
        purl, cpe: two ways in which scanners know it.
        places: the files that tell this version.
    """

    name: str
    licence: str
    version: str = ""
    purl: str = ""
    cpe: str = ""
    places: tuple[str, ...] = ()

    @property
    def is_rust(self) -> bool:
        """Whether it is one of many small packages that were compiled into one."""
        return self.purl.startswith(_RUST)

    @property
    def told(self) -> str:
        """Its name and version for people."""
        return f"{self.name} {self.version}" if self.version else f"{self.name}, versie onbekend"


class Unlisted(ValueError):
    """Something lies inside a package that our list does not know; its text says what."""


def inside_of(name: str, system: str = "Windows") -> tuple[Inside, ...]:
    """What our list says that lies inside a package on a system; no version is known yet."""
    known = _parts().get(name, {})
    every = [*known.get("holds", ()), *known.get(f"holds_on_{system.lower()}", ())]
    return tuple(Inside(library, str(_libraries()[library]["licence"])) for library in every)


def known_licence(name: str) -> str:
    """The licence of a package that we wrote down ourselves; empty when it says that itself."""
    return str(_parts().get(name, {}).get("licence", ""))


def was_looked_at(name: str) -> bool:
    """Whether our list says what lies inside a package, be it nothing."""
    return any(key.startswith("holds") for key in _parts().get(name, {}))


def is_compiled(path: str) -> bool:
    """Whether a file was compiled from something, and so may hold what others made."""
    return not _SUFFIXES.isdisjoint(PurePosixPath(path.lower()).suffixes)


def told_by_makers(listed: bytes) -> Iterator[Inside]:
    """What the list in a wheel (CycloneDX) names, but for what was only used to build it."""
    for each in json.loads(listed).get("components", ()):
        if each.get("scope") != "excluded" and each.get("version"):
            yield Inside(each["name"], _licences(each), each["version"], each.get("purl", ""))


def looked_into(
    name: str, known: Iterable[Inside], makers: Iterable[Inside], binaries: Mapping[str, bytes]
) -> tuple[Inside, ...]:
    """What is known to lie inside a package, with versions, and what its makers list of Rust.

    Raises Unlisted.
    """
    expected, listed = tuple(known), tuple(makers)
    rust = tuple(dict.fromkeys(each for each in listed if each.is_rust))
    if binaries and not expected and not rust and not was_looked_at(name):
        raise Unlisted(f"wat in {name} zit")
    found: dict[str, dict[str, list[str]]] = {}
    for path, content in binaries.items():
        for library, version in found_in(content):
            found.setdefault(library, {}).setdefault(version, []).append(path)
    if unknown := found.keys() - {each.name for each in expected}:
        raise Unlisted(f"dat in {name} ook {', '.join(sorted(unknown))} zit")
    return (*(one for each in expected for one in _versions(each, found, listed)), *rust)


def _versions(
    known: Inside, found: Mapping[str, Mapping[str, list[str]]], makers: Iterable[Inside]
) -> Iterator[Inside]:
    about = _libraries()[known.name]
    names = {known.name.lower(), *about.get("also", ())}
    other = next((each for each in makers if each.name.lower() in names), Inside("", ""))
    told = found.get(known.name) or {other.version: []}
    for version, places in sorted(told.items()):
        label = str(about.get("purl", known.name.lower().replace(" ", "-")))
        plain = f"pkg:generic/{label}" + f"@{version}" * bool(version) if label else ""
        cpe = f"cpe:2.3:a:{about['cpe']}:{version}:*:*:*:*:*:*:*" if "cpe" in about else ""
        yield replace(
            known,
            version=version,
            purl=other.purl if other.purl.startswith(_OF_DISTRIBUTION) else plain,
            cpe=cpe if version else "",
            places=tuple(sorted(places)),
        )


def _licences(component: Mapping[str, Any]) -> str:
    every = [
        str(each.get("expression") or each["license"].get("id") or each["license"]["name"])
        for each in component.get("licenses", ())
        if "Unknown" not in str(each)
    ]
    return " AND ".join(f"({each})" if " " in each and len(every) > 1 else each for each in every)


def _parts() -> Mapping[str, Any]:
    return _listed()["part"]


def _libraries() -> Mapping[str, Any]:
    return _listed()["library"]


@cache
def _listed() -> Mapping[str, Any]:
    return tomllib.loads((Path(HERE) / "inside.toml").read_text(encoding="utf-8"))
