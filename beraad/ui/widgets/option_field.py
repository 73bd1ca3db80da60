"""Choosing one of the options of the dilemma: A, B, C …"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from beraad.phases.wording import option_mark
from beraad.records import Id, Option, letter
from beraad.ui.announce import announce
from beraad.ui.widgets.parts import button, clear, column

_LONGEST = 70
_NONE_LEFT = "Geen keuze meer. Ctrl Z draait het terug."


class OptionField(QWidget):
    """Every option as a button with its letter and text; no option is a choice too.

    The key of a letter chooses that option; `letter_pressed` tells that it was chosen so.
    """

    edited = Signal(object)
    letter_pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._shown: tuple[tuple[Id, str], ...] = ()
        self._letters: dict[str, Id] = {}
        self._buttons: dict[Id, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._inside = column(self, spacing=4)

    @property
    def is_made(self) -> bool:
        """Whether one of them is chosen."""
        return any(made.isChecked() for made in self._buttons.values())

    def show_options(self, options: tuple[Option, ...], *, without: Id | None = None) -> None:
        """Offer these options, but for one."""
        shown = tuple(
            (option.id, _labelled(options, option.id)) for option in options if option.id != without
        )
        self._letters = {
            letter(place): option.id for place, option in enumerate(options) if option.id != without
        }
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._inside)
        self._buttons = {}
        for option, text in shown:
            made = button(text, kind="option")
            made.setCheckable(True)
            made.clicked.connect(self._on_clicked)
            self._buttons[option] = made
            self._inside.addWidget(made)
        self._lead_to(None)

    def show_value(self, value: Id | None) -> None:
        """Show this choice without telling anybody."""
        for option, made in self._buttons.items():
            made.setChecked(option == value)
        self._lead_to(value)

    def _lead_to(self, value: Id | None) -> None:
        """Let the focus come at what is chosen; at the first option when nothing is."""
        first = next(iter(self._buttons.values()), None)
        wanted = first if value is None else self._buttons.get(value, first)
        if wanted is not None:
            self.setFocusProxy(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        others = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        chosen = None if others else self._letters.get(event.text().upper())
        if chosen is None:
            super().keyPressEvent(event)
            return
        self.show_value(chosen)
        # The focus goes on to the next text, and with it what a reader would say of the tick.
        announce(self, f"{self._buttons[chosen].accessibleName()}, gekozen")
        self.edited.emit(chosen)
        self.letter_pressed.emit()

    @Slot()
    def _on_clicked(self) -> None:
        clicked = self.sender()
        for option, made in self._buttons.items():
            if made is clicked:
                if not made.isChecked():
                    announce(self, _NONE_LEFT)
                self.edited.emit(option if made.isChecked() else None)


def option_label(options: tuple[Option, ...], wanted: Id) -> str:
    """The letter of an option with its shape and the start of its text."""
    return _labelled(options, wanted, _start)


def _labelled(options: tuple[Option, ...], wanted: Id, said: Callable[[str], str] = str) -> str:
    """The letter of an option with its shape and its text, of which nothing else is left out."""
    for index, option in enumerate(options):
        if option.id == wanted:
            text = " ".join((option.short or option.text).split())
            return f"{option_mark(letter(index))}  {said(text)}".rstrip()
    return ""


def _start(text: str) -> str:
    """A text as far as a label has room, cut between two words where there are two."""
    if len(text) <= _LONGEST:
        return text
    whole = text[: _LONGEST - 1].rpartition(" ")[0].rstrip()
    return f"{whole} …" if whole else f"{text[: _LONGEST - 1]}…"
