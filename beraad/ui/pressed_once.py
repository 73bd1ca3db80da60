"""A key that presses something presses once: what it opened is not decided by the same press.

Who holds Enter or the space bar, or presses it twice by habit, has not seen yet where the cursor
went. That key then ticks no choice, writes no line and opens nothing further.
"""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from beraad.ui.collecting import is_emptied

_PRESSES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)


class PressedOnce(QObject):
    """Listens at the windows, before any of their parts gets a key.

    A moment is what the system takes for the two halves of a double click. It begins when what was
    pressed is done. Going from text to text by Enter may be quick; a key that is held stays where
    it came.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._key: int | None = None
        self._on: QWidget | None = None
        self._done_at: float | None = None
        app.focusWindowChanged.connect(self._listen_at)
        self._listen_at(app.focusWindow())

    @Slot(QWindow)
    def _listen_at(self, window: QWindow | None) -> None:
        if window is not None and not is_emptied(self):
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if is_emptied(self):
            return False
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._is_same_press(event)
            case QEvent.Type.KeyRelease if isinstance(event, QKeyEvent):
                # Only then the space bar presses.
                if event.key() == self._key and not event.isAutoRepeat():
                    self._begin_moment()
            case QEvent.Type.MouseButtonPress:
                self._key = self._on = None
            case _:
                pass
        return False

    def _is_same_press(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat() and _begins_row(event):
            return True
        over = QApplication.activePopupWidget()
        # A list of suggestions is a part of its field.
        here = (over and (over.focusProxy() or over)) or QApplication.focusWidget()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _PRESSES or not plain:
            self._key = self._on = None
            return False
        same = event.key() == self._key and here is not self._on
        if same and (event.isAutoRepeat() or self._is_soon()):
            return True
        self._key, self._on = event.key(), here
        self._begin_moment()
        return False

    def _is_soon(self) -> bool:
        """Whether it was pressed just now; of a text, which Enter leaves at once, never."""
        if isinstance(self._on, _TEXTS):
            return False
        moment = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        return self._done_at is None or monotonic() - self._done_at < moment

    def _begin_moment(self) -> None:
        self._done_at = None
        QTimer.singleShot(0, self, self._on_done)

    @Slot()
    def _on_done(self) -> None:
        self._done_at = monotonic()


def _begins_row(event: QKeyEvent) -> bool:
    """Whether this is Ctrl+Enter, with which a row, a value or a slip begins: one each press."""
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
