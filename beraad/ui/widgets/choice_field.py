"""Choosing one of a few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from PySide6.QtCore import QMargins, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from beraad.phases.model import Choices
from beraad.phases.phrasing import listed
from beraad.ui.announce import announce
from beraad.ui.hearing.marks import OPENS_MENU
from beraad.ui.hearing.words import spoken
from beraad.ui.theme.look import INK_2
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.menus import open_menu
from beraad.ui.widgets.parts import button, set_look
from beraad.ui.widgets.typed_past import TypedPast
from beraad.ui.widgets.wrapping import Wrapped


class ChoiceField(QPushButton):
    """One of a few values: shows the one that was chosen, and offers them all in a menu.

    Arrow up and down and a first letter choose without the menu; the mouse wheel changes nothing.
    A QComboBox brings ten widgets of its own, and a full beraad has hundreds of choices.
    """

    edited = Signal(object)

    def __init__(
        self,
        choices: Choices,
        *,
        quiet: bool = False,
        looks: Mapping[StrEnum, str] | None = None,
        nothing: str = "",
    ) -> None:
        super().__init__()
        self._values: list[StrEnum | None] = [None] if nothing else []
        self._texts = [nothing] if nothing else []
        for value, text in choices:
            self._values.append(value)
            self._texts.append(text)
        self._looks = looks or {}
        self._name = ""
        self._place = 0
        self.setAutoDefault(False)
        self.setProperty("kind", "choice")
        self.setProperty(OPENS_MENU, True)
        if quiet:
            self.setProperty("quiet", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self._show(0)

    def show_value(self, value: StrEnum | None) -> None:
        """Show this choice without telling anybody."""
        self._show(self._values.index(value) if value in self._values else 0)

    def setAccessibleName(self, name: str) -> None:
        self._name = name
        self._say()

    def sizeHint(self) -> QSize:
        boldest = self.font()
        if self._looks:
            boldest.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(boldest)
        widest = max(metrics.horizontalAdvance(text) for text in self._texts)
        taken = self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint().grownBy(QMargins(0, 0, widest - taken, 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 7, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        match event.key():
            case Qt.Key.Key_Up:
                self._choose(max(0, self._place - 1))
            case Qt.Key.Key_Down:
                self._choose(min(len(self._values) - 1, self._place + 1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open()
            case _ if event.text().isalnum():
                self._choose_by_letter(event.text().casefold())
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        line = self.fontMetrics().lineSpacing()
        half, middle = line * 0.22, QPointF(self.width() - line * 0.7, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(INK_2), line * 0.09))
        left = middle + QPointF(-half, -half / 2)
        right = middle + QPointF(half, -half / 2)
        painter.drawPolyline([left, middle + QPointF(0, half / 2), right])

    def _show(self, place: int) -> None:
        self._place = place
        self.setText(self._texts[place])
        self._say()
        if self._looks:
            value = self._values[place]
            set_look(self, "choice", self._looks.get(value, "") if value else "")

    def _say(self) -> None:
        chosen = spoken(self.text())
        super().setAccessibleName(f"{self._name}, {chosen}" if self._name else chosen)

    def _choose(self, place: int) -> None:
        if place != self._place:
            self._show(place)
            self.edited.emit(self._values[place])

    def _choose_by_letter(self, letter: str) -> None:
        """Choose what begins so, and say the way back: somebody may have meant to type a word.

        What was chosen is said already: it is in the name of what has the focus.
        """
        before = self._place
        self._choose(self._next_from(letter))
        if self._place != before:
            announce(self, "Ctrl+Z draait het terug.")

    def _next_from(self, letter: str) -> int:
        """The next choice that begins so; the one in force when there is none."""
        count = len(self._texts)
        for step in range(1, count):
            place = (self._place + step) % count
            if _first_letter(self._texts[place]) == letter:
                return place
        return self._place

    @Slot()
    def _open(self) -> None:
        menu = QMenu(self)
        choices = QActionGroup(menu)
        for place, text in enumerate(self._texts):
            action = choices.addAction(text)
            action.setCheckable(True)
            action.setChecked(place == self._place)
            action.setData(place)
        menu.addActions(choices.actions())
        menu.triggered.connect(self._on_picked)
        open_menu(menu, self, at=choices.actions()[self._place])

    @Slot(QAction)
    def _on_picked(self, action: QAction) -> None:
        self._choose(action.data())


def _first_letter(text: str) -> str:
    """The letter a choice begins with, past the shapes before it."""
    return next((sign for sign in text.casefold() if sign.isalnum()), "")


class SegmentField(QWidget):
    """One of a few values, as buttons side by side; on `one_line` where there is room beside it.

    `wished` gives a value of which is asked first: what was chosen before it, stays.
    """

    edited = Signal(object)
    wished = Signal(object)

    def __init__(self, choices: Choices, *, name: str = "", one_line: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[StrEnum, QAbstractButton] = {}
        self._shown: StrEnum | None = None
        self._asked: frozenset[StrEnum] = frozenset()
        inside = FlowLayout(one_line=one_line)
        self.setLayout(inside)
        for value, text in choices:
            made = button(text, kind="segment")
            made.setCheckable(True)
            made.setAutoExclusive(True)  # The group does that already; it makes it a radio button.
            self._buttons[value] = made
            self._group.addButton(made)
            inside.addWidget(made)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_value(self, value: StrEnum | None) -> None:
        """Show this choice without telling anybody; no button is down when it has none."""
        self._shown = value
        if value is not None and value in self._buttons:
            self._buttons[value].setChecked(True)
        elif (down := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            down.setChecked(False)
            self._group.setExclusive(True)

    def take_focus(self) -> None:
        """Put the focus on the choice in force; on the first when there is none."""
        chosen = self._group.checkedButton() or next(iter(self._buttons.values()))
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def be_one_stop(self) -> None:
        """Let Tab come here once as long as nothing is chosen; arrows go to the others."""
        one_is_down = self._group.checkedButton() is not None
        for number, made in enumerate(self._buttons.values()):
            by_tab = one_is_down or number == 0 or made.hasFocus()
            policy = Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(policy)

    def offer(self, why_not: Mapping[StrEnum, str]) -> None:
        """Let a value be chosen unless something is said why not.

        That is shown at the value, and heard by who comes to these values: what cannot be chosen
        gets no focus.
        """
        told: dict[str, list[str]] = {}
        for value, made in self._buttons.items():
            why = why_not.get(value, "")
            made.setEnabled(not why)
            made.setToolTip(why)
            made.setAccessibleDescription(why)
            if why:
                told.setdefault(why, []).append(made.text())
        said = (f"{listed(names)} kun je niet kiezen. {why}" for why, names in told.items())
        self.setAccessibleDescription(" ".join(said))

    def ask_first(self, values: Iterable[StrEnum]) -> None:
        """Only wish for these values when they are chosen."""
        self._asked = frozenset(values)

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        for value, made in self._buttons.items():
            if made is not clicked:
                continue
            if value in self._asked and value != self._shown:
                had_focus = made.hasFocus()
                self.show_value(self._shown)
                if had_focus:
                    self.take_focus()
                self.wished.emit(value)
            else:
                self._shown = value
                self.edited.emit(value)


class CheckField(QCheckBox):
    """Yes or no."""

    edited = Signal(object)

    def __init__(self, text: str, *, role: str = "") -> None:
        super().__init__(text)
        self._wrapped = Wrapped(self, text)
        self._typed_past = TypedPast(self, letters=1, does="zet het vinkje")
        self.setAccessibleName(text)
        if role:
            self.setProperty("role", role)
        self.clicked.connect(self._on_clicked)

    def text(self) -> str:
        return self._wrapped.whole

    def setText(self, text: str) -> None:
        self._wrapped.become(text)
        super().setText(self._wrapped.lines())
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A tick changes without a word or a jump: the space that ends a word does not set it."""
        if not self._typed_past.heeds(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._typed_past.forget()

    def show_value(self, value: bool) -> None:  # noqa: FBT001
        """Show this without telling anybody."""
        self.setChecked(value)

    @Slot(bool)
    def _on_clicked(self, checked: bool) -> None:  # noqa: FBT001
        self.edited.emit(checked)
