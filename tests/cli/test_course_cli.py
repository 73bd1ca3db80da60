"""`beraad cursus` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from beraad.cli import main
from beraad.training.practice import practice_cases

pytestmark = pytest.mark.usefixtures("drawn_once")


def test_a_course_is_made_checked_and_opened(tmp_path: Path, capsys):
    course = tmp_path / "a.cursus"
    home = tmp_path / "beraden"

    assert main(["cursus", "maak", "--uit", str(course)]) == 0
    assert main(["cursus", "controleer", str(course)]) == 0
    assert main(["cursus", "open", str(course), "--sessions", str(home)]) == 0

    said = capsys.readouterr().out
    assert "In orde." in said
    assert "Schuldhulp na een fraudeschuld · pittig · 120 minuten" in said
    assert (home / "cursussen" / "a" / "bladen" / "programma.pdf").exists()


@pytest.mark.parametrize("place", range(4))
def test_the_folder_may_be_named_before_the_file_or_after_it(tmp_path: Path, place):
    course, home = tmp_path / "a.cursus", tmp_path / "beraden"
    main(["cursus", "maak", "--uit", str(course)])
    words = ["cursus", "open", str(course)]

    assert main([*words[:place], "--sessions", str(home), *words[place:]]) == 0

    assert (home / "cursussen" / "a").is_dir()


def test_made_twice_it_is_the_same_and_takes_the_place_of_the_first(tmp_path: Path):
    course = tmp_path / "a.cursus"
    main(["cursus", "maak", "--uit", str(course)])
    first = course.read_bytes()
    main(["cursus", "maak", "--uit", str(course)])

    assert [each.name for each in tmp_path.iterdir()] == ["a.cursus"]
    assert course.read_bytes() == first


def test_a_folder_that_was_opened_can_be_made_into_a_course_again(tmp_path: Path):
    course, again = tmp_path / "a.cursus", tmp_path / "b.cursus"
    home = tmp_path / "beraden"
    main(["cursus", "maak", "--uit", str(course)])
    main(["cursus", "open", str(course), "--sessions", str(home)])

    folder = home / "cursussen" / "a"
    assert main(["cursus", "maak", "--map", str(folder), "--uit", str(again)]) == 0
    assert again.read_bytes() == course.read_bytes()


def test_one_case_can_be_checked_and_opened(tmp_path: Path, capsys):
    case = tmp_path / "verhaal.casus"
    text = practice_cases()[0].path.read_text("utf-8")
    case.write_text(text.split("# Voor wie meespeelt")[0], "utf-8")

    assert main(["cursus", "controleer", str(case)]) == 0
    assert "Nog nodig: Schrijf een rollenkaart" in capsys.readouterr().out
    assert main(["cursus", "open", str(case), "--sessions", str(tmp_path / "b")]) == 0
    assert (tmp_path / "b" / "casussen" / "verhaal.casus").exists()


def test_what_is_wrong_is_told_and_nothing_is_left(tmp_path: Path, capsys):
    course = tmp_path / "a.cursus"
    course.write_bytes(b"PK\x03\x04")

    assert main(["cursus", "open", str(course), "--sessions", str(tmp_path / "b")]) == 1
    assert "a.cursus" in capsys.readouterr().err
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("asked", [["maak"], ["controleer"], ["open"]])
def test_a_file_that_is_needed_is_asked_for(asked: list[str], capsys):
    assert main(["cursus", *asked]) == 1
    assert "Bij deze opdracht hoort" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [["cursus"], ["cursus", "bak"], ["cursus", "maak", "--uit", "a"]])
def test_a_command_that_is_wrong_is_told(asked: list[str]):
    with pytest.raises(SystemExit) as left:
        main(asked)
    assert left.value.code == 2


def test_a_number_of_somebody_is_told_to_who_did_not_make_it(tmp_path, capsys):
    case = tmp_path / "een.casus"
    shipped = practice_cases()[0]
    case.write_text("# Bel 111222333\n" + shipped.path.read_text("utf-8"), "utf-8")

    assert main(["cursus", "controleer", str(case)]) != 0

    said = capsys.readouterr().err
    assert "BSN" in said
    assert "Vraag de maker" in said
    assert "geschreven" not in said


@pytest.mark.parametrize("asked", ["controleer", "open"])
def test_a_bare_case_says_what_to_call_it(tmp_path, capsys, asked):
    case = tmp_path / "mijn.toml"
    case.write_bytes(practice_cases()[0].path.read_bytes())
    assert main(["cursus", asked, str(case), "--sessions", str(tmp_path / "b")]) == 1
    assert "noem hem dan mijn.casus" in capsys.readouterr().err
