"""What a trainer adds to a case of one's own: kept as typed, in the case once complete."""

from __future__ import annotations

from datetime import date

import pytest

from beraad.phases.behaviours import THROUGHOUT, Label, QuestionKind, behaviours_in
from beraad.records import PhaseKey
from beraad.store.places import cases_folder
from beraad.training.case_form import OF_ROLE, OF_RONDE, CaseForm
from beraad.training.case_writing import written_case
from beraad.training.coaching import Difficulty, Manner, Moment, Step
from beraad.training.observing.taking_along import TAKEAWAY
from beraad.training.own_cases import checked_case, is_own, take_in
from beraad.training.practice import load, practice_cases
from tests.training.test_case_writing import HELD_ON, NOW

TODAY = date(2026, 11, 28)


@pytest.fixture
def own(tmp_path):
    """A case without anything for a trainer."""
    session = load(practice_cases()[0], now=NOW, held_on=HELD_ON)
    path = tmp_path / "mijn.casus"
    path.write_text(written_case(session, today=TODAY), "utf-8")
    return take_in(path, tmp_path, today=TODAY)


def filled(form, phase, *, minutes="8"):
    for name, text in zip(
        OF_RONDE, ("Wachten.", "Iemand geeft raad.", "Wat zag je?", minutes), strict=True
    ):
        form.write(phase, name, text)


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_everything_a_case_gives_a_trainer_is_written_as_it_is_read(case, tmp_path):
    session = load(case, now=NOW, held_on=HELD_ON)
    path = tmp_path / "eigen.casus"
    text = written_case(
        session, today=TODAY, summary=case.summary, aim=case.aim, coaching=case.coaching
    )
    path.write_text(text, "utf-8")

    again = checked_case(path)

    assert again.coaching == case.coaching
    assert (again.summary, again.aim) == (case.summary, case.aim)


def test_what_is_half_filled_waits_and_is_named(own):
    form = CaseForm(own, today=TODAY)
    form.write(PhaseKey.DILEMMA, "leerdoel", "Van verwijt naar vraag.")
    filled(form, PhaseKey.CASE, minutes="acht")

    assert form.coaching.rounds == ()
    ends = form.open_ends()
    assert "Ronde 2: nog niet alle vier de velden." in ends
    assert "Ronde 1: schrijf de minuten als een getal van 1 tot 240." in ends
    assert form.keep_case(today=TODAY).coaching.rounds == ()
    assert (
        CaseForm(own, today=TODAY).text(PhaseKey.DILEMMA, "leerdoel") == "Van verwijt naar vraag."
    )


def test_an_aim_that_nobody_wrote_is_asked_for(own):
    form = CaseForm(own, today=TODAY)

    assert form.text("", "leerdoel") == ""
    assert any("leerdoel voor de hele casus" in end for end in form.open_ends())
    form.write("", "leerdoel", "Wachten met raad.")
    assert not any("leerdoel voor de hele casus" in end for end in form.open_ends())
    assert form.keep_case(today=TODAY).aim == "Wachten met raad."
    form.write("", "leerdoel", " ")
    assert not form.keep_case(today=TODAY).has_aim


def test_what_is_complete_is_in_the_case_and_the_beraad_stays_as_it_was(own, tmp_path):
    before = load(own, now=NOW, held_on=HELD_ON)
    form = CaseForm(own, today=TODAY)
    for phase in form.phases:
        filled(form, phase)
    number = form.add_role()
    for name in OF_ROLE:
        form.write(number, name, f"de {name}")
    form.set_manner(number, Manner.SILENT)
    form.set_difficulty(Difficulty.HARD)
    form.write("", "samenvatting", "Een “eigen” verhaal\\met tekens.")
    form.write("", "leerdoel", "Wachten met raad.")

    again = form.keep_case(today=TODAY)

    assert again.coaching.difficulty is Difficulty.HARD
    assert len(again.coaching.rounds) == 9
    assert [role.manner for role in again.coaching.roles] == [Manner.SILENT]
    assert again.summary == "Een “eigen” verhaal\\met tekens."
    assert form.open_ends() == ("Vul een observatie in als voorbeeld.",)
    after = load(checked_case(own.path), now=NOW, held_on=HELD_ON)
    assert after.dilemma == before.dilemma
    assert [value.name for value in after.values] == [value.name for value in before.values]
    assert is_own(again, tmp_path)
    assert again.path.parent == cases_folder(tmp_path)


def test_a_role_that_was_taken_away_comes_back_with_its_words(own):
    form = CaseForm(own, today=TODAY)
    first, second = form.add_role(), form.add_role()
    form.write(first, "rol", "de buurman")
    form.take_role(first)
    assert form.roles == (second,)
    assert "de buurman" not in own.path.with_suffix(".formulier").read_text("utf-8")
    form.put_role(first)
    assert form.roles == (second, first)
    assert form.text(first, "rol") == "de buurman"
    assert form.add_role() == "rol 3"


def test_a_new_role_begins_empty_after_the_last_was_taken_away(own):
    form = CaseForm(own, today=TODAY)
    last = form.add_role()
    form.write(last, "rol", "de buurman")
    form.take_role(last)
    new = form.add_role()
    assert form.text(new, "rol") == ""
    form.put_role(last)
    assert [form.text(each, "rol") for each in form.roles] == ["", "de buurman"]


def test_a_case_that_ships_is_not_ones_own(tmp_path):
    assert not is_own(practice_cases()[0], tmp_path)


def test_an_observation_that_is_filled_in_goes_along_with_the_case(own):
    form = CaseForm(own, today=TODAY)
    example = form.example
    first, *_ = behaviours_in(PhaseKey.CASE)
    example.label(PhaseKey.CASE, first.key, Label.THIN)
    example.tally(PhaseKey.CASE, QuestionKind.OPEN)
    example.hear(THROUGHOUT, 2, "Wat zag je?")
    example.add_moment(PhaseKey.DILEMMA, Moment(at="05:40", what="Een stilte.", step=Step.SEEN))
    example.add_moment(PhaseKey.DILEMMA, Moment(at="06:00", what="", step=Step.MISSED))
    for name in TAKEAWAY:
        form.taken.write(name, name)
    assert "Behoud en probeer: nog niet alle velden." in form.open_ends()
    assert "Voorbeeld, Ronde 2: een moment heeft nog geen woorden." in form.open_ends()
    form.taken.try_in(PhaseKey.DIALOGUE)

    form.keep_case(today=TODAY)
    given = checked_case(own.path).coaching

    assert {seen.place for seen in given.seen} == {PhaseKey.CASE, PhaseKey.DILEMMA, THROUGHOUT}
    assert given.seen == form.coaching.seen
    assert given.takeaway is not None
    assert given.takeaway.phase is PhaseKey.DIALOGUE
    assert "Vul een observatie in als voorbeeld." not in form.open_ends()


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_what_a_case_has_already_stays_and_can_be_changed(case, tmp_path):
    session = load(case, now=NOW, held_on=HELD_ON)
    path = tmp_path / "eigen.casus"
    path.write_text(written_case(session, today=TODAY, coaching=case.coaching), "utf-8")
    form = CaseForm(checked_case(path), today=TODAY)

    assert form.coaching == case.coaching
    assert form.keep_case(today=TODAY).coaching == case.coaching
    again = CaseForm(form.case, today=TODAY)
    assert again.coaching == case.coaching
