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
from beraad.signals.events import EventKind
from beraad.signals.question_file import MOST_BYTES
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
        assert taken.question == question
        reply = answer(
            team, taken.question, team=f"Team {number % 2}", on=HELD_ON.replace(day=3 + 7 * number)
        )
        back = letter_written(team, question, out, reply=reply)
        for _ in range(2):
            taken_in(back, place("beleid"), today=TODAY)

    (one,) = questions_in(place("beleid"))
    assert len(one.replies) == 3
    assert (one.seen.beraden, one.seen.teams) == (3, 2)
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
    taken_in(file, path, today=TODAY)

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


def test_nobody_is_asked_for_an_answer_before_a_day_that_has_been(place):
    with pytest.raises(Solvable, match="is al geweest"):
        asked(place("beleid"), "Zien jullie dit?", role="", today=TODAY, due=date(2026, 11, 26))
