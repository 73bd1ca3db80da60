"""Builds the folder: Python, the packages, Beraad itself, and what starts it."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.locking.places import project
from tools.windows.bytecode import compile_all, source_of
from tools.windows.fetching import PLACE, Interpreter, fetch_python, fetch_wheels, make_wheel
from tools.windows.guide import for_administrators
from tools.windows.inside import inside_of, known_licence
from tools.windows.keeping import Rules, read_rules
from tools.windows.launcher import build_launchers
from tools.windows.libraries import is_binary, missing
from tools.windows.licences import write_licences
from tools.windows.part import Part, look_into, part_of_wheel
from tools.windows.places import APP, PYTHON, SBOM, in_order
from tools.windows.sbom import bill, differences
from tools.windows.signatures import unsigned
from tools.windows.wine import Wine

_PATHS = "python313._pth"
_LICENCES, _LISTS = ".dist-info/licenses/", ".dist-info/sboms/"
_ASK_VERSION = "import sys; print('.'.join(map(str, sys.version_info[:3])))"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of a wheel: files for site-packages, and the texts of its licences."""

    part: Part
    files: Mapping[str, bytes]
    every: tuple[str, ...]


def build_folder(
    folder: Path, cache: Path, made: int, python: Callable[[Path], Interpreter] = fetch_python
) -> Path:
    """Build it anew; `python` puts an interpreter in a folder.

    `made` is the time that everything bears, in seconds since 1970.
    """
    version = str(project()["project"]["version"])
    work = folder.parent / "work"
    for path in (folder, work):
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
    wine = Wine(cache / "wine")
    wine.prepare()

    wheels = [*fetch_wheels(cache / "wheels"), make_wheel(work, made)]
    parts = [part for part in _unpack_all(wheels, folder / APP) if part.files]
    interpreter = python(cache)
    if faults := unsigned(interpreter.folder):
        sys.exit("\n".join(faults))
    parts.append(_put_python(interpreter, _version_of(interpreter.folder, wine), folder))
    parts = look_into(parts, folder)
    compile_all(folder / APP, interpreter.folder, wine)
    build_launchers(folder, work, version)
    (folder / "voor-beheerders.md").write_bytes(for_administrators())
    _check_libraries(folder)
    write_licences(folder, parts, version, made)
    settle(folder, made)
    (folder / SBOM).write_text(
        bill(version, _with_everything(parts, folder), folder, made), encoding="utf-8"
    )
    settle(folder, made)
    if wrong := differences(folder):
        sys.exit("\n".join(wrong))
    return folder


def unpack(wheel: Path, rules: Rules, *, place: str = APP, system: str = "Windows") -> Unpacked:
    """Take a wheel apart; `place` is the folder that Python imports from."""
    files: dict[str, bytes] = {}
    texts: dict[str, bytes] = {}
    lists: list[bytes] = []
    metadata = ""
    with zipfile.ZipFile(wheel) as packed:
        every = [name for name in packed.namelist() if not name.endswith("/")]
        for name in every:
            if name.endswith(".dist-info/METADATA"):
                metadata = packed.read(name).decode("utf-8")
            if _LISTS in name and name.endswith(".json"):
                lists.append(packed.read(name))
            if not rules.kept(name):
                continue
            if _LICENCES in name:
                texts[name.partition(_LICENCES)[2]] = packed.read(name)
            else:
                files[name] = packed.read(name)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    paths = tuple(f"{place}/{name}" for name in files)
    part = part_of_wheel(
        metadata, digest=digest, files=paths, texts=texts, lists=lists, system=system
    )
    return Unpacked(part, files, tuple(every))


def settle(folder: Path, made: int) -> None:
    """Give every file the same time and rights."""
    for path in in_order(folder):
        path.chmod(0o644)
        os.utime(path, (made, made))


def _unpack_all(wheels: Iterable[Path], app: Path) -> list[Part]:
    rules = read_rules()
    parts: list[Part] = []
    every: list[str] = []
    for wheel in wheels:
        unpacked = unpack(wheel, rules)
        every += unpacked.every
        parts.append(unpacked.part)
        for name, content in unpacked.files.items():
            path = app / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    if idle := rules.idle(every):
        sys.exit("In keep.toml staat iets dat nergens meer over gaat:\n" + "\n".join(idle))
    return parts


def _put_python(interpreter: Interpreter, version: str, folder: Path) -> Part:
    home = folder / PYTHON
    shutil.copytree(interpreter.folder, home)
    # Nothing else is imported from, whatever PYTHONPATH or the registry say.
    (home / _PATHS).write_bytes(b"python313.zip\r\n.\r\n..\\app\r\n")
    return Part(
        "CPython",
        version,
        known_licence("python"),
        f"pkg:generic/cpython@{version}?arch=amd64&os=windows",
        interpreter.digest,
        inside_of("python"),
        tuple(path.relative_to(folder).as_posix() for path in in_order(home)),
        {"LICENSE.txt": (home / "LICENSE.txt").read_bytes()},
    )


def _version_of(python: Path, wine: Wine) -> str:
    """Which Python this really is; it has to be one that the wheels are for."""
    told = wine.run(str(python / "python.exe"), "-I", "-c", _ASK_VERSION).strip()
    if not told.startswith(f"{PLACE.python}."):
        sys.exit(f"Dit is Python {told}, en de pakketten zijn voor {PLACE.python}.")
    return told


def _check_libraries(folder: Path) -> None:
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in in_order(folder)
        if is_binary(path)
    }
    if lacking := missing(files):
        sys.exit("Er ontbreken bibliotheken:\n" + "\n".join(lacking))


def _with_everything(parts: Iterable[Part], folder: Path) -> list[Part]:
    """Each part with the bytecode of its modules; what is of none of them was made here."""
    owners = {name: part.name for part in parts for name in part.files}
    files: dict[str, list[str]] = {part.name: [] for part in parts}
    for path in in_order(folder):
        name = path.relative_to(folder).as_posix()
        files[owners.get(name) or owners.get(source_of(name)) or "beraad"].append(name)
    whole = [part.with_files(tuple(files[part.name])) for part in parts]
    return [part for part in whole if part.files]
