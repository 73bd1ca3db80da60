"""Every screen without a mouse: Tab comes everywhere, in reading order, and can be seen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from beraad.ui.help.window import HelpWindow
from tests.ui.accessibility.support import reachable
from tools.scenes import SCENES, Before

LONGEST = 400


def put_popups_away():
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def round_trip():
    """Every stop of Tab until it is back where it began; fails when it never comes back."""
    first = QApplication.focusWidget()
    yield first
    for _ in range(LONGEST):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            return
        yield QApplication.focusWidget()
    pytest.fail("Tab komt niet terug waar het begon")


def told(widget):
    return f"{type(widget).__name__} '{widget.accessibleName() or widget.objectName()}'"


def kind_of(widget):
    looks = tuple(str(widget.property(name)) for name in ("kind", "quiet", "choice", "role"))
    return (type(widget), *looks, getattr(widget, "isChecked", bool)())


def in_front(window, qtbot):
    """The window that keys go to, with nothing hanging above it."""
    put_popups_away()
    helps = [each for each in window.findChildren(HelpWindow) if each.isVisible()]
    front = helps[0] if helps else window
    front.activateWindow()
    qtbot.waitUntil(front.isActiveWindow)
    return front


def missed(front, stops):
    """What Tab never reaches, and where it goes without anything to see."""
    for each in set(reachable(front, by_tab=True)) - set(stops):
        yield f"nooit bij {told(each)}"
    for each in stops:
        if not each.isVisible():
            yield f"{told(each)} is niet te zien"


def jumps_up(front, stops):
    """Ways back up within one column; going round has one of them."""
    found = [
        f"{told(other)} na {told(one)}"
        for one, other in pairwise([*stops, stops[0]])
        if one.parentWidget() is other.parentWidget()
        and other.mapTo(front, QPoint(0, other.height())).y() <= one.mapTo(front, QPoint()).y()
    ]
    return found if len(found) > 1 else []


BARE = {Before.EMPTY_FOLDER, Before.NEW_VAULT}
"""Where there is little that takes the focus, or nothing that others have not."""


@pytest.mark.parametrize("before", Before)
def test_tab_comes_everywhere_in_reading_order_and_back(visit, qtbot, before):
    walked, faults = set(), []

    def inspect(scene, window):
        walked.add(scene.name)
        if scene.window is not None:
            faults.extend(f"{scene.name}: {told(each)}" for each in reachable(window))
            return
        front = in_front(window, qtbot)
        stops = list(round_trip())
        found = [*missed(front, stops), *jumps_up(front, stops)]
        faults.extend(f"{scene.name}: {fault}" for fault in found)

    visit(before, inspect)

    assert faults == []
    assert walked == {each.name for each in SCENES if each.before is before}


@pytest.fixture(scope="module")
def met():
    """The kinds of controls of which the focus was looked at; they look the same everywhere."""
    return set()


@pytest.mark.parametrize("before", [one for one in Before if one not in BARE])
def test_the_focus_can_be_seen_on_every_kind_of_control(visit, qtbot, met, before):
    here, faults = set(), []

    def inspect(scene, window):
        if scene.window is not None:
            return
        for each in list(reachable(in_front(window, qtbot), by_tab=True)):
            here.add(kind_of(each))
            if kind_of(each) in met:
                continue
            met.add(kind_of(each))
            each.clearFocus()
            without = each.grab().toImage()
            each.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            if each.grab().toImage() == without:
                faults.append(f"{scene.name}: {told(each)}")

    visit(before, inspect)

    assert faults == []
    assert len(here) > 3
