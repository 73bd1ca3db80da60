"""Signals that were begun in a beraad and are in no register, read from real files."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from beraad.editing.signals import with_new_signal
from beraad.errors import Solvable
from beraad.publishing.begun import begun_signals
from beraad.publishing.erasing import Why, erase_signal
from beraad.publishing.registering import put_in_register, signals_in
from beraad.records import Setting, SignalContent
from beraad.store.places import practice_folder, prepare, register_path
from tests.conftest import NOW
from tests.earlier import TODAY, beraad, keep

WAITS = SignalContent(bottleneck="Wachttijd", what="Mensen wachten weken.")


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    prepare(home)
    return home


def begun_in(folder):
    return begun_signals(folder, register_path(folder, practice=False), today=TODAY)


def put(folder, session):
    put_in_register(session, register_path(folder, practice=False), today=TODAY)


def test_a_signal_that_was_only_begun_is_named_by_its_beraad_and_by_no_word_of_its_own(folder):
    keep(folder, beraad(signal=WAITS))
    keep(folder, beraad())

    (found,) = begun_in(folder)

    assert (found.title, len(found.lacking), found.differing) == ("Eerder beraad", 1, ())
    assert "Wachttijd" not in repr(found)
    assert "weken" not in repr(found)


def test_one_that_came_into_the_register_is_named_no_more_and_the_one_beside_it_is(folder):
    first = beraad(signal=WAITS)
    keep(folder, first)
    put(folder, first)
    assert begun_in(folder) == ()

    second = replace(with_new_signal(first), signal=SignalContent(bottleneck="Te weinig rek"))
    (found,) = folder.glob("*.beraad")
    found.unlink()
    keep(folder, second)

    (found,) = begun_in(folder)
    assert (found.lacking, found.differing) == ((second.signal_at_hand,), ())


def test_the_latest_beraad_comes_first_and_one_of_long_ago_is_not_asked_about(folder):
    for days in (100, 3, 300):
        keep(folder, beraad(days_ago=days, signal=WAITS))

    assert [(TODAY - one.held_on).days for one in begun_in(folder)] == [3, 100]


def test_an_oefening_a_copy_and_a_file_that_cannot_be_read_are_not_named(folder):
    one = beraad(signal=WAITS)
    path = keep(folder, one)
    shutil.copy(path, path.with_stem(f"{path.stem} (2)"))
    prepare(practice_folder(folder))
    practice = beraad(signal=WAITS)
    opening = replace(practice.opening, setting=Setting.PRACTICE)
    drill = keep(folder, replace(practice, opening=opening))
    shutil.copy(drill, folder)
    (folder / "2026-w40-kapot.beraad").write_bytes(b"geen beraad" * 500)

    assert len(begun_in(folder)) == 1


def test_a_signal_that_was_erased_from_the_register_does_not_come_back_by_this_way(folder):
    one = beraad(signal=WAITS)
    keep(folder, one)
    put(folder, one)
    register = register_path(folder, practice=False)
    (kept,) = signals_in(register)
    erase_signal(kept.id, register, why=Why.ASKED, now=NOW)

    assert begun_in(folder) == ()


def test_reading_stops_when_nobody_waits(folder):
    keep(folder, beraad(signal=WAITS))
    register = register_path(folder, practice=False)

    assert begun_signals(folder, register, today=TODAY, goes_on=lambda: False) == ()


def test_a_register_that_cannot_be_read_says_so(folder):
    keep(folder, beraad(signal=WAITS))
    register_path(folder, practice=False).write_bytes(b"geen register" * 500)

    with pytest.raises(Solvable):
        begun_in(folder)
