"""Beraad on a folder that is locked, up to the field for the password; then unlocked and locked."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from beraad.app import build
from tools.invented.vaults import SEALED, WORDS
from tools.speed.painting import FirstPaint
from tools.speed.telling import FOLDER, since_start, tell

_SOON = 5
"""Milliseconds between two looks."""

figures: dict[str, float] = {}


def _look_for_field() -> None:
    screen = window._unlocking  # noqa: SLF001 - only the window knows when it asks
    if screen is None:
        QTimer.singleShot(0, _look_for_field)
    else:
        FirstPaint(screen, _on_asked)
        screen.update()


def _on_asked() -> None:
    figures["asked"] = since_start()
    window._desk.unlock(WORDS)  # noqa: SLF001
    window._on_unlocked()  # noqa: SLF001
    path = min((FOLDER / SEALED).glob("beraad-*.beraad"))
    window.open(path)
    QTimer.singleShot(500, _lock)


def _lock() -> None:
    begun = perf_counter()

    def look() -> None:
        if window._desk.is_locked:  # noqa: SLF001
            figures["lock"] = (perf_counter() - begun) * 1000
            tell(figures)
        QTimer.singleShot(_SOON, look)

    window.locking.begin()
    look()


app = QApplication([])
window = build(app, FOLDER / SEALED, config=FOLDER / "instellingen")
window.show()
_look_for_field()
app.exec()
