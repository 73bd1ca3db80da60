"""A course goes out after everything in it was read, also what no screen shows."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from beraad import assets
from beraad.cli import main
from beraad.errors import Solvable
from beraad.training.course.leaving import LeavingCourse, leaving_course
from beraad.training.course.names import CASES, PROGRAMME, WORDS
from beraad.training.course.opening import open_course
from beraad.training.course.pack import course_in, shipped_course
from beraad.training.naming import called_after
from beraad.training.practice import practice_cases
from beraad.training.weighing import Asked

TODAY = date(2026, 11, 29)
NAME = "Truus Hoekstra"
STORY = practice_cases()[0]

pytestmark = pytest.mark.usefixtures("drawn_once")


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


@pytest.mark.parametrize("behind", ["", " (2)", "-3", " van deze laptop"])
def test_a_file_that_is_called_after_its_title_is_not_asked_about(own: Path, behind: str):
    title = "De sleutel onder de mat"
    changed(story(own), f'titel = "{STORY.title}"', f'titel = "{title}"')
    name = f"{called_after(title)}{behind}"
    story(own).rename(own / CASES / f"{name}.casus")
    text = (own / PROGRAMME).read_text("utf-8")
    (own / PROGRAMME).write_text(text.replace(STORY.name, name), "utf-8")

    leaving_course(course_in(own), today=TODAY)


def test_a_name_of_a_file_is_asked_with_the_file(own: Path):
    in_file_name(own)

    with pytest.raises(Asked, match=rf"het bestand {CASES}/truus-hoekstra\.casus \(naam\)"):
        leaving_course(course_in(own), today=TODAY)


@pytest.mark.parametrize(
    "field", ["samenvatting", "valkuil", "weet", "wat", "behoud"], ids=lambda one: one
)
def test_what_is_asked_of_a_case_is_named_by_its_file_and_line(own: Path, field: str):
    changed(story(own), f'{field} = "', f'{field} = "{NAME} en ')
    lines = story(own).read_text("utf-8").splitlines()
    (line,) = [number for number, text in enumerate(lines, start=1) if NAME in text]

    with pytest.raises(Asked, match=rf"{CASES}/{STORY.name}\.casus: .*, regel {line} \(naam\)"):
        leaving_course(course_in(own), today=TODAY)


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


def line_of(path: Path, piece: str) -> int:
    text = path.read_text("utf-8")
    return text.count("\n", 0, text.index(piece)) + 1


@pytest.mark.parametrize(
    ("old", "said", "kind"),
    [
        ('voor = "', "BSN 111222333, ", "BSN"),
        ("door het te doen: samen", "BSN 111222333 ", "BSN"),
        ('werkvorm = "Stil', "IBAN NL91ABNA0417164300 ", "rekeningnummer"),
        ('wanneer = "dezelfde', "BSN 111222333 ", "BSN"),
        ('titel = "', "BSN 111222333 ", "BSN"),
    ],
)
def test_a_number_in_the_programme_is_named_by_its_line(own: Path, old: str, said: str, kind: str):
    programme = own / PROGRAMME
    at = old.find('"') + 1
    changed(programme, old, f"{old[:at]}{said}{old[at:]}")

    with pytest.raises(Solvable) as refused:
        leaving_course(course_in(own), today=TODAY, is_made_up=True)
    line = line_of(programme, said.strip(" ,"))
    assert f"{PROGRAMME}, regel {line} ({kind})" in refused.value.happened
    assert not any(sign in refused.value.happened for sign in ("111222333", "NL91"))


@pytest.mark.parametrize("said", ["06-12345678", "truus@voorbeeld.nl"])
def test_how_somebody_is_reached_is_asked_with_its_line(own: Path, said: str):
    ends_with(own / PROGRAMME, f"# zie {said}")
    with pytest.raises(Asked) as asked:
        leaving_course(course_in(own), today=TODAY)
    assert f"{PROGRAMME}, regel {line_of(own / PROGRAMME, said)} (" in asked.value.happened
    assert said not in asked.value.happened


def test_a_number_in_a_list_or_behind_a_sign_of_a_case_is_named_by_its_line(own: Path):
    for path in (own / WORDS / "waarden.toml", story(own)):
        before = path.read_bytes()
        ends_with(path, "# BSN 111222333")
        line = line_of(path, "BSN 111222333")
        with pytest.raises(Solvable, match=rf"{path.name}, regel {line} \(BSN\)"):
            leaving_course(course_in(own), today=TODAY, is_made_up=True)
        path.write_bytes(before)


def test_who_checks_a_course_hears_where_somebody_may_stand(own: Path, tmp_path: Path, capsys):
    in_programme(own)
    target = tmp_path / "uit.cursus"
    assert main(["cursus", "maak", "--map", str(own), "--uit", str(target), "--verzonnen"]) == 0
    capsys.readouterr()
    assert main(["cursus", "controleer", str(target)]) == 0
    told = capsys.readouterr().out
    line = line_of(own / PROGRAMME, "voor =")
    assert f"Let op, dit wijst misschien naar een mens: {PROGRAMME}, regel {line} (" in told
    assert "Hoekstra" not in told.partition("Let op")[2]


def test_a_course_with_a_number_of_somebody_is_not_in_order(own: Path, tmp_path: Path, capsys):
    target = tmp_path / "van een ander.cursus"
    with ZipFile(target, "w") as archive:
        said = (own / PROGRAMME).read_text("utf-8").replace('voor = "', 'voor = "BSN 111222333 ')
        archive.writestr(PROGRAMME, said)
    assert main(["cursus", "controleer", str(target)]) == 1
    told = capsys.readouterr()
    assert f"{PROGRAMME}, regel {line_of(own / PROGRAMME, 'voor =')} (BSN)" in told.err
    assert "In orde" not in told.out


def given(own: Path, tmp_path: Path) -> Path:
    """The course in a folder as a file of somebody who did not make it with Beraad."""
    target = tmp_path / "van een ander.cursus"
    with ZipFile(target, "w") as archive:
        for path in sorted(each for each in own.rglob("*") if each.is_file()):
            archive.write(path, path.relative_to(own).as_posix())
    return target


@pytest.mark.parametrize("where", ["casus", "programma", "lijst", "opmerking"])
@pytest.mark.parametrize("said", ["BSN 111222333", "IBAN NL91ABNA0417164300"])
def test_a_course_with_a_number_of_somebody_is_not_opened(
    own: Path, tmp_path: Path, where: str, said: str
):
    match where:
        case "casus":
            changed(story(own), 'situation = """', f'situation = """{said} ')
        case "programma":
            changed(own / PROGRAMME, 'voor = "', f'voor = "{said} ')
        case "lijst":
            ends_with(own / WORDS / "waarden.toml", f'[[suggestie]]\nnaam = "{said}"')
        case _:
            ends_with(story(own), f"# {said}")
    home = tmp_path / "beraden"

    with pytest.raises(Solvable, match=r"\((?:BSN|rekeningnummer)\)") as refused:
        open_course(given(own, tmp_path), home, today=TODAY)

    assert "Vraag de maker" in refused.value.way_out
    assert "niets geopend" in refused.value.kept
    assert said.rsplit(maxsplit=1)[-1] not in str(refused.value)
    assert not [each for each in home.rglob("*") if each.is_file()]


def test_a_course_that_stood_there_with_a_number_is_refused_as_well(
    own: Path, tmp_path: Path, monkeypatch
):
    changed(own / PROGRAMME, 'voor = "', 'voor = "BSN 111222333 ')
    home = tmp_path / "beraden"
    shutil.copytree(own, home / "cursussen" / "van een ander")

    with pytest.raises(Solvable, match="BSN"):
        open_course(given(own, tmp_path), home, today=TODAY)


def test_a_phone_number_in_a_case_of_a_course_is_refused_and_that_of_the_trainer_is_not(
    own: Path, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr("beraad.report.pdf.forms.render", lambda _: b"%PDF-1.7")
    changed(own / PROGRAMME, 'voor = "', f'voor = "bel {NAME}, 06-12345678 of t@voorbeeld.nl. ')
    home = tmp_path / "beraden"
    assert open_course(given(own, tmp_path), home, today=TODAY) is not None

    changed(story(own), 'situation = """', 'situation = """Bel 06-12345678. ')
    with pytest.raises(Solvable, match="telefoon"):
        open_course(given(own, tmp_path), home, today=TODAY)


def test_on_the_command_line_it_is_told_which_line_of_an_opened_course(
    own: Path, tmp_path: Path, capsys
):
    changed(own / PROGRAMME, 'voor = "', 'voor = "BSN 111222333 ')
    file, home = given(own, tmp_path), tmp_path / "beraden"

    assert main(["cursus", "open", str(file), "--sessions", str(home)]) == 1

    told = capsys.readouterr().err
    assert f"{PROGRAMME}, regel {line_of(own / PROGRAMME, 'voor =')} (BSN)" in told
    assert "Vraag de maker" in told
