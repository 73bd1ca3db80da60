"""What wine 8 lacks of Windows 10: stand-ins for the copy that is tried, and never in a package."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

from tools.windows.places import BUILD

HERE = Path(__file__).parent

NAMES = ("icuuc.dll", "bcryptprimitives.dll")
_UNKNOWN = "_wmi.pyd"
"""What Python asks the system with it is not in wine."""

_NEEDS = {"bcryptprimitives.dll": ("-ladvapi32",)}


def put_aids(python: Path) -> None:
    """Put the stand-ins beside this Python."""
    for name in NAMES:
        source = HERE / name.replace(".dll", ".c")
        command = ["x86_64-w64-mingw32-gcc", "-shared", "-o", str(python / name), str(source)]
        subprocess.run([*command, *_NEEDS.get(name, ())], check=True)
    (python / _UNKNOWN).unlink(missing_ok=True)


def put_test_module(app: Path) -> None:
    """Put the part of Qt there with which keys are pressed; no screen itself imports it."""
    (wheel,) = (BUILD / "opgehaald" / "wheels").glob("pyside6_essentials-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        for name in ("PySide6/QtTest.pyd", "PySide6/Qt6Test.dll"):
            packed.extract(name, app)


def take_aids(python: Path) -> None:
    """Take the stand-ins away again, so that what is left is of the package."""
    for name in NAMES:
        (python / name).unlink(missing_ok=True)


def aids_in(names: list[str]) -> list[str]:
    """The stand-ins among these paths; there may be none in any package."""
    return [name for name in names if name.rpartition("/")[2].lower() in NAMES]
