"""In a folder under a key: nothing readable anywhere, and nothing left of what is erased."""

from __future__ import annotations

import pytest

from beraad.store import keys
from beraad.store.copies.differing import compare
from beraad.store.copies.moments import copies_folder, moments
from beraad.store.copies.restoring import copy_ring_back, restore
from beraad.store.vault.opening import lock, set_up, unlock
from beraad.store.wiping import wipe_beraad
from tests.store.copies.support import NOON, backed_up, keep, retitle, title_of
from tests.store.support import a_session, with_title

MARK = "Zwaluwstaart"
PASSWORD = "vier heel gewone woorden"  # noqa: S105 - of a vault that was invented


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    home.mkdir()
    set_up(home, PASSWORD)
    yield home
    keys.lock(home)


@pytest.fixture
def path(folder):
    return keep(folder, with_title(a_session(), f"{MARK} een"))


def readable(folder):
    return [
        each for each in folder.rglob("*") if each.is_file() and MARK.encode() in each.read_bytes()
    ]


def test_backups_are_under_the_same_key_and_come_back(folder, path):
    moment = backed_up(folder).moment
    retitle(path, f"{MARK} twee")
    restore(moment, compare(moment, folder), folder, now=NOON)
    assert title_of(path) == f"{MARK} een"
    assert readable(folder) == []


def test_another_laptop_opens_them_with_the_ring_that_lies_beside(folder, path, tmp_path):
    stick, other = tmp_path / "stick", tmp_path / "andere laptop"
    backed_up(folder, place=stick)
    lock(folder)
    other.mkdir()
    copy_ring_back(stick, other)
    unlock(other, PASSWORD)
    (moment,) = moments(stick)
    restore(moment, compare(moment, other), other, now=NOON)
    assert title_of(other / path.name) == f"{MARK} een"
    assert readable(other) == []
    lock(other)


def test_after_erasing_not_even_a_copy_that_was_hidden_can_be_read(folder, path):
    backed_up(folder)
    hidden = path.read_bytes()
    wipe_beraad(path, folder, role="ik", now=NOON)
    assert not any(copies_folder(folder).glob("*.beraad"))
    path.write_bytes(hidden)
    with pytest.raises(Exception, match=r"sleutel|beschadigd|gewist"):
        title_of(path)
    assert readable(folder) == []
