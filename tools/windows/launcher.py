"""Builds the two programs that start Beraad, and their icon."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

from tools.locking.places import ROOT
from tools.windows.places import HERE

DESKTOP, CONSOLE = "Beraad.exe", "beraad.com"
"""Who types `beraad` in a console gets the second: Windows looks for .com before .exe."""

_COMPILER, _RESOURCES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"
_FLAGS = ("-Os", "-s", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp")
_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_DRAW = """
import sys
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
renderer = QSvgRenderer(sys.argv[1])
for size in map(int, sys.argv[2:]):
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    print(bytes(data).hex())
"""


def build_launchers(folder: Path, work: Path, version: str) -> None:
    """Put both programs in the folder."""
    for tool in (_COMPILER, _RESOURCES):
        if shutil.which(tool) is None:
            sys.exit(f"{tool} is hier niet: installeer het pakket gcc-mingw-w64-x86-64.")
    write_icon(work / "beraad.ico")
    for name in ("launcher.rc", "launcher.manifest"):
        shutil.copyfile(HERE / name, work / name)
    numbers = ",".join([*re.findall(r"\d+", version), "0", "0", "0"][:4])
    resources = work / "launcher.o"
    _do(
        *(_RESOURCES, f"-DNUMBERS={numbers}", f'-DVERSION=\\"{version}\\"', "launcher.rc"),
        str(resources),
        cwd=work,
    )
    for name, kind in ((DESKTOP, ("-mwindows",)), (CONSOLE, ("-mconsole", "-DCONSOLE"))):
        _do(
            *(_COMPILER, *_FLAGS, *kind, "-o", str(folder / name)),
            *(str(HERE / "launcher.c"), str(resources)),
            cwd=work,
        )


def write_icon(path: Path) -> None:
    """Draw the icon of the program in every size that Windows asks for."""
    picture = ROOT / "beraad" / "assets" / "icons" / "beraad.svg"
    drawn = subprocess.run(
        [sys.executable, "-c", _DRAW, str(picture), *map(str, _SIZES)],
        capture_output=True,
        text=True,
        check=True,
    )
    path.write_bytes(icon([bytes.fromhex(line) for line in drawn.stdout.split()]))


def icon(pictures: list[bytes]) -> bytes:
    """A file of Windows that holds these PNG pictures."""
    head, body = struct.pack("<3H", 0, 1, len(pictures)), b""
    start = len(head) + 16 * len(pictures)
    for picture in pictures:
        (size,) = struct.unpack_from(">I", picture, 16)
        head += struct.pack(
            "<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(picture), start + len(body)
        )
        body += picture
    return head + body


def _do(*command: str, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[0]}:\n{done.stderr}")
