"""A function of somebody who was there, in what is seen otherwise, is asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.errors import Solvable
from beraad.privacy.clean import clean_signal
from beraad.privacy.review.survey import survey
from beraad.publishing.making import Wish, making, require_settled
from beraad.records import Decision, Id, Layer, Part, Participant, Verdict, new_id
from beraad.report.house.style import OURS
from tests.builders import HELD_ON, filled_session

PEOPLE = ("klantmanager jongeren", "jurist", "adviseur handhaving", "wijkteam")
FIELDS = ("minority_view", "core_difference", "same_choice_other_reason", "same_value_other_choice")


def beraad(said, field="sees_otherwise"):
    session = replace(filled_session(), considerations=())
    parts = (Part.CASE_OWNER, *(Part.PARTICIPANT for _ in PEOPLE[1:]))
    people = (
        Participant(id=Id(f"p{n}"), role=role, part=part)
        for n, (role, part) in enumerate(zip(PEOPLE, parts, strict=True))
    )
    session = replace(session, participants=tuple(people))
    if field in FIELDS:
        return replace(session, dialogue=replace(session.dialogue, **{field: said}))
    return replace(session, signal=replace(session.signal, **{field: said}))


def asked(session):
    return {one.text for one in survey(session).open if one.reason.endswith("het anders ziet")}


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("De jurist: gelijke regels geven rust.", "De jurist"),
        ("Volgens de jurist moet de regel blijven.", "de jurist"),
        ("klantmanager jongeren wil eerst bellen", "klantmanager jongeren"),
        ("Onze klantmanager wil eerst bellen.", "Onze klantmanager"),
        ("De inbrenger zelf vond van niet.", "De inbrenger"),
        ("Handhaving: de regel is er niet voor niets.", "Handhaving"),
        ("Wij zijn het eens.\nHandhaving: nee.", "Handhaving"),
    ],
)
@pytest.mark.parametrize("field", ["sees_otherwise", *FIELDS])
def test_a_function_of_somebody_present_is_asked_about(said, place, field):
    assert place in asked(beraad(said, field))


@pytest.mark.parametrize(
    "said",
    [
        "Gelijke regels geven rust.",
        "De schuldeisers: eerst betalen.",
        "Juristen in het land denken daar verschillend over.",
        "Handhaving heeft ook een doel.",
        "De wijkverpleegkundige van elders zag het vaker.",
        "De regel: wie niet komt, krijgt niets.",
        "",
    ],
)
def test_what_is_seen_otherwise_by_itself_is_not(said):
    assert not asked(beraad(said))


def test_elsewhere_a_function_tells_nothing():
    assert not asked(beraad("Vraag de jurist om mee te kijken.", "wish"))


def test_the_signal_waits_for_a_person_and_then_names_nobody():
    session = beraad("De jurist: gelijke regels geven rust.")
    wish = Wish(layer=Layer.SIGNAL)
    generally = tuple(
        Decision(id=new_id(), key=one.key, verdict=Verdict.REPLACE, replacement="Een deelnemer")
        for one in survey(session).open
    )

    with pytest.raises(Solvable):
        require_settled(making(session, None, wish, today=HELD_ON, house=OURS))
    decided = replace(session, decisions=(*session.decisions, *generally))
    said = clean_signal(decided).content.sees_otherwise
    assert said == "Een deelnemer: gelijke regels geven rust."
    require_settled(making(decided, None, wish, today=HELD_ON, house=OURS))
