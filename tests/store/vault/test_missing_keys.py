"""A ring that is gone, or older than what lies beside it, and the copy among the backups."""

from __future__ import annotations

import pytest

from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.owing import owed, renew_rings, settle
from beraad.store.copies.places import remember_place
from beraad.store.keys import KEPT_RING, RING_COPY, RING_NAME
from beraad.store.vault.kept import keep as keep_ring
from beraad.store.vault.kept import kept_in
from beraad.store.vault.missing import KeysMissing, are_missing
from beraad.store.vault.opening import (
    WrongPassword,
    change_password,
    keep_paper,
    lock,
    set_up,
    unlock,
    unlock_by_paper,
)
from beraad.store.vault.paper import new_recovery_key
from beraad.store.vault.sealing import WrongSecret
from tests.store.copies.support import backed_up, keep, retitle, title_of
from tests.store.support import a_session, with_title

WORDS, OTHER = "molen fiets kaart appel", "brug lepel wolk trein"
BOTH = (RING_NAME, RING_COPY)


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    home.mkdir()
    return home


@pytest.fixture
def ring(folder):
    return set_up(folder, WORDS)


@pytest.fixture
def path(folder, ring):
    made = keep(folder, with_title(a_session(), "Een"))
    backed_up(folder)
    return made


def contents(folder):
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def lose_rings(folder):
    lock(folder)
    for name in BOTH:
        (folder / name).unlink()


def older_rings(folder, content):
    lock(folder)
    for name in BOTH:
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("copied", [False, True])
def test_a_copy_that_is_damaged_too_is_no_way_back(folder, path, tmp_path, copied):
    whole = (folder / RING_NAME).read_bytes()
    lock(folder)
    kept = copies_folder(folder) / KEPT_RING
    damaged = [folder / RING_NAME, folder / RING_COPY, kept]
    if copied:
        damaged.append(folder / "sleutels (1).beraad")
    for each in damaged:
        each.write_bytes(whole[:300])

    with pytest.raises(KeysMissing) as refused:
        unlock(folder, WORDS)

    assert "Een kopie ligt" not in refused.value.way_out
    assert f"Ook beschadigd: {', '.join(map(str, reversed(damaged[2:])))}." in refused.value.way_out
    assert "andere reservekopie" in refused.value.way_out
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / KEPT_RING).write_bytes(whole)
    remember_place(folder, stick)
    assert f"Een kopie ligt in {stick}." in KeysMissing(folder).way_out


def test_a_folder_of_which_the_keys_are_gone_gets_no_new_ones(folder, path):
    lose_rings(folder)
    before = contents(folder)
    assert are_missing(folder)
    with pytest.raises(KeysMissing, match="zijn beschadigd of weg") as told:
        set_up(folder, OTHER)
    assert "reservekopieen" in told.value.way_out
    assert contents(folder) == before


def test_without_a_copy_it_gets_none_either_and_says_where_one_may_lie(folder, path, tmp_path):
    stick = tmp_path / "stick"
    backed_up(folder, place=stick)
    remember_place(folder, stick)
    lose_rings(folder)
    (copies_folder(folder) / KEPT_RING).unlink()
    with pytest.raises(KeysMissing) as told:
        set_up(folder, OTHER)
    assert str(stick) in told.value.way_out
    (stick / KEPT_RING).unlink()
    with pytest.raises(KeysMissing) as told:
        unlock(folder, WORDS)
    assert "stick" in told.value.way_out


def test_the_words_or_the_paper_put_the_keys_back(folder, path, ring):
    paper = new_recovery_key()
    keep_paper(ring, paper, tried=True)
    backed_up(folder, day=1)
    lose_rings(folder)
    with pytest.raises(WrongPassword):
        unlock(folder, OTHER)
    assert not (folder / RING_NAME).exists()
    unlock(folder, WORDS)
    assert title_of(path) == "Een"
    assert (folder / RING_NAME).read_bytes() == (folder / RING_COPY).read_bytes()
    lose_rings(folder)
    unlock_by_paper(folder, paper.written)
    lock(folder)
    unlock(folder, WORDS)
    assert title_of(path) == "Een"


def test_two_damaged_rings_are_told_with_the_copy_and_kept_aside(folder, path):
    older_rings(folder, b"kapot")
    with pytest.raises(WrongPassword):
        unlock(folder, OTHER)
    assert (folder / RING_NAME).read_bytes() == b"kapot"
    unlock(folder, WORDS)
    assert title_of(path) == "Een"
    lock(folder)
    unlock(folder, WORDS)
    assert [each.read_bytes() for each in folder.glob("*.apart-*")] == [b"kapot", b"kapot"]


def test_rings_that_are_older_than_the_copy_are_completed_by_it(folder, path, ring):
    older = (folder / RING_NAME).read_bytes()
    newer = keep(folder, with_title(a_session(), "Twee"))
    backed_up(folder, day=1)
    older_rings(folder, older)
    unlock(folder, WORDS)
    assert title_of(newer) == "Twee"
    backed_up(folder, day=2)
    (kept,) = kept_in(copies_folder(folder))
    lose_rings(folder)
    assert kept.opened_by_password(WORDS).keys.keys() >= ring.state.keys.keys()
    unlock(folder, WORDS)
    assert (title_of(path), title_of(newer)) == ("Een", "Twee")


@pytest.mark.parametrize("steps", [0, 9])
def test_a_backup_loses_no_key_that_only_the_copy_has(folder, path, ring, tmp_path, steps):
    """Also when the older ring was written more often since than the one of the copy."""
    stick = tmp_path / "stick"
    older = (folder / RING_NAME).read_bytes()
    newer = keep(folder, with_title(a_session(), "Twee"))
    known = ring.state.keys.keys()
    backed_up(folder, day=1, place=stick)
    older_rings(folder, older)
    again = unlock(folder, WORDS)
    for _ in range(steps):
        again.reserve(1)
    backed_up(folder, day=2, place=stick)
    (kept,) = kept_in(stick)
    assert kept.opened_by_password(WORDS).keys.keys() >= known
    assert title_of(newer) == "Twee"


def test_a_locked_folder_leaves_the_ring_that_is_kept(folder, path, ring):
    older = (folder / RING_NAME).read_bytes()
    keep(folder, with_title(a_session(), "Twee"))
    backed_up(folder, day=1)
    before = (copies_folder(folder) / KEPT_RING).read_bytes()
    older_rings(folder, older)
    keep_ring(folder, copies_folder(folder))
    assert (copies_folder(folder) / KEPT_RING).read_bytes() == before


def test_the_ring_of_another_vault_is_kept_beside(folder, path, tmp_path):
    other = tmp_path / "anders"
    other.mkdir()
    set_up(other, OTHER)
    before = (copies_folder(folder) / KEPT_RING).read_bytes()
    keep(other, a_session())
    backed_up(other, place=copies_folder(folder))
    backed_up(other, day=1, place=copies_folder(folder))
    kept = sorted(copies_folder(folder).glob("sleutels*.kopie"))
    assert len(kept) == 2
    assert before in [each.read_bytes() for each in kept]
    lose_rings(folder)
    keys._open.clear()
    unlock(folder, WORDS)
    assert title_of(path) == "Een"


def test_a_damaged_ring_takes_the_place_of_no_copy(folder, path):
    before = (copies_folder(folder) / KEPT_RING).read_bytes()
    for name in BOTH:
        (folder / name).write_bytes(b"kapot")
    retitle(path, "Twee")
    backed_up(folder, day=1)
    assert (copies_folder(folder) / KEPT_RING).read_bytes() == before


def test_what_was_erased_comes_back_by_no_copy(folder, path, ring):
    name = path.read_bytes()[:16]
    older = (copies_folder(folder) / KEPT_RING).read_bytes()
    ring.destroy([name])
    (copies_folder(folder) / KEPT_RING).write_bytes(older)
    lock(folder)
    assert unlock(folder, WORDS).state.key(name) is None
    backed_up(folder, day=1)
    (kept,) = kept_in(copies_folder(folder))
    assert name not in kept.opened_by_password(WORDS).keys


def test_the_old_words_open_nothing_by_an_older_copy(folder, path, ring):
    change_password(ring, OTHER)
    lock(folder)
    with pytest.raises(WrongPassword):
        unlock(folder, WORDS)
    unlock(folder, OTHER)


def test_a_plain_folder_with_a_stray_file_is_no_vault_without_keys(tmp_path, folder, path):
    plain = tmp_path / "open"
    plain.mkdir()
    assert not are_missing(plain)
    keys._open.clear()
    keep(plain, a_session())
    (plain / "beraad-2026-W01-ffffffff.beraad").write_bytes(path.read_bytes())
    (plain / "beraad-2026-W02-ffffffff.beraad").write_bytes(bytes(8192))
    assert not are_missing(plain)
    with pytest.raises(Solvable, match="W01-ffffffff"):
        set_up(plain, WORDS)
    (plain / "beraad-2026-W01-ffffffff.beraad").unlink()
    set_up(plain, WORDS)


def test_new_words_reach_a_drive_that_was_away_when_it_is_back(folder, path, ring, tmp_path):
    stick = tmp_path / "stick"
    backed_up(folder, place=stick)
    remember_place(folder, stick)
    stick.rename(tmp_path / "weg")
    change_password(ring, OTHER)
    assert renew_rings(folder) == (stick,)
    (kept,) = kept_in(copies_folder(folder))
    with pytest.raises(WrongSecret):
        kept.opened_by_password(WORDS)
    (tmp_path / "weg").rename(stick)
    assert settle(folder).places == (stick,)
    (kept,) = kept_in(stick)
    with pytest.raises(WrongSecret):
        kept.opened_by_password(WORDS)
    kept.opened_by_password(OTHER)
    assert owed(folder) == ()
