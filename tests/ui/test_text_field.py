from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.ui.widgets.scroll import scrolled
from beraad.ui.widgets.text_field import TextField


@pytest.fixture
def field(qtbot, look):
    box = QWidget()
    made = TextField(hint="schrijf")
    layout = QVBoxLayout(box)
    layout.addWidget(made)
    layout.addStretch(1)
    box.resize(300, 500)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    box.activateWindow()
    made.setFocus()
    yield made
    made.setParent(None)


def test_every_key_is_told(field, qtbot):
    told = []
    field.edited.connect(told.append)

    qtbot.keyClicks(field, "Ja")

    assert told == ["J", "Ja"]


def test_showing_a_value_tells_nobody_and_leaves_the_cursor(field, qtbot):
    qtbot.keyClicks(field, "abcdef")
    told = []
    field.edited.connect(told.append)
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)

    field.show_value("abcdefgh")

    assert told == []
    assert field.toPlainText() == "abcdefgh"
    assert field.textCursor().position() == 2


def test_it_grows_with_what_is_written(field, qtbot):
    before = field.height()

    qtbot.keyClicks(field, "woord " * 40)

    qtbot.waitUntil(lambda: field.height() > before * 2)
    assert field.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("percent", [100, 200])
def test_an_empty_field_shows_its_whole_hint(field, look, qtbot, percent):
    look.choose_percent(percent)
    field.setPlaceholderText("Wat vertellen jullie de inwoner, of waarom vertellen jullie niets?")
    field.show_value("iets")
    qtbot.waitUntil(lambda: field._lines_at(field.width()) == 1)

    field.show_value("")

    def hint():
        room = field.viewport().rect().adjusted(round(field.document().documentMargin()), 0, 0, 0)
        flags = Qt.TextFlag.TextWordWrap
        return field.fontMetrics().boundingRect(room, flags, field.placeholderText())

    qtbot.waitUntil(lambda: hint().bottom() <= field.viewport().rect().bottom())
    qtbot.keyClicks(field, "x")
    qtbot.waitUntil(lambda: field.height() < 3 * field.fontMetrics().lineSpacing())


def test_a_long_text_scrolls_inside(field, qtbot):
    field.show_value("regel\n" * 400)

    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() > 0)
    assert field.height() < 500


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [("a\r\nb", "a\nb"), ("nul\x00", "nul\ufffd"), ("\x1b[1mvet", "\ufffd[1mvet")],
)
def test_what_is_pasted_is_made_storable(field, pasted, kept):
    data = QMimeData()
    data.setText(pasted)

    field.insertFromMimeData(data)

    assert field.toPlainText() == kept


def test_one_line_stays_one_line(qtbot, look):
    field = TextField(single_line=True)
    qtbot.addWidget(field)
    data = QMimeData()
    data.setText("een\ntwee\r\ndrie")

    field.insertFromMimeData(data)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.toPlainText() == "een twee drie"


def test_markup_is_text(field):
    field.show_value("<b>vet</b> & [link](x)")

    assert field.toPlainText() == "<b>vet</b> & [link](x)"


@pytest.mark.parametrize("key", [QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo])
def test_undo_is_left_to_the_whole_beraad(field, qtbot, key):
    qtbot.keyClicks(field, "abc")

    QTest.keySequence(field, QKeySequence(key))

    assert field.toPlainText() == "abc"


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "woord " * 170_000, "regel\n" * 170_000, "مرحبا 👩‍👩‍👧 " * 20_000]
)
def test_a_megabyte_at_once_neither_freezes_nor_gets_lost(field, qtbot, text):
    data = QMimeData()
    data.setText(text)

    field.insertFromMimeData(data)
    qtbot.keyClicks(field, "z")

    assert field.toPlainText() == text + "z"


def test_where_one_writes_stays_in_sight(qtbot, look):
    canvas = QWidget()
    layout = QVBoxLayout(canvas)
    fields = [TextField() for _ in range(8)]
    for each in fields:
        layout.addWidget(each)
    area = scrolled(canvas)
    area.resize(300, 120)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    last = fields[-1]
    last.setFocus()

    qtbot.keyClicks(last, "woord " * 60)

    def cursor_is_in_sight():
        place = last.viewport().mapTo(area, last.cursorRect().center())
        return area.viewport().geometry().contains(place)

    qtbot.waitUntil(cursor_is_in_sight)


def test_a_field_too_narrow_for_its_scroll_bar_comes_to_rest(qtbot, look):
    field = TextField()
    qtbot.addWidget(field)
    field.show()
    look.choose_percent(200)

    field.setPlainText("x x xxxxxxxxxxx xxxxxxxxx x xxxxxxx xxxxxxxxxxx xxxx " * 3)
    for width in range(20, 200, 4):
        field.resize(width, 60)

    assert field.width() == 196


def all_lines_are_seen(field):
    return int(field.document().size().height()) * field.fontMetrics().lineSpacing() <= (
        field.viewport().height()
    )


def test_a_field_grows_when_a_scroll_bar_makes_it_narrower(qtbot, look):
    inside, field = QWidget(), TextField()
    layout = QVBoxLayout(inside)
    layout.addWidget(field)
    rest = QWidget()
    layout.addWidget(rest)
    area = scrolled(inside)
    area.resize(300, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    room = field.viewport().width() - 2 * field.document().documentMargin()
    letters = ["i"]
    rest.setMinimumHeight(400)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    rest.setMinimumHeight(0)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    while field.fontMetrics().horizontalAdvance(" ".join([*letters, "i"])) < room:
        letters.append("i")
        field.show_value(" ".join(letters))
    assert int(field.document().size().height()) == 1

    rest.setMinimumHeight(400)

    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: int(field.document().size().height()) == 2)
    qtbot.waitUntil(lambda: all_lines_are_seen(field))


def test_a_text_that_scrolls_inside_stays_clear_of_its_bar(field, qtbot):
    field.show_value("woord " * 400)

    qtbot.waitUntil(lambda: field.verticalScrollBar().isVisible())
    qtbot.waitUntil(lambda: field.document().textWidth() <= field.viewport().width())
    line = field.document().begin().layout().lineAt(0)
    assert line.naturalTextWidth() <= field.viewport().width()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("first", ["text", "size", "look"])
def test_no_line_goes_behind_the_bar_whatever_came_first(qtbot, look, first, percent):
    inside, field = QWidget(), TextField(least_lines=2)
    QVBoxLayout(inside).addWidget(field)
    area = scrolled(inside)
    qtbot.addWidget(area)
    area.resize(460, 300)
    if first == "look":
        look.choose_percent(percent)
    if first != "size":
        field.show_value("woorden en wat " * 90)
    with qtbot.waitExposed(area):
        area.show()
    field.show_value("woorden en wat " * 90)
    look.choose_percent(percent)

    qtbot.waitUntil(lambda: field.verticalScrollBar().isVisible())
    layout = field.document().begin().layout()
    qtbot.waitUntil(lambda: layout.lineCount() > 0)
    wide = [layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount())]
    room = field.viewport().rect()
    assert max(wide) <= room.width()
    assert field.verticalScrollBar().mapTo(field, room.topLeft()).x() >= (
        field.viewport().geometry().right()
    )
