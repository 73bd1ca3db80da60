from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QToolTip

from beraad.privacy.review.gate import Gate
from beraad.records import Participant, PhaseKey, PrivateNote, new_id
from beraad.records.anatomy import Address
from beraad.training.practice import load, practice_cases
from beraad.ui.group.group_screen import GroupScreen
from beraad.ui.rondes.consideration_page import ConsiderationCard
from beraad.ui.settings import Settings
from beraad.ui.signals.writing_screen import SignalScreen
from beraad.ui.theme.palette import CONTRAST, LIGHT, ThemeChoice
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW, TODAY
from tests.ui.marking.conftest import Desk, told, underlined

STORY = "Mevrouw Belkacem 🙂 woont in Assen en belde gisteren Wouter Hofstra."


def test_what_may_identify_somebody_is_underlined(desk_of):
    desk = desk_of(told(STORY))

    assert underlined(desk.field()) == ["Belkacem", "Assen", "Wouter Hofstra"]


def test_marks_are_dotted_lines_in_the_colours_of_the_theme(desk_of, look):
    desk = desk_of(told(STORY))
    seen = []
    for theme, palette in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.CONTRAST, CONTRAST)):
        look.choose_theme(theme)
        selections = desk.wait().field().extraSelections()
        mark = selections[0].format
        assert mark.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
        assert mark.underlineColor().name() == palette.open
        seen.append(mark.underlineColor().name())
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("name", [case.name for case in practice_cases()])
def test_fields_show_what_the_review_finds(desk_of, name):
    case = next(case for case in practice_cases() if case.name == name)
    session = load(case, now=NOW, held_on=TODAY)
    gate = Gate.of(session)
    fields = desk_of(session).marker._fields

    assert len(fields) > 20
    for field in fields:
        text = field.toPlainText()
        expected = [find.text for find in gate.pointed_out(text)] if text else []
        assert underlined(field) == expected


def test_what_is_typed_is_underlined_after_a_moment(desk_of, qtbot):
    desk = desk_of(told("Er belt iemand. "))
    field = desk.field()
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)

    qtbot.keyClicks(field, "Het is mevrouw Belkacem.")
    assert underlined(field) == []
    desk.wait()

    assert underlined(field) == ["Belkacem"]


def test_a_mark_moves_along_and_does_not_grow_while_typing_goes_on(desk_of, qtbot):
    desk = desk_of(told("Mevrouw Belkacem"))
    field = desk.field()
    field.setFocus()

    field.moveCursor(field.textCursor().MoveOperation.Start)
    qtbot.keyClicks(field, "Oude ")
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, " belt")

    assert underlined(field) == ["Belkacem"]


def test_a_mark_comes_back_after_the_text_was_away(desk_of, qtbot):
    desk = desk_of(told("Mevrouw Belkacem"))
    field = desk.field()
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    desk.wait()
    assert "".join(underlined(field)) == ""

    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait()

    assert field.toPlainText() == "Mevrouw Belkacem"
    assert underlined(field) == ["Belkacem"]


def test_what_stays_inside_has_no_marks(desk_of):
    session = told(STORY)
    person = Participant(id=new_id(), name="Wouter Hofstra", role="consulent")
    note = PrivateNote(id=new_id(), phase=PhaseKey.CASE, text="Wouter Hofstra is stil.")
    desk = desk_of(
        replace(session, participants=(person,), considerations=(), private_notes=(note,))
    )
    desk.screen.go_to(PhaseKey.OPENING)
    desk.wait()
    texts = {field.objectName(): underlined(field) for field in desk.screen.findChildren(TextField)}

    assert texts["participants.name"] == []
    assert not any(
        underlined(field)
        for field in desk.screen.findChildren(TextField)
        if "is stil" in field.toPlainText()
    )
    assert texts["case.situation"]


def test_the_title_the_team_and_what_was_agreed_are_read(desk_of):
    session = told("")
    names = {"title": STORY, "team": STORY, "confidentiality": STORY}
    desk = desk_of(replace(session, opening=replace(session.opening, **names)))

    assert underlined(desk.field("opening.title")) == ["Belkacem", "Assen", "Wouter Hofstra"]
    assert underlined(desk.field("opening.team")) == underlined(desk.field("opening.title"))
    assert underlined(desk.field("opening.confidentiality")) == underlined(
        desk.field("opening.title")
    )


def test_the_mouse_hears_why(desk_of):
    desk = desk_of(told(STORY))
    field = desk.field()
    selections = field.extraSelections()
    place = field.cursorRect(selections[1].cursor).center() - QPoint(4, 0)

    QApplication.sendEvent(
        field.viewport(),
        QHelpEvent(QHelpEvent.Type.ToolTip, place, field.viewport().mapToGlobal(place)),
    )

    assert QToolTip.text().startswith("“Assen”: plaats")
    QToolTip.hideText()


def test_marks_can_be_switched_off_and_on(desk_of, look):
    desk = desk_of(told(STORY))

    look.choose_underlines(underlines=False)
    assert underlined(desk.field()) == []

    look.choose_underlines(underlines=True)
    assert underlined(desk.wait().field()) != []


def test_nothing_is_read_while_marks_are_off(desk_of, look):
    look.choose_underlines(underlines=False)
    desk = desk_of(told(STORY))
    desk.screen.findChild(type(desk.marker)).begin()

    desk.field().setPlainText("Mevrouw Belkacem")

    assert desk.marker.is_idle
    assert underlined(desk.field()) == []


def test_the_signal_is_read_too(workspace_of, look, qtbot):
    workspace = workspace_of(told(""))
    workspace.editor.edit(Address("signal", "what"), STORY)
    screen = SignalScreen(workspace, look, today=lambda: TODAY, suggestions=_suggestions)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()

    desk = Desk(screen, qtbot).wait()

    assert underlined(desk.field("signal.what")) == ["Belkacem", "Assen", "Wouter Hofstra"]


def test_the_group_never_sees_a_mark(desk_of, look, tmp_path, qtbot):
    desk = desk_of(told(STORY))
    group = GroupScreen(
        desk.screen._workspace,
        desk.screen.clock,
        desk.screen.reveal,
        laptop=desk.screen,
        look=look,
        settings=Settings(tmp_path / "instellingen.ini"),
    )
    group.toggle()

    assert underlined(desk.field()) != []
    assert group.window.findChildren(TextField) == []
    assert not any(field.window() is group.window for field in desk.marker._fields)
    group.close()


def test_a_field_that_comes_later_shows_its_marks(desk_of, qtbot):
    session = told("")
    mine = replace(session.considerations[0], value="Wat mevrouw Belkacem wil.")
    desk = desk_of(replace(session, considerations=(mine,)))
    desk.screen.go_to(PhaseKey.CONSIDERATION)
    desk.wait()

    desk.screen.findChild(ConsiderationCard).set_open(opened=True)

    qtbot.waitUntil(lambda: underlined(desk.field("considerations.value")) == ["Belkacem"])


def test_a_row_that_goes_takes_its_marks_along(desk_of, qtbot):
    desk = desk_of(told(STORY))
    desk.screen.go_to(PhaseKey.PERSPECTIVES)
    before = len(desk.marker._fields)

    desk.screen._editor.remove("stakeholders", desk.screen._editor.session.stakeholders[0].id)
    qtbot.waitUntil(lambda: len(desk.marker._fields) < before)
    desk.wait()

    assert all(field.toPlainText() != "rust" for field in desk.marker._fields)


def _suggestions():
    from beraad.phases.suggestions import load as load_suggestions

    return load_suggestions(None)
