"""Opens the real window as `beraad` does, writes one line in a new beraad, and closes it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from beraad.cli import main
from beraad.records import PhaseKey
from beraad.ui.crash import hush_qt
from beraad.ui.main_window import MainWindow
from beraad.ui.widgets.text_field import TextField

WORDS = "Wij zien dit ook."


def pass_by() -> None:
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    if not windows or not windows[0]._warming.has_begun:
        QTimer.singleShot(20, pass_by)
        return
    (window,) = windows
    window.new()
    window._session.go_to(PhaseKey.CASE)
    QTest.keyClicks(window._session.findChild(TextField, "case.situation"), WORDS)
    print(f"map {window._desk.folder}", flush=True)
    window.close()


if __name__ == "__main__":
    hush_qt()
    app = QApplication(sys.argv[:1])
    QTimer.singleShot(0, pass_by)
    sys.exit(main(sys.argv[1:]))
