"""Labels, buttons and panels in the house style."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from beraad.ui.hearing.marks import HEADING, OPENS_MENU
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.ringed_button import RingedButton

T = TypeVar("T")

_BARS = frozenset({"bar", "top"})


def label(text: str = "", *, role: str = "", wrap: bool = True, heads: bool = False) -> QLabel:
    """A label that shows text as text, never as markup.

    One with the looks of a title or a heading is a heading to a screen reader, and so is what
    `heads` a part of a page.
    """
    # What it is has to be known before it has a text: then a reader asks, and only once.
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if heads:
        made.setProperty(HEADING, True)
    made.setText(text)
    return made


def title_above(text: str) -> QLabel:
    """The heading of a part of a page."""
    return label(text, role="strong", heads=True)


def chip(text: str, kind: str) -> QLabel:
    """A small coloured label: "a", "b", "other" or "open"."""
    made = label(text, wrap=False)
    made.setProperty("chip", kind)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def button(
    text: str, *, kind: str = "", name: str = "", described: str = "", menu: bool = False
) -> QPushButton:
    """A button that Enter and the space bar press.

    `described` is what a screen reader says when the text alone is too short; `menu` tells that a
    menu opens under it.
    """
    made = RingedButton()
    made.setProperty(OPENS_MENU, menu)
    made.setText(text)
    made.setAutoDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind:
        made.setProperty("kind", kind)
    if name:
        made.setObjectName(name)
    if described:
        made.setAccessibleName(described)
        made.setToolTip(described)
    return made


def way_back(text: str, on_press: Callable[[], object] | SignalInstance) -> QPushButton:
    """The button that leads back, at the left of the bar under a screen."""
    made = button(text, kind="link", name="back")
    made.setProperty("tone", "plain")
    made.clicked.connect(on_press)
    return made


def way_to_start(
    inside: QVBoxLayout, on_press: Callable[[], object] | SignalInstance
) -> QPushButton:
    """Add a line with the link that leads back to the list, above what a screen shows."""
    made = button("← Beraden", kind="link", name="back")
    made.clicked.connect(on_press)
    top = row()
    top.addWidget(made)
    top.addStretch(1)
    inside.addLayout(top)
    return made


def panel(kind: str) -> QFrame:
    """A frame in the house style: "card", "row", "rail" …; a bar folds where it does not fit."""
    made = Folding() if kind in _BARS else QFrame()
    made.setProperty("panel", kind)
    return made


def line() -> QFrame:
    """A hairline that divides."""
    return panel("line")


def column(parent: QWidget | None = None, *, margins: int = 0, spacing: int = 0) -> QVBoxLayout:
    """A vertical layout with even margins."""
    made = QVBoxLayout(parent) if parent else QVBoxLayout()
    made.setContentsMargins(margins, margins, margins, margins)
    made.setSpacing(spacing)
    return made


def row(parent: QWidget | None = None, *, margins: int = 0, spacing: int = 8) -> QHBoxLayout:
    """A horizontal layout with even margins."""
    made = QHBoxLayout(parent) if parent else QHBoxLayout()
    made.setContentsMargins(margins, margins, margins, margins)
    made.setSpacing(spacing)
    return made


def in_card(card: QWidget, *, spacing: int = 0) -> QVBoxLayout:
    """Put widgets below each other, with the room that a card keeps at its edges."""
    inside = column(card, spacing=spacing)
    inside.setContentsMargins(20, 14, 20, 14)
    return inside


def told_in(kind: str, text: str) -> QFrame:
    """A small panel of this kind that says something."""
    made = panel(kind)
    inside = column(made)
    inside.setContentsMargins(14, 10, 14, 10)
    inside.addWidget(label(text))
    return made


def bar_row(*, spacing: int = 14) -> tuple[QFrame, QHBoxLayout]:
    """Make the bar under a screen; returns it and the row in it."""
    bar = panel("bar")
    inside = row(bar, spacing=spacing)
    inside.setContentsMargins(20, 6, 20, 6)
    return bar, inside


def add_first(
    into: QBoxLayout, items: Sequence[T], made: Callable[[T], QWidget], *, most: int, rest: str = ""
) -> None:
    """Add what is made of the first items, and how many more there are, followed by `rest`."""
    for each in items[:most]:
        into.addWidget(made(each))
    if len(items) > most:
        into.addWidget(label(f"en nog {len(items) - most}{rest}", role="muted"))


def title_row(text: str, *, is_practice: bool) -> QWidget:
    """The title of a screen about one beraad, which says so when that is an oefening."""
    box = Folding()
    made = row(box)
    made.addWidget(label(text, role="title"))
    if is_practice:
        made.addWidget(chip("oefening", "other"), 0, Qt.AlignmentFlag.AlignVCenter)
    made.addStretch(1)
    return box


def signed_lines(title: str, lines: tuple[str, ...], sign: str) -> QWidget:
    """A heading with lines below it, each behind the same sign."""
    box = QWidget()
    inside = column(box, spacing=6)
    inside.addWidget(title_above(title))
    for each in lines:
        inside.addWidget(label(f"{sign}  {each}"))
    inside.addStretch(1)
    return box


def goes_and_stays(goes: QWidget, stays: QWidget) -> QWidget:
    """What goes and what stays beside each other, or below each other where that is too wide."""
    both = Folding()
    across = row(both, spacing=24)
    across.addWidget(goes, 1)
    across.addWidget(stays, 1)
    return both


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose property changed, if it looked before."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet selects on; does nothing when it is the same.

    What was never set looks like what is empty: only rules for a value select on it.
    """
    before = widget.property(name)
    if before != value:
        widget.setProperty(name, value)
        if before or value:
            restyle(widget)


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and throw it away."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
