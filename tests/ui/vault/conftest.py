from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton

from beraad.app import build
from beraad.store.session_file import SessionFile
from beraad.store.vault.lifting import lift
from beraad.store.vault.opening import keep_paper, lock, set_up
from beraad.store.vault.paper import new_recovery_key
from beraad.ui.beside.task import finish_all
from tests.conftest import NOW
from tests.store.support import a_session, with_title

WORDS = "molen fiets kaart appel"
MARK = "Kwarteldonk"


@pytest.fixture
def paper():
    return new_recovery_key()


@pytest.fixture
def path(folder):
    made = folder / "beraad-2026-W47-aaaaaaaa.beraad"
    SessionFile.create(made, with_title(a_session(), MARK)).close()
    return made


@pytest.fixture
def locked(folder, path, paper):
    """A folder with one beraad, that is a vault and locked."""
    ring = set_up(folder, WORDS)
    keep_paper(ring, paper, tried=True)
    assert all(each.problem is None for each in lift(folder))
    lock(folder)
    return folder


@pytest.fixture
def window_of(qapp, qtbot, tmp_path, soon_at_rest):
    """The whole program on a folder, whether it is locked or not."""
    made = []
    hook = sys.excepthook

    def make(folder):
        window = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
        made.append(window)
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window._warming.has_begun)
        return window

    yield make
    for window in made:
        finish_all()
        window._abandon(lambda: None)
        window.close()
        window.deleteLater()
    sys.excepthook = hook
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


@pytest.fixture
def press(qtbot):
    from PySide6.QtCore import Qt

    def pressing(window, name):
        found = [each for each in window.findChildren(QPushButton, name) if each.isVisible()]
        assert found, name
        qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    return pressing
