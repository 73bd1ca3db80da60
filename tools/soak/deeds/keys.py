"""Keys: those that something in sight listens to, and those that everybody presses."""

from __future__ import annotations

from random import Random

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tools.soak import hands, sight
from tools.soak.deeds.deed import Deed, bound_place, no_edit
from tools.soak.model import Anything, Expected, TakenBack, Written
from tools.soak.steps import Step
from tools.soak.world import World

_BACK = frozenset({"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"})
_ELSEWHERE = frozenset({
    *(f"Ctrl+{number}" for number in range(9)),
    "Ctrl+PgUp", "Ctrl+PgDown", "F1", "Ctrl+H", "Ctrl+L", "Ctrl+T", "Ctrl+K", "Ctrl+B",
    "Ctrl+Shift+B", "Ctrl+.", "Ctrl+,", "Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+F", "Tab",
    "Shift+Tab", "Alt++", "Alt+=", "Alt+-", "Alt+Shift++", "Ctrl+E", "F8", "Shift+F8",
})  # fmt: skip
"""Keys that go somewhere and change nothing that was written."""
_WITHIN_TEXT = frozenset({"Home", "End", "Ctrl+Home", "Ctrl+End", "Left", "Right"})
"""Keys that go somewhere in a text; elsewhere they may choose."""
_COMMON = (
    "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Return", "Space", "Up", "Down", "Left", "Right",
    "Home", "End", "Ctrl+Home", "Ctrl+End", "PgUp", "PgDown", "Esc", "Ctrl+Return", "Alt+Up",
    "Alt+Down", "A", "B", "W", "1", "F8",
)  # fmt: skip
_GROUP_KEYS = ("PgDown", "PgUp", "Space", "Up", "Down", "Ctrl+.", "Ctrl+,", "Ctrl++", "Ctrl+-")
_REMOVES = frozenset({"A", "B", "W", "1", "Space", "Return", "Up", "Down", "Left", "Right"})
"""Keys that may replace what is selected, or choose another thing."""


def _wish_any(world: World, dice: Random) -> list[Step]:
    del world
    heard = sight.shortcuts()
    wanted = dice.choice(heard) if heard and dice.random() < 0.4 else dice.choice(_COMMON)
    return [] if _is_paste(wanted) else [Step("toets", None, {"keys": wanted})]


def _is_paste(keys: str) -> bool:
    return keys in {"Ctrl+V", "Ctrl+X", "Ctrl+C", "Shift+Ins"}


def _wish_ronde(world: World, dice: Random) -> list[Step]:
    if world.workspace is None:
        return []
    return [Step("toets", None, {"keys": f"Ctrl+{dice.randrange(9)}"})]


def _wish_back(world: World, dice: Random) -> list[Step]:
    if world.workspace is None:
        return []
    times = dice.choice((1, 1, 2, 5, 20))
    back = [Step("toets", None, {"keys": "Ctrl+Z"})] * times
    on = [Step("toets", None, {"keys": dice.choice(("Ctrl+Y", "Ctrl+Shift+Z"))})]
    return [*back, *on * dice.choice((0, times, times))]


def _press(world: World, step: Step) -> None:
    world.answer = str(world.out)
    hands.press(step.how["keys"])


def _expects(world: World, step: Step) -> Expected:
    keys = step.how["keys"]
    if keys in _BACK:
        return TakenBack()
    if keys in _ELSEWHERE:
        return no_edit(world, step)
    focus = QApplication.focusWidget()
    if keys in _WITHIN_TEXT and isinstance(focus, QPlainTextEdit):
        return no_edit(world, step)
    place = bound_place(world, focus)
    typed = place is not None and keys in _REMOVES and isinstance(focus, QPlainTextEdit)
    return Written(*place, record=None, before="", text=None) if typed and place else Anything()


def _may_lose(world: World, step: Step) -> bool:
    del world
    keys = step.how["keys"]
    # A letter may be a decision about a place, or take the place of what is selected.
    return keys in _BACK | _REMOVES | {"Shift+L"} or len(keys) == 1


DEEDS = (
    Deed("toets", 22, _wish_any, _press, _expects, _may_lose),
    Deed("ronde", 7, _wish_ronde, _press, _expects, _may_lose),
    Deed("terug", 3, _wish_back, _press, _expects, _may_lose),
)
