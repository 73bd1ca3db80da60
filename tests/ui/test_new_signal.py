"""A signal that comes from no beraad."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from beraad.privacy.clean import admitted
from beraad.publishing.by_hand import NEW, registered_by_hand
from beraad.publishing.registering import signals_in
from beraad.publishing.stepping import drafts_of
from beraad.records import SignalContent, StepKind
from beraad.report.compose import signal_report
from beraad.report.formats import Format, rendered
from beraad.signals.overview import overview
from beraad.signals.patterns import patterns
from beraad.signals.small_numbers import half_year
from beraad.store.register_lines import signal_lines
from beraad.ui.signals.new_screen import NewSignalScreen
from beraad.ui.signals.signal_card import SignalCard
from beraad.ui.widgets.completion import Completion
from tests.conftest import TODAY


@pytest.fixture
def screen(window):
    window.ways.show_new_signal()
    return window._stack.current


def write(screen, qtbot, name, text):
    field = screen.findChild(QPlainTextEdit, f"new-{name}")
    field.setFocus()
    qtbot.keyClicks(field, text)


def click(screen, qtbot, name):
    qtbot.waitUntil(lambda: any(e.isVisible() for e in screen.findChildren(QPushButton, name)))
    ways = [each for each in screen.findChildren(QPushButton, name) if each.isVisible()]
    qtbot.mouseClick(ways[0], Qt.MouseButton.LeftButton)


def focused():
    return QApplication.focusWidget()


def texts(screen):
    return "\n".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


def test_it_is_read_and_put_in_the_register(window, screen, qtbot):
    register = window._desk.register
    write(screen, qtbot, "bottleneck", "Brieven")
    write(screen, qtbot, "what", "Mevrouw Jansen belt 06-12345678.")
    write(screen, qtbot, "team", "klantcontact")
    click(screen, qtbot, "keep-new")
    qtbot.waitUntil(lambda: "iemand misschien te herkennen" in texts(screen))
    assert signals_in(register) == ()

    while screen._read.places.isVisible():
        click(screen, qtbot, "rewrite")
    click(screen, qtbot, "keep-new")

    (made,) = signals_in(register)
    assert "Jansen" not in made.content.what
    assert "06-" not in made.content.what
    assert (made.content.bottleneck, made.team) == ("Brieven", "klantcontact")
    assert admitted(made).open_count == 0
    assert drafts_of(NEW, register) == {}
    assert window._stack.current is not screen


def test_the_cursor_goes_from_place_to_place_and_then_to_keeping(screen, qtbot):
    write(screen, qtbot, "bottleneck", "Brieven aan mevrouw Jansen")
    write(screen, qtbot, "what", "Zij belt 06-12345678.")
    click(screen, qtbot, "keep-new")
    places = screen._read.places
    for _ in range(9):
        if not places.isVisible():
            break
        ways = [each for each in places.findChildren(QPushButton, "keep") if each.isVisible()]
        ways[0].setFocus()
        qtbot.keyClick(ways[0], Qt.Key.Key_Space)
        assert focused().objectName() in {"place", "keep-new"}
    assert focused().objectName() == "keep-new"


def ask_about_jansen(screen, qtbot):
    write(screen, qtbot, "what", "Brieven aan mevrouw Jansen")
    ask = screen.findChild(QPushButton, "keep-new")
    ask.setFocus()
    qtbot.keyClick(ask, Qt.Key.Key_Return)
    assert screen._read.places.isVisible()


def test_a_second_enter_decides_about_no_place(window, screen, qtbot):
    ask_about_jansen(screen, qtbot)
    before = screen._read.texts
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(focused(), key)
    assert screen._read.texts == before
    assert screen._read.places.isVisible()
    assert "Jansen" in focused().accessibleName()
    assert signals_in(window._desk.register) == ()


def test_what_was_written_otherwise_comes_back_at_once(screen, qtbot):
    ask_about_jansen(screen, qtbot)
    before = screen._read.texts
    click(screen, qtbot, "rewrite")
    assert "Jansen" not in screen._read.texts["what"]
    qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen._read.texts == before
    assert screen._read.places.isVisible()
    assert focused().objectName() == "place"


def test_what_may_stay_is_asked_again_after_it_was_taken_back(screen, qtbot):
    ask_about_jansen(screen, qtbot)
    click(screen, qtbot, "keep")
    assert not screen._read.places.isVisible()
    qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen._read.places.isVisible()


def test_typing_is_taken_back_apart_from_what_was_written_otherwise(screen, qtbot):
    ask_about_jansen(screen, qtbot)
    click(screen, qtbot, "rewrite")
    field = screen.findChild(QPlainTextEdit, "new-what")
    rewritten = field.toPlainText()
    write(screen, qtbot, "what", "X")
    for expected in (rewritten, "Brieven aan mevrouw Jansen"):
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert field.toPlainText() == expected


def test_what_is_typed_waits_until_it_is_finished(window, screen, qtbot):
    write(screen, qtbot, "what", "Inwoners wachten op")
    window.show_start()
    window.ways.show_new_signal()

    field = window._stack.current.findChild(QPlainTextEdit, "new-what")
    assert field.toPlainText() == "Inwoners wachten op"
    assert signals_in(window._desk.register) == ()


def test_what_was_kept_before_it_is_put_there_is_nobodys_other_register(window, screen, qtbot):
    write(screen, qtbot, "bottleneck", "Balie dicht op vrijdag")
    assert screen.hand_over() is None
    assert any(drafts_of(NEW, window._desk.register).values())

    click(screen, qtbot, "keep-new")
    qtbot.waitUntil(lambda: window._stack.current is not screen)

    assert not screen.banner.accessibleName()
    assert len(signals_in(window._desk.register)) == 1
    assert not any(drafts_of(NEW, window._desk.register).values())


def test_an_empty_signal_is_not_put_there(window, screen, qtbot):
    click(screen, qtbot, "keep-new")

    qtbot.waitUntil(lambda: "Schrijf eerst op wat er gebeurt" in texts(screen))
    assert not window._desk.register.exists()


def test_it_counts_as_no_beraad_and_every_screen_and_document_can_tell_of_it(window, qtbot):
    register = window._desk.register
    made = [
        registered_by_hand(
            SignalContent(bottleneck="Brieven", what="Wie belt, wacht."),
            team,
            register,
            today=TODAY,
        )
        for team in ("klantcontact", "klachten", "wijkteam")
    ]

    window.ways.show_signals()
    cards = window._stack.current.findChildren(SignalCard)
    assert all("zonder beraad" in card.accessibleName() for card in cards)
    assert len(cards) == len(made)
    window.ways.show_signal(made[0].id, None)
    assert "klantcontact · zonder beraad" in texts(window._stack.current)
    signal = admitted(made[0])
    assert b"<" in rendered(signal_report(signal), Format.HTML)
    assert rendered(signal_report(signal), Format.PDF).startswith(b"%PDF")

    lines = signal_lines(register)
    rows = overview(lines, half_year(TODAY), today=TODAY)
    (row,) = rows.rows
    assert (row.title, row.count, len(row.signals)) == ("Brieven", None, 3)
    assert patterns((), lines, rows, today=TODAY).named is None


def test_what_two_windows_type_in_a_new_signal_is_all_kept(window, screen, qtbot):
    window.show_start()
    window.ways.show_new_signal()
    mine = window._stack.current
    other = NewSignalScreen(window._desk.register, window._look, today=lambda: TODAY)
    qtbot.addWidget(other)
    write(mine, qtbot, "what", "PLUS EEN")
    write(mine, qtbot, "wish", "alleen hier")
    assert mine.hand_over() is None
    other.findChild(QPlainTextEdit, "new-what").insertPlainText("PLUS TWEE")
    assert other.hand_over() is None

    kept = drafts_of(NEW, window._desk.register)
    assert "PLUS EEN" in kept["what"]
    assert "PLUS TWEE" in kept["what"]
    assert kept["wish"] == "alleen hier"
    assert "PLUS EEN" in other.findChild(QPlainTextEdit, "new-what").toPlainText()
    assert other.findChild(QPlainTextEdit, "new-wish").toPlainText() == "alleen hier"
    assert "In een ander venster" in other.banner.accessibleName()

    write(mine, qtbot, "what", " en verder")
    assert mine.hand_over() is None
    kept = drafts_of(NEW, window._desk.register)
    assert "PLUS TWEE" in kept["what"]
    assert "en verder" in kept["what"]


CTRL = Qt.KeyboardModifier.ControlModifier


def test_what_was_typed_before_leaving_can_still_be_taken_back(window, screen, qtbot):
    write(screen, qtbot, "what", "Een zin. En nog een")
    window.show_start()
    window.ways.show_new_signal()
    again = window._stack.current
    field = again.findChild(QPlainTextEdit, "new-what")
    assert field.toPlainText() == "Een zin. En nog een"

    qtbot.keyClick(focused(), Qt.Key.Key_Z, CTRL)

    assert field.toPlainText() != "Een zin. En nog een"
    assert field.hasFocus()
    before = field.toPlainText()
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert field.toPlainText() == "Een zin. En nog een"
    assert "Een zin. En nog een".startswith(before)


def test_a_step_that_was_left_can_still_be_taken_back(window, qtbot):
    content = SignalContent(what="Brieven zijn niet te lezen")
    made = registered_by_hand(content, "klantcontact", window._desk.register, today=TODAY)
    window.ways.show_signal(made.id, StepKind.PASSED_ON)
    field = window._stack.current.findChild(QPlainTextEdit, "step-words")
    field.setFocus()
    qtbot.keyClicks(field, "Een zin. En nog een")
    window.show_start()
    window.ways.show_signal(made.id, StepKind.PASSED_ON)
    field = window._stack.current.findChild(QPlainTextEdit, "step-words")
    assert field.toPlainText() == "Een zin. En nog een"

    qtbot.keyClick(focused(), Qt.Key.Key_Z, CTRL)

    assert field.toPlainText() != "Een zin. En nog een"
    assert "niets meer" not in window._stack.current.banner.accessibleName()


def test_nothing_typed_is_remembered_of_what_stands_in_the_register_or_is_locked(
    window, screen, qtbot
):
    write(screen, qtbot, "what", "Brieven zijn niet te lezen")
    assert window._desk.typed_steps(NEW)
    click(screen, qtbot, "keep-new")
    assert not window._desk.typed_steps(NEW)
    window.ways.show_new_signal()
    write(window._stack.current, qtbot, "what", "Nog iets")
    window._desk.lock()
    assert not window._desk.typed_steps(NEW)


@pytest.mark.parametrize(
    ("typed", "filled"), [("beleidsadv", "beleid"), ("kwaliteitsm", "Kwestietafel")]
)
def test_to_whom_it_goes_is_found_by_role(screen, qtbot, typed, filled):
    write(screen, qtbot, "recipient", typed)
    field = screen.findChild(QPlainTextEdit, "new-recipient")
    popup = field.findChild(Completion)._popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)

    assert field.toPlainText() == filled


def test_a_place_in_the_name_of_a_team_is_no_question_and_stays(window, screen, qtbot):
    register = window._desk.register
    write(screen, qtbot, "bottleneck", "Brieven")
    write(screen, qtbot, "team", "Wijkteam Overvecht")

    click(screen, qtbot, "keep-new")

    (made,) = signals_in(register)
    assert made.team == "Wijkteam Overvecht"


def test_a_place_elsewhere_is_asked_and_the_team_keeps_its_name(window, screen, qtbot):
    register = window._desk.register
    write(screen, qtbot, "what", "Een gezin in Overvecht wacht op een brief.")
    write(screen, qtbot, "team", "Wijkteam Overvecht")
    click(screen, qtbot, "keep-new")
    while screen._read.places.isVisible():
        click(screen, qtbot, "rewrite")
    click(screen, qtbot, "keep-new")

    (made,) = signals_in(register)
    assert "Overvecht" not in made.content.what
    assert made.team == "Wijkteam Overvecht"


def test_a_person_in_the_name_of_a_team_is_asked_about(window, screen, qtbot):
    write(screen, qtbot, "bottleneck", "Brieven")
    write(screen, qtbot, "team", "Team van mevrouw Jansen")

    click(screen, qtbot, "keep-new")

    assert screen._read.places.isVisible()
    assert signals_in(window._desk.register) == ()
