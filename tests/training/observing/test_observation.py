"""An observation as a file: what was noted is read again, and nothing else is believed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from beraad.errors import Solvable
from beraad.phases.behaviours import THROUGHOUT, Label, QuestionKind, behaviours_in
from beraad.records import PhaseKey
from beraad.training.coaching import Moment, Step
from beraad.training.observing.observation import (
    ObservationFile,
    lying_here,
    observations_of,
    read_observation,
)
from beraad.training.practice import practice_cases
from beraad.training.weighing import Asked

TODAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 15, 41, tzinfo=UTC)


@pytest.fixture
def case():
    return practice_cases()[0]


@pytest.fixture
def made(tmp_path, case):
    return ObservationFile.begin(tmp_path, case, today=TODAY)


def test_everything_that_was_noted_is_read_again(made, case):
    made.label("clarification", "buigt", Label.THIN)
    made.label("clarification", "beurten", Label.GOOD)
    made.label("clarification", "beurten", None)
    made.hear("clarification", 2, "“Welke vraag zit eronder?”")
    for kind in (QuestionKind.OPEN, QuestionKind.ADVICE, QuestionKind.OPEN, QuestionKind.CLOSED):
        made.tally("clarification", kind)
    assert made.take_back("clarification") is QuestionKind.CLOSED
    made.add_moment("clarification", Moment(at="05:40", what="Liet een stilte staan"))
    made.add_moment("clarification", Moment(at="03:05", what="", step=Step.MISSED))
    made.spend("clarification", 372)

    again = read_observation(made.path)
    seen = again.of("clarification")

    assert again == made.shown
    assert again.case == case.title
    assert again.planned[PhaseKey.CLARIFICATION] > 0
    assert seen.labels == {"buigt": Label.THIN}
    assert seen.heard == ("“Welke vraag zit eronder?”",)
    assert seen.tally == {QuestionKind.OPEN: 2, QuestionKind.ADVICE: 1}
    assert [moment.at for moment in seen.moments] == ["03:05", "05:40"]
    assert again.seconds == {"clarification": 372}


def test_a_moment_can_be_taken_away_and_put_back(made):
    number = made.add_moment("case", Moment(at="00:10", what="Begon", step=Step.SEEN))
    made.change_moment("case", number, None)
    assert made.moments("case") == ()
    made.change_moment("case", number, Moment(at="00:10", what="Begon"))
    assert made.moments("case") == ((number, Moment(at="00:10", what="Begon")),)


def test_a_moment_that_is_being_written_is_kept_and_is_no_part_of_the_sheet(made):
    made.draft("case", Moment(at="01:00", what="half"))

    assert ObservationFile.open(made.path).drafted("case") == Moment(at="01:00", what="half")
    assert read_observation(made.path).seen == {}
    made.draft("case", Moment(at="01:00", what=""))
    assert made.drafted("case") is None


def test_there_is_nothing_to_take_back_in_the_beginning(made):
    assert made.take_back("case") is None


def test_every_ronde_has_three_to_five_behaviours_to_note(made):
    for place in made.shown.places:
        assert 3 <= len(behaviours_in(place)) <= 5, place
    assert made.shown.places[-1] == THROUGHOUT


def test_only_what_was_not_given_on_is_gone_on_with(tmp_path, made, case):
    other = ObservationFile.begin(tmp_path, practice_cases()[1], today=TODAY)
    assert [each.path for each in observations_of(tmp_path, case.name)] == [made.path]
    assert [each.path for each in observations_of(tmp_path, other.shown.name)] == [other.path]

    copy = made.write_copy(tmp_path / "mee", now=NOW)

    assert observations_of(tmp_path, case.name) == ()
    assert read_observation(copy) == made.shown
    made.take_away()
    assert not made.path.exists()
    assert copy.exists()


def test_what_was_taken_back_is_not_given_on(tmp_path, made):
    marker = "zeepaardweg"
    number = made.add_moment("case", Moment(at="01:00", what=f"over de {marker}"))
    made.change_moment("case", number, None)
    made.hear("case", 1, f"{marker} was het")
    made.hear("case", 1, "Wat deed dat met je?")

    copy = made.write_copy(tmp_path / "mee", now=NOW)

    assert "null" in made.path.read_text("utf-8")
    assert marker not in copy.read_text("utf-8")
    assert "null" not in copy.read_text("utf-8")
    assert read_observation(copy) == made.shown


def test_a_moment_that_is_being_written_is_one_when_it_is_given_on(tmp_path, made):
    made.draft("case", Moment(at="02:00", what="half "))
    made.draft("dilemma", Moment(at="00:10", what="  "))

    copy = read_observation(made.write_copy(tmp_path / "mee", now=NOW))

    assert copy.of("case").moments == (Moment(at="02:00", what="half"),)
    assert copy.of("dilemma").moments == ()
    assert made.drafted("case") is None
    assert copy == made.shown
    assert made.is_handed_on
    made.draft("case", Moment(at="03:00", what="nog iets"))
    assert not made.is_handed_on


def test_a_person_in_an_observation_is_asked_before_it_is_given_on(tmp_path, made):
    made.hear("case", 1, "Fatima el Amrani zei niets.")
    made.add_moment("dilemma", Moment(at="05:00", what="Sanne Vermeulen kreeg de beurt"))

    with pytest.raises(Asked, match=r"Ronde 1 .*letterlijke zin.*moment op 05:00") as asked:
        made.write_copy(tmp_path / "mee", now=NOW)
    assert "Fatima" not in str(asked.value)
    assert not (tmp_path / "mee").exists()
    assert not made.is_handed_on

    assert made.write_copy(tmp_path / "mee", now=NOW, is_made_up=True).exists()


def test_one_that_is_damaged_hides_no_other(tmp_path, made, case):
    (made.path.parent / "observatie-stuk.observatie").write_bytes(b"niets\n")

    assert [each.path for each in observations_of(tmp_path, case.name)] == [made.path]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (["casus", "vragen", "o"], "deze ronde is er niet"),
        (["case", "gedrag buigt", "goed"], "geen gedrag van deze ronde"),
        (["case", "gedrag feiten", "uitstekend"], "kies uit goed"),
        (["case", "gedrag feiten", 8], "kies uit goed"),
        (["case", "vragen", "oxo"], "soort vraag"),
        (["case", "gehoord 1", ["x"]], "hier hoort een tekst"),
        (["case", "seconden", -1], "de tijd klopt niet"),
        (["case", "seconden", True], "de tijd klopt niet"),
        (["case", "moment 1", {"op": "5:4", "wat": "", "ingreep": ""}], "tijd zoals 05:40"),
        (["case", "moment 1", {"op": "05:40"}], "een moment is niet te begrijpen"),
        (["case", "moment 1", {"op": "05:40", "wat": "", "ingreep": "?"}], "kies uit gezien"),
        (["case", "cijfer", 8], "niet te begrijpen"),
        (["case", "gehoord 3", "x"], "gehoord 3 is niet te begrijpen"),
        (["case", "vragen", "o" * 2_000_000], "ronde 1 .*niet: er horen hoogstens 999 vragen"),
        (["case", "gehoord 1", "o" * 4001], "Ronde 1.*, letterlijke zin niet: hier horen"),
        (["case", "moment 1", {"op": "05:40", "wat": "o" * 4001, "ingreep": ""}], "hoogstens 4000"),
    ],
)
def test_what_a_stranger_wrote_is_refused_with_its_place(made, line, why):
    with made.path.open("ab") as file:
        file.write(json.dumps(line).encode() + b"\n")

    with pytest.raises(Solvable, match=why):
        read_observation(made.path)


@pytest.mark.parametrize(
    ("name", "value"),
    [("minuten", {"case": 10**400}), ("minuten", {"case": "9"}), ("casus", "a" * 121)],
)
def test_a_beginning_that_no_screen_has_room_for_is_refused(made, name, value):
    head, *rest = made.path.read_bytes().split(b"\n")
    told = json.dumps({**json.loads(head), name: value}).encode()
    made.path.write_bytes(b"\n".join((told, *rest)))

    with pytest.raises(Solvable, match="het begin"):
        read_observation(made.path)


def test_a_sheet_that_nobody_would_read_is_not_given_and_stays_open_to_shorten(made, tmp_path):
    made.hear("case", 1, "o" * 4001)

    with pytest.raises(Solvable, match="letterlijke zin: hier horen hoogstens 4000"):
        made.write_copy(tmp_path, now=NOW, is_made_up=True)

    again = ObservationFile.open(made.path)
    assert not again.is_handed_on
    again.hear("case", 1, "Korter.")
    assert again.write_copy(tmp_path, now=NOW, is_made_up=True).exists()


def test_more_questions_than_anybody_hears_are_not_counted(made):
    for _ in range(3):
        made.tally("case", QuestionKind.OPEN)
    made._notebook.note("case", "vragen", "o" * 999)

    with pytest.raises(Solvable, match="999"):
        made.tally("case", QuestionKind.OPEN)


def test_what_nobody_sees_does_not_come_in_with_a_sheet_of_another(made):
    with made.path.open("ab") as file:
        file.write('["case","gehoord 1","Jan\u200bsen \u202ezei\u202c"]\n'.encode())
        file.write(b'["case","moment 1",{"op":"05:40","wat":"\\u202enee","ingreep":""}]\n')

    seen = read_observation(made.path).of("case")

    assert seen.heard == ("Jansen zei",)
    assert [each.what for each in seen.moments] == ["nee"]


@pytest.mark.parametrize("name", ["id", "casus", "naam", "dag", "minuten", "afgerond"])
def test_a_beginning_that_lacks_something_is_refused(made, name):
    head, *rest = made.path.read_bytes().split(b"\n")
    said = json.loads(head)
    del said[name]
    made.path.write_bytes(b"\n".join((json.dumps(said).encode(), *rest)))

    with pytest.raises(Solvable, match="niet heel"):
        read_observation(made.path)


def test_the_clock_goes_on_where_it_was_whatever_time_a_moment_is_given(made):
    made.spend("case", 60)
    number = made.add_moment("case", Moment(at="00:04", what="Stilte"))
    made.change_moment("case", number, Moment(at="07:30", what="Stilte"))
    made.draft("case", Moment(at="01:10", what="half"))
    assert ObservationFile.open(made.path).clock_at("case") == 60
    assert made.clock_at("dilemma") == 0


def test_every_place_it_was_given_to_is_remembered_and_given_to_nobody(made, tmp_path):
    first = made.write_copy(tmp_path / "mee", now=NOW)
    made.hear("dialogue", 1, "Toch nog iets")
    second = ObservationFile.open(made.path).write_copy(tmp_path / "stick", now=NOW)

    assert ObservationFile.open(made.path).given_out.there == (first, second)
    assert b"mee" not in second.read_bytes()
    first.unlink()
    assert ObservationFile.open(made.path).given_out.there == (second,)


def test_what_is_wrong_with_a_label_ends_with_one_full_stop(made):
    made._notebook.note("clarification", "gedrag buigt", "prachtig")

    with pytest.raises(Solvable, match=r"n\.v\.t\.") as told:
        read_observation(made.path)
    assert "n.v.t.." not in told.value.happened


def test_it_is_known_when_it_was_given_also_when_more_was_noted_since(made, tmp_path):
    assert lying_here(tmp_path)[0].handed_at is None
    copy = made.write_copy(tmp_path / "mee", now=NOW)
    made.hear("dialogue", 1, "Toch nog iets")

    (found,) = lying_here(tmp_path)
    assert not found.is_handed_on
    assert found.handed_at == NOW
    assert ObservationFile.open(made.path).shown == made.shown
    assert b"meegegeven" not in copy.read_bytes()


def test_a_moment_that_is_finished_has_the_time_that_was_typed_and_leaves_none(made):
    made.draft("case", Moment(at="00:00", what="Een stilte"))
    made.draft_time("case", "5:40")
    made.finish_drafts()

    assert [each.at for each in made.shown.of("case").moments] == ["05:40"]
    assert made.drafted_time("case") == ""
