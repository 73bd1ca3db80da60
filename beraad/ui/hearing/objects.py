"""The objects that a screen reader walks over, where Qt's own would say less than what is seen.

Qt lists what is in a widget in the order in which it was made, hidden or not, and knows no
headings. Everything here holds for every widget of the kind: a screen has nothing to arrange.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAccessibleWidget,
    QLabel,
    QPushButton,
    QWidget,
)

from beraad.ui.hearing.marks import HEADING, OPENS_MENU, PICTURE, SILENT
from beraad.ui.widgets.reading_order import parts_of

_HEADING_ROLES = frozenset({"title", "heading"})
_CONTAINERS = frozenset({"QWidget", "QFrame"})
_Role = QAccessible.Role
_installed: list[object] = []


def install() -> None:
    """Let Qt ask here first; once is enough for the whole program."""
    if not _installed:
        QAccessible.installFactory(_made_for)
        _installed.append(_made_for)


class Container(QAccessibleWidget):
    """What holds other things: those in sight, as they are seen. With a name it is a group."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, _Role.Client)

    def role(self) -> QAccessible.Role:
        named = self.isValid() and bool(self.widget().accessibleName())
        return _Role.Grouping if named else _Role.Client

    def childCount(self) -> int:
        return len(self._parts())

    def child(self, index: int) -> QAccessibleInterface:
        parts = self._parts()
        if not 0 <= index < len(parts):
            return None  # type: ignore[return-value]  # As Qt wants it; the stubs do not know.
        return QAccessible.queryAccessibleInterface(parts[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        wanted = child.object()
        return next((at for at, part in enumerate(self._parts()) if part == wanted), -1)

    def _parts(self) -> list[QWidget]:
        if not self.isValid():
            return []
        return [part for part in parts_of(self.widget()) if not part.property(SILENT)]


class Heading(QAccessibleWidget):
    """A label above what belongs together; readers that can, jump from one to the next.

    Without a level: the interface that would tell it ends the program (PySide6 6.11).
    """

    def __init__(self, widget: QLabel) -> None:
        super().__init__(widget, _Role.Heading)

    def text(self, kind: QAccessible.Text) -> str:
        label = self.widget()
        if kind is QAccessible.Text.Name and isinstance(label, QLabel):
            return label.accessibleName() or label.text()
        return super().text(kind)


class MenuButton(QAccessibleWidget):
    """A button that says that a menu opens."""

    def __init__(self, widget: QPushButton) -> None:
        super().__init__(widget, _Role.Button)

    def state(self) -> QAccessible.State:
        told = super().state()
        told.hasPopup = True
        return told

    def text(self, kind: QAccessible.Text) -> str:
        button = self.widget()
        if kind is QAccessible.Text.Name and isinstance(button, QAbstractButton):
            return button.accessibleName() or button.text()
        return super().text(kind)

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        button = self.widget()
        if name == self.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)


def _made_for(kind: str, owner: QObject) -> QAccessibleInterface | None:
    """The object for this widget; None leaves it to Qt. Asked from the nearest class upwards."""
    if kind == "QLabel" and isinstance(owner, QLabel) and _is_heading(owner):
        return Heading(owner)
    if kind == "QPushButton" and isinstance(owner, QPushButton) and owner.property(OPENS_MENU):
        return MenuButton(owner)
    if kind == "QProgressBar" and isinstance(owner, QWidget) and owner.property(SILENT):
        return QAccessibleWidget(owner, _Role.Graphic)
    if kind in _CONTAINERS and isinstance(owner, QWidget) and owner.property(PICTURE):
        return QAccessibleWidget(owner, _Role.Graphic)
    if kind in _CONTAINERS and isinstance(owner, QWidget) and _is_ours(owner):
        return Container(owner)
    return None


def _is_heading(label: QLabel) -> bool:
    within = label.parentWidget()
    if isinstance(within, QAbstractButton):
        return False
    return label.property("role") in _HEADING_ROLES or bool(label.property(HEADING))


def _is_ours(widget: QWidget) -> bool:
    """Not the insides of Qt's own lists and scroll areas."""
    return not (widget.isWindow() or isinstance(widget.parentWidget(), QAbstractScrollArea))
