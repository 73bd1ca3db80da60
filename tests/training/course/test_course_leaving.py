"""A course goes out after everything in it was read, also what no screen shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from beraad import assets
from beraad.cli import main
from beraad.errors import Solvable
from beraad.training.course.leaving import LeavingCourse, leaving_course
from beraad.training.course.names import CASES, PROGRAMME, WORDS
from beraad.training.course.pack import course_in, shipped_course
from beraad.training.practice import practice_cases
from beraad.training.weighing import Asked

TODAY = date(2026, 11, 29)
NAME = "Truus Hoekstra"
STORY = practice_cases()[0]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "eigen"
    (folder / CASES).mkdir(parents=True)
    (folder / WORDS).mkdir()
    (folder / PROGRAMME).write_bytes((assets.COURSE / PROGRAMME).read_bytes())
    for case in practice_cases():
        (folder / CASES / f"{case.name}.casus").write_bytes(case.path.read_bytes())
    for name in ("waarden", "routes"):
        ours = (assets.SUGGESTIONS / f"{name}.toml").read_bytes()
        (folder / WORDS / f"{name}.toml").write_bytes(ours)
    return folder


def story(own: Path) -> Path:
    return own / CASES / f"{STORY.name}.casus"


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def ends_with(path: Path, line: str) -> None:
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")


def test_what_ships_goes_out_without_a_question(own: Path):
    leaving_course(shipped_course(), today=TODAY)
    leaving_course(course_in(own), today=TODAY)


def in_story(own: Path) -> None:
    changed(story(own), 'titel = "', f'titel = "{NAME}, ')


def in_programme(own: Path) -> None:
    changed(own / PROGRAMME, 'voor = "', f'voor = "{NAME} en ')


def in_list(own: Path) -> None:
    ends_with(own / WORDS / "waarden.toml", f'[[suggestie]]\nnaam = "Zoals {NAME} zei"')


def in_file_name(own: Path) -> None:
    changed(story(own), 'titel = "', 'titel = "Nog eens: ')
    story(own).rename(own / CASES / "truus-hoekstra.casus")
    text = (own / PROGRAMME).read_text("utf-8")
    (own / PROGRAMME).write_text(text.replace(STORY.name, "truus-hoekstra"), "utf-8")


def behind_a_sign(own: Path) -> None:
    ends_with(own / PROGRAMME, f"# Denk aan {NAME}")


@pytest.mark.parametrize(
    "write",
    [in_story, in_programme, in_list, in_file_name, behind_a_sign],
    ids=lambda one: one.__name__,
)
def test_a_name_is_asked_wherever_it_stands_and_never_told(own: Path, write):
    write(own)
    course = course_in(own)

    with pytest.raises(Asked) as asked:
        leaving_course(course, today=TODAY)
    assert "naam" in asked.value.happened
    assert "Hoekstra" not in str(asked.value)
    assert leaving_course(course, today=TODAY, is_made_up=True).course is course


def test_what_surely_points_to_somebody_in_the_file_of_a_case_never_goes(own: Path):
    ends_with(story(own), "# Zijn BSN is 111222333.")
    with pytest.raises(Solvable, match=rf"{STORY.name}.*opmerking.*BSN") as refused:
        leaving_course(course_in(own), today=TODAY, is_made_up=True)

    assert not isinstance(refused.value, Asked)
    assert "111222333" not in str(refused.value)


def test_only_what_was_read_is_packed():
    with pytest.raises(TypeError, match="gate"):
        LeavingCourse(seal=object(), course=shipped_course(), cases={})


def test_on_the_command_line_a_person_says_that_it_is_made_up(own: Path, tmp_path: Path, capsys):
    in_programme(own)
    target = tmp_path / "uit.cursus"
    asked = ["cursus", "maak", "--map", str(own), "--uit", str(target)]

    assert main(asked) == 1
    assert "--verzonnen" in capsys.readouterr().err
    assert not target.exists()
    assert main([*asked, "--verzonnen"]) == 0
    assert target.exists()


@pytest.mark.parametrize("decided", ['titel = "', 'situation = """'])
def test_a_number_of_somebody_in_a_case_never_goes(own: Path, decided: str):
    changed(story(own), decided, f"{decided}BSN 111222333 ")
    with pytest.raises(Solvable, match="BSN") as refused:
        leaving_course(course_in(own), today=TODAY, is_made_up=True)
    assert not isinstance(refused.value, Asked)


@pytest.mark.parametrize("where", ["programma", "lijst"])
def test_a_number_of_somebody_around_the_cases_never_goes(own: Path, where: str):
    line = "BSN 111222333"
    if where == "programma":
        changed(own / PROGRAMME, 'voor = "', f'voor = "{line} ')
    else:
        ends_with(own / WORDS / "waarden.toml", f'[[suggestie]]\nnaam = "{line}"')
    with pytest.raises(Solvable, match="BSN") as refused:
        leaving_course(course_in(own), today=TODAY, is_made_up=True)
    assert not isinstance(refused.value, Asked)


def test_a_trainer_may_be_reached(own: Path):
    changed(own / PROGRAMME, 'voor = "', 'voor = "bel 06-12345678. ')
    with pytest.raises(Asked, match="telefoon"):
        leaving_course(course_in(own), today=TODAY)
    leaving_course(course_in(own), today=TODAY, is_made_up=True)
