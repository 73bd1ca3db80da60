"""A program that is killed while it backs up or puts back, at every step that touches the disk."""

from __future__ import annotations

import shutil
from functools import partial

import pytest

from beraad.store.copies.differing import compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.copies.moments import copies_in, moments, named
from beraad.store.copies.restoring import clear_up, restore
from beraad.store.copies.under_way import told_of_broken_off
from beraad.store.shredding import without_beside
from tests.store.copies.support import (
    DAY,
    NOON,
    backed_up,
    keep,
    killed_at,
    retitle,
    title_of,
)
from tests.store.support import a_session, with_title


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    home.mkdir()
    for title in ("Een", "Twee"):
        keep(home, with_title(a_session(), title))
    return home


def titles(folder):
    return sorted(title_of(path) for path in folder.glob("*.beraad"))


def test_a_backup_that_is_killed_leaves_whole_moments_only(tmp_path, folder):
    backed_up(folder)
    for path in folder.glob("*.beraad"):
        retitle(path, f"{title_of(path)} later")
    step = 0
    while True:
        home = tmp_path / f"stap-{step}"
        shutil.copytree(folder, home)
        more = killed_at(step, home, partial(back_up, home, now=NOON + 2 * DAY))
        for moment in moments(copies_folder(home)):
            assert len(moment.items) == 2
            for item in moment.items:
                assert title_of(moment.copy_of(item)).startswith(("Een", "Twee"))
        assert titles(home) == ["Een later", "Twee later"]
        back_up(home, now=NOON + 3 * DAY)
        latest = moments(copies_folder(home))[0]
        found = sorted(title_of(latest.copy_of(item)) for item in latest.items)
        assert found == ["Een later", "Twee later"]
        if not more:
            break
        step += 3  # Every third step: which ones differ with each change of the code.
    assert step > 10


def test_putting_back_that_is_killed_leaves_old_or_new_and_keeps_what_was_there(
    tmp_path, folder, monkeypatch
):
    backed_up(folder)
    for path in folder.glob("*.beraad"):
        retitle(path, f"{title_of(path)} later")
    step = 0
    while True:
        home = tmp_path / f"stap-{step}"
        shutil.copytree(folder, home)
        first = moments(copies_folder(home))[-1]
        wanted = compare(first, home)
        work = partial(restore, first, wanted, home, now=NOON + 2 * DAY)
        more = killed_at(step, home, work)
        found = titles(home)
        assert len(found) == 2
        assert all(title.startswith(("Een", "Twee")) for title in found)
        living = {path.stat().st_ino for path in home.glob("*.beraad*")}
        assert not [each for each in copies_folder(home).iterdir() if each.stat().st_ino in living]
        if any("later" not in title for title in found):
            (aside,) = [each for each in moments(copies_folder(home)) if each.is_aside]
            kept = sorted(title_of(aside.copy_of(item)) for item in aside.items)
            assert kept == ["Een later", "Twee later"]
        if any("later" not in title for title in found) and more:
            assert told_of_broken_off(home) is not None
        monkeypatch.setattr("beraad.store.copies.restoring._DRAFT_KEPT", -1.0)
        clear_up(home)
        assert told_of_broken_off(home) is None
        assert [each.name for each in home.rglob("*.nieuw*")] == []
        listed = named(moments(copies_folder(home)))
        assert [
            each for each in copies_in(copies_folder(home)) if without_beside(each) not in listed
        ] == []
        assert titles(home) == found
        restore(first, compare(first, home), home, now=NOON + 4 * DAY)
        assert titles(home) == ["Een", "Twee"]
        assert told_of_broken_off(home) is None
        if not more:
            break
        step += 3  # Every third step: which ones differ with each change of the code.
    assert step > 10
