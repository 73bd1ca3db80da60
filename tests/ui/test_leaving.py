"""Nothing that was typed goes when the window, a screen or a beraad is left."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMessageBox

from beraad.editing.autosave import Failed, Kept
from beraad.errors import Solvable
from beraad.records import PhaseKey, Setting
from beraad.store.erased import DONE, Erased, add_erased
from beraad.store.places import practice_folder
from beraad.store.rescue import rescue
from beraad.store.session_file import SessionFile
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.text_field import TextField

FULL = Solvable("De schijf is vol.", kept="Je tekst staat nog hier.", way_out="Maak ruimte.")
ERRORS = [FULL, MemoryError("Fatima"), RuntimeError("Fatima"), OSError(28, "Fatima"), KeyError("x")]


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """Nowhere to put a rescue copy but in this folder."""
    place = tmp_path / "elders"
    for module in ("ui.workspace", "store.rescued"):
        monkeypatch.setattr(f"beraad.{module}.rescue_folders", lambda folder: iter([place]))
    return place


@pytest.fixture
def broken(monkeypatch):
    """Keeping raises what is told, until it is told to work again."""

    class Broken:
        problem: Exception | None = None

    state = Broken()
    real = SessionFile.keep

    def keep(self, session):
        if state.problem is not None:
            raise state.problem
        real(self, session)

    monkeypatch.setattr(SessionFile, "keep", keep)
    return state


def situation(window):
    window._session.go_to(PhaseKey.CASE)
    return window._session.findChild(TextField, "case.situation")


def told(window):
    return window.banner.accessibleName() if window.banner.isVisible() else ""


def saved(window):
    return window._session.findChild(QLabel, "saved").text()


def asked(window):
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def answer(qtbot, window, text):
    button = next(each for each in asked(window).buttons() if text in each.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def kept_in(path):
    with SessionFile.open(path) as file:
        return file.session


@pytest.mark.parametrize("problem", ERRORS, ids=lambda error: type(error).__name__)
def test_whatever_fails_in_keeping_is_told_and_closing_is_refused(
    window, qtbot, broken, elsewhere, problem, capsys
):
    window.new()
    path = window._workspace.path
    field = situation(window)
    broken.problem = problem
    qtbot.keyClicks(field, "niet bewaard")

    qtbot.waitUntil(lambda: saved(window) == "niet bewaard")
    assert isinstance(window._workspace.save_state, Failed)
    assert window._workspace._timer.isActive()
    assert "nog" in told(window)
    assert any("Bewaar elders" in each.text() for each in visible_buttons(window.banner))

    assert not window.close()
    assert window.isVisible()
    assert field.toPlainText() == "niet bewaard"
    answer(qtbot, window, "Blijf hier")
    assert "Fatima" not in capsys.readouterr().err

    broken.problem = None
    window._workspace.keep()
    assert not told(window)
    assert saved(window).startswith("bewaard")
    assert not list(elsewhere.iterdir())
    assert window.close()
    assert kept_in(path).case.situation == "niet bewaard"


def visible_buttons(widget):
    return [each for each in widget.findChildren(QAbstractButton) if each.isVisible()]


def test_who_closes_all_the_same_has_a_rescue_copy_and_knows_its_name(
    window, qtbot, broken, elsewhere
):
    window.new()
    field = situation(window)
    broken.problem = MemoryError()
    qtbot.keyClicks(field, "alleen in de kopie")
    window.close()

    (copy,) = elsewhere.iterdir()
    assert str(copy) in asked(window).informativeText()
    answer(qtbot, window, "Sluit, met de reddingskopie")

    qtbot.waitUntil(lambda: not window.isVisible())
    assert kept_in(copy).case.situation == "alleen in de kopie"


def test_of_a_beraad_that_was_erased_under_it_no_copy_is_promised(window, qtbot, broken, elsewhere):
    window.new()
    path = window._workspace.path
    qtbot.keyClicks(situation(window), "nog in het venster")
    window._workspace.keep()
    identity = window._workspace.editor.session.id
    add_erased(path.parent, Erased(week="", on="2026-11-25", role="ik", id=identity, state=DONE))
    broken.problem = FULL
    qtbot.keyClicks(situation(window), " en meer")

    assert not window.close()
    said = asked(window).informativeText()
    assert "Dit beraad is intussen gewist" in said
    assert "staat ook in een reddingskopie" not in said
    assert "Bewaar elders" in said
    assert not elsewhere.exists() or not list(elsewhere.iterdir())
    answer(qtbot, window, "Sluit, zonder deze woorden")
    qtbot.waitUntil(lambda: not window.isVisible())


def left_with_a_copy(window, qtbot, broken, text):
    """Begin a beraad and leave it for the start, with no more than a rescue copy; its path."""
    window.new()
    path = window._workspace.path
    field = situation(window)
    broken.problem = FULL
    qtbot.keyClicks(field, text)
    window.show_start()
    answer(qtbot, window, "Sluit, met de reddingskopie")
    qtbot.waitUntil(window._start.isVisible)
    broken.problem = None
    return path


def test_the_start_tells_of_a_rescue_copy_and_brings_it_back(window, qtbot, broken, elsewhere):
    path = left_with_a_copy(window, qtbot, broken, "alleen in de kopie")
    (copy,) = elsewhere.iterdir()

    banner = window._start.banner
    assert banner.isVisible()
    assert copy.name in banner.accessibleName()
    assert str(elsewhere) in banner.accessibleName()
    (back,) = [each for each in visible_buttons(banner) if each.text() == "Terughalen"]
    assert window.focusWidget() is back
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)

    assert window._workspace.editor.session.case.situation == "alleen in de kopie"
    assert window._workspace.path.parent == path.parent
    assert window._workspace.path != path
    assert not list(elsewhere.iterdir())
    window.show_start()
    assert not banner.isVisible() or copy.name not in banner.accessibleName()


def test_a_rescue_copy_without_a_word_of_its_own_is_offered_and_not_first(window, qtbot, elsewhere):
    window.new()
    qtbot.keyClicks(situation(window), "in de kopie en in het bestand")
    rescue(window._workspace.editor.session, iter([elsewhere]))

    window.show_start()

    banner = window._start.banner
    (back,) = [each for each in visible_buttons(banner) if each.text() == "Terughalen"]
    assert window.focusWidget() is not back


def test_opening_a_beraad_tells_that_a_rescue_copy_of_it_lies_somewhere(
    window, qtbot, broken, elsewhere
):
    path = left_with_a_copy(window, qtbot, broken, "alleen in de kopie")
    (copy,) = elsewhere.iterdir()

    window.open(path)

    assert "Van dit beraad ligt een reddingskopie van" in told(window)
    assert copy.name in told(window)


def test_a_rescue_copy_that_has_no_place_yet_stays_where_it_is(
    window, qtbot, broken, elsewhere, monkeypatch
):
    left_with_a_copy(window, qtbot, broken, "alleen in de kopie")
    (copy,) = elsewhere.iterdir()

    def full(*_):
        raise OSError(28, "Fatima")

    monkeypatch.setattr("beraad.store.rescue.copy_to", full)
    (back,) = [
        each for each in visible_buttons(window._start.banner) if each.text() == "Terughalen"
    ]
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)

    assert window._workspace is None
    assert "De reddingskopie blijft" in window._start.banner.accessibleName()
    assert kept_in(copy).case.situation == "alleen in de kopie"


def test_a_rescue_copy_of_plain_text_is_told_of_too(window, elsewhere):
    elsewhere.mkdir()
    text = elsewhere / "beraad-2026-W47-0123abcd.reddingskopie.txt"
    text.write_text("case.situation: x", "utf-8")

    window.refresh_start()

    assert text.name in window._start.banner.accessibleName()
    assert all(each.text() != "Terughalen" for each in visible_buttons(window._start.banner))


def test_a_rescue_copy_holds_what_was_typed_after_the_first_refusal(
    window, qtbot, broken, elsewhere
):
    window.new()
    field = situation(window)
    broken.problem = FULL
    qtbot.keyClicks(field, "eerst")
    window.close()
    answer(qtbot, window, "Blijf hier")
    qtbot.keyClicks(field, " en daarna")
    window.close()

    (copy,) = elsewhere.iterdir()
    assert kept_in(copy).case.situation == "eerst en daarna"


def test_without_a_place_for_a_rescue_copy_the_window_stays(window, qtbot, broken, monkeypatch):
    monkeypatch.setattr("beraad.ui.workspace.rescue_folders", lambda folder: iter(()))
    window.new()
    broken.problem = FULL
    qtbot.keyClicks(situation(window), "tekst")

    assert not window.close()
    assert "ook nergens een reddingskopie" in asked(window).informativeText()
    assert not any("Sluit" in each.text() for each in asked(window).buttons())
    answer(qtbot, window, "Blijf hier")


def test_elsewhere_takes_everything_along(window, qtbot, broken, elsewhere, monkeypatch, tmp_path):
    usb = tmp_path / "usb"
    usb.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(usb))
    window.new()
    broken.problem = FULL
    qtbot.keyClicks(situation(window), "naar de stick")
    window.close()

    answer(qtbot, window, "Bewaar elders")

    assert isinstance(window._workspace.save_state, Kept)
    assert not told(window)
    broken.problem = None
    path = window._workspace.path
    assert path.parent == usb
    window.close()
    assert kept_in(path).case.situation == "naar de stick"
    assert not list(elsewhere.iterdir())


def test_the_end_of_the_session_leaves_a_rescue_copy_and_asks_nothing(
    window, qtbot, broken, elsewhere
):
    window.new()
    broken.problem = FULL
    qtbot.keyClicks(situation(window), "de laptop gaat uit")

    copy = window.keep()

    assert asked(window) is None
    assert kept_in(copy).case.situation == "de laptop gaat uit"


@pytest.mark.parametrize(
    "leave",
    [
        lambda window: window.show_start(),
        lambda window: window.new(),
        lambda window: window.ways.show_practice() or window.ways.begin_first_practice(),
    ],
    ids=["start", "new", "practice"],
)
def test_no_way_out_of_a_beraad_loses_it(window, qtbot, broken, elsewhere, leave):
    window.new()
    workspace = window._workspace
    broken.problem = FULL
    qtbot.keyClicks(situation(window), "blijft")

    leave(window)

    assert window._workspace is workspace
    assert asked(window) is not None
    assert workspace.editor.session.case.situation == "blijft"


def test_a_mistake_of_ours_promises_nothing_that_is_not_so(window, qtbot, broken, elsewhere):
    window.new()
    qtbot.keyClicks(situation(window), "tekst")
    broken.problem = MemoryError()

    sys.excepthook(RuntimeError, RuntimeError("Fatima"), None)
    assert "maar niet op de schijf" in told(window)
    broken.problem = None
    sys.excepthook(RuntimeError, RuntimeError("Fatima"), None)

    assert "Dit beraad is bewaard." in told(window)
    assert "wordt bewaard" not in told(window)
    assert isinstance(window._workspace.save_state, Kept)


def test_a_date_that_still_has_the_cursor_is_kept_by_closing(window, qtbot):
    window.new()
    path = window._workspace.path
    window._session.go_to(PhaseKey.OPENING)
    field = window._session.findChild(DateField, "opening.held_on")
    field.setFocus()
    field._line.selectAll()
    qtbot.keyClicks(field._line, "3 december")

    window.close()

    assert kept_in(path).opening.held_on.isoformat() == "2026-12-03"


def choose_practice(qtbot, window):
    window._session.go_to(PhaseKey.OPENING)
    page = window._session._pages.of(PhaseKey.OPENING)
    button = next(each for each in visible_buttons(page) if each.text().lower() == "oefening")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window._session.banner._way_out, Qt.MouseButton.LeftButton)


def test_becoming_an_oefening_that_cannot_move_keeps_every_word(window, qtbot, folder):
    window.new()
    title = window._session.findChild(TextField, "opening.title")
    qtbot.keyClicks(title, "Titel")
    window._workspace.keep()
    shutil.rmtree(practice_folder(folder))
    practice_folder(folder).write_text("geen map")

    choose_practice(qtbot, window)
    team = window._session.findChild(TextField, "opening.team")
    qtbot.keyClicks(team, "Team Zuid")
    qtbot.waitUntil(lambda: saved(window).startswith("bewaard"))

    path = window._workspace.path
    assert "nog niet bij de oefeningen" in told(window)
    assert path.parent == folder

    practice_folder(folder).unlink()
    window._workspace.keep()
    assert not told(window)
    assert window._workspace.path.parent == practice_folder(folder)
    moved = window._workspace.path
    window.close()
    assert kept_in(moved).opening.team == "Team Zuid"
    assert kept_in(moved).opening.setting is Setting.PRACTICE
    assert not path.exists()


def test_a_copy_in_the_way_of_an_oefening_is_left_alone(window, qtbot, folder):
    window.new()
    qtbot.keyClicks(window._session.findChild(TextField, "opening.title"), "Titel")
    window._workspace.keep()
    path = window._workspace.path
    in_the_way = Path(shutil.copy(path, practice_folder(folder) / path.name))
    before = in_the_way.read_bytes()

    choose_practice(qtbot, window)
    window._workspace.keep()

    moved = window._workspace.path
    assert moved.parent == practice_folder(folder)
    assert moved.name != path.name
    assert in_the_way.read_bytes() == before
    assert not path.exists()
    window.close()
    assert kept_in(moved).opening.title == "Titel"
