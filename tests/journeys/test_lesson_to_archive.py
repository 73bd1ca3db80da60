"""From ronde 8 by way of an approved leerverslag to the archive and back, in the real window."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.app import build
from beraad.records import PhaseKey
from beraad.store.places import prepare, session_path
from beraad.store.session_file import SessionFile
from beraad.ui.beside.task import finish_all
from beraad.ui.lessons.archive_screen import ArchiveScreen
from beraad.ui.lessons.reading_screen import LessonReading
from beraad.ui.lessons.writing_screen import LessonScreen
from beraad.ui.rondes.screen import SessionScreen
from tests.builders import a_lesson, filled_session
from tests.conftest import NOW


@pytest.fixture
def window(qapp, qtbot, tmp_path):
    hook = sys.excepthook
    made = build(qapp, tmp_path / "beraden", config=tmp_path / "config", now=lambda: NOW)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    finish_all()
    sys.excepthook = hook
    qapp.setStyleSheet("")
    made.deleteLater()


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "beraden"
    prepare(folder)
    session = replace(filled_session(), lesson=a_lesson())
    path = session_path(folder, session)
    SessionFile.create(path, session).close()
    return path


def in_sight(window, kind):
    return next((each for each in window.findChildren(kind) if each.isVisible()), None)


def press(qtbot, screen, name):
    button = next(each for each in screen.findChildren(QPushButton, name) if each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_approved_after_the_talk_is_found_from_the_start_screen(window, path, qtbot):
    window.open(path)
    talk = in_sight(window, SessionScreen)
    talk.go_to(PhaseKey.CONCLUSION)
    press(qtbot, talk, "to-lesson")
    press(qtbot, in_sight(window, LessonScreen), "approve")
    press(qtbot, in_sight(window, LessonScreen), "back")
    assert in_sight(window, SessionScreen) is talk

    window.show_start()
    press(qtbot, window, "lessons")
    archive = in_sight(window, ArchiveScreen)
    titles = [label.text() for label in archive.findChildren(QLabel) if label.isVisible()]
    assert a_lesson().title in titles
    press(qtbot, archive, "read")
    press(qtbot, in_sight(window, LessonReading), "back")

    assert in_sight(window, ArchiveScreen) is not None
