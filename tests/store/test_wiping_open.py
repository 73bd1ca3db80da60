"""Nothing of a beraad is erased while somebody has a file of it open, whichever file that is."""

from __future__ import annotations

import shutil
from contextlib import contextmanager

import pytest

from beraad.cli import main
from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.erased import BEGUN, Erased, add_erased, erased, unfinished
from beraad.store.holder import note_of
from beraad.store.keys import RING_NAME
from beraad.store.places import practice_folder
from beraad.store.removing import remove
from beraad.store.session_file import SessionFile
from beraad.store.vault.lifting import lift
from beraad.store.vault.opening import set_up
from beraad.store.whose import identity_of
from beraad.store.wiping import finish, wipe_beraad
from tests.store.copies.support import NOON, backed_up, keep, title_of
from tests.store.support import a_session, rescue_only_in, with_title


@pytest.fixture(params=["open", "vault"])
def folder(request, tmp_path, monkeypatch):
    rescue_only_in(monkeypatch)
    home = tmp_path / "beraden"
    home.mkdir()
    keep(home, with_title(a_session(), "Eerste"))
    if request.param == "vault":
        monkeypatch.setattr(keys, "_open", {})
        set_up(home, "molen fiets kaart appel")
        assert all(each.problem is None for each in lift(home))
    backed_up(home)
    return home


@pytest.fixture
def path(folder):
    (found,) = (each for each in folder.glob("*.beraad") if each.name != RING_NAME)
    return found


def copy_to(where, folder, path):
    if where == "verwijderd":
        kept = path.read_bytes()
        aside = remove(path, folder, now=NOON)
        path.write_bytes(kept)
        return aside
    names = {
        "lijst": folder / "kopie van x.beraad",
        "oefeningen": practice_folder(folder) / "x.beraad",
        "reservekopie": folder / "reservekopieen" / "mijn kopie.beraad",
    }
    names[where].parent.mkdir(exist_ok=True)
    return shutil.copyfile(path, names[where])


@contextmanager
def open_with_words(path, title):
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, title))
        yield


def everything(top):
    files = (each for each in top.rglob("*") if each.is_file())
    return {each: each.stat().st_size for each in files if not each.name.endswith(("-wal", "-shm"))}


@pytest.mark.parametrize("where", ["lijst", "oefeningen", "verwijderd", "reservekopie"])
def test_another_file_of_it_that_is_open_keeps_the_whole_beraad(folder, path, capsys, where):
    if where == "oefeningen" and (folder / RING_NAME).exists():
        pytest.skip("no key reaches there")
    copy = copy_to(where, folder, path)
    with open_with_words(copy, "Nieuwste zin"):
        before = everything(folder)
        with pytest.raises(Solvable) as refused:
            wipe_beraad(path, folder, role="ik", now=NOON)
        assert copy.name in refused.value.happened
        assert "open" in refused.value.happened
        assert refused.value.kept == "Er is niets gewist."
        assert main(["wis", str(path), "--zeker", "--sessions", str(folder)]) == 1
        said = capsys.readouterr()
        assert copy.name in said.err
        assert "Gewist" not in said.out
        assert everything(folder) == before
        assert erased(folder) == ()
    assert title_of(copy) == "Nieuwste zin"
    assert title_of(path) == "Eerste"
    assert main(["wis", str(path), "--zeker", "--sessions", str(folder)]) == 0
    assert not path.exists()
    assert not copy.exists()


def test_who_looks_first_hears_that_a_file_is_open(folder, path, capsys):
    copy = copy_to("lijst", folder, path)
    with open_with_words(copy, "Nieuwste zin"):
        assert main(["wis", str(path), "--sessions", str(folder)]) == 1
    said = capsys.readouterr()
    assert f"  {copy}\n" in said.out or f"    {copy}\n" in said.out
    assert f"{copy.name} is van dit beraad en staat open" in said.err
    assert "Met --zeker" not in said.out


def test_what_was_begun_waits_for_who_still_types(folder, path):
    copy = copy_to("lijst", folder, path)
    identity = identity_of(path)
    line = Erased(week="", on="2026-11-25", role="ik", id=identity, state=BEGUN)
    add_erased(folder, line)
    with open_with_words(copy, "Nieuwste zin"):
        assert finish(folder) == 0
        assert path.exists()
        assert len(unfinished(folder)) == 1
    assert title_of(copy) == "Nieuwste zin"
    finish(folder)
    assert not path.exists()
    assert not copy.exists()
    assert unfinished(folder) == ()


def test_what_came_back_waits_for_who_still_types(folder, path, tmp_path):
    kept = shutil.copyfile(path, tmp_path / "elders")
    wipe_beraad(path, folder, role="ik", now=NOON)
    shutil.copyfile(kept, path)
    if path.read_bytes().startswith(b"SQLite"):
        with open_with_words(path, "Nieuwste zin"):
            finish(folder)
            assert path.exists()
    finish(folder)
    assert not path.exists()


def test_a_note_that_was_left_behind_keeps_nothing_back(folder, path):
    copy = copy_to("lijst", folder, path)
    note_of(copy).write_text("{}")
    wipe_beraad(path, folder, role="ik", now=NOON)
    assert not copy.exists()
    assert not note_of(copy).exists()
