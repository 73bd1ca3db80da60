"""What a deed is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from random import Random

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from beraad.records import Session
from tools.soak.model import Anything, Expected, Nothing
from tools.soak.steps import Step
from tools.soak.world import World

_SECTIONS = frozenset(field.name for field in fields(Session))
_NOTE = "private-note"

Wish = Callable[[World, Random], list[Step]]
Do = Callable[[World, Step], bool | None]


def no_edit(world: World, step: Step) -> Expected:
    """This goes somewhere, and changes nothing that was written."""
    del world, step
    return Nothing()


@dataclass(frozen=True, slots=True)
class Deed:
    """One way to do something.

    Attributes:
        weight: how often it is chosen, beside the others.
        wish: the steps to do now; none when there is nothing here to do it with.
        do: does one step; a control that is not there is no trouble. False when a text was not
            written, as its field could not be reached.
        expects: what a step does to the beraad, told before it is done.
        may_lose: whether words may go by it.
    """

    name: str
    weight: int
    wish: Wish
    do: Do
    expects: Callable[[World, Step], Expected] = no_edit
    may_lose: Callable[[World, Step], bool] = lambda world, step: False  # noqa: ARG005


def left_by(world: World) -> frozenset[str]:
    """The date or number with the cursor: it begins to count when it is left."""
    focus = QApplication.focusWidget()
    place = bound_place(world, focus) if isinstance(focus, QLineEdit) else None
    return frozenset({".".join(place)} if place else ())


def bound_place(world: World, widget: QWidget | None) -> tuple[str, str] | None:
    """The section and field of a beraad that a control writes, by the name it carries."""
    if world.workspace is None:
        return None
    while widget is not None:
        if widget.objectName() == _NOTE:
            return "private_notes", "text"
        section, dot, field = widget.objectName().partition(".")
        if dot and section in _SECTIONS:
            return section, field
        widget = widget.parentWidget()
    return None


def anything(world: World, step: Step) -> Expected:
    """Nobody can tell beforehand."""
    del world, step
    return Anything()
