"""What is no date, time or number yet is named on its own screen, also outside a beraad."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from beraad.ui.widgets.below import below
from beraad.ui.widgets.entry_field import EntryField
from beraad.ui.widgets.unread_entries import UnreadEntries
from tests.ui.test_undo_after_coming_back import (
    ShownApart,
    new_signal,
    portfolio,
    prepared,
    question,
    settings,
)

__all__ = ["prepared"]


def forms(window, qtbot, tmp_path):
    window.ways.show_forms()


SCREENS = (new_signal, portfolio, question, settings, forms)


def entry(window):
    """The first field on the screen that becomes a value when it is left."""
    found = (each for each in below(window._stack.current, EntryField) if each.isVisible())
    return next(found)


def line_of(field):
    return next(iter(below(field, QLineEdit)))


def named(window):
    """What is named as open, and the way there."""
    for box in below(window._stack.current, UnreadEntries):
        if box.isVisible():
            texts = [each.text() for each in below(box, QLabel)]
            ways = [each for each in below(box, QPushButton) if each.isVisible()]
            return texts, ways
    return [], []


@pytest.mark.parametrize("to", SCREENS, ids=lambda to: to.__name__)
def test_it_is_kept_named_and_a_click_away(prepared, qtbot, tmp_path, to):
    window = prepared
    to(window, qtbot, tmp_path)
    line = line_of(entry(window))
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "31-2 zoiets")
    assert not named(window)[1]
    next_one = next(each for each in below(window._stack.current, QPushButton) if each.isVisible())
    next_one.setFocus()

    texts, ways = named(window)
    assert "Nog open:" in texts
    assert "“31-2 zoiets” is nog niet te lezen" in ways[0].text()

    window.show_start()
    heard = ShownApart()
    QApplication.instance().installEventFilter(heard)
    to(window, qtbot, tmp_path)
    QApplication.processEvents()
    QApplication.instance().removeEventFilter(heard)
    assert not heard.seen
    texts, ways = named(window)
    assert "31-2 zoiets" in ways[0].text()
    assert line_of(entry(window)).text() == "31-2 zoiets"
    QTest.keyClick(ways[0], Qt.Key.Key_Space)
    assert line_of(entry(window)).hasFocus()

    line = line_of(entry(window))
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    next_one = next(each for each in below(window._stack.current, QPushButton) if each.isVisible())
    next_one.setFocus()
    assert not named(window)[1]


def test_every_field_that_becomes_a_value_is_followed():
    """Whoever adds such a field outside a beraad lets it be named too."""
    from pathlib import Path

    import beraad.ui

    root = Path(beraad.ui.__file__).parent
    within_a_beraad = {"rondes", "widgets"}
    for path in root.rglob("*.py"):
        if path.relative_to(root).parts[0] in within_a_beraad:
            continue
        text = path.read_text("utf-8")
        makes = any(f"{kind}(" in text for kind in ("DateField", "NumberField", "TimeField"))
        assert not makes or ".follow(" in text, path
