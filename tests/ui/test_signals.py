from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from beraad.errors import Solvable
from beraad.phases.dates import dated, full_date
from beraad.phases.suggestions import load
from beraad.privacy.clean import admitted, clean_signal
from beraad.publishing.by_hand import registered_by_hand
from beraad.publishing.exchanging import receive, send
from beraad.publishing.registering import put_in_register, signals_in
from beraad.publishing.stepping import drafted, drafts_of, known, taken
from beraad.records import (
    Helped,
    Id,
    Outcome,
    RegisteredSignal,
    Setting,
    SignalContent,
    SignalLevel,
    StepKind,
)
from beraad.report.asking import ANSWERS
from beraad.report.compose import signal_report
from beraad.report.office import docx
from beraad.signals.events import EventKind, event, signal_payload, step_payload
from beraad.signals.form_marks import form_mark
from beraad.signals.life import Lane
from beraad.signals.telling import LANE_MEANS
from beraad.store import driver
from beraad.store.register import Register
from beraad.ui.lessons.archive_screen import ArchiveScreen
from beraad.ui.settings import Settings
from beraad.ui.signals import lane_lines
from beraad.ui.signals.lane_view import LaneView
from beraad.ui.signals.life_screen import SignalLifeScreen
from beraad.ui.signals.register_screen import RegisterScreen
from beraad.ui.signals.signal_card import SignalCard
from beraad.ui.signals.stations import StationLine
from beraad.ui.signals.step_form import StepForm
from beraad.ui.signals.writing_screen import SignalScreen
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.completion import Completion
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.text_field import TextField
from tests.builders import filled_session
from tests.conftest import TODAY
from tests.editing.support import blank
from tests.publishing.test_answered import flattened, in_office, in_pdf
from tests.steps import a_step, passed_on, status
from tests.ui.from_menu import choose_of_more, is_in_more

CONTENT = SignalContent(
    bottleneck="Inkomensgat",
    what="Wie wisselend werkt, wacht weken op aanvulling.",
    level=SignalLevel.PRACTICE,
    recipient="afdeling beleid",
    answer_due=date(2026, 11, 1),
)


@pytest.fixture
def register(folder):
    return folder / "register.sqlite"


@pytest.fixture(params=[1, lane_lines.FRONT])
def shown(request, register, look, tmp_path, qtbot, monkeypatch):
    """The screen, of which the rest is read after the first signal of a lane, and as it is."""
    monkeypatch.setattr(lane_lines, "FRONT", request.param)

    def make():
        screen = RegisterScreen(register, look, Settings(tmp_path / "i.ini"), today=lambda: TODAY)
        qtbot.addWidget(screen)
        screen.resize(1300, 800)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return make


@pytest.fixture
def life(register, look, qtbot):
    def make(kind=None):
        screen = SignalLifeScreen(Id("een"), register, look, today=lambda: TODAY, kind=kind)
        qtbot.addWidget(screen)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.take_focus()
        return screen

    return make


def texts(screen):
    return [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]


def in_sight(screen, name):
    return [each for each in screen.findChildren(QPushButton, name) if each.isVisible()]


def click(screen, qtbot, name):
    qtbot.waitUntil(lambda: bool(in_sight(screen, name)))
    qtbot.mouseClick(in_sight(screen, name)[0], Qt.MouseButton.LeftButton)


def choose(screen, qtbot, text):
    way = next(
        each
        for each in screen.findChildren(QPushButton)
        if each.isVisible() and each.text() == text
    )
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)


def told(screen, qtbot, text):
    qtbot.waitUntil(lambda: any(text in each for each in texts(screen)))


def field(screen, name):
    return next(each for each in screen.findChildren(TextField, name) if each.isVisible())


def a_signal(name="een", *steps, **changes):
    made = RegisteredSignal(
        id=Id(name),
        content=CONTENT,
        team="Team Werk",
        week="2026-W47",
        registered_on=TODAY,
        steps=steps or (passed_on(TODAY),),
    )
    return replace(made, **changes)


@pytest.fixture
def kept(register):
    def put(*signals):
        with Register.open(register) as opened:
            opened.put(*signals)

    return put


def test_what_is_written_goes_into_the_beraad(workspace_of, look, qtbot):
    workspace = workspace_of()
    screen = SignalScreen(workspace, look, today=lambda: TODAY, suggestions=partial(load, None))
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    what = screen.findChild(TextField, "signal.what")
    what.setFocus()

    qtbot.keyClicks(what, "Inwoners wachten.")

    assert workspace.editor.session.signal.what == "Inwoners wachten."
    assert any("Aan wie geven jullie het door?" in text for text in texts(screen))


def test_a_signal_passes_the_gate_into_the_register(register, shown):
    session = replace(blank(), signal=replace(CONTENT, effect="Bel Jan op 06-12345678."))
    put_in_register(session, register, today=TODAY)

    (kept,) = signals_in(register)
    assert "06-12345678" not in kept.content.effect
    assert kept.id != session.id
    assert "aan zet: gespreksleider" in texts(shown())


def test_writing_it_again_keeps_what_became_of_it(register):
    session = replace(blank(), signal=CONTENT)
    put_in_register(session, register, today=TODAY)
    changed = replace(session, signal=replace(CONTENT, what="Anders verteld."))

    put_in_register(changed, register, today=TODAY)

    (kept,) = signals_in(register)
    assert kept.content.what == "Anders verteld."


def test_an_oefening_never_comes_into_the_register(register):
    session = replace(blank(), signal=CONTENT)
    practice = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))

    with pytest.raises(Solvable, match="oefening"):
        put_in_register(practice, register, today=TODAY)
    assert not register.exists()


def test_an_empty_register_tells_what_belongs_there(shown, register, qtbot):
    screen = shown()

    assert any("Nog geen signalen" in text for text in texts(screen))
    told(screen, qtbot, "Uitwisselen met andere laptops")
    told(screen, qtbot, "oefenregister")
    assert not register.exists()


def test_who_searches_in_an_empty_register_keeps_the_focus_where_it_was(shown, qtbot):
    screen = shown()
    screen.take_focus()
    before = screen.focusWidget()
    assert before.isVisible()

    qtbot.keyClick(before, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert screen.focusWidget() is before


def test_a_register_that_cannot_be_read_is_not_called_empty(shown, kept, register, qtbot):
    kept(a_signal())
    whole = register.read_bytes()
    register.write_bytes(b"Dit is geen register." * 400)
    screen = shown()

    assert not any("Nog geen signalen" in text for text in texts(screen))
    assert not is_in_more(screen, qtbot, "Exporteren")

    register.write_bytes(whole)
    choose(screen, qtbot, "Probeer opnieuw")
    told(screen, qtbot, "Inkomensgat")
    assert screen.banner.isHidden()


def test_who_types_an_answer_hardly_waits_for_another_window(
    kept, register, life, qtbot, monkeypatch
):
    kept(a_signal())
    passed = [0.0]
    monkeypatch.setattr(driver, "monotonic", lambda: passed[0])
    monkeypatch.setattr(driver, "sleep", lambda s: passed.__setitem__(0, passed[0] + s))
    screen = life(StepKind.ANSWERED)

    with Register.open(register):
        qtbot.keyClicks(field(screen, "step-words"), "We passen de werkwijze aan.")
        passed[0] = 0.0
        assert screen.hand_over() is not None

    assert passed[0] < 0.2
    told(screen, qtbot, "Wat je typte staat nog op dit scherm")
    assert screen.hand_over() is None
    assert drafts_of(Id("een"), register)["answered.words"] == "We passen de werkwijze aan."


def test_two_windows_that_type_about_one_signal_leave_each_others_words(
    kept, register, life, qtbot
):
    kept(a_signal())
    one, two = life(StepKind.ANSWERED), life(StepKind.ANSWERED)

    qtbot.keyClicks(field(one, "step-words"), "We passen de werkwijze aan.")
    assert one.hand_over() is None
    qtbot.keyClicks(field(two, "step-role"), "beleid")
    assert two.hand_over() is None

    typed = drafts_of(Id("een"), register)
    assert typed["answered.words"] == "We passen de werkwijze aan."
    assert typed["answered.role"] == "beleid"

    field(one, "step-words").selectAll()
    qtbot.keyClick(field(one, "step-words"), Qt.Key.Key_Delete)
    assert one.hand_over() is None
    typed = drafts_of(Id("een"), register)
    assert "answered.words" not in typed
    assert typed["answered.role"] == "beleid"


ANSWER = a_step(StepKind.ANSWERED, TODAY)
TOLD = a_step(StepKind.TOLD, TODAY)


def lanes(screen):
    return {
        lane.lane.value: [
            card.line.id for card in lane.findChildren(SignalCard) if card.isVisible()
        ]
        for lane in screen.findChildren(LaneView)
    }


def test_every_signal_stands_in_the_lane_of_who_is_to_do_something(kept, shown):
    kept(
        a_signal("wacht"),
        a_signal("antwoord", passed_on(TODAY), ANSWER),
        a_signal("verteld", passed_on(TODAY), ANSWER, TOLD, a_step(StepKind.CLOSED, TODAY)),
        a_signal("concept", steps=()),
        a_signal("terug", passed_on(TODAY), a_step(StepKind.ASKED_BACK, TODAY)),
    )
    screen = shown()

    found = {lane: set(ids) for lane, ids in lanes(screen).items()}
    assert found == {
        "waiting": {"wacht"},
        "ours": {"antwoord", "concept", "terug"},
        "done": {"verteld"},
    }
    assert "Wij wachten 1" in texts(screen)
    assert "17 dagen te laat" in texts(screen)
    assert {
        card.findChild(StationLine).accessibleName() for card in screen.findChildren(SignalCard)
    }


def test_a_lane_says_since_when_its_oldest_waits(kept, shown, qtbot):
    asked = partial(passed_on, TODAY - timedelta(days=200))
    answered = a_step(StepKind.ANSWERED, TODAY - timedelta(days=150))
    heard = (a_step(StepKind.TOLD, TODAY), a_step(StepKind.TEAM_SAID, TODAY))
    kept(
        a_signal("oudste", asked(), content=replace(CONTENT, bottleneck="Tolk")),
        a_signal("jongste", passed_on(TODAY - timedelta(days=3))),
        a_signal("antwoord", asked(), answered),
        a_signal("af", asked(), answered, *heard),
    )
    screen = shown()
    day = full_date(TODAY - timedelta(days=200))

    assert f"Een ander is aan zet. Langst open: sinds {day}." in texts(screen)
    day = full_date(TODAY - timedelta(days=150))
    assert f"Wij zijn aan zet. Langst open: sinds {day}." in texts(screen)
    assert LANE_MEANS[Lane.DONE] in texts(screen)
    screen.findChild(QLineEdit, "find-signals").setText("inkomensgat")
    screen.calm_down()
    day = full_date(TODAY - timedelta(days=3))
    assert f"Een ander is aan zet. Langst open: sinds {day}." in texts(screen)


def test_who_was_asked_is_found_also_once_it_answered(kept, shown, qtbot):
    answered, told = a_step(StepKind.ANSWERED, TODAY), a_step(StepKind.TOLD, TODAY)
    moved = a_step(StepKind.ANSWERED, TODAY, outcome=Outcome.MOVED_ON, to="de inkoper")
    asked = partial(passed_on, TODAY)
    elsewhere = replace(CONTENT, recipient="de directie")
    kept(
        a_signal("wacht", asked()),
        a_signal("antwoord", asked(), answered),
        a_signal("verteld", asked(), answered, told),
        a_signal("ander", asked(), answered, content=elsewhere),
        a_signal("verder", asked(to="de wethouder"), moved, answered, content=elsewhere),
    )
    screen = shown()
    search = screen.findChild(QLineEdit, "find-signals")
    for words, waiting, ours in (
        ("afdeling beleid", ["wacht"], {"antwoord", "verteld"}),
        ("wethouder", [], {"verder"}),
        ("inkoper", [], {"verder"}),
        ("directie", [], {"ander", "verder"}),
    ):
        search.setText(words)
        screen.calm_down()
        found = lanes(screen)
        assert found["waiting"] == waiting, words
        assert {*found["ours"], *found["done"]} == ours, words


def test_a_search_finds_words_wherever_they_stand_and_says_when_there_are_none(kept, shown, qtbot):
    kept(
        a_signal("een"),
        a_signal("twee", content=replace(CONTENT, bottleneck="Brieven", recipient="Café")),
    )
    screen = shown()
    search = screen.findChild(QLineEdit, "find-signals")

    qtbot.keyClicks(search, "cafe brie")
    qtbot.waitUntil(lambda: lanes(screen)["waiting"] == ["twee"])

    qtbot.keyClicks(search, "zzz")
    qtbot.waitUntil(lambda: lanes(screen)["waiting"] == [])
    told(screen, qtbot, "Geen signaal past")

    QTest.keyClick(screen, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(lanes(screen)["waiting"]) == 2)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_after_a_search_a_key_goes_to_the_first_that_is_found(kept, shown, qtbot, key):
    kept(a_signal("een"), a_signal("twee", content=replace(CONTENT, bottleneck="Brieven")))
    screen = shown()
    search = screen.findChild(QLineEdit, "find-signals")
    search.setFocus()
    qtbot.keyClicks(search, "brieven")
    qtbot.keyClick(search, key)

    assert lanes(screen)["waiting"] == ["twee"]
    (way,) = in_sight(screen, "next-step")
    qtbot.waitUntil(way.hasFocus)


def test_who_comes_back_from_a_signal_finds_what_was_sought(window, kept, qtbot):
    kept(a_signal("een"), a_signal("twee", content=replace(CONTENT, bottleneck="Brieven")))
    window.ways.show_signals()
    search = window._stack.current.findChild(QLineEdit, "find-signals")
    qtbot.keyClicks(search, "brieven")
    window.ways.show_signal(Id("twee"), None)
    window.ways.show_signals(Id("twee"))

    again = window._stack.current
    assert again.findChild(QLineEdit, "find-signals").text() == "brieven"
    assert lanes(again)["waiting"] == ["twee"]
    window.ways.show_signals()
    assert window._stack.current.findChild(QLineEdit, "find-signals").text() == ""


def test_a_card_says_that_a_signal_is_of_no_beraad(kept, shown):
    kept(a_signal("een", week="", team=""))

    assert any("zonder beraad" in text for text in texts(shown()))


def test_a_signal_of_no_team_to_go_on_with_says_where_it_is_from(kept, life):
    kept(a_signal(), a_signal("twee", week="", team=""))
    ways = life(StepKind.JOINED).findChildren(QPushButton, "join-with")
    assert [way.text().rpartition("·")[2].strip() for way in ways] == ["zonder beraad"]


def test_only_what_is_late_is_shown_when_that_is_asked(kept, shown, qtbot):
    soon = replace(CONTENT, answer_due=TODAY + timedelta(days=3))
    kept(a_signal("een"), a_signal("twee", content=soon))
    screen = shown()
    choose(screen, qtbot, "Te laat")

    assert lanes(screen)["waiting"] == ["een"]


def test_a_long_lane_shows_more_when_that_is_asked(kept, shown, qtbot):
    kept(*(a_signal(f"nummer-{number}") for number in range(40)))
    screen = shown()
    assert "Wij wachten 40" in texts(screen)
    qtbot.waitUntil(lambda: len(lanes(screen)["waiting"]) == 6)

    click(screen, qtbot, "more-waiting")

    assert len(lanes(screen)["waiting"]) == 30
    focused = screen.focusWidget()
    assert focused.parent().parent().line.id == lanes(screen)["waiting"][6]


def test_a_lane_that_is_hardly_longer_is_shown_whole(kept, shown, qtbot):
    kept(*(a_signal(f"nummer-{number}") for number in range(12)))
    screen = shown()

    qtbot.waitUntil(lambda: len(lanes(screen)["waiting"]) == 12)
    assert not screen.findChild(QWidget, "more-waiting").isVisible()


def test_what_is_shown_no_longer_leaves_no_room_behind(kept, shown, qtbot):
    found = replace(CONTENT, bottleneck="Andere vraag")
    kept(a_signal("een", content=found), *(a_signal(f"nummer-{each}") for each in range(11)))
    screen = shown()
    lane = screen.findChild(LaneView)
    qtbot.waitUntil(lane.is_filled)
    screen.seek("andere")
    alone = LaneView(lane.lane)
    qtbot.addWidget(alone)
    alone.show_lines(lane._lines, today=TODAY)

    assert len(lanes(screen)["waiting"]) == 1
    qtbot.waitUntil(lambda: lane._cards.sizeHint().height() == alone._cards.sizeHint().height())

    screen.seek("inkomensgat")
    qtbot.waitUntil(lambda: len(lanes(screen)["waiting"]) == 11)


def test_a_card_on_which_another_signal_is_shown_tells_all_of_that_one(kept, shown, qtbot):
    """Whatever is searched for and left again, each card is as if it was made for its signal."""
    other = replace(
        CONTENT,
        bottleneck="Andere vraag",
        wish="Kan het eerder?",
        answer_due=TODAY + timedelta(days=9),
    )
    mixed = (
        a_signal("een"),
        a_signal("twee", content=other),
        a_signal("drie", passed_on(TODAY), content=other),
    )
    kept(*mixed, a_signal("vier", passed_on(TODAY), ANSWER))
    screen, fresh = shown(), shown()
    search = screen.findChild(QWidget, "find-signals")

    for sought in ("andere", "", "nergens", ""):
        search.setFocus()
        search.selectAll()
        qtbot.keyClick(search, Qt.Key.Key_Delete)
        qtbot.keyClicks(search, sought)
        screen.calm_down()
        told = told_on_cards(screen)
        assert told == {name: told_on_cards(fresh)[name] for name in told}

    assert set(told) == {"een", "twee", "drie", "vier"}


def told_on_cards(screen):
    cards = [card for card in screen.findChildren(SignalCard) if card.isVisibleTo(screen)]
    return {
        card.line.id: [
            *(card.accessibleName(), card.findChild(StationLine).accessibleName()),
            *(
                (each.text(), each.property("chip"), each.accessibleDescription())
                for each in card.findChildren(QWidget)
                if isinstance(each, QLabel | QPushButton) and each.isVisibleTo(card)
            ),
        ]
        for card in cards
    }


def test_the_button_of_a_card_asks_for_its_next_step(kept, shown, qtbot):
    kept(a_signal("een", passed_on(TODAY), ANSWER))
    screen = shown()

    with qtbot.waitSignal(screen.opened) as asked:
        click(screen, qtbot, "next-step")

    assert asked.args == ["een", StepKind.TOLD]


def test_from_answer_to_closed_by_hand(kept, register, life, qtbot):
    kept(a_signal())
    screen = life(StepKind.ANSWERED)
    choose(screen, qtbot, "proef")
    qtbot.keyClicks(field(screen, "step-words"), "Vanaf januari in een team.")
    qtbot.keyClicks(field(screen, "step-change"), "Nog niets.")
    click(screen, qtbot, "keep-step")
    told(screen, qtbot, "het team vertellen wat eruit kwam")

    click(screen, qtbot, "step-to-told")
    qtbot.keyClicks(field(screen, "step-how"), "in het werkoverleg")
    click(screen, qtbot, "keep-step")
    click(screen, qtbot, "step-to-team_said")
    choose(screen, qtbot, "geholpen")
    click(screen, qtbot, "keep-step")

    (signal,) = signals_in(register)
    assert status(signal) == "closed"
    _, answer, heard, said = signal.steps
    assert (answer.outcome, answer.words, answer.change) == (
        Outcome.TRIAL,
        "Vanaf januari in een team.",
        "Nog niets.",
    )
    assert (heard.how, said.helped) == ("in het werkoverleg", Helped.YES)
    told(screen, qtbot, "Niemand is meer aan zet.")


def test_a_screen_reader_hears_which_signal_it_is_and_whose_turn_after_each_step(
    kept, register, life, qtbot
):
    kept(a_signal())
    screen = life()
    assert screen.windowTitle() == "Signaal: Inkomensgat"
    first = screen.focusWidget()
    assert first.objectName().startswith("step-to-")
    assert "antwoord geven" in first.accessibleDescription()

    click(screen, qtbot, "step-to-answered")
    choose(screen, qtbot, "proef")
    qtbot.keyClicks(field(screen, "step-words"), "Vanaf januari in een team.")
    qtbot.keyClicks(field(screen, "step-change"), "Nog niets.")
    click(screen, qtbot, "keep-step")

    first = screen.focusWidget()
    assert first.objectName().startswith("step-to-")
    assert "het team vertellen wat eruit kwam" in first.accessibleDescription()


def test_an_answer_is_decided_about_before_it_is_kept(kept, register, life, qtbot):
    kept(a_signal())
    screen = life(StepKind.ANSWERED)
    choose(screen, qtbot, "we passen aan")
    qtbot.keyClicks(field(screen, "step-words"), "Mevrouw Jansen belt 06-12345678.")
    click(screen, qtbot, "keep-step")

    assert len(signals_in(register)[0].steps) == 1
    told(screen, qtbot, "“Jansen” (naam) is iemand misschien te herkennen")

    click(screen, qtbot, "rewrite")
    click(screen, qtbot, "keep")
    click(screen, qtbot, "keep-step")

    (signal,) = signals_in(register)
    assert "Jansen" not in signal.steps[-1].words
    assert "06-12345678" in signal.steps[-1].words
    assert admitted(signal).open_count == 0


def first_place(screen):
    return next(each for each in screen.findChildren(QFrame, "place") if each.isVisible())


def test_each_place_is_reached_by_tab_and_follows_on_the_one_before(kept, life, qtbot):
    kept(a_signal())
    screen = life(StepKind.ANSWERED)
    qtbot.keyClicks(field(screen, "step-words"), "Mevrouw Jansen belt 06-12345678.")
    click(screen, qtbot, "keep-step")
    qtbot.waitUntil(lambda: len(in_sight(screen, "rewrite")) > 1)
    count = len(in_sight(screen, "rewrite"))
    keep = in_sight(screen, "keep-step")[0]
    qtbot.waitUntil(first_place(screen).hasFocus)

    passed = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        for _ in range(3 * count):
            passed.append(QApplication.focusWidget().objectName())
            qtbot.keyClick(QApplication.focusWidget(), key)
    there = ["place", "rewrite", "keep"] * count
    assert passed == [*there, "keep-step", *reversed(there[1:])]
    assert first_place(screen).hasFocus()

    for left in range(count - 1, 0, -1):
        qtbot.keyClick(in_sight(screen, "rewrite")[0], Qt.Key.Key_Space)
        qtbot.waitUntil(lambda left=left: len(in_sight(screen, "rewrite")) == left)
        assert QApplication.focusWidget() is first_place(screen)
    qtbot.keyClick(in_sight(screen, "rewrite")[0], Qt.Key.Key_Space)
    assert keep.hasFocus()


def test_what_a_step_needs_is_asked_before_it_is_kept(kept, register, life, qtbot):
    kept(a_signal())
    screen = life(StepKind.ANSWERED)
    choose(screen, qtbot, "verder gebracht")
    click(screen, qtbot, "keep-step")
    told(screen, qtbot, "naar wie het verder is gebracht")

    qtbot.keyClicks(field(screen, "step-to"), "de raad")
    click(screen, qtbot, "keep-step")

    (signal,) = signals_in(register)
    assert signal.steps[-1].to == "de raad"
    told(screen, qtbot, "Te doen: antwoord geven, uiterlijk 1 november 2026.")


def test_an_answer_of_before_is_read_first(
    kept, register, shown, life, qtbot, tmp_path, monkeypatch
):
    kept(a_signal("een", passed_on(), a_step(StepKind.ANSWERED, words="Bel 06-12345678.")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    choose_of_more(shown(), qtbot, "Exporteren")
    assert not (tmp_path / "signalen.json").exists()

    screen = life()
    click(screen, qtbot, "reword-step")
    click(screen, qtbot, "keep-step")
    click(screen, qtbot, "rewrite")
    click(screen, qtbot, "keep-step")
    choose_of_more(shown(), qtbot, "Exporteren")

    assert "06-12345678" not in (tmp_path / "signalen.json").read_text("utf-8")
    assert b"06-12345678" not in register.read_bytes()


def test_a_step_is_taken_back_and_laid_ready_to_write_again(kept, register, life, qtbot):
    kept(a_signal("een", passed_on(TODAY), ANSWER))
    screen = life()
    ways = in_sight(screen, "undo-step")
    qtbot.mouseClick(ways[-1], Qt.MouseButton.LeftButton)

    (signal,) = signals_in(register)
    assert status(signal) == "passed_on"
    assert len(signal.steps) == 3
    told(screen, qtbot, "Teruggenomen.")
    assert field(screen, "step-words").toPlainText() == ANSWER.words


def test_what_is_being_typed_stays_when_a_step_is_taken_back(kept, register, life, qtbot):
    kept(
        a_signal("een", passed_on(TODAY), a_step(StepKind.REMINDED, TODAY, words="Eerste bericht."))
    )
    screen = life(StepKind.REMINDED)
    qtbot.keyClicks(field(screen, "step-words"), "Tweede bericht")
    qtbot.mouseClick(in_sight(screen, "undo-step")[-1], Qt.MouseButton.LeftButton)

    told(screen, qtbot, "Wat je al typte bleef staan")
    assert field(screen, "step-words").toPlainText() == "Tweede bericht\nEerste bericht."
    screen.hand_over()
    with Register.open(register) as opened:
        assert "Tweede bericht" in opened.drafts(Id("een"))["reminded.words"]


def test_two_windows_type_in_one_field_and_lose_no_word(kept, register, life, qtbot):
    kept(a_signal("een", passed_on(TODAY)))
    screen = life(StepKind.REMINDED)
    qtbot.keyClicks(field(screen, "step-words"), "Van mij")
    screen.hand_over()
    drafted(Id("een"), {"reminded.words": "Van een ander"}, register)

    qtbot.keyClicks(field(screen, "step-words"), ", en meer")
    screen.hand_over()

    told(screen, qtbot, "In een ander venster")
    both = "Van mij, en meer\nVan een ander"
    assert field(screen, "step-words").toPlainText() == both
    with Register.open(register) as opened:
        assert opened.drafts(Id("een"))["reminded.words"] == both


def test_typing_back_what_stood_there_takes_nothing_of_another_window_away(kept, register):
    kept(a_signal("een", passed_on(TODAY)))
    drafted(Id("een"), {"reminded.words": "Van mij"}, register)
    drafted(Id("een"), {"reminded.words": "Van een ander"}, register)

    mine = {"reminded.words": "Van mij"}
    found = drafted(Id("een"), mine, register, seen=mine)

    assert found == {"reminded.words": "Van mij\nVan een ander"}


def test_ctrl_z_takes_the_last_step_back_and_ctrl_y_sets_it_again(kept, register, life, qtbot):
    kept(a_signal())
    screen = life(StepKind.RECEIVED)
    click(screen, qtbot, "keep-step")
    assert status(signals_in(register)[0]) == "received"

    QTest.keySequence(screen, QKeySequence("Ctrl+Z"))
    assert status(signals_in(register)[0]) == "passed_on"

    QTest.keySequence(screen, QKeySequence("Ctrl+Y"))
    assert status(signals_in(register)[0]) == "received"


def _described(way):
    return way.accessibleDescription()


def press(screen, keys, qtbot, said):
    QTest.keySequence(screen, QKeySequence(keys))
    told(screen, qtbot, said)


def test_ctrl_z_goes_back_along_everything_in_order(kept, register, life, qtbot):
    """Also what was taken back with a click: it took back another step instead."""
    kept(a_signal())
    screen = life(StepKind.RECEIVED)
    click(screen, qtbot, "keep-step")
    told(screen, qtbot, "Ontvangen")
    ways = [each for each in in_sight(screen, "undo-step") if "Doorg" in _described(each)]
    ways[-1].click()
    assert status(signals_in(register)[0]) == "draft"

    press(screen, "Ctrl+Z", qtbot, "de stap telt weer mee")
    assert status(signals_in(register)[0]) == "received"
    press(screen, "Ctrl+Z", qtbot, "Teruggenomen")
    assert status(signals_in(register)[0]) == "passed_on"
    screen.setFocus()
    press(screen, "Ctrl+Z", qtbot, "niets meer om terug te nemen")
    press(screen, "Ctrl+Shift+Z", qtbot, "Weer gedaan")
    assert status(signals_in(register)[0]) == "received"
    press(screen, "Ctrl+Shift+Z", qtbot, "Teruggenomen")
    assert status(signals_in(register)[0]) == "draft"


def test_a_step_that_was_taken_back_counts_again_when_that_is_asked(kept, register, life, qtbot):
    kept(a_signal())
    screen = life()
    click(screen, qtbot, "undo-step")
    assert status(signals_in(register)[0]) == "draft"

    click(screen, qtbot, "again-step")

    assert status(signals_in(register)[0]) == "passed_on"
    press(screen, "Ctrl+Z", qtbot, "Teruggenomen")
    assert status(signals_in(register)[0]) == "draft"


def test_what_is_taken_back_of_a_joined_signal_promises_no_form(kept, register, life, qtbot):
    kept(
        a_signal("een", passed_on(TODAY), a_step(StepKind.JOINED, TODAY, about=Id("twee"))),
        a_signal("twee"),
    )
    screen = life()

    click(screen, qtbot, "undo-step")

    told(screen, qtbot, "Teruggenomen")
    form = screen.findChild(QFrame, "step-form")
    ready = any("staat weer klaar" in text for text in texts(screen))
    assert ready == (form is not None)


def test_a_signal_goes_on_with_another_that_is_looked_for(kept, register, life, qtbot):
    kept(a_signal(), a_signal("twee", content=replace(CONTENT, bottleneck="Brieven")))
    screen = life(StepKind.JOINED)
    qtbot.keyClicks(field(screen, "step-find"), "brieven")
    click(screen, qtbot, "join-with")
    click(screen, qtbot, "keep-step")

    with Register.open(register) as opened:
        (line,) = (each for each in opened.lines() if each.id == "een")
    assert (line.status, line.goes_on_with) == ("joined", "twee")


def to_join(life, qtbot, kept, register):
    long_ago = TODAY - timedelta(days=200)
    kept(
        a_signal("een", passed_on(long_ago)),
        a_signal(
            "twee",
            content=replace(CONTENT, bottleneck="Brieven", answer_due=None),
            team="Team Zorg",
        ),
    )
    screen = life(StepKind.JOINED)
    qtbot.keyClicks(field(screen, "step-find"), "brieven")
    click(screen, qtbot, "join-with")
    click(screen, qtbot, "keep-step")
    told(screen, qtbot, "Op dit signaal is al een antwoord gevraagd. Aan zet: afdeling beleid")
    told(screen, qtbot, "dagen te laat")
    assert status(known(Id("een"), register).signal) == "passed_on"
    return screen


def test_joining_says_first_which_answer_nobody_would_owe_any_more(kept, register, life, qtbot):
    screen = to_join(life, qtbot, kept, register)
    click(screen, qtbot, "keep-step")

    assert status(known(Id("een"), register).signal) == "joined"


def test_it_can_be_joined_the_other_way_round_and_both_say_so(kept, register, life, qtbot):
    screen = to_join(life, qtbot, kept, register)
    choose(screen, qtbot, "Voeg andersom samen")

    told(screen, qtbot, "Hier gaat ook “Brieven” verder, van Team Zorg.")
    told(screen, qtbot, "dagen te laat")
    assert status(known(Id("twee"), register).signal) == "joined"
    assert status(known(Id("een"), register).signal) == "passed_on"
    assert not screen.findChild(QFrame, "step-form")
    press(screen, "Ctrl+Z", qtbot, "Neem het daar terug")


def to_front(screen, qtbot):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)


def brought(register, seen, kind, payload, *, device="b"):
    """Take in what another laptop wrote of the first signal, that knew no more than `seen`."""
    written = event(
        device=device * 32,
        seq=1,
        prev="",
        kind=kind,
        entity=Id("een"),
        seen=seen,
        payload=payload,
    )
    with Register.open(register) as opened:
        assert opened.add([written]) == 1


def test_two_answers_at_once_stand_side_by_side_until_somebody_chooses(
    kept, register, shown, life, qtbot
):
    kept(a_signal())
    heads = known(Id("een"), register).heads
    first, second = (a_step(StepKind.ANSWERED, TODAY, words=said) for said in ("Ja.", "Nee."))
    kept(a_signal("een", *signals_in(register)[0].steps, first))
    brought(register, heads, EventKind.STEP, step_payload(second))
    told(shown(), qtbot, "twee laptops")

    screen = life()
    told(screen, qtbot, "Twee laptops schreven dit")
    way = next(each for each in in_sight(screen, "choose") if "Ja." in each.accessibleDescription())
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)

    assert not known(Id("een"), register).in_dispute
    assert not any("Twee laptops schreven dit" in text for text in texts(screen))
    assert not any("twee laptops" in text for text in texts(shown()))

    to_front(screen, qtbot)
    screen.take_focus()
    press(screen, "Ctrl+Z", qtbot, "Kies opnieuw wat geldt")
    assert known(Id("een"), register).in_dispute
    press(screen, "Ctrl+Shift+Z", qtbot, "Weer gekozen")
    assert not known(Id("een"), register).in_dispute


def test_a_signal_without_words_is_told_of(register, shown, qtbot):
    written = event(
        device="b" * 32,
        seq=1,
        prev="",
        kind=EventKind.SIGNAL,
        entity=Id("een"),
        seen=(),
        payload=signal_payload(a_signal()),
    )
    with Register.open(register) as opened:
        opened.add([replace(written, payload=None)])

    told(shown(), qtbot, "1 signaal heeft hier nog geen woorden")


def test_opposite_choices_at_once_are_asked_again_and_say_so(kept, register, life, qtbot):
    kept(a_signal())
    heads = known(Id("een"), register).heads
    first, second = (a_step(StepKind.ANSWERED, TODAY, words=said) for said in ("Ja.", "Nee."))
    kept(a_signal("een", *signals_in(register)[0].steps, first))
    brought(register, heads, EventKind.STEP, step_payload(second))
    heads = known(Id("een"), register).heads
    taken(Id("een"), a_step(StepKind.UNDONE, about=second.id), register)
    undone = a_step(StepKind.UNDONE, about=first.id)
    brought(register, heads, EventKind.STEP, step_payload(undone))
    screen = life()

    told(screen, qtbot, "Twee laptops kozen tegelijk iets anders")
    way = next(each for each in in_sight(screen, "choose") if "Ja." in each.accessibleDescription())
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert not known(Id("een"), register).in_dispute
    assert not any("kozen tegelijk" in text for text in texts(screen))


@pytest.fixture
def two_texts(kept, register):
    """A signal of which two laptops wrote the text without knowing of each other."""
    kept(a_signal())
    heads = known(Id("een"), register).heads
    (signal,) = signals_in(register)
    kept(replace(signal, content=replace(CONTENT, wish="Binnen een week.")))
    other = replace(signal, steps=(), content=replace(CONTENT, wish="Binnen een dag."))
    brought(register, heads, EventKind.SIGNAL, signal_payload(other))


def test_a_choice_between_two_texts_is_taken_back_and_made_again(two_texts, register, life, qtbot):
    screen = life()
    before = known(Id("een"), register)
    assert len(before.versions) == 2
    way = next(
        each
        for each in in_sight(screen, "choose")
        if "Binnen een week." in each.accessibleDescription()
    )
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)

    told(screen, qtbot, "Gekozen. Met Ctrl+Z staan ze weer naast elkaar.")
    assert signals_in(register)[0].content.wish == "Binnen een week."
    assert not known(Id("een"), register).in_dispute

    to_front(screen, qtbot)
    press(screen, "Ctrl+Z", qtbot, "Kies opnieuw wat geldt")
    assert set(known(Id("een"), register).versions) == set(before.versions)
    qtbot.waitUntil(lambda: len(in_sight(screen, "choose")) == 2)
    press(screen, "Ctrl+Shift+Z", qtbot, "Weer gekozen")
    assert signals_in(register)[0].content.wish == "Binnen een week."
    press(screen, "Ctrl+Z", qtbot, "Kies opnieuw wat geldt")
    press(screen, "Ctrl+Z", qtbot, "niets meer om terug te nemen")


def test_a_choice_between_two_texts_of_before_is_taken_back_as_well(
    two_texts, register, life, qtbot
):
    click(life(), qtbot, "choose")
    (signal,) = signals_in(register)
    screen = life()
    told(screen, qtbot, "Er stond ook een andere tekst")

    click(screen, qtbot, "lay-beside")

    told(screen, qtbot, "Kies opnieuw wat geldt")
    assert len(known(Id("een"), register).versions) == 2
    to_front(screen, qtbot)
    press(screen, "Ctrl+Z", qtbot, "Weer gekozen")
    assert not known(Id("een"), register).in_dispute
    assert signals_in(register) == (signal,)


def test_a_step_chooses_no_text(two_texts, register, life, qtbot):
    screen = life(StepKind.RECEIVED)
    click(screen, qtbot, "keep-step")

    qtbot.waitUntil(lambda: signals_in(register)[0].steps[-1].kind is StepKind.RECEIVED)
    assert {each.content.wish for each in known(Id("een"), register).versions} == {
        "Binnen een week.",
        "Binnen een dag.",
    }
    qtbot.waitUntil(lambda: len(in_sight(screen, "choose")) == 2)


def test_a_choice_is_not_taken_back_over_a_text_that_came_since(two_texts, register, life, qtbot):
    screen = life()
    click(screen, qtbot, "choose")
    (signal,) = signals_in(register)
    with Register.open(register) as opened:
        opened.put(replace(signal, content=replace(CONTENT, wish="Morgen.")))

    to_front(screen, qtbot)
    press(screen, "Ctrl+Z", qtbot, "De tekst van dit signaal is intussen veranderd.")
    assert signals_in(register)[0].content.wish == "Morgen."


def test_who_is_told_is_filled_in_and_its_name_is_no_name_of_somebody(kept, register, life, qtbot):
    kept(a_signal("een", passed_on(TODAY), ANSWER, team="Wijkteam Noord"))
    screen = life(StepKind.TOLD)

    assert field(screen, "step-to").toPlainText() == "Wijkteam Noord"
    click(screen, qtbot, "keep-step")

    (signal,) = signals_in(register)
    assert signal.steps[-1].to == "Wijkteam Noord"
    assert status(signal) == "told"


def test_a_team_that_does_not_wait_is_asked_about_once_and_closes_nothing(
    kept, register, life, qtbot
):
    kept(a_signal("een", passed_on(TODAY), ANSWER, team="Wijkteam Noord"))
    screen = life(StepKind.TOLD)
    field(screen, "step-to").setPlainText("de woningcorporatie")
    click(screen, qtbot, "keep-step")
    told(screen, qtbot, "“de woningcorporatie” is geen team dat wacht: Wijkteam Noord wacht nog.")
    assert len(signals_in(register)[0].steps) == 2

    click(screen, qtbot, "keep-step")
    qtbot.waitUntil(lambda: len(signals_in(register)[0].steps) == 3)
    assert not in_sight(screen, "step-to-closed")
    told(screen, qtbot, "het team vertellen wat eruit kwam")


def test_nobody_is_told_while_another_answer_that_came_meanwhile_clashes(
    kept, register, life, qtbot
):
    kept(a_signal())
    heads = known(Id("een"), register).heads
    first, second = (a_step(StepKind.ANSWERED, TODAY, words=said) for said in ("Ja.", "Nee."))
    kept(a_signal("een", *signals_in(register)[0].steps, first))
    screen = life(StepKind.TOLD)
    qtbot.keyClicks(field(screen, "step-how"), "in het werkoverleg")
    brought(register, heads, EventKind.STEP, step_payload(second))
    click(screen, qtbot, "keep-step")

    told(screen, qtbot, "Kies eerst bij “Wat geldt?”")
    told(screen, qtbot, "Twee laptops schreven dit")
    assert field(screen, "step-how").toPlainText() == "in het werkoverleg"
    assert not any(step.kind is StepKind.TOLD for step in signals_in(register)[0].steps)
    with Register.open(register) as opened:
        (line,) = opened.lines()
    assert (line.status, line.owed) == ("answered", StepKind.TOLD)
    told(screen, qtbot, "Antwoorden botsen: kies eerst welk antwoord geldt")


@pytest.mark.parametrize("turned", [False, True])
def test_two_answers_of_other_days_say_when_and_who_and_wait_since_the_first(
    kept, register, life, qtbot, turned
):
    kept(a_signal("een", passed_on(TODAY - timedelta(days=40))))
    heads = known(Id("een"), register).heads
    first, last = TODAY - timedelta(days=20), TODAY - timedelta(days=2)
    steps = [
        a_step(StepKind.ANSWERED, on, words=words, role=role, recorded_on=TODAY)
        for on, words, role in ((first, "Ja.", "beleid"), (last, "Nee.", "de teamleider"))
    ]
    for device, step in zip("bc", reversed(steps) if turned else steps, strict=True):
        brought(register, heads, EventKind.STEP, step_payload(step), device=device)
    screen = life()
    by = first + timedelta(days=14)

    told(screen, qtbot, f"kies eerst welk antwoord geldt, uiterlijk {full_date(by)}")
    told(screen, qtbot, f"Aan zet sinds {full_date(first)} · 6 dagen te laat")
    told(screen, qtbot, f"Kies bij “Wat geldt?”, uiterlijk {full_date(by)}")
    told(screen, qtbot, f"opgeschreven op {dated(TODAY)}")
    said = {each.accessibleDescription() for each in in_sight(screen, "choose")}
    assert any(each.endswith(f"Ja. ({dated(first)}, beleid)") for each in said)
    assert any(each.endswith(f"Nee. ({dated(last)}, de teamleider)") for each in said)
    with Register.open(register) as opened:
        (line,) = opened.lines()
    assert (line.since, line.by) == (first, by)
    in_order = [each for each in texts(screen) if each in {dated(first), dated(last)}]
    assert in_order == [dated(first), dated(last)]


WAYS_BACK = ("letter", "step-to-told", "step-to-team_said", "step-to-closed")


@pytest.mark.parametrize("after", [(), (StepKind.TOLD,), (StepKind.TOLD, StepKind.TEAM_SAID)])
def test_while_answers_clash_nothing_is_offered_that_is_refused(kept, register, life, qtbot, after):
    kept(a_signal("een", passed_on(TODAY)))
    heads = known(Id("een"), register).heads
    first, second = (a_step(StepKind.ANSWERED, TODAY, words=said) for said in ("Ja.", "Nee."))
    steps = (first, *(a_step(kind, TODAY) for kind in after))
    kept(a_signal("een", *signals_in(register)[0].steps, *steps))
    before = life()
    qtbot.waitUntil(lambda: any(in_sight(before, name) for name in WAYS_BACK))
    brought(register, heads, EventKind.STEP, step_payload(second))
    screen = life()

    assert not any(in_sight(screen, name) for name in WAYS_BACK)
    assert in_sight(screen, "step-to-answered")
    told(screen, qtbot, "Kies eerst bij “Wat geldt?” welk antwoord geldt. Daarna kan het team")
    click(screen, qtbot, "choose")
    qtbot.waitUntil(lambda: bool(in_sight(screen, "letter")))
    assert any(in_sight(screen, name) for name in WAYS_BACK[1:])
    assert not [said for said in texts(screen) if said.startswith("Kies eerst bij")]


def test_what_stood_there_already_says_so(kept, life):
    on = TODAY - timedelta(days=3)
    kept(a_signal("een", passed_on(on), *(a_step(StepKind.RECEIVED, on) for _ in range(2))))

    assert sum("dat stond er al" in each for each in texts(life())) == 1


def test_steps_of_one_day_say_so(kept, life, qtbot):
    kept(
        a_signal(
            "een",
            passed_on(TODAY - timedelta(days=3)),
            a_step(StepKind.RECEIVED, TODAY - timedelta(days=3)),
            a_step(StepKind.IN_PROGRESS, TODAY - timedelta(days=1)),
        )
    )
    said = texts(life())

    assert said.count("dezelfde dag") == 1
    assert said.index(dated(TODAY - timedelta(days=3))) < said.index("dezelfde dag")


def test_between_two_answers_is_chosen_first(kept, register, life, qtbot):
    kept(a_signal())
    heads = known(Id("een"), register).heads
    steps = (a_step(StepKind.ANSWERED, TODAY, words=said) for said in ("Ja.", "Nee."))
    for device, step in zip("bc", steps, strict=True):
        brought(register, heads, EventKind.STEP, step_payload(step), device=device)
    screen = life()

    told(screen, qtbot, "Antwoorden botsen: kies eerst welk antwoord geldt")
    qtbot.waitUntil(in_sight(screen, "choose")[0].hasFocus)


def test_after_an_answer_the_team_is_told_first(kept, life, qtbot):
    kept(a_signal("een", *a_signal().steps, a_step(StepKind.ANSWERED, TODAY, words="Ja.")))
    screen = life()
    screen.take_focus()

    qtbot.waitUntil(in_sight(screen, "step-to-told")[0].hasFocus)
    assert "het team vertellen" in in_sight(screen, "step-to-told")[0].accessibleDescription()


def test_laptops_exchange_their_register_by_a_folder(kept, shown, qtbot, tmp_path, monkeypatch):
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(shared))
    other = tmp_path / "ander.sqlite"
    with Register.open(other) as opened:
        opened.put(a_signal("ander"))
    send(other, shared)
    (shared / f"register-{'c' * 32}.jsonl").write_text("niets", "utf-8")
    kept(a_signal())
    screen = shown()
    choose_of_more(screen, qtbot, "Uitwisselen")

    qtbot.waitUntil(lambda: set(lanes(screen)["waiting"]) == {"een", "ander"})
    told(screen, qtbot, "is niet overgenomen: regel 1")
    assert not in_sight(screen, "stop-exchange")
    assert receive(other, shared).new == 2


@pytest.mark.parametrize("broken", [0, 2])
def test_of_many_files_one_message_tells_the_whole_and_each_on_demand(
    kept, shown, qtbot, tmp_path, monkeypatch, broken
):
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(shared))
    other = tmp_path / "ander.sqlite"
    with Register.open(other) as opened:
        opened.put(a_signal("ander"))
    made = send(other, shared)
    made.rename(shared / f"{made.stem} (1).jsonl")
    for number in range(9):
        (shared / f"notitie {number}.txt").write_text("van iemand anders", "utf-8")
    for number in range(broken):
        (shared / f"register-{str(number) * 32}.jsonl").write_text("niets", "utf-8")
    kept(a_signal())
    screen = shown()
    choose_of_more(screen, qtbot, "Uitwisselen")
    told(screen, qtbot, "Gelezen: 1 bestand van een andere laptop, 2 wijzigingen nieuw.")

    said = screen.banner.accessibleName()
    assert "Overgeslagen: 9 bestanden." in said
    assert "Gelezen onder een andere naam: 1 bestand." in said
    assert ("2 bestanden zijn niet overgenomen." in said) == bool(broken)
    assert "notitie 3" not in said

    choose(screen, qtbot, "Welke bestanden?")
    each = screen.banner.accessibleName()
    for name in ("notitie 0.txt", "notitie 8.txt", f"{made.stem} (1).jsonl"):
        assert name in each
    assert each.count("regel 1") == broken
    assert "Overgeslagen: 9 bestanden." in each


def test_a_register_that_is_not_there_is_not_exchanged(shown, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "weg"))
    screen = shown()
    choose_of_more(screen, qtbot, "Uitwisselen")

    told(screen, qtbot, "is er niet, of is niet te lezen")


def test_a_signal_that_is_gone_says_so(kept, life):
    kept(a_signal("ander"))

    assert "Dit signaal is er niet meer" in texts(life())


@pytest.mark.parametrize("state", ["filled", "empty", "unreadable"])
def test_the_register_opens_where_one_begins(window, register, kept, qtbot, state):
    if state == "filled":
        kept(a_signal())
    elif state == "unreadable":
        register.write_bytes(b"Dit is geen register." * 400)
    for tile, kind in (("signals", RegisterScreen), ("lessons", ArchiveScreen)):
        qtbot.mouseClick(window.findChild(QWidget, tile), Qt.MouseButton.LeftButton)
        assert isinstance(window._stack.current, kind)
        QApplication.processEvents()  # What mends the focus comes after all that happens now.
        focus = QApplication.focusWidget()
        begins = {"filled": "find-signals", "empty": "new-signal", "unreadable": ""}
        assert focus.objectName() == (begins[state] if tile == "signals" else "home")
        if tile == "signals" and state == "unreadable":
            assert focus.text() == "Probeer opnieuw"
        window.show_start()


def dropped(screen, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    screen.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), *how))
    screen.dropEvent(QDropEvent(QPointF(9, 9), *how))


def sent_back(tmp_path, crossed, typed, of=""):
    path = tmp_path / "signaal.pdf"
    mark = form_mark(Id(of)) if of else ""
    path.write_bytes(in_pdf(crossed, typed, signal_report(clean_signal(filled_session()), mark)))
    return path


def test_the_form_of_another_signal_is_not_laid_ready_and_leads_there(
    kept, register, life, qtbot, tmp_path
):
    kept(a_signal(), a_signal("twee", team="Wijkteam"))
    screen = life()

    dropped(screen, sent_back(tmp_path, ["We doen een proef"], {}, of="twee"))
    qtbot.waitUntil(
        lambda: any("hoort bij een ander signaal" in each for each in texts(screen)), timeout=20_000
    )

    assert any("Wijkteam" in each for each in texts(screen))
    assert drafts_of(Id("een"), register) == {}
    with qtbot.waitSignal(screen.other_wished) as wished:
        choose(screen, qtbot, "Naar dat signaal")
    assert wished.args == [Id("twee")]


@pytest.mark.parametrize("of", ["een", "erbij"])
def test_the_form_of_this_signal_or_of_one_that_joined_it_is_laid_ready(
    kept, life, qtbot, tmp_path, of
):
    joins = a_step(StepKind.JOINED, TODAY, about=Id("een"))
    kept(a_signal(), a_signal("erbij", passed_on(TODAY), joins, team="Wijkteam"))
    screen = life()

    dropped(screen, sent_back(tmp_path, ["We doen een proef"], {}, of=of))

    qtbot.waitUntil(lambda: bool(in_sight(screen, "keep-step")), timeout=20_000)


@pytest.mark.parametrize("of", ["twee", "erbij"])
def test_a_form_that_is_dropped_among_all_signals_opens_the_one_it_answers(
    window, kept, qtbot, tmp_path, of
):
    joins = a_step(StepKind.JOINED, TODAY, about=Id("twee"))
    waits = passed_on(TODAY)
    kept(a_signal(), a_signal("twee", waits), a_signal("erbij", waits, joins, team="Wijkteam"))
    window.ways.show_signals()

    dropped(window._stack.current, sent_back(tmp_path, ["We doen een proef"], {}, of=of))
    qtbot.waitUntil(lambda: isinstance(window._stack.current, SignalLifeScreen), timeout=20_000)

    screen = window._stack.current
    assert in_sight(screen, "keep-step")
    assert screen._id == Id("twee")


@pytest.mark.parametrize(
    ("of", "said"), [("elders", "hier niet staat"), ("", "niet bij welk signaal")]
)
def test_a_form_among_all_signals_that_answers_none_of_them_says_so(
    window, kept, qtbot, tmp_path, of, said
):
    kept(a_signal())
    window.ways.show_signals()
    screen = window._stack.current

    dropped(screen, sent_back(tmp_path, ["We doen een proef"], {}, of=of))

    qtbot.waitUntil(lambda: any(said in each for each in texts(screen)), timeout=20_000)
    assert window._stack.current is screen


def test_of_a_form_that_says_not_which_signal_a_person_chooses_it(window, kept, qtbot, tmp_path):
    kept(a_signal(), a_signal("twee", passed_on(TODAY)))
    window.ways.show_signals()
    screen = window._stack.current
    dropped(screen, sent_back(tmp_path, ["We doen een proef"], {}))
    qtbot.waitUntil(lambda: any("Open hieronder" in each for each in texts(screen)), timeout=20_000)

    for lane in screen._lanes:
        if lane.take_focus(Id("twee")):
            lane.opened.emit(Id("twee"), None)
            break

    life = window._stack.current
    assert isinstance(life, SignalLifeScreen)
    assert life._id == Id("twee")
    assert in_sight(life, "keep-step")


@pytest.mark.parametrize("goes", [Banner._on_close, lambda banner: banner.show_message("Klaar.")])
def test_an_answer_is_laid_ready_only_while_it_is_asked_of_which_signal_it_is(
    window, kept, qtbot, tmp_path, goes
):
    kept(a_signal(), a_signal("twee", passed_on(TODAY)))
    window.ways.show_signals()
    screen = window._stack.current
    dropped(screen, sent_back(tmp_path, ["We doen een proef"], {}))
    qtbot.waitUntil(lambda: any("Open hieronder" in each for each in texts(screen)), timeout=20_000)
    goes(screen.banner)

    with qtbot.assertNotEmitted(screen.answer_wished):
        screen._lanes[0].opened.emit(Id("twee"), None)


def test_the_signal_of_an_answer_can_be_chosen_among_what_was_begun(window, kept, qtbot, tmp_path):
    kept(a_signal(), a_signal("twee", passed_on(TODAY)))
    window.ways.show_signals()
    screen = window._stack.current
    dropped(screen, sent_back(tmp_path, ["We doen een proef"], {}))
    qtbot.waitUntil(lambda: any("Open hieronder" in each for each in texts(screen)), timeout=20_000)

    with qtbot.waitSignal(screen.answer_wished) as wished:
        screen._begun.step_wished.emit(Id("twee"), StepKind.ANSWERED)

    assert wished.args[0] == Id("twee")


def test_a_form_of_a_signal_that_is_not_here_says_so(kept, register, life, qtbot, tmp_path):
    kept(a_signal())
    screen = life()

    dropped(screen, sent_back(tmp_path, ["We doen een proef"], {}, of="elders"))

    qtbot.waitUntil(
        lambda: any("hier niet staat" in each for each in texts(screen)), timeout=20_000
    )
    assert drafts_of(Id("een"), register) == {}


def test_a_card_says_that_another_team_still_has_to_hear(kept, register, shown, life, qtbot):
    joins = a_step(StepKind.JOINED, TODAY, about=Id("een"))
    heard = a_step(StepKind.TOLD, TODAY, to="Team Werk")
    helped = a_step(StepKind.TEAM_SAID, TODAY, helped=Helped.YES)
    kept(
        a_signal("een", passed_on(TODAY), ANSWER, heard, helped),
        a_signal("erbij", passed_on(TODAY), joins, team="Wijkteam"),
    )

    all_signals = shown()
    assert sorted(lanes(all_signals)["ours"]) == ["een", "erbij"]
    cards = {card.line.id: card for card in all_signals.findChildren(SignalCard)}
    assert [each.text() for each in in_sight(cards["een"], "next-step")] == ["Team vertellen"]
    assert [each.text() for each in in_sight(cards["erbij"], "next-step")] == ["Lezen"]
    assert cards["een"].line.passed_stations == 4
    screen = life()
    told(screen, qtbot, "aan Wijkteam vertellen wat eruit kwam")
    told(screen, qtbot, "Wijkteam zag dit ook en hoorde nog niet wat eruit kwam.")

    click(screen, qtbot, "step-to-told")
    click(screen, qtbot, "keep-step")
    told(screen, qtbot, "Niemand is meer aan zet.")
    assert lanes(shown())["done"] == ["een", "erbij"]


def test_an_answer_out_of_a_file_is_laid_ready_and_kept_by_a_person(
    kept, register, life, qtbot, tmp_path
):
    kept(a_signal())
    screen = life()
    typed = {"Toelichting": "Vanaf maart in een team.", "Rol en datum": "Anneke de Vries 18-11"}

    dropped(screen, sent_back(tmp_path, ["We doen een proef"], typed, of="een"))
    qtbot.waitUntil(lambda: bool(in_sight(screen, "keep-step")), timeout=20_000)

    assert field(screen, "step-words").toPlainText() == "Vanaf maart in een team."
    assert field(screen, "step-role").toPlainText() == ""
    told(screen, qtbot, "stond een naam")
    assert len(known(Id("een"), register).signal.steps) == 1
    assert drafts_of(Id("een"), register)["answered.words"] == "Vanaf maart in een team."

    click(screen, qtbot, "keep-step")
    told(screen, qtbot, "het team vertellen wat eruit kwam")
    assert known(Id("een"), register).signal.steps[-1].outcome is Outcome.TRIAL


def test_what_was_typed_already_stays_beside_what_a_file_brings(
    kept, register, life, qtbot, tmp_path
):
    kept(a_signal())
    screen = life(StepKind.ANSWERED)
    qtbot.keyClicks(field(screen, "step-words"), "Gebeld.")

    dropped(screen, sent_back(tmp_path, [], {"Toelichting": "Wij zoeken het uit."}, of="een"))

    both = "Gebeld.\nWij zoeken het uit."
    qtbot.waitUntil(lambda: field(screen, "step-words").toPlainText() == both, timeout=20_000)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (filled_session().signal.bottleneck, "Het heet wel zoals dit signaal"),
        ("Iets anders", "Het heet anders dan dit signaal"),
    ],
)
def test_a_form_that_says_not_which_signal_is_laid_ready_only_after_somebody_said_so(
    kept, register, life, qtbot, tmp_path, title, said
):
    one = a_signal()
    kept(replace(one, content=replace(one.content, bottleneck=title)))
    screen = life()
    path = tmp_path / "signaal.docx"
    form = docx.render(signal_report(clean_signal(filled_session())))
    path.write_bytes(in_office(form, ["We doen een proef"], {}))

    dropped(screen, path)
    qtbot.waitUntil(lambda: any(said in each for each in texts(screen)), timeout=20_000)
    assert any("Beraad weet niet bij welk signaal" in each for each in texts(screen))
    assert not in_sight(screen, "keep-step")
    assert drafts_of(Id("een"), register) == {}

    choose(screen, qtbot, "Zet het hier klaar")
    assert in_sight(screen, "keep-step")
    told(screen, qtbot, "Het antwoord staat klaar.")

    screen._on_put_away()
    assert not any("staat klaar" in each for each in texts(screen.banner))


def test_why_a_step_cannot_be_kept_is_said_no_more_once_something_was_chosen(kept, life, qtbot):
    kept(a_signal())
    screen = life(StepKind.ANSWERED)
    form = screen.findChild(StepForm)
    form.refuse("Schrijf op wat het antwoord is.")

    form._choice.edited.emit(Outcome.TRIAL)

    assert not any("Schrijf op wat het antwoord is" in each for each in texts(screen))


def test_a_file_without_an_answer_changes_nothing(kept, register, life, qtbot, tmp_path):
    kept(a_signal())
    screen = life()

    dropped(screen, sent_back(tmp_path, [], {}))

    qtbot.waitUntil(
        lambda: any("staat geen antwoord" in each for each in texts(screen)), timeout=20_000
    )
    assert drafts_of(Id("een"), register) == {}


def test_an_answer_that_was_converted_says_that_its_fields_are_gone(
    kept, register, life, qtbot, tmp_path
):
    kept(a_signal())
    screen = life()
    sent = sent_back(tmp_path, ["We doen een proef"], {"Toelichting": "Vanaf maart."})
    sent.write_bytes(flattened(sent.read_bytes()))

    dropped(screen, sent)

    qtbot.waitUntil(
        lambda: any("geen invulvakken van Beraad meer" in each for each in texts(screen)),
        timeout=20_000,
    )
    assert drafts_of(Id("een"), register) == {}


def test_a_lane_in_which_nothing_is_found_does_not_say_that_nothing_is_there(kept, shown, qtbot):
    kept(a_signal("een"), a_signal("twee", passed_on(TODAY), ANSWER))
    screen = shown()
    assert "Nog geen signaal is helemaal rond." in texts(screen)

    choose(screen, qtbot, "Te laat")

    assert lanes(screen)["ours"] == []
    assert "Er is niets dat wij nog moeten vertellen of doen." not in texts(screen)
    assert "Hier past niets bij wat je zoekt." in texts(screen)
    choose(screen, qtbot, "Alles")
    assert "Nog geen signaal is helemaal rond." in texts(screen)


def test_the_cursor_goes_to_a_signal_also_where_its_card_was_not_made_yet(kept, shown):
    kept(*(a_signal(f"nummer-{number}") for number in range(40)))
    screen = shown()
    last = screen._signals.found(Lane.WAITING, ())[-1]
    screen._beside = last.id

    screen.take_focus()

    assert screen.focusWidget().parent().parent().line.id == last.id


def test_cards_of_one_knelpunt_are_told_apart_by_their_team(kept, shown):
    kept(a_signal("een"), a_signal("twee", team="Team Oost"))

    found = texts(shown())

    assert any(text.startswith("Team Werk · ") for text in found)
    assert any(text.startswith("Team Oost · ") for text in found)


def test_who_passes_it_on_finds_what_was_agreed_and_may_say_otherwise(kept, register, life, qtbot):
    agreed = replace(CONTENT, answer_due=TODAY + timedelta(days=20))
    kept(a_signal("een", steps=(), content=agreed))
    screen = life(StepKind.PASSED_ON)

    assert field(screen, "step-to").toPlainText() == "afdeling beleid"
    click(screen, qtbot, "keep-step")
    (step,) = known(Id("een"), register).signal.steps
    assert (step.to, step.due) == ("afdeling beleid", agreed.answer_due)


def test_a_day_that_was_agreed_and_has_been_is_agreed_anew(kept, register, life, qtbot):
    kept(a_signal("een", steps=()))
    screen = life(StepKind.PASSED_ON)
    click(screen, qtbot, "keep-step")

    told(screen, qtbot, "De afgesproken dag, 1 november 2026, ligt vóór 18 november 2026.")
    screen.findChild(DateField, "step-due").take("1-12")
    click(screen, qtbot, "keep-step")
    (step,) = known(Id("een"), register).signal.steps
    assert step.due == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("day", "why"),
    [("1-12-2027", "moet nog komen"), ("1-11-2026", "toen het signaal is doorgegeven")],
)
def test_an_answer_of_a_day_that_cannot_be_is_not_kept(kept, register, life, qtbot, day, why):
    kept(a_signal("een", passed_on(TODAY - timedelta(days=2))))
    screen = life(StepKind.ANSWERED)
    qtbot.keyClicks(field(screen, "step-words"), "Het mag.")
    choose(screen, qtbot, "we passen aan")
    screen.findChild(DateField, "step-on").take(day)
    click(screen, qtbot, "keep-step")

    told(screen, qtbot, why)
    assert not any(step.is_answer for step in known(Id("een"), register).signal.steps)
    screen.findChild(DateField, "step-on").take("gisteren")
    click(screen, qtbot, "keep-step")
    assert known(Id("een"), register).signal.steps[-1].is_answer


def test_what_was_said_about_a_step_goes_when_the_next_is_kept(kept, life, qtbot):
    kept(a_signal())
    screen = life(StepKind.RECEIVED)
    screen.banner.show_message("Het antwoord staat klaar. Lees het na en bewaar het.")

    click(screen, qtbot, "keep-step")

    assert screen.banner.isHidden()


def test_joining_begins_with_which_signal_and_leads_on_to_it(kept, register, life, qtbot):
    tolk = replace(CONTENT, bottleneck="Tolk", what="Een tolk komt laat.")
    others = (a_signal(f"ander-{n}", content=tolk) for n in range(8))
    kept(a_signal("een"), *others, a_signal("zelfde", team="Team Oost"))
    screen = life(StepKind.JOINED)

    assert screen.focusWidget().objectName() == "step-find"
    assert in_sight(screen, "join-with")[0].text() == "Inkomensgat · Team Oost"
    click(screen, qtbot, "join-with")
    click(screen, qtbot, "keep-step")

    assert known(Id("een"), register).signal.steps[-1].about == "zelfde"
    told(screen, qtbot, "Het gaat verder met “Inkomensgat”, Team Oost.")
    assert "Wat is er nu gedaan?" not in texts(screen)
    qtbot.waitUntil(lambda: in_sight(screen, "other-signal")[0].height() > 0)
    with qtbot.waitSignal(screen.other_wished) as asked:
        click(screen, qtbot, "other-signal")
    assert asked.args == ["zelfde"]


def test_a_signal_that_comes_from_no_beraad_is_a_page_with_room_for_the_answer(
    window, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    path = window._desk.register
    signal = registered_by_hand(CONTENT, "Klachten", path, today=TODAY)
    window.ways.show_signal(signal.id, None)
    click(window._stack.current, qtbot, "page")
    screen = window._stack.current
    click(screen, qtbot, "export")

    qtbot.waitUntil(lambda: list(tmp_path.glob("*.pdf")) != [])
    (made,) = tmp_path.glob("*.pdf")
    with pikepdf.open(made) as opened:
        asked = {str(each.TU) for each in opened.Root.AcroForm.Fields}
    assert set(ANSWERS.ticks) <= asked
    click(screen, qtbot, "back")
    assert isinstance(window._stack.current, SignalLifeScreen)


def test_when_nothing_is_found_it_says_what_keeps_the_signals_away(window, kept):
    kept(a_signal())
    window.ways.show_signals()
    screen = window._stack.current

    screen._on_level(SignalLevel.LAW)
    told = screen._empty.text()
    assert "Kies Alle niveaus." in told
    assert "zoekvak" not in told

    screen.seek("zoiets staat er niet")
    assert "Maak het zoekvak leeg of kies Alle niveaus." in screen._empty.text()


def test_who_takes_it_up_next_is_found_by_role_and_by_where_signals_lie(life, kept, qtbot):
    kept(a_signal("een"), a_signal("twee", passed_on(TODAY, to="afdeling Werk en Inkomen")))
    screen = life(StepKind.IN_PROGRESS)
    to = field(screen, "step-to")
    for typed, filled in (("beleidsadv", "beleid"), ("inkomen", "afdeling Werk en Inkomen")):
        to.selectAll()
        qtbot.keyClicks(to, typed)
        popup = to.findChild(Completion)._popup
        qtbot.waitUntil(popup.isVisible)
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)

        assert to.toPlainText() == filled
