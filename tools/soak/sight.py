"""What is on the screen now, found by looking and not by a list that somebody keeps."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from beraad.ui.widgets.below import below
from tools.soak.steps import At

Writable = QPlainTextEdit | QLineEdit


def windows() -> list[QWidget]:
    """The windows in sight, in an order that is the same every time."""
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return [modal]
    found = [each for each in QApplication.topLevelWidgets() if each.isVisible() and _frame(each)]
    return sorted(found, key=lambda each: (type(each).__name__ != "MainWindow", _known_by(each)))


def popup() -> QWidget | None:
    """What is open on top of everything: a menu, a calendar, a list of suggestions."""
    return QApplication.activePopupWidget()


def buttons() -> list[QAbstractButton]:
    """The buttons that can be pressed now."""
    return [each for each in _all(QAbstractButton) if each.isEnabled()]


def fields() -> list[Writable]:
    """The fields that can be written in now."""
    plain = [each for each in _all(QPlainTextEdit) if not each.isReadOnly()]
    lines = [each for each in _all(QLineEdit) if not each.isReadOnly()]
    return [each for each in (*plain, *lines) if each.isEnabled()]


def lists() -> list[QAbstractItemView]:
    """The lists in sight with something in them."""
    return [each for each in _all(QAbstractItemView) if each.model() and each.model().rowCount()]


def menu_actions(menu: QMenu) -> list[int]:
    """The places of the actions in a menu that can be chosen."""
    return [
        place
        for place, action in enumerate(menu.actions())
        if action.isEnabled() and action.isVisible() and not action.isSeparator()
    ]


def shortcuts() -> list[str]:
    """Every key that something in sight listens to."""
    found: set[str] = set()
    for window in windows():
        for owner in (window, *below(window, QWidget)):
            if owner.isVisible():
                found.update(*(map(_portable, each.keys()) for each in _heard_by(owner)))
    return sorted(found)


def place_of(widget: QWidget) -> At:
    """How to find this control again."""
    kind, name = type(widget).__name__, widget.objectName()
    alike = list(_alike(kind, name))
    return At(kind, name, alike.index(widget) if widget in alike else 0)


def find(at: At) -> QWidget | None:
    """The control at this place; None when it is not in sight."""
    for number, widget in enumerate(_alike(at.kind, at.name)):
        if number == at.number:
            return widget
    return None


def bring_in_sight(widget: QWidget) -> bool:
    """Scroll to a control, as a person would; returns whether a mouse can reach it."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.widget() is not None:
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
    window = widget.window()
    under = window.childAt(widget.mapTo(window, middle(widget)))
    return under is not None and (under is widget or widget.isAncestorOf(under))


def middle(widget: QWidget) -> QPoint:
    """Where a mouse would press a control."""
    return widget.rect().center()


def texts_on(window: QWidget) -> Iterator[str]:
    """Everything that can be read on a window, or heard of it."""
    for widget in (window, *below(window, QWidget)):
        for said in (
            widget.windowTitle(),
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.whatsThis(),
            widget.statusTip(),
        ):
            if said:
                yield said
        for name in ("text", "toPlainText", "title", "placeholderText"):
            reader = getattr(widget, name, None)
            if callable(reader):
                said = reader()
                if isinstance(said, str) and said:
                    yield said


def is_in(widget: QWidget | None, kind: str) -> bool:
    """Whether a control lies inside a widget of this class."""
    while widget is not None:
        if any(each.__name__ == kind for each in type(widget).__mro__):
            return True
        widget = widget.parentWidget()
    return False


def _heard_by(owner: QWidget) -> Iterator[QShortcut]:
    for each in owner.children():
        if isinstance(each, QShortcut) and each.isEnabled():
            yield each


def _portable(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def _all(kind: type) -> list:
    return [each for window in windows() for each in below(window, kind) if each.isVisible()]


def _alike(kind: str, name: str) -> Iterator[QWidget]:
    for window in windows():
        for each in (window, *below(window, QWidget)):
            alike = type(each).__name__ == kind and each.objectName() == name
            if alike and each.isVisible() and (each is window or each.isEnabled()):
                yield each


def _frame(window: QWidget) -> bool:
    return window.windowType() in {Qt.WindowType.Window, Qt.WindowType.Dialog}


def _known_by(window: QWidget) -> tuple[str, str]:
    return type(window).__name__, window.objectName()
