"""Lets something go wrong in the window: `defect.py FOLDER TOLD`, run by pythonw under wine.

Nobody sees what such a program writes. So the window has to tell it; what it tells comes in TOLD.
"""

from __future__ import annotations

import sys
from pathlib import Path

_SOON, _LATER = 1_500, 3_000
"""Milliseconds after the window came."""


def main(folder: str, told: str) -> None:
    """Open the window, make a mistake, and write down what is then to be read."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    from beraad.app import run

    app = QApplication(sys.argv[:1])

    def go_wrong() -> None:
        raise RuntimeError("een proef")

    def write_down() -> None:
        streams = "zonder console" if sys.stdout is sys.stderr is None else "met console"
        texts = [
            each.text()
            for window in app.topLevelWidgets()
            for each in window.findChildren(QLabel)
            if each.isVisible() and each.text()
        ]
        Path(told).write_text("\n".join([streams, *texts]), encoding="utf-8")
        QTimer.singleShot(_LATER, app.quit)

    QTimer.singleShot(_SOON, go_wrong)
    QTimer.singleShot(_LATER, write_down)
    run(Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
