"""Markers of an observation are looked for in beraden, register, documents and the group."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from beraad.group.compose import view_of
from beraad.group.state import GroupState, Show
from beraad.phases.behaviours import Label
from beraad.privacy.clean import clean
from beraad.records import PhaseKey
from beraad.records.anatomy import Address
from beraad.report.compose import work_report
from beraad.store.wiping import wipe_beraad
from beraad.training.coaching import Moment, Step
from beraad.training.exercise import Exercise
from beraad.training.observing.observation import ObservationFile
from beraad.training.practice import practice_cases
from beraad.ui.following_practice import FollowingPractice
from beraad.ui.widgets.below import below
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW

MARKERS = ("kaneelstok", "regenlaars", "zeepkist", "moerbei", "kurkdroog")


def named(inside, kind, name):
    return next(
        each for each in below(inside, kind) if each.objectName() == name and each.isVisible()
    )


def typed(screen, name, text):
    field = named(screen, TextField, name)
    field.setFocus()
    QTest.keyClicks(field, text)


def holding(folder):
    """The files in which a marker stands, and the tables that hold one."""
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            if any(marker.encode() in data for marker in MARKERS):
                yield path


def dumped(path):
    with closing(sqlite3.connect(path)) as database:
        return "\n".join(database.iterdump())


@pytest.fixture
def looked_back(qtbot, window, tmp_path):
    """An oefening that was observed and looked back on, with a marker in every field."""
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.DIALOGUE))
    sheet = ObservationFile.begin(tmp_path / "tweede", case, today=date(2026, 11, 28))
    sheet.label("dialogue", "verschil", Label.THIN)
    sheet.hear("dialogue", 1, "kaneelstok")
    sheet.add_moment("dialogue", Moment(at="01:00", what="regenlaars", step=Step.MISSED))
    window.beraad.show_looking_back()
    screen = window._stack.current
    screen.take_focus()
    QTest.keyClicks(screen.focusWidget(), "1")
    typed(screen, "own-trots", "zeepkist")
    qtbot.mouseClick(named(screen, QPushButton, "lock-own"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    screen.bring(sheet.path)
    for name in ("behoud", "probeer", "wanneer", "merk"):
        typed(screen, f"takeaway-{name}", "moerbei")
    QTest.keyClick(named(screen, QPushButton, "takeaway-ronde"), Qt.Key.Key_3)
    qtbot.mouseClick(named(screen, QPushButton, "take-along"), Qt.MouseButton.LeftButton)
    window.beraad.show_time()
    typed(window._stack.current, "time-answer", "kurkdroog")
    window.beraad.show_session()
    return window


def test_no_marker_is_in_a_beraad_the_register_a_document_or_on_the_groups_screen(
    looked_back, folder
):
    window = looked_back
    session = window.beraad.workspace.editor.session
    told = [repr(session), repr(work_report(clean(session)).blocks)]
    told += [repr(view_of(session, GroupState(show=show))) for show in Show]
    window.show_start()
    window.new()
    window.beraad.workspace.editor.edit(Address("opening", "title"), "Een echt beraad")
    real = window.beraad.workspace.editor.session
    told += [repr(real), repr(view_of(real, GroupState()))]
    window.show_start()
    databases = [*folder.rglob("*.beraad"), *folder.rglob("register.sqlite")]
    assert len(databases) >= 2
    told += map(dumped, databases)

    for marker in MARKERS:
        assert all(marker not in text for text in told), marker
    found = sorted(path.name.partition(".")[2] for path in holding(folder))
    assert found == ["json", "observatie", "zelfbeeld"]
    assert all(path.parent.name == "oefeningen" for path in holding(folder))


def test_no_marker_is_on_disk_once_the_oefening_was_erased(looked_back, folder):
    window = looked_back
    case = practice_cases()[0]
    other = ObservationFile.begin(folder, case, today=date(2026, 11, 28))
    (path,) = (folder / "oefeningen").glob("*.beraad")
    window.show_start()
    assert list(holding(folder))

    wiped = wipe_beraad(path, folder, role="gespreksleider", now=NOW)

    assert list(holding(folder)) == []
    assert wiped.staying == (other.path,)


def test_what_happened_when_holds_no_text(looked_back, folder):
    editor = looked_back.beraad.workspace.editor
    editor.edit(Address("dialogue", "shared"), "notenkraker")
    (log,) = folder.rglob("*.verloop")

    assert b"notenkraker" not in log.read_bytes()
    assert b'"ronde"' in log.read_bytes()


def test_a_real_beraad_is_not_followed_and_gets_no_file(window, folder):
    window.new()
    window._session.go_to(PhaseKey.CASE)

    assert not window._session.findChildren(FollowingPractice)
    assert not list(folder.rglob("*.verloop"))
    assert not list(folder.rglob("*.zelfbeeld"))
