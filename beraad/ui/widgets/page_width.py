"""Whether there is room to put things side by side."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget


class PageWidth(QObject):
    """Known to everything on a page, so that it is laid out for the width there is."""

    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._narrow = False

    @property
    def narrow(self) -> bool:
        """Whether things go under each other."""
        return self._narrow

    def set_narrow(self, *, narrow: bool) -> None:
        """Tell how it is from now on."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.changed.emit(narrow)

    def adapt(self, box: QBoxLayout, owner: QWidget) -> None:
        """Let this layout of `owner` follow: side by side, or under each other."""
        _Adaptive(box, self, owner)


class _Adaptive(QObject):
    def __init__(self, box: QBoxLayout, room: PageWidth, owner: QWidget) -> None:
        super().__init__(owner)
        self._box = box
        room.changed.connect(self._on_changed)
        self._on_changed(room.narrow)

    @Slot(bool)
    def _on_changed(self, narrow: bool) -> None:  # noqa: FBT001
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
