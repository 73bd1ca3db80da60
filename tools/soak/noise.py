"""What nobody should hear on a walk: defects, warnings of Qt, errors in a thread."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_OF_THE_MACHINE = ("This plugin does not support", "Detected locale")


class Noise:
    """Listens; keeps the kind and the place, and of what Qt says the first words."""

    def __init__(self) -> None:
        self.defects: list[str] = []
        self.warnings: list[str] = []
        qInstallMessageHandler(self._on_qt)
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable

    def listen(self) -> None:
        """Hear what no slot caught, and let the program do with it what it does."""
        shown = sys.excepthook

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            self.defects.append(where(kind, trace))
            shown(kind, error, trace)

        sys.excepthook = hook

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        del context
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(_OF_THE_MACHINE):
            self.warnings.append(text[:120])

    def _on_thread(self, told: threading.ExceptHookArgs) -> None:
        self.defects.append(f"draad: {where(told.exc_type, told.exc_traceback)}")

    def _on_unraisable(self, told: sys.UnraisableHookArgs) -> None:
        self.defects.append(f"opruimen: {where(told.exc_type, told.exc_traceback)}")


def where(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of an exception and its last places, without its message."""
    frames = traceback.extract_tb(trace)[-4:]
    places = " < ".join(
        f"{frame.filename.rpartition('beraad/')[2]}:{frame.lineno} {frame.name}"
        for frame in reversed(frames)
    )
    return f"{kind.__name__} {places}"
