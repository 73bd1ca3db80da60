from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from beraad.phases import conclusion, opening, signal
from beraad.phases.model import PhaseState, state
from beraad.phases.perspectives import hearsay
from beraad.phases.place_labels import phase_at, ronde_label
from beraad.phases.rondes import PHASES, in_order, phase_of
from beraad.records import Employment, Participant, PhaseKey, SignalContent, Source, new_id
from beraad.records.anatomy import Address, list_sections, single_sections
from tests.editing.support import blank, furnished

ALL_FIELDS = [
    field
    for phase in PHASES
    for field in (*phase.fields, *(column for rows in phase.rows for column in rows.columns))
] + [*opening.ALL, *opening.PARTICIPANT_COLUMNS, *signal.FIELDS]
OF_NO_RONDE = frozenset(
    {
        *("known_words", "decisions", "versions", "reactions", "other_signals"),
        *("parked", "private_notes", "time_spent", "as_typed", "wordings"),
    }
)


def test_eight_rondes_cover_nine_of_the_ten_published_steps_in_order():
    steps = [step for phase in PHASES for step in phase.canonical_steps]

    assert len(PHASES) == 8
    assert steps == [2, 3, 4, 5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize("field", ALL_FIELDS, ids=lambda field: f"{field.section}.{field.name}")
def test_every_field_has_a_place_in_the_records(field):
    kind = {**single_sections(), **list_sections()}[field.section]

    assert field.name in {each.name for each in fields(kind)}


def test_clarification_may_come_before_the_dilemma():
    keys = [phase.key for phase in in_order(clarification_first=True)]

    assert keys[:4] == [
        PhaseKey.CASE,
        PhaseKey.CLARIFICATION,
        PhaseKey.DILEMMA,
        PhaseKey.PERSPECTIVES,
    ]
    assert set(keys) == {phase.key for phase in PHASES}


def test_a_blank_beraad_is_empty_everywhere():
    assert {state(phase, blank()) for phase in PHASES} == {PhaseState.EMPTY}


def test_a_ronde_is_complete_when_nothing_is_missing():
    session = blank()
    case = phase_of(PhaseKey.CASE)
    session = replace(session, case=replace(session.case, situation="Er was eens."))
    assert state(case, session) is PhaseState.BUSY

    whole = replace(session.case, hot_moment="Toen.", account_agreed=True)
    assert state(case, replace(session, case=whole)) is PhaseState.COMPLETE


def test_every_ronde_says_what_it_misses_in_whole_sentences():
    for phase in PHASES:
        for text in phase.missing(furnished()):
            assert text[0].isupper() or text[0].isalpha()
            assert text[-1] in ".?"


def test_perspectives_that_nobody_knows_first_hand_are_named():
    session = furnished()
    assert list(hearsay(session)) == ["inwoner"]

    said = replace(session.stakeholders[0], source=Source.SAID)
    assert list(hearsay(replace(session, stakeholders=(said,)))) == []


def test_words_that_are_too_heavy_are_not_used():
    texts = " ".join(
        " ".join(
            (
                phase.goal,
                phase.speaks,
                phase.notes,
                phase.invitation,
                *phase.questions,
                *phase.pitfalls,
                *phase.say,
            )
        )
        for phase in PHASES
    ).casefold()
    labels = " ".join(field.label + field.hint for field in ALL_FIELDS).casefold()

    for word in ("escaler", "stemmen", "score", "juiste antwoord", "cliënt"):
        assert word not in texts
        assert word not in labels


def test_the_opening_is_not_a_ronde():
    with pytest.raises(KeyError):
        phase_of(PhaseKey.OPENING)
    assert conclusion.PHASE.canonical_steps == (9, 10)


def test_a_signal_seen_by_somebody_in_opdracht_says_so():
    session = furnished()
    person = Participant(id=new_id(), role="jongerenwerker", employment=Employment.CONTRACTED)
    seen = replace(session, participants=(*session.participants, person))
    named = replace(seen, signal=replace(seen.signal, seen_by="jongerenwerk, in opdracht"))

    def told(of):
        return [text for text in signal.missing(of) if "opdracht" in text]

    assert (len(told(session)), len(told(seen)), told(named)) == (0, 1, [])


def test_what_a_rule_is_meant_for_belongs_to_ronde_3():
    session = blank()
    told = replace(session, case=replace(session.case, rule_purpose="Rust."))

    assert state(phase_of(PhaseKey.CLARIFICATION), told) is not PhaseState.EMPTY
    assert state(phase_of(PhaseKey.CASE), told) is PhaseState.EMPTY
    assert ronde_label(told, Address("case", "rule_purpose")) == "ronde 3"
    assert ronde_label(told, Address("case", "situation")) == "ronde 1"


@pytest.mark.parametrize("section", list_sections())
def test_a_list_of_which_something_went_has_the_ronde_of_its_records_or_none(section):
    session = furnished()
    address = Address(section, "")

    if section in OF_NO_RONDE:
        with pytest.raises(KeyError):
            phase_at(session, address)
    else:
        assert phase_at(session, address) in PhaseKey


@pytest.mark.parametrize(
    ("needed", "answered", "asks"),
    [(10, 20, True), (20, 20, False), (30, 20, False), (None, 20, False), (10, None, False)],
)
def test_a_signal_asks_when_something_is_needed_before_anybody_answers(needed, answered, asks):
    def day(number):
        return number and date(2026, 11, number)

    content = SignalContent(what="x", urgent_before=day(needed), answer_due=day(answered))
    said = [one for one in signal.vague(content) if one.startswith("Nodig voor 10 november 2026")]

    assert bool(said) is asks
    assert all("20 november 2026" in one for one in said)


def test_short_words_alone_are_not_called_empty():
    session = furnished()
    first = replace(session.options[0], text="", short="nu bellen")
    session = replace(session, options=(first, *session.options[1:]))

    said = list(phase_of(PhaseKey.DILEMMA).missing(session))
    assert "A is nog leeg." not in said
    assert "Van A zijn er alleen nog korte woorden." in said
