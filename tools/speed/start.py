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


def _search() -> list[float]:
    from PySide6.QtTest import QTest

    stillness = Stillness(app, window)
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
measured["search"] = _search()
tell(measured)
