"""A course or a case that somebody shared, opened in the window and by dropping it there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.phases.behaviours import THROUGHOUT, QuestionKind
from beraad.records import PhaseKey
from beraad.training.course.leaving import leaving_course, packed
from beraad.training.course.names import CASES, PROGRAMME, SHEETS
from beraad.training.course.pack import shipped_course
from beraad.training.exercise import Exercise
from beraad.training.own_cases import origin_of
from beraad.training.practice import case_in, practice_cases
from beraad.ui.practising import choosing_screen
from beraad.ui.practising.bringing_in import SHIPPED_FILE
from beraad.ui.practising.case_tile import CaseTile
from beraad.ui.practising.choosing_screen import ChoosingScreen
from beraad.ui.practising.courses_card import CoursesCard
from tests.conftest import NOW


@pytest.fixture(scope="module")
def data() -> bytes:
    return packed(leaving_course(shipped_course(), today=NOW.date()))


@pytest.fixture
def opened_folders(monkeypatch):
    found = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: found.append(url.toLocalFile()) or True
    )
    return found


def press(qtbot, inside, name):
    made = next(each for each in inside.findChildren(QPushButton, name) if each.isVisible())
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def told(window):
    return window._stack.current.banner.accessibleName()


def drop(widget, path: Path) -> bool:
    """Drop a file on a widget as the system does; whether it was wanted."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entering = QDragEnterEvent(widget.rect().center(), copy, mime, left, none)
    entering.ignore()
    widget.dragEnterEvent(entering)
    if entering.isAccepted():
        widget.dropEvent(QDropEvent(QPointF(10, 10), copy, mime, left, none))
    return entering.isAccepted()


def test_a_course_is_chosen_and_lies_ready_with_its_sheets(
    qtbot, window, folder, tmp_path, data, monkeypatch, opened_folders
):
    path = tmp_path / "mijn cursus.cursus"
    path.write_bytes(data)
    monkeypatch.setattr(choosing_screen, "ask_file", lambda *_: str(path))
    window.ways.show_practice()

    press(qtbot, window._stack.current, "open-course")
    qtbot.waitUntil(lambda: "staat klaar" in told(window), timeout=30_000)

    home = folder / "cursussen" / "mijn cursus"
    assert (home / SHEETS / "programma.pdf").exists()
    screen = window._stack.current
    said = {each.text() for each in screen.findChildren(QLabel)}
    assert {shipped_course().programme.title, "map mijn cursus"} <= said
    way = next(each for each in screen.findChildren(QPushButton) if each.text() == "Bladen")
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert opened_folders == [str(home / SHEETS)]
    press(qtbot, screen, "course-away")
    assert home.exists()
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    assert not home.exists()
    assert not window._stack.current.findChildren(QPushButton, "course-away")


def test_opening_shows_at_once_that_it_is_under_way_and_can_be_stopped(
    qtbot, window, folder, tmp_path, data
):
    path = tmp_path / "mijn.cursus"
    path.write_bytes(data)
    window.ways.show_practice()
    screen = window._stack.current

    screen.bring_in(path)
    assert "De bladen worden getekend" in told(window)
    assert not screen.findChild(QPushButton, "open-course").isEnabled()

    press(qtbot, screen, "stop-course")
    qtbot.waitUntil(lambda: "Gestopt" in told(window), timeout=30_000)
    assert not list((folder / "cursussen").glob("*"))
    assert screen.findChild(QPushButton, "open-course").isEnabled()
    assert not screen.findChild(QPushButton, "stop-course").isVisible()


def test_a_case_of_a_course_says_what_that_is_called(tmp_path):
    home = tmp_path / "cursussen" / "mijn"
    (home / CASES).mkdir(parents=True)
    shipped = shipped_course()
    (home / PROGRAMME).write_text(shipped.file.text, "utf-8")
    own = home / CASES / "verhaal.casus"
    own.write_bytes(practice_cases()[0].path.read_bytes())

    assert origin_of(case_in(own), tmp_path) == f"uit de cursus {shipped.programme.title}"


def test_a_file_among_the_cases_that_cannot_be_read_is_named_and_goes(qtbot, window, folder):
    (folder / CASES).mkdir()
    broken = folder / CASES / "stuk.casus"
    broken.write_text("[oefening", "utf-8")
    window.ways.show_practice()
    screen = window._stack.current
    said = {each.text() for each in screen.findChildren(QLabel)}
    assert "stuk.casus" in said
    assert "In stuk.casus, regel 1: deze regel is niet te begrijpen." in said

    press(qtbot, screen, "unread-away")
    assert broken.exists()
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    assert not broken.exists()
    assert not window._stack.current.findChildren(QPushButton, "unread-away")


def test_what_is_no_course_is_told_and_changes_nothing(qtbot, window, folder, tmp_path):
    path = tmp_path / "vreemd.cursus"
    path.write_bytes(b"PK")
    window.ways.show_practice()
    screen = window._stack.current

    screen.bring_in(path)
    qtbot.waitUntil(lambda: "beschadigd" in told(window))

    assert not (folder / "cursussen").exists()
    assert screen.findChild(QPushButton, "open-course").isEnabled()


def test_a_course_is_dropped_on_the_first_screen(qtbot, window, folder, tmp_path, data):
    path = tmp_path / "gespreksleider.cursus"
    path.write_bytes(data)

    assert drop(window, path)
    qtbot.waitUntil((folder / "cursussen").exists, timeout=30_000)
    qtbot.waitUntil(lambda: "staat klaar" in told(window), timeout=30_000)
    assert isinstance(window._stack.current, ChoosingScreen)


def test_nothing_else_is_taken_and_no_beraad_is_disturbed(window, tmp_path, data):
    other = tmp_path / "verslag.pdf"
    other.write_bytes(b"%PDF")
    assert not drop(window, other)

    course = tmp_path / "gespreksleider.cursus"
    course.write_bytes(data)
    window.new()
    assert not drop(window, course)


def test_a_case_that_was_shared_can_be_practised(qtbot, window, folder, tmp_path):
    case = practice_cases()[0]
    path = tmp_path / "eigen-verhaal.casus"
    text = case.path.read_text("utf-8").replace("Boodschappen van familie", "Een eigen verhaal")
    path.write_text(text, "utf-8")
    window.ways.show_practice()
    screen = window._stack.current

    assert drop(screen, path)
    qtbot.waitUntil(lambda: "Een eigen verhaal staat klaar" in told(window))
    press(qtbot, window._stack.current, "case-eigen-verhaal")
    press(qtbot, window._stack.current, "begin")

    assert (folder / "casussen" / "eigen-verhaal.casus").exists()
    assert window._workspace.editor.session.opening.title == "Een eigen verhaal"


def test_another_version_of_a_case_is_told_of_and_one_can_go(qtbot, window, folder, tmp_path):
    case = practice_cases()[0]
    path = tmp_path / "verhaal.casus"
    for extra in ("", "\n"):
        path.write_text(case.path.read_text("utf-8").replace(case.title, "Een verhaal") + extra)
        window.ways.bring_in(path)
        qtbot.waitUntil(lambda: "Een verhaal staat klaar" in told(window))
        if not extra:
            assert "Er is er nog een" not in told(window)
            window.ways.show_practice()
    home = folder / "casussen"
    assert {each.name for each in home.iterdir()} == {"verhaal.casus", "verhaal (2).casus"}
    assert "Er is er nog een die zo heet: verhaal.casus, bewaard op" in told(window)
    screen = window._stack.current
    tiles = [each for each in screen.findChildren(CaseTile) if each.case.title == "Een verhaal"]
    assert len({each.accessibleName() for each in tiles}) == 2
    assert [each.case.name for each in tiles if each.isChecked()] == ["verhaal (2)"]

    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    assert "verhaal.casus, bewaard" in told(window)
    assert (home / "verhaal.casus").exists()
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    assert {each.name for each in home.iterdir()} == {"verhaal (2).casus"}


def test_the_course_that_ships_can_be_handed_on(qtbot, window, tmp_path, data):
    window._settings.export_folder = tmp_path / "uit"
    window.ways.show_practice()
    screen = window._stack.current

    press(qtbot, screen, "write-course")
    qtbot.waitUntil(lambda: "is bewaard als" in told(window), timeout=30_000)

    assert (tmp_path / "uit" / SHIPPED_FILE).read_bytes() == data


def test_a_course_is_made_of_a_folder_and_what_is_wrong_there_is_named(
    qtbot, window, tmp_path, monkeypatch
):
    own = tmp_path / "eigen"
    own.mkdir()
    programme = own / PROGRAMME
    programme.write_text(shipped_course().file.text.replace("10:30", "half elf", 1), "utf-8")
    window._settings.export_folder = tmp_path / "mee"
    monkeypatch.setattr(choosing_screen, "ask_folder", lambda *_: str(own))
    monkeypatch.setattr("beraad.report.pdf.forms.render", lambda _: b"%PDF-1.7")
    window.ways.show_practice()
    screen = window._stack.current
    press(qtbot, screen, "make-course")
    qtbot.waitUntil(lambda: "schrijf de tijd als 09:30" in told(window), timeout=20_000)
    assert screen.window().focusWidget().objectName() == "make-course"

    programme.write_text(shipped_course().file.text, "utf-8")
    press(qtbot, screen, "make-course")
    qtbot.waitUntil(lambda: "eigen.cursus" in told(window), timeout=60_000)
    assert (tmp_path / "mee" / "eigen.cursus").exists()


def test_a_person_in_an_own_course_is_asked_before_it_is_made(qtbot, window, tmp_path, monkeypatch):
    own = tmp_path / "eigen"
    own.mkdir()
    text = shipped_course().file.text.replace('voor = "', 'voor = "Truus Hoekstra en ', 1)
    (own / PROGRAMME).write_text(text, "utf-8")
    window._settings.export_folder = tmp_path / "mee"
    monkeypatch.setattr(choosing_screen, "ask_folder", lambda *_: str(own))
    monkeypatch.setattr("beraad.report.pdf.forms.render", lambda _: b"%PDF-1.7")
    window.ways.show_practice()
    screen = window._stack.current
    press(qtbot, screen, "make-course")
    qtbot.waitUntil(lambda: "wijst misschien naar een mens" in told(window), timeout=20_000)
    assert "Hoekstra" not in told(window)
    assert not (tmp_path / "mee").exists()

    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "eigen.cursus" in told(window), timeout=60_000)


def test_looking_along_begins_in_the_ronde_that_was_chosen_and_goes_on_where_it_was(window):
    case = practice_cases()[0]
    window.ways.observe(Exercise(case=case, name=case.name, first=PhaseKey.DILEMMA))
    screen = window._stack.current
    assert screen._place == PhaseKey.DILEMMA

    screen.go_to(PhaseKey.PERSPECTIVES)
    screen._on_counted_question(next(iter(QuestionKind)))
    window.ways.observe(Exercise(case=case, name=case.name, first=PhaseKey.DILEMMA))
    again = window._stack.current
    assert again._place == PhaseKey.PERSPECTIVES

    again.go_to(THROUGHOUT)
    again._file.hear(THROUGHOUT, 1, "Wat een gesprek.")
    window.ways.observe(Exercise(case=case, name=case.name, first=PhaseKey.DILEMMA))
    assert window._stack.current._place == THROUGHOUT


def test_each_case_says_where_it_comes_from_when_it_did_not_ship(qtbot, window, folder, tmp_path):
    case = practice_cases()[0]
    home = folder / "cursussen" / "najaar"
    (home / "casussen").mkdir(parents=True)
    (home / PROGRAMME).write_text(shipped_course().file.text, "utf-8")
    text = case.path.read_text("utf-8").replace("Boodschappen", "Andere boodschappen", 1)
    (home / "casussen" / "ander.casus").write_text(text, "utf-8")
    window.ways.show_practice()

    title = shipped_course().programme.title
    told = [each.accessibleName() for each in window._stack.current.findChildren(CaseTile)]
    assert sum(f"uit de cursus {title}" in name for name in told) == 1
    assert len(told) == len(practice_cases()) + 1


def test_the_cursor_comes_back_to_what_was_wished_also_where_a_dialog_took_it(qtbot, tmp_path):
    card = CoursesCard([tmp_path])
    qtbot.addWidget(card)
    card._open.setFocus()
    assert not card._open.hasFocus()

    card.set_busy(busy=True)
    card.set_busy(busy=False)

    assert card.focusWidget() is card._open
