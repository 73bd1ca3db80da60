"""Nothing is a window of its own for a moment: it would flash, and could take keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from beraad.phases.rondes import PHASES
from beraad.records import Layer, StepKind
from beraad.store.register import Register
from tests.steps import WAITING


class Watch(QObject):
    """Notes every window that comes in sight beside the one there is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched, event):
        is_shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if is_shown and watched.isWindow() and watched is not self._window:
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_screen_shows_a_window_of_its_own_on_the_way(window, qapp):
    with Register.open(window._desk.register) as register:
        register.put(WAITING)
    watch = Watch(window)
    qapp.installEventFilter(watch)
    try:
        for show in (
            window.ways.show_practice,
            window.ways.show_signals,
            lambda: window.ways.show_signal(WAITING.id, StepKind.ANSWERED),
            window.ways.show_lessons,
        ):
            show()
            QApplication.processEvents()
        window.new()
        for phase in PHASES:
            window._session.go_to(phase.key)
            QApplication.processEvents()
        for layer in Layer:
            window.documents.show_review(layer)
            QApplication.processEvents()
            window.documents.show_publishing(layer)
            QApplication.processEvents()
        opened = window.beraad
        for show in (opened.show_forms, opened.show_typing, opened.documents.show_lesson):
            show()
            QApplication.processEvents()
    finally:
        qapp.removeEventFilter(watch)

    assert watch.seen == []
