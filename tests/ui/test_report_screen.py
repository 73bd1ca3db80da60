from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTextEdit,
    QWidget,
)

from beraad.errors import Solvable
from beraad.publishing.layers import PUBLICATIONS
from beraad.records import CaseAccount, Layer, Participant, SignalContent, new_id
from beraad.ui.review.places_panel import PlacesPanel
from beraad.ui.review.screen import ReportScreen
from tests.conftest import NOW
from tests.editing.support import blank

SITUATION = "Fatima belde met 06-12345678. Later belde Fatima weer. BSN 123456782."


@pytest.fixture
def reading(workspace_of, look, qtbot):
    def make(session=None, publication=PUBLICATIONS[Layer.WORK]):
        start = session or replace(
            blank(),
            participants=(Participant(id=new_id(), role="consulent", name="Fatima el Amrani"),),
            case=CaseAccount(situation=SITUATION),
        )
        screen = ReportScreen(workspace_of(start), look, publication, today=NOW.date)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return make


def page_of(screen):
    return screen.findChild(QTextEdit, "preview").toPlainText()


def findings(screen):
    model = screen.findChild(QListView, "findings").model()
    return [model.index(row).data() for row in range(model.rowCount())]


def choose(screen, text):
    view = screen.findChild(QListView, "findings")
    model = view.model()
    row = next(i for i in range(model.rowCount()) if text in model.index(i).data())
    view.setCurrentIndex(model.index(row))
    view.setFocus()
    return view


def keep(screen, qtbot, view):
    """Leave it, with the first reason that is offered."""
    qtbot.keyClick(view, Qt.Key.Key_L)
    qtbot.keyClick(screen.findChild(QPushButton, "reason-1"), Qt.Key.Key_1)


def decisions(screen):
    return screen._workspace.editor.session.decisions


def told(screen, name):
    return screen.findChild(QLabel, name).text()


def at_hand(screen):
    return screen.findChild(QListView, "findings").currentIndex().data()


def test_the_page_reads_as_it_will_be(reading):
    screen = reading()

    assert "Fatima" not in page_of(screen)
    assert "06-12345678" not in page_of(screen)
    assert "een telefoonnummer" in page_of(screen)
    assert len(findings(screen)) == 3


def test_one_decision_holds_for_every_mention_and_can_be_undone(reading, qtbot):
    screen = reading()
    view = choose(screen, "Fatima")

    keep(screen, qtbot, view)
    qtbot.waitUntil(lambda: page_of(screen).count("Fatima") == 2)
    qtbot.keyClick(view, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: "Fatima" not in page_of(screen))


def test_other_words_can_be_put_in_its_place(reading, qtbot):
    screen = reading()
    view = choose(screen, "Fatima")

    qtbot.keyClick(view, Qt.Key.Key_A)
    entry = screen.findChild(QLineEdit, "replacement")
    qtbot.keyClicks(entry, "een collega")
    qtbot.keyClick(entry, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page_of(screen).casefold().count("een collega") == 2)


def test_a_replacement_that_is_a_name_itself_is_refused(reading, qtbot):
    screen = reading()
    view = choose(screen, "Fatima")

    qtbot.keyClick(view, Qt.Key.Key_A)
    entry = screen.findChild(QLineEdit, "replacement")
    qtbot.keyClicks(entry, "mevrouw Amrani")
    qtbot.keyClick(entry, Qt.Key.Key_Return)

    assert screen._workspace.editor.session.decisions == ()
    assert entry.text() == "mevrouw Amrani"
    assert any("herkend" in each.text() for each in screen.findChildren(QLabel))


def test_a_word_that_was_added_goes_from_the_page(reading, qtbot):
    screen = reading()
    qtbot.keyClicks(screen.findChild(QLineEdit, "known-word"), "Later")
    qtbot.mouseClick(screen.findChild(QPushButton, "add-known-word"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "Later" not in page_of(screen))
    assert any("Later" in each for each in findings(screen))


def test_a_signal_shows_only_what_stands_in_the_signal(reading):
    session = blank()
    session = replace(
        session,
        case=CaseAccount(situation=SITUATION),
        signal=replace(session.signal, what="Inwoners wachten. Bel 06-98765432."),
    )
    screen = reading(session, PUBLICATIONS[Layer.SIGNAL])

    assert len(findings(screen)) == 1
    assert "Inwoners wachten." in page_of(screen)
    assert "BSN" not in page_of(screen)


def test_private_notes_and_the_parkeerplaats_are_nowhere_on_the_page(reading):
    from beraad.records import ParkedItem, PhaseKey, PrivateNote

    session = replace(
        blank(),
        case=CaseAccount(situation="Er was eens."),
        private_notes=(PrivateNote(id=new_id(), phase=PhaseKey.CASE, text="kaneelstok"),),
        parked=(ParkedItem(id=new_id(), phase=PhaseKey.CASE, text="regenlaars"),),
    )
    screen = reading(session)

    assert "Er was eens." in page_of(screen)
    shown = page_of(screen) + " ".join(each.text() for each in screen.findChildren(QLabel))
    assert "kaneelstok" not in shown
    assert "regenlaars" not in shown


OPEN = "Een vrouw van 52 jaar vroeg om hulp. Haar zoon is 9 jaar, en zij verdient 1234 euro."


def open_beraad():
    return replace(blank(), case=CaseAccount(situation=OPEN))


def test_what_is_only_pointed_out_stays_until_somebody_decides(reading, qtbot):
    screen = reading(open_beraad())
    assert "52 jaar" in page_of(screen)
    view = choose(screen, "nog te beslissen")

    qtbot.keyClick(view, Qt.Key.Key_W)

    qtbot.waitUntil(lambda: "1234 euro" not in page_of(screen))


def test_without_places_the_keys_are_for_exporting(reading, qtbot):
    screen = reading(replace(blank(), case=CaseAccount(situation="Er was eens.")))
    screen.take_focus()

    qtbot.waitUntil(screen.findChild(QPushButton, "export").hasFocus)


def test_the_worst_is_at_hand_first_and_after_a_decision_the_next(reading, qtbot):
    screen = reading(open_beraad())
    view = screen.findChild(QListView, "findings")
    seen = []
    for _ in range(3):
        seen.append(at_hand(screen).split(",")[0].strip())
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_W)

    assert seen == ["1234 euro", "52 jaar", "9 jaar"]
    assert told(screen, "progress") == "alles is beslist"
    assert any(each.text() == "Alles is beslist." for each in screen.findChildren(QLabel))


def test_it_says_how_many_are_left(reading, qtbot):
    screen = reading(open_beraad())
    assert told(screen, "progress") == "nog 3 van 3 plekken"

    qtbot.keyClick(screen.findChild(QListView, "findings"), Qt.Key.Key_W)

    assert told(screen, "progress") == "nog 2 van 3 plekken"
    assert screen.findChild(QPushButton, "export").text() == "Document maken: nog 2 plekken"


def test_nothing_is_made_while_a_place_is_open(reading, qtbot):
    screen = reading(open_beraad())

    with qtbot.assertNotEmitted(screen.publish_wished):
        qtbot.mouseClick(screen.findChild(QPushButton, "export"), Qt.MouseButton.LeftButton)

    assert "3 plekken wachten nog op jouw besluit" in screen.banner.accessibleName()
    assert "52 jaar" not in screen.banner.accessibleName()

    qtbot.keyClick(screen.findChild(QListView, "findings"), Qt.Key.Key_W)
    assert told(screen, "progress") == "nog 2 van 3 plekken"
    qtbot.waitUntil(lambda: not screen.banner.isVisible())


def test_nothing_goes_to_the_register_while_a_place_is_open_and_it_says_so_no_longer(
    reading, qtbot
):
    session = replace(open_beraad(), signal=SignalContent(what="Zij wachtte 9 jaar, 1234 euro."))
    screen = reading(session, PUBLICATIONS[Layer.SIGNAL])
    with qtbot.assertNotEmitted(screen.register_wished):
        qtbot.mouseClick(screen.findChild(QPushButton, "register"), Qt.MouseButton.LeftButton)

    assert "nog op jouw besluit" in screen.banner.accessibleName()

    while not told(screen, "progress").startswith("alles"):
        qtbot.keyClick(screen.findChild(QListView, "findings"), Qt.Key.Key_W)
    qtbot.waitUntil(lambda: not screen.banner.isVisible())
    with qtbot.waitSignal(screen.register_wished):
        qtbot.mouseClick(screen.findChild(QPushButton, "register"), Qt.MouseButton.LeftButton)


def test_what_the_register_had_against_it_is_told_until_somebody_decides(reading, qtbot):
    screen = reading(open_beraad())
    screen.refuse(Solvable("Eén plek staat nog open."))
    qtbot.keyClick(screen.findChild(QListView, "findings"), Qt.Key.Key_W)

    qtbot.waitUntil(lambda: not screen.banner.isVisible())


def test_leaving_something_takes_a_reason_of_ones_own(reading, qtbot):
    screen = reading(open_beraad())
    view = screen.findChild(QListView, "findings")
    qtbot.keyClick(view, Qt.Key.Key_L)
    entry = screen.findChild(QLineEdit, "reason")

    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert decisions(screen) == ()

    qtbot.keyClicks(entry, "zij gaf dit zelf op")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert [each.reason for each in decisions(screen)] == ["zij gaf dit zelf op"]


def focused(screen):
    """Where a key that is pressed now arrives."""
    return screen.window().focusWidget() or screen


def open_places(screen):
    return sum("nog te beslissen" in each for each in findings(screen))


def long_beraad(size=60_000):
    """More than is read at once: the places go out of sight while it is read again."""
    story = open_beraad().case.situation
    long = f"{story} {'Het regent. ' * (size // 12)}"
    return replace(open_beraad(), case=CaseAccount(situation=long))


@pytest.mark.parametrize("make", ["short", "long"])
def test_after_a_reason_the_next_place_has_the_keys(make, reading, qtbot):
    screen = reading(open_beraad() if make == "short" else long_beraad())
    qtbot.waitUntil(lambda: open_places(screen) > 2)
    before = open_places(screen)
    screen.take_focus()

    qtbot.keyClick(focused(screen), Qt.Key.Key_L)
    qtbot.keyClick(focused(screen), Qt.Key.Key_1)
    qtbot.waitUntil(lambda: open_places(screen) == before - 1)
    qtbot.keyClick(focused(screen), Qt.Key.Key_W)
    qtbot.waitUntil(lambda: open_places(screen) == before - 2)


def ways_of(screen):
    panel = screen.findChild(PlacesPanel)
    return [each for each in panel.findChildren(QPushButton) if each.isVisible()]


@pytest.mark.parametrize("way", range(4))
def test_keys_are_for_the_place_that_is_shown_whatever_there_has_the_focus(way, reading, qtbot):
    screen = reading(open_beraad())
    before = open_places(screen)
    ways_of(screen)[way].setFocus()

    qtbot.keyClick(focused(screen), Qt.Key.Key_W)
    assert open_places(screen) == before - 1
    ways_of(screen)[way].setFocus()
    qtbot.keyClick(focused(screen), Qt.Key.Key_L)
    qtbot.keyClick(focused(screen), Qt.Key.Key_1)
    assert open_places(screen) == before - 2


def test_after_a_click_the_keys_are_for_the_next_place(reading, qtbot):
    screen = reading(long_beraad())
    qtbot.waitUntil(lambda: open_places(screen) > 2)
    before = open_places(screen)

    qtbot.mouseClick(screen.findChild(QPushButton, "leave"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.findChild(QPushButton, "reason-1"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: open_places(screen) == before - 1)
    qtbot.keyClick(focused(screen), Qt.Key.Key_W)
    qtbot.waitUntil(lambda: open_places(screen) == before - 2)


def test_a_letter_decides_nothing_while_a_reason_is_asked_or_other_words_are_typed(reading, qtbot):
    screen = reading(open_beraad())
    before = open_places(screen)
    screen.take_focus()

    qtbot.keyClick(focused(screen), Qt.Key.Key_L)
    qtbot.keyClick(focused(screen), Qt.Key.Key_W)
    assert open_places(screen) == before
    qtbot.keyClick(focused(screen), Qt.Key.Key_Escape)
    qtbot.keyClick(focused(screen), Qt.Key.Key_A)
    qtbot.keyClicks(focused(screen), "wlgtnp")

    assert open_places(screen) == before
    assert screen.findChild(QLineEdit, "replacement").text() == "wlgtnp"


def test_escape_stops_asking_before_it_leaves(reading, qtbot):
    screen = reading(open_beraad())
    view = screen.findChild(QListView, "findings")
    qtbot.keyClick(view, Qt.Key.Key_L)
    reason = screen.findChild(QPushButton, "reason-1")
    assert reason.isVisible()

    with qtbot.assertNotEmitted(screen.back_wished):
        qtbot.keyClick(reason, Qt.Key.Key_Escape)

    assert not reason.isVisible()
    assert decisions(screen) == ()
    with qtbot.waitSignal(screen.back_wished):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_a_decision_can_be_taken_back(reading, qtbot):
    screen = reading()
    view = choose(screen, "Fatima")
    keep(screen, qtbot, view)
    assert len(decisions(screen)) == 1

    qtbot.keyClick(choose(screen, "Fatima"), Qt.Key.Key_T)

    assert decisions(screen) == ()


def test_keys_go_along_what_is_open(reading, qtbot):
    screen = reading(open_beraad())
    view = screen.findChild(QListView, "findings")
    first = at_hand(screen)
    qtbot.keyClick(view, Qt.Key.Key_N)
    second = at_hand(screen)
    qtbot.keyClick(view, Qt.Key.Key_F8)
    third = at_hand(screen)
    qtbot.keyClick(view, Qt.Key.Key_F8)

    assert len({first, second, third}) == 3
    assert at_hand(screen) == first
    qtbot.keyClick(view, Qt.Key.Key_P)
    assert at_hand(screen) == third
    qtbot.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert at_hand(screen) == second


def test_going_to_the_next_place_brings_the_places_in_sight(reading, qtbot):
    screen = reading()
    qtbot.mouseClick(screen.findChild(QPushButton, "leaf-afronden"), Qt.MouseButton.LeftButton)

    qtbot.keyClick(screen, Qt.Key.Key_F8)

    assert screen.findChild(QListView, "findings").isVisible()
    assert screen.findChild(QListView, "findings").hasFocus()


def test_one_kind_can_be_looked_at_alone(reading, qtbot):
    screen = reading()
    qtbot.mouseClick(screen.findChild(QPushButton, "filter-nummers"), Qt.MouseButton.LeftButton)
    assert len(findings(screen)) == 2

    qtbot.mouseClick(screen.findChild(QPushButton, "filter-alles"), Qt.MouseButton.LeftButton)
    assert len(findings(screen)) == 3


def test_what_is_decided_is_put_away_and_can_be_seen(reading, qtbot):
    screen = reading(replace(open_beraad(), case=CaseAccount(situation=f"{OPEN} BSN 123456782.")))
    assert len(findings(screen)) == 3

    qtbot.mouseClick(screen.findChild(QPushButton, "show-decided"), Qt.MouseButton.LeftButton)

    assert len(findings(screen)) == 4


def test_the_place_at_hand_is_in_sight_on_the_page(reading, qtbot):
    long = "\n".join(f"Regel {number} van het verhaal." for number in range(200))
    screen = reading(replace(blank(), case=CaseAccount(situation=f"{long}\n{OPEN}")))
    page = screen.findChild(QTextEdit, "preview")

    def is_in_sight():
        cursor = page.document().find("1234 euro")
        return page.viewport().rect().contains(page.cursorRect(cursor))

    qtbot.waitUntil(is_in_sight)
    assert page.verticalScrollBar().value() > 0


def test_a_second_reader_is_a_role(reading, qtbot):
    screen = reading()
    entry = screen.findChild(QLineEdit, "second-reader")
    screen.findChild(QPushButton, "leaf-afronden").click()

    qtbot.keyClicks(entry, "Fatima")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert screen._workspace.editor.session.review.second_reader == ""

    entry.clear()
    qtbot.keyClicks(entry, "jurist")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert screen._workspace.editor.session.review.second_reader == "jurist"
    qtbot.waitUntil(lambda: re.search(r"Tweede lezer\s+jurist\s+1", page_of(screen)))


def test_a_declaration_needs_four_looks_and_goes_with_any_change(reading, qtbot):
    screen = reading()
    screen.findChild(QPushButton, "leaf-afronden").click()
    entry = screen.findChild(QLineEdit, "declared-by")
    qtbot.keyClicks(entry, "gespreksleider")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert "Gepseudonimiseerd" in told(screen, "standing")

    for name in ("small_team", "unique_situation", "dates", "quotes"):
        screen.findChild(QCheckBox, f"check-{name}").click()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert told(screen, "standing").startswith("Anoniem verklaard door gespreksleider op ")
    qtbot.waitUntil(lambda: re.search(r"Anoniem verklaard door\s+gespreksleider", page_of(screen)))

    screen.findChild(QPushButton, "leaf-plekken").click()
    keep(screen, qtbot, choose(screen, "Fatima"))
    assert "geldt niet meer" in told(screen, "standing")
    qtbot.waitUntil(lambda: "Anoniem verklaard" not in page_of(screen))


def test_with_large_text_the_page_comes_in_the_place_of_the_list(reading, look, qtbot):
    look.choose_percent(200)
    screen = reading()
    page, view = screen.findChild(QTextEdit, "preview"), screen.findChild(QListView, "findings")
    assert view.isVisible()
    assert not page.isVisible()

    qtbot.mouseClick(screen.findChild(QPushButton, "leaf-document"), Qt.MouseButton.LeftButton)

    assert page.isVisible()
    assert not view.isVisible()
    assert screen.minimumSizeHint().width() <= 1366
    assert screen.minimumSizeHint().height() <= 720


def test_a_question_that_ends_by_itself_leaves_the_cursor_where_one_writes(reading, qtbot):
    screen = reading(open_beraad())
    qtbot.keyClick(screen.findChild(QListView, "findings"), Qt.Key.Key_L)
    reason = screen.findChild(QPushButton, "reason-1")
    assert reason.isVisible()
    line = screen.findChild(QLineEdit, "known-word")
    line.setFocus()

    screen._side.places.card.stop_asking()

    assert not reason.isVisible()
    assert line.hasFocus()


def test_it_begins_at_a_word_also_when_that_was_decided(reading, qtbot):
    screen = reading()
    qtbot.keyClick(choose(screen, "Fatima"), Qt.Key.Key_W)
    screen._side.turn_to("Afronden")

    screen._side.go_to_word("fatima")

    assert "Fatima" in at_hand(screen)
    assert screen.findChild(QListView, "findings").isVisible()


def test_an_offered_word_is_not_taken_out_by_enter(reading, qtbot):
    """Who presses Enter all the way never decides about a word that nobody typed."""
    screen = reading()
    screen._side.go_to_word("kloosterma")
    line = screen.findChild(QLineEdit, "known-word")

    for _ in range(3):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert screen._workspace.editor.session.known_words == ()
    assert "Weghalen" in line.accessibleDescription()

    line.clear()
    qtbot.keyClicks(line, "Kloosterman")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [one.word for one in screen._workspace.editor.session.known_words] == ["Kloosterman"]


def test_a_word_without_a_place_is_ready_to_be_taken_out(reading, qtbot):
    screen = reading()

    screen._side.go_to_word("Kloosterman")

    line = screen.findChild(QLineEdit, "known-word")
    assert line.text() == "Kloosterman"
    assert line.hasFocus()
    qtbot.mouseClick(screen.findChild(QPushButton, "add-known-word"), Qt.MouseButton.LeftButton)
    assert [one.word for one in screen._workspace.editor.session.known_words] == ["Kloosterman"]


def test_empty_brackets_are_asked_about_once_for_all(reading, qtbot):
    told = "Zij (BSN 123456782) belde. Hij belde ook (06-12345678)."
    screen = reading(replace(blank(), case=CaseAccount(situation=told)))
    question = screen.findChild(QWidget, "asides")
    remove, stay = question.findChildren(QPushButton)

    assert told_of(screen) == "2 keer bleef er niets over dan wat is weggehaald: “([BSN])”."
    assert remove.isChecked()
    assert "Zij belde." in page_of(screen)

    qtbot.mouseClick(stay, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Hij belde ook (een telefoonnummer)." in page_of(screen))

    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Hij belde ook." in page_of(screen))
    assert decisions(screen) == ()


def test_without_empty_brackets_nothing_is_asked(reading):
    screen = reading()

    assert not screen.findChild(QWidget, "asides").isVisible()


def told_of(screen):
    return told(screen, "asides-told")


def one_place():
    return replace(blank(), case=CaseAccount(situation="Zij verdient 1234 euro."))


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_W, Qt.Key.Key_G])
def test_after_the_last_decision_an_enter_too_many_goes_on_and_decides_nothing(key, reading, qtbot):
    screen = reading(one_place())
    screen.take_focus()
    qtbot.keyClick(focused(screen), key)
    if key == Qt.Key.Key_L:
        qtbot.keyClick(focused(screen), Qt.Key.Key_1)
    before = decisions(screen)
    qtbot.waitUntil(screen.findChild(QPushButton, "export").hasFocus)

    with qtbot.waitSignal(screen.publish_wished):
        qtbot.keyClick(focused(screen), Qt.Key.Key_Return)

    assert len(before) == 1
    assert decisions(screen) == before


def test_another_decision_about_the_same_place_is_said_and_can_be_undone(reading, qtbot):
    screen = reading(one_place())
    view = screen.findChild(QListView, "findings")
    keep(screen, qtbot, view)
    assert screen.banner.isHidden()
    before = decisions(screen)

    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_W)

    assert "Eerst was het: blijft staan" in screen.banner.accessibleName()
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert decisions(screen) == before


@pytest.mark.parametrize("way", ["otherwise", "leave"])
def test_what_was_being_asked_is_asked_again_by_who_comes_back(reading, qtbot, way):
    screen = reading()
    qtbot.mouseClick(screen.findChild(QPushButton, way), Qt.MouseButton.LeftButton)
    card = screen._side.places.card
    assert card.asks
    question = card.question.objectName()
    if way == "otherwise":
        qtbot.keyClicks(screen.findChild(QLineEdit, "replacement"), "een ander")
    said = screen.put_away()
    card.stop_asking()
    assert not card.asks

    screen.take_back(said)

    assert card.asks
    assert card.question.objectName() == question
    if way == "otherwise":
        assert screen.findChild(QLineEdit, "replacement").text() == "een ander"
    card.stop_asking()
    screen.take_back(screen.put_away())
    assert not card.asks
