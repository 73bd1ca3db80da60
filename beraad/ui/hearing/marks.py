"""Properties by which a widget says what it is to who cannot see it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

SILENT = "silent"
"""Only there for the eye: a bullet, a drawing."""

OPENS_MENU = "opens-menu"
"""A button under which a menu opens."""

HEADING = "spoken-heading"
"""A label that is a heading, whatever its looks."""

PICTURE = "spoken-picture"
"""A drawing whose name tells all of it in words."""

_Kind = TypeVar("_Kind", bound=QWidget)


def silent(widget: _Kind) -> _Kind:
    """Mark what is only there for the eye, such as a bullet or a drawing."""
    widget.setProperty(SILENT, True)
    return widget
