"""What a case gives on: everything in it was read, also what a trainer added."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.errors import Solvable
from beraad.storable import storable
from beraad.training import case_leaving
from beraad.training.case_form import OF_ROLE, OF_RONDE, CaseForm
from beraad.training.case_leaving import LeavingCase, leaving_case
from beraad.training.case_writing import written_case
from beraad.training.own_cases import checked_case, give_on
from beraad.training.practice import load, practice_cases
from beraad.training.weighing import Asked

TODAY = date(2026, 11, 28)
BSN = "111222333"
SURE = f"Zijn BSN is {BSN}."
ASKED = "Zij is de enige tolk van het dorp."


@pytest.fixture
def form(tmp_path):
    from tests.conftest import NOW

    session = load(practice_cases()[0], now=NOW, held_on=TODAY)
    path = tmp_path / "mijn.casus"
    path.write_text(written_case(session, today=TODAY), "utf-8")
    made = CaseForm(checked_case(path), today=TODAY)
    for name in OF_RONDE:
        made.write("dilemma", name, "8" if name == "minuten" else "Wachten")
    for name in OF_ROLE:
        made.write(made.add_role() if name == OF_ROLE[0] else "rol 1", name, "De buurman")
    return made


FIELDS = [
    *(("dilemma", name) for name in OF_RONDE if name != "minuten"),
    *(("rol 1", name) for name in OF_ROLE),
    ("", "samenvatting"),
    ("", "leerdoel"),
]


def test_nothing_leaves_while_a_field_of_a_trainer_points_to_somebody(form):
    form.write("dilemma", "valkuil", SURE)
    with pytest.raises(Solvable, match=r"valkuil \(BSN\)") as refused:
        leaving_case(form.keep_case(today=TODAY), today=TODAY, is_made_up=True)
    assert BSN not in f"{refused.value}{refused.value.happened}"


def test_every_field_of_a_trainer_is_read(form):
    written = {where: f"Tekst {number}" for number, where in enumerate(FIELDS)}
    for where, text in written.items():
        form.write(*where, text)
    read = {each.text for each in case_leaving._texts(form.keep_case(today=TODAY))}

    assert set(written.values()) <= read


def test_what_ships_with_beraad_is_not_asked_again(form, tmp_path):
    text = practice_cases()[1].path.read_text("utf-8")
    path = tmp_path / "nog-eens.casus"
    path.write_text(text.replace('titel = "', 'titel = "Nog eens: ', 1), "utf-8")

    assert leaving_case(checked_case(path), today=TODAY).text


def test_it_is_told_in_which_ronde_somebody_may_stand(form, tmp_path):
    text = practice_cases()[1].path.read_text("utf-8")
    path = tmp_path / "nog-eens.casus"
    old = next(line for line in text.splitlines() if line.startswith("who = "))
    path.write_text(text.replace(old, 'who = "Henk Jansen"', 1), "utf-8")

    with pytest.raises(Asked, match=r"ronde \d, .* \(naam\)\. Is het"):
        leaving_case(checked_case(path), today=TODAY)


def test_what_only_may_point_to_somebody_is_asked(form, tmp_path):
    form.write("dilemma", "valkuil", ASKED)
    case = form.keep_case(today=TODAY)
    with pytest.raises(Asked, match="valkuil"):
        leaving_case(case, today=TODAY)

    leaving = leaving_case(case, today=TODAY, is_made_up=True)
    assert ASKED in give_on(leaving, tmp_path / "mee").read_text("utf-8")


def test_a_file_is_called_after_its_title_and_not_after_the_file_before(form, tmp_path):
    case = form.keep_case(today=TODAY)
    old = case.path.rename(case.path.with_name("over-jan-de-vries.casus"))
    leaving = leaving_case(replace(case, path=old), today=TODAY, is_made_up=True)

    assert "vries" not in give_on(leaving, tmp_path / "mee").name


def test_only_what_was_read_can_be_given_on():
    with pytest.raises(TypeError, match="gate"):
        LeavingCase(seal=object(), name="x", text="x")


def test_what_is_not_complete_is_told_and_stays(form):
    form.write("case", "valkuil", "Half")
    assert form.left_behind() == ("Ronde 1: nog niet alle vier de velden.",)
    assert "Half" not in form.keep_case(today=TODAY).path.read_text("utf-8")


@pytest.mark.parametrize(
    ("where", "text", "told"),
    [
        (("dilemma", "valkuil"), "a" * 4001, "valkuil: hier horen hoogstens 4000 tekens"),
        (("", "samenvatting"), "a" * 1001, "samenvatting: hier horen hoogstens 1000 tekens"),
        (("rol 1", OF_ROLE[0]), "buur\x1bman", "rollenkaart 1: er staat een teken in"),
    ],
)
def test_what_could_not_be_read_again_is_not_written(form, where, text, told):
    before = form.case.path.read_bytes()
    form.write(*where, text)

    with pytest.raises(Solvable, match=told):
        form.keep_case(today=TODAY)
    assert form.case.path.read_bytes() == before
    assert form.text(*where) == storable(text)
