"""A list of keys that a file manager or a service copied: known by what is in it."""

from __future__ import annotations

import re
import shutil
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.store import keys
from beraad.store.catalog import Summary, summaries
from beraad.store.copies.folder import copies_folder, kept_files
from beraad.store.copies.making import back_up
from beraad.store.copies.places import remember_place
from beraad.store.keys import KEPT_RING, RING_COPY, RING_HEAD, RING_NAME, is_locked
from beraad.store.places import practice_folder, removed_folder
from beraad.store.shredding import BESIDE
from beraad.store.vault.lifting import without_key
from beraad.store.vault.missing import KeysMissing, are_missing
from beraad.store.vault.opening import lock, set_up
from beraad.store.wiping import reach, wipe_beraad
from tests.conftest import NOW
from tests.store.copies.support import keep
from tests.store.support import a_session, with_title

WORDS = "molen fiets kaart appel"
NAMES = ("sleutels (1).beraad", "keys copy.beraad", "boek.beraad")


@pytest.fixture
def path(tmp_path) -> Path:
    set_up(tmp_path, WORDS)
    return keep(tmp_path, with_title(a_session(), "Een"))


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_of_the_ring_is_no_beraad_whatever_it_is_called(path, tmp_path, name):
    shutil.copy(tmp_path / RING_NAME, tmp_path / name)
    assert [line.path for line in summaries(tmp_path)] == [path]
    assert kept_files(tmp_path) == (path.name,)
    assert without_key(tmp_path) == ()
    made = back_up(tmp_path, now=NOW)
    assert made.missed == ()
    assert made.moment is not None
    assert made.moment.lacks == ()


def test_a_copy_of_the_ring_is_known_also_when_it_is_whole_pages_long(path, tmp_path):
    ring = (tmp_path / RING_NAME).read_bytes()
    (tmp_path / "boek.beraad").write_bytes(ring.ljust(-(-len(ring) // 4096) * 4096))
    assert [line.path for line in summaries(tmp_path)] == [path]
    assert kept_files(tmp_path) == (path.name,)


def test_a_beraad_that_is_called_as_the_ring_is_listed_and_backed_up(path, tmp_path):
    named = path.rename(tmp_path / "sleutels van Wim.beraad")
    (line,) = summaries(tmp_path)
    assert isinstance(line, Summary)
    assert line.path == named
    assert kept_files(tmp_path) == (named.name,)
    assert back_up(tmp_path, now=NOW).copied == 1


def test_a_damaged_beraad_that_is_called_as_the_ring_can_be_erased(path, tmp_path):
    named = path.rename(tmp_path / "sleutels van Wim.beraad")
    content = named.read_bytes()
    named.write_bytes(content[:16] + bytes(reversed(content[16:4096])) + content[4096:])
    assert wipe_beraad(named, tmp_path, role="ik", now=NOW).files == 1
    assert not named.exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_of_which_only_a_copy_of_the_ring_is_left_is_no_plain_one(path, tmp_path, name):
    (tmp_path / RING_NAME).rename(tmp_path / name)
    (tmp_path / RING_COPY).unlink()
    keys._open.clear()
    assert not is_locked(tmp_path)
    assert are_missing(tmp_path)
    assert name in KeysMissing(tmp_path).way_out


def newer(content: bytes) -> bytes:
    later = re.sub(rb"^beraad-sleutels \d+", b"beraad-sleutels 99", content)
    head, clear, sealed, _, rest = later.split(b"\n")
    check = sha256(b"\n".join((head, clear, sealed))).hexdigest().encode()
    return b"\n".join((head, clear, sealed, check, rest))


CONTENTS = ("ring", "half a ring", "newer ring", "ring of another", "beraad", "noise", "text")
PLACES = (".", "reservekopieen", "verwijderd", "oefeningen", "mijn", "stick")
CALLED = ("sleutels (1).beraad", "Kopie van sleutels.beraad", "keys.beraad", "iets.txt", "x.kopie")


def a_content(what: str, home: Path, path: Path, other: Path) -> bytes:
    ring = (home / RING_NAME).read_bytes()
    return {
        "ring": ring,
        "half a ring": ring[:-100],
        "newer ring": newer(ring),
        "ring of another": (other / RING_NAME).read_bytes(),
        "beraad": path.read_bytes(),
        "noise": sha256(b"x").digest() * 300,
        "text": b"in de la",
    }[what]


def files_in(*places: Path) -> set[Path]:
    return {each for place in places for each in place.rglob("*") if each.is_file()}


LAID = st.lists(
    st.tuples(st.sampled_from(CONTENTS), st.sampled_from(PLACES), st.sampled_from(CALLED)),
    max_size=6,
    unique_by=lambda each: each[1:],
)


@settings(max_examples=40, deadline=None)
@given(laid=LAID)
def test_what_is_said_to_go_goes_and_the_rest_stays(laid):
    with TemporaryDirectory() as top:
        home, other, stick = (Path(top) / each for each in ("beraden", "ander", "stick"))
        for each in (home, other, stick):
            each.mkdir()
        set_up(other, WORDS)
        lock(other)
        set_up(home, WORDS)
        path = keep(home, with_title(a_session(), "Een"))
        keep(home, with_title(a_session(), "Twee"))
        back_up(home, now=NOW)
        back_up(home, now=NOW, place=stick / "reservekopieen")
        remember_place(home, stick / "reservekopieen")
        for what, place, name in laid:
            at = (stick / "reservekopieen" if place == "stick" else home / place) / name
            at.parent.mkdir(exist_ok=True)
            at.write_bytes(a_content(what, home, path, other))
        found = reach(path, home)
        before = files_in(home, stick)
        wiped = wipe_beraad(path, home, role="ik", now=NOW)
        gone = {each for each in before - files_in(home, stick) if not each.name.endswith(BESIDE)}
        keys._open.clear()
        assert gone == {*found.files, *found.rings}
        assert wiped.left == ()
        stays = {*found.unsure, *found.unread, *(each.path for each in found.strewn)}
        assert all(each.exists() for each in stays)
        assert (wiped.unsure, wiped.unread) == (found.unsure, found.unread)
        assert wiped.strewn == found.strewn
        ours = {RING_NAME, RING_COPY, KEPT_RING}
        foreign = (other / RING_NAME).read_bytes()
        for each in files_in(home, stick):
            content = each.read_bytes()
            if content.startswith(RING_HEAD) and content != foreign and each.name not in ours:
                assert each in stays, each


def test_places_are_those_of_beraad(tmp_path):
    places = {copies_folder(tmp_path), practice_folder(tmp_path), removed_folder(tmp_path)}
    assert {each.name for each in places} < set(PLACES)


def test_keys_of_another_vault_that_were_set_aside_outlive_erasing(path, tmp_path_factory):
    folder = path.parent
    elsewhere = tmp_path_factory.mktemp("elders")
    set_up(elsewhere, WORDS)
    aside = folder / "sleutels.beraad.apart-20261101-120000-ab12"
    shutil.copy(elsewhere / RING_NAME, aside)
    broken = folder / "sleutels.beraad.apart-20261102-120000-ab12"
    broken.write_bytes(b"x" + (folder / RING_NAME).read_bytes()[1:])
    assert reach(path, folder).rings == (broken,)
    wipe_beraad(path, folder, role="ik", now=NOW)
    assert aside.exists()
    assert not broken.exists()
