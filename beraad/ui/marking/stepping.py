"""From mark to mark through what is in sight."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint

from beraad.ui.marking.field_marks import FieldMarks, Placed
from beraad.ui.widgets.text_field import TextField


def step(
    fields: Mapping[TextField, FieldMarks], here: TextField | None, *, forward: bool
) -> tuple[TextField, Placed] | None:
    """The next or previous mark in reading order, round and round; None when there is none."""
    stops = [
        (field, placed)
        for field in sorted((each for each in fields if each.isVisible()), key=_reading_order)
        for placed in fields[field].standing
    ]
    if not stops:
        return None
    order = [(*_reading_order(field), placed.cursor.selectionStart()) for field, placed in stops]
    if here is None:
        return stops[0] if forward else stops[-1]
    now = (*_reading_order(here), here.textCursor().position())
    if forward:
        return next((stop for stop, at in zip(stops, order, strict=True) if at > now), stops[0])
    behind = [
        stop
        for stop, at in zip(stops, order, strict=True)
        if at < now and not _holds(stop, here, now[-1])
    ]
    return behind[-1] if behind else stops[-1]


def _holds(stop: tuple[TextField, Placed], here: TextField, place: int) -> bool:
    """Whether the cursor stands in this mark already."""
    field, placed = stop
    return field is here and place <= placed.cursor.selectionEnd()


def _reading_order(field: TextField) -> tuple[int, int]:
    place = field.mapTo(field.window(), QPoint(0, 0))
    return place.y(), place.x()
