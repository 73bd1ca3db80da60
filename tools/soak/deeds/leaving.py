"""Waiting, going back to the start, closing and opening again, and being killed."""

from __future__ import annotations

from random import Random

from tools.soak import sight
from tools.soak.deeds.deed import Deed
from tools.soak.steps import At, Step
from tools.soak.world import World

_SELDOM = 0.25
"""A process has to live long enough to see whether it grows."""

_QUIET = 700
"""Milliseconds in which everything beside the window comes to an end."""


def wait(milliseconds: int) -> Step:
    """Let so much time pass."""
    return Step("wacht", None, {"ms": milliseconds})


def _wish_to_wait(world: World, dice: Random) -> list[Step]:
    del world
    return [wait(dice.choice((20, 60, 150, 450, 1000)))]


def _wait(world: World, step: Step) -> None:
    """The walk itself looks at how long a step has to last."""
    del world, step


def _wish_to_rest(world: World, dice: Random) -> list[Step]:
    del world, dice
    return rest()


def rest() -> list[Step]:
    """Go back to where nothing is open, and count what is left."""
    return [Step("naar-begin"), wait(_QUIET), Step("meet")]


_AT_A_TIME, _TIMES = 10, 5


def reopened() -> list[Step]:
    """Open and leave the same beraad over and over, and measure now and then."""
    found: list[Step] = [Step("naar-begin"), wait(_QUIET)]
    for time in range(1, _TIMES + 1):
        found += [Step("heropen"), wait(1)] * _AT_A_TIME
        found += [wait(_QUIET), Step("meet-heropend", None, {"times": time * _AT_A_TIME})]
    return found


def _open_again(world: World, step: Step) -> bool:
    del step
    return world.reopen()


def _to_start(world: World, step: Step) -> None:
    """As the button does that every screen has, wherever the walk is."""
    del step
    world.other_lets_go()
    window = world.window
    if window is None:
        return
    popup = sight.popup()
    while popup is not None:
        popup.close()
        following = sight.popup()
        popup = following if following is not popup else None
    for each in sight.windows():
        if each is not window:
            each.close()
    window.showNormal()
    window.activateWindow()
    window.show_start()


def _wish_to_reopen(world: World, dice: Random) -> list[Step]:
    del world, dice
    return [Step("sluit"), wait(50)]


def _reopen(world: World, step: Step) -> None:
    """Close the window as its cross does, and start again."""
    _to_start(world, step) if sight.popup() is not None else None
    if world.close_window():
        world.open_window()


def _wish_to_die(world: World, dice: Random) -> list[Step]:
    if not world.may_die or world.workspace is None or dice.random() > _SELDOM:
        return []
    return [Step("dood", None, {"ms": dice.randrange(0, 900)})]


def _go_on_with_latest(world: World, dice: Random) -> list[Step]:
    del dice
    at = At("RingedButton", "go-on", 0)
    return [Step("klik", at)] if world.workspace is None and sight.find(at) else []


DEEDS = (
    Deed("wacht", 6, _wish_to_wait, _wait),
    Deed("rust", 0, _wish_to_rest, _wait),
    Deed("naar-begin", 0, _wish_to_rest, _to_start),
    Deed("meet", 0, _wish_to_rest, _wait),
    Deed("heropen", 0, _wish_to_rest, _open_again),
    Deed("meet-heropend", 0, _wish_to_rest, _wait),
    Deed("verder", 30, _go_on_with_latest, _wait),
    Deed("sluit", 1, _wish_to_reopen, _reopen),
    Deed("dood", 1, _wish_to_die, _wait),
)
