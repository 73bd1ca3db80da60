from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from beraad.records import Option, new_id
from beraad.ui.theme.look import Look
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.widgets.choice_field import CheckField, ChoiceField, SegmentField
from beraad.ui.widgets.completion import Completion, Offer
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.entry_field import EntryField
from beraad.ui.widgets.number_field import NumberField
from beraad.ui.widgets.option_field import OptionField, option_label
from beraad.ui.widgets.parts import column
from beraad.ui.widgets.text_field import TextField


class Taste(StrEnum):
    SWEET = "sweet"
    SOUR = "sour"


TASTES = ((Taste.SWEET, "zoet"), (Taste.SOUR, "zuur"))


@pytest.fixture
def shown(qtbot, look):
    def show(widget):
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        told = []
        if isinstance(widget, EntryField):
            widget.entered.connect(lambda value, unread: told.append((value, unread)))
        else:
            widget.edited.connect(told.append)
        return told

    return show


def test_a_choice_tells_what_was_chosen_by_key(shown, qtbot):
    field = ChoiceField(TASTES)
    told = shown(field)

    qtbot.keyClick(field, Qt.Key.Key_Down)

    assert told == [Taste.SOUR]


def test_the_wheel_does_not_change_a_choice(shown):
    field = ChoiceField(TASTES)
    told = shown(field)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(field, wheel)

    assert told == []
    assert field.text() == "zoet"


def test_segments_show_none_when_nothing_was_chosen(shown, qtbot):
    field = SegmentField(TASTES, name="Smaak")
    told = shown(field)
    first, second = field.findChildren(QPushButton)
    assert not first.isChecked()
    assert not second.isChecked()

    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert told == [Taste.SOUR]

    field.show_value(None)
    assert not second.isChecked()


def test_a_check_tells_yes_and_no(shown, qtbot):
    field = CheckField("ja?")
    told = shown(field)

    qtbot.keyClick(field, Qt.Key.Key_Space)
    qtbot.keyClick(field, Qt.Key.Key_Space)

    assert told == [True, False]


@pytest.fixture
def day(shown):
    field = DateField(name="Wanneer", today=lambda: date(2026, 11, 18))
    told = shown(field)
    return field, field.findChild(QLineEdit), told


def test_a_date_is_typed_as_people_write_it_and_counts_when_the_field_is_left(day, qtbot):
    field, line, told = day
    keys = []
    field.typing.connect(keys.append)

    qtbot.keyClicks(line, "1-12-2026")
    assert told == []
    assert keys[-1] == "1-12-2026"
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told == [(date(2026, 12, 1), "")]
    assert line.text() == "1 dec 2026"


def test_what_is_no_date_stays_in_sight_and_says_why(day, qtbot):
    field, line, told = day
    field.show_entry(date(2026, 12, 1), None)

    line.selectAll()
    qtbot.keyClicks(line, "29-2-2027")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told == [(None, "29-2-2027")]
    assert line.text() == "29-2-2027"
    assert line.property("invalid") == "true"
    assert field.findChild(QLabel, "why").text() == "februari 2027 heeft 28 dagen."


def test_the_calendar_stays_beside_the_line_whatever_is_said_under_it(day, qtbot):
    field, _, _ = day
    pick = field.findChild(QPushButton)
    place, width = pick.x(), pick.width()

    field.take("ooit in de herfst")
    qtbot.waitUntil(lambda: field.findChild(QLabel, "why").isVisible())
    field.window().resize(600, 200)

    qtbot.waitUntil(lambda: field.findChild(QLabel, "why").width() > 400)
    assert (pick.x(), pick.width()) == (place, width)


def test_what_was_typed_before_stands_there_again_with_why(day):
    field, line, told = day

    field.show_entry(None, "ooit")

    assert line.text() == "ooit"
    assert "begrijpt Beraad niet" in field.findChild(QLabel, "why").text()
    field.show_entry(date(2026, 12, 1), None)
    assert line.text() == "1 dec 2026"
    assert field.findChild(QLabel, "why").isHidden()
    assert told == []


def test_what_was_broken_off_while_it_was_typed_is_taken_when_asked(day, qtbot):
    field, line, told = day

    field.show_entry(None, "1-12-2026")
    assert "Enter" in field.findChild(QLabel, "why").text()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told == [(date(2026, 12, 1), "")]


def test_a_day_the_other_way_is_asked_about_and_kept(day, qtbot):
    field, line, told = day

    qtbot.keyClicks(line, "1-11-2026")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told == [(date(2026, 11, 1), "")]
    assert line.property("invalid") == ""
    assert field.findChild(QLabel, "why").text() == "Die dag is al geweest. Klopt dat?"


def test_escape_closes_the_calendar_before_a_screen_hears_of_it(day, qtbot):
    field, _, told = day
    qtbot.mouseClick(field.findChild(QPushButton), Qt.MouseButton.LeftButton)
    calendar = field.findChild(QCalendarWidget)
    qtbot.waitUntil(calendar.isVisible)
    view = calendar.findChild(QAbstractItemView)
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
    )
    asked.ignore()
    QApplication.sendEvent(view, asked)
    assert asked.isAccepted()

    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: field.findChild(QCalendarWidget) is None)
    assert told == []


@pytest.mark.parametrize("corner", ["topLeft", "topRight", "bottomLeft", "bottomRight"])
def test_the_calendar_is_in_sight_wherever_the_field_is(day, qtbot, corner):
    field, _, _ = day
    free = field.screen().availableGeometry()
    place = field.window().frameGeometry()
    getattr(place, f"move{corner[0].upper()}{corner[1:]}")(getattr(free, corner)())
    field.window().move(place.topLeft())
    qtbot.mouseClick(field.findChild(QPushButton), Qt.MouseButton.LeftButton)
    calendar = field.findChild(QCalendarWidget)
    qtbot.waitUntil(calendar.isVisible)

    assert free.contains(calendar.geometry())
    qtbot.keyClick(calendar.findChild(QAbstractItemView), Qt.Key.Key_Escape)


def test_a_date_can_be_emptied(day, qtbot):
    field, line, told = day
    field.show_entry(date(2026, 12, 1), None)

    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told == [(None, "")]


def test_a_date_that_is_needed_comes_back_when_it_was_emptied(shown, qtbot):
    field = DateField(name="Datum", today=lambda: date(2026, 11, 18), needed=True)
    told = shown(field)
    field.show_entry(date(2026, 12, 1), None)
    line = field.findChild(QLineEdit)

    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.selectAll()
    qtbot.keyClicks(line, "ooit")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told == [(date(2026, 12, 1), ""), (date(2026, 12, 1), "ooit")]


@pytest.mark.parametrize("typed", ["5", "3-4", "481", "een uur"])
def test_a_number_that_does_not_fit_stays_as_typed_and_says_what_fits(shown, qtbot, typed):
    field = NumberField(least=20, most=480, unit="minuten")
    told = shown(field)
    field.show_entry(90, None)
    line = field.findChild(QLineEdit)

    line.selectAll()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told == [(90, typed)]
    assert line.text() == typed
    assert "van 20 tot en met 480" in field.findChild(QLabel, "why").text()

    line.selectAll()
    qtbot.keyClicks(line, "75 minuten")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told[-1] == (75, "")
    assert line.text() == "75"


def test_an_option_can_be_chosen_and_let_go(shown, qtbot):
    field = OptionField("Ik kies")
    options = tuple(Option(id=new_id(), text=text) for text in ("helpen", "wachten", "bellen"))
    field.show_options(options)
    told = shown(field)
    third = field.findChildren(QPushButton)[2]

    qtbot.mouseClick(third, Qt.MouseButton.LeftButton)
    assert told == [options[2].id]
    assert third.text() == "C  bellen"
    qtbot.mouseClick(third, Qt.MouseButton.LeftButton)
    assert told == [options[2].id, None]


def test_the_focus_comes_at_the_option_that_is_chosen(shown):
    field = OptionField("Ik kies")
    options = tuple(Option(id=new_id(), text=text) for text in ("helpen", "wachten", "bellen"))
    field.show_options(options)
    shown(field)
    first, second, _ = field.findChildren(QPushButton)

    assert field.focusProxy() is first
    field.show_value(options[1].id)
    assert field.focusProxy() is second
    field.show_value(None)
    assert field.focusProxy() is first


def test_a_long_option_is_shortened_for_its_label():
    option = Option(id=new_id(), text="woord " * 60)

    assert len(option_label((option,), option.id)) < 80
    assert option_label((option,), option.id).endswith("…")


def test_an_option_is_cut_in_a_label_and_stands_whole_where_one_chooses(qtbot, look):
    text = "Samen met de inwoner bekijken welke voorzieningenverstrekkingsregeling nog past"
    option = Option(id=new_id(), text=text)
    assert option_label((option,), option.id).endswith("bekijken welke …")
    field = OptionField("Kiest")
    qtbot.addWidget(field)
    field.show_options((option,))
    (made,) = field.findChildren(QPushButton)
    assert made.text() == f"◆ A  {text}"
    assert text in made.accessibleName()


def test_suggestions_are_offered_and_taken_by_key(qtbot, look):
    field = TextField(single_line=True)
    completion = Completion(field, lambda: ("bestaanszekerheid", "rechtsgelijkheid"))
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    qtbot.keyClicks(field, "gelijk")
    popup = completion._popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)

    assert field.toPlainText() == "rechtsgelijkheid"


@pytest.mark.parametrize("typed", ["klachtenc", "coordinator", "Ombuds", "advis"])
def test_a_suggestion_is_found_by_what_stands_beside_it(qtbot, look, typed):
    field = TextField(single_line=True)
    offers = (Offer("klachten", "klachtencoördinator"), "de ombudsman", Offer("beleid", "adviseur"))
    completion = Completion(field, lambda: offers)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    qtbot.keyClicks(field, typed)
    popup = completion._popup
    qtbot.waitUntil(popup.isVisible)
    shown = popup.model().index(0, 0).data()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)

    assert (shown, field.toPlainText()) in {
        ("klachten · klachtencoördinator", "klachten"),
        ("de ombudsman", "de ombudsman"),
        ("beleid · adviseur", "beleid"),
    }


@pytest.fixture
def offering(qtbot, look):
    """A field with its suggestions open, and a button that stands clear of them."""
    window = QWidget()
    field, button = TextField(single_line=True), QPushButton("Verder", window)
    field.setParent(window)
    field.setGeometry(0, 0, 300, 40)
    button.setGeometry(0, 340, 120, 40)
    window.resize(300, 400)
    completion = Completion(field, lambda: ("bestaanszekerheid", "rechtsgelijkheid"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "gelijk")
    qtbot.waitUntil(completion._popup.isVisible)
    return window, button, completion._popup


@pytest.mark.parametrize("to_popup", [False, True], ids=["as-elsewhere", "as-on-x11"])
def test_a_click_beside_the_suggestions_reaches_what_was_clicked(offering, qtbot, to_popup):
    window, button, popup = offering
    place = button.mapTo(window, button.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    with qtbot.waitSignal(button.clicked):
        QTest.mousePress(window.windowHandle(), left, none, place)
        assert not popup.isVisible()
        assert button.hasFocus()
        if to_popup:
            qtbot.mouseRelease(popup, left, pos=popup.mapFromGlobal(window.mapToGlobal(place)))
        else:
            QTest.mouseRelease(window.windowHandle(), left, none, place)


def test_after_a_click_beside_them_suggestions_are_taken_by_the_mouse(offering, qtbot):
    window, button, popup = offering
    field = window.findChild(TextField)
    place = button.mapTo(window, button.rect().center())
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.waitUntil(popup.isVisible)

    first = popup.visualRect(popup.model().index(0, 0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=first)

    assert field.toPlainText() == "rechtsgelijkheid"


def test_escape_closes_suggestions_before_a_screen_hears_of_it(qtbot, look):
    field = TextField(single_line=True)
    completion = Completion(field, lambda: ("bestaanszekerheid", "rechtsgelijkheid"))
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    def is_taken():
        asked = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
        )
        asked.ignore()
        QApplication.sendEvent(field, asked)
        return asked.isAccepted()

    assert not is_taken()
    qtbot.keyClicks(field, "gelijk")
    qtbot.waitUntil(completion._popup.isVisible)
    assert is_taken()
    qtbot.keyClick(completion._popup, Qt.Key.Key_Escape)
    assert not completion._popup.isVisible()
    assert not is_taken()


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_E, Qt.Key.Key_K])
@pytest.mark.parametrize(
    "field",
    [
        lambda: DateField(name="Wanneer", today=lambda: date(2026, 11, 18)),
        lambda: NumberField(least=1, most=99),
    ],
)
def test_keys_of_the_beraad_are_not_taken_by_a_small_field(shown, field, key):
    made = field()
    shown(made)
    control = Qt.KeyboardModifier.ControlModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, control)
    asked.ignore()

    QApplication.sendEvent(made.findChild(QLineEdit), asked)

    assert not asked.isAccepted()


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
@pytest.mark.parametrize("checked", [False, True])
def test_a_tick_with_the_focus_has_a_ring_around_it(qapp, qtbot, theme, checked):
    look = Look(qapp, theme=theme, percent=100)
    box = QWidget()
    box.setObjectName("screen")
    tick, other = CheckField("Ik heb gekeken"), CheckField("Nog een")
    inside = column(box)
    inside.addWidget(tick)
    inside.addWidget(other)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    tick.setChecked(checked)
    box.activateWindow()
    tick.setFocus()
    qtbot.waitUntil(tick.hasFocus)
    seen, accent = tick.grab().toImage(), QColor(look.palette.accent)
    along = [seen.pixelColor(x, 0) for x in range(10, seen.width() - 10)]
    assert along == [accent] * len(along)
    plain = other.grab().toImage()
    assert accent not in [plain.pixelColor(x, 0) for x in range(10, plain.width() - 10)]
    look.setParent(None)
    qapp.setStyleSheet("")


def test_what_is_said_in_two_lines_lies_below_the_field(qtbot, look):
    outside = QWidget()
    inside = column(outside)
    field = DateField(name="Dag", today=lambda: date(2026, 11, 29))
    inside.addWidget(field)
    other = QWidget()
    inside.addWidget(other, 1)
    outside.setFixedWidth(200)
    qtbot.addWidget(outside)
    outside.show()
    field.take("ooit in de herfst")
    outside.resize(200, 1)

    why, line = field.findChild(QLabel, "why"), field.findChild(QLineEdit)
    qtbot.waitUntil(lambda: why.geometry().top() > line.geometry().bottom())
    qtbot.waitUntil(lambda: why.height() >= why.heightForWidth(why.width()))
    assert why.heightForWidth(why.width()) > 2 * why.fontMetrics().height()
