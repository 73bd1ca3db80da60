"""Asking and answering by files and with the exchange: every word read, hostile files refused."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date, timedelta

import pytest

from beraad.errors import Solvable
from beraad.publishing.asking import (
    LetterOpen,
    asked,
    letter_written,
    opened,
    questions_in,
    replied,
    taken_in,
)
from beraad.publishing.exchanging import receive, send
from beraad.records import Often
from beraad.signals.events import EventKind, mark_of
from beraad.signals.question_file import MOST_BYTES
from beraad.signals.questions import team_mark
from beraad.store.register import Register

TODAY = date(2026, 11, 27)
HELD_ON = date(2026, 11, 18)
DAYS_AGO = date(2026, 11, 4)
MARKER = "Zwaluwstaartmerk"


@pytest.fixture
def place(tmp_path):
    def make(name):
        home = tmp_path / name
        home.mkdir(exist_ok=True)
        return home / "register.sqlite"

    return make


@pytest.fixture
def out(tmp_path):
    made = tmp_path / "uit"
    made.mkdir()
    return made


def ask(path, text="Zien jullie dat een brief te laat komt?"):
    return asked(path, text, role="beleid", bottleneck="Brieven", today=TODAY)


def answer(path, question, *, team="Team Noord", often=Often.SOME, on=HELD_ON, **said):
    return replied(path, question, often=often, team=team, held_on=on, today=TODAY, **said)


def test_a_question_goes_out_and_answers_come_back_by_files(place, out):
    question = ask(place("beleid"))
    file = letter_written(place("beleid"), question, out)
    for number in range(3):
        team = place(f"team{number}")
        taken = taken_in(file, team, today=TODAY)
        assert (taken.letter.question, taken.is_new) == (question, True)
        reply = answer(
            team,
            taken.letter.question,
            team=f"Team {number}",
            on=HELD_ON.replace(day=3 + 7 * number),
        )
        back = letter_written(team, question, out, reply=reply)
        for _ in range(2):
            taken_in(back, place("beleid"), today=TODAY)

    (one,) = questions_in(place("beleid"))
    assert len(one.replies) == 3
    assert (one.seen.beraden, one.seen.teams) == (3, 3)
    (alone,) = questions_in(place("team0"))
    assert alone.seen is None


def test_answers_also_come_back_with_the_exchange(place, tmp_path):
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    paths = [place(name) for name in ("beleid", "een", "ander")]
    question = ask(paths[0])
    send(paths[0], shared)
    for number, path in enumerate(paths[1:]):
        receive(path, shared)
        for day in (4, 11):
            answer(
                path, questions_in(path)[0].question, team=f"T{number}", on=HELD_ON.replace(day=day)
            )
        send(path, shared)
    for path in paths:
        assert receive(path, shared).refused == ()
    for path in paths:
        receive(path, shared)

    first, *others = (questions_in(path) for path in paths)
    assert first[0].question == question
    assert len(first[0].replies) == 4
    assert (first[0].seen.beraden, first[0].seen.teams) == (3, 2)
    assert all(other == first for other in others)


def test_the_name_of_a_team_is_nowhere(place, out, tmp_path):
    path = place("team")
    question = ask(path)
    reply = answer(path, question, team=f"Team {MARKER}")
    file = letter_written(path, question, out, reply=reply)
    shared = tmp_path / "gedeeld"
    shared.mkdir()

    for data in (path.read_bytes(), file.read_bytes(), send(path, shared).read_bytes()):
        assert MARKER.encode() not in data
    assert MARKER not in file.name


def test_who_knows_the_names_of_teams_cannot_tell_which_of_them_answered(place):
    path, other = place("team"), place("ander")
    question = ask(path)
    marks = {
        (file.parent.name, team): answer(file, question, team=team).team
        for file in (path, other)
        for team in ("Noord", "Zuid")
    }

    assert len(set(marks.values())) == len(marks)
    for mark in marks.values():
        for name in ("Noord", "noord", "Zuid", "zuid"):
            for key in ("", question.id, "register"):
                assert mark != team_mark(question.id, name, key=key)
                assert mark != mark_of(f"{question.id}|{name}")
    with Register.open(path) as register:
        assert register.key_of_teams not in marks.values()
        assert register.key_of_teams == register.key_of_teams


def test_a_team_counts_once_on_a_laptop_and_its_later_answer_stands(place):
    path = place("team")
    question = ask(path)
    answer(path, question, team="Team  Noord", often=Often.NEVER)
    answer(path, question, team="team noord", often=Often.MANY)
    answer(path, question, team="Noord", on=DAYS_AGO, often=Often.MANY)
    answer(path, question, team="noord", on=HELD_ON, often=Often.MANY)

    (one,) = questions_in(path)
    assert sorted(reply.often for reply in one.replies) == [Often.MANY] * 3
    assert len({reply.team for reply in one.replies}) == 2


def test_what_makes_the_marks_of_teams_is_given_to_nobody(place, out, tmp_path):
    path = place("team")
    question = ask(path)
    reply = answer(path, question)
    file = letter_written(path, question, out, reply=reply)
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    with Register.open(path) as register:
        key = register.key_of_teams.encode()

    assert key in path.read_bytes()
    for data in (file.read_bytes(), send(path, shared).read_bytes()):
        assert key not in data


def test_an_answer_with_a_mark_of_before_is_still_taken_in(place, out):
    path = place("team")
    question = ask(path)
    before = replace(answer(path, question), team=mark_of(f"{question.id}|noord"))
    file = letter_written(path, question, out, reply=before)

    taken_in(file, place("beleid"), today=TODAY)
    (one,) = questions_in(place("beleid"))
    assert one.replies == (before,)


def test_no_word_that_may_point_to_somebody_comes_in_or_goes_out(place, out, tmp_path):
    path = place("beleid")
    with pytest.raises(LetterOpen):
        ask(path, "Zien jullie mevrouw Jansen ook?")
    question = ask(path)
    with pytest.raises(LetterOpen):
        answer(path, question, words="Vooral mevrouw Jansen, 06-12345678.")
    assert questions_in(path)[0].replies == ()

    read = asked(path, "Zien jullie dit bij Van Dalen?", role="", today=TODAY, is_read=True)
    file = letter_written(path, read, out)
    assert opened(file, today=TODAY).question == read

    forged = json.loads(file.read_text())
    forged["vraag"]["asked"] = "Zien jullie dit bij mevrouw Jansen?"
    file.write_text(json.dumps(forged))
    with pytest.raises(LetterOpen) as refused:
        taken_in(file, place("team"), today=TODAY)
    assert "Jansen" not in str(refused.value)
    assert not place("team").exists()


def test_open_words_never_leave_by_the_exchange(place, tmp_path):
    path = place("beleid")
    question = asked(path, "Zien jullie dit bij Van Dalen?", role="", today=TODAY, is_read=True)
    from beraad.signals.events import said_payload
    from beraad.signals.questions import entity_of

    with Register.open(path) as register:
        open_one = replace(question, asked="Zien jullie mevrouw Jansen?", read=None)
        register.write(EventKind.ASKED, entity_of(question.id), said_payload(open_one))
    shared = tmp_path / "gedeeld"
    shared.mkdir()

    with pytest.raises(LetterOpen):
        send(path, shared)
    assert list(shared.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"{" * 5_000, b"[]", b"\x00" * 900])
def test_a_file_of_another_that_is_no_letter_is_refused(place, tmp_path, data):
    file = tmp_path / "vraag.json"
    file.write_bytes(data)

    with pytest.raises(Solvable, match="niet overgenomen"):
        taken_in(file, place("team"), today=TODAY)
    assert not place("team").exists()


def test_a_large_file_a_folder_and_a_pipe_are_refused_unread(place, tmp_path):
    large = tmp_path / "groot.json"
    large.write_bytes(b" " * (MOST_BYTES + 1))
    files = [large, tmp_path, tmp_path / "weg.json"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp.json")
        files.append(tmp_path / "pijp.json")
    for file in files:
        with pytest.raises(Solvable, match="niet overgenomen"):
            taken_in(file, place("team"), today=TODAY)


def test_an_oefening_and_a_real_question_do_not_mix(place, out):
    practice = place("oefen")
    with Register.open(practice) as register:
        register.begin_practice(TODAY)
    made = letter_written(practice, ask(practice), out)
    assert made.name.startswith("oefening ")
    real = letter_written(place("echt"), ask(place("echt")), out)

    for file, path in ((made, place("echt")), (real, practice)):
        before = questions_in(path)
        with pytest.raises(Solvable, match="hoort hier niet bij"):
            taken_in(file, path, today=TODAY)
        assert questions_in(path) == before


def test_a_reply_needs_a_team_and_a_beraad_that_was(place):
    path = place("team")
    question = ask(path)
    with pytest.raises(Solvable, match="welk team"):
        answer(path, question, team="  ")
    with pytest.raises(Solvable, match="ligt nog voor ons"):
        answer(path, question, on=date(2026, 12, 1))
    assert questions_in(path)[0].replies == ()


def test_an_erased_question_does_not_come_back_with_a_file(place, out):
    path = place("beleid")
    question = ask(path, f"Zien jullie {MARKER.lower()}?")
    file = letter_written(path, question, out)
    from beraad.signals.questions import entity_of

    with Register.open(path) as register:
        register.remove(entity_of(question.id))
    with pytest.raises(Solvable, match="gewist"):
        taken_in(file, path, today=TODAY)
    with pytest.raises(Solvable, match="gewist"):
        answer(path, question)

    assert questions_in(path) == ()
    assert MARKER.lower().encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("question", "reply", "why"),
    [
        ({"on": TODAY + timedelta(days=1)}, {}, "de dag van de vraag moet nog komen"),
        ({"due": TODAY - timedelta(days=30)}, {}, "ligt vóór de vraag"),
        ({}, {"on": TODAY + timedelta(days=1)}, "de dag van het antwoord moet nog komen"),
        ({}, {"week": "2027-W10"}, "de dag van het antwoord moet nog komen"),
        ({}, {"on": TODAY - timedelta(days=20)}, "ligt vóór de vraag"),
        ({"on": DAYS_AGO}, {"on": DAYS_AGO, "week": "2026-W47"}, "was na het antwoord"),
        ({}, {"week": "1026-W02"}, "meer dan een jaar vóór de vraag"),
        ({}, {"week": "2025-W20"}, "meer dan een jaar vóór de vraag"),
    ],
)
def test_a_letter_of_a_day_that_cannot_be_is_refused(place, tmp_path, question, reply, why):
    path = place("beleid")
    begun = replace(ask(path), **question)
    answered = replace(answer(path, begun), **reply) if reply else None
    file = letter_written(path, begun, tmp_path, reply=answered)

    with pytest.raises(Solvable, match=why):
        taken_in(file, place("team"), today=TODAY)
    assert not place("team").exists()


def test_what_was_known_is_told_and_never_becomes_something_else(place, out):
    path, policy = place("team"), place("beleid")
    question = ask(path)
    reply = answer(path, question)
    asking = letter_written(path, question, out)
    answering = letter_written(path, question, out, reply=reply)
    assert taken_in(asking, policy, today=TODAY).is_new
    assert not taken_in(asking, policy, today=TODAY).is_new
    assert taken_in(answering, policy, today=TODAY).is_new
    assert not taken_in(answering, policy, today=TODAY).is_new
    before = questions_in(policy)

    for file, part, field, said in (
        (asking, "vraag", "asked", "Zien jullie iets anders?"),
        (answering, "antwoord", "often", "many"),
    ):
        forged = json.loads(file.read_text())
        forged[part][field] = said
        file.write_text(json.dumps(forged))
        with pytest.raises(Solvable, match="al bekend, met een andere inhoud"):
            taken_in(file, policy, today=TODAY)
    assert questions_in(policy) == before


def test_an_answer_is_of_a_beraad_of_the_last_year(place):
    path = place("team")
    question = ask(path)
    with pytest.raises(Solvable, match="meer dan een jaar"):
        answer(path, question, on=TODAY - timedelta(days=380))
    assert questions_in(path)[0].replies == ()


def test_nobody_is_asked_for_an_answer_before_a_day_that_has_been(place):
    with pytest.raises(Solvable, match="is al geweest"):
        asked(place("beleid"), "Zien jullie dit?", role="", today=TODAY, due=date(2026, 11, 26))
