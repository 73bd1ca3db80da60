"""Lets something go wrong in the window: `defect.py FOLDER TOLD`, run by pythonw under wine.

Nobody sees what such a program writes. So the window has to tell it; what it tells comes in TOLD.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

_BETWEEN, _TRIES = 500, 120
"""Milliseconds between two looks, and how many there are."""

_RESTS = 4
"""Looks at the window before something goes wrong in it, and before it is closed again."""


def main(folder: str, told: str) -> None:
    """Open the window, make a mistake, and write down what is then to be read."""
    # Windows gives such a program no streams; wine hands on those that it was started with.
    sys.stdin = sys.stdout = sys.stderr = None
    console = ctypes.__dict__["windll"].kernel32.GetConsoleWindow()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    from beraad.app import run

    app = QApplication(sys.argv[:1])
    looks = QTimer()
    seen = 0

    def texts() -> list[str]:
        return [
            each.text()
            for window in app.topLevelWidgets()
            for each in window.findChildren(QLabel)
            if each.isVisible() and each.text()
        ]

    def look() -> None:
        nonlocal seen
        if not texts():
            return
        seen += 1
        if seen == _RESTS:
            raise RuntimeError("een proef")
        if seen == 2 * _RESTS:
            first = "met console" if console else "zonder console"
            Path(told).write_text("\n".join([first, *texts()]), encoding="utf-8")
        if seen == _TRIES:
            app.quit()

    looks.timeout.connect(look)
    looks.start(_BETWEEN)
    run(Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
