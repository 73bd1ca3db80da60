from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from beraad.editing.decisions import decided
from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.finding.outgoing import goes_out, outgoing
from beraad.privacy.finding.reading import asked_about, gathered, read
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.marks import marks, read_marks
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import KnownWord, Session, Verdict, new_id
from beraad.records.anatomy import addressed_texts
from beraad.remembering import forget
from beraad.training.practice import load, practice_cases
from tests.conftest import NOW, TODAY
from tests.editing.support import blank
from tests.privacy.invented import read_afresh, texts_of
from tests.strategies import sessions


def always():
    return True


def never():
    return False


def practised(name="schuldhulp-na-een-fraudeschuld") -> Session:
    case = next(case for case in practice_cases() if case.name == name)
    return load(case, now=NOW, held_on=TODAY)


def told(session, situation):
    return replace(session, case=replace(session.case, situation=situation))


def finds_of(marks):
    return {text: tuple(mark.find for mark in found) for text, found in marks.items()}


def reviewed(session):
    """What the review shows as not kept, by text, when nothing was read before."""
    gate = replace(Gate.of(session), reading=read_afresh(session))
    return {text: gate.pointed_out(text) for text in gate.found}


@pytest.mark.parametrize("name", [case.name for case in practice_cases()])
def test_marks_are_what_the_gate_finds(name):
    session = practised(name)

    found = finds_of(read_marks(session, never))

    assert found == reviewed(session)


def test_a_practice_case_with_names_has_marks():
    assert any(read_marks(practised(), never).values())


def test_reading_again_gives_the_same_as_reading_afresh():
    session = practised()
    steps = (
        session,
        told(session, "Gisteren belde Wouter Hofstra uit Assen."),
        told(session, "Gisteren belde Hofstra uit Assen, en wouter ook."),
        replace(session, known_words=(KnownWord(id=new_id(), word="marktkraam"),)),
        replace(session, participants=()),
        session,
    )
    for step in steps:
        assert finds_of(read_marks(step, never)) == reviewed(step)


def test_a_name_in_one_text_is_marked_in_another_that_did_not_change():
    session = blank()
    friction = "Niemand wist wat vlorting wilde."
    session = replace(session, case=replace(session.case, friction=friction))
    assert all(mark.find.asks for mark in read_marks(session, never)[friction])

    found = read_marks(told(session, "Mevrouw Vlorting meldt zich."), never)

    keys = {mark.find.key for marks in found.values() for mark in marks}
    assert len(keys) == 1
    assert all(found.values())
    assert not any(mark.find.asks for mark in found[friction])


def test_what_somebody_keeps_is_not_marked_and_what_somebody_removes_is():
    session = told(blank(), "Mevrouw Belkacem woont in Assen.")
    name, place = (mark.find.key for marks in read_marks(session, never).values() for mark in marks)
    session = decided(session, name, Verdict.KEEP, reason="algemeen bekend")
    session = decided(session, place, Verdict.REPLACE, replacement="een stad")

    (found,) = read_marks(session, never).values()

    assert [(mark.find.key, mark.in_report, mark.instead) for mark in found] == [
        (place, "een stad", "een stad")
    ]


def test_a_general_word_goes_before_taking_out():
    session = told(blank(), "Wouter Hofstra komt langs.")
    gate = Gate.of(session)
    known = KnownNames.of(session)
    general = {
        text: tuple(replace(find, generalised="een inwoner") for find in finds)
        for text, finds in gate.found.items()
    }

    reading = gathered(known, gate.lexicon, general)
    ((mark,),) = marks(replace(gate, reading=reading)).values()

    assert (mark.instead, mark.is_general) == ("Een inwoner", True)
    assert mark.in_report != mark.instead


def test_a_reading_that_is_not_wanted_stops_and_goes_on_later():
    forget()
    session = practised()
    asked = iter([False, False, True])

    assert read_marks(session, lambda: next(asked)) is None
    assert read_marks(session, always) is None
    assert finds_of(read_marks(session, never)) == reviewed(session)


def test_what_was_read_is_not_read_again():
    session = practised()
    read_marks(session, never)

    assert read_marks(session, always) is not None


@settings(max_examples=25)
@given(sessions())
def test_a_field_goes_out_exactly_when_its_text_can(session):
    for address, _ in outgoing(session):
        assert goes_out(address.section, address.field)
    held = {address for address, _ in addressed_texts(session)} - {
        address for address, _ in outgoing(session)
    }
    assert not any(
        goes_out(address.section, address.field)
        for address in held
        if address.section != "considerations"
    )


def test_what_was_read_for_the_marks_is_not_read_again_by_the_gate():
    session = told(practised(), "Wethouder Bruintjes belde om 06-12345678.")
    asked = asked_about(session, texts_of(session), shipped())

    read_marks(session, never)

    def refuses(_done, _total):
        raise AssertionError("read again")

    assert read(replace(asked, goes_on=refuses)) == read_afresh(session)
