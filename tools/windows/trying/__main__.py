"""`make windows-test`: install, use and remove the packages; the last line is the verdict."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.locking.places import project
from tools.windows.places import BUILD
from tools.windows.trying.screen import lacking
from tools.windows.trying.trials import ORDER, Trial
from tools.windows.wine import MISSING, is_there


def main() -> int:
    """Try one thing after another; what fails is told, and the rest is tried too."""
    asked = argparse.ArgumentParser(prog="make windows-test")
    asked.add_argument("--uit", type=Path, default=BUILD, help="waar de pakketten liggen")
    packages = asked.parse_args().uit.absolute()
    version = project()["project"]["version"]
    if why := _cannot(packages, version):
        print(f"{why}\nNIET BEPROEFD")
        return 3
    with tempfile.TemporaryDirectory(prefix="beraad-windows-") as folder:
        trial = Trial(packages, Path(folder), version)
        try:
            failed = _try_all(trial)
        finally:
            trial.wine.stop()
    if failed:
        print(f"NIET GOED: {failed} van de {len(ORDER)} proeven onder wine mislukten")
        return 1
    print(f"GOED: {len(ORDER)} proeven onder wine, als gewone gebruiker")
    return 0


def _try_all(trial: Trial) -> int:
    failed = 0
    for each in ORDER:
        try:
            print(f"  goed   {each.__name__}: {each(trial)}", flush=True)
        except (AssertionError, RuntimeError, OSError, subprocess.SubprocessError) as problem:
            failed += 1
            print(f"  NIET   {each.__name__}: {problem}", flush=True)
    return failed


def _cannot(packages: Path, version: str) -> str:
    if not is_there():
        return MISSING
    if packages_of_debian := lacking():
        return f"Hier ontbreekt: {', '.join(packages_of_debian)}."
    if not (packages / f"beraad-{version}-installeren.exe").exists():
        return "Er is nog geen pakket: geef eerst make windows."
    return ""


if __name__ == "__main__":
    sys.exit(main())
