from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from beraad.records import Consideration, Option, Participant, PhaseKey, Progress, new_id
from beraad.ui.rondes.revision import Revision
from beraad.ui.widgets.fold import Fold
from tests.editing.support import blank


@pytest.fixture
def page(screen_of, qtbot):
    session = blank()
    more = tuple(Option(id=new_id(), text=f"iets anders {n}") for n in range(5))
    people = tuple(Participant(id=new_id(), role="consulent") for _ in range(5))
    cards = tuple(
        Consideration(
            id=new_id(), participant_id=who.id, value="rust", choice_id=session.options[0].id
        )
        for who in people
    )
    screen = screen_of(
        replace(
            session,
            options=(*session.options, *more),
            participants=people,
            considerations=cards,
            progress=Progress(phase=PhaseKey.DIALOGUE),
        )
    )
    screen.reveal.everything(screen._editor.session)
    fold = next(each for each in screen.findChildren(Fold) if "anders gaan kiezen" in each._title)
    qtbot.mouseClick(fold._handle, Qt.MouseButton.LeftButton)
    return screen


def shown(widget, name=None):
    found = widget.findChildren(QPushButton, name) if name else widget.findChildren(QPushButton)
    return [each for each in found if each.isVisible()]


def revisions(screen):
    return screen.findChildren(Revision)


def choices(screen):
    return [one.revised_choice_id for one in screen._editor.session.considerations]


def test_there_is_one_line_and_one_button_for_everybody(page):
    assert [len(shown(each)) for each in revisions(page)] == [1] * 5


def test_a_click_in_the_list_changes_nobody_s_choice(page, qtbot):
    for each in revisions(page):
        for made in shown(each):
            qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert choices(page) == [None] * 5


def test_who_changed_gets_the_other_options_and_says_why(page, qtbot):
    third = revisions(page)[2]
    qtbot.mouseClick(shown(third)[0], Qt.MouseButton.LeftButton)
    offered = [each.text().split()[0] for each in shown(third)[1:]]
    assert offered == ["●", "C", "D", "E", "F", "G"]

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_D)
    QTest.keyClicks(QApplication.focusWidget(), "Er is meer tijd.")

    mine = page._editor.session.considerations[2]
    assert mine.revised_choice_id == page._editor.session.options[3].id
    assert mine.revised_because == "Er is meer tijd."
    assert choices(page).count(None) == 4
    [line] = [each.text() for each in third.findChildren(QLabel) if "eerst" in each.text()]
    assert line.startswith("Deelnemer 3: eerst ◆ A")
    assert "nu D" in line


def test_the_first_choice_can_be_taken_back_to(page, qtbot):
    third = revisions(page)[2]
    qtbot.mouseClick(shown(third)[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_D)
    qtbot.mouseClick(shown(third, "first-choice")[0], Qt.MouseButton.LeftButton)
    assert choices(page) == [None] * 5
    assert len(shown(third)) == 1


def test_who_chose_what_stays_hidden_until_it_was_revealed(page, qtbot):
    page.reveal.nothing()
    assert not any(each.isVisible() for each in revisions(page))
    told = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert any("Wie wat koos, zie je als de afwegingen zijn getoond." in each for each in told)
    page.reveal.everything(page._editor.session)
    qtbot.waitUntil(lambda: sum(each.isVisible() for each in revisions(page)) == 5)
    told = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert not any("Wie wat koos" in each for each in told)
