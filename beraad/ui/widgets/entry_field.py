"""A line of text that becomes a value when it is left: a date, a number."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from beraad.phases.date_entry import Unreadable
from beraad.ui.announce import announce
from beraad.ui.widgets.keys_elsewhere import KeysElsewhere
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.next_text import is_enter, to_next_text
from beraad.ui.widgets.parts import column, label, row, set_look
from beraad.ui.widgets.steady import Steady

_NOT_TAKEN = "Druk hier op Enter om dit over te nemen."


class EntryField(QWidget):
    """What can be read counts when the field is left; what cannot stays as it was typed.

    Enter takes it and goes to the next text, unless there is something to say about it first.
    `typing` carries what stands there after every key, so that it can be kept as typed. `entered`
    carries the value when the field is left, and the text that is no value, if any. `judged` comes
    whenever `unread` may be another.
    """

    typing = Signal(str)
    entered = Signal(object, str)
    judged = Signal()

    def __init__(self, *, name: str = "", needed: bool, placeholder: str) -> None:
        super().__init__()
        self._needed = needed
        self._value: Any = None
        self._touched = False
        self._asks = False
        self._line = LineEdit()
        self._line.setAccessibleName(name)
        self._line.setPlaceholderText(placeholder)
        KeysElsewhere(self._line)
        self._why = label(role="small")
        self._why.setObjectName("why")
        self._why.hide()
        self._told = ""
        self._steady = Steady(self, self._show_why)
        self.setFocusProxy(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        inside = column(self, spacing=2)
        self._beside: QHBoxLayout = row(spacing=4)
        self._beside.addWidget(self._line)
        at_the_left = row()  # What is said may be wider: what stands beside the line stays there.
        at_the_left.addLayout(self._beside)
        at_the_left.addStretch(1)
        inside.addLayout(at_the_left)
        inside.addWidget(self._why)
        self._line.textEdited.connect(self._on_typing)
        self._line.editingFinished.connect(self._on_left)

    @abstractmethod
    def read(self, text: str) -> Any | Unreadable:
        """The value a text means, None for no text, or why it is none."""

    @abstractmethod
    def written(self, value: Any) -> str:
        """A value as it is shown."""

    def doubt(self, value: Any) -> str:  # noqa: ARG002 - for who has doubts
        """What to ask about a value that was just typed; empty when it is a likely one."""
        return ""

    def show_entry(self, value: Any, typed: str | None) -> None:
        """Show a value, or what stands there in its place, without telling anybody."""
        if typed is None or not (typed or self._line.hasFocus()):
            if value == self._value and not self._touched and not self._is_marked():
                return
            self._touched = False
            self._value = value
            self._put(self._text_of(value))
            self._say("")
            return
        self._value = value
        elsewhere = typed != self._line.text() or not self._line.hasFocus()
        self._put(typed)
        if elsewhere:
            read = self.read(typed)
            self._touched = not isinstance(read, Unreadable)
            self._say(_NOT_TAKEN if self._touched else read.why, wrong=True)

    @property
    def unread(self) -> str:
        """What stands there and is no value; empty when all of it counts."""
        return self._line.text().strip() if self._is_marked() else ""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_enter(event, Qt.KeyboardModifier.NoModifier):
            super().keyPressEvent(event)
        elif not (self._asks or self._is_marked()):
            to_next_text(self._line)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def widest(self) -> str:
        """The longest text the line has room for."""
        return self._line.placeholderText()

    def take(self, text: str) -> None:
        """Take a text as if it was typed and the field was left."""
        self._line.setText(text)
        self._touched = True
        self._on_left()

    def _fit(self) -> None:
        metrics = self._line.fontMetrics()
        room = metrics.horizontalAdvance(self.widest()) + metrics.lineSpacing() * 2
        self._line.setFixedWidth(room)

    @Slot(str)
    def _on_typing(self, text: str) -> None:
        self._touched = True
        self._say("")
        self.typing.emit(text)

    @Slot()
    def _on_left(self) -> None:
        self._asks = False
        if not self._touched:
            return
        self._touched = False
        text = self._line.text().strip()
        read = self.read(text)
        if isinstance(read, Unreadable):
            self._say(read.why, wrong=True)
            announce(self._line, read.why)
            self.entered.emit(self._value if self._needed else None, text)
            return
        value = self._value if read is None and self._needed else read
        doubt = self.doubt(value) if value != self._value else ""
        self._value = value
        self._put(self._text_of(value))
        self.entered.emit(value, "")
        self._say(doubt)
        if doubt:
            self._asks = True
            announce(self._line, doubt)

    def _text_of(self, value: Any) -> str:
        return "" if value is None else self.written(value)

    def _put(self, text: str) -> None:
        if text != self._line.text():
            self._line.setText(text)

    def _is_marked(self) -> bool:
        return bool(self._line.property("invalid"))

    def _say(self, why: str, *, wrong: bool = False) -> None:
        set_look(self._line, "invalid", "true" if wrong else "")
        self._line.setToolTip(why)
        self._line.setAccessibleDescription(why)
        self._told = why
        self._steady.settle()
        self.judged.emit()

    def _show_why(self) -> None:
        self._why.setText(self._told)
        self._why.setVisible(bool(self._told))
        self._make_room()

    def _make_room(self) -> None:
        """Let no line of what is said lie over the field, however narrow it became."""
        room = max(0, self._why.heightForWidth(self.width())) if self._told else 0
        if room != self._why.minimumHeight():
            self._why.setMinimumHeight(room)
