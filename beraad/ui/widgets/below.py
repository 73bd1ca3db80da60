"""What lies inside a widget, without holding on to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def below(container: QObject, kind: type[W]) -> Iterator[W]:
    """The widgets of this class anywhere inside, each before what lies in it.

    Unlike `findChildren`: PySide ties what that finds to the widget it was asked of, and a scroll
    bar that was thrown away then stays in memory for as long as the window lives.
    """
    for child in container.children():
        if isinstance(child, QWidget):
            if isinstance(child, kind):
                yield child
            yield from below(child, kind)
