"""Two laptops with one vault and one stick: what is done on the one undoes nothing on the other."""

from __future__ import annotations

import shutil

import pytest

from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.copies.places import remember_place
from beraad.store.vault.kept import kept_in
from beraad.store.vault.opening import WrongPassword, change_password, lock, set_up, unlock
from beraad.store.wiping import wipe_beraad
from tests.store.copies.support import NOON, backed_up, keep, title_of
from tests.store.support import a_session, with_title

FIRST, SECOND, THIRD = "molen fiets kaart appel", "lantaarn zolder drempel", "sloot wolk emmer bok"


@pytest.fixture
def stick(tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def one(tmp_path, stick):
    """A laptop with two beraden and a backup of them on the stick."""
    folder = tmp_path / "een"
    folder.mkdir()
    set_up(folder, FIRST)
    for title in ("Eerste", "Tweede"):
        keep(folder, with_title(a_session(), title))
    backed_up(folder)
    backed_up(folder, place=stick)
    remember_place(folder, stick)
    lock(folder)
    return folder


@pytest.fixture
def two(tmp_path, one):
    """Another laptop that was begun with a copy of all of it."""
    return shutil.copytree(one, tmp_path / "twee")


def at_work(folder, password=FIRST):
    """This folder, unlocked, and no other."""
    keys._open.clear()
    return unlock(folder, password)


def beraden(folder):
    return sorted(folder.glob("beraad-*.beraad"))


def titles(folder):
    return sorted(map(title_of, beraden(folder)))


def erase(path):
    wipe_beraad(path, path.parent, role="ik", now=NOON)


def opens(folder, password):
    try:
        at_work(folder, password)
    except WrongPassword:
        return False
    return True


def test_what_is_erased_on_one_laptop_stays_readable_on_the_other(one, two, stick):
    at_work(one)
    for path in beraden(one):
        erase(path)
    at_work(two)

    backed_up(two, day=1, place=stick)

    assert titles(two) == ["Eerste", "Tweede"]
    at_work(two)
    assert titles(two) == ["Eerste", "Tweede"]


def test_its_backup_on_the_stick_can_be_put_back(one, two, stick, tmp_path):
    at_work(one)
    for path in beraden(one):
        erase(path)
    at_work(two)
    backed_up(two, day=1, place=stick)
    known = set(keys.open_keys(two).state.keys)

    (ring, *_) = kept_in(stick)
    assert set(ring.opened_by_password(FIRST).keys) == known


def test_erasing_another_beraad_here_takes_none_along_that_was_erased_there(one, two, stick):
    at_work(one)
    gone, stays = beraden(one)
    erase(gone)
    at_work(two)
    backed_up(two, day=1, place=stick)
    told = title_of(two / gone.name)

    erase(two / stays.name)

    assert title_of(two / gone.name) == told
    assert not (two / stays.name).exists()


def test_what_was_erased_there_and_lies_here_no_more_is_read_by_no_key(one, two, stick):
    at_work(one)
    path = beraden(one)[0]
    destroyed = {path.name: path.read_bytes()}
    erase(path)
    at_work(two)
    (two / path.name).unlink()

    backed_up(two, day=1, place=stick)

    (two / path.name).write_bytes(destroyed[path.name])
    with pytest.raises(Solvable):
        title_of(two / path.name)


def test_a_stick_brings_no_password_of_another_laptop(one, two, stick):
    ring = at_work(two)
    for password in (SECOND, FIRST, SECOND):
        change_password(ring, password)
    backed_up(two, day=1, place=stick)
    at_work(one)

    backed_up(one, day=2, place=stick)

    assert opens(one, FIRST)
    assert not opens(one, SECOND)
    assert opens(two, SECOND)


def test_a_new_password_counts_whatever_the_stick_holds(one, two, stick):
    ring = at_work(two)
    for password in (SECOND, FIRST, SECOND):
        change_password(ring, password)
    backed_up(two, day=1, place=stick)
    change_password(at_work(one), THIRD)
    backed_up(one, day=2, place=stick)

    assert opens(one, THIRD)
    assert not opens(one, FIRST)
    assert not opens(one, SECOND)
    assert opens(two, SECOND)
    assert titles(two) == ["Eerste", "Tweede"]
