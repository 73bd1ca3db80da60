"""The ring is taken away while the vault is open: nothing is made that nobody can read later."""

from __future__ import annotations

import pytest

from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.keys import RING_COPY, RING_NAME, is_locked, is_vault
from beraad.store.places import practice_folder, prepare
from beraad.store.session_file import SessionFile
from beraad.store.vault import ring as ring_module
from beraad.store.vault.kept import keep
from beraad.store.vault.missing import are_missing
from beraad.store.vault.opening import AlreadyVault, lock, set_up, unlock
from tests.store.copies.support import NOON, title_of
from tests.store.support import a_session, with_title

WORDS = "molen fiets kaart appel"
BOTH = (RING_NAME, RING_COPY)


@pytest.fixture
def ring(tmp_path):
    return set_up(tmp_path, WORDS)


def take_away(folder):
    for name in BOTH:
        (folder / name).unlink()


def made(folder, name="beraad-2026-W47-bbbbbbbb.beraad"):
    path = folder / name
    SessionFile.create(path, with_title(a_session(), "Kwarteldonk")).close()
    return path


def test_a_file_of_meanwhile_opens_later_and_is_not_plain(ring, tmp_path):
    take_away(tmp_path)
    path = made(tmp_path)
    assert b"Kwarteldonk" not in path.read_bytes()
    keys._open.clear()  # As when the program is killed.
    unlock(tmp_path, WORDS)
    assert title_of(path) == "Kwarteldonk"


def test_nor_one_under_a_key_that_was_made_before(ring, tmp_path):
    ring.reserve(3)
    take_away(tmp_path)
    path = made(tmp_path)
    keys._open.clear()
    unlock(tmp_path, WORDS)
    assert title_of(path) == "Kwarteldonk"


def test_an_oefening_of_meanwhile_stays_open_to_all(ring, tmp_path):
    place = practice_folder(tmp_path)
    prepare(place)
    take_away(tmp_path)
    path = made(place)
    keys._open.clear()
    assert path.read_bytes().startswith(keys.PLAIN)


def test_the_folder_stays_an_open_vault(ring, tmp_path):
    made(tmp_path)
    take_away(tmp_path)
    assert is_vault(tmp_path)
    assert not is_locked(tmp_path)
    assert not are_missing(tmp_path)
    with pytest.raises(AlreadyVault):
        set_up(tmp_path, "helemaal andere woorden")


def test_locking_leaves_the_ring_behind(ring, tmp_path):
    path = made(tmp_path)
    take_away(tmp_path)
    lock(tmp_path)
    assert is_locked(tmp_path)
    unlock(tmp_path, WORDS)
    assert title_of(path) == "Kwarteldonk"
    assert (tmp_path / RING_NAME).read_bytes() == (tmp_path / RING_COPY).read_bytes()


def test_where_it_cannot_be_written_nothing_is_made_or_locked(ring, tmp_path, monkeypatch):
    ring.reserve(1)
    take_away(tmp_path)

    def full(*_, **__):
        raise OSError(28, "vol")

    monkeypatch.setattr(ring_module, "whole_file", full)
    with pytest.raises(Solvable, match="kunnen niet worden bewaard"):
        made(tmp_path)
    assert not list(tmp_path.glob("*.beraad"))
    with pytest.raises(Solvable, match="kunnen niet worden bewaard"):
        lock(tmp_path)
    assert not is_locked(tmp_path)
    monkeypatch.undo()
    lock(tmp_path)
    unlock(tmp_path, WORDS)


def test_a_key_that_was_destroyed_elsewhere_does_not_come_back(ring, tmp_path):
    path = made(tmp_path)
    back_up(tmp_path, now=NOON, place=copies_folder(tmp_path))
    name = next(iter(ring.state.keys))
    other = ring_module.Ring(tmp_path, ring.state)
    other.destroy([name])
    back_up(tmp_path, now=NOON, place=copies_folder(tmp_path))
    keep(tmp_path, copies_folder(tmp_path))
    take_away(tmp_path)
    ring.write_back()
    assert name in ring.state.gone
    assert name not in ring.state.keys
    assert path.exists()


def test_a_folder_that_is_gone_as_a_whole_is_locked_all_the_same(ring, tmp_path):
    take_away(tmp_path)
    tmp_path.rename(tmp_path.with_name("elders"))
    lock(tmp_path)
    assert not keys._open
