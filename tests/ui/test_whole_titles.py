"""With large letters a title stands whole: it goes on below, and no word of it is cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QWidget

from beraad.store.places import session_path
from beraad.store.session_file import SessionFile
from beraad.ui.help.window import HelpWindow
from beraad.ui.start.list_model import ROW
from beraad.ui.widgets.painting import height_of, write_whole
from tests.editing.support import blank

LONG = "Voorschot op de huur in de zoekperiode voor een gezin dat net terug is uit het buitenland"
TITLES = (LONG, "Kort", "Huisraad na een uithuiszetting waarbij niemand wist wie er aan zet was")


@pytest.fixture
def start(folder, request, qtbot):
    for number, title in enumerate(TITLES):
        session = replace(blank(), id=f"{number}{blank().id[1:]}")
        session = replace(
            session,
            opening=replace(session.opening, title=title, team="Team Jongeren en Gezinnen"),
        )
        SessionFile.create(session_path(folder, session), session).close()
    window = request.getfixturevalue("window")
    qtbot.waitUntil(lambda: len(window._start.rows) == len(TITLES))
    return window


def lines(window):
    return window._start.findChild(QListView, "beraden")


@pytest.mark.parametrize(("width", "percent"), [(1366, 200), (683, 100), (683, 200)])
def test_every_title_in_the_list_stands_whole(start, qtbot, width, percent):
    start.resize(width, 768)
    start._look.choose_percent(percent)
    view = lines(start)
    delegate = view.itemDelegate()
    qtbot.waitUntil(lambda: delegate._stacks)

    for line in range(view.model().rowCount()):
        index = view.model().index(line)
        row = index.data(ROW)
        _, title, under = delegate._stacked(row)
        room = view.sizeHintForIndex(index).height()
        assert title.height() >= height_of(row.title, delegate._strong, title.width())
        assert under.bottom() < room
        assert not title.intersects(under)


def test_with_room_there_are_columns_and_all_lines_are_as_high(start, qtbot):
    start.resize(1366, 768)
    view = lines(start)
    qtbot.waitUntil(lambda: not view.itemDelegate()._stacks)

    assert view.uniformItemSizes()


def test_an_oefening_is_called_one_where_there_are_no_columns(start):
    delegate = lines(start).itemDelegate()
    row = replace(start._start.rows[0], is_practice=True)

    assert delegate._stacked(row)[0].startswith("oefening · ")


def test_a_long_title_takes_more_lines_and_a_long_word_does_not_run_out(qapp):
    font = QFont("Inter")
    font.setPixelSize(20)
    one = height_of("Kort", font, 300)

    assert height_of(LONG, font, 300) >= 3 * one
    assert height_of("Bestaanszekerheidsvraagstukken" * 3, font, 300) >= 2 * one

    picture = QPixmap(300, 400)
    picture.fill("white")
    painter = QPainter(picture)
    write_whole(painter, QRect(0, 0, 300, 400), LONG, font, ink="#000000")
    painter.end()
    image = picture.toImage()
    inked = [y for y in range(400) if any(image.pixelColor(x, y).black() > 99 for x in range(300))]
    assert max(inked) > 2 * one


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [900, 480])
def test_every_chapter_in_the_contents_of_the_help_stands_whole(look, qtbot, percent, width):
    look.choose_percent(percent)
    work = QWidget()
    qtbot.addWidget(work)
    window = HelpWindow(look, work)
    window.resize(width, 500)
    with qtbot.waitExposed(window):
        window.show()
    contents = window.findChild(QListWidget, "help-contents")

    for line in range(contents.count()):
        item = contents.item(line)
        room = contents.visualItemRect(item)
        high = height_of(item.text(), contents.font(), max(1, room.width() - 60))
        one = contents.fontMetrics().height()
        assert room.height() >= min(high, one)
        assert room.height() >= 24
        if contents.fontMetrics().horizontalAdvance(item.text()) > room.width():
            assert room.height() >= 2 * one
    assert contents.horizontalScrollBar().maximum() == 0
