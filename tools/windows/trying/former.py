"""The setup of a former version, to install over: built from its own commit, once."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from tools.locking.places import ROOT
from tools.windows.places import BUILD

COMMIT = "7861e6e978df15bde5f1817e944542fbe707403a"
"""The first that made a setup."""


def former_setup() -> Path | None:
    """Where it lies; None where the history of the source is not at hand or it cannot be built."""
    place = BUILD / "vorige"
    if found := _setup_in(place):
        return found
    asked = ["git", "archive", "--format=tar", COMMIT]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, check=False)
    if told.returncode:
        return None
    source = place / "bron"
    shutil.rmtree(place, ignore_errors=True)
    with tarfile.open(fileobj=io.BytesIO(told.stdout)) as packed:
        packed.extractall(source, filter="data")
    fetched = source / "build" / "windows" / "opgehaald"
    fetched.mkdir(parents=True)
    shutil.copytree(BUILD / "opgehaald" / "wheels", fetched / "wheels")
    subprocess.run(
        [sys.executable, "-m", "tools.windows", "--uit", str(place)],
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(source), "SOURCE_DATE_EPOCH": _time()},
        check=False,
        stdout=subprocess.DEVNULL,
    )
    return _setup_in(place)


def _setup_in(place: Path) -> Path | None:
    return next(iter(sorted(place.glob("beraad-*-installeren.exe"))), None)


def _time() -> str:
    asked = ["git", "log", "-1", "--format=%ct", COMMIT]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True, text=True)
    return told.stdout.strip()
