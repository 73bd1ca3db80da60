"""A backup that another program is putting back, or was when it was killed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import copies_in, moments, named
from beraad.ui.copies.restore_screen import RestoreScreen
from tests.store.copies.test_under_way import putting_back

BROKEN_OFF = "Het terugzetten van een reservekopie is de vorige keer afgebroken."


def said(screen):
    return " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


def unlisted(folder):
    place = copies_folder(folder)
    return [each for each in copies_in(place) if each not in named(moments(place))]


def test_the_window_says_it_was_broken_off_leads_there_and_clears_up(
    path, folder, request, monkeypatch
):
    monkeypatch.setattr("beraad.store.copies.restoring._DRAFT_KEPT", -1.0)
    with putting_back(folder, "write"):
        pass
    assert unlisted(folder)
    window = request.getfixturevalue("window")
    start = window._stack.current
    assert BROKEN_OFF in said(start)
    assert unlisted(folder) == []
    window.show_start()
    assert BROKEN_OFF in said(window._stack.current)
    way_out = "Bekijk wat verschilt"
    buttons = window._stack.current.findChildren(QPushButton)
    next(each for each in buttons if each.text() == way_out and each.isVisible()).click()
    screen = window._stack.current
    assert isinstance(screen, RestoreScreen)
    screen.leave()
    assert BROKEN_OFF not in said(window._stack.current)


def test_what_another_program_is_at_is_left_alone_and_waited_for(
    path, folder, request, qtbot, monkeypatch
):
    monkeypatch.setattr("beraad.store.copies.restoring._DRAFT_KEPT", -1.0)
    monkeypatch.setattr("beraad.store.copies.under_way._SECONDS", 0.0)
    with putting_back(folder, "write"):
        left = unlisted(folder)
        assert left
        window = request.getfixturevalue("window")
        assert BROKEN_OFF not in said(window._stack.current)
        assert unlisted(folder) == left
        window.show_restore()
        screen = window._stack.current
        restore = screen.findChild(QPushButton, "restore")
        qtbot.waitUntil(restore.isEnabled, timeout=10_000)
        restore.click()
        qtbot.waitUntil(lambda: "op dit moment al een reservekopie" in said(screen), timeout=10_000)
        assert unlisted(folder) == left
