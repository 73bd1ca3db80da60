"""A file under a key that is not here is said to be so, and is called damaged nowhere."""

from __future__ import annotations

import pytest

from beraad.errors import Solvable
from beraad.store.catalog import Unreadable, look_at
from beraad.store.copies.differing import Change, compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.copies.moments import moments
from beraad.store.erased import Erased, add_erased
from beraad.store.session_file import SessionFile
from beraad.store.shredding import key_name_of
from beraad.store.vault.opening import lock, set_up
from tests.conftest import NOW
from tests.store.copies.support import keep
from tests.store.support import a_session, with_title

WORDS = "molen fiets kaart appel"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "beraden"
    made.mkdir()
    return made


@pytest.fixture
def theirs(tmp_path):
    """A beraad of a vault, that is locked, with a backup of it."""
    home = tmp_path / "kluis"
    home.mkdir()
    set_up(home, WORDS)
    path = keep(home, with_title(a_session(), "Van daar"))
    back_up(home, now=NOW, place=tmp_path / "stick")
    lock(home)
    return path


def test_in_a_backup(theirs, tmp_path, folder):
    (moment,) = moments(tmp_path / "stick")
    (found,) = compare(moment, folder)
    assert found.change is Change.LOCKED
    assert (found.title, found.then) == (theirs.name, "met andere sleutels versleuteld")


def test_in_a_folder_of_one_s_own(theirs, folder):
    stray = folder / theirs.name
    stray.write_bytes(theirs.read_bytes())
    line = look_at(stray)
    assert isinstance(line, Unreadable)
    with pytest.raises(Solvable) as opening:
        SessionFile.open(stray)
    for told in (line.why, str(opening.value)):
        assert "versleuteld met een sleutel die hier niet is" in told
        assert "beschadigd" not in told


def test_of_what_was_erased_with_its_key(tmp_path, folder):
    ring = set_up(folder, WORDS)
    path = keep(folder, a_session())
    place = tmp_path / "stick"
    back_up(folder, now=NOW, place=place)
    (moment,) = moments(place)
    ring.destroy([key_name_of(path)])
    path.unlink()
    add_erased(folder, Erased(week="", on="2026-11-26", role="ik", id=moment.items[0].id))
    (found,) = compare(moment, folder)
    lock(folder)
    assert (found.change, found.title) == (Change.ERASED, path.name)
    assert (found.now, found.then) == ("", "niet meer te lezen")


def test_what_is_damaged_is_still_called_so(tmp_path, folder):
    path = keep(folder, a_session())
    back_up(folder, now=NOW)
    (moment,) = moments(copies_folder(folder))
    moment.copy_of(moment.items[0]).write_bytes(b"geen beraad" * 900)
    path.unlink()
    (found,) = compare(moment, folder)
    assert (found.change, found.then) == (Change.DAMAGED, "beschadigd")
