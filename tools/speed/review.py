"""Reading a full beraad before it goes out: opening that screen, and deciding about finds."""

from __future__ import annotations

from itertools import cycle

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from beraad.ui.report.screen import ReportScreen
from tools.speed.painting import Stillness
from tools.speed.telling import FOLDER, tell
from tools.stage import application, open_window

_DECISIONS = 12

app = application()
window = open_window(app, FOLDER, config=FOLDER / "instellingen")
stillness = Stillness(app, window)
window.show()
window.activateWindow()
stillness.settle()
(path,) = FOLDER.glob("*.beraad")
window.open(path)
stillness.settle()
opened = stillness.after(
    window.documents.show_report, changing=lambda: window.findChild(ReportScreen)
)
finds = window.findChild(QListView, "findings")
finds.setFocus()
keys = cycle("lw")
decided = [
    stillness.after(
        lambda: QTest.keyClick(finds, next(keys)), changing=lambda: finds.currentIndex().data()
    )
    for _ in range(_DECISIONS)
]
tell({"open": opened, "decide": decided})
