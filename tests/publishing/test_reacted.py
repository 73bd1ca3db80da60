"""What came back in a file, before a person decides about it."""

from __future__ import annotations

from dataclasses import replace

from beraad.publishing.reacted import sent
from beraad.records import Id, Participant, Reaction
from beraad.report.inspecting.reactions import Written
from tests.builders import filled_session

ROLE = "reactie-1"
MISSED = Written("Wat mist er?", "De stem van de jongere.", "reactie-3")
REMARK = Written("Opmerking bij “vier weken”", "Het zijn er zes.")


def bare():
    return replace(filled_session(), reactions=())


def test_each_reaction_carries_what_was_asked_and_the_role():
    brought = sent((Written("Mijn rol", "jurist", ROLE), MISSED, REMARK), bare())

    assert brought.role == "jurist"
    assert [(reaction.role, reaction.text) for _, reaction in brought.reactions] == [
        ("jurist", "Wat mist er? De stem van de jongere."),
        ("jurist", "Opmerking bij “vier weken”: Het zijn er zes."),
    ]
    assert not any(reaction.settled for _, reaction in brought.reactions)


def test_a_name_where_a_role_was_asked_is_not_kept():
    session = replace(
        bare(), participants=(Participant(id=Id("d9"), role="jurist", name="Anneke de Vries"),)
    )
    for said in ("Anneke de Vries", "anneke", "Jan Jansen, jurist", "mw. Smit"):
        brought = sent((Written("Mijn rol", said, ROLE), MISSED), session)

        assert brought.named
        assert brought.role == ""
        assert [reaction.role for _, reaction in brought.reactions] == [""]


def test_what_was_taken_over_before_is_not_offered_again():
    known = Reaction(id=Id("r9"), role="jurist", text="Wat mist er? De stem van de jongere.")

    brought = sent((MISSED, REMARK), replace(bare(), reactions=(known,)))

    assert [written for written, _ in brought.reactions] == [REMARK]
