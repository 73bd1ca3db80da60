"""Real keys and a real mouse."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from tools.soak import sight


def click(widget: QWidget, *, double: bool = False, at: QPoint | None = None) -> bool:
    """Press a control with the mouse; returns whether it could be reached."""
    if not sight.bring_in_sight(widget):
        return False
    if not widget.isActiveWindow() and sight.popup() is None:
        widget.activateWindow()
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    spot = at if at is not None else sight.middle(target)
    if not target.rect().contains(spot):
        return False
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=spot)
    if double:
        QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=spot)
    return True


def press(keys: str) -> None:
    """Press keys where the keyboard is now, such as Ctrl+Z."""
    target = where_keys_go()
    if target is not None:
        QTest.keySequence(target, QKeySequence(keys))


def where_keys_go() -> QWidget | None:
    """What gets the next key."""
    found = sight.popup() or QApplication.focusWidget() or QApplication.activeWindow()
    if found is None:
        found = next(iter(sight.windows()), None)
    return found


def write(text: str) -> None:
    """Type a text: keys for what an American keyboard has, the rest as an input method gives it."""
    for sign in text:
        target = QApplication.focusWidget()
        if target is None:
            return
        if sign == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        elif sign.isascii() and sign.isprintable():
            QTest.keyClicks(target, sign)
        else:
            given = QInputMethodEvent("", [])
            given.setCommitString(sign)
            QApplication.sendEvent(target, given)


def put_on_clipboard(text: str, *, as_html: bool = False) -> None:
    """What the next paste gives."""
    given = QMimeData()
    if as_html:
        given.setHtml(f"<p>{text}</p>")
    else:
        given.setText(text)
    QGuiApplication.clipboard().setMimeData(given)
