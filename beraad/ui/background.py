"""Work beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QThread


class Background(QThread):
    """One piece of work in a thread of its own. Belongs to the application, not to a screen.

    A screen may go while the work is still running; `finish_all` waits before the program ends.

    Attributes:
        outcome: what the work returned, or the exception it raised; read it after `finished`.
    """

    def __init__(self, work: Callable[[Callable[[], bool]], Any]) -> None:
        super().__init__(QCoreApplication.instance())
        self._work = work
        self.outcome: Any = None
        self.finished.connect(self.deleteLater)

    def run(self) -> None:
        try:
            self.outcome = self._work(self.isInterruptionRequested)
        except Exception as error:  # noqa: BLE001 - handed over to who asked, never swallowed
            self.outcome = error


def finish_all() -> None:
    """Wait for all work beside the window; it is asked to stop."""
    app = QCoreApplication.instance()
    for work in app.findChildren(Background) if app else ():
        work.requestInterruption()
        work.wait()
