"""The floor: a window with nothing but a label in it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tools.speed.painting import FirstPaint
from tools.speed.telling import memory, since_start, tell


def _on_painted() -> None:
    tell({"painted": since_start(), "memory": memory()})


app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Beraad"))
window.resize(1366, 768)
FirstPaint(window, _on_painted)
window.show()
app.exec()
