"""What a screen reader can say about everything that takes the focus, on every screen."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
)

from beraad.records import Option, new_id
from beraad.ui.counting.rows_table import RowsTable
from beraad.ui.rondes.rail import PhaseButton
from beraad.ui.widgets.chart import DrawnChart
from beraad.ui.widgets.choice_field import ChoiceField, SegmentField
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.option_field import OptionField
from beraad.ui.widgets.parts import button
from beraad.ui.widgets.text_field import TextField
from tests.conftest import TODAY
from tests.ui.accessibility.support import reachable
from tests.ui.test_small_fields import TASTES, Taste
from tools.scenes import SCENES, Before

Role = QAccessible.Role
ROLES = (
    (PhaseButton, {Role.RadioButton}),
    (QCheckBox, {Role.CheckBox}),
    (QPushButton, {Role.Button, Role.RadioButton, Role.CheckBox}),
    (QLineEdit, {Role.EditableText}),
    (TextField, {Role.EditableText}),
    (RowsTable, {Role.Table}),
    (QAbstractItemView, {Role.List}),
    (QTextEdit, {Role.EditableText, Role.StaticText}),
    (QLabel, {Role.StaticText}),
    (DrawnChart, {Role.Graphic}),
)
"""The first kind that fits says which roles do."""


@dataclass(frozen=True, slots=True)
class Spoken:
    name: str
    description: str
    role: Role
    checked: bool
    read_only: bool
    focusable: bool


def spoken(widget):
    told = QAccessible.queryAccessibleInterface(widget)
    state = told.state()
    return Spoken(
        told.text(QAccessible.Text.Name),
        told.text(QAccessible.Text.Description),
        told.role(),
        checked=bool(state.checked),
        read_only=bool(state.readOnly),
        focusable=bool(state.focusable),
    )


def words(text):
    """The words of a text, without a key between brackets."""
    return re.findall(r"\w+", re.sub(r"\((?:Ctrl|Alt|Shift|Esc|F\d)[^)]*\)", "", text.casefold()))


def faults_of(widget):
    told = spoken(widget)
    if sum(sign.isalnum() for sign in told.name) < 2:
        yield f"heet '{told.name}'"
    allowed = next((roles for kind, roles in ROLES if isinstance(widget, kind)), set())
    if told.role not in allowed:
        yield f"is een {told.role.name}"
    if widget.isEnabled() and not told.focusable:
        yield "zegt niet dat de cursor er kan komen"
    hint = widget.placeholderText() if isinstance(widget, TextField) else ""
    if not told.description.startswith(hint) and words(hint) != words(told.name):
        yield "zegt niet wat erin hoort"
    again = words(told.name) and words(told.description) == words(told.name)
    if again and told.description != told.name:
        yield f"zegt twee keer {told.name!r}"
    if isinstance(widget, QTextEdit) and widget.isReadOnly() and not told.read_only:
        yield "zegt niet dat er niets te schrijven is"


@pytest.mark.parametrize("before", Before)
def test_everything_that_takes_the_focus_says_what_it_is(visit, before):
    heard, faults = set(), []

    def inspect(scene, window):
        for widget in reachable(*QApplication.topLevelWidgets()):
            heard.add(scene.name)
            where = f"{scene.name}: {type(widget).__name__}"
            faults.extend(f"{where} {fault}" for fault in faults_of(widget))

    visit(before, inspect)

    assert faults == []
    assert heard == {each.name for each in SCENES if each.before is before}


def test_a_button_with_only_a_sign_is_a_fault(qtbot):
    silent = QPushButton("⋯")
    qtbot.addWidget(silent)

    assert list(faults_of(silent)) == ["heet '⋯'"]


@pytest.mark.parametrize(
    ("name", "tip", "said"),
    [
        ("Klok starten", "Klok starten (Ctrl+K)", "Ctrl+K"),
        (
            "Datum, uit de kalender",
            "Datum: uit de kalender",
            "Datum, uit de kalender",
        ),
        ("Signalen", "Ctrl+R", "Ctrl+R"),
    ],
)
def test_a_tip_says_beside_a_name_only_what_it_adds(qtbot, name, tip, said):
    made = button("…", described=name)
    qtbot.addWidget(made)

    made.setToolTip(tip)

    assert spoken(made).name == name
    assert spoken(made).description == said
    assert made.toolTip() == tip


@pytest.mark.parametrize("kind", [TextField, LineEdit])
def test_what_stands_in_an_empty_field_is_no_second_name(qtbot, kind):
    field = kind()
    qtbot.addWidget(field)
    field.setAccessibleName("Naam of woord")

    field.setPlaceholderText("naam of woord …")
    if kind is TextField:
        field.setAccessibleDescription("naam of woord …")
    same = spoken(field).description
    field.setAccessibleName("Zoek")

    assert same == "Naam of woord"
    assert spoken(field).description == "naam of woord …"


def test_a_fold_tells_whether_it_is_open(qtbot):
    fold = Fold("Meer over de casus")
    qtbot.addWidget(fold)
    handle = fold.findChild(QPushButton)
    closed = spoken(handle)

    qtbot.mouseClick(handle, Qt.MouseButton.LeftButton)

    assert closed.name == "Meer over de casus, ingeklapt"
    assert closed.role is Role.Button
    assert spoken(handle).name == "Meer over de casus, uitgeklapt"


def test_a_choice_tells_what_was_chosen(qtbot):
    choice = ChoiceField(TASTES)
    choice.setAccessibleName("Smaak")
    qtbot.addWidget(choice)

    choice.show_value(Taste.SOUR)

    assert spoken(choice).name == "Smaak, zuur"


def test_buttons_of_which_one_is_down_are_radio_buttons(qtbot):
    segments = SegmentField(TASTES, name="Smaak")
    qtbot.addWidget(segments)
    segments.show_value(Taste.SOUR)

    told = [spoken(each) for each in segments.findChildren(QPushButton)]

    assert [(each.name, each.role, each.checked) for each in told] == [
        ("zoet", Role.RadioButton, False),
        ("zuur", Role.RadioButton, True),
    ]


def test_an_option_that_may_be_let_go_is_a_check_box(qtbot):
    field = OptionField("Ik kies")
    qtbot.addWidget(field)
    options = tuple(Option(id=new_id(), text=text) for text in ("helpen", "wachten"))
    field.show_options(options)
    field.show_value(options[1].id)

    told = [spoken(each) for each in field.findChildren(QPushButton)]

    assert [(each.role, each.checked) for each in told] == [
        (Role.CheckBox, False),
        (Role.CheckBox, True),
    ]
    assert told[1].name.endswith("wachten")


def test_the_ronde_at_hand_is_the_one_that_is_down(screen_of):
    rail = screen_of().findChildren(PhaseButton)

    down = [spoken(each).name for each in rail if spoken(each).checked]

    assert down == ["Opening, 7 minuten, leeg"]


def test_a_date_that_cannot_be_read_says_why(qtbot):
    field = DateField(name="Wanneer", today=lambda: TODAY)
    qtbot.addWidget(field)
    line = field.findChild(QLineEdit)
    qtbot.keyClicks(line, "ooit")

    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert "begrijpt Beraad niet" in spoken(line).description
