"""When the folder is locked: by key from any window, and when nobody does anything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from beraad.ui.widgets.way_out import close_popups

KEYS = "Ctrl+Shift+L"
_A_MINUTE = 60_000
_USUAL = 15 * _A_MINUTE
"""Milliseconds in which nobody does anything before the folder is locked."""

_COMBINATION = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_L
)
_Kind = QEvent.Type
_DONE_BY_HAND = frozenset(
    {
        _Kind.KeyPress,
        _Kind.MouseMove,
        _Kind.MouseButtonPress,
        _Kind.Wheel,
        _Kind.TouchBegin,
        _Kind.TabletPress,
    }
)
_TRIES = 200
_BETWEEN_TRIES = 10


class Locking(QObject):
    """Closes what stands open over the window and then says `ready`: now it can be locked.

    `closing` comes before that, for who has to keep what is typed in a dialog.

    `may` says whether there is anything to lock; `busy` whether a talk is under way, in which
    nobody has to touch the laptop.
    """

    ready = Signal()
    closing = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        may: Callable[[], bool],
        busy: Callable[[], bool],
        idle: int = _USUAL,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._may = may
        self._busy = busy
        self._left = 0
        self._watches = False
        QShortcut(QKeySequence(KEYS), window).activated.connect(self.begin)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(idle)
        self._idle.timeout.connect(self._on_idle)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_window)

    @Slot()
    def begin(self) -> None:
        """Lock, when there is anything to lock; whatever dialog is open goes first."""
        if self._may():
            self._left = _TRIES
            self.closing.emit()
            self._close_all()

    @Slot(int)
    def wait(self, minutes: int) -> None:
        """Lock after so many minutes in which nobody does anything."""
        self._idle.setInterval(minutes * _A_MINUTE)

    def watch(self) -> None:
        """Count from now how long nobody does anything."""
        self._watches = True
        self._idle.start()
        self._on_window(QGuiApplication.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _DONE_BY_HAND:
            self._idle.start()
        if (
            kind is _Kind.KeyPress
            and isinstance(event, QKeyEvent)
            and event.keyCombination() == _COMBINATION
            and self._is_elsewhere(watched)
        ):
            self.begin()
            return True
        return super().eventFilter(watched, event)

    def _is_elsewhere(self, watched: QObject) -> bool:
        """Whether the shortcut of the window does not hear a key of `watched`.

        A dialog that waits for an answer keeps every key from the window behind it, and the help
        and the group's screen are windows of their own.
        """
        return (
            watched is not self._window.windowHandle()
            or QApplication.activeModalWidget() is not None
        )

    @Slot()
    def _close_all(self) -> None:
        close_popups()
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog) and each.isVisible():
                each.reject()
        if not self._may():
            return
        if QApplication.activeModalWidget() is None:
            # After whoever waited for its answer has gone on.
            QTimer.singleShot(0, self, self.ready.emit)
        elif self._left:
            self._left -= 1
            QTimer.singleShot(_BETWEEN_TRIES, self, self._close_all)

    @Slot()
    def _on_idle(self) -> None:
        if self._busy():
            self._idle.start()
        else:
            self.begin()

    @Slot(QWindow)
    def _on_window(self, window: QWindow | None) -> None:
        if window is not None and self._watches:
            window.removeEventFilter(self)
            window.installEventFilter(self)
