"""What happens around the window: its size, other windows, screens that come and go."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tools.soak import sight
from tools.soak.comings import THERE_ARE, Comings
from tools.soak.deeds.deed import Deed
from tools.soak.steps import Step
from tools.soak.world import World

_SIZES = ((1366, 768), (1366, 700), (1920, 1080), (1024, 600), (911, 512), (700, 900))
_STATES = ("klein", "groot", "gewoon")
_DAY = 24 * 60
_JUMPS = (1, 20, 60, 3 * 60, _DAY, 8 * _DAY, 400 * _DAY, -20, -3 * 60, -_DAY, -400 * _DAY)
"""Minutes by which a clock goes on, or back: a talk that goes on, summer time, a wrong battery."""
_GROUP_KEYS = ("PgDown", "PgUp", "Space", "Up", "Down", "Ctrl+.", "Ctrl+,", "Ctrl++", "Ctrl+-")


def _wish_size(world: World, dice: Random) -> list[Step]:
    del world
    width, height = dice.choice(_SIZES)
    return [Step("maat", None, {"width": width, "height": height})]


def _resize(world: World, step: Step) -> None:
    if world.window is not None:
        world.window.resize(step.how["width"], step.how["height"])


def _wish_state(world: World, dice: Random) -> list[Step]:
    del world
    wanted = Step("stand", None, {"state": dice.choice(_STATES)})
    return [wanted, Step("wacht", None, {"ms": 50}), Step("stand", None, {"state": "gewoon"})]


def _change_state(world: World, step: Step) -> None:
    window = world.window
    if window is None:
        return
    match step.how["state"]:
        case "klein":
            window.showMinimized()
        case "groot":
            window.showMaximized()
        case _:
            window.showNormal()
            window.activateWindow()


def _wish_screens(world: World, dice: Random) -> list[Step]:
    if world.real_screens:
        return []
    names = [*THERE_ARE]
    come = Step("schermen", None, {"there": dice.choice(names)})
    # Somebody who sees nothing plugs it in again.
    there_again = Step("schermen", None, {"there": dice.choice(("alleen", "beamer"))})
    return [come, Step("wacht", None, {"ms": 60}), there_again, *_wish_back_to_us(world, dice)]


def _bring_screens(world: World, step: Step) -> None:
    del world
    Comings.become(step.how["there"])


def _wish_back_to_us(world: World, dice: Random) -> list[Step]:
    del world, dice
    return [Step("stand", None, {"state": "gewoon"})]


def _wish_for_group(world: World, dice: Random) -> list[Step]:
    if world.group_window is None:
        return []
    return [Step("groep", None, {"keys": dice.choice((*_GROUP_KEYS, "kruis"))})]


def _at_group(world: World, step: Step) -> None:
    window, keys = world.group_window, step.how["keys"]
    if window is None:
        return
    if keys == "kruis":
        window.close()
    else:
        QTest.keySequence(window, keys)


def _wish_other_window(world: World, dice: Random) -> list[Step]:
    del dice
    return [Step("ander")] if _others(world) else []


def _close_other(world: World, step: Step) -> None:
    """Close what stands beside the window, such as the help."""
    del step
    for each in _others(world)[:1]:
        each.close()
    if world.window is not None:
        world.window.activateWindow()


def _others(world: World) -> list[QWidget]:
    aside = (world.window, world.group_window)
    return [
        each
        for each in sight.windows()
        if each not in aside and each.windowModality() is Qt.WindowModality.NonModal
    ]


def _wish_clock(world: World, dice: Random) -> list[Step]:
    del world
    return [Step("klok", None, {"minutes": dice.choice(_JUMPS)})]


def _set_clock(world: World, step: Step) -> None:
    world.jump(step.how["minutes"])


DEEDS = (
    Deed("klok", 1, _wish_clock, _set_clock),
    Deed("maat", 2, _wish_size, _resize),
    Deed("stand", 1, _wish_state, _change_state),
    Deed("schermen", 2, _wish_screens, _bring_screens),
    Deed("groep", 3, _wish_for_group, _at_group),
    Deed("ander", 12, _wish_other_window, _close_other),
)
