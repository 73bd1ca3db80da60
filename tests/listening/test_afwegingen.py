from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.listening import Rule, hints_in
from beraad.records import Consideration, Id, Option, Participant, PhaseKey, Progress, new_id
from tests.editing.support import blank

PEOPLE = tuple(Participant(id=Id(f"p{n}"), role="consulent") for n in (1, 2))
C = Option(id=Id("c"), text="Samen bellen")
HERE, LATER = PhaseKey.CONSIDERATION, PhaseKey.DIALOGUE


def beraad(*cards, phase=LATER, alternatives=(C,)):
    session = blank()
    made = tuple(
        Consideration(id=new_id(), participant_id=who.id, **card)
        for who, card in zip(PEOPLE, cards, strict=False)
    )
    return replace(
        session,
        participants=PEOPLE,
        options=(
            *(replace(option, text="Wachten") for option in session.options),
            *alternatives,
        ),
        considerations=made,
        progress=Progress(phase=phase),
    )


def rules(session):
    return [hint.rule for hint in hints_in(session, PhaseKey.CONSIDERATION)]


WHOLE = {"choice_id": C.id, "value": "zorg", "harm": "kost het tijd"}
BARE = {"choice_id": C.id}

CASES = (
    ("whole", (WHOLE,), LATER, []),
    ("nothing but a choice", (BARE,), LATER, [Rule.WITHOUT_VALUE, Rule.WITHOUT_HARM]),
    ("no harm", ({**BARE, "value": "zorg"},), LATER, [Rule.WITHOUT_HARM]),
    ("no value", ({**BARE, "harm": "kost het tijd"},), LATER, [Rule.WITHOUT_VALUE]),
    ("no choice yet", ({"value": "zorg"},), LATER, []),
    ("does not take part", ({**BARE, "abstains": True},), LATER, []),
    ("still being written", (BARE,), HERE, []),
    ("still being written after a whole one", (WHOLE, BARE), HERE, []),
    ("another was begun", (BARE, WHOLE), HERE, [Rule.WITHOUT_VALUE, Rule.WITHOUT_HARM]),
    ("passed over the value", ({**BARE, "harm": "kost"},), HERE, [Rule.WITHOUT_VALUE]),
    (
        "passed over the harm",
        ({**BARE, "value": "zorg", "limiting": "te bellen"},),
        HERE,
        [Rule.WITHOUT_HARM],
    ),
)


@pytest.mark.parametrize(
    ("cards", "phase", "noticed"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_what_an_afweging_lacks(cards, phase, noticed):
    assert rules(beraad(*cards, phase=phase)) == noticed


def test_only_a_and_b_to_choose_from():
    assert rules(beraad(alternatives=())) == [Rule.ONLY_A_AND_B]
    assert rules(beraad(alternatives=(replace(C, text=" "),))) == [Rule.ONLY_A_AND_B]
    assert rules(beraad()) == []


def test_nothing_lies_on_the_table_while_a_or_b_is_empty():
    session = beraad(alternatives=())
    empty = tuple(replace(option, text="") for option in session.options)

    assert rules(replace(session, options=empty)) == []
