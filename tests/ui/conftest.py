from __future__ import annotations

import sys
from functools import partial

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from beraad.app import build
from beraad.phases.suggestions import load
from beraad.store.places import practice_folder, prepare, session_path
from beraad.store.session_file import SessionFile
from beraad.ui.beside.task import finish_all
from beraad.ui.rondes.screen import SessionScreen
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.workspace import Workspace
from tests.conftest import NOW
from tests.editing.support import blank
from tests.store.support import rescue_only_in


@pytest.fixture(autouse=True)
def nothing_left_running(qapp):
    yield
    finish_all()


@pytest.fixture(autouse=True)
def no_rescue_copies_of_the_machine(monkeypatch):
    """Whoever runs these tests may have rescue copies of their own."""
    rescue_only_in(monkeypatch)


@pytest.fixture
def look(qapp):
    made = Look(qapp, theme=ThemeChoice.LIGHT, percent=100)
    yield made
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
    made.setParent(None)


@pytest.fixture
def other_window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def turn_to(qtbot):
    def turn(window):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QApplication.processEvents()

    return turn


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    prepare(home)
    prepare(practice_folder(home))
    return home


@pytest.fixture
def workspace_of(folder, qapp):
    opened = []

    def make(session=None, *, fresh=False):
        session = session or blank()
        file = SessionFile.create(session_path(folder, session), session)
        workspace = Workspace(file, folder=folder, now=lambda: NOW, fresh=fresh)
        opened.append(workspace)
        return workspace

    yield make
    for workspace in opened:
        workspace.close()


@pytest.fixture
def screen_of(workspace_of, look, qtbot, tmp_path):
    def make(session=None):
        screen = SessionScreen(
            workspace_of(session),
            look,
            now=lambda: NOW,
            suggestions=partial(load, None),
            settings=Settings(tmp_path / "i.ini"),
        )
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return make


@pytest.fixture
def window(qapp, qtbot, folder, tmp_path, soon_at_rest):
    """The whole program on this folder, with everything loaded that it loads beside itself."""
    hook = sys.excepthook
    made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made._warming.has_begun)
    yield made
    finish_all()
    made._abandon(lambda: None)
    made.close()
    sys.excepthook = hook
    made.deleteLater()
    # A window that is still there would first be drawn in another style.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
