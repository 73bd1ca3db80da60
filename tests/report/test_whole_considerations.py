"""Afwegingen stand whole in the verslag only when all who are there agreed to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.editing.operations import with_all_whole, without
from beraad.privacy.clean import clean
from beraad.records import Consideration, Id, Participant
from beraad.report.blocks import Voices
from beraad.report.compose import short_report, work_report
from beraad.report.formats import Format, rendered
from beraad.report.plain import plain_text
from tests.builders import HELD_ON, filled_session
from tests.report.reading import squeezed


def agreed(session=None):
    return with_all_whole(session or filled_session(), agreed=True, today=HELD_ON)


def voices(session):
    return [block for block in work_report(clean(session)).blocks if isinstance(block, Voices)]


def test_nobody_agreed_at_first():
    assert not filled_session().stands_whole
    assert voices(filled_session()) == []


def test_what_one_said_stands_together_when_all_agreed():
    one = Consideration(
        id=Id("c"),
        participant_id=Id("p2"),
        choice_id=Id("a"),
        value="rust",
        harm="de anderen",
        limiting="bellen",
        needs="tijd",
        needs_from="de teamleider",
        virtue="moed",
        revised_choice_id=Id("b"),
        revised_because="het verhaal van de moeder",
    )
    (voice,) = voices(agreed(replace(filled_session(), considerations=(one,))))

    assert voice.letter == "A"
    assert [
        squeezed("".join(getattr(run, "text", "● " + getattr(run, "letter", "")) for run in line))
        for line in voice.texts[0]
    ] == [
        "Waarde: rust",
        "Wie of wat we daarmee tekortdoen: de anderen",
        "Hoe we de schade beperken: bellen",
        "Wat we daarvoor nodig hebben: tijd · Van: de teamleider",
        "Wat het van ons vraagt: moed",
        "Na het gesprek gekozen: ● B",
        "Waardoor de keuze veranderde: het verhaal van de moeder",
    ]


def test_the_verslag_says_that_it_was_agreed():
    said = plain_text(work_report(clean(agreed())))

    assert "Elke afweging staat hier heel. Dat spraken alle aanwezigen zo af." in said
    assert "Wie wat zei of koos, staat hier niet in" not in said


def test_the_order_tells_nobody():
    session = agreed()
    turned = replace(session, considerations=session.considerations[::-1])

    assert plain_text(work_report(clean(turned))) == plain_text(work_report(clean(session)))


def test_it_ends_when_somebody_comes_and_holds_again_when_they_go():
    session = agreed()
    came = replace(session, participants=(*session.participants, Participant(id=Id("nieuw"))))

    assert session.stands_whole
    assert not came.stands_whole
    assert without(came, "participants", Id("nieuw")).stands_whole


def test_it_ends_when_somebody_else_sits_there():
    session = agreed()
    first, *rest = session.participants
    other = replace(session, participants=(replace(first, id=Id("een ander")), *rest))

    assert not other.stands_whole


def test_it_can_be_taken_back():
    session = filled_session()

    assert with_all_whole(agreed(session), agreed=False, today=HELD_ON) == session


def test_of_nobody_nothing_is_agreed():
    empty = replace(filled_session(), participants=())

    assert with_all_whole(empty, agreed=True, today=HELD_ON) is empty


def test_the_short_verslag_has_lists_all_the_same():
    assert plain_text(short_report(clean(agreed()))) == plain_text(
        short_report(clean(filled_session()))
    )


@pytest.mark.parametrize("form", [Format.PDF, Format.ODT, Format.DOCX, Format.HTML])
def test_every_form_can_show_it(form):
    assert rendered(work_report(clean(agreed())), form)
