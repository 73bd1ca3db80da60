"""Oneself first: until that is fast no sheet of an observer is opened; then nothing changes."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from beraad.errors import Solvable
from beraad.phases.behaviours import THROUGHOUT, Label
from beraad.records import Id, PhaseKey
from beraad.store.places import practice_folder, prepare
from beraad.training.coaching import Moment, Step, Takeaway
from beraad.training.exercise import Exercise
from beraad.training.observing.attempt import put_away, take_along, taken_along
from beraad.training.observing.looking_back import LookingBack
from beraad.training.observing.observation import ObservationFile
from beraad.training.practice import practice_cases

NOW = datetime(2026, 11, 28, 15, 41, tzinfo=UTC)
MINE = Id("0123456789abcdef")


@pytest.fixture
def case():
    return practice_cases()[0]


@pytest.fixture
def folder(tmp_path):
    prepare(practice_folder(tmp_path))
    return tmp_path


@pytest.fixture
def again(folder, case):
    exercise = Exercise(case=case, name=case.name, first=PhaseKey.CLARIFICATION)
    return lambda: LookingBack(folder, MINE, exercise)


@pytest.fixture
def sheet(tmp_path, case):
    made = ObservationFile.begin(tmp_path / "tweede laptop", case, today=date(2026, 11, 28))
    made.label("clarification", "buigt", Label.THIN)
    made.label("clarification", "beurten", Label.GOOD)
    made.label("dialogue", "grens", Label.POOR)
    made.add_moment(
        "clarification", Moment(at="03:05", what="“Heb je al gebeld?”", step=Step.MISSED)
    )
    return made.write_copy(tmp_path / "stick", now=NOW)


def test_only_what_was_practised_is_looked_back_on(again, folder, case):
    assert again().places[0] is PhaseKey.CLARIFICATION
    assert again().places[-1] == THROUGHOUT
    whole = LookingBack(folder, Id("heel"), Exercise(case=case, name=case.name, first=None))
    assert whole.places[0] is PhaseKey.OPENING


def test_what_was_filled_in_is_there_again(again):
    back = again()
    assert not back.is_begun
    back.label("clarification", "buigt", Label.GOOD)
    back.write("trots", "Iedereen heeft eerst geschreven.")

    assert again().is_begun
    assert again().label_of("clarification", "buigt") is Label.GOOD
    assert again().text("trots") == "Iedereen heeft eerst geschreven."


def test_before_it_is_fast_no_sheet_opens(again, sheet):
    back = again()
    with pytest.raises(ValueError, match="first oneself"):
        back.bring(sheet)
    with pytest.raises(ValueError, match="first oneself"):
        _ = back.sheet


def test_after_it_is_fast_nothing_about_oneself_changes(again):
    back = again()
    back.label("clarification", "buigt", Label.GOOD)
    back.lock(NOW)

    assert again().locked_at == NOW
    for deed in (
        lambda: back.label("clarification", "buigt", Label.THIN),
        lambda: back.write("lastig", "Toch iets anders."),
        lambda: back.lock(NOW),
    ):
        with pytest.raises(ValueError, match="locked"):
            deed()
    back.taken.write("behoud", "Ik liet een stilte staan.")


def test_what_the_observer_saw_before_the_start_is_not_left_out(again, sheet, case, tmp_path):
    made = ObservationFile.begin(tmp_path / "derde laptop", case, today=date(2026, 11, 28))
    made.label("case", "feiten", Label.GOOD)
    back = again()
    back.lock(NOW)
    before = [each for each in back.compared(made.shown) if each.is_before]
    assert [(each.own, each.seen) for each in before] == [(None, Label.GOOD)]
    assert not any(each.is_before for each in back.compared(back.bring(sheet)))


def test_a_difference_is_a_question(again, sheet):
    back = again()
    back.label("clarification", "buigt", Label.GOOD)
    back.label("clarification", "beurten", Label.GOOD)
    back.lock(NOW)
    found = back.compared(back.bring(sheet))

    (other,) = [each for each in found if each.differs]
    assert (other.own, other.seen) == (Label.GOOD, Label.THIN)
    assert other.question == "Welke vraag zat er onder het advies?"
    assert [each.text for each in found if each.is_alike] == ["geeft ieder een beurt"]
    assert again().sheet is not None


def test_a_sheet_that_was_cut_off_takes_no_place(again, sheet, tmp_path):
    back = again()
    back.lock(NOW)
    whole = back.bring(sheet)
    data = sheet.read_bytes()
    lines = data.splitlines(keepends=True)
    for name, cut in (("half", data[:-5]), ("regels", b"".join(lines[:-1]))):
        path = tmp_path / f"{name}.observatie"
        path.write_bytes(cut)
        with pytest.raises(Solvable, match=r"niet heel|minder"):
            back.bring(path)

    assert again().sheet == whole


@pytest.mark.parametrize(
    "later",
    [Moment(at="07:30", what="Zei niets over bellen.", step=Step.MISSED), None],
    ids=["changed", "removed"],
)
def test_a_sheet_that_was_put_right_and_given_again_takes_the_place_of_the_former(
    again, tmp_path, case, later
):
    made = ObservationFile.begin(tmp_path / "tweede laptop", case, today=date(2026, 11, 28))
    number = made.add_moment("clarification", Moment(at="03:05", what="Riep een NAAM."))
    first = made.write_copy(tmp_path / "stick", now=NOW)
    back = again()
    back.lock(NOW)
    former = back.bring(first)
    made.change_moment("clarification", number, later)
    second = ObservationFile.open(made.path).write_copy(tmp_path / "stick", now=NOW)

    assert back.bring(second).of("clarification").moments == ((later,) if later else ())
    kept = b"".join(each.read_bytes() for each in practice_folder(tmp_path).iterdir())
    assert b"NAAM" not in kept
    with pytest.raises(Solvable, match="eerder meegegeven"):
        back.bring(first)
    assert back.sheet != former
    assert back.put_back() == former
    assert back.sheet == former


def test_another_sheet_takes_no_place_for_good(again, sheet, tmp_path, case):
    back = again()
    back.lock(NOW)
    former = back.bring(sheet)
    assert not back.can_put_back
    back.bring(sheet)
    assert not back.can_put_back
    other = ObservationFile.begin(tmp_path / "derde laptop", case, today=date(2026, 11, 28))
    back.bring(other.path)

    assert back.can_put_back
    assert back.put_back() == former
    assert not back.can_put_back


@pytest.mark.parametrize("bsn", ["111222333", "1112.22.333"])
def test_a_sheet_with_a_number_of_somebody_is_not_opened(again, tmp_path, case, bsn):
    made = ObservationFile.begin(tmp_path / "tweede laptop", case, today=date(2026, 11, 28))
    made.hear("clarification", 1, f"Haar bsn is {bsn}.")
    back = again()
    back.lock(NOW)

    with pytest.raises(Solvable, match=r"burgerservicenummer|BSN|bsn") as told:
        back.bring(made.path)
    assert bsn not in str(told.value)
    assert "Vraag de maker" in told.value.way_out
    assert back.sheet is None


def test_of_a_sheet_only_what_stands_in_it_is_kept(again, tmp_path, case):
    made = ObservationFile.begin(tmp_path / "tweede laptop", case, today=date(2026, 11, 28))
    made.draft("clarification", Moment(at="03:05", what="HALF GESCHREVEN"))
    with made.path.open("ab") as file:
        file.write(
            b'["clarification","gehoord 1","VAN EERDER"]\n["clarification","gehoord 1","nu"]\n'
        )
    back = again()
    back.lock(NOW)

    assert back.bring(made.path).of("clarification").heard == ("nu",)
    everything = b"".join(each.read_bytes() for each in practice_folder(tmp_path).iterdir())
    assert b"HALF" not in everything
    assert b"EERDER" not in everything
    assert back.sheet is not None


def test_a_sheet_about_another_case_is_not_laid_beside_it(again, tmp_path):
    other = ObservationFile.begin(tmp_path / "b", practice_cases()[1], today=date(2026, 11, 28))
    back = again()
    back.lock(NOW)

    with pytest.raises(Solvable, match="van een andere casus"):
        back.bring(other.path)
    assert back.sheet is None


def test_it_ends_with_one_thing_to_keep_and_one_to_try(again):
    back = again()
    back.taken.write("behoud", "Een stilte laten staan.")
    back.taken.write("probeer", "Vragen: welke vraag zit eronder?")
    back.taken.write("wanneer", "volgend beraad")
    assert back.taken.whole is None
    assert back.taken.lacking() == ("Hoe merk ik dat het lukt?", "In welke ronde")
    back.taken.write("merk", "Ik hoor minder “heb je al”.")
    back.taken.try_in(PhaseKey.CLARIFICATION)

    assert again().taken.whole == Takeaway(
        keep="Een stilte laten staan.",
        attempt="Vragen: welke vraag zit eronder?",
        when="volgend beraad",
        phase=PhaseKey.CLARIFICATION,
        noticed_by="Ik hoor minder “heb je al”.",
    )


def test_what_one_tries_stands_ready_until_it_is_put_away(folder):
    assert taken_along(folder) is None
    for attempt in ("Eerst", "Dan"):
        take_along(
            folder,
            Takeaway(keep="x", attempt=attempt, when="w", phase=PhaseKey.CASE, noticed_by="m"),
            MINE,
        )
    found = taken_along(folder)
    assert found is not None
    assert (found.attempt, found.phase) == ("Dan", PhaseKey.CASE)
    put_away(folder)
    put_away(folder)
    assert taken_along(folder) is None


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"probeer":1}', b"\xff", b"[" * 90_000])
def test_a_file_that_is_no_attempt_reminds_of_nothing(folder, data):
    (practice_folder(folder) / "probeerpunt.json").write_bytes(data)
    assert taken_along(folder) is None
