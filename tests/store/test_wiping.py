from __future__ import annotations

import json
import os
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from beraad.errors import Solvable
from beraad.records import PhaseKey, Setting
from beraad.store import cipher, driver, keys, wiping
from beraad.store.audit import Action, deeds, is_believed, note
from beraad.store.copies.differing import compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.owing import owed, settle
from beraad.store.copies.places import copies_of, remember_place
from beraad.store.copies.restoring import restore
from beraad.store.driver import look
from beraad.store.erased import BEGUN, DONE, NAME, Erased, add_erased, append, erased, unfinished
from beraad.store.going_along import going_along
from beraad.store.log import log_of
from beraad.store.places import practice_folder
from beraad.store.practice_rest import (
    about_leader,
    left_over,
    note_case,
    practice_paper,
    told_of,
    told_of_staying,
    wipe_left_over,
)
from beraad.store.removing import put_back, remove, removed
from beraad.store.rescue import rescue
from beraad.store.session_file import SessionFile
from beraad.store.shredding import is_emptied, shred
from beraad.store.term import due, prolong
from beraad.store.vault.lifting import lift
from beraad.store.vault.lying import lying
from beraad.store.vault.opening import set_up, unlock
from beraad.store.whose import identity_of
from beraad.store.wiping import finish, not_wiped, reach, unfinished_files, wipe_beraad
from tests.store.copies.support import (
    DAY,
    NOON,
    backed_up,
    crash_while_writing,
    keep,
    killed_at,
    retitle,
    title_of,
)
from tests.store.support import a_session, with_situation, with_title
from tools.kills.carving import under_keys

MARK = "Zwaluwstaart"


@pytest.fixture(autouse=True)
def rescue_here(monkeypatch, tmp_path):
    places = lambda folder: iter([folder, tmp_path / "redding"])  # noqa: E731
    monkeypatch.setattr(wiping, "rescue_folders", places)


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    home.mkdir()
    return home


@pytest.fixture
def path(folder):
    session = with_situation(with_title(a_session(), f"{MARK} een"), f"{MARK} in de kast. " * 90)
    return keep(folder, session)


def carve(*folders):
    """Every file in which the mark stands, free pages, logs and names included."""
    files = [each for top in folders for each in top.rglob("*") if each.is_file()]
    return [each for each in files if MARK in each.name or holds_mark(each.read_bytes())]


def holds_mark(content):
    return MARK.encode() in content or MARK.encode("utf-16-le") in content


def everywhere(folder, path, tmp_path):
    """Let this beraad lie wherever it can."""
    with SessionFile.open(path) as file:
        session = file.session
    backed_up(folder)
    retitle(path, f"{MARK} twee")
    backed_up(folder, day=1)
    moment = backed_up(folder, day=1, place=tmp_path / "stick").moment
    remember_place(folder, tmp_path / "stick")
    retitle(path, f"{MARK} drie")
    restore(moment, compare(moment, folder), folder, now=NOON + 2 * DAY)
    (folder / f"{path.name}.v3.kopie").write_bytes(path.read_bytes())
    (folder / f".{path.name}.ab12.nieuw").write_bytes(path.read_bytes())
    (folder / f"{path.name}.log-20261101-120000").write_text(MARK)
    (folder / "Kopie van iets.beraad").write_bytes(path.read_bytes())
    rescue(session, iter([tmp_path / "redding"]))
    (tmp_path / "verslagen").mkdir()
    (tmp_path / "verslagen" / ".beraad-1-0123456789abcdef0123456789abcdef.deel").write_text(MARK)
    crash_while_writing(path, f"{MARK} vier")


def test_nothing_is_left_but_a_line_without_a_word(folder, path, tmp_path):
    other = keep(folder, with_title(a_session(), "Blijft"))
    everywhere(folder, path, tmp_path)
    assert len(carve(tmp_path)) >= 10
    before = reach(path, folder)
    wiped = wipe_beraad(
        path,
        folder,
        role="gespreksleider",
        now=NOON + 5 * DAY,
        documents=[tmp_path / "verslagen"],
    )
    assert carve(tmp_path) == []
    assert not any(each.exists() for each in before.files)
    assert wiped.left == ()
    assert wiped.away == ()
    (line,) = erased(folder)
    assert (line.week, line.on, line.role) == ("2026-W47", "2026-11-30", "gespreksleider")
    assert title_of(other) == "Blijft"


def test_rows_are_overwritten_before_the_file_goes(folder, path):
    """Also what a second name of the file would still show is empty."""
    kept = folder / "zelfde.inhoud"
    os.link(path, kept)
    wipe_beraad(path, folder, role="ik", now=NOON)
    assert kept.stat().st_size == 0


def test_the_key_goes_before_the_file(folder, path):
    there = []
    wipe_beraad(
        path, folder, role="ik", now=NOON, forget_key=lambda each: there.append(each.exists())
    )
    assert there
    assert all(there)


def test_a_place_that_is_away_is_told_and_cleaned_later(folder, path, tmp_path):
    stick = tmp_path / "stick"
    backed_up(folder, place=stick)
    remember_place(folder, stick)
    stick.rename(tmp_path / "weg")
    wiped = wipe_beraad(path, folder, role="ik", now=NOON)
    assert wiped.away == (stick,)
    (tmp_path / "weg").rename(stick)
    assert carve(stick)
    settle(folder)
    assert carve(stick) == []
    assert owed(folder) == ()


def test_an_open_beraad_is_not_erased(folder, path):
    with SessionFile.open(path), pytest.raises(Solvable, match="al open"):
        wipe_beraad(path, folder, role="ik", now=NOON)
    assert erased(folder) == ()
    assert title_of(path) == f"{MARK} een"


def test_a_damaged_beraad_can_be_erased(folder, path):
    path.write_bytes(MARK.encode() * 500)
    wipe_beraad(path, folder, role="ik", now=NOON)
    assert carve(folder) == []
    assert MARK.encode().hex()[:16] not in (folder / NAME).read_text()


def test_erasing_that_is_killed_goes_on_the_next_time(folder, path, tmp_path):
    everywhere(folder, path, tmp_path)
    for step in range(0, 60, 4):
        home = tmp_path / f"stap-{step}"
        shutil.copytree(folder, home)
        work = partial(wipe_beraad, home / path.name, home, role="ik", now=NOON)
        killed_at(step, home, work)
        if erased(home):
            finish(home)
            backed_up(home, day=1)
            assert set(carve(home)) <= {home / "Kopie van iets.beraad"}
        else:
            assert title_of(home / path.name).startswith(MARK)


def test_what_would_go_is_told_by_what_was_begun(folder, path):
    """Of a file that is emptied already only the line says of which beraad it was."""
    other = folder / "Kopie van iets.beraad"
    shutil.copy(path, other)
    line = Erased(week="", on="2026-11-30", role="ik", id=identity_of(path), state=BEGUN)
    add_erased(folder, line)
    empty(path, line.id)
    assert set(reach(path, folder).files) == {path, other}
    assert [each.path for each in going_along(path, folder, reach(path, folder))] == [other]


def empty(path, whose):
    """Leave a file as somebody does who is stopped while shredding it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        shred(path, lambda _: None, whose=whose)


NOTHING_AT_THE_BEGIN = {
    "first page": lambda content: bytes(4096) + content[4096:],
    "two pages": lambda content: bytes(8192) + content[8192:],
    "all": lambda content: bytes(len(content)),
    "no byte": lambda _: b"",
}


@pytest.mark.parametrize("damage", NOTHING_AT_THE_BEGIN.values(), ids=NOTHING_AT_THE_BEGIN)
@pytest.mark.parametrize("in_vault", [False, True])
def test_of_a_damaged_file_of_another_beraad_nothing_goes(
    folder, path, monkeypatch, damage, in_vault
):
    """Zeros at the begin are of anybody: what cannot be read stays, and is named."""
    monkeypatch.setattr(keys, "_open", {})
    other = keep(folder, with_title(a_session(), "Een ander"))
    if in_vault:
        set_up(folder, "molen fiets kaart appel")
        assert all(each.problem is None for each in lift(folder))
    backed_up(folder)
    (copy,) = (copies_folder(folder) / name for name in copies_of_file(folder, other))
    for each in (other, copy):
        each.write_bytes(damage(each.read_bytes()))
    kept = {each: each.read_bytes() for each in (other, copy)}

    assert set(reach(path, folder).unread) == set(kept)
    wiped = wipe_beraad(path, folder, role="ik", now=NOON)

    assert {each: each.read_bytes() for each in kept} == kept
    assert set(wiped.unread) == set(kept)
    assert not path.exists()
    finish(folder)
    assert {each: each.read_bytes() for each in kept} == kept


def test_a_copy_of_a_file_with_a_wave_in_its_own_name_is_found_without_a_list(folder, path):
    other = folder / f"van een ander~{path.name}"
    shutil.copy(path, other)
    backed_up(folder)
    pool = copies_folder(folder)
    (left,) = pool.glob("stand-*.json")
    left.unlink()
    assert len(copies_of(pool, identity_of(path))) == 2


def copies_of_file(folder, path):
    names = (each.name for each in copies_folder(folder).iterdir())
    return [name for name in names if name.startswith(f"{path.stem}~")]


@pytest.mark.parametrize("state", [BEGUN, DONE])
def test_a_line_of_which_the_key_is_no_key_takes_nothing_along(folder, path, state):
    add_erased(folder, Erased(week="", on="2026-11-30", role="ik", id="", state=state, key="geen"))
    assert unfinished_files(folder) == ()
    assert finish(folder) == 0
    assert path.exists()
    wipe_beraad(path, folder, role="ik", now=NOON)
    assert not path.exists()


def test_a_damaged_file_is_not_the_one_of_which_erasing_was_begun(folder, path):
    line = Erased(week="", on="2026-11-30", role="ik", id="f" * 32, state=BEGUN)
    add_erased(folder, line)
    path.write_bytes(bytes(len(path.read_bytes())))
    assert unfinished_files(folder) == ()
    finish(folder)
    assert path.exists()
    wipe_beraad(path, folder, role="ik", now=NOON)
    assert not path.exists()


def test_a_second_name_goes_without_what_is_read_under_the_first(folder, path):
    second = folder / "tweede.kopie"
    os.link(path, second)
    assert shred(second, lambda _: None) == 1
    assert not second.exists()
    assert title_of(path) == f"{MARK} een"


def test_lines_that_were_broken_off_cost_no_other(folder):
    append(folder / NAME, {"week": "2026-W01"})
    with (folder / NAME).open("a") as file:
        file.write('{"week": "2026-W0')
    line = Erased(week="2026-W47", on="2026-11-30", role="ik", id="x")
    add_erased(folder, line)
    assert erased(folder) == (line,)


def dated(folder, days):
    session = a_session()
    until = (NOON - timedelta(days=days)).date()
    return keep(folder, replace(session, conclusion=replace(session.conclusion, keep_until=until)))


def test_what_is_past_its_date_is_offered_only_by_a_clock_that_is_believed(folder):
    path = dated(folder, 14)
    dated(folder, -3)
    assert due(folder, NOON.date()) == ()
    note(folder, Action.OPENED, now=NOON - DAY)
    (found,) = due(folder, NOON.date())
    assert (found.line.path, found.days) == (path, 14)
    ahead = NOON + 4000 * DAY
    assert due(folder, ahead.date()) == ()
    note(folder, Action.OPENED, now=ahead)
    assert due(folder, ahead.date()) == ()
    assert is_believed(folder, (ahead + DAY).date())
    assert [each.days for each in due(folder, NOON.date())] == [14]


def test_on_its_last_day_a_beraad_is_not_past_it_and_an_oefening_never_is(folder):
    for days in (1, 0, 30):
        dated(folder, days)
    practice = dated(folder, 40)
    with SessionFile.open(practice) as file:
        opening = replace(file.session.opening, setting=Setting.PRACTICE)
        file.keep(replace(file.session, opening=opening))
    note(folder, Action.OPENED, now=NOON - DAY)

    assert [each.days for each in due(folder, NOON.date())] == [30, 1]


def test_keeping_longer_takes_a_reason_that_only_the_gespreksleider_sees(folder):
    path = dated(folder, 14)
    until = (NOON + 90 * DAY).date()
    with pytest.raises(Solvable, match="waarom"):
        prolong(path, folder, until, "  ", now=NOON)
    with pytest.raises(Solvable, match="al voorbij"):
        prolong(path, folder, NOON.date(), "daarom", now=NOON)
    prolong(path, folder, until, "een afspraak loopt nog", now=NOON)
    with SessionFile.open(path) as file:
        assert file.session.conclusion.keep_until == until
        assert "een afspraak loopt nog" in file.session.note_of(PhaseKey.CONCLUSION).text
    assert [deed.action for deed in deeds(folder)] == [Action.PROLONGED]
    assert "afspraak" not in (folder / "logboek.jsonl").read_text()


def test_what_is_removed_comes_back_whole(folder, path):
    crash_while_writing(path, "Uit het logboek")
    aside = remove(path, folder, now=NOON)
    assert not path.exists()
    (found,) = removed(folder)
    assert (found.path, found.name, found.at) == (aside, path.name, NOON)
    assert put_back(aside, folder) == path
    assert title_of(path) == "Uit het logboek"
    assert removed(folder) == ()


def test_putting_back_takes_no_name_of_another(folder, path):
    aside = remove(path, folder, now=NOON)
    path.write_bytes(b"iets anders")
    with pytest.raises(Solvable, match="al een bestand"):
        put_back(aside, folder)
    assert aside.exists()


def test_going_on_reaches_the_backups_and_the_rings_beside_them(folder, path, monkeypatch):
    monkeypatch.setattr(keys, "_open", {})
    ring = set_up(folder, "molen fiets kaart appel")
    assert all(each.problem is None for each in lift(folder))
    backed_up(folder)
    with SessionFile.open(path) as file:
        identity = file.session.id
    place = copies_folder(folder)
    (copy,) = copies_of(place, identity)
    name = (place / copy).read_bytes()[:16]
    add_erased(folder, Erased(week="2026-W47", on="2026-11-18", role="ik", id=identity))
    finish(folder)
    assert not path.exists()
    assert not (place / copy).exists()
    beside = lying(place / "sleutels.kopie").ring
    assert beside is not None
    assert name not in beside.opened_with(ring.state.master).keys


@pytest.mark.parametrize("begin", ["whole", "damaged", "under a key of its own"])
def test_erasing_is_resumed_wherever_it_was_killed(folder, path, tmp_path, monkeypatch, begin):
    """At whatever step: a line says that it was begun, and going on leaves nothing to be opened."""
    monkeypatch.setattr(keys, "_open", {})
    ring = set_up(folder, "molen fiets kaart appel")
    assert all(each.problem is None for each in lift(folder))
    backed_up(folder)
    own = folder / "Eigen naam.beraad"
    path.rename(own)
    other = folder / "Kopie van iets.beraad"
    other.write_bytes(own.read_bytes())
    if begin == "damaged":
        other.write_bytes(bytes(16) + own.read_bytes()[16:])
    elif begin != "whole":
        with_own_key(other, ring)
    (folder / f"{own.name}.log-20261118-120000").write_bytes(b"van voor het hernoemen")
    key = own.read_bytes()[:16]
    own_key = other.read_bytes()[:16]
    step = begun = 0
    while True:
        home = tmp_path / f"stap-{step}" / "beraden"
        shutil.copytree(folder, home)
        keys._open.clear()
        unlock(home, "molen fiets kaart appel")
        work = partial(wipe_beraad, home / own.name, home, role="ik", now=NOON)
        if not killed_at(step, home, work):
            break
        if erased(home):
            begun += len(unfinished(home))
            finish(home)
            assert unfinished(home) == ()
            left = [each for each in home.rglob("*.beraad*") if "sleutels" not in each.name]
            assert left == [], step
            found = unlock(home, "molen fiets kaart appel").state
            assert (found.key(key), found.key(own_key)) == (None, None)
            beside = lying(copies_folder(home) / "sleutels.kopie").ring
            assert key not in beside.opened_with(ring.state.master).keys
        shutil.rmtree(home.parent)
        step += 1 + step // 12  # Nearly every step at the begin, where most is decided.
    assert begun > 9


def test_erasing_again_finishes_what_was_broken_off(folder, path, monkeypatch):
    backed_up(folder)
    other = keep(folder, with_title(a_session(), "Blijft"))
    monkeypatch.setattr(wiping, "_wipe", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        wipe_beraad(path, folder, role="ik", now=NOON)
    monkeypatch.undo()
    (line,) = unfinished(folder)
    assert MARK not in (folder / NAME).read_text()
    wiped = wipe_beraad(path, folder, role="ik", now=NOON)
    assert (wiped.line.id, wiped.line.is_begun) == (line.id, False)
    assert carve(folder) == []
    assert len(erased(folder)) == 1
    assert title_of(other) == "Blijft"


def test_who_looked_already_erases_what_was_found_and_nothing_else(folder, path, monkeypatch):
    backed_up(folder)
    found = reach(path, folder)
    later = shutil.copyfile(path, path.with_name(f"{path.stem}-2.beraad"))
    monkeypatch.setattr(wiping, "_searched", lambda *_: 1 / 0)
    wiped = wipe_beraad(path, folder, role="ik", now=NOON, found=found)
    assert wiped.files == sum(not each.exists() for each in found.files) == 2
    assert title_of(later).startswith(MARK)


def two_swapped(folder):
    """Two beraden with backups, of which the names were changed for each other afterwards."""
    one = keep(folder, with_title(a_session(), f"{MARK} een"))
    other = keep(folder, with_title(a_session(), "Het tweede beraad"))
    backed_up(folder)
    swap(one, other)
    return other, one


def swap(one, other):
    one.rename(one.with_name("even"))
    other.rename(one)
    one.with_name("even").rename(other)


@pytest.mark.parametrize("in_vault", [False, True])
def test_a_name_is_no_proof_of_which_beraad_a_file_is(folder, in_vault, monkeypatch):
    if in_vault:
        monkeypatch.setattr(keys, "_open", {})
        set_up(folder, "molen fiets kaart appel")
    mine, other = two_swapped(folder)
    backed_up(folder, day=1)
    lift_of_other = folder / f"{mine.name}.v3.kopie"
    lift_of_other.write_bytes(other.read_bytes())
    rescued = folder / f"{mine.stem}.reddingskopie.beraad"
    rescued.write_bytes(other.read_bytes())
    elsewhere = folder / f"Kopie van {other.name}"
    elsewhere.write_bytes(mine.read_bytes())
    aside = remove(rescued, folder, now=NOON)
    pool = copies_folder(folder)
    copies = {each for each in pool.iterdir() if identity_of(each) == identity_of(other)}
    assert len(copies) == 2

    found = reach(mine, folder)
    assert other not in found.files
    assert found.unsure == ()
    wiped = wipe_beraad(mine, folder, role="ik", now=NOON + 2 * DAY)

    assert not mine.exists()
    assert not elsewhere.exists()
    assert (title_of(other), title_of(aside)) == ("Het tweede beraad",) * 2
    assert lift_of_other.exists()
    assert {each for each in pool.iterdir() if each.suffix == ".beraad"} == copies
    assert wiped.left == ()
    finish(folder)
    backed_up(folder, day=2)
    settle(folder)
    assert title_of(other) == "Het tweede beraad"
    assert copies <= set(pool.iterdir())


def test_what_cannot_be_read_stays_and_is_named_where_names_were_changed(folder):
    mine, other = two_swapped(folder)
    log = folder / f"{mine.name}.log-20261101-120000"
    log.write_text("niet te lezen")
    broken = copies_folder(folder) / f"{mine.stem}~20261101T120000.beraad"
    broken.write_text("niet te lezen")
    old_log = folder / f"{other.name}.log-20261101-120000"
    old_log.write_text("niet te lezen")
    wiped = wipe_beraad(mine, folder, role="ik", now=NOON)
    assert set(wiped.unsure) == {log, old_log}
    assert log.exists()
    assert old_log.exists()
    assert broken.exists()


def test_a_copy_that_cannot_be_read_stays_and_is_named(folder, path):
    broken = copies_folder(folder) / f"{path.stem}~20261101T120000.beraad"
    broken.parent.mkdir()
    broken.write_text("niet te lezen")
    assert reach(path, folder).unsure == (broken,)
    assert wipe_beraad(path, folder, role="ik", now=NOON).unsure == (broken,)
    assert broken.exists()


def test_the_log_of_another_that_lies_beside_it_stays(folder):
    one = keep(folder, with_title(a_session(), "Een"))
    other = keep(folder, with_title(a_session(), "Twee"))
    crash_while_writing(other, "Twee, het laatste woord")
    swap(one, other)
    wipe_beraad(other, folder, role="ik", now=NOON)
    (log,) = folder.glob("*.log-*")
    log.rename(log_of(one))
    assert title_of(one) == "Twee, het laatste woord"


def test_no_key_of_a_backup_that_went_before_outlives_the_beraad(folder, path, monkeypatch):
    """Made before the vault, thrown away by hand: an old copy of it is to stay shut."""
    backed_up(folder)
    ring = vaulted(folder, monkeypatch)
    other = keep(folder, with_title(a_session(), "Twee"))
    (copy,) = copies_folder(folder).glob("*.beraad")
    name = copy.read_bytes()[:16]
    copy.unlink()
    wipe_beraad(path, folder, role="ik", now=NOON)
    assert name not in ring.state.keys
    assert list(ring.state.keys) == [other.read_bytes()[:16]]


@pytest.mark.parametrize("is_first", [True, False])
def test_a_key_of_its_own_that_a_backup_had_goes_with_the_beraad(
    folder, path, monkeypatch, is_first
):
    """As in a folder that came under keys file by file: the backup is thrown away before."""
    ring = vaulted(folder, monkeypatch)
    other = keep(folder, with_title(a_session(), "Twee"))
    backed_up(folder)
    with SessionFile.open(path) as file:
        identity = file.session.id
    (copy,) = copies_of(copies_folder(folder), identity)
    name = with_own_key(copies_folder(folder) / copy, ring)
    if is_first:  # Else the beraad is as it was, and nothing is copied.
        retitle(path, "later")
    backed_up(folder, day=1)
    (copies_folder(folder) / copy).unlink()
    assert name in ring.state.keys
    wipe_beraad(path, folder, role="ik", now=NOON)
    assert name not in ring.state.keys
    assert list(ring.state.keys) == [other.read_bytes()[:16]]


def with_own_key(copy, ring):
    """Put a backup under another key than its beraad is under, as it was once done."""
    key, other = ring.new_key(copy), copy.with_name("anders")
    other.touch()
    with closing(look(copy, bounded=False)) as sealed:
        cipher.export(sealed, other, key)
    other.replace(copy)
    return key.name


def test_another_beraad_than_the_one_that_was_seen_is_not_erased(folder, path):
    other = keep(folder, with_title(a_session(), "Twee"))
    seen = identity_of(path)
    swap(path, other)
    with pytest.raises(Solvable, match="intussen een ander beraad"):
        wipe_beraad(path, folder, role="ik", now=NOON, seen=seen)
    assert title_of(path) == "Twee"
    assert erased(folder) == ()


def test_no_key_goes_with_a_damaged_file_that_another_file_is_under(folder, path, monkeypatch):
    """Who writes over the first bytes of a file makes it look as if it were under any key."""
    monkeypatch.setattr(keys, "_open", {})
    set_up(folder, "molen fiets kaart appel")
    assert all(each.problem is None for each in lift(folder))
    other = keep(folder, with_title(a_session(), "Twee"))
    content = path.read_bytes()
    path.write_bytes(other.read_bytes()[:16] + content[16:])
    wiped = wipe_beraad(path, folder, role="ik", now=NOON)
    assert other in wiped.unsure
    assert title_of(other) == "Twee"
    assert not path.exists()


def broken(path, *, begin=16):
    """What nobody can read any more, though its name and its key are as they were."""
    content = path.read_bytes()
    path.write_bytes(content[:begin] + bytes(200) + content[begin + 200 :])


def vaulted(folder, monkeypatch):
    monkeypatch.setattr(keys, "_open", {})
    ring = set_up(folder, "molen fiets kaart appel")
    assert all(each.problem is None for each in lift(folder))
    return ring


def secrets(ring):
    return [entry.secret for entry in ring.state.keys.values()]


@pytest.mark.parametrize("salted", [False, True])
def test_no_backup_of_a_damaged_beraad_opens_once_it_is_erased(
    folder, path, tmp_path, monkeypatch, salted
):
    ring = vaulted(folder, monkeypatch)
    other = keep(folder, with_title(a_session(), "Twee"))
    backed_up(folder)
    retitle(path, f"{MARK} twee")
    stick = tmp_path / "stick"
    backed_up(folder, day=1, place=stick)
    remember_place(folder, stick)
    stick.rename(tmp_path / "weg")
    broken(path, begin=0 if salted else 16)

    wiped = wipe_beraad(path, folder, role="ik", now=NOON + 2 * DAY)

    assert wiped.unsure == ()
    assert wiped.away == (stick,)
    assert not path.exists()
    assert under_keys(folder, MARK, secrets(ring)) == []
    assert under_keys(tmp_path / "weg", MARK, secrets(ring)) == []
    assert title_of(other) == "Twee"
    (tmp_path / "weg").rename(stick)
    settle(folder)
    assert copies_of(stick, erased(folder)[0].id, key=erased(folder)[0].key) == ()
    assert {identity_of(each) for each in stick.glob("*.beraad")} == {identity_of(other)}


def test_nor_where_nothing_is_under_a_key(folder, path):
    other = keep(folder, with_title(a_session(), "Twee"))
    backed_up(folder)
    broken(path, begin=0)
    wipe_beraad(path, folder, role="ik", now=NOON)
    assert carve(folder) == []
    assert title_of(other) == "Twee"
    assert len(list(copies_folder(folder).glob("*.beraad"))) == 1


def test_a_damaged_copy_takes_nothing_along_of_a_beraad_that_can_be_read(folder, path, monkeypatch):
    ring = vaulted(folder, monkeypatch)
    copy = folder / f"{path.stem} (kopie).beraad"
    copy.write_bytes(path.read_bytes())
    backed_up(folder)
    broken(copy)
    wipe_beraad(copy, folder, role="ik", now=NOON)
    assert not copy.exists()
    assert title_of(path) == f"{MARK} een"
    assert under_keys(copies_folder(folder), MARK, secrets(ring))


def test_a_damaged_file_with_the_bytes_of_another_takes_its_own_backups_alone(
    folder, path, monkeypatch
):
    """Its first bytes name the key of another beraad, which stays."""
    ring = vaulted(folder, monkeypatch)
    other = keep(folder, with_title(a_session(), "Twee"))
    backed_up(folder)
    content = path.read_bytes()
    path.write_bytes(other.read_bytes()[:16] + bytes(4080) + content[4096:])
    wipe_beraad(path, folder, role="ik", now=NOON)
    assert not path.exists()
    assert title_of(other) == "Twee"
    assert under_keys(folder, MARK, secrets(ring)) == []


def test_erasing_a_damaged_beraad_is_resumed_wherever_it_was_killed(
    folder, path, tmp_path, monkeypatch
):
    vaulted(folder, monkeypatch)
    keep(folder, with_title(a_session(), "Twee"))
    backed_up(folder)
    broken(path)
    template = tmp_path / "klaar"
    shutil.copytree(folder, template)
    work = partial(wipe_beraad, path, folder, role="ik", now=NOON + DAY)
    for step in range(0, 90, 9):
        keys.lock(folder)
        shutil.rmtree(folder)
        shutil.copytree(template, folder)
        unlock(folder, "molen fiets kaart appel")
        if not killed_at(step, folder, work):
            break
        keys.lock(folder)
        ring = unlock(folder, "molen fiets kaart appel")
        finish(folder)
        if not erased(folder):
            wipe_beraad(path, folder, role="ik", now=NOON + DAY)
        assert under_keys(folder, MARK, secrets(ring)) == [], step
        assert not path.exists(), step


@pytest.fixture
def practised(folder):
    """An oefening with everything that can lie beside it."""
    home = practice_folder(folder)
    home.mkdir()
    session = a_session()
    session = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))
    practice = with_title(session, f"{MARK} oefening")
    path = keep(folder, practice)
    for suffix in (".casus", ".json", ".observatie", ".zelfbeeld", ".verloop"):
        practice_paper(folder, practice.id, suffix).write_text(f"{MARK}{suffix}")
    other = home / f"oefening-{practice.id} van deze laptop.zelfbeeld"
    other.write_text(MARK)
    (home / ".beraad-1-0123456789abcdef0123456789abcdef.deel").write_text(MARK)
    return path


def wiped(path, folder):
    return wipe_beraad(path, folder, role="gespreksleider", now=NOON)


def test_what_lies_beside_an_oefening_goes_along(folder, practised, tmp_path):
    (practice_folder(folder) / "oefening-andere.zelfbeeld").write_text("Blijft")
    assert set(carve(tmp_path)) >= set(reach(practised, folder).files) - {practised}
    done = wiped(practised, folder)
    assert carve(tmp_path) == []
    assert done.left == done.unsure == ()
    assert (practice_folder(folder) / "oefening-andere.zelfbeeld").exists()


def laid(folder, name, told):
    path = practice_folder(folder) / name
    path.write_text(f"{json.dumps(told)}\n{MARK}" if path.suffix != ".json" else json.dumps(told))
    return path


def test_what_was_made_of_an_oefening_goes_along_under_its_own_name(folder, practised, tmp_path):
    mine = identity_of(practised)
    laid(folder, f"oefening-{mine}.observatie", {"id": "blad", "naam": "voorschot"})
    attempt = laid(folder, "probeerpunt.json", {"probeer": MARK, "van": mine})
    observed = laid(folder, "observatie-blad.observatie", {"id": "blad", "naam": "voorschot"})
    assert {attempt, observed} <= set(reach(practised, folder).files)
    done = wiped(practised, folder)
    assert carve(tmp_path) == []
    assert done.staying == ()
    assert about_leader(folder) == ()


def test_it_stays_ready_while_its_oefening_lies_aside(folder, practised):
    attempt = laid(folder, "probeerpunt.json", {"probeer": MARK, "van": identity_of(practised)})
    aside = remove(practised, practice_folder(folder), now=NOON)
    assert attempt.exists()
    assert left_over(folder) == ()
    wiped(aside, folder)
    assert not attempt.exists()


def test_what_may_be_about_an_erased_oefening_and_does_not_say_so_is_named(folder, practised):
    practice_paper(folder, identity_of(practised), ".json").write_text('{"casus":"voorschot"}')
    stays = (
        laid(folder, "observatie-a.observatie", {"id": "a", "naam": "voorschot"}),
        laid(folder, "observatie-c.observatie", []),
        laid(folder, "probeerpunt.json", {"probeer": MARK}),
        laid(folder, "mijn.portfolio", {}),
    )
    laid(folder, "observatie-b.observatie", {"id": "b", "naam": "loket"})
    laid(folder, "ijking-een.ijking", {})
    assert reach(practised, folder).staying == stays
    assert wiped(practised, folder).staying == stays
    assert all(each.exists() for each in stays)
    assert told_of(stays) == "de observatie, het probeerpunt en het portfolio (4 bestanden)"


def a_case(folder, name, title):
    home = folder / "casussen"
    home.mkdir(exist_ok=True)
    path = home / f"{name}.casus"
    path.write_text(f'[oefening]\ntitel = "{title}"\n', encoding="utf-8")
    return path


def test_a_case_that_was_made_of_an_oefening_is_named_when_that_is_erased(folder, practised):
    mine = a_case(folder, "mijn-verhaal", "Later anders genoemd")
    same = a_case(folder, "zelfde", f"{MARK} oefening")
    a_case(folder, "ander", "Een ander verhaal")
    (folder / "casussen" / "stuk.casus").write_text("[oefening", encoding="utf-8")
    note_case(folder, identity_of(practised), mine)
    note_case(folder, identity_of(practised), folder / "casussen" / "al-weg.casus")

    assert reach(practised, folder).staying == (mine, same)
    done = wiped(practised, folder)

    assert done.staying == (mine, same)
    assert mine.exists()
    assert not list(practice_folder(folder).glob("oefening-*casussen*"))
    assert "Een casus haal je weg bij Oefenen" in told_of_staying(done.staying)


def test_an_observation_that_says_odd_things_keeps_nothing_from_going(folder, practised):
    laid(folder, f"oefening-{identity_of(practised)}.observatie", {"id": [], "naam": {}})
    laid(folder, "observatie-a.observatie", {"id": [], "naam": {}})
    laid(folder, "probeerpunt.json", {"probeer": MARK, "van": {}})
    assert wiped(practised, folder).left == ()
    assert not practised.exists()
    assert left_over(folder) == ()


def test_what_is_tried_after_another_oefening_is_not_named(folder, practised):
    laid(folder, "probeerpunt.json", {"probeer": MARK, "van": "0123456789abcdef"})
    assert wiped(practised, folder).staying == ()


def test_erasing_a_real_beraad_names_nothing_of_oefeningen(folder, practised):
    laid(folder, "probeerpunt.json", {"probeer": MARK})
    path = keep(folder, with_title(a_session(), "echt"))
    assert wiped(path, folder).staying == ()


def test_it_goes_along_where_a_copy_with_another_name_lies(folder, practised, tmp_path):
    strange = practised.with_name("beraad-2026-W47-0123abcd.beraad")
    shutil.copy(practised, strange)
    wiped(practised, folder)
    assert carve(tmp_path) == []


def test_it_lies_aside_with_its_oefening_and_comes_back_with_it(folder, practised):
    home = practice_folder(folder)
    before = sorted(each.name for each in home.glob("oefening-*"))
    remove(practised, home, now=NOON)
    assert list(home.glob("oefening-*")) == []
    (aside,) = removed(folder)
    assert left_over(folder) == ()
    put_back(aside.path, aside.home)
    assert sorted(each.name for each in home.glob("oefening-*")) == before
    assert practised.exists()


def test_it_goes_along_from_aside(folder, practised, tmp_path):
    aside = remove(practised, practice_folder(folder), now=NOON)
    wiped(aside, folder)
    assert carve(tmp_path) == []


def test_it_stays_as_long_as_another_file_of_the_oefening_does(folder, practised):
    shutil.copy(practised, practised.with_name("Kopie van iets.beraad"))
    copied = next(practised.parent.glob("beraad-*.beraad"))
    shutil.copy(copied, copied.with_name(f"{copied.stem} (1).beraad"))
    remove(copied, practised.parent, now=NOON)
    assert len(list(practised.parent.glob("oefening-*"))) == 6


def test_what_was_left_of_an_oefening_is_found_and_erased(folder, practised, tmp_path):
    assert left_over(folder) == ()
    practised.unlink()
    assert len(left_over(folder)) == 6
    assert told_of(left_over(folder)).startswith("het zelfbeeld, de observatie, ")
    assert wipe_left_over(left_over(folder)) == (6, ())
    assert left_over(folder) == ()


def test_nothing_is_left_over_of_an_oefening_that_cannot_be_read(folder, practised):
    practised.write_bytes(b"niets meer")
    assert left_over(folder) == ()


def test_what_comes_back_beside_an_erased_oefening_goes_again(folder, practised, tmp_path):
    kept = {each: each.read_bytes() for each in practised.parent.glob("oefening-*")}
    wiped(practised, folder)
    for path, content in kept.items():
        path.write_bytes(content)
    assert finish(folder) == len(kept)
    assert carve(tmp_path) == []


def test_what_cannot_be_taken_away_is_told_with_where_it_lies(tmp_path):
    told = not_wiped((tmp_path / "stick" / "een.beraad", tmp_path / "stick" / "twee.beraad"))
    assert "een.beraad, twee.beraad" in told.happened
    assert str(tmp_path / "stick") in told.kept
    assert "schrijfbeveiliging" in told.way_out


class _Killed(BaseException):
    pass


@pytest.mark.parametrize("in_vault", [False, True])
def test_stopped_at_any_step_of_overwriting_no_word_stays_when_it_goes_on(
    folder, monkeypatch, in_vault
):
    if in_vault:
        monkeypatch.setattr(keys, "_open", {})
        set_up(folder, "molen fiets kaart appel")
    path = keep(folder, with_situation(with_title(a_session(), MARK), f"{MARK} " * 300_000))
    beside = path.with_name(f"{path.name}-wal")
    whole, usual = path.read_bytes(), {name: getattr(os, name) for name in _STEPS}
    step, stopped = 0, True
    while stopped:
        step, stopped, left = step + 1, False, step
        path.write_bytes(whole)
        beside.write_bytes(MARK.encode())

        def counted(name, *said):
            nonlocal left
            if left == 0:
                raise _Killed
            left -= 1
            return usual[name](*said)

        for name in _STEPS:
            monkeypatch.setattr(os, name, partial(counted, name))
        try:
            shred(path, lambda _: None, whose="x")
        except _Killed:
            stopped = True
        for name in _STEPS:
            monkeypatch.setattr(os, name, usual[name])
        begun = path.exists() and path.read_bytes() != whole
        assert not begun or is_emptied(path, "x"), step
        assert not beside.exists() or path.exists(), step
    assert step > 5
    assert not path.exists()


_STEPS = ("write", "fsync", "ftruncate")


def test_what_goes_is_not_changed_through_sqlite_first(folder, path, monkeypatch):
    """Stopped there, it could be a file of which nobody can say whose it is."""
    opened, usual = list[str](), driver._opened

    def seen(path, *, options, copy_of=None):
        opened.append(options)
        return usual(path, options=options, copy_of=copy_of)

    monkeypatch.setattr(driver, "_opened", seen)
    assert shred(path) == 1
    assert not [each for each in opened if "mode=rw" in each]
