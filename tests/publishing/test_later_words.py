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
from beraad.publishing.registering import signals_in, write_signals
from beraad.publishing.stepping import StepOpen, drafted, drafts_of, reworded, taken
from beraad.records import Id, RegisteredSignal, SignalContent, Step, StepKind
from beraad.report.json import render_signals
from beraad.store.register import Register
from tests.steps import a_step, answered, passed_on, status

TODAY = date(2026, 12, 3)
SAID = "Mevrouw Jansen (BSN 123456782) kan bellen met 06-12345678."
SIGNAL = RegisteredSignal(
    id=Id("een"),
    content=SignalContent(bottleneck="Inkomensgat", what="Wie wisselend werkt, wacht lang."),
    team="Team Werk",
    week="2026-W47",
    registered_on=date(2026, 11, 18),
    steps=(passed_on(),),
)
OLD = replace(SIGNAL, steps=answered(SAID, TODAY))


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "register.sqlite"
    with Register.open(made) as register:
        register.put(SIGNAL)
    return made


def an_answer(words=SAID, **said):
    return a_step(StepKind.ANSWERED, TODAY, words=words, **said)


@pytest.mark.parametrize("field", ["words", "role", "to", "change", "how"])
def test_a_step_with_somebody_in_it_is_not_kept_before_it_was_decided_about(path, field):
    with pytest.raises(StepOpen) as told:
        taken(SIGNAL.id, replace(an_answer("Ja."), **{field: SAID}), path)

    assert "Inkomensgat" in told.value.happened
    assert "BSN" in told.value.happened
    for word in ("Jansen", "123456782", "06-"):
        assert word not in str(told.value)
    assert signals_in(path) == (SIGNAL,)


def test_an_answer_that_was_read_goes_out_as_it_was_read(path, tmp_path):
    kept = taken(SIGNAL.id, an_answer(), path, is_read=True).signal
    (target,) = write_signals([kept], tmp_path / "signalen.json", replace=True)

    (said,) = json.loads(target.read_text("utf-8"))["signalen"]
    assert said["antwoord"] == SAID


def test_an_answer_without_anybody_needs_no_reading(path):
    kept = taken(SIGNAL.id, an_answer("Het is aangepast."), path).signal

    assert admitted(kept).open_count == 0


def test_a_step_that_nobody_read_goes_out_by_no_way(path, tmp_path):
    with Register.open(path) as register:
        register.put(replace(SIGNAL, steps=(*SIGNAL.steps, an_answer())))

    assert admitted(OLD).open_count == len(open_places(OLD)) >= 3
    with pytest.raises(Solvable, match="nog open"):
        render_signals([admitted(OLD)])
    with pytest.raises(StepOpen):
        write_signals([SIGNAL, OLD], tmp_path / "signalen.json", replace=True)
    assert not (tmp_path / "signalen.json").exists()


def test_a_step_that_was_withdrawn_is_read_as_well():
    undone = a_step(StepKind.UNDONE, TODAY, about=OLD.steps[-1].id)

    assert open_places(replace(OLD, steps=(*OLD.steps, undone)))


def test_reading_an_old_step_lets_it_out_and_leaves_nothing_of_what_it_said(path, tmp_path):
    step = an_answer()
    with Register.open(path) as register:
        register.put(replace(SIGNAL, steps=(*SIGNAL.steps, step)))
    said = replace(step, words="Een inwoner kan bellen met het team.")
    read = reworded(SIGNAL.id, said, path).signal

    assert [each.id for each in read.steps] == [SIGNAL.steps[0].id, step.id]
    assert all(each.exists() for each in write_signals([read], tmp_path / "s.json", replace=True))
    assert open_places(replace(read, steps=(replace(read.steps[-1], words=SAID),)))
    assert b"Jansen" not in path.read_bytes()


def test_a_read_answer_stays_read_when_the_signal_goes_on(path):
    taken(SIGNAL.id, an_answer(), path, is_read=True)
    taken(SIGNAL.id, a_step(StepKind.TOLD, TODAY), path)
    closed = taken(SIGNAL.id, a_step(StepKind.CLOSED, TODAY), path).signal

    assert status(closed) == "closed"
    assert admitted(closed).open_count == 0


def test_a_step_that_does_not_fit_is_not_kept(path):
    with pytest.raises(Solvable, match="past niet"):
        taken(SIGNAL.id, a_step(StepKind.CLOSED, TODAY), path)
    with pytest.raises(Solvable, match="Schrijf op"):
        taken(SIGNAL.id, a_step(StepKind.NO_ANSWER, TODAY, words=" "), path)
    with pytest.raises(Solvable, match="niet meer"):
        taken(Id("nooit"), a_step(StepKind.RECEIVED, TODAY), path)

    assert signals_in(path) == (SIGNAL,)


def test_a_name_that_the_municipality_knows_is_read_too():
    known = shipped().with_own(names=frozenset({"drieklomp"}))
    said = replace(SIGNAL, steps=answered("De regel is drieklomp geworden."))

    assert admitted(said).open_count == 0
    assert admitted(said, known).open_count == 1


def test_every_field_that_is_added_to_a_step_is_read_or_named_here():
    texts = [field.name for field in fields(Step) if field.type == "str"]
    step = a_step(StepKind.ANSWERED, **{name: name for name in texts})

    assert list(later_texts(step)) == texts


@given(st.text(min_size=1), st.text(min_size=1))
def test_the_mark_tells_one_answer_from_another(one, other):
    steps = [an_answer(one), an_answer(other)]
    same = list(later_texts(steps[0])) == list(later_texts(steps[1]))

    assert (len({mark_of(step) for step in steps}) == 1) == same


def test_a_step_that_was_taken_is_no_draft_any_more_and_another_stays_one(path):
    drafted(SIGNAL.id, {"answered.words": "Dat wordt", "told.how": "overleg"}, path)
    taken(SIGNAL.id, an_answer("Dat wordt anders."), path)

    assert drafts_of(SIGNAL.id, path) == {"told.how": "overleg"}
