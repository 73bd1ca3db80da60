"""Waiting for the window without keeping the processor from the work that is waited for."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep

from PySide6.QtCore import QCoreApplication

_PATIENCE = 60.0
"""Seconds; a busy machine may need many of them."""

_TURN = 0.002
"""Seconds in which a thread beside the window gets on, between two turns of the window."""


def wait_until(done: Callable[[], bool], about: object = "") -> None:
    """Let the window go on until this is so. Raises TimeoutError when it never is."""
    deadline = monotonic() + _PATIENCE
    while not done():
        if monotonic() > deadline:
            raise TimeoutError(about)
        QCoreApplication.processEvents()
        sleep(_TURN)
