"""The group's window: for the beamer, or to be shared in a video call."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from beraad.group.view import GroupView
from beraad.ui.beamer.look import GroupLook, group_look
from beraad.ui.beamer.page import GroupPage
from beraad.ui.theme.palette import LIGHT, Palette
from beraad.ui.widgets.parts import column

_BLACK = "#000000"


_ALONE = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
    }
)
"""Keys that say nothing by themselves."""


class GroupWindow(QWidget):
    """Shows what it is given, and nothing while it is black.

    `not_for_group` says that somebody presses a key here that was meant for the beraad.
    """

    closed = Signal()
    not_for_group = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("group")
        self.setWindowTitle("Groepsscherm – Beraad")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(480, 270)
        self._palette = LIGHT
        self._percent = 100
        self._blank = False
        self._view: GroupView | None = None
        self._time = ""
        self._look: GroupLook | None = None
        self._page: GroupPage | None = None
        self._outside = column(self)

    def show_view(self, view: GroupView) -> None:
        """Show this view."""
        self._view = view
        if self._page is not None:
            self._page.show_view(view)

    def show_time(self, text: str) -> None:
        """Show how much time is left; empty shows nothing."""
        self._time = text
        if self._page is not None:
            self._page.show_time(text)

    def set_look(self, palette: Palette, *, percent: int) -> None:
        """Use these colours and this text size."""
        self._palette = palette
        self._percent = percent
        self._fit()

    def set_blank(self, *, blank: bool) -> None:
        """Make the window black, or show again what it shows."""
        self._blank = blank
        if self._page is not None:
            self._page.setVisible(not blank)
        self.update()

    def scroll_pages(self, pages: float) -> bool:
        """Go up (negative) or down in what was said; whether there was more."""
        return self._page is not None and self._page.scroll_pages(pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        ground = _BLACK if self._blank else self._palette.paper
        QPainter(self).fillRect(self.rect(), QColor(ground))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.scroll_pages(0.8)
            case Qt.Key.Key_PageUp:
                self.scroll_pages(-0.8)
            case Qt.Key.Key_Down:
                self.scroll_pages(0.1)
            case Qt.Key.Key_Up:
                self.scroll_pages(-0.1)
            case Qt.Key.Key_Escape if not self.isFullScreen():
                self.close()
            case _:
                if event.key() not in _ALONE:
                    self.not_for_group.emit()
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _fit(self) -> None:
        """Make the page anew when the room or the look is another."""
        look = group_look(
            self._palette, width=self.width(), height=self.height(), percent=self._percent
        )
        if look == self._look:
            return
        self._look = look
        self.setStyleSheet("QScrollArea, #group-ground { background: transparent; border: none; }")
        if self._page is not None:
            self._outside.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = GroupPage(look, self.size())
        self._outside.addWidget(self._page)
        self._page.setVisible(not self._blank)
        if self._view is not None:
            self._page.show_view(self._view)
        self._page.show_time(self._time)
        self.update()
