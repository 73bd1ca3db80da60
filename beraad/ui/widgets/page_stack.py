"""Pages on top of each other, as high as the one in sight."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.ui.widgets.parts import column


class PageStack(QWidget):
    """Unlike a QStackedWidget, a page that is not in sight takes no room.

    `titled` carries what the page in sight is called: its window title, always the same words.
    """

    titled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = column(self)
        self._current: QWidget | None = None
        self._covered: QWidget | None = None
        self._beneath: QWidget | None = None

    @property
    def current(self) -> QWidget | None:
        """The page in sight."""
        return self._current

    @property
    def covered(self) -> QWidget | None:
        """The page to go back to from one that was shown over it."""
        return self._covered

    @property
    def beneath(self) -> QWidget | None:
        """The page that one without anything to read lies over."""
        return self._beneath

    def add(self, page: QWidget) -> None:
        """Add a page, out of sight."""
        page.hide()
        page.windowTitleChanged.connect(self._on_title)
        self._inside.addWidget(page)

    def remove(self, page: QWidget) -> None:
        """Take a page out and throw it away."""
        if page is self._current:
            self._current = None
        if page is self._covered:
            self._covered = None
        if page is self._beneath:
            self._beneath = None
        page.hide()
        self._inside.removeWidget(page)
        page.deleteLater()

    def show_only(self, page: QWidget, *, keeping: Collection[QWidget | None]) -> None:
        """Bring a page in sight and throw away the one before it, unless it is to be kept."""
        gone = (self._current, self._covered, self._beneath)
        self._covered = self._beneath = None
        if self._inside.indexOf(page) < 0:
            self.add(page)
        self.turn_to(page)
        for each in gone:
            if each is not None and each is not page and each not in keeping:
                self.remove(each)

    def show_over(self, page: QWidget) -> None:
        """Bring a page in sight for a while; the one that it covers stays as it is meanwhile."""
        self._covered = self._current
        self.add(page)
        self.turn_to(page)

    def lay_over(self, page: QWidget) -> None:
        """Put whatever is in sight out of it, behind a page that stays here; nothing is left."""
        if self._inside.indexOf(page) < 0:
            self.add(page)
        self._beneath = self._current
        self.turn_to(page)

    def lift(self, page: QWidget) -> None:
        """Bring in sight what that page lies over, when it is still there."""
        if page is self._current:
            page.hide()
            self._current, beneath = None, self._beneath
            if beneath is not None:
                self.turn_to(beneath)
        self._beneath = None

    def turn_to(self, page: QWidget) -> bool:
        """Bring a page in sight; returns whether it was not already."""
        if page is self._current:
            return False
        if self._current is not None:
            self._current.hide()
        self._current = page
        page.show()
        self.titled.emit(page.windowTitle())
        return True

    @Slot(str)
    def _on_title(self, title: str) -> None:
        if self.sender() is self._current:
            self.titled.emit(title)
