"""Every line of every menu does something, on every screen, and none of them is a mistake of ours.

Menus are found by opening them: what a screen gains is tried by itself. A module that makes a menu
which no screen here opens, makes the last test fail.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QTextBrowser,
)

import beraad.ui
from beraad.app import build
from beraad.ui.main_window import MainWindow
from beraad.ui.widgets.choice_field import ChoiceField
from beraad.ui.widgets.text_field import TextField
from tools.invented.day import NOW
from tools.invented.folders import fill
from tools.pictures import put_away_others
from tools.scenes import SCENES, Before, begin

ROOM = Path(beraad.ui.__file__).parent
OPENERS = {"more", "time-menu", "group", "keep"}
ELSEWHERE = {
    ROOM / "spelling" / "word_menu.py",
    ROOM / "widgets" / "pasted_rows.py",
    ROOM / "start" / "deeds.py",
    ROOM / "lessons" / "reading_screen.py",
}
"""One needs a dictionary, and tests/ui/spelling tries it with one of its own; one asks about what
was pasted, and tests/ui/clipboard gives every answer; one takes away the beraad that the next scene
needs, and tests/ui/start chooses each of its lines; one erases what was taken out of the archive
just before, and tests/ui/test_lessons.py chooses in it.
"""
OF_A_KIND = 2
"""How many buttons or fields of one kind are tried on one screen."""


def settle(app):
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()


def openers(window):
    """What opens a menu on this screen, by kind; a few of each."""
    count = {}
    for widget in window.findChildren(QAbstractButton):
        if not (widget.isVisible() and widget.isEnabled()):
            continue
        if widget.objectName() in OPENERS or isinstance(widget, ChoiceField):
            kind = f"{type(widget).__name__} {widget.objectName()}"
            count[kind] = count.get(kind, 0) + 1
            if count[kind] <= OF_A_KIND:
                yield kind, widget.click
    for kind in (TextField, QLineEdit, QTextBrowser):
        shown = [each for each in window.findChildren(kind) if each.isVisible()]
        for widget in shown[:OF_A_KIND]:
            yield kind.__name__, lambda widget=widget: context_menu(widget, QPoint(3, 3))
    yield from marked_words(window)


def marked_words(window):
    """The menus above the first words on this screen that are underlined."""
    fields = [each for each in window.findChildren(TextField) if each.isVisible()]
    for field in [each for each in fields if each.extraSelections()][:OF_A_KIND]:
        [mark, *_] = field.extraSelections()
        cursor = field.textCursor()
        cursor.setPosition(mark.cursor.selectionStart() + 1)
        place = field.cursorRect(cursor).center()
        yield "mark", lambda field=field, place=place: context_menu(field, place)


def context_menu(widget, place):
    seen = widget.viewport() if hasattr(widget, "viewport") else widget
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, seen.mapToGlobal(place))
    QApplication.sendEvent(seen, asked)


def lines_of(menu, above=()):
    """Every line of a menu and of the menus in it, by the places that lead to it."""
    for place, action in enumerate(menu.actions()):
        if action.menu():
            yield from lines_of(action.menu(), (*above, place))
        elif action.isEnabled() and not action.isSeparator():
            yield (*above, place), action.text()


def line_at(menu, places):
    for place in places[:-1]:
        menu = menu.actions()[place].menu()
    return menu.actions()[places[-1]]


@pytest.fixture
def defects(monkeypatch):
    """Mistakes of ours that were shown."""
    found = []
    monkeypatch.setattr(MainWindow, "show_defect", lambda window: found.append(sys.exc_info()[0]))
    return found


@pytest.fixture
def makers(monkeypatch):
    """The modules that put a line in a menu."""
    found = set()

    def watched(name):
        real = getattr(QMenu, name)

        def watch(*arguments, **settings):
            found.add(Path(sys._getframe(1).f_code.co_filename))
            return real(*arguments, **settings)

        monkeypatch.setattr(QMenu, name, watch)

    for name in ("addAction", "addActions", "insertAction", "insertActions", "popup"):
        watched(name)
    return found


@pytest.fixture
def answered(monkeypatch, tmp_path):
    """Every question of the system is answered at once."""
    folder = str(tmp_path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: folder)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)


@pytest.fixture
def window_with(qapp, qtbot, tmp_path, monkeypatch, answered, soon_at_rest):
    windows = []

    def make(before):
        folder = tmp_path / "beraden"
        if before.is_in_a_full_folder:
            fill(folder)
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        window = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
        windows.append(window)
        window._settings.export_folder = tmp_path
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window._warming.has_begun)
        begin(window, before)
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    settle(qapp)
    qapp.setStyleSheet("")


class Screen:
    """One scene, and the menus on it; it comes back when something led away from it."""

    def __init__(self, scene, window, app):
        self.scene = scene
        self.window = window
        self.app = app
        self.come_back()

    @property
    def shown(self):
        return self.scene.window(self.window) if self.scene.window else self.window

    def come_back(self):
        self.scene.go(self.window)
        settle(self.app)

    def menu(self, place):
        """The menu that this opener opens now, if it does."""
        found = list(openers(self.shown))
        if place >= len(found):
            return None
        found[place][1]()
        self.app.processEvents()
        opened = self.app.activePopupWidget()
        return opened if isinstance(opened, QMenu) else None

    def menus(self):
        """The lines of every menu, with what opens it and its place."""
        for place, (kind, _) in enumerate(list(openers(self.shown))):
            if menu := self.menu(place):
                lines = list(lines_of(menu))
                menu.close()
                settle(self.app)
                yield kind, place, lines

    def choose(self, place, line):
        """Choose a line; whether it could be chosen."""
        menu = self.menu(place)
        if menu is None:
            self.come_back()
            menu = self.menu(place)
        if menu is None:
            return False
        try:
            action = line_at(menu, line)
        except IndexError:
            return False
        action.trigger()
        menu.close()
        settle(self.app)
        put_away_others(self.shown)
        settle(self.app)
        return True


@pytest.fixture(scope="module")
def seen():
    """What was tried, and who made it; at the end no module that makes a menu is left over."""
    tried, makers = set(), set()
    yield tried, makers
    if tried == set(Before):
        assert {path for path in ROOM.rglob("*.py") if makes_a_menu(path)} <= makers | ELSEWHERE


def makes_a_menu(path):
    made = r"\bQMenu\(|StandardContextMenu\(|\.insertActions?\("
    return re.search(made, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("before", Before, ids=lambda before: before.name.lower())
def test_every_line_of_every_menu_works(before, window_with, qapp, defects, makers, seen):
    window = window_with(before)
    tried = set()
    for scene in (each for each in SCENES if each.before is before):
        screen = Screen(scene, window, qapp)
        for kind, place, lines in screen.menus():
            for line, text in lines:
                if (kind, text) not in tried and screen.choose(place, line):
                    tried.add((kind, text))
                assert not defects, f"{scene.name}: {text}"
    assert tried or before is Before.NEW_VAULT  # There one button says that all went well.
    seen[0].add(before)
    seen[1].update(makers)
