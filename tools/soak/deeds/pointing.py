"""Pressing whatever can be pressed: buttons, lines of a list, menus, a calendar."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCalendarWidget,
    QDialog,
    QMenu,
    QWidget,
)

from beraad.ui.widgets.below import below
from tools.soak import hands, sight
from tools.soak.deeds.deed import Deed, anything
from tools.soak.steps import Step
from tools.soak.world import World

_SELDOM = {"to-start": 0.15, "home": 0.5, "more": 0.6}
"""Buttons that would end what the walk is doing too often."""
_REPLACES = ("rewrite", "take-out", "take-back", "generalise", "withdraw", "reason-", "leave")
"""How the names begin of buttons that take away what was written, or put something in its place."""


def _wish_to_press(world: World, dice: Random) -> list[Step]:
    del world
    here = sight.buttons()
    if not here:
        return []
    wanted = dice.choice(here)
    if dice.random() > _SELDOM.get(wanted.objectName(), 1):
        return []
    return [Step("klik", sight.place_of(wanted))]


def _press(world: World, step: Step) -> None:
    world.answer = _answer(world, step)
    button = sight.find(step.at) if step.at else None
    if isinstance(button, QAbstractButton):
        hands.click(button)


def _answer(world: World, step: Step) -> str:
    """What a folder dialog says, should one open: mostly a folder, now and then Cancel."""
    number = sum(map(ord, str(step))) % 5
    return {0: "", 1: str(world.elsewhere)}.get(number, str(world.out))


def _wish_a_line(world: World, dice: Random) -> list[Step]:
    del world
    here = sight.lists()
    if not here:
        return []
    chosen = dice.choice(here)
    row = dice.randrange(min(chosen.model().rowCount(), 60))
    return [Step("regel", sight.place_of(chosen), {"row": row, "double": dice.random() < 0.4})]


def _choose_line(world: World, step: Step) -> None:
    del world
    view = sight.find(step.at) if step.at else None
    if not isinstance(view, QAbstractItemView) or step.how["row"] >= view.model().rowCount():
        return
    index = view.model().index(step.how["row"], 0)
    view.scrollTo(index)
    spot = view.visualRect(index).center()
    hands.click(view, double=step.how["double"], at=spot)


def _wish_on_top(world: World, dice: Random) -> list[Step]:
    """Something with what is open on top; nothing else can be pressed meanwhile."""
    del world
    if sight.popup() is None:
        return []
    return [Step("bovenop", None, {"choice": dice.randrange(1000), "away": dice.random() < 0.25})]


def _on_top(world: World, step: Step) -> None:
    world.answer = _answer(world, step)
    popup, choice = sight.popup(), step.how["choice"]
    if popup is None:
        return
    if step.how["away"]:
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    elif isinstance(popup, QMenu):
        _choose_action(popup, choice)
    elif isinstance(popup, QAbstractItemView) and popup.model().rowCount():
        index = popup.model().index(choice % popup.model().rowCount(), 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        popup.selectionModel().setCurrentIndex(index, flag)
        QTest.keyClick(popup, Qt.Key.Key_Return)
    elif isinstance(popup, QCalendarWidget):
        QTest.keyClick(popup.focusWidget() or popup, Qt.Key.Key_Return)
    else:
        _press_inside(popup, choice)
    left = sight.popup()
    if left is popup and not isinstance(popup, QMenu):
        QTest.keyClick(popup, Qt.Key.Key_Escape)


def _choose_action(menu: QMenu, choice: int) -> None:
    places = sight.menu_actions(menu)
    if not places:
        menu.close()
        return
    action = menu.actions()[places[choice % len(places)]]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def _press_inside(popup: QWidget, choice: int) -> None:
    inside = [each for each in below(popup, QAbstractButton) if each.isVisible()]
    if inside:
        hands.click(inside[choice % len(inside)])
    else:
        popup.close()


def _wish_an_answer(world: World, dice: Random) -> list[Step]:
    del world
    asked = [each for each in sight.windows() if isinstance(each, QDialog)]
    return [Step("dialoog", None, {"choice": dice.randrange(1000)})] if asked else []


def _answer_dialog(world: World, step: Step) -> None:
    """A question of ours gets any answer; one of the system gets Cancel."""
    del world
    asked = next((each for each in sight.windows() if isinstance(each, QDialog)), None)
    if asked is None:
        return
    ours = [each for each in below(asked, QAbstractButton) if each.isVisible()]
    of_the_system = type(asked).__name__ in {"QFileDialog", "QPrintDialog", "QColorDialog"}
    if of_the_system or not ours:
        asked.reject()
    else:
        hands.click(ours[step.how["choice"] % len(ours)])


def _replaces(world: World, step: Step) -> bool:
    del world
    return step.at is not None and step.at.name.startswith(_REPLACES)


def _chooses(world: World, step: Step) -> bool:
    """A menu can remove something, and a suggestion takes the place of what was typed."""
    del world
    return not step.how["away"]


DEEDS = (
    Deed("klik", 34, _wish_to_press, _press, anything, _replaces),
    Deed("regel", 5, _wish_a_line, _choose_line, anything),
    Deed("bovenop", 400, _wish_on_top, _on_top, anything, _chooses),
    Deed("dialoog", 400, _wish_an_answer, _answer_dialog, anything, lambda *_: True),
)
