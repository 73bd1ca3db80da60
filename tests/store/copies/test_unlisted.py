from __future__ import annotations

import json
import os

import pytest

from beraad.store.copies.differing import Change, compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import copies_in, damaged_lists, moments
from beraad.store.copies.restoring import restore
from beraad.store.copies.unlisted import every_moment, gone_for_good, in_no_list
from beraad.store.erased import Erased, add_erased
from tests.store.copies.support import DAY, NOON, backed_up, keep, retitle, title_of
from tests.store.support import a_session, with_title


def _hostile(text: str) -> str:
    said = json.loads(text)
    said["bestanden"][0]["copy"] = "../../weg"
    return json.dumps(said)


DAMAGE = {
    "cut": lambda text: text[: len(text) // 2],
    "empty": lambda _: "",
    "garbage": lambda _: "\0\1{]",
    "hostile": _hostile,
}


@pytest.fixture
def path(tmp_path):
    return keep(tmp_path, with_title(a_session(), "Eerste"))


@pytest.fixture
def place(tmp_path):
    return copies_folder(tmp_path)


@pytest.fixture(params=DAMAGE)
def damage(request):
    return DAMAGE[request.param]


@pytest.fixture
def later(tmp_path, path, damage):
    """A beraad that only the newest list names, which is damaged then."""
    backed_up(tmp_path)
    retitle(path, "Tweede")
    later = keep(tmp_path, with_title(a_session(), "Later"))
    list_file = backed_up(tmp_path, day=1).moment.list_file
    list_file.write_text(damage(list_file.read_text()))
    return later


def put(moment, folder):
    return restore(moment, compare(moment, folder), folder, now=NOON + 5 * DAY)


def test_in_the_place_of_a_damaged_list_come_the_copies_of_then(tmp_path, path, later, place):
    later.unlink()
    retitle(path, "Derde")
    assert len(moments(place)) == 1
    newest, oldest = every_moment(place)
    assert newest.at == NOON + DAY
    assert newest.is_part
    assert [each.list_file for each in (newest,)] == list(damaged_lists(place, (oldest,)))
    assert put(newest, tmp_path).names == tuple(sorted((path.name, later.name)))
    assert (title_of(path), title_of(later)) == ("Tweede", "Later")


def test_what_was_found_takes_nothing_else_away(tmp_path, later, place):
    other = keep(tmp_path, with_title(a_session(), "Andere"))
    put(every_moment(place)[0], tmp_path)
    assert title_of(other) == "Andere"


def test_a_copy_that_only_a_damaged_older_list_named_is_found(tmp_path, path, later, place):
    (copy,) = place.glob(f"{later.stem}~*")
    later.unlink()
    list_file = place / "stand-20261127T120000.json"
    whole = moments(place)[0]
    list_file.write_text(whole.list_file.read_text())
    known = moments(place)
    found = every_moment(place)
    assert found[0].at == NOON + 2 * DAY
    assert copy.name in in_no_list(known, found)


def test_the_next_backup_makes_a_damaged_list_anew_and_keeps_every_copy(
    tmp_path, path, later, place
):
    before = set(copies_in(place))
    for each in place.glob("*~*"):
        os.utime(each, (0, 0))
    later.unlink()
    made = backed_up(tmp_path, day=2)
    assert [each.at for each in made.mended] == [NOON + DAY]
    assert before <= set(copies_in(place))
    assert damaged_lists(place, moments(place)) == ()
    assert {item.name for item in moments(place)[1].items} == {path.name, later.name}
    assert backed_up(tmp_path, day=3).mended == ()


def test_without_any_list_the_copies_tell_and_stay(tmp_path, path, place):
    backed_up(tmp_path)
    for each in place.glob("*"):
        os.utime(each, (0, 0))
    for each in place.glob("stand-*"):
        each.unlink()
    path.unlink()
    other = keep(tmp_path, with_title(a_session(), "Andere"))
    (found,) = every_moment(place)
    assert put(found, tmp_path).names == (path.name,)
    path.unlink()
    for day in (1, 2):
        retitle(other, f"Andere {day}")
        backed_up(tmp_path, day=day)
    assert [item.name for item in moments(place)[-1].items] == [path.name]


def test_a_folder_that_is_called_like_a_copy_is_none_and_keeps_nothing_back(tmp_path, path, place):
    made = backed_up(tmp_path)
    for each in place.glob("*"):
        os.utime(each, (0, 0))
    made.moment.list_file.unlink()
    folders = [place / f"{path.stem}~2020010{day}T000000{path.suffix}" for day in (1, 2)]
    for each in folders:
        each.mkdir()
    os.utime(folders[0], (0, 0))
    retitle(path, "Tweede")
    again = backed_up(tmp_path, day=1)
    assert len(again.mended) == 1
    assert again.copied == 1
    assert all(each.is_dir() for each in folders)


def test_half_a_backup_that_was_broken_off_is_no_moment(tmp_path, path, place):
    backed_up(tmp_path)
    retitle(path, "Tweede")
    backed_up(tmp_path, day=1).moment.list_file.unlink()
    assert every_moment(place) == moments(place)


def test_a_copy_that_is_gone_is_told_also_when_its_file_is_gone(tmp_path, path, place):
    keep(tmp_path, a_session())
    moment = backed_up(tmp_path).moment
    (copy,) = place.glob(f"{path.stem}~*")
    copy.unlink()
    path.unlink()
    (moment,) = moments(place)
    (lacking,) = [each for each in compare(moment, tmp_path) if each.change is Change.LACKING]
    assert (lacking.name, lacking.then) == (path.name, "niet meer te vinden")
    made = backed_up(tmp_path, day=1)
    assert made.gone == (path.name,)
    keep(tmp_path, a_session())
    backed_up(tmp_path, day=2)
    assert gone_for_good(every_moment(place), tmp_path) == (path.name,)


def test_a_copy_that_is_gone_is_made_anew_of_its_file(tmp_path, path, place):
    backed_up(tmp_path)
    (copy,) = place.glob(f"{path.stem}~*")
    copy.unlink()
    made = backed_up(tmp_path, day=1)
    assert made.renewed == (path.name,)
    assert gone_for_good(every_moment(place), tmp_path) == ()
    path.unlink()
    assert put(moments(place)[0], tmp_path).names == (path.name,)


def test_what_was_erased_is_not_missed(tmp_path, path, place):
    (item,) = backed_up(tmp_path).moment.items
    (copy,) = place.glob(f"{path.stem}~*")
    copy.unlink()
    path.unlink()
    assert gone_for_good(moments(place), tmp_path) == (path.name,)
    add_erased(tmp_path, Erased(week="2026-W47", on="2026-11-25", role="ik", id=item.id))
    assert gone_for_good(moments(place), tmp_path) == ()
