"""What another window does meanwhile: with the beraden, and with the register."""

from __future__ import annotations

from random import Random

from beraad.store.places import SUFFIX
from tools.soak.deeds.deed import Deed
from tools.soak.steps import Step
from tools.soak.world import World

_WORDS = "Hier schreef een ander venster."
_COPY = "reddingskopie"


def _wish_to_write(world: World, dice: Random) -> list[Step]:
    if not any(world.beraden.glob(f"*{SUFFIX}")):
        return []
    return [Step("ander-schrijft", None, {"choice": dice.randrange(8)})]


def _write(world: World, step: Step) -> None:
    found = sorted(each for each in world.beraden.glob(f"[!.]*{SUFFIX}") if _COPY not in each.name)
    if found:
        world.other_writes(found[step.how["choice"] % len(found)], _WORDS)


def _wish_for_register(world: World, dice: Random) -> list[Step]:
    del dice
    return [Step("ander-register")] if (world.beraden / "register.sqlite").exists() else []


def _take_register(world: World, step: Step) -> None:
    del step
    world.other_takes_register()


def _wish_to_let_go(world: World, dice: Random) -> list[Step]:
    del dice
    return [Step("ander-laat-los")] if world.other_is_open else []


def _let_go(world: World, step: Step) -> None:
    del step
    world.other_lets_go()


DEEDS = (
    Deed("ander-schrijft", 1, _wish_to_write, _write),
    Deed("ander-register", 1, _wish_for_register, _take_register),
    Deed("ander-laat-los", 12, _wish_to_let_go, _let_go),
)
