"""Puts in one folder what the package of Debian brings, for every Python that it may meet there.

The wheels for different Pythons have the same files, but for libraries that have the Python in
their name. So they lie in one folder, and a Python of the system looks there as in a venv.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.linux.deb import Entry
from tools.locking.places import pythons
from tools.windows.folder import settle, unpack
from tools.windows.keeping import read_rules
from tools.windows.licences import write_licences
from tools.windows.part import Part, look_into
from tools.windows.places import SBOM, in_order
from tools.windows.sbom import bill

HOME = "usr/lib/beraad"
IMPORTED = "lib/python3/site-packages"

_SYSTEM = "Linux"
_KEEP = Path(__file__).parent / "keep.toml"
_VENV = "home = /usr/bin\ninclude-system-site-packages = false\n"


def build_program(folder: Path, wheels: Iterable[Path], version: str, made: int) -> Path:
    """Build the folder anew, with its licences and its SBOM."""
    shutil.rmtree(folder, ignore_errors=True)
    parts = look_into(put_wheels(folder, wheels), folder)
    write_licences(folder, parts, version, made, system=_SYSTEM, place=IMPORTED)
    (folder / "pyvenv.cfg").write_text(_VENV, encoding="utf-8")
    settle(folder, made)
    whole = _with_the_rest(parts, folder)
    listed = bill(version, whole, folder, made, system=_SYSTEM)
    (folder / SBOM).write_text(listed, encoding="utf-8")
    return folder


def put_wheels(folder: Path, wheels: Iterable[Path]) -> list[Part]:
    """Unpack them over each other; ends the program where two have different files."""
    rules = read_rules(_KEEP)
    parts: dict[str, Part] = {}
    every: list[str] = []
    for wheel in sorted(wheels, key=lambda path: path.name):
        unpacked = unpack(wheel, rules, place=IMPORTED, system=_SYSTEM)
        every += unpacked.every
        for name, content in unpacked.files.items():
            path = folder / IMPORTED / name
            if path.exists() and path.read_bytes() != content:
                sys.exit(f"Twee pakketten hebben een ander bestand {name}.")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        one = unpacked.part
        parts[one.name] = one.with_more_of(parts[one.name]) if one.name in parts else one
    if idle := rules.idle(every):
        sys.exit("In keep.toml staat iets dat nergens meer over gaat:\n" + "\n".join(idle))
    return [part for part in parts.values() if part.files]


def entries_of(folder: Path) -> dict[str, Entry]:
    """The folder as it lies on a computer, with what makes it a place for Python."""
    files = {
        f"{HOME}/{path.relative_to(folder).as_posix()}": Entry(path.read_bytes())
        for path in in_order(folder)
    }
    links = {f"{HOME}/lib/python{python}": Entry(link="python3") for python in pythons()}
    return {**files, **links, f"{HOME}/bin/python3": Entry(link="../../../bin/python3")}


def _with_the_rest(parts: list[Part], folder: Path) -> list[Part]:
    """What is of no wheel was made here."""
    owned = {name for part in parts for name in part.files}
    every = [path.relative_to(folder).as_posix() for path in in_order(folder)]
    rest = tuple(name for name in every if name not in owned)
    return [
        part.with_files((*part.files, *rest)) if part.name == "beraad" else part for part in parts
    ]
