"""What a deed is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tools.soak.content import content_of
from tools.soak.model import Anything, Expected, Nothing, Written
from tools.soak.steps import Step
from tools.soak.world import World

_NOTE = "private-note"

Wish = Callable[[World, Random], list[Step]]
Do = Callable[[World, Step], bool | None]


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
    expects: Callable[[World, Step], Expected] = lambda world, step: no_edit(world)  # noqa: ARG005
    may_lose: Callable[[World, Step], bool] = lambda world, step: False  # noqa: ARG005


def no_edit(world: World) -> Expected:
    """No edit, but for a date or number that begins to count when its field is left."""
    focus = QApplication.focusWidget()
    place = bound_place(world, focus)
    if isinstance(focus, QLineEdit) and place is not None:
        return Written(*place, record=None, before="", text=None)
    return Nothing()


def bound_place(world: World, widget: QWidget | None) -> tuple[str, str] | None:
    """The section and field of a beraad that a control writes, by the name it carries."""
    session = world.session
    if session is None:
        return None
    content = content_of(session)
    while widget is not None:
        if widget.objectName() == _NOTE:
            return "private_notes", "text"
        section, dot, field = widget.objectName().partition(".")
        if dot and section in content:
            return section, field
        widget = widget.parentWidget()
    return None


def anything(world: World, step: Step) -> Expected:
    """Nobody can tell beforehand."""
    del world, step
    return Anything()
