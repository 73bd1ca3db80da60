"""A course as one file: the same bytes, and everything in it that a trainer needs."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import page
import pikepdf
import pytest
from pypdf import PdfReader

from beraad import assets
from beraad.errors import Solvable
from beraad.phases.course import Course as CourseOfRondes
from beraad.phases.parts import part_name
from beraad.phases.plan import plan_of
from beraad.records import PhaseKey
from beraad.report.forms.model import Board, Card
from beraad.report.forms.names import FormKind
from beraad.report.forms.plain import paragraphs
from beraad.report.pdf.forms import render, unprintable
from beraad.training.course import sheets
from beraad.training.course.leaving import LeavingCourse, leaving_course, packed
from beraad.training.course.names import CASES, PROGRAMME, SHEETS
from beraad.training.course.opening import checked, open_course, title_of
from beraad.training.course.pack import Course, course_in, printed, shipped_course
from beraad.training.course.programme import Programme
from beraad.training.course.sheets import programme_sheet
from beraad.training.course.slides import method_slides
from beraad.training.observing.observation import ObservationFile
from beraad.training.practice import load, practice_cases
from tests.conftest import NOW

SHIPPED = shipped_course()
FORMS = printed(SHIPPED)


@pytest.fixture(scope="session")
def data() -> bytes:
    return packed(left(SHIPPED))


@pytest.fixture
def shipped(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "gespreksleider.cursus"
    path.write_bytes(data)
    return path


def left(course: Course) -> LeavingCourse:
    return leaving_course(course, today=NOW.date())


def own_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "eigen"
    (folder / CASES).mkdir(parents=True)
    (folder / PROGRAMME).write_bytes((assets.COURSE / PROGRAMME).read_bytes())
    for case in practice_cases():
        (folder / CASES / f"{case.name}.casus").write_bytes(case.path.read_bytes())
    return folder


def test_the_same_course_is_the_same_bytes(data: bytes):
    assert packed(left(shipped_course())) == data


def test_it_holds_programme_cases_forms_and_slides(data: bytes):
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()

    assert names[0] == PROGRAMME
    for case in practice_cases():
        assert f"{CASES}/{case.name}.casus" in names
        assert f"{SHEETS}/rollenkaarten {case.name}.pdf" in names
        assert f"{SHEETS}/verhaal {case.name}.pdf" in names
        assert f"{SHEETS}/trainersblad {case.name}.pdf" in names
        assert f"{SHEETS}/voorbeeldobservatie {case.name}.pdf" in names
    for name in ("programma", "methode in beeld", "zelfbeeld", "intervisie", *FormKind):
        assert f"{SHEETS}/{name}.pdf" in names


@pytest.mark.usefixtures("drawn_once")
def test_what_was_packed_can_be_opened_and_gives_the_same_sheets(
    shipped: Path, data: bytes, tmp_path: Path
):
    opened = open_course(shipped, tmp_path / "beraden", today=NOW.date())

    assert opened is not None
    assert not opened.there_already
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            assert (opened.folder / name).read_bytes() == archive.read(name), name


@pytest.mark.usefixtures("drawn_once")
def test_the_same_course_stands_there_once(shipped: Path, tmp_path: Path):
    first = open_course(shipped, tmp_path / "beraden", today=NOW.date())
    again = open_course(shipped, tmp_path / "beraden", today=NOW.date())

    assert first is not None
    assert again is not None
    assert again.there_already
    assert again.folder == first.folder


@pytest.mark.usefixtures("drawn_once")
@pytest.mark.parametrize(
    ("programme", "title"),
    [
        ('titel = "Cursus\\n  gespreksleider"', "Cursus gespreksleider"),
        ('titel = "' + "lang " * 60 + '"', "een-map"),
        ("titel = 3", "een-map"),
        ("geen toml", "een-map"),
        (None, "een-map"),
    ],
)
def test_a_course_is_called_by_its_title_or_else_by_its_folder(tmp_path, programme, title):
    folder = tmp_path / "een-map"
    folder.mkdir()
    if programme is not None:
        (folder / PROGRAMME).write_text(programme, encoding="utf-8")

    assert title_of(folder) == title


@pytest.mark.usefixtures("drawn_once")
def test_another_course_with_that_name_comes_beside_it(shipped: Path, tmp_path: Path):
    first = open_course(shipped, tmp_path / "beraden", today=NOW.date())
    folder = own_folder(tmp_path)
    (folder / CASES / "een-brief-die-dicht-bleef.casus").unlink()
    shipped.write_bytes(packed(left(course_in(folder))))
    other = open_course(shipped, tmp_path / "beraden", today=NOW.date())

    assert first is not None
    assert other is not None
    assert other.folder.name == f"{first.folder.name} 2"
    assert len(course_in(first.folder).cases) == 6
    assert len(other.course.cases) == 5


def test_what_becomes_unwanted_leaves_nothing(shipped: Path, tmp_path: Path):
    home = tmp_path / "beraden"

    assert open_course(shipped, home, today=NOW.date(), unwanted=lambda: True) is None
    assert list(home.rglob("*.*")) == []


@pytest.mark.usefixtures("drawn_once")
def test_a_pdf_of_unknown_making_never_reaches_the_disk(tmp_path: Path):
    path = tmp_path / "cursus.cursus"
    with ZipFile(path, "w") as archive:
        archive.writestr(PROGRAMME, SHIPPED.file.text)
        archive.writestr(f"{SHEETS}/programma.pdf", b"%PDF-1.7 vals blad")
        archive.writestr(f"{SHEETS}/verrassing.pdf", b"%PDF-1.7 vals blad")

    opened = open_course(path, tmp_path / "beraden", today=NOW.date())

    assert opened is not None
    written = [each for each in opened.folder.rglob("*") if each.is_file()]
    assert all(b"vals blad" not in each.read_bytes() for each in written)
    assert not (opened.folder / SHEETS / "verrassing.pdf").exists()


@pytest.mark.usefixtures("drawn_once")
def test_own_lists_of_suggestions_come_along(tmp_path: Path):
    folder = own_folder(tmp_path)
    (folder / "suggesties").mkdir()
    own = (Path(assets.__file__).parent / "suggesties" / "waarden.toml").read_bytes()
    (folder / "suggesties" / "waarden.toml").write_bytes(own)
    path = tmp_path / "met-lijst.cursus"
    path.write_bytes(packed(left(course_in(folder))))

    assert set(checked(path).words) == {"waarden.toml"}


def test_a_folder_without_programme_is_told(tmp_path: Path):
    with pytest.raises(Solvable, match=r"cursus\.toml"):
        course_in(tmp_path)


def test_a_case_that_makes_no_beraad_is_told_with_its_place(tmp_path: Path):
    folder = own_folder(tmp_path)
    case = folder / CASES / "voorschot-in-de-zoekperiode.casus"
    case.write_text(case.read_text("utf-8").replace('option = "a"', 'option = "q"', 1), "utf-8")

    with pytest.raises(Solvable, match=r"voorschot.*klopt harms\[1\]\.option niet"):
        course_in(folder)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('titel = "Gespreksleider moreel beraad"', "", "het veld titel ontbreekt"),
        ('tijd = "10:15"', 'tijd = "10:00"', "begint voordat het vorige klaar is"),
        ('tijd = "10:15"', 'tijd = "kwart over tien"', "schrijf de tijd als 09:30"),
        ("minuten = 45", "minuten = -5", "1 tot 480 minuten"),
        ('tijd = "16:00"', 'tijd = "23:50"', "loopt door tot na middernacht"),
        ("minuten = 45", 'minuten = "45"', "hoort een heel getal te zijn"),
        ('casus = "voorschot', 'casus = "voorschoot', "deze casus zit er niet bij"),
        ("[[daarna]]", "[daarna]", "deze regel is niet te begrijpen"),
        ('naam = "Pauze"', 'naam = "Pauze"\nkleur = "rood"', "het veld kleur bestaat niet"),
        ('dag = "Dag 2"\ntijd = "13:10"', 'dag = "Dag 1"\ntijd = "13:10"', "bij elkaar"),
    ],
)
def test_a_programme_that_is_wrong_is_told_with_its_line(tmp_path, old, new, reason):
    folder = own_folder(tmp_path)
    path = folder / PROGRAMME
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(Solvable) as refused:
        course_in(folder)

    assert "In cursus.toml, regel" in refused.value.happened
    assert reason in refused.value.happened


def test_the_two_days_fit_in_working_hours_with_breaks_and_work_between():
    (_, first), (_, second) = SHIPPED.programme.days

    for parts in (first, second):
        assert parts[0].begins.hour >= 9
        assert parts[-1].ends.hour < 17
        assert [part.name for part in parts].count("Pauze") == 2
        assert any(part.name == "Lunch" for part in parts)
    used = {part.case for part in SHIPPED.programme.parts if part.case}
    assert len(used) == 4
    assert len(SHIPPED.programme.between) == 4
    assert len(SHIPPED.programme.after) == 5


def test_what_the_course_teaches_to_look_with_has_its_place():
    first, second = (parts for _, parts in SHIPPED.programme.days)
    names = [part.name for part in first]
    assert names.index("Samen leren kijken") < names.index("Van verwijt naar vraag")
    assert any("oorbeeldobservatie" in part.needs for part in first)
    assert any("pols van een team" in part.needs for part in second)
    threes = [part for part in first if part.way.startswith("In drietallen, drie keer")]
    assert len(threes) == 2
    assert all("één kijkt mee" in part.way for part in threes)


@pytest.mark.parametrize("case", SHIPPED.cases, ids=lambda case: case.name)
def test_a_ronde_has_the_same_minutes_and_place_wherever_it_stands(case, tmp_path):
    session = load(case, now=NOW, held_on=NOW.date())
    leader = {share.key: share.base for share in plan_of(session).shares}
    laptop = ObservationFile.begin(tmp_path, case, today=NOW.date()).shown.planned
    trainer = sheets.trainer_sheet(case).sheets[0]
    order = [part_name(case.course, key) for key in (PhaseKey.OPENING, *case.course.keys)]

    assert laptop == leader
    asides = {each.title: each.aside for each in trainer if isinstance(each, Card)}
    for key in case.course.keys:
        assert asides[part_name(case.course, key)] == f"{leader[key]} minuten"
    board = sheets.observation_sheet(case).sheets[0][0]
    assert isinstance(board, Board)
    told = [" ".join(run.text for line in group.head for run in line) for group in board.groups]
    minutes = [str(leader[key]) for key in (PhaseKey.OPENING, *case.course.keys)]
    assert [each.split()[-2] for each in told[:-1]] == minutes
    for form in sheets.self_sheets([case]):
        if form.stem.endswith(case.name):
            own = form.sheets[0][0]
            assert isinstance(own, Board)
            assert [group.head[0][0].text for group in own.groups][:-1] == order


def test_a_case_of_another_order_has_a_zelfbeeld_of_its_own():
    usual = CourseOfRondes().keys
    others = [case.name for case in SHIPPED.cases if case.course.keys != usual]
    stems = {form.stem for form in FORMS}

    assert others
    assert {f"zelfbeeld {name}" for name in others} <= stems
    assert {f"observatieblad {case.name}" for case in SHIPPED.cases} <= stems


def test_slides_are_sixteen_by_nine_one_page_each():
    form = method_slides()
    with pikepdf.Pdf.open(BytesIO(render(form))) as pdf:
        sizes = {(float(p.mediabox[2]), float(p.mediabox[3])) for p in pdf.pages}
        assert sizes == {(960.0, 540.0)}
        assert len(pdf.pages) == len(form.sheets) == 16


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_every_sheet_is_accessible_and_printable(form):
    data = render(form)

    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []
    assert unprintable(form) == ()


def test_nobody_is_graded_and_the_certificate_says_so():
    said = "\n".join(text for form in FORMS for text in paragraphs(form)).casefold()

    for word in ("punten", "geslaagd", "voldoende punten", "ranglijst", "diploma behaald"):
        assert word not in said
    certificate = next(form for form in FORMS if form.stem == "bewijs van aanwezigheid")
    assert "Dit is geen diploma" in "\n".join(paragraphs(certificate))


def test_who_plays_the_inbrenger_has_the_story():
    for case in practice_cases():
        form = next(form for form in FORMS if form.stem == f"verhaal {case.name}")
        account = load(case, now=NOW, held_on=NOW.date()).case
        said = "\n".join(paragraphs(form))
        for text in (account.situation, account.hot_moment):
            assert all(part in said for part in text.split("\n\n"))


def test_a_role_card_says_what_is_only_told_to_an_open_question():
    case = practice_cases()[0]
    form = next(form for form in FORMS if form.stem == f"rollenkaarten {case.name}")
    said = "\n".join(paragraphs(form))

    for role in case.coaching.roles:
        assert role.knows in said
        assert role.when_asked in said
    assert "Oefening" in said


def pages(programme: Programme) -> list[str]:
    data = render(programme_sheet(programme, {}))
    return [each.extract_text() for each in PdfReader(BytesIO(data)).pages]


def test_each_day_of_the_programme_stands_whole_on_a_sheet_of_its_own():
    programme = shipped_course().programme
    first, *others = pages(programme)

    assert programme.between[-1].what.split(",")[0] in first
    assert programme.after[-1].what.split(":")[0] in first
    assert len(others) == len(programme.days)
    for text, (day, parts) in zip(others, programme.days, strict=True):
        assert day in text
        assert all(part.clock in text for part in parts)
        assert f"{day}: {parts[0].begins:%H:%M}–{parts[-1].ends:%H:%M}." in " ".join(first.split())


@pytest.mark.parametrize("count", [1, 3, 4])
def test_no_heading_of_the_programme_stands_alone_under_a_sheet(count: int):
    shipped = shipped_course().programme
    heads = ("Tussen de dagen", "Daarna", *(day for day, _ in shipped.days))
    for more in range(4):
        programme = replace(
            shipped,
            introduction=shipped.introduction + "\n\nNog een regel." * more,
            between=shipped.between * count,
        )
        for text in pages(programme):
            lines = [line for line in text.splitlines() if line.strip()]
            for head in heads:
                if head in lines:
                    assert len(lines) - lines.index(head) > 5, (count, more, head)


def test_short_days_stand_together_and_what_no_case_has_is_called_none():
    shipped = shipped_course().programme
    parts = tuple(
        replace(part, day=f"Avond {number // 2 + 1}", case="")
        for number, part in enumerate(shipped.parts[:6])
    )
    first, *others = pages(replace(shipped, parts=parts))
    assert len(others) == 1
    assert all(f"Avond {number}" in others[0] for number in (1, 2, 3))
    assert "Casus:" not in others[0]
    assert "Begin bij ronde 2" in " ".join(others[0].split())
    assert first
