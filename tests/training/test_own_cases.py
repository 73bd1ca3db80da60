"""Cases that lie beside those that ship: one's own, and those of a course."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from beraad.errors import Solvable
from beraad.store.places import cases_folder
from beraad.training.course.names import CASES, PROGRAMME
from beraad.training.own_cases import (
    GOES_ALONG,
    checked_case,
    is_case,
    namesakes,
    take_away_case,
    take_in,
    told_apart,
    whole_shelf,
)
from beraad.training.practice import LONGEST_TITLE, practice_cases

TODAY = date(2026, 11, 28)
CASE = practice_cases()[0]


def own(path: Path, title: str = "Een eigen verhaal") -> Path:
    text = CASE.path.read_text("utf-8").replace(CASE.title, title)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_shared_case_is_taken_in_once(tmp_path: Path):
    shared = own(tmp_path / "post" / "verhaal.casus")
    home = tmp_path / "beraden"

    first = take_in(shared, home, today=TODAY)
    again = take_in(shared, home, today=TODAY)

    assert first.path == again.path == cases_folder(home) / "verhaal.casus"
    assert first.path.read_bytes() == shared.read_bytes()


def test_another_one_of_that_name_comes_beside_it(tmp_path: Path):
    home = tmp_path / "beraden"
    take_in(own(tmp_path / "verhaal.casus"), home, today=TODAY)
    take_in(own(tmp_path / "verhaal.casus", "Nog een verhaal"), home, today=TODAY)

    titles = {case.title for case in whole_shelf(home).cases}
    assert {"Een eigen verhaal", "Nog een verhaal"} <= titles


def test_versions_with_one_title_are_told_apart(tmp_path: Path):
    home = tmp_path / "beraden"
    first = take_in(own(tmp_path / "verhaal.casus"), home, today=TODAY)
    changed = own(tmp_path / "post" / "verhaal.casus")
    changed.write_text(f"{changed.read_text('utf-8')}\n", "utf-8")
    second = take_in(changed, home, today=TODAY)
    alone = take_in(own(tmp_path / "ander.casus", "Nog een verhaal"), home, today=TODAY)

    told = told_apart(whole_shelf(home).cases, home)

    assert told.keys() == {first.path, second.path}
    assert told[first.path].startswith("verhaal.casus, bewaard op ")
    assert told[second.path].startswith(f"{second.path.name}, bewaard op ")
    assert namesakes(second, home) == (first,)
    assert namesakes(alone, home) == ()


def test_one_of_ones_own_is_told_apart_from_the_one_that_ships(tmp_path: Path):
    home = tmp_path / "beraden"
    mine = own(cases_folder(home) / f"{CASE.name}.casus", CASE.title)
    mine.write_text(f"{mine.read_text('utf-8')}\n", "utf-8")

    told = told_apart(whole_shelf(home).cases, home)

    assert told[CASE.path] == "hoort bij Beraad"
    assert told[mine].startswith(mine.name)


def test_what_ships_comes_first_and_the_same_stands_once(tmp_path: Path):
    home = tmp_path / "beraden"
    course = home / "cursussen" / "een cursus"
    own(course / CASES / "verhaal.casus")
    (course / CASES / f"{CASE.name}.casus").write_bytes(CASE.path.read_bytes())
    (course / PROGRAMME).write_text("", "utf-8")

    titles = [case.title for case in whole_shelf(home).cases]
    assert titles == [*(case.title for case in practice_cases()), "Een eigen verhaal"]


def test_one_that_cannot_be_read_hides_no_other(tmp_path: Path):
    home = tmp_path / "beraden"
    own(cases_folder(home) / "verhaal.casus")
    (cases_folder(home) / "stuk.casus").write_text("[oefening", "utf-8")

    found = whole_shelf(home)
    assert len(found.cases) == len(practice_cases()) + 1
    (problem,) = found.refused
    assert "stuk.casus" in problem.happened

    (unread,) = found.unread
    take_away_case(unread)
    assert not whole_shelf(home).unread
    assert len(whole_shelf(home).cases) == len(practice_cases()) + 1


def test_a_case_that_makes_no_beraad_is_not_taken_in(tmp_path: Path):
    shared = own(tmp_path / "verhaal.casus")
    shared.write_text(shared.read_text("utf-8").replace('option = "a"', 'option = "q"'), "utf-8")

    with pytest.raises(Solvable, match=r"verhaal\.casus klopt harms\[1\]\.option niet"):
        take_in(shared, tmp_path / "beraden", today=TODAY)
    assert not cases_folder(tmp_path / "beraden").exists()


def test_only_invented_cases_are_taken_in(tmp_path: Path):
    shared = own(tmp_path / "verhaal.casus")
    told = shared.read_text("utf-8").replace('bron = "verzonnen"', 'bron = "echt gebeurd"')
    shared.write_text(told, "utf-8")

    with pytest.raises(Solvable, match="verzonnen"):
        checked_case(shared)


def test_a_case_is_known_by_its_name():
    assert is_case(Path("Verhaal.CASUS"))
    assert not is_case(Path("verhaal.toml"))


def test_an_endless_title_is_refused_before_anything_is_written(tmp_path: Path):
    shared = own(tmp_path / "lang.casus", "x" * (LONGEST_TITLE + 1))
    with pytest.raises(Solvable, match=r"oefening\.titel.*hoogstens"):
        checked_case(shared)
    assert checked_case(own(tmp_path / "past.casus", "x" * LONGEST_TITLE))


def test_a_case_of_ones_own_goes_with_what_was_written_beside_it(tmp_path: Path):
    home = tmp_path / "beraden"
    case = take_in(own(tmp_path / "verhaal.casus"), home, today=TODAY)
    other = take_in(own(tmp_path / "ander.casus", "Nog een verhaal"), home, today=TODAY)
    for suffix in GOES_ALONG:
        case.path.with_suffix(suffix).write_text("x", "utf-8")

    take_away_case(case)

    assert list(cases_folder(home).iterdir()) == [other.path]


@pytest.mark.parametrize("said", ["BSN 111222333", "Bel 06-12345678", "truus@voorbeeld.nl"])
@pytest.mark.parametrize("where", ["story", "remark"])
def test_a_case_with_a_number_of_somebody_is_not_taken_in(tmp_path: Path, said: str, where: str):
    shared = own(tmp_path / "post" / "verhaal.casus")
    text = shared.read_text("utf-8")
    if where == "story":
        text = text.replace('situation = """', f'situation = """{said}. ', 1)
    else:
        text = f"{text}\n# {said}\n"
    shared.write_text(text, "utf-8")

    with pytest.raises(Solvable, match="naar een mens wijst") as refused:
        take_in(shared, tmp_path / "beraden", today=TODAY)

    assert "Vraag de maker" in refused.value.way_out
    assert said.rsplit(maxsplit=1)[-1] not in str(refused.value)
    assert not cases_folder(tmp_path / "beraden").exists()


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_what_ships_can_be_taken_in_as_a_file(tmp_path: Path, case):
    shared = tmp_path / f"{case.name}.casus"
    shared.write_bytes(case.path.read_bytes())

    assert take_in(shared, tmp_path / "beraden", today=TODAY).title == case.title
