"""Types into the real window and prints how much the window says is kept."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from beraad.app import build
from beraad.records import PhaseKey
from beraad.ui.widgets.text_field import TextField

WORD = "woord{} "


def main(folder: Path) -> None:
    app = QApplication([])
    window = build(app, folder, config=folder / "config")
    window.show()
    window.new()
    screen = window._session
    screen.go_to(PhaseKey.CASE)
    field = screen.findChild(TextField, "case.situation")
    saved = screen.findChild(QLabel, "saved")
    written = 0
    told = -1

    def type_on() -> None:
        nonlocal written, told
        QTest.keyClicks(field, WORD.format(written))
        written += 1
        if written % 7 == 0:
            screen.go_to(PhaseKey.DILEMMA)
            screen.go_to(PhaseKey.CASE)
        if saved.text().startswith("bewaard") and written != told:
            told = written
            print(f"ack {written}", flush=True)

    typing = QTimer()
    typing.timeout.connect(type_on)
    typing.start(15)
    print("begin", flush=True)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
