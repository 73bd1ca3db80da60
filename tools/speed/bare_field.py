"""The floor: typing in a bare text field, and turning between two of them."""

from __future__ import annotations

from itertools import cycle

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QStackedWidget

from tools.speed.painting import Stillness
from tools.speed.telling import tell

_TEXT = "Een inwoner meldt zich bij het loket en vraagt wat er wel kan. " * 8
_KEYS = "een woord en nog een woord "

app = QApplication([])
window = QMainWindow()
pages = QStackedWidget()
for _ in range(2):
    pages.addWidget(QPlainTextEdit(_TEXT))
window.setCentralWidget(pages)
window.resize(1366, 768)
window.show()
window.activateWindow()
stillness = Stillness(app, window)
stillness.settle()
field = pages.currentWidget()
field.setFocus()
keys = cycle(_KEYS)
typed = [
    stillness.after(lambda: QTest.keyClick(field, next(keys)), changing=field.toPlainText)
    for _ in range(120)
]
places = cycle((1, 0))
turned = [
    stillness.after(lambda: pages.setCurrentIndex(next(places)), changing=pages.currentIndex)
    for _ in range(40)
]
tell({"key": typed, "turn": turned})
