"""The licences of every part: their texts in a folder, and a list for people and for Beraad."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from tools.windows.part import Part
from tools.windows.places import APP, LICENCES, PARTS

_COMMON = Path("/usr/share/common-licenses")
"""Debian keeps the texts that many packages share here."""

_SHARED = {
    "LGPL-3.0-only": ("LGPL-3", "GPL-3"),
    "LGPL-2.1-or-later": ("LGPL-2.1",),
    "MPL-2.0": ("MPL-2.0",),
}

_OURS = "beraad"

_HEAD = """Beraad {version} voor {system}, gemaakt op {day}

Beraad valt onder de EUPL 1.2. Hieronder staat per onderdeel de licentie. De teksten staan in
deze map. Wat er precies in het pakket zit, tot en met elk bestand, staat in beraad.cdx.json
(CycloneDX).

Qt, PySide6 en psycopg vallen onder de LGPL. Ze staan als losse bestanden in de map
{place}: je mag ze vervangen door een andere versie die hetzelfde doet. Beraad
kijkt niet of het dezelfde zijn.

"""


def write_licences(
    folder: Path,
    parts: Iterable[Part],
    version: str,
    made: int,
    *,
    system: str = "Windows",
    place: str = APP,
) -> tuple[str, ...]:
    """Write the texts and both lists; returns the paths of what was written.

    `place` is the folder that Python imports from.
    """
    every = sorted(parts, key=lambda part: part.name.lower())
    written: dict[str, bytes] = {}
    for part in every:
        shelf = f"{LICENCES}/{part.name}"
        for name, text in texts_of(part).items():
            written[f"{shelf}/{name}"] = text
    day = datetime.fromtimestamp(made, UTC).date()
    lines = [line for part in every for line in _lines(part)]
    head = _HEAD.format(
        version=version, system=system, place=place, day=f"{day.day}-{day.month}-{day.year}"
    )
    written[f"{LICENCES}/OVERZICHT.txt"] = (head + "\n".join(lines) + "\n").encode()
    written[f"{place}/{PARTS}"] = _as_json(every, version, day.isoformat()).encode()
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    return tuple(sorted(written))


def texts_of(part: Part) -> dict[str, bytes]:
    """The texts of its licences; ends the program when there are none."""
    texts = dict(part.texts)
    for name in _SHARED.get(part.licence, ()):
        texts[f"{name}.txt"] = (_COMMON / name).read_bytes()
    if not texts:
        sys.exit(f"Van {part.name} is de tekst van de licentie er niet.")
    return texts


def _lines(part: Part) -> list[str]:
    inside = [
        f"    met {each.told}" + f" ({each.licence})" * bool(each.licence) for each in part.inside
    ]
    return [f"{part.name} {part.version}: {part.licence}", *inside]


def _shown(part: Part) -> list[str]:
    """What is inside, as the window shows it; of Rust only how many, for they are hundreds."""
    rust = sum(each.is_rust for each in part.inside)
    told = [each.told for each in part.inside if not each.is_rust]
    return [*told, f"{rust} pakketten in Rust"] if rust else told


def _as_json(parts: list[Part], version: str, day: str) -> str:
    told = {
        "versie": version,
        "gemaakt": day,
        "onderdelen": [
            {
                "naam": part.name,
                "versie": part.version,
                "licentie": part.licence,
                "met": _shown(part),
            }
            for part in parts
            if part.name != _OURS
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
