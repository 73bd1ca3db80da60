"""Telling a screen reader what changed away from where the cursor is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from beraad.ui.hearing.readers import hear_announcements

_SOON = 150
"""Milliseconds for the focus to come to rest: what is said about it breaks off what came before."""

_SOON_AS_NAME = 500
"""The same for Orca 43: a name that it meets while it looks who has the focus is no news after."""

_AFTER_A_FLOOD = 1200
"""Milliseconds in which Orca 43 drops names: another screen brings more than it follows."""

_APART = 300
"""Milliseconds between two messages: of what comes at once Orca 48 says only the first."""


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Let a screen reader say this in the name of a widget; costs nothing while none listens.

    Urgent is only for what cannot wait: it goes before what waits, and breaks off what is being
    said (WCAG 2.2, 4.1.3).
    """
    if text and QAccessible.isActive():
        the_voice().say(widget, text, urgent=urgent)


def take_back(text: str) -> None:
    """Say this no more where it waits to be said: it is so no longer."""
    if QAccessible.isActive():
        the_voice().forget(text)


def entitle(window: QWidget, title: str, *, said: str) -> None:
    """Give a window another title, and let a screen reader say what is in sight now."""
    if title == window.windowTitle():
        return
    if QAccessible.isActive():
        the_voice().entitle(window, title, said=said)
    else:
        window.setWindowTitle(title)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    text: str
    urgent: bool
    about: QWidget
    say: Callable[[], None]
    is_title: bool = False


class Voice(QObject):
    """Says one thing after another, urgent things first, and nothing twice in a row.

    While another screen comes in sight nothing but what is urgent is said: Orca 43 would drop it.
    """

    def __init__(self, hear: Callable[[], bool] = hear_announcements) -> None:
        super().__init__(QApplication.instance())
        self._hear = hear
        self._waiting: list[_Saying] = []
        self._named: QWidget | None = None
        self._title: _Saying | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._on_calm)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def say(self, widget: QWidget, text: str, *, urgent: bool = False) -> None:
        """Say this when it is its turn; what waits to be said already is not said again."""
        say = partial(self._say, widget, text, urgent=urgent)
        self._add(_Saying(text=text, urgent=urgent, about=widget, say=say))

    def forget(self, text: str) -> None:
        """Do not say this, if it was not said yet."""
        self._waiting = [each for each in self._waiting if each.text != text]

    def entitle(self, window: QWidget, title: str, *, said: str) -> None:
        """Give a window this title; of two that follow each other at once only the last is said."""
        window.setWindowTitle(title)
        self._waiting = [
            each for each in self._waiting if not (each.is_title and each.about is window)
        ]
        say = partial(self._say, window, said, urgent=False)
        self._title = _Saying(text=said, urgent=False, about=window, say=say, is_title=True)
        self._calm.start(0 if self._hear() else _AFTER_A_FLOOD)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowDeactivate and watched is self._named:
            self.give_back_name()
        return False

    def _add(self, saying: _Saying) -> None:
        if any(each.text == saying.text for each in self._waiting):
            return
        before = sum(each.urgent for each in self._waiting)
        self._waiting.insert(before if saying.urgent else len(self._waiting), saying)
        if not self._timer.isActive() and (saying.urgent or not self._calm.isActive()):
            self._timer.start(_SOON if self._hear() else _SOON_AS_NAME)

    @Slot()
    def _on_calm(self) -> None:
        title, self._title = self._title, None
        if title is not None:
            self._add(title)
        if self._waiting and not self._timer.isActive():
            self._timer.start(_APART)

    @Slot()
    def _go_on(self) -> None:
        while self._waiting:
            if self._calm.isActive() and not self._waiting[0].urgent:
                return  # In the flood of another screen this would be lost.
            saying = self._waiting.pop(0)
            if isValid(saying.about):
                self._timer.start(_APART)
                saying.say()
                return

    def _say(self, widget: QWidget, text: str, *, urgent: bool) -> None:
        if not self._hear():
            self._say_as_name(text)
            return
        event = QAccessibleAnnouncementEvent(widget, text)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)

    def _say_as_name(self, text: str) -> None:
        """A reader that knows no announcements does say how the window is called from now on."""
        window = QApplication.activeWindow()
        if window is None:
            return
        if window is not self._named:
            self.give_back_name()
            window.installEventFilter(self)
            self._named = window
        again = window.accessibleName() == text
        window.setAccessibleName(f"{text} " if again else text)

    def give_back_name(self) -> None:
        """Let the window be called by its own name again."""
        if self._named is not None and isValid(self._named):
            self._named.removeEventFilter(self)
            self._named.setAccessibleName("")
        self._named = None


def forget_said() -> None:
    """Before a menu: a reader says the name of the window again once that has closed."""
    if QAccessible.isActive():
        the_voice().give_back_name()


_voices: list[Voice] = []


def the_voice() -> Voice:
    """The one voice of the program."""
    if not _voices or not isValid(_voices[0]):
        _voices[:] = [Voice()]
    return _voices[0]
