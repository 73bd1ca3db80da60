"""Builds the setup with NSIS: it lists each file that comes and, for leaving, that goes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath

from tools.windows.places import HERE, in_order

_MAKER = "makensis"


def build_installer(folder: Path, target: Path, work: Path, version: str, made: int) -> None:
    """Write the setup of a folder to `target`."""
    if shutil.which(_MAKER) is None:
        sys.exit(f"{_MAKER} is hier niet: installeer het pakket nsis.")
    paths = [path.relative_to(folder).as_posix() for path in in_order(folder)]
    files, gone = work / "files.nsh", work / "gone.nsh"
    files.write_text("\n".join(coming(folder, paths)) + "\n", encoding="utf-8")
    gone.write_text("\n".join(going(paths)) + "\n", encoding="utf-8")
    numbers = ".".join([*re.findall(r"\d+", version), "0", "0", "0"][:4])
    size = sum(path.stat().st_size for path in in_order(folder)) // 1024
    told = {
        "VERSION": version,
        "NUMBERS": numbers,
        "TARGET": target,
        "ICON": work / "beraad.ico",
        "FILES": files,
        "GONE": gone,
        "KILOBYTES": size,
    }
    os.utime(work / "beraad.ico", (made, made))
    defined = [f"-D{name}={value}" for name, value in told.items()]
    done = subprocess.run(
        [_MAKER, "-V2", "-INPUTCHARSET", "UTF8", "-WX", *defined, str(HERE / "beraad.nsi")],
        env={"PATH": "/usr/bin:/bin", "HOME": str(work), "SOURCE_DATE_EPOCH": str(made)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{_MAKER}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")


def coming(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    """The lines that put every file in its place."""
    for parent, names in groupby(paths, key=lambda path: str(PurePosixPath(path).parent)):
        yield f'SetOutPath "{_inside(parent)}"'
        for name in names:
            yield f'File "{folder / name}"'


def going(paths: Iterable[str]) -> Iterator[str]:
    """The lines that take every file away, and each folder that is empty then."""
    folders: set[str] = set()
    for path in paths:
        yield f'Delete "{_inside(path)}"'
        folders.update(str(parent) for parent in PurePosixPath(path).parents)
    for parent in sorted(folders - {"."}, key=lambda each: (-each.count("/"), each)):
        yield f'RMDir "{_inside(parent)}"'


def _inside(path: str) -> str:
    return "$INSTDIR" if path == "." else "$INSTDIR\\" + path.replace("/", "\\").replace("$", "$$")
