"""What the window is called, and that everything in it is practice where that is so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from beraad.ui.announce import entitle
from beraad.ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from beraad.records import Session
    from beraad.ui.start.practice_strip import PracticeStrip

_FIRST = "Beraden"


class PracticeTitle(QObject):
    """Names the window after the screen in sight; above a screen of the oefenregister lies a strip.

    `opened` gives the open beraad. A beraad says itself whether it is an oefening: in the folder of
    an oefenregister one can begin a real one. `anew_wished` asks to make that register as it was.
    """

    anew_wished = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        stack: PageStack,
        inside: QBoxLayout,
        opened: Callable[[], Session | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stack = stack
        self._inside = inside
        self._opened = opened
        self._said = _FIRST
        self._folder_practises = self._beraad_practises = False
        self.strip: PracticeStrip | None = None
        window.setWindowTitle(_titled(_FIRST))
        stack.titled.connect(self.say)

    @Slot(str)
    def say(self, title: str) -> None:
        """Say what the screen in sight is called."""
        self._said = title
        opened = self._opened()
        self._beraad_practises = opened is not None and opened.is_practice
        practice = self._show_strip(is_open=opened is not None) or self._beraad_practises
        entitle(self._window, _titled(title, practice=practice), said=title)

    @Slot(object)
    def follow(self, session: Session) -> None:
        """Say that the open beraad is an oefening, or that it is none any more."""
        if session.is_practice != self._beraad_practises:
            self.say(self._said)

    @Slot(bool)
    def follow_folder(self, practises: bool) -> None:  # noqa: FBT001
        """Say that the folder is an oefenregister, or that it is none any more."""
        if practises != self._folder_practises:
            self._folder_practises = practises
            self.say(self._said)

    def _show_strip(self, *, is_open: bool) -> bool:
        """Show the strip above a screen of the oefenregister; whether it is such a one."""
        from beraad.ui.start.practice_strip import MARK, PracticeStrip

        current = self._stack.current
        marked = current is not None and bool(current.property(MARK))
        practising = marked or (self._folder_practises and not is_open)
        if practising and self.strip is None:
            self.strip = PracticeStrip()
            self.strip.anew_wished.connect(self.anew_wished)
            self._inside.insertWidget(self._inside.indexOf(self._stack), self.strip)
        if self.strip is not None:
            self.strip.setVisible(practising)
            self.strip.offer_anew(offered=marked)
        return practising


def _titled(screen: str, *, practice: bool = False) -> str:
    """The title of the window while it shows this screen."""
    return f"{screen} – Beraad{' (oefening)' if practice else ''}"
