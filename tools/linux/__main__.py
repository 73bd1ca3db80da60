"""`make linux`: what a person installs without rights, and a package of Debian, in build/linux."""

from __future__ import annotations

import gzip
import hashlib
import io
import shutil
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path

from tools.linux.debian import debian_package
from tools.linux.program import build_program
from tools.locking.pins import Pin
from tools.locking.places import ROOT, SYSTEMS, Place, project, pythons
from tools.windows.__main__ import time_of_building
from tools.windows.fetching import fetch_wheels, make_wheel, pins

HERE = Path(__file__).parent
BUILD = ROOT / "build" / "linux"

_SYSTEM = next(system for system in SYSTEMS if system.name == "Linux")
_SCRIPT = "installeren.sh"


def main() -> int:
    """Fetch, put together, and say how large it is."""
    made = time_of_building()
    version = project()["project"]["version"]
    work = BUILD / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    wheels = [make_wheel(work, made)]
    for place in places():
        wheels += fetch_wheels(BUILD / "opgehaald" / place.python, place)
    by_name = {wheel.name: wheel.read_bytes() for wheel in wheels}
    files = contents(by_name, [pins(place) for place in places()])
    name = f"beraad-{version}-linux"
    program = build_program(work / "beraad", _once(wheels), version, made)
    packages = {
        f"{name}.tar.gz": archive(name, files, made),
        f"beraad_{version}_amd64.deb": debian_package(program, version, made),
    }
    for file, content in packages.items():
        (BUILD / file).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        print(f"{file}: {len(content) / 1e6:.1f} MB  sha256 {digest}")
    return 0


def places() -> tuple[Place, ...]:
    """Linux with every Python that it has to be installable on."""
    return tuple(Place(_SYSTEM, python) for python in pythons())


def _once(wheels: list[Path]) -> list[Path]:
    """Most wheels are for every Python, and were fetched for each."""
    return list({wheel.name: wheel for wheel in wheels}.values())


def contents(wheels: Mapping[str, bytes], pinned: list[tuple[Pin, ...]]) -> dict[str, bytes]:
    """Every file of the archive, by its path in it."""
    own = next(name for name in wheels if name.startswith("beraad-"))
    version = own.split("-")[1]
    digest = hashlib.sha256(wheels[own]).hexdigest()
    lines = {pin.line for some in pinned for pin in some}
    wanted = "\n".join(sorted({*lines, f"beraad=={version} --hash=sha256:{digest}"})) + "\n"
    files = {
        **{f"wheels/{name}": content for name, content in wheels.items()},
        "eisen.txt": wanted.encode(),
        "beraad.svg": (ROOT / "beraad" / "assets" / "icons" / "beraad.svg").read_bytes(),
        "LICENSE": (ROOT / "LICENSE").read_bytes(),
        **{name: (HERE / name).read_bytes() for name in (_SCRIPT, "beraad.desktop", "beraad.xml")},
    }
    sums = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return {**files, "controle.sha256": "".join(sums).encode()}


def archive(name: str, files: Mapping[str, bytes], made: int) -> bytes:
    """A tar.gz of these files in one folder, with the same bytes every time."""
    packed = io.BytesIO()
    with (
        gzip.GzipFile(
            filename="", mode="wb", compresslevel=1, fileobj=packed, mtime=made
        ) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w", format=tarfile.PAX_FORMAT) as whole,
    ):
        for path in sorted(files):
            entry = tarfile.TarInfo(f"{name}/{path}")
            entry.size, entry.mtime = len(files[path]), made
            entry.mode = 0o755 if path == _SCRIPT else 0o644
            whole.addfile(entry, io.BytesIO(files[path]))
    return packed.getvalue()


if __name__ == "__main__":
    sys.exit(main())
