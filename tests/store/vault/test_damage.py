"""What is changed in a file under a key is noticed: never other words than were written."""

from __future__ import annotations

import random
import shutil

import pytest

from beraad.errors import Solvable
from beraad.store.catalog import Summary, look_at
from beraad.store.session_file import SessionFile
from beraad.store.vault.opening import set_up
from tests.store.support import a_peopled_session, with_title

MARK = "Kwarteldonk"


@pytest.fixture
def path(tmp_path):
    set_up(tmp_path, "molen fiets kaart appel")
    made = tmp_path / "beraad-2026-W47-aaaaaaaa.beraad"
    SessionFile.create(made, with_title(a_peopled_session(), MARK)).close()
    return made


def said_by(path):
    with SessionFile.open(path) as file:
        return file.session


def test_every_flipped_bit_is_refused_or_says_the_same(path):
    whole, session = path.read_bytes(), said_by(path)
    dice = random.Random(14)
    refused = 0
    for _ in range(60):
        place, bit = dice.randrange(len(whole)), dice.randrange(8)
        changed = bytearray(whole)
        changed[place] ^= 1 << bit
        path.write_bytes(changed)
        try:
            assert said_by(path) == session
        except Solvable:
            refused += 1
    assert refused > 50


def test_half_a_file_and_one_of_nothing_are_refused_and_stay(path):
    whole = path.read_bytes()
    for size in (0, 15, 16, 100, 4096, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(Solvable):
            said_by(path)
        assert path.stat().st_size == size


def test_two_files_that_changed_names_say_their_own(path, tmp_path):
    other = tmp_path / "beraad-2026-W48-bbbbbbbb.beraad"
    SessionFile.create(other, with_title(a_peopled_session(), "Zwaluwhof")).close()
    aside = tmp_path / "opzij"
    for source, target in ((path, aside), (other, path), (aside, other)):
        shutil.move(source, target)
    lines = [look_at(each) for each in (path, other)]
    assert [line.title for line in lines if isinstance(line, Summary)] == ["Zwaluwhof", MARK]
