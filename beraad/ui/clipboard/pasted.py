"""What comes from elsewhere by pasting or dropping, as the plain text it says."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QClipboard, QGuiApplication, QTextDocumentFragment
from PySide6.QtWidgets import QToolTip, QWidget

from beraad.storable import storable
from beraad.ui.announce import announce

NO_FILE = "Een bestand kan hier niet in. Open het en kopieer de tekst die je nodig hebt."


def is_file(source: QMimeData) -> bool:
    """Whether this is a file; its path would name a user and perhaps a client."""
    return any(url.isLocalFile() for url in source.urls())


def holds_text(source: QMimeData) -> bool:
    """Whether there is something that can be said in plain text."""
    return source.hasText() or source.hasHtml()


def plain(source: QMimeData) -> str:
    """The text of it, also when it comes with nothing but a layout."""
    text = source.text()
    if not text and source.hasHtml():
        text = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    return storable(text)


def on_clipboard() -> QMimeData:
    """What would be pasted now."""
    return QGuiApplication.clipboard().mimeData(QClipboard.Mode.Clipboard)


def refuse_file(field: QWidget, at: QPoint) -> None:
    """Say that a file does not go into a field; `at` is a place in it."""
    QToolTip.showText(field.mapToGlobal(at), NO_FILE, field)
    announce(field, NO_FILE, urgent=True)
