"""The first bytes of a file say under which key it is: damaged, nothing of it is lost."""

from __future__ import annotations

import os
import random
import signal

import pytest

from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.catalog import Summary, summaries
from beraad.store.copies.differing import Change, compare
from beraad.store.copies.restoring import restore
from beraad.store.erased import Erased
from beraad.store.session_file import SessionFile
from beraad.store.shredding import key_name_of
from beraad.store.vault.by_page import key_by_page
from beraad.store.vault.opening import lock, set_up, unlock
from beraad.store.whose import Asker, Whose
from beraad.store.wiping import wipe_beraad
from tests.store.copies.support import DAY, NOON, backed_up, keep, retitle, title_of
from tests.store.support import a_session, with_title
from tools.kills.carving import under_keys

WORDS = "molen fiets kaart appel"
MARK = "Kwarteldonk"


@pytest.fixture
def ring(tmp_path):
    return set_up(tmp_path, WORDS)


@pytest.fixture
def path(ring, tmp_path):
    for number in range(3):
        keep(tmp_path, with_title(a_session(), f"Een ander {number}"))
    return keep(tmp_path, with_title(a_session(), f"{MARK} een"))


DAMAGE = {
    "one bit": lambda salt: bytes([salt[0] ^ 1]) + salt[1:],
    "zeros": lambda salt: bytes(len(salt)),
    "chance": lambda salt: random.Random(14).randbytes(len(salt)),
    "text": lambda salt: b"hier stond iets!"[: len(salt)],
}


def damage(path, kind="chance"):
    content = bytearray(path.read_bytes())
    content[:16] = DAMAGE[kind](bytes(content[:16]))
    path.write_bytes(content)


@pytest.mark.parametrize("kind", DAMAGE)
def test_every_word_is_there_still(path, tmp_path, kind):
    name = key_name_of(path)
    damage(path, kind)
    assert key_name_of(path) == name
    lines = [line for line in summaries(tmp_path) if isinstance(line, Summary)]
    assert f"{MARK} een" in {line.title for line in lines}
    assert title_of(path) == f"{MARK} een"


def test_what_is_kept_in_it_mends_it(path):
    whole = path.read_bytes()[:16]
    damage(path)
    retitle(path, f"{MARK} twee")
    assert path.read_bytes()[:16] == whole
    assert title_of(path) == f"{MARK} twee"


def test_what_stands_in_its_log_is_there_too(path):
    leave_log(path)
    damage(path)
    assert title_of(path) == f"{MARK} twee"


def leave_log(path):
    """As a program does that is killed."""
    if not (child := os.fork()):
        file = SessionFile.open(path)
        file.keep(with_title(file.session, f"{MARK} twee"))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def test_locked_it_says_no_more_than_another(path, tmp_path):
    damage(path)
    lock(tmp_path)
    with pytest.raises(keys.Locked):
        title_of(path)
    unlock(tmp_path, WORDS)
    assert title_of(path) == f"{MARK} een"


def test_a_backup_that_is_damaged_so_comes_back_too(path, tmp_path):
    moment = backed_up(tmp_path).moment
    retitle(path, f"{MARK} twee")
    (item,) = [each for each in moment.items if each.name == path.name]
    damage(path)
    (there,) = [each for each in compare(moment, tmp_path) if each.name == path.name]
    assert there.change is Change.OTHER
    restore(moment, [there], tmp_path, now=NOON + DAY)
    assert title_of(path) == f"{MARK} een"
    assert item.copy


def test_a_file_of_elsewhere_is_taken_for_none_of_here(ring, tmp_path):
    other = tmp_path / "beraad-2026-W48-bbbbbbbb.beraad"
    other.write_bytes(random.Random(3).randbytes(8192))
    assert key_by_page(other, ring.state.keys) is None
    with pytest.raises(Solvable, match="geen sleutel"):
        title_of(other)


def test_erasing_it_takes_the_key_and_every_copy(path, tmp_path, tmp_path_factory):
    backed_up(tmp_path)
    stick = tmp_path_factory.mktemp("stick")
    backed_up(tmp_path, day=1, place=stick)
    kept = {each: each.read_bytes() for each in stick.glob("*.beraad")}
    before = [entry.secret for entry in keys.open_keys(tmp_path).state.keys.values()]
    damage(path)
    wiped = wipe_beraad(path, tmp_path, role="ik", now=NOON + 2 * DAY)
    assert wiped.unsure == ()
    assert not path.exists()
    # What lay out of reach meanwhile is there again, and every key that is left is tried on it.
    for each, content in kept.items():
        each.write_bytes(content)
    left = [entry.secret for entry in keys.open_keys(tmp_path).state.keys.values()]
    assert [*under_keys(tmp_path, MARK, before), *under_keys(stick, MARK, before)]
    assert [*under_keys(tmp_path, MARK, left), *under_keys(stick, MARK, left)] == []
    assert under_keys(tmp_path, "Een ander", left)


def test_zeros_at_the_beginning_are_no_sign_of_being_erased(path, tmp_path):
    damage(path, "zeros")
    line = Erased(week="", on="2026-11-25", role="ik", id="0" * 32, state="begonnen")
    assert Asker(line.id, line.key, frozenset()).holds(path) is Whose.OTHER
    lock(tmp_path)
    assert Asker(line.id, line.key, frozenset()).holds(path) is Whose.UNKNOWN


def test_where_the_whole_first_page_is_gone_the_backup_comes_in_its_place(path, tmp_path):
    moment = backed_up(tmp_path).moment
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    (there,) = [each for each in compare(moment, tmp_path) if each.name == path.name]
    assert restore(moment, [there], tmp_path, now=NOON + DAY).refused == ()
    assert title_of(path) == f"{MARK} een"


def test_a_file_of_elsewhere_that_is_damaged_alike_hides_none_of_here(path, tmp_path):
    other = tmp_path / "beraad-2026-W48-bbbbbbbb.beraad"
    other.write_bytes(bytes(16) + random.Random(3).randbytes(8176))
    damage(path, "zeros")
    with pytest.raises(Solvable, match="geen sleutel"):
        title_of(other)
    assert title_of(path) == f"{MARK} een"
