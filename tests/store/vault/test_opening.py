from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
from pathlib import Path

import pytest

from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.keys import RING_COPY, RING_NAME, Locked
from beraad.store.session_file import SessionFile
from beraad.store.vault.opening import (
    AlreadyVault,
    WrongPassword,
    change_password,
    keep_paper,
    lock,
    set_up,
    standing,
    unlock,
    unlock_by_paper,
)
from beraad.store.vault.paper import NotARecoveryKey, new_recovery_key
from beraad.store.vault.ring import Ring, UnknownKey
from beraad.store.whole_file import whole_file
from tests.store.support import a_session, run_python, start_python, with_title

WORDS = "molen fiets kaart appel"
OTHER = "brug lepel wolk trein"


def a_beraad(folder: Path, name: str = "beraad-2026-W47-a.beraad", title: str = "titel") -> Path:
    path = folder / name
    SessionFile.create(path, with_title(a_session(), title)).close()
    return path


def title_of(path: Path) -> str:
    with SessionFile.open(path) as file:
        return file.session.opening.title


@pytest.fixture
def ring(tmp_path) -> Ring:
    return set_up(tmp_path, WORDS)


def test_whose_a_key_is_is_known_also_when_another_program_learned_it(ring, tmp_path):
    name = a_beraad(tmp_path).read_bytes()[:16]
    Ring(tmp_path, ring.state).learn({name: "een beraad"})

    assert ring.names_of("een beraad") == {name}


def test_a_vault_opens_with_its_password_only(ring, tmp_path):
    path = a_beraad(tmp_path)
    lock(tmp_path)
    assert keys.is_locked(tmp_path)
    with pytest.raises(Locked):
        SessionFile.open(path)
    before = {each: each.read_bytes() for each in tmp_path.iterdir()}
    for wrong in ("", OTHER, WORDS.title(), WORDS[:-1]):
        with pytest.raises(WrongPassword):
            unlock(tmp_path, wrong)
    assert {each: each.read_bytes() for each in tmp_path.iterdir()} == before
    unlock(tmp_path, WORDS)
    assert title_of(path) == "titel"


@pytest.mark.parametrize("fits", [0, 1])
def test_without_room_for_the_keys_there_is_no_vault(tmp_path, monkeypatch, fits):
    """Also when the first of both files still fits: a folder that is asked for words is a vault."""
    made: list[Path] = []

    def full(path, **_):
        if len(made) >= fits:
            raise OSError(errno.ENOSPC, "vol")
        made.append(path)
        return whole_file(path)

    monkeypatch.setattr("beraad.store.vault.opening.whole_file", full)
    with pytest.raises(Solvable, match="geen ruimte meer") as told:
        set_up(tmp_path, WORDS)
    assert "Maak ruimte" in told.value.way_out
    assert not keys.is_vault(tmp_path)
    assert not (tmp_path / RING_COPY).exists()


def test_there_is_one_vault_in_a_folder(ring, tmp_path):
    with pytest.raises(AlreadyVault):
        set_up(tmp_path, OTHER)
    lock(tmp_path)
    unlock(tmp_path, WORDS)


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_no_words_are_no_password(tmp_path, empty):
    with pytest.raises(Solvable, match="leeg"):
        set_up(tmp_path, empty)
    assert not keys.is_vault(tmp_path)


def test_the_ring_is_for_this_user_alone(ring, tmp_path, open_to_all):
    a_beraad(tmp_path)
    change_password(ring, OTHER)
    for name in (RING_NAME, RING_COPY):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_a_new_password_opens_and_the_old_one_no_more(ring, tmp_path):
    path = a_beraad(tmp_path)
    before = path.read_bytes()
    change_password(ring, OTHER)
    lock(tmp_path)
    with pytest.raises(WrongPassword):
        unlock(tmp_path, WORDS)
    unlock(tmp_path, OTHER)
    assert path.read_bytes() == before
    assert title_of(path) == "titel"
    (tmp_path / RING_NAME).unlink()
    lock(tmp_path)
    with pytest.raises(WrongPassword):
        unlock(tmp_path, WORDS)


def test_of_two_who_choose_at_once_one_hears_that_the_other_did(ring, tmp_path):
    mine = Ring(tmp_path, ring.state)
    change_password(ring, OTHER)
    with pytest.raises(Solvable, match="ergens anders al veranderd"):
        change_password(mine, "derde woorden voor hier")
    lock(tmp_path)
    unlock(tmp_path, OTHER)
    change_password(mine, "derde woorden voor hier")
    lock(tmp_path)
    unlock(tmp_path, "derde woorden voor hier")


def test_who_forgot_the_password_comes_in_by_paper_and_chooses_another(ring, tmp_path):
    path = a_beraad(tmp_path)
    paper = new_recovery_key()
    lock(tmp_path)
    with pytest.raises(WrongPassword, match="geen herstelsleutel"):
        unlock_by_paper(tmp_path, paper.written)
    keep_paper(unlock(tmp_path, WORDS), paper, tried=True)
    lock(tmp_path)
    with pytest.raises(WrongPassword, match="hoort niet bij"):
        unlock_by_paper(tmp_path, new_recovery_key().written)
    with pytest.raises(NotARecoveryKey):
        unlock_by_paper(tmp_path, paper.written[:-1])
    change_password(unlock_by_paper(tmp_path, paper.written.lower()), OTHER)
    lock(tmp_path)
    unlock(tmp_path, OTHER)
    assert title_of(path) == "titel"
    lock(tmp_path)
    unlock_by_paper(tmp_path, paper.written)  # The paper stays good.


def test_a_new_paper_takes_the_place_of_the_old_one(ring, tmp_path):
    old, new = new_recovery_key(), new_recovery_key()
    keep_paper(ring, old, tried=True)
    keep_paper(ring, new, tried=False)
    paper = standing(tmp_path).paper
    assert paper is not None
    assert not paper.tried
    lock(tmp_path)
    with pytest.raises(WrongPassword):
        unlock_by_paper(tmp_path, old.written)
    unlock_by_paper(tmp_path, new.written)


def test_an_older_ring_beside_newer_files_is_completed_by_its_copy(ring, tmp_path):
    a_beraad(tmp_path, "beraad-1.beraad")
    older = (tmp_path / RING_NAME).read_bytes()
    newer = a_beraad(tmp_path, "beraad-2.beraad", "nieuw")
    (tmp_path / RING_NAME).write_bytes(older)
    lock(tmp_path)
    unlock(tmp_path, WORDS)
    assert title_of(newer) == "nieuw"
    (tmp_path / RING_COPY).unlink()
    lock(tmp_path)
    unlock(tmp_path, WORDS)  # The older one was completed.
    assert title_of(newer) == "nieuw"


def test_two_older_rings_say_what_is_missing_and_change_nothing(ring, tmp_path):
    older = (tmp_path / RING_NAME).read_bytes()
    path = a_beraad(tmp_path)
    before = path.read_bytes()
    for name in (RING_NAME, RING_COPY):
        (tmp_path / name).write_bytes(older)
    lock(tmp_path)
    unlock(tmp_path, WORDS)
    with pytest.raises(UnknownKey, match="geen sleutel"):
        SessionFile.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", [RING_NAME, RING_COPY])
@pytest.mark.parametrize("spoil", [lambda whole: whole[: len(whole) // 2], lambda _: b"", None])
def test_a_damaged_ring_has_its_copy_and_is_kept_aside(ring, tmp_path, name, spoil):
    path = a_beraad(tmp_path)
    lock(tmp_path)
    place = tmp_path / name
    spoilt = None if spoil is None else spoil(place.read_bytes())
    place.unlink()
    if spoilt is not None:
        place.write_bytes(spoilt)
    unlock(tmp_path, WORDS)
    assert title_of(path) == "titel"
    assert (tmp_path / RING_NAME).read_bytes() == (tmp_path / RING_COPY).read_bytes()
    aside = [each.read_bytes() for each in tmp_path.glob(f"{RING_NAME}.apart-*")]
    assert aside == ([] if spoilt is None else [spoilt])


def test_two_damaged_rings_are_told_and_left(ring, tmp_path):
    a_beraad(tmp_path)
    lock(tmp_path)
    for name in (RING_NAME, RING_COPY):
        (tmp_path / name).write_bytes(b"weg")
    with pytest.raises(Solvable, match="beschadigd of weg"):
        unlock(tmp_path, WORDS)
    assert (tmp_path / RING_NAME).read_bytes() == b"weg"


def test_the_ring_of_another_folder_is_not_written_over(ring, tmp_path, tmp_path_factory):
    path = a_beraad(tmp_path)
    elsewhere = tmp_path_factory.mktemp("ander")
    set_up(elsewhere, OTHER)
    other = (elsewhere / RING_NAME).read_bytes()
    lock(elsewhere)
    (tmp_path / RING_NAME).write_bytes(other)
    a_beraad(tmp_path, "beraad-2.beraad")
    assert [each.read_bytes() for each in tmp_path.glob(f"{RING_NAME}.apart-*")] == [other]
    lock(tmp_path)
    unlock(tmp_path, WORDS)
    assert title_of(path) == "titel"


def test_a_file_of_another_vault_is_refused_and_stays(ring, tmp_path, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("ander")
    set_up(elsewhere, OTHER)
    theirs = a_beraad(elsewhere)
    lock(elsewhere)
    path = tmp_path / theirs.name
    shutil.copy(theirs, path)
    before = path.read_bytes()
    with pytest.raises(UnknownKey):
        SessionFile.open(path)
    assert path.read_bytes() == before


def test_two_windows_make_keys_beside_each_other(ring, tmp_path):
    other = unlock(tmp_path, WORDS)
    a_beraad(tmp_path, "beraad-1.beraad")  # By the ring that was opened last.
    keys.unlock(tmp_path, ring)
    second = a_beraad(tmp_path, "beraad-2.beraad")
    keys.unlock(tmp_path, other)
    assert title_of(second) == "titel"
    assert len(other.state.keys) == 2


def test_a_destroyed_key_is_nowhere_and_does_not_come_back(ring, tmp_path):
    path = a_beraad(tmp_path)
    older = (tmp_path / RING_NAME).read_bytes()
    (tmp_path / f"{RING_NAME}.apart-oud").write_bytes(older)
    name = path.read_bytes()[:16]
    ring.destroy([name])
    (tmp_path / RING_NAME).write_bytes(older)
    lock(tmp_path)
    opened = unlock(tmp_path, WORDS)
    assert name not in opened.state.keys
    assert not list(tmp_path.glob(f"{RING_NAME}.apart-*"))
    with pytest.raises(UnknownKey):
        SessionFile.open(path)


def test_nothing_of_a_key_or_password_is_in_any_file(ring, tmp_path):
    a_beraad(tmp_path)
    change_password(ring, OTHER)
    secrets = [ring.state.master, *(each.secret for each in ring.state.keys.values())]
    for path in tmp_path.rglob("*"):
        content = path.read_bytes()
        for secret in secrets:
            assert secret not in content
            assert secret.hex().encode() not in content
        assert b"molen" not in content
        assert b"lepel" not in content


def test_a_ring_that_cannot_be_written_makes_no_file(ring, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", _no_space)
    with pytest.raises(Solvable, match="sleutels van deze map kunnen niet"):
        SessionFile.create(tmp_path / "beraad-2.beraad", a_session())
    assert not list(tmp_path.glob("beraad-*"))


def _no_space(_: int) -> None:
    raise OSError(28, "No space left on device")


CHANGING = """
import sys
from pathlib import Path
from beraad.store.vault import form
from beraad.store.vault.sealing import Slowness
form.Slowness = lambda **said: Slowness(**{"memory": 64, "rounds": 1, "lanes": 1, **said})
from beraad.store.vault.opening import change_password, unlock
folder = Path(sys.argv[1])
ring = unlock(folder, sys.argv[2])
print("ready", flush=True)
while True:
    change_password(ring, sys.argv[3])
    ring.new_key(folder / "een.beraad")
    change_password(ring, sys.argv[2])
"""


def test_whenever_a_change_is_killed_the_old_password_or_the_new_one_opens(ring, tmp_path):
    path = a_beraad(tmp_path)
    known = 1
    for number in range(12):
        opens = next(each for each in (WORDS, OTHER) if _opens(tmp_path, each))
        with start_python(CHANGING, tmp_path, opens, OTHER if opens == WORDS else WORDS) as process:
            assert process.stdout is not None
            process.stdout.readline()
            # A different place each time: so many bytes of rings were written by then.
            _wait_for_writes(tmp_path, number)
            process.send_signal(signal.SIGKILL)
        assert [each for each in (WORDS, OTHER) if _opens(tmp_path, each)]
        opened = next(unlock(tmp_path, each) for each in (WORDS, OTHER) if _opens(tmp_path, each))
        assert len(opened.state.keys) >= known
        known = len(opened.state.keys)
        assert title_of(path) == "titel"
    assert known > 1


def _opens(folder: Path, password: str) -> bool:
    try:
        unlock(folder, password)
    except WrongPassword:
        return False
    return True


def _wait_for_writes(folder: Path, count: int) -> None:
    place, seen = folder / RING_NAME, set[int]()
    while len(seen) <= count:
        seen.add(place.stat().st_ino * 1000003 + place.stat().st_mtime_ns)


def test_the_list_does_not_show_the_ring(ring, tmp_path):
    out = run_python(
        "import sys\nfrom pathlib import Path\nfrom beraad.store.catalog import summaries\n"
        "print(list(summaries(Path(sys.argv[1]))))",
        tmp_path,
    )
    assert out.strip() == "[]"
