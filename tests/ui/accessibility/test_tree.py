"""What a screen reader meets when it walks over every screen, in Qt's own terms."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from beraad.ui.beamer.window import GroupWindow
from beraad.ui.hearing import objects
from beraad.ui.hearing.marks import silent
from beraad.ui.hearing.words import spoken
from beraad.ui.rondes.rail import PhaseButton
from beraad.ui.widgets.choice_field import ChoiceField
from beraad.ui.widgets.parts import button as parts_button
from beraad.ui.widgets.parts import label, title_above
from tests.ui.accessibility.support import reachable
from tools.scenes import Before

Role = QAccessible.Role
NAME = QAccessible.Text.Name
SIGNS = re.compile(r"[←→↑↓▾▸▶❚◆●✓×⋯…()]")
"""What a voice would name in full: "pijl naar rechts", "haakje openen"."""

SETTLED = 8
"""Turns in which a page that is made bit by bit is there."""

SMALLEST = 24
"""Pixels (WCAG 2.2, 2.5.8)."""


def told(widget):
    return QAccessible.queryAccessibleInterface(widget)


def walk(node):
    yield node
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None:
            yield from walk(child)


def parts(node):
    return [node.child(place).object() for place in range(node.childCount())]


def where(scene, widget):
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{scene.name}: {type(widget).__name__} {widget.objectName()} {text!r}"


def faults_of_tree(scene, window):
    headings = 0
    for node in walk(told(window)):
        widget = node.object()
        if not isinstance(widget, QWidget):
            continue
        headings += node.role() is Role.Heading
        if isinstance(node, objects.Container):
            yield from faults_of_container(scene, node)
    if not headings and not any(page.isVisible() for page in window.findChildren(QTextEdit)):
        yield f"{scene.name}: geen kop om naar te springen"


def faults_of_container(scene, node):
    inside = parts(node)
    for part in inside:
        if part.isHidden():
            yield f"{where(scene, part)} is verborgen en toch te horen"
    for one, other in pairwise(inside):
        above = other.geometry().bottom() < one.geometry().top()
        overlaps = other.geometry().left() < one.geometry().right()
        if above and overlaps and one.geometry().left() < other.geometry().right():
            yield f"{where(scene, other)} staat boven wat ervoor komt"


def faults_of_name(scene, widget):
    name = told(widget).text(NAME)
    if SIGNS.search(name):
        yield f"{where(scene, widget)} heet {name!r}"
    if isinstance(widget, QAbstractButton) and not isinstance(widget, PhaseButton):
        seen = spoken(widget.text()).casefold()
        if not has_words(seen, name.casefold()):
            yield f"{where(scene, widget)} heet {name!r}, zonder wat er staat"


def has_words(seen, name):
    """Whether the words that are seen are heard too, in that order (WCAG 2.2, 2.5.3)."""
    heard = iter(re.findall(r"\w+", name))
    return all(word in heard for word in re.findall(r"\w+", seen))


def doubles(scene, widgets):
    """Two things within one group that a reader cannot tell apart."""
    seen = {}
    for widget in widgets:
        name = told(widget).text(NAME)
        group = widget.parentWidget()
        while group is not None and not (group.accessibleName() or group.isWindow()):
            group = group.parentWidget()
        key = (id(group), name, told(widget).role())
        if key in seen:
            yield f"{where(scene, widget)} heet ook {name!r}"
        seen[key] = widget


def faults_of_size(scene, widget):
    if widget.width() < SMALLEST or widget.height() < SMALLEST:
        yield f"{where(scene, widget)} is {widget.width()} × {widget.height()}"


@pytest.mark.parametrize("before", Before)
def test_every_screen_is_heard_as_it_is_seen(visit, before):
    faults, titles = [], {}

    def inspect(scene, window):
        if isinstance(window, GroupWindow):
            return  # The group looks at it; nobody works in it.
        for _ in range(SETTLED):
            QApplication.processEvents()
        stops = list(reachable(*QApplication.topLevelWidgets()))
        faults.extend(faults_of_tree(scene, window))
        faults.extend(doubles(scene, reachable(window, by_tab=True)))
        for widget in stops:
            faults.extend(faults_of_name(scene, widget))
            faults.extend(faults_of_size(scene, widget))
        titles[scene.name] = window.windowTitle()

    visit(before, inspect)

    assert "\n".join(faults) == ""
    assert [name for name, title in titles.items() if title.startswith(("Beraad", " "))] == []


def in_column(qtbot, *widgets):
    window = QWidget()
    qtbot.addWidget(window)
    box = QFrame(window)
    inside = QVBoxLayout(box)
    for widget in widgets:
        inside.addWidget(widget)
    objects.install()
    window.show()
    box.held = window
    return box, inside


def test_a_row_that_was_put_between_others_is_met_between_them(qtbot):
    first, last, between = label("een"), label("drie"), label("twee")
    box, inside = in_column(qtbot, first, last)

    inside.insertWidget(1, between)

    qtbot.waitUntil(between.isVisible)
    assert parts(told(box)) == [first, between, last]


def test_what_is_hidden_or_only_for_the_eye_is_not_met(qtbot):
    seen, hidden, dot = label("een"), label("twee"), silent(label("•"))
    box, _ = in_column(qtbot, seen, hidden, dot)

    hidden.hide()

    assert parts(told(box)) == [seen]
    assert told(box).indexOfChild(told(hidden)) == -1
    assert told(box).indexOfChild(told(seen)) == 0


def test_what_has_a_name_is_a_group_and_else_it_is_none(qtbot):
    box, _ = in_column(qtbot, label("een"))
    assert told(box).role() is Role.Client

    box.setAccessibleName("norm 2 van 3, zorg voor rust")

    assert told(box).role() is Role.Grouping
    assert told(box).text(NAME) == "norm 2 van 3, zorg voor rust"


def test_a_heading_is_one_by_its_looks_or_because_it_was_said(qtbot):
    made = (label("Signalen", role="title"), label("Tweede lezer", role="heading"))
    box, _ = in_column(qtbot, *made, title_above("Parkeerplaats"), label("gewoon"))

    roles = [told(part).role() for part in parts(told(box))]

    assert roles == [Role.Heading, Role.Heading, Role.Heading, Role.StaticText]
    assert told(made[0]).text(NAME) == "Signalen"


def test_a_button_with_a_menu_says_so_and_opens_it(qtbot):
    button = parts_button("Weergave", menu=True)
    box, _ = in_column(qtbot, button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))

    menu = told(button)
    menu.doAction(menu.pressAction())

    assert menu.state().hasPopup
    assert menu.text(NAME) == "Weergave"
    assert pressed == [True]
    assert box is not None


def test_a_widget_that_goes_takes_its_object_along(qtbot):
    box, inside = in_column(qtbot, label("een"))
    frame = QFrame()
    inside.addWidget(frame)
    assert told(frame) is not None

    inside.removeWidget(frame)
    frame.setParent(None)
    frame.deleteLater()
    qtbot.waitUntil(lambda: len(parts(told(box))) == 1)


@pytest.mark.parametrize(
    ("seen", "heard"),
    [
        ("Casus →", "Casus"),
        ("◆ A  nee adviseren", "A, nee adviseren"),
        ("parkeren (Ctrl+P)", "parkeren"),
        ("Weghalen: “[persoon]”  W", "Weghalen, [persoon]"),
        ("Deelnemer 1 · wijkteam", "Deelnemer 1, wijkteam"),
        ("▸ Meer", "Meer"),
        ("Anders …  A", "Anders"),
        ("bewaard 14:03", "bewaard 14:03"),
        ("Door wie? (een rol)", "Door wie? een rol"),
        ("Raad (12 weken). Terug: team (hoort het).", "Raad, 12 weken. Terug, team, hoort het."),
    ],
)
def test_what_is_seen_is_heard_without_its_signs(seen, heard):
    assert spoken(seen) == heard


def test_a_choice_says_what_it_is_about_and_what_was_chosen(qtbot):
    field = ChoiceField([("a", "◆ A"), ("b", "● B")])
    qtbot.addWidget(field)
    field.setAccessibleName("Pleit voor")
    objects.install()

    qtbot.keyClick(field, Qt.Key.Key_Down)

    assert told(field).text(NAME) == "Pleit voor, B"


def test_a_fault_would_be_found(qtbot):
    class Scene:
        name = "proef"

    box, _ = in_column(qtbot, QPushButton("×"), QPushButton("Casus"), QPushButton("Casus"))
    small = box.findChild(QPushButton)
    small.setFixedSize(20, 20)
    box.move(QPoint(0, 0))

    found = [
        *faults_of_tree(Scene, box),
        *faults_of_name(Scene, small),
        *faults_of_size(Scene, small),
        *doubles(Scene, box.findChildren(QPushButton)),
    ]

    assert len(found) == 4
