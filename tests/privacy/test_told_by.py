"""A value that ronde 4 names for somebody at the table tells whose it is."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.privacy.signs.telling.told_by import _is_far, tells_whose
from beraad.records import Consideration, Id, Norm, Part, Participant, Presence, Stakeholder, Value
from tests.builders import filled_session

PEOPLE = ("wijkagent", "wijkverpleegkundige", "consulent inkomen")


def beraad(*perspectives, said=()):
    session = filled_session()
    options = [option.id for option in session.options]
    return replace(
        session,
        participants=tuple(
            Participant(id=Id(f"p{n}"), role=role, part=Part.PARTICIPANT if n else Part.CASE_OWNER)
            for n, role in enumerate((*PEOPLE, *("collega",) * (len(said) - len(PEOPLE))))
        ),
        stakeholders=tuple(
            Stakeholder(id=Id(f"s{n}"), name=name, presence=presence)
            for n, (name, presence, _) in enumerate(perspectives)
        ),
        values=tuple(
            Value(id=Id(f"v{n}"), stakeholder_id=Id(f"s{n}"), name=value)
            for n, (_, _, value) in enumerate(perspectives)
        ),
        norms=(),
        considerations=tuple(
            Consideration(
                id=Id(f"c{n}"),
                participant_id=Id(f"p{n}"),
                choice_id=options[option],
                value=value,
            )
            for n, (option, value) in enumerate(said)
        ),
    )


@pytest.mark.parametrize(
    ("name", "presence"),
    [
        ("buren", Presence.PRESENT),
        ("wijkagent", Presence.ABSENT),
        ("de inbrenger", Presence.ABSENT),
        ("inbrenger", Presence.ABSENT),
        ("wijkverpleging", Presence.ABSENT),
        ("de collega’s van inkomen", Presence.ABSENT),
    ],
)
def test_a_value_of_somebody_at_the_table_tells(name, presence):
    tells = tells_whose(beraad((name, presence, "rust")))

    assert tells("rust")
    assert tells("de rust")
    assert not tells("moed")


@pytest.mark.parametrize("name", ["de moeder", "wijkcentrum", "andere inwoners", "lege stoel"])
def test_a_value_of_somebody_else_tells_nothing(name):
    assert not tells_whose(beraad((name, Presence.ABSENT, "rust")))("rust")


def test_the_empty_chair_is_nobody_at_the_table():
    chair = ("een wijkagent van toen", Presence.EMPTY_CHAIR, "rust")

    assert not tells_whose(beraad(chair))("rust")


def test_a_value_that_others_share_tells_nothing():
    session = beraad(("wijkagent", Presence.PRESENT, "rust"), ("het kind", Presence.ABSENT, "Rust"))

    assert not tells_whose(session)("rust")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("veiligheid", "veiligeid"),
        ("veiligheid", "Veilig!"),
        ("eerlijk zijn", "eerlijkheid"),
        ("veiligheid van de buurt", "veiligheid voor kinderen"),
        ("gelijk behandelen", "iedereen word gelijk behandelt"),
        ("rust in de wijk", "rust in de wijk"),
        ("rust in de wijk", "de wijk"),
        ("VERTROUWE", "vertrouwen"),
        ("moed", "weten dat het klopt"),
        ("moed", "niemand wegsturen"),
    ],
)
def test_nearly_the_same_tells_too(value, said):
    session = beraad(("wijkagent", Presence.PRESENT, value), ("het kind", Presence.ABSENT, "rust"))
    [first, *others] = session.values
    norms = (Norm(id=Id("n"), value_id=first.id, text="Ik laat niemand die komt wegsturen."),)
    values = (replace(first, meaning="Weten dat het klopt wat je doet."), *others)

    assert tells_whose(replace(session, values=values, norms=norms))(said)


@pytest.mark.parametrize("said", ["", "!!", "moed", "de", "trouw", "waarheid", "niemand"])
def test_what_is_said_otherwise_tells_nothing(said):
    assert not tells_whose(beraad(("wijkagent", Presence.PRESENT, "rechtsgelijkheid")))(said)


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("boa", "Boa"),
        ("arts", "de arts"),
        ("klantmanager werk", "klantmanger"),
        ("consulent", "ik zelf"),
        ("consulent", "IK"),
        ("consulent", "ikzelf, half serieus"),
    ],
)
def test_short_mistyped_and_own_names_are_at_the_table(role, name):
    session = beraad((name, Presence.ABSENT, "rust"))
    owner, *others = session.participants
    session = replace(session, participants=(replace(owner, role=role), *others))

    assert tells_whose(session)("rust")


@pytest.mark.parametrize("name", ["de jongere zelf", "andere jongeren", "de cliënt"])
def test_residents_are_not_taken_for_who_works_for_them(name):
    session = beraad((name, Presence.ABSENT, "rust"))
    roles = ("jongerenwerker", "cliëntondersteuner", "consulent jongeren")
    people = [replace(p, role=role) for p, role in zip(session.participants, roles, strict=True)]

    told = tells_whose(replace(session, participants=tuple(people)))("rust")

    assert told is (name == "andere jongeren")


@given(st.text("aeirst", min_size=1, max_size=9), st.text("aeirst", min_size=1, max_size=9))
def test_no_words_are_called_far_that_compare_as_nearly_the_same(one, other):
    alike = SequenceMatcher(None, one, other, autojunk=False).ratio()

    assert not (_is_far(one, other) and alike >= 0.8)
    assert _is_far("veiligheid", "maatwerk")
