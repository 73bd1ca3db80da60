"""Signalen with a municipality's register: opening it, until all of it was read, and each key of a
search; beside SQL.

The folder holds a register made by `tools.invented.many_signals`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from time import perf_counter

from PySide6.QtCore import QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from beraad.store.places import register_path
from beraad.ui.signals.register_screen import RegisterScreen
from beraad.ui.widgets.below import below
from tools.speed.painting import Stillness
from tools.speed.telling import FOLDER, memory, tell
from tools.stage import application, open_window

_SOUGHT = "huisbezoek"
_PLAIN = """
    SELECT id FROM signals
    WHERE title || ask || what || process || role || team LIKE ? ORDER BY "by" LIMIT 60
"""
"""About what a screen of cards shows of a search."""


def _sql(text: str) -> float:
    begun = perf_counter()
    with closing(sqlite3.connect(register_path(FOLDER, practice=False))) as connection:
        connection.execute(_PLAIN, (f"%{text}%",)).fetchall()
    return (perf_counter() - begun) * 1000


app = application()
window = open_window(app, FOLDER, config=FOLDER / "instellingen")
stillness = Stillness(app, window)
window.show()
window.activateWindow()
stillness.wait_until_warm()


def _screen() -> RegisterScreen | None:
    return next(below(window, RegisterScreen), None)


def _heads() -> list[str]:
    """How many signals each lane says that it has."""
    screen = _screen()
    return [each.text() for each in below(screen, QLabel)] if screen else []


begun = perf_counter()
opened = stillness.after(window.ways.show_signals, changing=_screen)
stillness.wait_for(lambda: not app.findChildren(QThread))
whole = (perf_counter() - begun) * 1000
search = next(each for each in below(window, QLineEdit) if each.objectName() == "find-signals")
stillness.settle()
keys: list[float] = []
shown: list[float] = []
plain: list[float] = []
for place, letter in enumerate(_SOUGHT, start=1):
    keys.append(stillness.after(lambda: QTest.keyClicks(search, letter), changing=search.text))  # noqa: B023
    screen = _screen()
    if screen is None:
        raise LookupError(_SOUGHT)
    begun = perf_counter()
    screen.calm_down()
    stillness.settle()
    shown.append((perf_counter() - begun) * 1000)
    plain.append(_sql(_SOUGHT[:place]))
late = next(each for each in below(window, QPushButton) if each.text() == "Te laat")
chosen = stillness.after(late.click, changing=_heads)
tell(
    {
        "open": opened,
        "whole": whole,
        "key": keys,
        "shown": shown,
        "filter": chosen,
        "sql": plain,
        "memory": memory(),
    }
)
