"""Beraad itself, up to the list of beraden and a search in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from beraad.app import build
from tools.speed.painting import FirstPaint, Stillness
from tools.speed.telling import FOLDER, memory, since_start, tell

_SOUGHT = "team jongeren 4"
measured: dict[str, float | list[float]] = {}


def _on_painted() -> None:
    measured["painted"] = since_start()


def _on_listed() -> None:
    measured["listed"] = since_start()
    measured["memory"] = memory()
    app.exit()


def _is_filled() -> bool:
    return beraden.model().rowCount() > 0


def _read_on() -> float:
    """Let the others be read; returns how long a key waits at most meanwhile."""
    shown = sum(1 for _ in FOLDER.glob("*.beraad")) - 1  # The latest stands above the list.
    longest = 0.0
    while beraden.model().rowCount() < shown:
        longest = max(longest, stillness.turn())
    return longest


def _search() -> list[float]:
    from PySide6.QtTest import QTest

    search = window.findChild(QLineEdit, "search")
    search.setFocus()
    keys = [*_SOUGHT, *(Qt.Key.Key_Backspace for _ in _SOUGHT)]
    return [
        stillness.after(lambda key=key: QTest.keyClick(search, key), changing=search.text)
        for key in keys
    ]


app = QApplication([])
window = build(app, FOLDER, config=FOLDER / "instellingen")
beraden = window.findChild(QListView, "beraden")
FirstPaint(window, _on_painted)
FirstPaint(beraden.viewport(), _on_listed, ready=_is_filled)
window.show()
app.exec()
stillness = Stillness(app, window)
measured["hitch"] = _read_on()
measured["search"] = _search()
tell(measured)
