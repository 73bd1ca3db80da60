"""What was half typed is in backups until it is finished; then only what somebody read is left."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from beraad.publishing.by_hand import NEW, registered_by_hand
from beraad.publishing.stepping import drafted, drafts_of, reworded, taken
from beraad.records import SignalContent, StepKind
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.copies.moments import moments
from beraad.store.copies.places import remember_place
from beraad.store.copies.restoring import put_back
from beraad.store.register import Register
from tests.conftest import NOW, TODAY
from tests.steps import WAITING, a_step

NAME = "Kraggenburgmerk"
HALF = {"answered.words": f"Jammer, zei {NAME}.", "answered.outcome": "change"}
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "map"
    folder.mkdir()
    path = folder / "register.sqlite"
    with Register.open(path) as register:
        register.put(WAITING)
    back_up(folder, now=NOW)
    return path


def half_typed(path, texts=HALF, *, about=WAITING.id, place=None):
    """Somebody types, and a backup is made meanwhile."""
    drafted(about, texts, path)
    back_up(path.parent, now=NOW, place=place)


def holding(folder):
    """The files in which the name stands."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return [each.name for each in files if NAME.encode() in each.read_bytes()]


def drafts_in_copies(path):
    found = []
    for copy in sorted(copies_folder(path.parent).glob("register~*.sqlite")):
        with closing(sqlite3.connect(copy)) as connection:
            found += connection.execute("SELECT field, text FROM drafts").fetchall()
    return dict(found)


def put_back_last(path):
    """The register is lost, and comes back from the newest backup."""
    moment = moments(copies_folder(path.parent))[0]
    item = next(each for each in moment.items if each.name == path.name)
    path.unlink()
    put_back(moment.copy_of(item), path, digest=item.digest)


def finish(path, **said):
    step = a_step(StepKind.ANSWERED, words="Jammer, zei [persoon].", **said)
    return taken(WAITING.id, step, path, is_read=True)


def test_a_name_that_was_written_otherwise_is_in_no_backup(path):
    half_typed(path)
    assert holding(copies_folder(path.parent))

    finish(path)

    assert holding(path.parent) == []


def test_what_is_still_half_typed_comes_back_with_the_backup(path):
    half_typed(path, {"told.words": f"Nog half, over {NAME}"})

    finish(path)
    back_up(path.parent, now=LATER)

    put_back_last(path)
    assert drafts_of(WAITING.id, path) == {"told.words": f"Nog half, over {NAME}"}


def test_what_was_typed_again_after_it_was_finished_stays_in_a_backup(path):
    finish(path)
    half_typed(path)

    back_up(path.parent, now=LATER)

    assert drafts_in_copies(path) == HALF


def test_what_nobody_finished_stays_in_a_backup_when_the_register_lost_it(path):
    half_typed(path)
    path.unlink()
    with Register.open(path) as register:
        register.put(WAITING)
    taken(WAITING.id, a_step(StepKind.REMINDED), path)

    back_up(path.parent, now=LATER)

    assert drafts_in_copies(path) == HALF


def test_a_folder_with_backups_that_was_away_is_emptied_with_its_next_backup(path, tmp_path):
    stick = tmp_path / "stick"
    half_typed(path, place=stick)
    remember_place(path.parent, stick)
    away = stick.rename(tmp_path / "weg")
    finish(path)
    assert holding(away)

    away.rename(stick)
    back_up(path.parent, now=LATER, place=stick)

    assert holding(stick) == []


def test_the_lists_know_the_copy_as_it_is_afterwards(path):
    half_typed(path)
    finish(path)

    put_back_last(path)

    assert drafts_of(WAITING.id, path) == {}


def test_a_step_in_other_words_is_in_no_backup_in_its_first_words(path):
    step = finish(path, change=f"Bel {NAME}").signal.steps[-1]
    back_up(path.parent, now=NOW)
    assert holding(path.parent)

    reworded(WAITING.id, a_step(StepKind.ANSWERED, id=step.id, change="Bel de balie"), path)

    assert holding(path.parent) == []


def test_of_a_new_signal_that_was_read_nothing_half_typed_is_left(path):
    half_typed(path, {"what": f"Over {NAME}", "answer_due.typed": "1-"}, about=NEW)

    registered_by_hand(SignalContent(what="Over [persoon]"), "", path, today=TODAY)

    assert holding(path.parent) == []
