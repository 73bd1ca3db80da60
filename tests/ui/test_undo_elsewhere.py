"""Undo of what stands on another screen, or in another ronde than where it was made."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from beraad.records import Harm, KnownWord, PhaseKey, new_id
from beraad.records.anatomy import Address


@pytest.fixture
def editor(window):
    window.new()
    made = window._workspace.editor
    made.go_to(PhaseKey.CASE)
    return made


def press(window, keys):
    QTest.keySequence(window, QKeySequence(keys))


def told(window):
    banners = (window.beraad.screen.banner, window._stack.current.banner)
    return [
        label.text()
        for banner in banners
        if banner.isVisible()
        for label in banner.findChildren(QLabel)
    ]


def test_what_was_typed_over_from_paper_is_shown_where_it_stands(window, editor):
    window.beraad.show_typing()
    editor.edit(Address("opening", "team"), "Team Werk")
    window.beraad.show_session()

    press(window, "Ctrl+Z")

    assert editor.session.opening.team == ""
    assert editor.session.progress.phase is PhaseKey.OPENING
    assert QApplication.focusWidget().accessibleName() == "Team"


def test_a_row_that_was_typed_over_from_paper_goes_where_it_stood(window, editor):
    window.beraad.show_typing()
    editor.add("harms", Harm(id=new_id(), option_id=editor.session.option_a.id))
    window.beraad.show_session()

    press(window, "Ctrl+Z")

    assert editor.session.harms == ()
    assert editor.session.progress.phase is PhaseKey.DILEMMA


def test_a_word_that_goes_or_comes_back_on_another_screen_is_told(window, editor):
    editor.add("known_words", KnownWord(id=new_id(), word="Zwaluw"))

    press(window, "Ctrl+Z")
    assert "Teruggenomen: iets dat op een ander scherm staat, “Verslag nalezen”." in told(window)
    assert editor.session.progress.phase is PhaseKey.CASE

    press(window, "Ctrl+Shift+Z")
    assert "Weer gedaan: iets dat op een ander scherm staat, “Verslag nalezen”." in told(window)


def test_while_reading_it_is_told_that_words_of_a_ronde_were_taken_back(window, editor):
    editor.edit(Address("case", "situation"), "Zij belde.")
    press(window, "Ctrl+E")

    press(window, "Ctrl+Z")

    assert editor.session.case.situation == ""
    assert "Teruggenomen: iets dat niet op dit scherm staat, bij Casus." in told(window)


def test_while_reading_nothing_is_told_of_what_is_decided_there(window, editor):
    press(window, "Ctrl+E")
    editor.add("known_words", KnownWord(id=new_id(), word="Zwaluw"))

    press(window, "Ctrl+Z")

    assert editor.session.known_words == ()
    assert told(window) == []
