"""Typing in a full beraad while the group looks on.

Keys come at set moments, so that a key that has to wait for the group's screen is seen to wait.
"""

from __future__ import annotations

from itertools import cycle
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from beraad.ui.group.group_screen import GroupScreen
from beraad.ui.rondes.pages import PAGES
from beraad.ui.rondes.screen import SessionScreen
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.text_field import TextField
from tools.speed.painting import Stillness
from tools.speed.telling import FOLDER, tell
from tools.stage import application, open_window

_KEYS = "en "
_PAUSES = (0.09, 0.155, 0.165, 0.175, 0.19, 0.21, 0.23, 0.26, 0.3)
"""Seconds between keys; the group's screen follows 0.15 second after the last one."""

_LAPS = 2
_RONDES = "14578"


app = application()
window = open_window(app, FOLDER, config=FOLDER / "instellingen")
stillness = Stillness(app, window)


def _until(moment: float) -> None:
    while perf_counter() < moment:
        stillness.turn()


def _type_in(field: TextField) -> list[float]:
    """Milliseconds from the moment of a key until it was painted, by keys with many pauses."""
    field.setFocus()
    keys = cycle(_KEYS)
    waited: list[float] = []
    for pause in _PAUSES * _LAPS:
        due = perf_counter() + pause
        _until(due)
        QTest.keyClick(field, next(keys))
        stillness.settle()
        waited.append((perf_counter() - due) * 1000)
    return waited


def _written() -> TextField:
    page = next(each for each in window.findChildren(FieldPage) if each.isVisible())
    return next(f for f in page.findChildren(TextField) if f.isVisible() and f.toPlainText())


window.show()
window.activateWindow()
(path,) = FOLDER.glob("*.beraad")
window.open(path)
while len(window.findChildren(FieldPage)) < len(PAGES):
    stillness.turn()
window.findChild(GroupScreen).toggle()
typed: list[float] = []
for digit in _RONDES:
    talk = window.findChild(SessionScreen)
    QTest.keyClick(talk, digit, Qt.KeyboardModifier.ControlModifier)
    stillness.settle()
    typed += _type_in(_written())
tell({"key": typed})
