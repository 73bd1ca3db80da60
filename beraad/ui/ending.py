"""The end that comes from outside: a signal of the system, or the end of the user's session."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

from beraad.ui.main_window import MainWindow

_NAMES = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
_MOST = 64


class Ending(QObject):
    """Keeps everything that was typed, and leaves in order.

    Nobody may be there to answer, so nothing is asked. Only when every word can go nowhere, the
    window stays.
    """

    def __init__(self, app: QGuiApplication, window: MainWindow) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        app.commitDataRequest.connect(self._on_session_end)

    def heed_signals(self) -> None:
        """Let signals that ask to stop be a wish to leave. For the main thread."""
        self._ours, self._pythons = socket.socketpair()
        for end in (self._ours, self._pythons):
            end.setblocking(False)
        # Python itself only looks at a signal when it has something to do; this wakes it up.
        signal.set_wakeup_fd(self._pythons.fileno(), warn_on_full_buffer=False)
        for number in (getattr(signal, name, None) for name in _NAMES):
            # Who started us with nohup does not want us to stop.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _left_to_the_notifier)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    @Slot()
    def _on_signal(self) -> None:
        self._ours.recv(_MOST)
        copy = self._window.keep()
        # The first time it may stay to tell something; here nobody may be there to read it.
        if self._window.close() or self._window.close() or copy is not None:
            self._app.quit()

    @Slot(QSessionManager)
    def _on_session_end(self, manager: QSessionManager) -> None:
        copy = self._window.keep()
        if copy is None and self._window.is_unkept:
            manager.cancel()


def _left_to_the_notifier(_number: int, _frame: object) -> None:
    pass
