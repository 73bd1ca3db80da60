"""An autosave of a full beraad, next to what the disk takes for as little as can be."""

from __future__ import annotations

import os
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QCoreApplication

from beraad.records.anatomy import Address
from beraad.store.session_file import SessionFile
from beraad.ui.workspace import Workspace
from tools.invented.day import NOW
from tools.speed.telling import FOLDER, tell

_TIMES = 200
_PAGE = bytes(4096)

app = QCoreApplication([])
(path,) = FOLDER.glob("*.beraad")
workspace = Workspace(SessionFile.open(path), folder=FOLDER, now=lambda: NOW)
editor = workspace.editor
norm = Address("norms", "text", editor.session.norms[0].id)
bare = os.open(FOLDER / "kaal", os.O_RDWR | os.O_CREAT, 0o600)
os.pwrite(bare, _PAGE, 0)


def _write_page() -> None:
    os.pwrite(bare, _PAGE, 0)
    os.fdatasync(bare)


def _took(action: Callable[[], object]) -> float:
    begun = perf_counter()
    action()
    return (perf_counter() - begun) * 1000


kept: list[float] = []
floor: list[float] = []
for number in range(_TIMES):
    editor.edit(norm, f"Doe wat je kunt binnen je ruimte, en leg uit wat niet kan. {number}")
    kept.append(_took(workspace.keep))
    floor.append(_took(_write_page))
tell({"keep": kept, "disk": floor})
