"""In a folder under a key: nothing readable anywhere, and nothing left of what is erased."""

from __future__ import annotations

import pytest

from beraad.store import keys
from beraad.store.copies.differing import Change, compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import moments
from beraad.store.copies.restoring import restore
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.store.vault.borrowing import borrow
from beraad.store.vault.opening import lock, open_kept, set_up, unlock
from beraad.store.wiping import wipe_beraad
from tests.store.copies.support import NOON, backed_up, keep, retitle, title_of
from tests.store.support import a_session, is_held, with_title

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


@pytest.mark.parametrize("kind", [SessionFile, Register])
def test_a_backup_lets_go_of_no_file_that_this_program_has_open(folder, path, kind):
    register = register_path(folder, practice=False)
    Register.open(register).close()
    backed_up(folder)
    held = path if kind is SessionFile else register
    with kind.open(held):
        assert backed_up(folder).moment is None
        assert is_held(held)


def test_another_laptop_opens_them_with_the_ring_that_lies_beside(folder, path, tmp_path):
    stick, other = tmp_path / "stick", tmp_path / "andere laptop"
    backed_up(folder, place=stick)
    lock(folder)
    other.mkdir()
    (moment,) = moments(stick)
    assert [each.change for each in compare(moment, other)] == [Change.LOCKED]
    borrow(stick, other, open_kept(stick, PASSWORD))
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


def test_a_vault_takes_what_it_puts_back_of_another_under_its_own_words(folder, path, tmp_path):
    stick, other = tmp_path / "stick", tmp_path / "andere laptop"
    backed_up(folder, place=stick)
    lock(folder)
    other.mkdir()
    set_up(other, "brug lepel wolk trein")
    mine = keep(other, with_title(a_session(), f"{MARK} hier"))
    (moment,) = moments(stick)
    before = sorted(other.rglob("*"))
    found = {each.name: each.change for each in compare(moment, other)}
    assert found[path.name] is Change.LOCKED
    borrow(stick, other, open_kept(stick, PASSWORD))
    assert sorted(other.rglob("*")) == before
    wanted = [each for each in compare(moment, other) if each.name == path.name]
    assert restore(moment, wanted, other, now=NOON).names == (path.name,)
    lock(other)
    unlock(other, "brug lepel wolk trein")
    assert title_of(other / path.name) == f"{MARK} een"
    assert title_of(mine) == f"{MARK} hier"
    assert readable(other) == []
    wipe_beraad(other / path.name, other, role="ik", now=NOON)
    borrow(stick, other, open_kept(stick, PASSWORD))
    again = [each for each in compare(moment, other) if each.name == path.name]
    assert restore(moment, again, other, now=NOON).names == ()
    lock(other)


def test_a_plain_folder_with_beraden_is_told_to_make_a_vault_first(folder, path, tmp_path):
    stick, other = tmp_path / "stick", tmp_path / "andere laptop"
    backed_up(folder, place=stick)
    lock(folder)
    other.mkdir()
    keep(other, a_session())
    (moment,) = moments(stick)
    borrow(stick, other, open_kept(stick, PASSWORD))
    wanted = [each for each in compare(moment, other) if each.name == path.name]
    restored = restore(moment, wanted, other, now=NOON)
    assert restored.names == ()
    assert "kluis aan" in restored.refused[0].way_out
    assert not (other / path.name).exists()


def test_backups_that_lie_in_a_vault_are_put_back_elsewhere_by_its_words(folder, path, tmp_path):
    backed_up(folder)
    lock(folder)
    place, other = copies_folder(folder), tmp_path / "andere map"
    other.mkdir()
    (moment,) = moments(place)
    found = {each.name: each.change for each in compare(moment, other)}
    assert found[path.name] is Change.LOCKED
    borrow(place, other, open_kept(place, PASSWORD))
    wanted = compare(moment, other)
    assert path.name in restore(moment, wanted, other, now=NOON).names
    lock(other)
    unlock(other, PASSWORD)
    assert title_of(other / path.name) == f"{MARK} een"
    assert readable(other) == []
    lock(other)
