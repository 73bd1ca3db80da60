from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up, keep_ring
from beraad.store.keys import KEPT_RING, RING_COPY, RING_NAME
from beraad.store.session_file import SessionFile
from beraad.store.vault import leftovers
from beraad.store.vault.alone import alone
from beraad.store.vault.form import RingState
from beraad.store.vault.lifting import lift
from beraad.store.vault.opening import change_password, lock, open_kept, set_up, unlock
from beraad.store.vault.ring import Ring
from beraad.store.wiping import wipe_beraad
from tests.conftest import NOW
from tests.store.support import a_session, start_python, with_title

WORDS = "molen fiets kaart appel"
OTHER = "brug lepel wolk trein"

DYING = """
import os, signal, sys
from pathlib import Path
from beraad.store import whole_file
from beraad.store.vault import form, opening
from beraad.store.vault.sealing import Slowness
form.Slowness = lambda **said: Slowness(**{"memory": 64, "rounds": 1, "lanes": 1, **said})
folder, words, other, moment = Path(sys.argv[1]), *sys.argv[2:5]

def dies(*arguments, **named):
    os.kill(os.getpid(), signal.SIGKILL)

def dies_at_the_copy(act):
    dies() if "kopie" in str(act.__closure__[0].cell_contents) else act()

ring = opening.unlock(folder, words)
if moment == "the ring":
    whole_file.patiently = dies
    opening.change_password(ring, other)
elif moment == "the copy":
    whole_file.patiently = dies_at_the_copy
    opening.change_password(ring, other)
"""


def a_beraad(folder: Path, title: str = "titel") -> Path:
    path = folder / "beraad-2026-W47-a.beraad"
    SessionFile.create(path, with_title(a_session(), title)).close()
    return path


def drafts(folder: Path) -> list[Path]:
    return sorted(folder.rglob(".sleutels*.nieuw"))


def dying(folder: Path, moment: str) -> None:
    keys._open.clear()
    with start_python(DYING, folder, WORDS, OTHER, moment) as process:
        process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert drafts(folder)


def changed_but_killed(folder: Path, moment: str) -> None:
    set_up(folder, WORDS)
    a_beraad(folder)
    dying(folder, moment)


@pytest.mark.parametrize(("moment", "words"), [("the ring", WORDS), ("the copy", OTHER)])
def test_what_a_killed_change_left_goes_when_the_vault_is_opened(tmp_path, moment, words):
    changed_but_killed(tmp_path, moment)
    unlock(tmp_path, words)
    assert drafts(tmp_path) == []
    assert title_of(tmp_path) == "titel"


def title_of(folder: Path) -> str:
    with SessionFile.open(folder / "beraad-2026-W47-a.beraad") as file:
        return file.session.opening.title


@pytest.fixture
def ring(tmp_path) -> Ring:
    return set_up(tmp_path, WORDS)


def a_draft(folder: Path, name: str = RING_NAME) -> Path:
    draft = folder / f".{name}.ab12cd34.nieuw"
    found = folder / name
    shutil.copy(found, draft)
    return draft


def test_what_was_left_is_written_over(ring, tmp_path):
    held = a_draft(tmp_path).open("rb")
    with held:
        ring.change(lambda state: state)
        assert held.read().strip(b"\0") == b""
    assert drafts(tmp_path) == []


@pytest.mark.parametrize("name", [RING_NAME, RING_COPY])
@pytest.mark.parametrize("half", [False, True])
def test_changing_the_password_lifting_and_erasing_take_it_away(ring, tmp_path, name, half):
    path = a_beraad(tmp_path)
    acts = (
        lambda: change_password(ring, OTHER),
        lambda: list(lift(tmp_path)),
        lambda: wipe_beraad(path, tmp_path, role="ik", now=NOW),
    )
    for act in acts:
        draft = a_draft(tmp_path, name)
        if half:
            os.truncate(draft, draft.stat().st_size - 100)
        act()
        assert drafts(tmp_path) == []


def test_a_draft_among_the_backups_goes_too(ring, tmp_path):
    a_beraad(tmp_path)
    back_up(tmp_path, now=NOW)
    a_draft(copies_folder(tmp_path), KEPT_RING)
    lock(tmp_path)
    unlock(tmp_path, WORDS)
    assert drafts(tmp_path) == []


def test_a_draft_of_another_vault_among_the_backups_stays(ring, tmp_path, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elders")
    set_up(elsewhere, OTHER)
    a_beraad(tmp_path)
    back_up(tmp_path, now=NOW)
    draft = copies_folder(tmp_path) / f".{KEPT_RING}.ab12cd34.nieuw"
    shutil.copy(elsewhere / RING_NAME, draft)
    ring.clear_up((copies_folder(tmp_path),))
    assert drafts(tmp_path) == [draft]


def test_what_another_program_is_writing_stays(ring, tmp_path, monkeypatch):
    monkeypatch.setattr("beraad.store.vault.alone._SECONDS", 0.0)
    draft = a_draft(tmp_path)
    lock(tmp_path)
    with alone(tmp_path):
        unlock(tmp_path, WORDS)
        assert drafts(tmp_path) == [draft]


def test_a_second_name_of_the_ring_only_loses_that_name(ring, tmp_path):
    path = a_beraad(tmp_path)
    os.link(tmp_path / RING_NAME, tmp_path / f".{RING_NAME}.ab12cd34.nieuw")
    (tmp_path / f".{RING_COPY}.ab12cd34.nieuw").symlink_to(path)
    content = path.read_bytes()
    before = (tmp_path / RING_NAME).read_bytes()
    ring.clear_up()
    assert drafts(tmp_path) == []
    assert (tmp_path / RING_NAME).read_bytes() == before
    assert path.read_bytes() == content


def test_of_a_folder_that_can_only_be_read_the_ring_is_kept_elsewhere(
    ring, tmp_path, tmp_path_factory, monkeypatch
):
    @contextmanager
    def refused(_: Path) -> Generator[None]:
        raise PermissionError
        yield

    monkeypatch.setattr("beraad.store.vault.kept.alone", refused)
    stick = tmp_path_factory.mktemp("stick")
    keep_ring(tmp_path, stick)
    assert open_kept(stick, WORDS).vault == ring.state.vault


NAMES = ("sleutels (1).beraad", "Kopie van sleutels.beraad", "sleutels.beraad.oud")


@pytest.mark.parametrize("half", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_erasing_takes_every_copy_of_the_ring_along(ring, tmp_path, name, half):
    path = a_beraad(tmp_path)
    back_up(tmp_path, now=NOW)
    lying = [tmp_path / name, copies_folder(tmp_path) / name]
    for each in lying:
        shutil.copy(tmp_path / RING_NAME, each)
        if half:
            os.truncate(each, each.stat().st_size - 100)
    wipe_beraad(path, tmp_path, role="ik", now=NOW)
    assert not any(each.exists() for each in lying)
    lock(tmp_path)
    assert not unlock(tmp_path, WORDS).state.keys


def test_a_key_that_only_such_a_copy_holds_is_kept(ring, tmp_path):
    path = a_beraad(tmp_path)
    ring.reserve(1)
    (spare,) = ring.state.keys.keys() - {path.read_bytes()[:16]}
    shutil.copy(tmp_path / RING_NAME, tmp_path / "sleutels (1).beraad")
    forgotten = ring.state.keys[spare]
    for each in (RING_NAME, RING_COPY):
        (tmp_path / each).unlink()
    ring._state = _without(ring, spare)
    ring.change(lambda state: state)
    wipe_beraad(path, tmp_path, role="ik", now=NOW)
    assert dict(ring.state.keys) == {spare: forgotten}


def _without(ring: Ring, name: bytes) -> RingState:
    kept = {each: entry for each, entry in ring.state.keys.items() if each != name}
    return replace(ring.state, keys=kept)


def test_a_copy_of_another_vault_and_what_is_no_ring_stay(ring, tmp_path, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elders")
    set_up(elsewhere, OTHER)
    keys.unlock(tmp_path, ring)
    path = a_beraad(tmp_path)
    other, note = tmp_path / "sleutels van Wim.beraad", tmp_path / "sleutels van de kast.txt"
    shutil.copy(elsewhere / RING_NAME, other)
    note.write_text("in de la")
    wipe_beraad(path, tmp_path, role="ik", now=NOW)
    assert other.exists()
    assert note.read_text() == "in de la"


def test_a_ring_in_other_letters_is_the_same_where_those_count_for_nothing(
    ring, tmp_path, monkeypatch
):
    vault = ring._state.vault
    os.link(tmp_path / RING_NAME, tmp_path / "Sleutels.beraad")
    assert list(leftovers.other_rings(vault, tmp_path)) == [tmp_path / "Sleutels.beraad"]

    monkeypatch.setattr(leftovers, "names_in", lambda _: ["Sleutels.beraad"])

    assert list(leftovers.other_rings(vault, tmp_path)) == []


def test_a_ring_that_cannot_be_read_keeps_no_other_from_going(ring, tmp_path, monkeypatch):
    monkeypatch.setattr(leftovers, "names_in", lambda place: sorted(os.listdir(place)))  # noqa: PTH208 - names only
    place = tmp_path / "kopieen"
    place.mkdir()
    first, second = place / "sleutels (1).beraad", place / "sleutels (2).beraad"
    for path in (first, second):
        shutil.copy(tmp_path / RING_NAME, path)
    later = re.sub(rb"^beraad-sleutels \d+", b"beraad-sleutels 99", first.read_bytes())
    head, clear, sealed, _, rest = later.split(b"\n")
    check = sha256(b"\n".join((head, clear, sealed))).hexdigest().encode()
    first.write_bytes(b"\n".join((head, clear, sealed, check, rest)))

    with pytest.raises(Solvable, match="nieuwere versie"):
        ring.forget_others(place)

    assert first.exists()
    assert not second.exists()
