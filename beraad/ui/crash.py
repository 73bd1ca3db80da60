"""Mistakes of our own in the window: shown there, and written without text of a beraad."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from beraad.defects import report, write


class Complains(Protocol):
    """A window that can tell of a mistake of ours."""

    def show_defect(self) -> None:
        """Show that something went wrong in the program itself, and what is kept."""
        ...


class _Teller(QObject):
    """Brings the news of a mistake to the window's own thread."""

    _elsewhere = Signal()

    def __init__(self, window: Complains) -> None:
        super().__init__()
        self._window = window
        self._elsewhere.connect(self._tell)

    def tell(self) -> None:
        if self.thread().isCurrentThread():
            self._window.show_defect()
        else:
            self._elsewhere.emit()

    @Slot()
    def _tell(self) -> None:
        self._window.show_defect()


def report_defects(window: Complains) -> None:
    """Show every exception that nobody caught, in whatever thread, and write where it happened."""
    report(_Teller(window).tell)


def hush_qt() -> None:
    """Let Qt write that something is odd, without what it says about it."""
    qInstallMessageHandler(_write)


def _write(kind: QtMsgType, about: QMessageLogContext, _message: str) -> None:
    if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        write(f"Beraad: {kind.name} {about.category}\n")
