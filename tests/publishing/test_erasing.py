"""Erasing a signal: its words are nowhere afterwards, here and with others once they met."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from beraad.errors import Solvable
from beraad.privacy.leaving.later import mark_of
from beraad.publishing.erasing import (
    Role,
    Why,
    erase_lesson,
    erase_signal,
    going,
    meant,
    told,
)
from beraad.publishing.exchanging import exchange
from beraad.publishing.meeting import meet
from beraad.publishing.registering import put_in_register
from beraad.publishing.stepping import drafted, reworded, taken
from beraad.records import Id, Outcome, SignalContent, StepKind
from beraad.store.audit import Source
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.copies.moments import moments
from beraad.store.copies.places import remember_place
from beraad.store.copies.restoring import put_back
from beraad.store.municipality.place import place_of
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from tests.builders import a_registered_lesson
from tests.conftest import NOW, TODAY
from tests.steps import SIGNAL, a_step, passed_on
from tests.store.support import a_session
from tools.postgres import PASSWORD

MARK = "zwaluwstaartmerk"


def read(step):
    """A step of which somebody decided about every place."""
    return replace(step, read=mark_of(step))


MARKED = replace(
    SIGNAL,
    content=replace(SIGNAL.content, what=f"Iets over {MARK}."),
    steps=(read(passed_on(words=f"Gebeld over {MARK}.", to=f"beleid {MARK}")),),
)
OTHER = replace(SIGNAL, id=Id("ander"), content=SignalContent(bottleneck="Blijft staan"))


@pytest.fixture
def path(tmp_path):
    """A register with a signal that goes and one that stays, typed at, and backed up twice."""
    folder = tmp_path / "map"
    folder.mkdir()
    path = folder / "register.sqlite"
    with Register.open(path) as register:
        register.put(MARKED, OTHER)
    back_up(folder, now=NOW)
    with Register.open(path) as register:
        register.put(replace(MARKED, content=replace(MARKED.content, wish=f"Nog eens {MARK}")))
    drafted(SIGNAL.id, {"told.words": f"half over {MARK}"}, path)
    back_up(folder, now=NOW)
    return path


def holding(folder):
    """The files in which the marked word stands."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return [each.name for each in files if MARK.encode() in each.read_bytes()]


def erase(path, **how):
    return erase_signal(SIGNAL.id, path, why=Why.NAME, now=NOW, **how)


def lines(path):
    return [line.title for line in signal_lines(path)]


def test_its_words_are_in_no_file_of_the_register_and_the_rest_stays(path):
    left_log = path.with_name(f"{path.name}.log-20261118-120000")
    left_log.write_bytes(f"{SIGNAL.id} {MARK}".encode())
    assert len(holding(path.parent)) == 4

    assert told(erase(path)) is None

    assert holding(path.parent) == []
    assert lines(path) == ["Blijft staan"]
    for moment in moments(copies_folder(path.parent)):
        (item,) = moment.items
        put_back(moment.copy_of(item), path, digest=item.digest)
        assert lines(path) == ["Blijft staan"]


def test_a_log_that_holds_nothing_of_it_stays(path):
    other_log = path.with_name(f"{path.name}.log-20261118-120000")
    other_log.write_bytes(b"iets anders")
    erase(path)
    assert other_log.exists()


def test_a_folder_with_backups_that_is_away_is_emptied_when_it_is_there(path, tmp_path):
    stick, away = tmp_path / "stick", tmp_path / "weg"
    back_up(path.parent, now=NOW, place=stick)
    remember_place(path.parent, stick)
    shutil.move(stick, away)

    assert "is er nu niet" in told(erase(path)).happened
    shutil.move(away, stick)
    assert holding(stick) != []
    back_up(path.parent, now=NOW, place=stick)

    assert holding(tmp_path) == []


def test_the_log_says_by_whom_and_why_and_no_word_of_it(path):
    erase(path, role=Role.OFFICER, source=Source.COMMAND)
    (deed,) = map(json.loads, (path.parent / "logboek.jsonl").read_text("utf-8").splitlines())
    assert deed["result"] == f"gelukt: signaal, {Why.NAME}"
    assert (deed["role"], deed["object"]) == (Role.OFFICER, SIGNAL.id)


def test_what_goes_and_what_a_team_is_still_owed_is_told_first(path):
    said = going(SIGNAL.id, path)
    assert "1 stap met wat daarbij geschreven is" in said.goes
    assert "dit signaal in 2 reservekopieën van het register" in said.goes
    assert any("ronde 8" in each for each in said.stays)
    assert "antwoord geven, uiterlijk" in said.owing
    assert "Team Jongeren hoort hierna niets meer" in said.owing

    taken(SIGNAL.id, a_step(StepKind.WITHDRAWN), path)
    assert going(SIGNAL.id, path).owing == ""


def test_of_answers_that_clash_is_said_so_and_a_choice_is_no_step_with_words(path, tmp_path):
    other = tmp_path / "elders" / "register.sqlite"
    other.parent.mkdir()
    shutil.copy(path, other)
    with Register.open(other) as register:
        register.become_another()
    for each, words in ((path, "Ja."), (other, "Nee.")):
        with Register.open(each) as register:
            answer = a_step(StepKind.ANSWERED, outcome=Outcome.CHANGE, words=words)
            signal = register.folded(SIGNAL.id).signal
            register.put(replace(signal, steps=(*signal.steps, answer)))
    with Register.open(other) as register:
        heard = register.own_events()
    with Register.open(path) as register:
        register.add(heard)
        assert register.folded(SIGNAL.id).answers_clash
    said = going(SIGNAL.id, path)
    assert "Antwoorden botsen: kies eerst welk antwoord geldt" in said.owing
    assert "3 stappen met wat daarbij geschreven is" in said.goes
    with Register.open(path) as register:
        signal = register.folded(SIGNAL.id).signal
        choice = a_step(StepKind.UNDONE, about=signal.steps[-1].id)
        register.put(replace(signal, steps=(*signal.steps, choice)))
    said = going(SIGNAL.id, path)
    assert "het team vertellen wat eruit kwam" in said.owing
    assert "3 stappen met wat daarbij geschreven is" in said.goes


def test_who_saw_it_too_is_named(path):
    with Register.open(path) as register:
        join = a_step(StepKind.JOINED, about=SIGNAL.id)
        register.put(replace(OTHER, team="Team Wmo", steps=(join,)))
    early = going(SIGNAL.id, path)
    assert "Team Jongeren en Team Wmo horen hierna niets meer" in early.owing
    with Register.open(path) as register:
        answer = a_step(StepKind.ANSWERED, outcome=Outcome.CHANGE)
        signal = register.folded(SIGNAL.id).signal
        register.put(replace(signal, steps=(*signal.steps, answer)))
    said = going(SIGNAL.id, path)
    assert "1 signaal dat hierin verderging, van Team Wmo" in said.stays
    assert "Team Jongeren en Team Wmo horen hierna niets meer" in said.owing


def test_what_was_erased_is_not_there_to_erase_again_nor_to_register_again(path):
    erase(path)
    for again in (lambda: erase(path), lambda: going(SIGNAL.id, path)):
        with pytest.raises(Solvable, match="niet meer"):
            again()
    session = a_session()
    link = replace(session.signal_link, signal_id=SIGNAL.id)
    again = replace(session, signal=SignalContent(what="Iets over wachten."), signal_link=link)
    with pytest.raises(Solvable, match="gewist"):
        put_in_register(again, path, today=TODAY)
    with Register.open(path) as register:
        assert register.folded(SIGNAL.id).signal is None


def test_a_signal_is_named_by_the_begin_of_its_identity():
    some = [replace_line(each) for each in ("abcd1", "abcd2", "ef00")]
    assert meant("ef00", some).id == "ef00"
    for said in ("abcd", "ef", "zzzz"):
        with pytest.raises(Solvable):
            meant(said, some)


def replace_line(identity):
    from beraad.signals.lines import line_of

    return line_of(replace(SIGNAL, id=Id(identity)))


def test_with_others_it_is_gone_after_both_met(path, database, tmp_path):
    other = tmp_path / "ander" / "register.sqlite"
    other.parent.mkdir()
    places = [place_of(database.url(database.login(name))) for name in ("een", "ander")]

    def both():
        return [
            meet(each, place, PASSWORD) for each, place in zip((path, other), places, strict=True)
        ]

    both()
    back_up(other.parent, now=NOW)
    assert holding(other.parent) != []
    erase(path)
    _, met = both()

    assert met.erased == 1
    assert "1 gewist signaal" in met.sentence
    assert holding(tmp_path) == []
    assert lines(path) == lines(other) == ["Blijft staan"]
    with database.admin() as connection:
        said = connection.execute("SELECT payload FROM beraad.payload").fetchall()
    assert MARK not in str(said)
    assert said


def test_what_another_erased_leaves_the_backups_here_with_the_file_that_says_so(path, tmp_path):
    shared, stick = tmp_path / "gedeeld", tmp_path / "stick"
    other = tmp_path / "ander" / "register.sqlite"
    for each in (shared, other.parent):
        each.mkdir()
    exchange(path, shared)
    exchange(other, shared)
    back_up(other.parent, now=NOW)
    back_up(other.parent, now=NOW, place=stick)
    remember_place(other.parent, stick)
    assert holding(other.parent) != []
    assert holding(stick) != []

    erase(path)
    exchange(path, shared)
    received = exchange(other, shared)

    assert received.notes == ()
    assert holding(tmp_path) == []
    assert lines(other) == ["Blijft staan"]


def with_a_marked_step(place):
    """A shared folder, and two registers that have the same step; the other one was backed up."""
    shared = place / "gedeeld"
    one, other = (place / name / "register.sqlite" for name in ("een", "ander"))
    for each in (shared, one.parent, other.parent):
        each.mkdir()
    with Register.open(one) as register:
        register.put(replace(SIGNAL, steps=MARKED.steps))
    exchange(one, shared)
    exchange(other, shared)
    back_up(other.parent, now=NOW)
    return shared, one, other


def test_words_that_another_took_out_of_a_step_leave_the_backups_here_too(tmp_path):
    shared, one, other = with_a_marked_step(tmp_path)
    assert holding(copies_folder(other.parent)) != []
    (step,) = MARKED.steps
    reworded(SIGNAL.id, replace(step, words="Gebeld.", to="beleid"), one)
    exchange(one, shared)
    exchange(other, shared)

    assert holding(tmp_path) == []


def test_words_taken_out_of_a_step_leave_copies_of_the_version_before_too(tmp_path):
    """Those have no column of who was asked; one lies beside the register since it was lifted."""
    shared, one, other = with_a_marked_step(tmp_path)
    (copy,) = copies_folder(other.parent).glob("register~*.sqlite")
    with closing(sqlite3.connect(copy)) as raw, raw:
        raw.execute("ALTER TABLE signals DROP COLUMN recipients")
        raw.execute("PRAGMA user_version = 5")
    beside = shutil.copy(copy, other.with_name("register.sqlite.v5.kopie"))
    assert {*holding(other.parent)} == {copy.name, other.name, beside.name}
    (step,) = MARKED.steps
    reworded(SIGNAL.id, replace(step, words="Gebeld.", to="beleid"), one)
    exchange(one, shared)
    exchange(other, shared)

    assert holding(tmp_path) == []
    assert copy.exists()


def test_backups_that_are_away_when_another_erased_are_told(path, tmp_path):
    shared, stick = tmp_path / "gedeeld", tmp_path / "stick"
    other = tmp_path / "ander" / "register.sqlite"
    for each in (shared, other.parent):
        each.mkdir()
    exchange(path, shared)
    exchange(other, shared)
    back_up(other.parent, now=NOW, place=stick)
    remember_place(other.parent, stick)
    shutil.move(stick, tmp_path / "weg")
    erase(path)
    exchange(path, shared)

    (note,) = exchange(other, shared).notes
    assert note.sentence.startswith("Een ander heeft iets gewist.")
    assert str(stick) in note.sentence
    assert exchange(other, shared).notes == ()


def test_a_laptop_that_comes_back_after_a_year_does_not_bring_it_back(path, database, tmp_path):
    late = tmp_path / "laat" / "register.sqlite"
    late.parent.mkdir()
    places = [place_of(database.url(database.login(name))) for name in ("een", "laat")]
    meet(path, places[0], PASSWORD)
    meet(late, places[1], PASSWORD)
    with Register.open(late) as register:
        kept = register.folded(SIGNAL.id).signal
        more = a_step(StepKind.RECEIVED, date(2027, 11, 18), words=f"Weer {MARK}.")
        register.put(replace(kept, steps=(*kept.steps, read(more))))
    erase(path)
    meet(path, places[0], PASSWORD)
    meet(late, places[1], PASSWORD)
    meet(path, places[0], PASSWORD)

    assert holding(tmp_path) == []
    with database.admin() as connection:
        assert MARK not in str(connection.execute("SELECT payload FROM beraad.payload").fetchall())


def test_in_a_folder_it_is_gone_from_every_file_that_this_laptop_wrote(path, tmp_path):
    shared, other = tmp_path / "gedeeld", tmp_path / "ander" / "register.sqlite"
    shared.mkdir()
    other.parent.mkdir()
    exchange(path, shared)
    with Register.open(path) as register:
        register.become_another()
    exchange(path, shared)
    exchange(other, shared)
    assert len(holding(shared)) == 2

    erase(path)
    exchange(path, shared)
    exchange(other, shared)

    assert holding(tmp_path) == []
    assert lines(other) == ["Blijft staan"]


def test_a_step_in_other_words_leaves_the_files_of_an_earlier_identity_too(path, tmp_path):
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    exchange(path, shared)
    with Register.open(path) as register:
        register.become_another()
    reworded(SIGNAL.id, replace(MARKED.steps[0], words="Gebeld.", to="beleid"), path)
    exchange(path, shared)
    told_there = "".join(each.read_text("utf-8") for each in shared.iterdir())
    assert "Gebeld over" not in told_there


def test_a_leerverslag_is_gone_too_also_where_a_copy_of_the_register_is(path, database, tmp_path):
    lesson = a_registered_lesson(title=f"Les van {MARK}")
    other = tmp_path / "ander" / "register.sqlite"
    other.parent.mkdir()
    with Register.open(path) as register:
        register.remove(SIGNAL.id)
        register.put_lesson(lesson)
    back_up(path.parent, now=NOW)
    shutil.copy(path, other)
    back_up(other.parent, now=NOW)
    with Register.open(path) as register:
        register.remove_lesson(lesson.id)
    assert len(holding(tmp_path)) == 3

    assert told(erase_lesson(lesson.id, path, why=Why.ASKED, now=NOW)) is None
    assert holding(path.parent) == []
    logins = [place_of(database.url(database.login(name))) for name in ("een", "ander")]
    for each, place in ((path, logins[0]), (other, logins[1]), (path, logins[0])):
        meet(each, place, PASSWORD)
    back_up(other.parent, now=NOW.replace(hour=18))

    assert holding(tmp_path) == []
    assert lines(path) == lines(other) == ["Blijft staan"]
