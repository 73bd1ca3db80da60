from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from beraad.store import whose
from beraad.store.catalog import CopyOf
from beraad.store.copies.making import back_up
from beraad.store.going_along import (
    MORE_ELSEWHERE,
    UNKNOWN_ELSEWHERE,
    Along,
    going_along,
    told_of_more,
)
from beraad.store.removing import remove
from beraad.store.rescue import rescue
from beraad.store.session_file import SessionFile
from beraad.store.wiping import reach
from tests.conftest import NOW
from tests.store.copies.support import keep, retitle
from tests.store.support import a_session, with_title


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    home.mkdir()
    return home


@pytest.fixture
def path(folder):
    return keep(folder, with_title(a_session(), "Eerst"))


def rescued(folder, path, title):
    with SessionFile.open(path) as file:
        session = with_title(file.session, title)
    return rescue(session, iter([folder]))


def test_a_rescue_copy_with_more_words_is_named_as_such(folder, path):
    copy = rescued(folder, path, "Eerst en verder")
    (along,) = going_along(path, folder, reach(path, folder))
    assert along.path == copy
    assert along.says_more
    assert along.is_listed
    assert along.told.startswith("reddingskopie, laatst gewijzigd op ")
    assert "daarin staat meer" in along.told
    assert along.told.endswith(f" · {copy.name}")


def test_a_copy_by_any_name_and_one_thrown_away_are_named(folder, path):
    other = folder / "iets anders.beraad"
    shutil.copy(path, other)
    aside = folder / "weg.beraad"
    shutil.copy(path, aside)
    aside = remove(aside, folder, now=NOW)
    retitle(path, "Eerst en verder")
    found = {each.path: each for each in going_along(path, folder, reach(path, folder))}
    assert set(found) == {other, aside}
    assert found[other].compared is CopyOf.OLDER
    assert found[other].kind == "ander bestand"
    assert found[aside].kind == "verwijderd bestand"
    assert not found[aside].is_listed


def test_once_it_is_unwanted_no_other_file_is_read(folder, path, monkeypatch):
    others = {keep(folder, with_title(a_session(), f"Een ander {each}")) for each in range(3)}
    read, identity_of = [], whose.identity_of
    monkeypatch.setattr(whose, "identity_of", lambda each: read.append(each) or identity_of(each))
    assert reach(path, folder, unwanted=lambda: True).files == (path,)
    assert not others & set(read)
    reach(path, folder)
    assert others <= set(read)


def test_another_beraad_and_backups_are_not_named(folder, path):
    keep(folder, a_session())
    back_up(folder, now=NOW)
    assert going_along(path, folder, reach(path, folder)) == ()


def test_all_that_goes_beside_backups_is_named(folder, path):
    copy = rescued(folder, path, "Eerst en verder")
    found = reach(path, folder)
    assert {each.path for each in going_along(path, folder, found)} == {*found.files} - {path}
    assert copy in found.files


@pytest.mark.parametrize(
    ("compared", "told"),
    [
        ([CopyOf.SAME, CopyOf.OLDER], ""),
        ([CopyOf.DAMAGED], UNKNOWN_ELSEWHERE),
        ([None, CopyOf.SAME], UNKNOWN_ELSEWHERE),
        ([CopyOf.DAMAGED, CopyOf.FULLER], MORE_ELSEWHERE),
        ([CopyOf.OTHER], MORE_ELSEWHERE),
    ],
)
def test_more_is_said_only_where_it_is_known(compared, told):
    along = [
        Along(path=Path("x.beraad"), kind="", changed_at=None, compared=each) for each in compared
    ]
    assert told_of_more(along) == told
