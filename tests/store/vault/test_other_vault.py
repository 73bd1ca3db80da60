"""Keys of two vaults in one place: what was given is told from what is wrong, and leads on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from beraad.cli.keeping import bring_back
from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.audit import deeds
from beraad.store.copies.folder import copies_folder
from beraad.store.keys import KEPT_RING, RING_COPY, RING_NAME
from beraad.store.vault import opening
from beraad.store.vault.kept import kept_in, of_other_vaults
from beraad.store.vault.opening import (
    OtherVault,
    WrongPassword,
    keep_paper,
    lock,
    open_kept,
    put_ring_back,
    set_up,
    unlock,
    unlock_by_paper,
)
from beraad.store.vault.paper import new_recovery_key
from beraad.store.vault.patience import tried
from beraad.store.vault.ring import ASIDE
from tests.store.copies.support import NOON, backed_up, keep, title_of
from tests.store.support import a_session, with_title

OURS, THEIRS = "molen fiets kaart appel", "lantaarn zolder fluit drempel"
BOTH = (RING_NAME, RING_COPY)


@pytest.fixture
def paper():
    return new_recovery_key()


@pytest.fixture
def other(tmp_path, paper):
    """A vault with one beraad and a backup."""
    folder = tmp_path / "andere"
    folder.mkdir()
    keep_paper(set_up(folder, THEIRS), paper, tried=True)
    keep(folder, with_title(a_session(), "Van hen"))
    backed_up(folder)
    lock(folder)
    return folder


@pytest.fixture
def folder(tmp_path, other):
    """Another one, with the ring of the first among its backups, and its beraad beside it."""
    made = tmp_path / "beraden"
    made.mkdir()
    set_up(made, OURS)
    keep(made, with_title(a_session(), "Van ons"))
    backed_up(made)
    lock(made)
    shutil.copy(copies_folder(other) / KEPT_RING, copies_folder(made) / "sleutels-anders.kopie")
    return made


def theirs_in(folder, other):
    (path,) = other.glob("beraad-*.beraad")
    return Path(shutil.copy(path, folder))


def test_the_words_of_another_vault_are_told_from_wrong_ones(folder, other):
    path = theirs_in(folder, other)
    with pytest.raises(OtherVault, match="andere kluis") as found:
        unlock(folder, THEIRS)
    assert found.value.ring == copies_folder(folder) / "sleutels-anders.kopie"
    assert path.name in found.value.happened
    with pytest.raises(WrongPassword, match="past niet"):
        unlock(folder, "helemaal verkeerd hier")
    assert keys.is_locked(folder)
    assert unlock(folder, OURS).state.keys


def test_files_with_a_damaged_beginning_are_named_among_them(folder, other):
    path = theirs_in(folder, other)
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    with pytest.raises(OtherVault) as found:
        unlock(folder, THEIRS)
    assert path.name in found.value.happened


def test_every_key_is_tried_only_on_a_sample_of_the_files(folder, other, monkeypatch):
    """Thousands of keys on thousands of files would take minutes before a word is said."""
    path = theirs_in(folder, other)
    for number in range(100):
        (folder / f"beraad-2026-W01-{number:08x}.beraad").write_bytes(bytes([number]) * 8192)
    tried_on = []
    by_page = opening.key_by_page
    monkeypatch.setattr(
        opening, "key_by_page", lambda each, known: tried_on.append(each) or by_page(each, known)
    )
    with pytest.raises(OtherVault) as found:
        unlock(folder, THEIRS)
    assert path.name in found.value.happened
    assert 0 < len(tried_on) <= 20


def test_so_is_its_paper(folder, paper):
    with pytest.raises(OtherVault, match="Geen bestand in deze map"):
        unlock_by_paper(folder, paper.written)
    with pytest.raises(WrongPassword, match="Bij deze map is geen herstelsleutel"):
        unlock_by_paper(folder, new_recovery_key().written)


def test_it_counts_as_no_wrong_attempt(folder):
    for _ in range(4):
        with pytest.raises(OtherVault):
            tried(folder, lambda: unlock(folder, THEIRS), now=NOON)
    assert not deeds(folder)


def test_a_ring_that_came_over_ours_leads_back_to_ours(folder, other):
    """As when somebody copies one folder over another: the right words do not fit any more."""
    for name in BOTH:
        shutil.copy(other / name, folder / name)
    theirs_in(folder, other)
    with pytest.raises(OtherVault) as found:
        unlock(folder, OURS)
    (ours,) = [path for path in folder.glob("beraad-*") if path.name in found.value.happened]
    put_ring_back(folder, open_kept(found.value.ring, OURS))
    assert title_of(ours) == "Van ons"
    assert list(folder.glob(f"{ASIDE}*"))
    lock(folder)
    assert unlock(folder, OURS).state.keys
    # Theirs are kept aside, and lead on in their turn.
    lock(folder)
    with pytest.raises(OtherVault):
        unlock(folder, THEIRS)


def test_two_rings_of_two_vaults_in_the_folder_itself(folder, other):
    shutil.copy(other / RING_NAME, folder / RING_COPY)
    path = theirs_in(folder, other)
    unlock(folder, OURS)
    lock(folder)
    assert [ring.vault for _, ring in of_other_vaults(folder, ())]
    with pytest.raises(OtherVault, match="Daarmee gaat hier open") as found:
        unlock(folder, THEIRS)
    put_ring_back(folder, open_kept(found.value.ring, THEIRS))
    assert title_of(path) == "Van hen"


def test_on_the_command_line_a_file_with_keys_is_put_back(folder, other, tmp_path, monkeypatch):
    for name in BOTH:
        shutil.copy(other / name, folder / name)
    words = tmp_path / "wachtzin.txt"
    words.write_text(OURS)
    said = []
    kept = copies_folder(folder) / KEPT_RING
    bring_back(kept, folder, said.append, words=words, at="", show=False, now=NOON)
    assert any("Opzij bewaard" in line for line in said)
    (ours,) = folder.glob("beraad-*.beraad")
    assert title_of(ours) == "Van ons"


def test_only_what_made_way_now_is_said_to_be_kept_aside(folder, tmp_path):
    long_ago = folder / f"{ASIDE}20260101-120000-abcd"
    shutil.copy(folder / RING_NAME, long_ago)
    words = tmp_path / "wachtzin.txt"
    words.write_text(OURS)
    said = []
    kept = copies_folder(folder) / KEPT_RING
    bring_back(kept, folder, said.append, words=words, at="", show=False, now=NOON)
    assert long_ago.exists()
    assert not any("Opzij bewaard" in line for line in said)


def test_keys_that_open_nothing_here_are_not_put_back(folder, other, tmp_path):
    with pytest.raises(Solvable, match="horen niet bij"):
        put_ring_back(folder, open_kept(copies_folder(other), THEIRS))
    assert len(kept_in(copies_folder(folder))) == 2
