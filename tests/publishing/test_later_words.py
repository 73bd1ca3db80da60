"""What is written about a signal after it was registered passes the gate like any text."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.privacy.clean import admitted
from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.leaving.later import later_texts, mark_of, open_places
from beraad.publishing.registering import AnswerOpen, answer_read, moved, signals_in, write_signals
from beraad.records import Id, RegisteredSignal, SignalContent, SignalStatus
from beraad.report.json import render_signals
from beraad.store.register import Register

TODAY = date(2026, 12, 3)
SAID = "Mevrouw Jansen (BSN 123456782) kan bellen met 06-12345678."
SIGNAL = RegisteredSignal(
    id=Id("een"),
    content=SignalContent(bottleneck="Inkomensgat", what="Wie wisselend werkt, wacht lang."),
    team="Team Werk",
    week="2026-W47",
    status=SignalStatus.PASSED_ON,
    registered_on=date(2026, 11, 18),
)


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "register.sqlite"
    with Register.open(made) as register:
        register.put(SIGNAL)
    return made


def test_an_answer_with_somebody_in_it_is_not_kept_before_it_was_decided_about(path):
    with pytest.raises(AnswerOpen) as told:
        moved(SIGNAL, SignalStatus.ANSWERED, path, today=TODAY, answer=SAID)

    assert "Inkomensgat" in told.value.happened
    assert "BSN" in told.value.happened
    for word in ("Jansen", "123456782", "06-"):
        assert word not in str(told.value)
    assert signals_in(path) == (SIGNAL,)


def test_an_answer_that_was_read_goes_out_as_it_was_read(path, tmp_path):
    kept = moved(SIGNAL, SignalStatus.ANSWERED, path, today=TODAY, answer=SAID, is_read=True)
    target = write_signals(kept, tmp_path / "signalen.json", replace=True)

    (said,) = json.loads(target.read_text("utf-8"))["signalen"]
    assert said["antwoord"] == SAID


def test_an_answer_without_anybody_needs_no_reading(path):
    (kept,) = moved(SIGNAL, SignalStatus.ANSWERED, path, today=TODAY, answer="Het is aangepast.")

    assert admitted(kept).open_count == 0


def test_a_row_that_nobody_read_goes_out_by_no_way(path, tmp_path):
    old = replace(SIGNAL, status=SignalStatus.ANSWERED, answer=SAID, answered_on=TODAY)
    with Register.open(path) as register:
        register.put(old)

    assert admitted(old).open_count == len(open_places(old)) >= 3
    with pytest.raises(Solvable, match="nog open"):
        render_signals([admitted(old)])
    with pytest.raises(AnswerOpen):
        write_signals([SIGNAL, old], tmp_path / "signalen.json", replace=True)
    with pytest.raises(AnswerOpen):
        moved(old, SignalStatus.CLOSED, path, today=TODAY)
    assert not (tmp_path / "signalen.json").exists()


def test_reading_an_old_row_lets_it_out_until_another_sign_is_written(path, tmp_path):
    old = replace(SIGNAL, status=SignalStatus.ANSWERED, answer=SAID, answered_on=TODAY)
    (read,) = answer_read(old, "Een inwoner kan bellen met het team.", path)

    assert write_signals([read], tmp_path / "signalen.json", replace=True).exists()
    assert open_places(replace(read, answer=f"{read.answer} {SAID}"))


def test_a_read_answer_stays_read_when_the_signal_goes_on(path):
    (read,) = moved(SIGNAL, SignalStatus.ANSWERED, path, today=TODAY, answer=SAID, is_read=True)
    (closed,) = moved(read, SignalStatus.CLOSED, path, today=TODAY)

    assert admitted(closed).open_count == 0


def test_a_name_that_the_municipality_knows_is_read_too():
    known = shipped().with_own(names=frozenset({"drieklomp"}))
    said = replace(SIGNAL, answer="Vraag het aan drieklomp.")

    assert admitted(said).open_count == 0
    assert admitted(said, known).open_count == 1


def test_every_field_that_is_added_to_the_register_is_read_or_named_here():
    texts = {field.name for field in fields(RegisteredSignal) if field.type == "str"}

    assert texts == {"team", "week", "answer", "answer_draft"}
    assert list(later_texts(replace(SIGNAL, answer="Ja.", answer_draft="Nee."))) == ["Ja."]


@given(st.text(min_size=1), st.text(min_size=1))
def test_the_mark_tells_one_answer_from_another(one, other):
    same = list(later_texts(replace(SIGNAL, answer=one))) == list(
        later_texts(replace(SIGNAL, answer=other))
    )
    marks = {mark_of(replace(SIGNAL, answer=text)) for text in (one, other)}

    assert (len(marks) == 1) == same


def test_an_answer_that_was_read_is_no_draft_any_more(tmp_path):
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register:
        register.put(replace(SIGNAL, answer_draft="Dat wordt anders"))

    (kept,) = answer_read(SIGNAL, "Dat wordt anders.", path)
    assert (kept.answer, kept.answer_draft) == ("Dat wordt anders.", "")

    (kept,) = answer_read(replace(kept, answer_draft="nog iets"), "Dat wordt anders.", path)
    assert kept.answer_draft == ""
