"""Putting back also when the register is among the files, and when a file is damaged inside."""

from __future__ import annotations

import os

import pytest

from beraad.records import Id
from beraad.store.copies.differing import Change, compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import moments
from beraad.store.copies.restoring import restore
from beraad.store.places import register_path
from beraad.store.register import Register
from tests.store.copies.support import DAY, NOON, backed_up, keep, retitle, title_of
from tests.store.support import a_peopled_session, a_session, with_title

PAGE = 4096


@pytest.fixture
def path(tmp_path):
    return keep(tmp_path, with_title(a_session(), "Eerste"))


@pytest.fixture
def register(tmp_path):
    place = register_path(tmp_path, practice=False)
    note(place, "een eerste antwoord")
    return place


def note(place, text):
    with Register.open(place) as register:
        register.draft(Id("s" * 32), {"answer": text})


def noted(place):
    with Register.open(place) as register:
        return register.drafts(Id("s" * 32))


def put(moment, folder, day=5):
    return restore(moment, compare(moment, folder), folder, now=NOON + day * DAY)


def spoil(place, page):
    with place.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(b"\x5a" * PAGE)


def test_a_register_comes_back_and_what_made_way_too(tmp_path, path, register):
    moment = backed_up(tmp_path).moment
    note(register, "een tweede")

    restored = put(moment, tmp_path)

    assert restored.refused == ()
    assert noted(register) == {"answer": "een eerste antwoord"}
    put(restored.aside, tmp_path, day=6)
    assert noted(register) == {"answer": "een tweede"}


def test_a_moment_without_a_register_puts_it_aside(tmp_path, path):
    moment = backed_up(tmp_path).moment
    place = register_path(tmp_path, practice=False)
    note(place, "later")

    restored = put(moment, tmp_path)

    assert restored.refused == ()
    assert not place.exists()
    put(restored.aside, tmp_path, day=6)
    assert noted(place) == {"answer": "later"}


def test_answers_that_were_not_finished_count(tmp_path, path, register):
    moment = backed_up(tmp_path).moment
    note(register, "heel anders")
    changes = {each.name: each.change for each in compare(moment, tmp_path)}
    assert changes[register.name] is Change.OTHER


@pytest.mark.parametrize("which", ["beraad", "register"])
def test_every_page_that_is_spoiled_comes_back(tmp_path, which):
    path = keep(tmp_path, a_peopled_session())
    place = register_path(tmp_path, practice=False)
    note(place, "een eerste antwoord")
    target = path if which == "beraad" else place
    moment = backed_up(tmp_path).moment
    whole = target.read_bytes()
    for page in range(1, len(whole) // PAGE):
        spoil(target, page)
        (found,) = [each for each in compare(moment, tmp_path) if each.name == target.name]
        if found.change is Change.SAME:
            # Nothing was written on this page: the file still says all of it.
            target.write_bytes(whole)
            continue
        assert found.change is Change.OTHER, page
        restored = restore(moment, (found,), tmp_path, now=NOON + (page + 1) * DAY)
        assert restored.refused == ()
        if which == "register":
            assert noted(place) == {"answer": "een eerste antwoord"}
        else:
            assert title_of(path) == a_peopled_session().opening.title


def test_a_page_that_rots_leaves_the_date_as_it_was(tmp_path):
    path = keep(tmp_path, a_peopled_session())
    moment = backed_up(tmp_path).moment
    before = path.stat()
    spoil(path, 3)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    (found,) = compare(moment, tmp_path)

    assert found.change is Change.OTHER
    assert restore(moment, (found,), tmp_path, now=NOON + DAY).refused == ()
    assert title_of(path) == a_peopled_session().opening.title


def test_what_made_way_takes_nothing_else_along(tmp_path, path):
    """Whoever takes a restore back keeps the beraden that had nothing to do with it."""
    other = keep(tmp_path, with_title(a_session(), "Ander"))
    moment = backed_up(tmp_path).moment
    retitle(path, "Tweede")
    put(moment, tmp_path)
    (aside,) = [each for each in moments(copies_folder(tmp_path)) if each.is_aside]

    put(aside, tmp_path, day=6)

    assert title_of(path) == "Tweede"
    assert title_of(other) == "Ander"


def test_a_register_is_told_on_both_sides(tmp_path, path, register):
    moment = backed_up(tmp_path).moment
    note(register, "een tweede")

    found = {each.name: each for each in compare(moment, tmp_path)}

    other = found[register.name]
    assert (other.now, other.then) == ("0 signalen, 0 leerverslagen",) * 2
