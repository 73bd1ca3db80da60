"""What Enter proposes at nalezen leaves Dutch behind, whatever was found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.survey import survey
from beraad.records import Decision, Participant, Verdict, new_id
from tests.builders import filled_session

ROLES = ("klantmanager", "jurist", "wijkagent")


def after_enter(text):
    """The text in a document when every proposal about it was taken."""
    session = filled_session()
    people = tuple(Participant(id=new_id(), role=role) for role in ROLES)
    session = replace(
        session,
        participants=people,
        considerations=(),
        dialogue=replace(session.dialogue, moved_by=text),
    )
    for _ in range(6):
        gate = Gate.of(session)
        for one in [one for one in gate.shown(text) if gate.is_open(one)][:1]:
            taken = Decision(
                id=new_id(), key=one.key, verdict=Verdict.REPLACE, replacement=one.generalised
            )
            session = replace(session, decisions=(*session.decisions, taken))
    return clean(session).dialogue.moved_by


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Als enige bleef zij bij haar standpunt.", "Zelf bleef zij bij haar standpunt."),
        ("Ik sprak als laatste.", "Ik sprak."),
        ("Als klantmanager zie ik dat elke dag.", "Als deelnemer zie ik dat elke dag."),
        ("De oudste aan tafel zag het anders.", "Iemand zag het anders."),
        ("Iedereen stemde in, behalve de wijkagent.", "Iedereen stemde in, op één na."),
        ("Hij staat bekend als de man met de papegaai.", "Hij staat bekend."),
        ("Ze heeft een tatoeage van een draak op haar arm.", "Ze heeft een tatoeage op haar arm."),
        ("Hij verloor twee kinderen bij een brand.", "Hij verloor dierbaren bij een brand."),
        ("Hij heeft zes broers en elf zussen.", "Hij heeft zes broers en veel zussen."),
        (
            "Hij is voormalig wethouder van de gemeente.",
            "Hij is voormalig werknemer van de gemeente.",
        ),
        ("Zij lijdt aan de ziekte van Huntington.", "Zij lijdt aan de ziekte."),
        (
            "Hij heeft een detentie van twee jaar gehad.",
            "Hij heeft een detentie van enige tijd gehad.",
        ),
        ("De moeder van vijf belde zelf.", "De moeder van meer kinderen belde zelf."),
        ("Op 3 mei kwam hij langs.", "Op een bepaalde dag kwam hij langs."),
        ("Sinds 14 februari slaapt hij buiten.", "Sinds een bepaalde datum slaapt hij buiten."),
        ("Hij is geboren in 1956.", "Hij is geboren op een datum die is weggehaald."),
    ],
)
def test_what_is_left_is_dutch(text, left):
    assert after_enter(text) == left


def test_nobody_has_a_number_on_the_card_either():
    """The document says that it was somebody who took part, and so does what is decided on."""
    session = filled_session()
    named = ("Tjitske", "Rabia")
    session = replace(
        session,
        participants=tuple(Participant(id=new_id(), name=name) for name in named),
        case=replace(session.case, situation="Tjitske belde, en Rabia ook."),
    )
    said = {one.text: one for one in survey(session).findings}

    for name in named:
        assert said[name].suggestion == said[name].replacement_in_force == "een deelnemer"
    assert clean(session).case.situation == "Een deelnemer belde, en een deelnemer ook."
