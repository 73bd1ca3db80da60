"""Reading a full beraad before it goes out: opening that screen, and deciding about finds."""

from __future__ import annotations

from itertools import cycle

from PySide6.QtWidgets import QListView, QPushButton

from beraad.ui.review.screen import ReportScreen
from tools.speed.painting import Stillness
from tools.speed.telling import FOLDER, tell
from tools.stage import application, open_window

_DECISIONS = 12

app = application()
window = open_window(app, FOLDER, config=FOLDER / "instellingen")
stillness = Stillness(app, window)
window.show()
window.activateWindow()
stillness.wait_until_warm()
(path,) = FOLDER.glob("*.beraad")
window.open(path)
stillness.settle()


def _open() -> float:
    return stillness.after(
        window.documents.show_report, changing=lambda: window.findChild(ReportScreen)
    )


opened = _open()
window.beraad.show_session()
again = _open()
finds = window.findChild(QListView, "findings")


def _press(name: str) -> None:
    window.findChild(QPushButton, name).click()


def _leave() -> None:
    _press("leave")
    _press("reason-1")


def _take_out() -> None:
    _press("take-out")


ways = cycle((_leave, _take_out))
decided = [
    stillness.after(next(ways), changing=lambda: finds.currentIndex().data())
    for _ in range(_DECISIONS)
]
tell({"open": opened, "again": again, "decide": decided})
