"""The order in which Tab goes through a screen: the order in which it is read.

Qt goes in the order in which widgets were made, and a row that is added later would come last.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from beraad.ui.widgets.around import scroll_to

TEXTS_FIRST = "texts-first"
"""The property of a row in which Tab comes to all that is written before it comes to a choice."""

_STOP = "typing-stop"

ALWAYS_A_STOP = "always-a-stop"
"""The property of a choice to which Tab comes whatever was chosen: it leads away at once."""


def move_focus(screen: QWidget, *, forward: bool) -> bool:
    """Move the focus on or back from this screen; returns whether there was a place to go.

    What stands around the screen in its window, such as a banner, is part of the round.
    """
    stops = _along([each for each in in_sight(screen.window()) if takes_focus(each)])
    here = QApplication.focusWidget()
    if here not in stops:
        return False
    step = 1 if forward else -1
    there = stops[(stops.index(here) + step) % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    there.setFocus(reason)
    scroll_to(there)
    return True


def stop_here(widget: QWidget) -> None:
    """Let typing along stop at this field too, though it is no text."""
    widget.setProperty(_STOP, "true")


def is_written_in(widget: QWidget) -> bool:
    """Whether this is a text, or a field at which typing along stops."""
    return isinstance(widget, QLineEdit | QPlainTextEdit) or bool(widget.property(_STOP))


def stops_after(widget: QWidget, page: QWidget) -> list[QWidget]:
    """Where Tab goes on this page after this widget, to the end of the page."""
    stops = [each for each in in_sight(page) if takes_focus(each)]
    return stops[stops.index(widget) + 1 :] if widget in stops else []


def first_stop(widget: QWidget) -> QWidget:
    """Where the focus goes in this widget: itself, what is chosen in it, or its first stop."""
    if takes_focus(widget) or widget.focusProxy() is not None:
        return widget
    stops = [each for each in in_sight(widget) if takes_focus(each)]
    chosen = (each for each in stops if isinstance(each, QAbstractButton) and each.isChecked())
    return next(chosen, next(iter(stops), widget))


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab stops here, and at nothing else for it.

    Who is not reached by Tab is not asked for a proxy: PySide then takes a field for a part of its
    own viewport, and holds it for dead when nobody looks at that viewport any more.
    """
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    reached = by_tab and widget.isEnabled() and widget.focusProxy() is None
    return reached and not _is_passed_by(widget)


def in_sight(widget: QWidget | None) -> Iterator[QWidget]:
    """This widget and those inside it that can be seen, in reading order."""
    if widget is None or widget.isHidden() or not widget.isVisible():
        return  # Qt moves the focus while a widget is being hidden: both hidden and visible then.
    yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)
    elif isinstance(widget, QScrollArea):
        yield from in_sight(widget.widget())
    elif not isinstance(widget, QAbstractScrollArea):
        for child in widget.children():
            if isinstance(child, QWidget):
                yield from in_sight(child)


def _along(stops: list[QWidget]) -> list[QWidget]:
    """These stops, the texts of a row that wants so before its choices."""
    in_order: list[QWidget] = []
    for around, run in groupby(stops, key=_row_of_texts):
        part = list(run)
        in_order += part if around is None else sorted(part, key=lambda one: not is_written_in(one))
    return in_order


def _row_of_texts(widget: QWidget) -> QWidget | None:
    around: QWidget | None = widget
    while around is not None and not around.property(TEXTS_FIRST):
        around = around.parentWidget()
    return around


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    for widget in _laid_out(layout):
        yield from in_sight(widget)


def parts_of(widget: QWidget) -> list[QWidget]:
    """What is right inside this widget and not hidden, in reading order.

    What no layout gave a place comes last: it lies over the others.
    """
    laid_out = [each for each in _laid_out(widget.layout()) if not each.isHidden()]
    known = set(laid_out)
    others = (
        each
        for each in widget.children()
        if isinstance(each, QWidget) and not each.isHidden() and not each.isWindow()
    )
    return laid_out + [each for each in others if each not in known]


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for place in range(layout.count()):
        if (item := layout.itemAt(place)) is not None:
            if (widget := item.widget()) is not None:
                yield widget
            yield from _laid_out(item.layout())


def _is_passed_by(widget: QWidget) -> bool:
    """Of choices that exclude each other Tab comes to the one in force; arrows to the others."""
    if not isinstance(widget, QAbstractButton) or not widget.autoExclusive():
        return False
    group = widget.group()
    if not group or widget.hasFocus() or widget.isChecked() or widget.property(ALWAYS_A_STOP):
        return False
    return any(
        each.isChecked() and each.isEnabled() and each.isVisible() for each in group.buttons()
    )
