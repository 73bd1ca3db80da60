"""`make windows`: the folder, the portable zip and the setup, in build/windows."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from tools.locking.places import ROOT, project
from tools.windows.fetching import fetch_python, take_python
from tools.windows.folder import build_folder
from tools.windows.installer import build_installer
from tools.windows.packing import pack
from tools.windows.places import BUILD, PORTABLE, PROGRAM, in_order
from tools.windows.signatures import TOOL
from tools.windows.wine import NoWine

_MOST_UNPACKED, _MOST_IN_SETUP, _MOST_IN_ZIP = 150.0, 50.0, 65.0
"""Megabytes. A zip that Windows itself opens packs each file apart, and so is larger."""

_TOOLS = {
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "makensis": "nsis",
    "wine": "wine",
    TOOL: TOOL,
}
"""What has to be here, with Debian's package for it."""

_PORTABLE_TEXT = """Dit bestand maakt Beraad draagbaar: je beraden en instellingen komen in
de map gegevens, hiernaast.
Haal je dit bestand weg, dan gebruikt Beraad de gewone mappen van je account.
"""


def main() -> int:
    """Build everything and say how large it is."""
    asked = argparse.ArgumentParser(prog="make windows")
    asked.add_argument("--uit", type=Path, default=BUILD, help="waar het komt")
    asked.add_argument("--python", type=Path, help="de embeddable zip van python.org zelf")
    asked.add_argument("--sha256", default="", help="de SHA-256 die daarbij hoort")
    wishes = asked.parse_args()
    out = wishes.uit.absolute()
    python = partial(take_python, wishes.python, wishes.sha256) if wishes.python else fetch_python
    if packages := lacking():
        sys.exit(f"Installeer eerst, op Debian:\n\n    sudo apt-get install {' '.join(packages)}")
    cache = BUILD / "opgehaald"
    cache.mkdir(parents=True, exist_ok=True)
    made = time_of_building()
    version = project()["project"]["version"]
    try:
        folder = build_folder(out / PROGRAM, cache, made, python)
    except NoWine as problem:
        sys.exit(str(problem))
    portable = out / f"beraad-{version}-draagbaar.zip"
    text = _PORTABLE_TEXT.replace("\n", "\r\n").encode()
    pack(folder, portable, made, {PORTABLE: text})
    setup = out / f"beraad-{version}-installeren.exe"
    build_installer(folder, setup, out / "work", version, made)
    return tell(folder, {portable: _MOST_IN_ZIP, setup: _MOST_IN_SETUP})


def lacking() -> list[str]:
    """The packages of Debian that building needs and that are not here."""
    return [package for tool, package in _TOOLS.items() if shutil.which(tool) is None]


def time_of_building() -> int:
    """What everything is dated: SOURCE_DATE_EPOCH, else the last commit."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    asked = ["git", "log", "-1", "--format=%ct"]
    return int(subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout)


def tell(folder: Path, packages: Mapping[Path, float]) -> int:
    """Print every size and SHA-256; the exit code tells whether something is too large."""
    files = in_order(folder)
    unpacked = sum(path.stat().st_size for path in files) / 1e6
    print(f"{folder.name}: {unpacked:.1f} MB in {len(files)} bestanden")
    too_large = [] if unpacked <= _MOST_UNPACKED else [folder.name]
    for package, most in packages.items():
        size = package.stat().st_size / 1e6
        digest = hashlib.sha256(package.read_bytes()).hexdigest()
        print(f"{package.name}: {size:.1f} MB  sha256 {digest}")
        if size > most:
            too_large.append(package.name)
    if too_large:
        print(f"Te groot: {', '.join(too_large)}.")
    return bool(too_large)


if __name__ == "__main__":
    sys.exit(main())
