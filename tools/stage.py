"""The real window of Beraad on a folder of its own, on a fixed day and always the same."""

from __future__ import annotations

import os
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from beraad.app import build
from beraad.ui.main_window import MainWindow
from tools.invented.day import NOW

_SCREEN = Path(__file__).with_name("screen.json")


def application() -> QApplication:
    """The application of this process: one screen of 1920 × 1080, and no blinking cursor."""
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"
    os.environ["QT_SCALE_FACTOR"] = "1"
    os.environ["TZ"] = "Europe/Amsterdam"
    time.tzset()
    qInstallMessageHandler(_tell)
    app = QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)
    return app


def open_window(app: QApplication, folder: Path, *, config: Path) -> MainWindow:
    """Make the window, out of sight. A mistake in one of its slots ends this program, loudly."""
    window = build(app, folder, config=config, now=lambda: NOW)
    stop_loudly()
    return window


def stop_loudly() -> None:
    """From now on a mistake in a slot ends this program, and tells where it was."""
    sys.excepthook = _stop


def _tell(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:  # noqa: ARG001
    """Pass on what Qt says, but for what a window without a screen cannot do."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def _stop(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)
