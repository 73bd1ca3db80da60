"""The oefenregister: believable, of today, and never among what is real."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from beraad.errors import Solvable
from beraad.phases.suggestions import load
from beraad.privacy.leaving.later import open_in_step, open_places
from beraad.publishing.asking import letter_written, questions_in, taken_in
from beraad.publishing.exchanging import NoteKind, file_of, receive, send
from beraad.publishing.overviewing import cleaned_overview, counted_in, files_of, for_documents
from beraad.publishing.registering import put_in_register, signals_in, write_signals
from beraad.records import Count, Outcome, Setting, SignalStatus, StepKind, blank_session
from beraad.report.plain import plain_text
from beraad.signals.facts import Vocabulary, facts_of
from beraad.signals.life import Lane, lacks, life
from beraad.signals.likeness import alike_signals
from beraad.signals.lines import line_of
from beraad.signals.overview import alike, marks_of, overview
from beraad.signals.questions import team_mark
from beraad.signals.small_numbers import widened
from beraad.store.places import practice_register_folder, prepare, register_path, session_path
from beraad.store.register import Register
from beraad.store.register_lines import practice_since, signal_lines
from beraad.store.session_file import SessionFile
from beraad.training.practice_questions import questions
from beraad.training.practice_register import made, made_anew, sessions, signals
from tests.steps import SIGNAL, lane
from tests.store.support import a_session

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
TODAY = NOW.date()
MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("oefenen") / "oefenregister"
    assert made(folder, now=NOW)
    return folder


@pytest.fixture
def real(tmp_path):
    home = tmp_path / "beraden"
    prepare(home)
    with Register.open(register_path(home, practice=False)) as register:
        register.put(SIGNAL)
    return home


@pytest.mark.parametrize("later", range(7))
def test_it_is_of_today_on_whatever_day_it_is_made(later):
    today = MONDAY + timedelta(days=later)
    found = signals(today)

    days = [step.on for one in found for step in one.steps]
    days += [one.registered_on for one in found]
    assert max(days) <= today
    assert max(days) >= today - timedelta(weeks=3)
    assert min(days) <= today - timedelta(weeks=95)
    assert {day.weekday() for day in days} <= set(range(5))


def test_the_same_day_gives_the_same_signals_and_another_day_others():
    assert signals(TODAY) == signals(TODAY)
    later = {one.id for one in signals(TODAY + timedelta(days=1))}
    assert not later & {one.id for one in signals(TODAY)}


def test_every_kind_of_outcome_can_be_seen_and_every_step_counts():
    found = signals(TODAY)
    assert len({one.team for one in found}) == 4
    assert len({one.id for one in found}) == len(found) > 35
    steps = [step for one in found for step in one.steps]
    assert {step.kind for step in steps} == set(StepKind)
    assert {step.outcome for step in steps} >= set(Outcome)
    assert {lane(one) for one in found} == set(Lane)
    seen = {life(one).status for one in found}
    assert seen >= set(SignalStatus) - {SignalStatus.WEIGHED}
    for one in found:
        for number, step in enumerate(one.steps):
            assert not lacks(replace(one, steps=one.steps[:number]), step), (one.team, step)


def test_signals_that_were_passed_on_again_and_that_were_joined_are_among_them():
    found = signals(TODAY)
    again = [one for one in found if sum(s.kind is StepKind.PASSED_ON for s in one.steps) > 1]
    joined = [s.about for one in found for s in one.steps if s.kind is StepKind.JOINED]
    assert len(again) >= 3
    assert set(joined) <= {one.id for one in found}


def test_nothing_in_it_is_undecided():
    assert not [one.id for one in signals(TODAY) if open_places(one)]
    for question, replies in questions(TODAY):
        assert not [said for said in (question, *replies) if open_in_step(said)]


@pytest.mark.parametrize("later", range(7))
def test_its_questions_are_of_today_and_about_what_its_teams_saw(later):
    today = MONDAY + timedelta(days=later)
    teams = {one.team for one in signals(today)}
    titles = {one.content.bottleneck for one in signals(today)}
    for question, replies in questions(today):
        assert question.bottleneck in titles
        assert question.on < today
        marks = {team_mark(question.id, team, key="") for team in teams}
        assert {reply.team for reply in replies} <= marks
        assert all(question.on <= reply.on < today for reply in replies)


def test_a_question_that_is_counted_one_of_a_few_and_one_to_answer(made_once, tmp_path):
    unanswered, few, counted = questions_in(register_path(made_once, practice=False))

    assert unanswered.replies == ()
    assert few.replies
    assert (few.seen, few.words) == (None, ())
    assert counted.seen == Count(6, 4)
    assert len(counted.words) == 4

    real = tmp_path / "echt"
    prepare(real)
    letter = letter_written(register_path(made_once, practice=False), unanswered.question, tmp_path)
    with pytest.raises(Solvable, match="oefening"):
        taken_in(letter, register_path(real, practice=False), today=TODAY)


def test_its_beraden_hold_words_of_the_lists_only_where_those_are_counted():
    vocabulary = Vocabulary.of(load(None))
    for one in sessions(NOW):
        assert one.is_practice
        told = facts_of(one, vocabulary, practice=True)
        assert len(told.clashes) == 1
        assert len(told.voices) == len(one.stakeholders)


def test_every_screen_of_counts_has_something_to_show(made_once, tmp_path):
    counted = counted_in(made_once)
    period = widened(TODAY - timedelta(days=500), TODAY)
    cleaned = cleaned_overview(counted, period, today=TODAY)

    assert counted.is_practice
    assert len(counted.facts) == 40
    rows = [row for row in cleaned.overview.rows if row.count]
    assert len(rows) >= 4
    found = cleaned.patterns
    assert sum(one.count is not None for one in found.clashes) >= 2
    assert len([one for one in found.answers.steps if one.count]) >= 3
    assert len(found.paces) == 8
    assert any(one.filled_in for one in found.voices)
    told = for_documents(cleaned, counted)
    files = files_of(told, tmp_path)
    assert all("oefening" in path.name for path in files)
    text = next(
        data
        for path, data in files.items()
        if path.name.startswith("beleidsbrief") and path.suffix == ".md"
    ).decode()
    assert "alles is verzonnen" in text


def test_what_is_written_of_it_says_that_it_is_an_oefening(made_once, tmp_path):
    register = register_path(made_once, practice=False)
    (path,) = write_signals(signals_in(register), tmp_path / "s.json", replace=False, practice=True)
    assert {one["oefening"] for one in json.loads(path.read_text("utf-8"))["signalen"]} == {True}


def test_it_is_known_for_what_it_is_by_the_file_itself(made_once, real):
    assert practice_since(register_path(made_once, practice=False)) == TODAY
    assert practice_since(register_path(real, practice=False)) is None
    with Register.open(register_path(made_once, practice=False)) as register:
        assert register.practice_since() == TODAY
        with pytest.raises(ValueError, match="oefenregister"):
            register.begin_practice(TODAY)


def test_a_folder_in_which_something_stands_is_refused_and_left_alone(tmp_path):
    (tmp_path / "notitie.txt").write_text("van iemand")
    with pytest.raises(Solvable, match="niet leeg"):
        made(tmp_path, now=NOW)
    assert [each.name for each in tmp_path.iterdir()] == ["notitie.txt"]


def test_an_empty_folder_will_do_and_stopping_leaves_nothing(tmp_path):
    folder = tmp_path / "leeg"
    folder.mkdir()
    told = []
    assert not made(folder, now=NOW, tell=told.append, unwanted=lambda: len(told) > 1)
    assert told == [0, 2]
    assert [each.name for each in tmp_path.iterdir()] == ["leeg"]
    assert not list(folder.iterdir())


def test_a_real_register_never_makes_place(real):
    before = signals_in(register_path(real, practice=False))
    with pytest.raises(Solvable, match="echt register"):
        made_anew(real, now=NOW)
    assert signals_in(register_path(real, practice=False)) == before


def markers(folder):
    """Words that stand in the oefenregister and nowhere else."""
    return {one.team for one in signals_in(register_path(folder, practice=False))}


def test_nothing_of_it_is_counted_among_real_beraden(made_once, real, tmp_path):
    # As in the window: the oefenregister lies inside the folder of the real beraden.
    inside = practice_register_folder(real)
    made_once_copy(made_once, inside)
    loose = next((made_once / "oefeningen").iterdir())
    (real / loose.name).write_bytes(loose.read_bytes())

    counted = counted_in(real)
    cleaned = cleaned_overview(counted, widened(TODAY - timedelta(days=700), TODAY), today=TODAY)

    assert counted.facts == ()
    assert not counted.is_practice
    assert [line.id for line in counted.lines] == [SIGNAL.id]
    told = repr((cleaned.overview, cleaned.patterns))
    assert not [word for word in markers(made_once) if word in told]


def made_once_copy(source, target):
    import shutil

    shutil.copytree(source, target)


def test_no_real_beraad_is_counted_in_it_or_comes_into_its_register(made_once, tmp_path):
    folder = tmp_path / "oefenregister"
    made_once_copy(made_once, folder)
    mine = a_session()
    assert not mine.is_practice
    SessionFile.create(session_path(folder, mine), mine).close()
    moved = folder / "oefeningen" / "beraad-2026-W40-echt.beraad"
    moved.write_bytes(session_path(folder, mine).read_bytes())

    assert len(counted_in(folder).facts) == 40
    before = signal_lines(register_path(folder, practice=False))
    with pytest.raises(Solvable, match="oefenregister"):
        put_in_register(mine, register_path(folder, practice=False), today=TODAY)
    assert signal_lines(register_path(folder, practice=False)) == before


def test_counting_them_together_is_a_mistake_of_ours():
    vocabulary = Vocabulary.of(load(None))
    blank = blank_session(now=NOW, held_on=TODAY)
    oefening = blank_session(now=NOW, held_on=TODAY, setting=Setting.PRACTICE)
    for session, practice in ((blank, True), (oefening, False)):
        with pytest.raises(ValueError, match="never counted together"):
            facts_of(session, vocabulary, practice=practice)


@pytest.mark.parametrize("renamed", [False, True])
def test_real_and_practice_never_cross_in_a_shared_folder(made_once, real, tmp_path, renamed):
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    practice = tmp_path / "oefen" / "register.sqlite"
    practice.parent.mkdir()
    practice.write_bytes(register_path(made_once, practice=False).read_bytes())
    mine = register_path(real, practice=False)
    theirs = send(practice, shared)
    ours = send(mine, shared)
    assert theirs.name.startswith("oefenregister-")
    if renamed:
        theirs.rename(shared / file_of("a" * 32))
        ours.rename(shared / file_of("b" * 32, practice=True))

    into_real, into_practice = receive(mine, shared), receive(practice, shared)

    assert into_real.new == into_practice.new == 0
    assert into_real.refused == into_practice.refused == ()
    for received, sort in ((into_real, "een oefenregister"), (into_practice, "een echt register")):
        passed_over = [note for note in received.notes if note.kind is not NoteKind.RENAMED]
        assert len(passed_over) == 1
        assert passed_over[0].sentence.endswith(f" is overgeslagen: het komt uit {sort}.")
        assert received.files == 0  # Only its own, whatever it is called.
    assert [one.id for one in signals_in(mine)] == [SIGNAL.id]
    assert SIGNAL.id not in {one.id for one in signals_in(practice)}
    for data in (mine.read_bytes(),):
        assert not [word for word in markers(made_once) if word.encode() in data]


def test_two_oefenregisters_of_one_day_exchange_and_stay_one(made_once, tmp_path):
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    other = tmp_path / "ander"
    assert made(other, now=NOW)
    homes = [tmp_path / "een", other]
    made_once_copy(made_once, homes[0])
    paths = [register_path(home, practice=False) for home in homes]
    for path in paths:
        send(path, shared)
    for path in paths:
        assert receive(path, shared).refused == ()

    first, second = map(signals_in, paths)
    assert first == second
    assert {one.id for one in first} == {one.id for one in signals(TODAY)}
    assert not [line for line in signal_lines(paths[0]) if line.disputed]


def test_the_words_of_a_signal_stand_in_the_beraad_it_came_from(made_once):
    own = {one.id: one for one in signals(TODAY)}
    linked = 0
    for one in sessions(NOW):
        if one.signal_link.signal_id is not None:
            assert one.signal == own[one.signal_link.signal_id].content
            linked += 1
        for other in one.other_signals:
            content = own[other.id].content
            assert all(
                getattr(other, field.name) == getattr(content, field.name)
                for field in fields(content)
            )
    assert linked == 40


def test_documents_of_real_signals_say_nothing_of_an_oefening(real):
    counted = counted_in(real)
    cleaned = cleaned_overview(counted, widened(TODAY - timedelta(days=700), TODAY), today=TODAY)
    from beraad.publishing.overviewing import documents

    for document in documents(for_documents(cleaned, counted)):
        assert "verzonnen" not in plain_text(document)
        assert "oefening" not in document.stem


def test_what_is_offered_as_alike_is_alike():
    found = signals(TODAY)
    lines = tuple(line_of(one) for one in found)
    made = overview(lines, widened(TODAY - timedelta(days=720), TODAY), today=TODAY)
    marks = marks_of(made.rows, lines)

    digital = {"Aanvraag kan alleen digitaal", "Digitaal aanvragen lukt niet zonder hulp"}
    same_process = {"Aanvraag kan alleen digitaal", "Zoekperiode van vier weken voor jongeren"}
    rows = {
        frozenset({row.title, other.title})
        for row in made.rows
        for other in alike(row, made.rows, marks)
    }
    assert rows == {frozenset(digital), frozenset(same_process)}

    offered = {
        frozenset({one.content.bottleneck, like.line.title})
        for one in found
        for like in alike_signals(one.content, lines, but=one.id)
        if like.line.title != one.content.bottleneck
    }
    assert offered == {frozenset(digital)}
