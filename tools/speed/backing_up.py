"""A backup of a vault that never had one, and how long a key waits meanwhile."""

from __future__ import annotations

import shutil
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from beraad.app import build
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import moments
from beraad.store.vault.opening import unlock
from tools.invented.vaults import SEALED, WORDS
from tools.speed.painting import FirstPaint, Stillness
from tools.speed.telling import FOLDER, tell

_LETTERS = "team jongeren"
_BETWEEN = 120
"""Milliseconds between two keys."""


home = FOLDER / SEALED
copies = copies_folder(home)
if copies.exists():
    shutil.rmtree(copies)
unlock(home, WORDS)
app = QApplication([])
window = build(app, home, config=FOLDER / "instellingen")
beraden = window.findChild(QListView, "beraden")
FirstPaint(beraden.viewport(), app.exit, ready=lambda: beraden.model().rowCount() > 0)
window.show()
app.exec()
stillness = Stillness(app, window)
search = window.findChild(QLineEdit, "search")
search.setFocus()
waited: list[float] = []
backing_up = window._backing_up  # noqa: SLF001 - it begins by itself, when nobody does anything


def _type() -> None:
    """Type as fast as somebody does, and no faster: who measures takes time of its own."""
    key = letters[len(waited) % len(letters)]
    waited.append(stillness.after(lambda: QTest.keyClick(search, key), changing=search.text))
    if not backing_up.runs:
        app.exit()


letters = (*_LETTERS, *(Qt.Key.Key_Backspace for _ in _LETTERS))
typing = QTimer(window)
typing.setInterval(_BETWEEN)
typing.timeout.connect(_type)
stillness.wait_for(lambda: backing_up._job.runs)  # noqa: SLF001
begun = perf_counter()
typing.start()
app.exec()
seconds = perf_counter() - begun
if len(moments(copies)) != 1:
    raise SystemExit("No backup was made")
tell({"seconds": seconds, "key": waited})
