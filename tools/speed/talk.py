"""A full beraad in the real window: opening it, going from ronde to ronde, and typing."""

from __future__ import annotations

from itertools import cycle
from statistics import median

from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest

from beraad.ui.marking.marker import Marker
from beraad.ui.rondes.pages import PAGES
from beraad.ui.rondes.screen import SessionScreen
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.text_field import TextField
from tools.speed.painting import Stillness
from tools.speed.telling import FOLDER, memory, tell
from tools.stage import application, open_window

_LAPS = 5
_KEYS_PER_RONDE = 60
_KEYS = "een woord en nog een woord "
_DIGITS = "12345678"

app = application()
window = open_window(app, FOLDER, config=FOLDER / "instellingen")
stillness = Stillness(app, window)


def _page() -> FieldPage | None:
    return next((each for each in window.findChildren(FieldPage) if each.isVisible()), None)


def _open() -> float:
    (path,) = FOLDER.glob("*.beraad")
    return stillness.after(lambda: window.open(path), changing=_page)


def _build_pages() -> float:
    """Let the other pages be made, and all be read; returns how long a key waits at most."""
    longest = 0.0
    while len(window.findChildren(FieldPage)) < len(PAGES) or not _marker().is_idle:
        longest = max(longest, stillness.turn())
    return longest


def _marker() -> Marker:
    return window.findChild(SessionScreen).findChild(Marker)


def _go_to(digit: str) -> float:
    talk = window.findChild(SessionScreen)
    control = Qt.KeyboardModifier.ControlModifier
    return stillness.after(lambda: QTest.keyClick(talk, digit, control), changing=_page)


def _type() -> list[float]:
    """Type in the first field of the page that has text in it; nothing when it has none."""
    written = [each for each in _fields() if each.isVisible() and each.toPlainText()]
    return _type_in(written[0]) if written else []


def _type_in(field: TextField) -> list[float]:
    field.setFocus()
    keys = cycle(_KEYS)
    return [
        stillness.after(lambda: QTest.keyClick(field, next(keys)), changing=field.toPlainText)
        for _ in range(_KEYS_PER_RONDE)
    ]


def _type_while_read() -> list[float]:
    """Type one key at a time, each just when the text before it is being read."""
    field = next(each for each in _fields() if each.isVisible() and each.toPlainText())
    field.setFocus()
    keys = cycle(_KEYS)
    took: list[float] = []
    for _ in range(_KEYS_PER_RONDE):
        took.append(
            stillness.after(lambda: QTest.keyClick(field, next(keys)), changing=field.toPlainText)
        )
        stillness.wait_for(lambda: bool(app.findChildren(QThread)) or _marker().is_idle)
    return took


def _fields() -> list[TextField]:
    page = _page()
    return page.findChildren(TextField) if page else []


window.show()
window.activateWindow()
stillness.wait_until_warm()
first = _open()
hitch = _build_pages()
held = memory()
window.show_start()
again = _open()
_build_pages()
turns = {digit: list[float]() for digit in _DIGITS}
for _ in range(_LAPS):
    for digit, took in turns.items():
        took.append(_go_to(digit))
_go_to(_DIGITS[0])
read = _type_while_read()
typed = [_type()]
for digit in _DIGITS[1:]:
    _go_to(digit)
    typed.append(_type())
tell(
    {
        "open-first": first,
        "open-again": again,
        "hitch": hitch,
        "memory": held,
        **{f"turn-{digit}": took for digit, took in turns.items()},
        "turn": [took for each in turns.values() for took in each],
        "key-read": read,
        "key": [took for each in typed for took in each],
        "key-slowest": max((each for each in typed if each), key=median),
    }
)
