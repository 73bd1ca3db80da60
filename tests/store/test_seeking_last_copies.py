from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from beraad.cli import main
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.places import remember_place
from beraad.store.driver import connect
from beraad.store.erased import Erased, add_erased
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.seeking import seek, take_out
from beraad.store.session_file import SessionFile
from beraad.store.whose import identity_of
from tests.store.copies.support import NOON, backed_up, keep, retitle
from tests.store.support import a_session, with_situation


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    home.mkdir()
    return home


@pytest.fixture
def path(folder):
    return keep(folder, with_situation(a_session(), "Anaïs belde"))


def damage(path):
    path.write_bytes(b"stuk" * 2000)


def ask(folder, *words):
    return main([*map(str, words), "--sessions", str(folder)])


def copies(place):
    return {each: each.read_bytes() for each in place.glob("*~*")}


@pytest.mark.parametrize("live", ["damaged", "gone"])
def test_the_last_copy_of_a_beraad_stays_and_is_told_first(folder, path, tmp_path, capsys, live):
    other = keep(folder, with_situation(a_session(), "Anaïs kwam ook hier"))
    backed_up(folder)
    backed_up(folder, place=tmp_path / "stick")
    remember_place(folder, tmp_path / "stick")
    damage(path) if live == "damaged" else path.unlink()
    pools = (copies_folder(folder), tmp_path / "stick")
    mine = {each for pool in pools for each in copies(pool) if path.stem in each.name}
    assert len(mine) == 2
    ask(folder, "zoek-betrokkene", "anais", "--weg")
    told = capsys.readouterr().out
    going = told.partition("verdwijnen:")[2].partition("blijven staan")[0]
    assert other.stem in going
    assert path.stem not in going
    (copy,) = (each for each in mine if each.parent == copies_folder(folder))
    assert f"beraad herstel {copy}." in told
    assert ask(folder, "zoek-betrokkene", "anais", "--weg", "--zeker") == 1
    said = capsys.readouterr()
    assert "blijven staan" in said.out.partition("Weggehaald")[0]
    assert f"beraad herstel {copy}." in said.err
    assert all(each.exists() for each in mine)
    assert {each.path for each in seek(folder, "anais").mentions} == mine

    assert ask(folder, "herstel", copy) == 0
    assert identity_of(path) is not None
    assert ask(folder, "zoek-betrokkene", "anais", "--weg", "--zeker") in {0, 1}
    assert seek(folder, "anais").mentions == ()


def test_a_newer_file_that_is_damaged_keeps_them_though_an_older_copy_can_be_read(folder, path):
    shutil.copy(path, folder / "Kopie van iets.beraad")
    retitle(path, "Later")
    backed_up(folder)
    damage(path)
    before = copies(copies_folder(folder))
    take_out(folder, seek(folder, "anais"), "anais", now=NOON)
    after = copies(copies_folder(folder))
    assert {each: after.get(each) for each in before if path.stem in each.name} == {
        each: content for each, content in before.items() if path.stem in each.name
    }


def test_no_copy_is_said_to_go_and_to_stay(folder, path, capsys):
    shutil.copy(path, folder / "Kopie van iets.beraad")
    retitle(path, "Later")
    backed_up(folder)
    damage(path)
    mine = {str(each) for each in copies(copies_folder(folder)) if path.stem in each.name}
    ask(folder, "zoek-betrokkene", "anais", "--weg")
    told = capsys.readouterr().out
    going, _, staying = told.partition("blijven staan")
    assert mine
    assert not any(f"\n  {each}\n" in going for each in mine)
    assert all(f"\n  {each}\n" in staying for each in mine)


def test_what_was_erased_keeps_no_copy(folder, path):
    identity = identity_of(path)
    backed_up(folder)
    path.unlink()
    add_erased(folder, Erased(week="2026-W48", on="2026-11-25", role="ik", id=identity))
    assert take_out(folder, seek(folder, "anais"), "anais", now=NOON).mentions == ()


def test_the_last_copy_of_the_register_stays_too(folder):
    path = register_path(folder, practice=False)
    with Register.open(path) as register:
        register.draft("s1", {"toelichting": "Anaïs belde"})
    backed_up(folder)
    damage(path)
    (copy,) = copies_folder(folder).glob("register~*")
    sought = seek(folder, "anais")
    assert [each.is_last for each in sought.mentions] == [True]
    take_out(folder, sought, "anais", now=NOON)
    assert copy.exists()


def test_of_each_file_that_is_lost_it_is_told_how_to_get_it_back(folder, path):
    """Of names that hold a ~ themselves, and copies that do not say of which beraad they are."""
    with closing(connect(path)) as connection:
        connection.execute("DELETE FROM head")
    pool = copies_folder(folder)
    pool.mkdir()
    copies = [pool / f"kopie~{name}~20261125T120000.beraad" for name in ("een", "twee")]
    for each in copies:
        shutil.copy(path, each)
    path.unlink()
    way = seek(folder, "anais").staying[-1]
    assert all(f"beraad herstel {each}" in way for each in copies)


def test_what_can_be_read_loses_its_copies(folder, path):
    backed_up(folder)
    with SessionFile.open(path) as file:
        file.keep(with_situation(file.session, "Zij belde"))
    sought = seek(folder, "anais")
    assert [each.is_last for each in sought.mentions] == [False]
    assert take_out(folder, sought, "anais", now=NOON).mentions == ()


def test_where_only_last_copies_hold_it_nothing_is_said_to_be_taken_out(folder, path, capsys):
    backed_up(folder)
    damage(path)
    before = {each: each.read_bytes() for each in folder.rglob("*.beraad")}
    ask(folder, "zoek-betrokkene", "anais", "--weg")
    assert "--zeker" not in capsys.readouterr().out
    assert ask(folder, "zoek-betrokkene", "anais", "--weg", "--zeker") == 1
    told = capsys.readouterr().out
    assert "Er is niets weggehaald" in told
    assert "Weggehaald." not in told
    assert {each: each.read_bytes() for each in folder.rglob("*.beraad")} == before
    assert "weggehaald" not in (folder / "logboek.jsonl").read_text()
