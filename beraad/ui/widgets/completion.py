"""Suggestions under a text field: help, never a closed list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QCompleter, QListView, QWidget
from shiboken6 import isValid

from beraad.phases.folding import plain
from beraad.ui.announce import announce
from beraad.ui.collecting import is_emptied
from beraad.ui.widgets.digit_row import is_alt_and_digit
from beraad.ui.widgets.text_field import TextField

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_HELD = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)
"""Keys that only go with others."""

_TEXT, _SOUGHT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Offer(NamedTuple):
    """One suggestion: the text that is filled in, and what stands beside it and finds it too."""

    text: str
    about: str = ""


class Completion(QObject):
    """Offers suggestions for a whole field while somebody types in it.

    Each is found by any part of what it says, without capitals and accents. The arrow down opens
    all of them; Enter takes the one that is marked, Escape closes.
    """

    def __init__(self, field: TextField, suggestions: Callable[[], Iterable[str | Offer]]) -> None:
        super().__init__(field)
        self._field = field
        self._suggestions = suggestions
        self._completer: QCompleter | None = None
        self._popup: QListView | None = None
        field.suggests = self._takes_enter
        field.installEventFilter(self)
        field.edited.connect(self._on_edited)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            mine = event.key() == Qt.Key.Key_Escape and self._is_open()
            if mine:
                event.accept()  # Else a screen that listens to Escape gets it before the list.
            return mine
        if event.type() is not QEvent.Type.KeyPress:
            return False
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_Down and not self._is_open():
            self._offer(self._field.toPlainText(), everything=True)
            return True
        return False

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self._field.hasFocus():
            self._offer(text, everything=False)

    def _offer(self, text: str, *, everything: bool) -> None:
        completer, popup = self._ready()
        completer.setCompletionPrefix("" if everything else plain(text))
        nothing = completer.completionCount() == 0
        exact = completer.completionCount() == 1 and completer.currentCompletion() == text
        if nothing or exact or not (everything or text.strip()):
            popup.hide()
        else:
            needed = popup.sizeHintForColumn(0) + 2 * self._field.fontMetrics().lineSpacing()
            width = max(self._field.width(), needed)
            is_news = not popup.isVisible()
            completer.complete(QRect(0, 0, width, self._field.height()))
            if is_news:
                count = completer.completionCount()
                announce(self._field, "1 suggestie" if count == 1 else f"{count} suggesties")

    def _ready(self) -> tuple[QCompleter, QListView]:
        """The list is made when it is first needed: most fields never show one."""
        if self._completer is None or self._popup is None:
            self._popup = QListView()
            self._popup.setObjectName("completions")
            self._popup.setAccessibleName("Suggesties")
            self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._completer = _Completer(_model(self._suggestions(), self), self)
            self._completer.setCompletionRole(_SOUGHT)
            self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._completer.setMaxVisibleItems(8)
            self._completer.setWidget(self._field)
            self._completer.setPopup(self._popup)
            self._completer.activated.connect(self._on_chosen)
            # After the completer: what listens last is asked first.
            self._popup.installEventFilter(_Outside(self._popup, self._field))
        return self._completer, self._popup

    def _takes_enter(self) -> bool:
        """Whether Enter takes a suggestion; without a marked one the list makes way for it."""
        if self._popup is None or not self._popup.isVisible():
            return False
        if self._popup.currentIndex().isValid():
            return True
        self._popup.hide()
        return False

    def _is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    @Slot(str)
    def _on_chosen(self, text: str) -> None:
        self._field.setPlainText(text)
        announce(self._field, f"{text} gekozen")
        cursor = self._field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._field.setTextCursor(cursor)


class _Completer(QCompleter):
    """Looks in what is sought, and gives the text that is filled in."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(_TEXT))


def _model(suggestions: Iterable[str | Offer], parent: QObject) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    for each in suggestions:
        text, about = (each, "") if isinstance(each, str) else each
        item = QStandardItem(" · ".join(filter(None, (text, about))))
        item.setData(text, _TEXT)
        item.setData(plain(item.text()), _SOUGHT)
        model.appendRow(item)
    return model


class _Outside(QObject):
    """Lets a press beside the list do what it would do without it, and a key; the list goes.

    Nobody thinks of the list as something to close first: it came by itself. A key with Ctrl or Alt
    is never meant for it, and what holds the field has to hear of it too.
    """

    def __init__(self, popup: QWidget, field: QWidget) -> None:
        super().__init__(popup)
        self._popup = popup
        self._field = field
        self._pressed: QWidget | None = None
        popup.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # Where Qt would do it too.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if is_emptied(self):
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_other = _is_command(event)
            if is_other:
                self._popup.hide()
                QApplication.sendEvent(self._field, event)
            return is_other
        if not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._pressed = None
                is_beside = not self._popup.rect().contains(event.position().toPoint())
                if is_beside:
                    self._popup.hide()
                    self._press(event)
                return is_beside
            case QEvent.Type.MouseButtonRelease if self._pressed is not None:
                self._release(event)
                return True
            case _:
                return False

    def _press(self, event: QMouseEvent) -> None:
        """Let what is under the mouse be pressed; its window gives it the focus."""
        place = event.globalPosition()
        self._pressed = QApplication.widgetAt(place.toPoint())
        window = self._pressed.window().windowHandle() if self._pressed is not None else None
        if window is not None:
            # At once: the release may be on its way.
            QApplication.sendEvent(window, _moved(event, window.mapFromGlobal(place)))

    def _release(self, event: QMouseEvent) -> None:
        """On X11 it comes to where the press came first, and the window would not hear of it."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and isValid(pressed):
            QApplication.sendEvent(
                pressed, _moved(event, pressed.mapFromGlobal(event.globalPosition()))
            )


def _is_command(event: QKeyEvent) -> bool:
    """Whether a key does something, instead of writing a sign or going along a list."""
    held = event.modifiers() & _COMMANDS
    if not held or event.key() in _HELD:
        return False
    # With Alt a sign may come along, and AltGr is Ctrl and Alt on some systems.
    writes = held != Qt.KeyboardModifier.ControlModifier and event.text().isprintable()
    return not (writes and event.text().strip()) or is_alt_and_digit(event)


def _moved(event: QMouseEvent, place: QPointF) -> QMouseEvent:
    """The same event as somebody else meets it, at a place of theirs."""
    return QMouseEvent(
        event.type(),
        place,
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
    )
