"""Backups that are made by themselves: what goes wrong is told, and no longer than it holds."""

from __future__ import annotations

import pytest

from beraad.errors import Solvable
from tests.store.copies.support import keep
from tests.store.support import a_session, with_title

FULL = Solvable("De schijf voor de reservekopie is vol.")


@pytest.fixture
def backing_up(window, folder):
    keep(folder, with_title(a_session(), "Wachten"))
    window._backing_up.leave_off()
    window._backing_up._calm.setInterval(0)
    return window._backing_up


@pytest.fixture
def back_up(backing_up, qtbot):
    """A function that makes a backup and waits until it is over."""

    def do():
        backing_up.wish()
        qtbot.waitUntil(lambda: not backing_up.runs)

    return do


def fails(*_, **__):
    raise FULL


def test_a_backup_that_failed_is_told_until_one_works(window, back_up, monkeypatch):
    banner = window._start.banner
    with monkeypatch.context() as broken:
        broken.setattr("beraad.store.copies.making.back_up", fails)
        back_up()
        assert banner.accessibleName() == FULL.happened
        back_up()
        assert not banner.isHidden()
    back_up()
    assert banner.isHidden()


def test_what_was_put_away_is_told_again_only_after_one_worked(window, back_up, monkeypatch):
    banner = window._start.banner
    with monkeypatch.context() as broken:
        broken.setattr("beraad.store.copies.making.back_up", fails)
        back_up()
        banner._close.click()
        back_up()
        assert banner.isHidden()
    back_up()
    monkeypatch.setattr("beraad.store.copies.making.back_up", fails)
    back_up()
    assert not banner.isHidden()
    assert banner.accessibleName() == FULL.happened


def test_a_backup_that_was_not_made_solves_nothing(
    window, backing_up, back_up, monkeypatch, tmp_path
):
    """With the second place away, or the folder locked, nothing shows that it works again."""
    banner = window._start.banner
    second = tmp_path / "stick"
    second.mkdir()
    window._settings.copies_folder = second
    with monkeypatch.context() as broken:
        broken.setattr("beraad.store.copies.making.back_up", fails)
        back_up()
    second.rmdir()
    back_up()
    assert banner.accessibleName() == FULL.happened
    with monkeypatch.context() as shut:
        shut.setattr("beraad.store.keys.is_locked", lambda _: True)
        back_up()
    assert banner.accessibleName() == FULL.happened
    second.mkdir()
    back_up()
    assert banner.isHidden()
