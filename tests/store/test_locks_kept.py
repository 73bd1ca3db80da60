"""Whoever looks at a file that this program has open leaves the lock on it as it is."""

from __future__ import annotations

import pytest

from beraad.store.copies.moments import digest_of
from beraad.store.log import read_log
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.seeking import seek
from beraad.store.session_file import SessionFile
from beraad.store.shredding import is_emptied, key_name_of
from beraad.store.strewn import can_be_read, may_hold_words
from beraad.store.vault.by_page import key_by_page, pages_of
from beraad.store.vault.lifting import lift
from beraad.store.vault.missing import is_under_key
from beraad.store.vault.opening import set_up
from beraad.store.whose import identity_of
from beraad.store.wiping import came_back, finish, reach, unfinished_files, wipe_beraad
from tests.store.copies.support import NOON, backed_up
from tests.store.support import a_session, is_held, rescue_only_in, with_title

ASKED = {
    "key": key_name_of,
    "pages": pages_of,
    "key by page": lambda path: key_by_page(path, {}),
    "emptied": lambda path: is_emptied(path, "van niemand"),
    "under key": is_under_key,
    "readable": can_be_read,
    "holds words": lambda path: may_hold_words(path, ()),
    "identity": identity_of,
    "log": read_log,
    "digest": digest_of,
}
ASKED_OF_ALL = {
    "seek": lambda folder: seek(folder, "Tweede"),
    "came back": came_back,
    "unfinished": unfinished_files,
    "finish": finish,
    "reach": lambda folder: reach(folder / "gewist.beraad", folder),
    "erase": lambda folder: wipe_beraad(
        folder / "gewist.beraad", folder, role="teamleider", now=NOON
    ),
    "back up": backed_up,
}


@pytest.fixture(params=["open", "vault"])
def folder(request, tmp_path, monkeypatch):
    monkeypatch.setattr("beraad.store.keys._open", {})
    rescue_only_in(monkeypatch)
    home = tmp_path / "beraden"
    home.mkdir()
    for name, title in (("blijft", "Eerste"), ("gewist", "Tweede")):
        SessionFile.create(home / f"{name}.beraad", with_title(a_session(), title)).close()
    Register.open(register_path(home, practice=False)).close()
    if request.param == "vault":
        set_up(home, "molen fiets kaart appel")
        assert all(each.problem is None for each in lift(home))
    return home


@pytest.fixture
def held(folder):
    with SessionFile.open(folder / "blijft.beraad") as file:
        yield file.path


@pytest.mark.parametrize("asked", ASKED)
def test_a_file_that_is_asked_something_stays_locked(held, asked):
    ASKED[asked](held)

    assert is_held(held)


@pytest.mark.parametrize("asked", ASKED_OF_ALL)
def test_a_file_stays_locked_while_all_of_a_folder_is_looked_at(folder, held, asked):
    register = register_path(folder, practice=False)
    with Register.open(register):
        ASKED_OF_ALL[asked](folder)

        assert is_held(held)
        assert is_held(register)
