"""Coming back where one was when the folder was locked: the same screen, with what stood on it.

A screen is made anew for who comes back, by the way that led there. What was typed on it and is
kept nowhere else goes along, sealed under the vault: as long as that is locked there is no word of
it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from beraad.ui.vault.password_field import PasswordField
from beraad.ui.widgets.below import below

if TYPE_CHECKING:
    from beraad.records import PhaseKey

Way = Callable[[Any], object]
"""What leads to a screen, given the beraad that is open by then, an `OpenBeraad`, or None.

It holds no word of any beraad. Who shows documents may not know all that an open beraad does, so
that nobody says here of which type it is.
"""

_BETWEEN, _TRIES = 50, 60
"""Milliseconds between two looks whether what was typed in is there again, and how many."""

_ways: WeakKeyDictionary[QWidget, Way] = WeakKeyDictionary()


def comes_back(screen: QWidget, way: Way) -> None:
    """Let somebody who was locked out on this screen come back to it by this way."""
    _ways[screen] = way


def comes_back_in_beraad(screen: QWidget, way: Way) -> None:
    """The same for a screen of an open beraad: by then it is open anew."""
    _ways[screen] = lambda beraad: beraad is not None and way(beraad)


def way_to(screen: QWidget | None) -> Way | None:
    """What leads to this screen; None where nobody said that."""
    return None if screen is None else _ways.get(screen)


@runtime_checkable
class TakesBack(Protocol):
    """A screen that holds something that cannot be made or typed again."""

    def put_away(self) -> str:
        """What it holds, in a form of its own; empty when there is nothing."""
        ...

    def take_back(self, said: str) -> None:
        """Show that again."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody was when the folder was locked.

    Attributes:
        path, phase: of the beraad that was open, and the ronde at hand.
        group: whether the group's screen was on.
        ways: to the screens over one another; None to one that is there by itself.
        sealed: what stood on them, under the vault.
    """

    path: Path | None
    phase: PhaseKey | None
    group: bool
    ways: tuple[Way | None, ...]
    sealed: bytes = field(repr=False)


def place_of(
    screens: Iterable[QWidget | None],
    *,
    title: str,
    seal: Callable[[str], bytes],
    path: Path | None,
    phase: PhaseKey | None,
    group: bool,
) -> Place:
    """Where somebody is, while the vault is open still; `title` is one that is half typed."""
    there = [each for each in screens if each is not None]
    said = json.dumps([[written_on(each) for each in there], title])
    return Place(
        path=path,
        phase=phase,
        group=group,
        ways=tuple(map(way_to, there)),
        sealed=seal(said),
    )


def written_in(said: str) -> tuple[list[str], str]:
    """What stood on each screen, and the title that was half typed."""
    if not said:
        return [], ""
    screens, title = json.loads(said)
    return screens, title


def written_on(screen: QWidget) -> str:
    """What stands on a screen that is to be there again, and where the cursor is."""
    focus = screen.focusWidget()
    said = {
        "own": screen.put_away() if isinstance(screen, TakesBack) else "",
        "texts": {sign: _text_of(each) for sign, each in _fields(screen)},
        "chosen": [sign for sign, each in _choices(screen) if each.isChecked()],
        "focus": next((sign for sign, each in _signed(screen, QWidget) if each is focus), ""),
    }
    return json.dumps(said)


class PutBack(QObject):
    """Puts on a screen what stood on it, as soon as what has to hold it is there."""

    def __init__(self, screen: QWidget, said: str) -> None:
        super().__init__(screen)
        self._screen = screen
        self._said = json.loads(said)
        self._tries = _TRIES
        self._timer = QTimer(self)
        self._timer.setInterval(_BETWEEN)
        self._timer.timeout.connect(self._on_time)
        if self._said["own"] and isinstance(screen, TakesBack):
            screen.take_back(self._said["own"])
        if not self._put():
            self._timer.start()

    @Slot()
    def _on_time(self) -> None:
        self._tries -= 1
        if self._put() or not self._tries or not self._screen.isVisible():
            self._timer.stop()
            self.deleteLater()

    def _put(self) -> bool:
        """Put what can be put; whether nothing is left."""
        for sign, each in _choices(self._screen):
            if sign in self._said["chosen"]:
                self._said["chosen"].remove(sign)
                if not each.isChecked():
                    each.click()
        texts = self._said["texts"]
        for sign, each in _fields(self._screen):
            typed = texts.pop(sign, None)
            if typed is not None and typed != _text_of(each):
                _type(each, typed)
        for sign, each in _signed(self._screen, QWidget):
            if sign == self._said["focus"]:
                self._said["focus"] = ""
                each.setFocus()
                break
        return not any(self._said[each] for each in ("texts", "chosen", "focus"))


W = TypeVar("W", bound=QWidget)
_Field = QLineEdit | QPlainTextEdit | QTextEdit


def _fields(screen: QWidget) -> Iterator[tuple[str, _Field]]:
    """The fields in sight in which something can be typed, never those for a secret."""
    for sign, each in _signed(screen, QWidget):
        if not isinstance(each, _Field) or each.isReadOnly() or not each.isEnabled():
            continue
        if not isinstance(each.parentWidget(), PasswordField) and not _is_hidden(each):
            yield sign, each


def _is_hidden(each: _Field) -> bool:
    return isinstance(each, QLineEdit) and each.echoMode() is not QLineEdit.EchoMode.Normal


def _choices(screen: QWidget) -> Iterator[tuple[str, QAbstractButton]]:
    """One of several; what says yes to something is never pressed for anybody."""
    for sign, each in _signed(screen, QAbstractButton):
        if each.isCheckable() and each.autoExclusive() and each.isEnabled():
            yield sign, each


def _signed(screen: QWidget, kind: type[W]) -> Iterator[tuple[str, W]]:
    """What is in sight, each with a sign by which it is known on a screen that is made anew."""
    seen: Counter[str] = Counter()
    for each in below(screen, kind):
        if not each.isVisible():
            continue
        text = each.text() if isinstance(each, QAbstractButton) else ""
        signs = (type(each).__name__, each.objectName(), each.accessibleName(), text)
        sign = blake2b(json.dumps(signs).encode(), digest_size=9).hexdigest()
        seen[sign] += 1
        yield f"{sign} {seen[sign]}", each


def _text_of(each: _Field) -> str:
    return each.text() if isinstance(each, QLineEdit) else each.toPlainText()


def _type(each: _Field, text: str) -> None:
    """As somebody types it over what stands there."""
    if isinstance(each, QLineEdit):
        each.selectAll()
        each.insert(text)
        return
    cursor = each.textCursor()
    cursor.select(cursor.SelectionType.Document)
    cursor.insertText(text)
