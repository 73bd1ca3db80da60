from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTextEdit,
)

from beraad.lessons.proposals import FRAME
from beraad.phases.suggestions import load
from beraad.publishing.approving import approved
from beraad.publishing.registering import lessons_in, put_lesson
from beraad.records import PhaseKey, Setting
from beraad.records.anatomy import Address
from beraad.store.copies.making import back_up
from beraad.store.register import Register
from beraad.ui.lessons.archive_screen import ArchiveScreen
from beraad.ui.lessons.reading_screen import LessonReading
from beraad.ui.lessons.writing_screen import LessonScreen
from beraad.ui.rondes.screen import SessionScreen
from beraad.ui.settings import Settings
from beraad.ui.widgets.text_field import TextField
from tests.builders import a_lesson, a_registered_lesson, filled_session
from tests.conftest import NOW, TODAY
from tests.editing.support import blank


@pytest.fixture
def register(folder):
    return folder / "register.sqlite"


@pytest.fixture
def shown(qtbot):
    def make(screen):
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return make


@pytest.fixture
def writing(workspace_of, register, look, shown):
    def make(session):
        workspace = workspace_of(session)
        screen = LessonScreen(
            workspace, look, register, today=lambda: TODAY, suggestions=partial(load, None)
        )
        return workspace, shown(screen)

    return make


@pytest.fixture
def archive(register, look, shown):
    def make(*lessons):
        with Register.open(register) as opened:
            for lesson in lessons:
                opened.put_lesson(lesson)
        return shown(ArchiveScreen(register, look))

    return make


def texts(screen):
    return [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]


def standing(screen):
    return screen.findChild(QLabel, "standing").text()


def press(qtbot, screen, name):
    qtbot.mouseClick(screen.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def read_again(screen):
    screen._calm.timeout.emit()


def entered(register):
    """A beraad with its leerverslag in the register."""
    session = with_lesson()
    lesson, version = approved(session, today=TODAY)
    put_lesson(session, lesson, register)
    return replace(session, versions=(version,))


def with_lesson(**changes):
    return replace(blank(), lesson=a_lesson(**changes))


def test_a_proposal_is_taken_by_a_person_and_never_by_itself(writing, qtbot):
    workspace, screen = writing(filled_session())
    assert workspace.editor.session.lesson.lesson == ""

    press(qtbot, screen, "take-lesson")

    assert workspace.editor.session.lesson.lesson == filled_session().conclusion.lesson
    assert workspace.editor.session.lesson.situation == ""
    read_again(screen)
    assert not screen.findChild(QPushButton, "take-lesson").isVisible()
    assert screen.findChild(QPushButton, "take-situation").isVisible()


def test_a_proposal_never_takes_the_place_of_what_was_just_typed(writing, qtbot):
    """Not even before anybody looked at what was typed."""
    _, screen = writing(filled_session())
    take = screen.findChild(QPushButton, "take-lesson")
    field = take.parent().parent().findChild(TextField)

    qtbot.keyClicks(field, "Vraag eerst")

    assert not take.isVisible()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert take.isVisible()


def test_a_proposal_holds_no_names(writing, qtbot):
    session = filled_session()
    found = replace(session.conclusion, lesson="Gülşen Öztürk belde Łukasz Wiśniewski.")
    workspace, screen = writing(replace(session, conclusion=found))

    press(qtbot, screen, "take-lesson")

    assert "Gülşen" not in workspace.editor.session.lesson.lesson
    assert "Łukasz" not in workspace.editor.session.lesson.lesson


def test_the_situation_is_a_sentence_to_fill_in(writing, qtbot):
    workspace, screen = writing(filled_session())

    press(qtbot, screen, "take-situation")
    read_again(screen)

    assert workspace.editor.session.lesson.situation == FRAME
    assert "puntjes" in standing(screen)


def test_a_sentence_taken_from_the_case_is_pointed_out_until_it_is_rewritten(writing, qtbot):
    session = filled_session()
    told = replace(a_lesson(), situation=session.case.situation)
    workspace, screen = writing(replace(session, lesson=told))
    assert "een zin uit het beraad" in standing(screen)
    assert any("Staat zo ook in het beraad" in text for text in texts(screen))

    workspace.editor.edit(Address("lesson", "situation"), "Iemand vraagt hulp en moet wachten.")
    read_again(screen)

    assert not any("Staat zo ook in het beraad" in text for text in texts(screen))


def test_what_may_identify_somebody_is_said_at_its_field_and_can_be_rewritten(writing, qtbot):
    workspace, screen = writing(with_lesson(situation="Hij belde vanaf 06-12345678."))
    assert any("06-12345678" in text and "gaat eruit" in text for text in texts(screen))

    press(qtbot, screen, "rewrite")

    assert "06-12345678" not in workspace.editor.session.lesson.situation
    read_again(screen)
    assert not any("06-12345678" in text for text in texts(screen))


def test_tab_goes_from_a_field_to_what_was_found_in_it(writing, qtbot):
    _, screen = writing(with_lesson(situation="Hij belde vanaf 06-12345678."))
    screen.findChild(TextField, "lesson.situation").setFocus()

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert QApplication.focusWidget().objectName() == "rewrite"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert QApplication.focusWidget().objectName() == "lesson.situation"


def test_what_only_asks_waits_for_a_decision_and_may_stay(writing, qtbot):
    _, screen = writing(with_lesson(situation="Een vader met een tweeling."))
    assert "wacht" in standing(screen)

    for _ in range(len(screen.findChildren(QPushButton, "keep"))):
        keep = next(each for each in screen.findChildren(QPushButton, "keep") if each.isVisible())
        qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        reasons = QApplication.activePopupWidget()
        reasons.actions()[1].trigger()
        reasons.close()
        read_again(screen)

    reasons = {each.reason for each in screen._workspace.editor.session.decisions}
    assert reasons == {"Algemeen bekend"}
    assert "Klaar om goed te keuren" in standing(screen)


def test_what_is_approved_stands_in_the_register(writing, register, qtbot):
    workspace, screen = writing(with_lesson(nobody_recognised=False))
    assert not screen.findChild(QPushButton, "approve").isEnabled()
    check = screen.findChild(QCheckBox, "lesson.nobody_recognised")
    check.click()
    read_again(screen)

    press(qtbot, screen, "approve")

    [kept] = lessons_in(register)
    [version] = workspace.editor.session.versions
    assert kept.id == version.id != workspace.editor.session.id
    assert kept.content.approved_on == TODAY
    assert "door kwaliteitsmedewerker" in standing(screen)
    assert not screen.findChild(QPushButton, "approve").isEnabled()


def test_another_text_takes_the_approved_one_out_of_the_register(writing, register, qtbot):
    workspace, screen = writing(entered(register))
    assert "Goedgekeurd" in standing(screen)

    field = screen.findChild(TextField, "lesson.themes")
    field.setFocus()
    qtbot.keyClicks(field, ", rust")
    read_again(screen)

    assert lessons_in(register) == ()
    assert any("uit het archief gehaald" in text for text in texts(screen))
    assert workspace.editor.session.lesson.approved_on is None
    assert "Klaar om goed te keuren" in standing(screen)


def test_another_text_is_not_approved_also_while_the_register_cannot_be_written(
    writing, register, qtbot
):
    workspace, screen = writing(with_lesson())
    press(qtbot, screen, "approve")
    field = screen.findChild(TextField, "lesson.themes")
    field.setFocus()

    with Register.open(register) as another_window:
        qtbot.keyClicks(field, "rust, ")
        read_again(screen)
        assert len(another_window.lessons()) == 1
    assert workspace.editor.session.lesson.approved_on is None
    assert any("staat nog in het archief" in text for text in texts(screen))

    read_again(screen)
    assert lessons_in(register) == ()
    assert any("uit het archief gehaald" in text for text in texts(screen))


def test_undo_takes_back_words_and_no_approval(writing, register, qtbot):
    workspace, screen = writing(with_lesson())
    press(qtbot, screen, "approve")
    field = screen.findChild(TextField, "lesson.themes")
    field.setFocus()
    qtbot.keyClicks(field, "rust, ")
    read_again(screen)

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert workspace.editor.session.lesson == with_lesson().lesson
    assert not any("niet op dit scherm" in text for text in texts(screen))
    assert lessons_in(register) == ()


def test_an_approval_that_no_longer_holds_is_seen_on_opening(writing, register):
    session = entered(register)

    writing(replace(session, lesson=a_lesson(lesson="Iets anders.")))

    assert lessons_in(register) == ()


def test_what_is_approved_anew_takes_the_place_of_the_earlier_one(writing, register, qtbot):
    session = with_lesson()
    with Register.open(register) as opened:
        opened.put_lesson(replace(a_registered_lesson(), id=session.id))
    workspace, screen = writing(session)
    assert "Goedgekeurd" in standing(screen)

    for number in range(2):
        workspace.editor.edit(Address("lesson", "themes"), ("rust", "ruimte")[number])
        read_again(screen)
        press(qtbot, screen, "approve")

    [kept] = lessons_in(register)
    assert kept.id == workspace.editor.session.versions[-1].id
    assert len(workspace.editor.session.versions) == 2


def test_what_cannot_be_written_was_not_approved(writing, register, qtbot):
    register.mkdir()
    workspace, screen = writing(with_lesson())

    press(qtbot, screen, "approve")

    assert workspace.editor.session.versions == ()
    assert workspace.editor.session.lesson.approved_on is None


def test_an_oefening_cannot_be_approved(writing, qtbot):
    session = with_lesson()
    practice = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))

    _, screen = writing(practice)

    assert not screen.findChild(QPushButton, "approve").isEnabled()
    assert "oefening" in standing(screen)


def a_lesson_about_something_else(name):
    return a_registered_lesson(name, themes="", bottleneck="", value_conflict="snelheid")


def test_an_earlier_lesson_about_the_same_conflict_is_told(writing, register, qtbot):
    with Register.open(register) as opened:
        opened.put_lesson(a_registered_lesson("ander"))
        for name in ("twee", "drie"):
            opened.put_lesson(a_lesson_about_something_else(name))
    _, screen = writing(with_lesson())
    assert any("Eerder beraad over dit conflict: 1 leerverslag." in text for text in texts(screen))

    with qtbot.waitSignal(screen.earlier_wished) as wished:
        press(qtbot, screen, "earlier")

    assert wished.args[0].id == "ander"


def test_a_first_lesson_is_not_told_yet(writing, register):
    with Register.open(register) as opened:
        opened.put_lesson(a_registered_lesson("ander"))
        opened.put_lesson(a_lesson_about_something_else("twee"))

    _, screen = writing(with_lesson())

    assert not any("Eerder beraad" in text for text in texts(screen))


def test_who_approves_a_first_lesson_hears_that_it_waits(writing, qtbot):
    _, screen = writing(with_lesson())

    press(qtbot, screen, "approve")

    assert any("als er drie zijn" in text for text in texts(screen))


def test_without_one_nothing_is_said(writing):
    _, screen = writing(blank())

    assert not any("Eerder beraad" in text for text in texts(screen))


def test_lessons_are_found_while_typing(archive, qtbot):
    screen = archive(
        a_registered_lesson("een"), a_registered_lesson("twee", title="Brieven openen")
    )
    assert any(text.startswith("2 leerverslagen.") for text in texts(screen))
    search = screen.findChild(QLineEdit, "find-lessons")

    qtbot.keyClicks(search, 'brieven" OR (')
    qtbot.waitUntil(lambda: any("Niets gevonden" in text for text in texts(screen)))
    search.clear()
    qtbot.keyClicks(search, "BRIEV")

    qtbot.waitUntil(lambda: "1 leerverslag gevonden." in texts(screen))
    assert "Brieven openen" in texts(screen)
    assert "Helpen terwijl een wachttijd loopt" not in texts(screen)


def test_a_theme_leads_to_the_others_with_it(archive, qtbot):
    screen = archive(a_registered_lesson("een"), a_registered_lesson("twee", themes="post"))
    theme = next(e for e in screen.findChildren(QPushButton, "theme") if e.text() == "post")

    qtbot.mouseClick(theme, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "1 leerverslag gevonden." in texts(screen))


def test_esc_in_what_was_found_goes_back_to_the_search(archive, qtbot):
    screen = archive(a_registered_lesson("een"), a_registered_lesson("twee"))
    search = screen.findChild(QLineEdit, "find-lessons")
    search.setText("wacht")
    theme = next(iter(screen.findChildren(QPushButton, "theme")))
    theme.setFocus()

    qtbot.keyClick(screen, Qt.Key.Key_Escape)

    assert not search.text()
    assert screen.focusWidget() is search


def test_an_empty_archive_tells_how_it_is_filled(register, look, shown):
    screen = shown(ArchiveScreen(register, look))

    assert any("Nog geen leerverslagen" in text for text in texts(screen))
    assert not register.exists()
    assert not screen.findChild(QLineEdit, "find-lessons").isVisible()


def test_an_archive_that_cannot_be_read_is_not_called_empty(register, look, shown, qtbot):
    register.write_bytes(b"Dit is geen register." * 400)
    screen = shown(ArchiveScreen(register, look))

    assert not any("Nog geen leerverslagen" in text for text in texts(screen))
    assert not screen.findChild(QLineEdit, "find-lessons").isVisible()

    register.unlink()
    with Register.open(register) as opened:
        opened.put_lesson(a_registered_lesson("een"))
    again = next(e for e in screen.findChildren(QPushButton) if e.text() == "Probeer opnieuw")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert any(text.startswith("1 leerverslag.") for text in texts(screen))
    assert screen.banner.isHidden()


@pytest.fixture
def reading(register, look, shown, tmp_path):
    def make():
        lesson = a_registered_lesson()
        with Register.open(register) as opened:
            opened.put_lesson(lesson)
        settings = Settings(tmp_path / "i.ini")
        return shown(LessonReading(lesson, register, look, settings))

    return make


def test_a_lesson_is_read_and_exported(reading, tmp_path, monkeypatch, qtbot):
    screen = reading()
    assert "willekeur" in screen.findChild(QTextEdit, "lesson").toPlainText()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    screen.findChild(QCheckBox, "format-md").click()

    press(qtbot, screen, "export")

    qtbot.waitUntil(lambda: any("Geschreven" in text for text in texts(screen)))
    assert {path.name for path in tmp_path.glob("leerverslag*")} == {
        "leerverslag najaar 2026 Helpen terwijl een wachttijd loopt.pdf",
        "leerverslag najaar 2026 Helpen terwijl een wachttijd loopt.md",
    }


def test_a_lesson_leaves_the_archive_and_can_be_put_back_by_the_same_key(reading, register, qtbot):
    screen = reading()
    before = lessons_in(register)

    press(qtbot, screen, "remove")
    assert lessons_in(register) == ()
    assert any("terugzetten" in text for text in texts(screen))

    press(qtbot, screen, "remove")
    assert lessons_in(register) == before


def test_a_lesson_that_left_the_archive_can_be_erased_from_backups_for_good(
    reading, register, qtbot
):
    screen = reading()
    [lesson] = lessons_in(register)
    back_up(register.parent, now=NOW)
    assert not screen.findChild(QPushButton, "erase").isVisible()
    press(qtbot, screen, "remove")
    press(qtbot, screen, "erase")
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    line = menu.actions()[0]
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(line).center())

    qtbot.waitUntil(lambda: any("komt niet terug" in text for text in texts(screen)))
    title = lesson.content.title.encode()
    copies = list((register.parent / "reservekopieen").glob("register*.sqlite"))
    assert copies
    assert not any(title in each.read_bytes() for each in (register, *copies))
    assert not screen.findChild(QPushButton, "remove").isVisible()


@pytest.mark.parametrize(
    ("phase", "told"),
    [(PhaseKey.PERSPECTIVES, True), (PhaseKey.CONCLUSION, True), (PhaseKey.ALTERNATIVES, False)],
)
def test_the_guide_tells_of_earlier_lessons_where_that_helps(
    workspace_of, look, shown, phase, told, tmp_path
):
    screen = shown(
        SessionScreen(
            workspace_of(with_lesson()),
            look,
            now=lambda: NOW,
            suggestions=partial(load, None),
            settings=Settings(tmp_path / "instellingen.ini"),
            lessons=lambda: tuple(map(a_registered_lesson, ("een", "twee", "drie"))),
        )
    )

    screen.go_to(phase)

    assert any("Eerder beraad over dit conflict" in text for text in texts(screen)) is told
