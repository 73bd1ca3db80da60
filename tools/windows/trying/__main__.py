"""`make windows-test`: install, use and remove the packages; the last line is the verdict."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tools.locking.places import project
from tools.windows.places import BUILD
from tools.windows.trying.former import former_setup
from tools.windows.trying.screen import lacking
from tools.windows.trying.trials import ORDER, Trial
from tools.windows.wine import MISSING, is_there


def main() -> int:
    """Try one thing after another; what fails is told, and the rest is tried too."""
    asked = argparse.ArgumentParser(prog="make windows-test")
    asked.add_argument("--uit", type=Path, default=BUILD, help="waar de pakketten liggen")
    asked.add_argument("--vorige", type=Path, help="de setup van een vorige versie")
    wishes = asked.parse_args()
    packages = wishes.uit.absolute()
    version = project()["project"]["version"]
    if why := _cannot(packages, version):
        print(f"{why}\nNIET BEPROEFD")
        return 3
    former = wishes.vorige or former_setup()
    order = [each for each in ORDER if former or each is not Trial.follows_a_former_version]
    with tempfile.TemporaryDirectory(prefix="beraad-windows-") as folder:
        trial = Trial(packages, Path(folder), version, former)
        try:
            failed = _try_all(trial, order)
        finally:
            trial.wine.stop()
    if failed:
        print(f"NIET GOED: {failed} van de {len(order)} proeven onder wine mislukten")
        return 1
    without = "" if former else "; bijwerken van een vorige versie is NIET BEPROEFD"
    print(f"GOED: {len(order)} proeven onder wine, als gewone gebruiker{without}")
    return 0


def _try_all(trial: Trial, order: list[Callable[[Trial], str]]) -> int:
    failed = 0
    for each in order:
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
