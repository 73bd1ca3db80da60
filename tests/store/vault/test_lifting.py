from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from beraad.records import Id, Setting
from beraad.store.catalog import Summary, summaries
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.copies.moments import moments
from beraad.store.copies.places import remember_place
from beraad.store.copies.restoring import put_back
from beraad.store.keys import PRACTICE_FOLDER, Locked
from beraad.store.log import log_of
from beraad.store.register import Register
from beraad.store.register_summary import register_summary
from beraad.store.removing import put_back as take_back
from beraad.store.removing import remove, removed
from beraad.store.session_file import SessionFile
from beraad.store.trouble import NoRoom
from beraad.store.vault import lifting
from beraad.store.vault.lifting import (
    clear_up,
    lift,
    lift_rest,
    readable,
    to_lift,
    without_key,
)
from beraad.store.vault.opening import lock, open_kept, set_up, unlock
from tests.conftest import NOW, TODAY
from tests.store.support import a_peopled_session, run_python, start_python, with_title

WORDS = "molen fiets kaart appel"
MARK = "Kwarteldonk"
DATABASES = Path(__file__).parents[2] / "databases"


def a_beraad(folder: Path, number: int, setting: Setting = Setting.CASEWORK) -> Path:
    session = replace(with_title(a_peopled_session(), f"{MARK} {number}"), id=Id(f"{number:08}"))
    session = replace(session, opening=replace(session.opening, setting=setting))
    path = folder / f"beraad-2026-W47-{number:08}.beraad"
    SessionFile.create(path, session).close()
    return path


def where_readable(folder: Path) -> list[str]:
    marks = [MARK.encode(), MARK.encode("utf-16-le")]
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.is_file() and any(mark in path.read_bytes() for mark in marks)
    )


def titles(folder: Path) -> list[str]:
    lines = list(summaries(folder))
    assert all(isinstance(line, Summary) for line in lines), lines
    return sorted(line.title for line in lines if isinstance(line, Summary))


@pytest.fixture
def folder(tmp_path) -> Path:
    for number in range(3):
        a_beraad(tmp_path, number)
    Register.open(tmp_path / "register.sqlite").close()
    practice = tmp_path / PRACTICE_FOLDER
    practice.mkdir()
    a_beraad(practice, 9, Setting.PRACTICE)
    return tmp_path


def test_a_full_disk_is_no_damage(folder, full_disk):
    """Files are healthy and stay as they are; whoever makes room goes on."""
    set_up(folder, WORDS)
    before = {path: path.read_bytes() for path in to_lift(folder)}
    with full_disk(20_000):
        told = list(lift(folder))
    assert len(told) == len(before) == 4
    for each in told:
        assert isinstance(each.problem, NoRoom), each
        assert "schijf is vol" in str(each.problem)
        assert "beschadigd" not in str(each.problem)
        assert "reservekopie" not in str(each.problem)
    assert {path: path.read_bytes() for path in to_lift(folder)} == before
    assert not [path for path in folder.iterdir() if path.name.endswith(".nieuw")]
    assert [each.problem for each in lift(folder)] == [None] * 4


def test_everything_of_a_folder_comes_under_a_key_but_oefeningen(folder):
    kept = {}
    for number in range(3):
        with SessionFile.open(folder / f"beraad-2026-W47-{number:08}.beraad") as file:
            kept[file.path] = file.session
    set_up(folder, WORDS)
    assert len(to_lift(folder)) == 4
    assert [each.problem for each in lift(folder)] == [None] * 4
    assert to_lift(folder) == ()
    assert where_readable(folder) == []
    assert where_readable(folder / PRACTICE_FOLDER) == ["beraad-2026-W47-00000009.beraad"]
    for path, session in kept.items():
        with SessionFile.open(path) as file:
            assert file.session == session
            assert file.told is None
    assert register_summary(folder / "register.sqlite", TODAY).total == 0
    lock(folder)
    with pytest.raises(Locked):
        to_lift(folder)


def test_a_real_beraad_that_was_left_among_the_oefeningen_comes_home_under_a_key(folder):
    """It became a real one while the vault was shut, and could not be moved then."""
    stray = a_beraad(folder / PRACTICE_FOLDER, 5)
    set_up(folder, WORDS)
    assert stray in to_lift(folder)

    assert [each.problem for each in lift(folder)] == [None] * 5

    assert where_readable(folder / PRACTICE_FOLDER) == ["beraad-2026-W47-00000009.beraad"]
    assert where_readable(folder) == []
    assert f"{MARK} 5" in titles(folder)
    assert to_lift(folder) == ()


def test_a_real_beraad_that_was_thrown_away_among_the_oefeningen_goes_under_a_key(folder):
    aside = folder / PRACTICE_FOLDER / "verwijderd"
    aside.mkdir()
    stray = a_beraad(aside, 5)
    thrown = stray.rename(aside / f"{stray.stem}~20261118T130300.beraad")
    a_beraad(aside, 6, Setting.PRACTICE)
    set_up(folder, WORDS)
    assert thrown in to_lift(folder)

    assert [each.problem for each in lift(folder)] == [None] * 5

    assert where_readable(aside) == ["beraad-2026-W47-00000006.beraad"]
    assert to_lift(folder) == ()
    with SessionFile.open(folder / "verwijderd" / thrown.name) as file:
        assert file.session.opening.title == f"{MARK} 5"


def test_a_thrown_away_one_takes_another_name_where_its_own_is_taken(folder):
    """What it was called and when it was thrown away can still be told."""
    thrown = _thrown_away(folder, 5)
    other = _thrown_away(folder, 6, home=folder).rename(folder / "verwijderd" / thrown.name)
    set_up(folder, WORDS)
    assert [each.problem for each in lift(folder)] == [None] * 6
    assert not thrown.exists()
    assert to_lift(folder) == ()
    aside = {title_of(each.path): each for each in removed(folder)}
    assert aside[f"{MARK} 6"].path == other
    moved = aside[f"{MARK} 5"]
    assert moved.name == "beraad-2026-W47-00000005-2.beraad"
    assert moved.at == aside[f"{MARK} 6"].at


def test_moving_a_thrown_away_one_goes_on_where_it_was_killed(folder):
    """It lay in both places by then: the one that is readable goes."""
    thrown = _thrown_away(folder, 5)
    (folder / "verwijderd").mkdir()
    there = folder / "verwijderd" / thrown.name
    with SessionFile.open(thrown) as file:
        SessionFile.create(there, file.session).close()
    set_up(folder, WORDS)
    assert [each.problem for each in lift(folder)] == [None] * 6
    assert not thrown.exists()
    assert [each.path for each in removed(folder)] == [there]
    assert where_readable(folder / "verwijderd") == []


def test_a_thrown_away_one_is_let_go_of_when_moving_it_fails(folder, monkeypatch):
    """Also by what is no trouble of a file: else it stays held for as long as Beraad runs."""
    thrown = _thrown_away(folder, 5)
    set_up(folder, WORDS)

    def full(*_):
        raise OSError("vol")

    monkeypatch.setattr("beraad.store.vault.lifting.SessionFile.create", full)
    with pytest.raises(OSError, match="vol") as raised:
        list(lift(folder))
    monkeypatch.undo()
    assert title_of(thrown) == f"{MARK} 5"
    assert raised.tb  # What it came through is alive still, and holds what it had open.


def _thrown_away(folder: Path, number: int, *, home: Path | None = None) -> Path:
    aside = (home or folder / PRACTICE_FOLDER) / "verwijderd"
    aside.mkdir(exist_ok=True)
    stray = a_beraad(aside, number)
    return stray.rename(aside / f"{stray.stem}~20261118T130300.beraad")


def title_of(path: Path) -> str:
    with SessionFile.open(path) as file:
        return file.session.opening.title


@pytest.mark.parametrize("where", ["oefeningen/eigen", "casussen", "oefenregister"])
def test_a_real_beraad_in_a_folder_that_stays_open_is_named(folder, where):
    set_up(folder, WORDS)
    place = folder / where
    place.mkdir(exist_ok=True)
    real = a_beraad(folder / PRACTICE_FOLDER, 5).rename(place / "kopie.beraad")
    a_beraad(folder / PRACTICE_FOLDER, 7, Setting.PRACTICE).rename(place / "oefening.beraad")

    assert readable(folder) == (real,)


def test_one_that_is_open_among_the_oefeningen_is_told_and_stays(folder):
    stray = a_beraad(folder / PRACTICE_FOLDER, 5)
    set_up(folder, WORDS)
    with SessionFile.open(stray):
        [told] = [each for each in lift(folder) if each.problem is not None]
    assert told.path == stray
    assert stray.exists()


def test_it_can_be_stopped_after_any_file_and_goes_on_later(folder):
    set_up(folder, WORDS)
    next(iter(lift(folder)))
    assert len(to_lift(folder)) == 3
    assert titles(folder) == [f"{MARK} {number}" for number in range(3)]
    assert len(list(lift(folder))) == 3
    assert titles(folder) == [f"{MARK} {number}" for number in range(3)]


def test_what_a_crash_left_in_the_log_comes_along(folder, tmp_path_factory):
    path = folder / "beraad-2026-W47-00000000.beraad"
    elsewhere = tmp_path_factory.mktemp("crashed")
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, f"{MARK} laatste"))
        code = "import shutil, sys; [shutil.copy(each, sys.argv[1]) for each in sys.argv[2:]]"
        run_python(code, elsewhere, path, log_of(path))
    set_up(elsewhere, WORDS)
    assert [each.problem for each in lift(elsewhere)] == [None]
    assert titles(elsewhere) == [f"{MARK} laatste"]
    assert where_readable(elsewhere) == []


def test_a_file_that_is_held_or_damaged_stays_and_is_told(folder):
    held, spoilt = (folder / f"beraad-2026-W47-0000000{number}.beraad" for number in range(2))
    whole = bytearray(spoilt.read_bytes())
    whole[4096:8192] = bytes(4096)
    spoilt.write_bytes(whole)
    set_up(folder, WORDS)
    with SessionFile.open(held):
        found = {each.path: each.problem for each in lift(folder)}
    assert found[held] is not None
    assert "al open" in found[held].happened
    assert found[spoilt] is not None
    assert spoilt.read_bytes() == whole
    assert set(to_lift(folder)) == {held, spoilt}
    assert [each.path for each in lift(folder) if each.problem is None] == [held]


@pytest.mark.parametrize("stored", sorted(DATABASES.glob("*v1*")), ids=lambda path: path.name)
def test_a_file_of_an_earlier_version_stays_of_that_version(tmp_path, stored):
    name = "register.sqlite" if "register" in stored.name else "beraad-2020-W01-a.beraad"
    path = tmp_path / name
    shutil.copy(stored, path)
    with closing(sqlite3.connect(path)) as plain:
        version = plain.execute("PRAGMA user_version").fetchone()
    set_up(tmp_path, WORDS)
    assert [each.problem for each in lift(tmp_path)] == [None]
    from beraad.store.driver import look

    with closing(look(path)) as sealed:
        assert sealed.execute("PRAGMA user_version").fetchone() == version
    if name != "register.sqlite":
        SessionFile.open(path).close()
        (copy,) = tmp_path.glob(f"{name}.v*.kopie")
        assert not copy.read_bytes().startswith(b"SQLite format 3")
    assert to_lift(tmp_path) == ()


def test_what_cannot_be_put_under_a_key_is_named(folder):
    log = folder / "beraad-2026-W47-00000000.beraad.log-20261128-120000"
    text = folder / "beraad-2026-W47-x.reddingskopie.txt"
    for path in (log, text):
        path.write_text(MARK)
    set_up(folder, WORDS)
    list(lift(folder))
    assert set(readable(folder)) == {log, text}
    assert log.read_text() == text.read_text() == MARK


LIFTING = """
import os, signal, sys
from pathlib import Path
from beraad.store.vault import form, lifting, ring
from beraad.store.vault.sealing import Slowness
form.Slowness = lambda **said: Slowness(**{"memory": 64, "rounds": 1, "lanes": 1, **said})
from beraad.store.vault.opening import unlock

def dies(*arguments, **named):
    os.kill(os.getpid(), signal.SIGKILL)

def dies_after(act):
    def acting(*arguments, **named):
        act(*arguments, **named)
        dies()
    return acting

moment = sys.argv[3]
if moment == "the key is kept":
    ring.Ring.new_key = dies_after(ring.Ring.new_key)
elif moment == "half a copy":
    lifting.copy_under = lambda plain, path, **named: (path.write_bytes(b"half"), dies())
elif moment == "a copy":
    lifting.copy_under = dies_after(lifting.copy_under)
elif moment == "the copy is compared":
    lifting._require_same = dies_after(lifting._require_same)
elif moment == "two names":
    second = lifting._with_second_name
    lifting._with_second_name = dies_after(second)
elif moment == "before it is written over":
    lifting.wipe = dies
elif moment == "half written over":
    lifting.wipe = lambda path: (os.truncate(path, 5000), dies())
list(lifting.lift(Path(sys.argv[1])) if unlock(Path(sys.argv[1]), sys.argv[2]) else ())
"""
MOMENTS = (
    "the key is kept",
    "half a copy",
    "a copy",
    "the copy is compared",
    "two names",
    "before it is written over",
    "half written over",
)


@pytest.mark.parametrize("moment", MOMENTS)
def test_whenever_lifting_is_killed_nothing_is_lost_and_it_goes_on(folder, moment):
    set_up(folder, WORDS)
    lock(folder)
    with start_python(LIFTING, folder, WORDS, moment) as process:
        process.communicate()
    assert process.returncode == -signal.SIGKILL
    unlock(folder, WORDS)
    assert titles(folder) == [f"{MARK} {number}" for number in range(3)]
    assert all(each.problem is None for each in lift(folder))
    assert to_lift(folder) == ()
    assert where_readable(folder) == []
    for line in summaries(folder):
        with SessionFile.open(line.path) as file:
            assert file.told is None
            assert len(file.session.participants) == 2


def test_backups_come_under_a_key_too_and_can_be_put_back(folder):
    made = back_up(folder, now=NOW)
    assert made.moment is not None
    place = copies_folder(folder)
    assert len(where_readable(place)) == 3
    set_up(folder, WORDS)
    assert all(each.problem is None for each in lift(folder))
    assert where_readable(place) == []
    path = folder / "beraad-2026-W47-00000000.beraad"
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "later"))
    (moment,) = moments(place)
    item = next(each for each in moment.items if each.name == path.name)
    put_back(moment.copy_of(item), path, digest=item.digest)
    assert titles(folder) == [f"{MARK} {number}" for number in range(3)]
    back_up(folder, now=NOW)
    assert where_readable(folder) == where_readable(place) == []
    lock(folder)
    with pytest.raises(Locked):
        put_back(moment.copy_of(item), path, digest=item.digest)


def test_the_ring_lies_beside_the_backups_when_everything_is_under_a_key(folder, tmp_path_factory):
    """Nobody has to make another backup first: those that are there open by it, elsewhere too."""
    stick = tmp_path_factory.mktemp("stick")
    remember_place(folder, stick)
    for place in (None, stick):
        back_up(folder, now=NOW, place=place)
    ring = set_up(folder, WORDS)
    list(lift(folder))
    for place in (copies_folder(folder), stick):
        assert open_kept(place, WORDS).keys == ring.state.keys


def keys_of_files(*paths: Path) -> list[bytes]:
    return [path.read_bytes()[:16] for path in paths]


def with_copies(folder: Path) -> list[tuple[Path, Path]]:
    (moment,) = moments(copies_folder(folder))
    return [(folder / item.name, moment.copy_of(item)) for item in moment.beraden]


@pytest.mark.parametrize("first", [1, 5])
def test_every_file_of_one_beraad_comes_under_the_same_key(folder, first):
    """Whenever it is stopped, and whatever of it was under a key before."""
    back_up(folder, now=NOW)
    ring = set_up(folder, WORDS)
    lifting = lift(folder)
    for _ in range(first):
        next(lifting)
    lifting.close()
    list(lift(folder))
    pairs = with_copies(folder)
    assert len(pairs) == 3
    for path, copy in pairs:
        (key, other) = keys_of_files(path, copy)
        assert key == other
        assert key in ring.state.keys
    assert len({key for path, _ in pairs for key in keys_of_files(path)}) == 3


def test_copies_of_a_beraad_that_is_no_longer_there_share_a_key(folder):
    path = folder / "beraad-2026-W47-00000000.beraad"
    back_up(folder, now=NOW)
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, f"{MARK} later"))
    back_up(folder, now=NOW + timedelta(days=1))
    path.unlink()
    set_up(folder, WORDS)
    list(lift(folder))
    copies = sorted(copies_folder(folder).glob("*-00000000~*.beraad"))
    assert len(copies) == 2
    assert len(set(keys_of_files(*copies))) == 1


def test_a_plain_backup_that_is_put_back_into_a_vault_comes_under_a_key(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("stick")
    made = back_up(folder, now=NOW, place=elsewhere)
    assert made.moment is not None
    item = next(each for each in made.moment.items if "00000000" in each.name)
    set_up(folder, WORDS)
    list(lift(folder))
    put_back(made.moment.copy_of(item), folder / item.name, digest=item.digest)
    assert to_lift(folder) == ()
    assert where_readable(folder) == []
    assert titles(folder) == [f"{MARK} {number}" for number in range(3)]


def test_where_files_have_one_name_only_it_works_too(folder, monkeypatch):
    def refused(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    set_up(folder, WORDS)
    monkeypatch.setattr(os, "link", refused)
    assert all(each.problem is None for each in lift(folder))
    assert where_readable(folder) == []


def test_a_second_name_of_a_file_that_is_still_plain_is_only_a_name(folder):
    set_up(folder, WORDS)
    path = folder / "beraad-2026-W47-00000000.beraad"
    os.link(path, folder / f".{path.name}.leesbaar")
    clear_up(folder)
    assert titles(folder) == [f"{MARK} {number}" for number in range(3)]
    assert not list(folder.glob(".*.leesbaar"))


def test_what_was_thrown_away_comes_under_a_key_and_back_from_there(folder):
    aside = remove(folder / "beraad-2026-W47-00000001.beraad", folder, now=NOW)
    set_up(folder, WORDS)
    assert aside in to_lift(folder)
    assert all(each.problem is None for each in lift(folder))
    assert to_lift(folder) == ()
    assert where_readable(aside.parent) == []
    take_back(aside, folder)
    assert titles(folder) == [f"{MARK} {number}" for number in range(3)]


DRAFTS = (
    ".beraad-2026-W47-00000000.beraad.ab12cd34.nieuw",
    ".register.sqlite.ab12cd34.nieuw",
    "verwijderd/.beraad-2026-W47-00000000~20261118T130300.beraad.ab12cd34.nieuw",
    "reservekopieen/.beraad-2026-W47-00000000~20261118T130300.beraad.ab12cd34.nieuw",
)


@pytest.mark.parametrize("name", DRAFTS)
@pytest.mark.parametrize("at_rest", [False, True])
def test_a_draft_of_who_was_stopped_is_named_and_goes(folder, name, at_rest):
    draft = folder / name
    draft.parent.mkdir(exist_ok=True)
    shutil.copy(folder / "beraad-2026-W47-00000000.beraad", draft)
    set_up(folder, WORDS)
    assert draft in readable(folder)
    if at_rest:
        assert lift_rest(folder, unwanted=lambda: False) == ()
    else:
        list(lift(folder))
    assert not draft.exists()
    assert readable(folder) == ()


def test_a_draft_that_is_a_second_name_costs_the_file_nothing(folder):
    path = folder / "beraad-2026-W47-00000000.beraad"
    os.link(path, folder / f".{path.name}.ab12cd34.nieuw")
    set_up(folder, WORDS)
    list(lift(folder))
    assert titles(folder) == [f"{MARK} {number}" for number in range(3)]


LEFT = (
    "{}.bak",
    "{}~",
    ".{}.swp",
    "{}.deel",
    "oud.sqlite",
    "eigen/{}",
    "eigen/nog/dieper/iets",
    "reservekopieen/{}.bak",
    "reservekopieen/{}.deel",
    "reservekopieen/oud/{}",
)


@pytest.mark.parametrize("name", LEFT)
def test_what_somebody_left_that_can_be_read_is_named_and_stays(folder, name):
    path = folder / "beraad-2026-W47-00000000.beraad"
    left = folder / name.format(path.name)
    left.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, left)
    set_up(folder, WORDS)
    list(lift(folder))
    assert readable(folder) == (left,)
    # The same under a key is no longer readable.
    shutil.copy(path, left)
    assert readable(folder) == ()


def test_what_is_left_readable_is_looked_at_once_and_no_oefening_is_opened(folder, monkeypatch):
    set_up(folder, WORDS)
    list(lift(folder))
    left = folder / "aantekeningen.beraad.oud"
    shutil.copyfile(folder / PRACTICE_FOLDER / "beraad-2026-W47-00000009.beraad", left)
    looked, asked = [], []
    look_at, can_be_read = lifting.look_at, lifting.can_be_read
    monkeypatch.setattr(lifting, "look_at", lambda path: looked.append(path) or look_at(path))
    monkeypatch.setattr(
        lifting, "can_be_read", lambda path: asked.append(path) or can_be_read(path)
    )
    assert readable(folder) == (left,)
    assert looked == []
    assert len(asked) == len(set(asked))


def test_a_rescue_copy_as_text_is_named_and_what_says_nothing_is_not(folder):
    text = folder / "reddingskopie.txt"
    text.write_text(MARK)
    (folder / "notulen.txt").write_text("van iets anders")
    (folder / "leeg.beraad.bak").touch()
    set_up(folder, WORDS)
    list(lift(folder))
    assert readable(folder) == (text,)


def test_what_no_key_of_here_opens_is_told_apart(folder):
    set_up(folder, WORDS)
    list(lift(folder))
    assert without_key(folder) == ()
    stray, damaged = folder / "beraad-van-elders.beraad", folder / "beraad-2026-W47-00000000.beraad"
    stray.write_bytes(os.urandom(8192))
    damaged.write_bytes(bytes(4096) + damaged.read_bytes()[4096:])
    assert set(without_key(folder)) == {stray, damaged}
