"""From a place that was found to the text itself, and back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from beraad.editing.editor import SessionEditor
from beraad.phases.looking import Hit
from beraad.records import PhaseKey, Session
from beraad.ui.marking.places import place_in_qt
from beraad.ui.rondes.finder import Finder
from beraad.ui.rondes.guide import Guide
from beraad.ui.rondes.pages import Pages
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.undo_keys import bring_in_sight

BESIDE = frozenset({"parked", "private_notes"})
"""What stands in the guide beside every ronde."""


@dataclass(frozen=True, slots=True)
class _Whereabouts:
    """Where somebody was before looking for something."""

    session: Session
    focus: QWidget | None
    height: int


@dataclass(frozen=True, slots=True)
class _Pointed:
    """A field in which something that was found is selected, and how the cursor stood before."""

    field: TextField
    before: QTextCursor
    at: QTextCursor


class LookingUp(QObject):
    """Opens the finder over the page, and goes where it points.

    Closed again without a word written, one is back in the ronde, at the place and with the cursor
    one had. `elsewhere_wished` brings a place that stands on a screen of its own.
    """

    elsewhere_wished = Signal(object)

    def __init__(
        self,
        finder: Finder,
        editor: SessionEditor,
        *,
        pages: Pages,
        guide: Guide,
        scroll: QScrollArea,
        go_to: Callable[[PhaseKey], None],
        show_guide: Callable[[], None],
        stay: Callable[[], None],
    ) -> None:
        super().__init__(finder)
        self._finder = finder
        self._editor = editor
        self._pages = pages
        self._guide = guide
        self._scroll = scroll
        self._go_to = go_to
        self._show_guide = show_guide
        self._stay = stay
        self._was: _Whereabouts | None = None
        self._pointed: _Pointed | None = None
        finder.place_wished.connect(self._on_place)
        finder.put_away.connect(self._on_put_away)

    @Slot()
    def open(self) -> None:
        """Look for something, from here."""
        if not self._finder.isVisible():
            height = self._scroll.verticalScrollBar().value()
            self._was = _Whereabouts(self._editor.session, QApplication.focusWidget(), height)
        self._finder.open_finder(self._editor.session)

    def step(self, by: int) -> None:
        """Go to the next (1) or the former (-1) place; ask for words when there are none yet."""
        if self._finder.isVisible():
            self._finder.step(by)
        else:
            self.open()

    @Slot(object)
    def _on_place(self, hit: Hit) -> None:
        if hit.phase is None:
            self.elsewhere_wished.emit(hit.address)
            return
        session = self._editor.session
        if hit.phase is not session.progress.phase:
            self._go_to(hit.phase)
        root: QWidget = self._pages.of(hit.phase)
        if hit.address.section in BESIDE:
            self._show_guide()
            root = self._guide
        else:
            self._pages.of(hit.phase).open_up(hit.address)
        self._let_go()
        if bring_in_sight(root, hit.address, self._editor.session):
            self._pointed = _point_at(hit)

    def _let_go(self) -> None:
        """Point no more at what was found before; who selected something else keeps that."""
        pointed, self._pointed = self._pointed, None
        if pointed is None or not isValid(pointed.field):
            return
        cursor = pointed.field.textCursor()
        if (cursor.anchor(), cursor.position()) == (pointed.at.anchor(), pointed.at.position()):
            pointed.field.setTextCursor(pointed.before)

    @Slot()
    def _on_put_away(self) -> None:
        self._let_go()
        was, self._was = self._was, None
        now = self._editor.session
        if was is None or not _same_words(was.session, now):
            if QApplication.focusWidget() is None or not _is_written_in(self._finder):
                self._stay()
            return
        if was.session.progress.phase is not now.progress.phase:
            self._go_to(was.session.progress.phase)
        if was.focus is not None and isValid(was.focus) and was.focus.isVisible():
            was.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._stay()
        # The page takes its height back first.
        QTimer.singleShot(0, self, partial(self._scroll_back, was.height))

    def _scroll_back(self, height: int) -> None:
        self._scroll.verticalScrollBar().setValue(height)


def _point_at(hit: Hit) -> _Pointed | None:
    """Select what was found in the field that has the cursor now."""
    field = QApplication.focusWidget()
    if not isinstance(field, TextField):
        return None
    text = field.toPlainText()
    if text[hit.start : hit.end] != hit.found:
        return None
    before, cursor = field.textCursor(), field.textCursor()
    cursor.setPosition(place_in_qt(text, hit.start))
    cursor.setPosition(place_in_qt(text, hit.end), cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    return _Pointed(field, before, cursor)


def _is_written_in(finder: QWidget) -> bool:
    """Whether the cursor stands in a text of the beraad, and not in the finder itself."""
    focus = QApplication.focusWidget()
    return isinstance(focus, TextField) and not finder.isAncestorOf(focus)


def _same_words(before: Session, after: Session) -> bool:
    """Whether nothing was written; going somewhere and counting time is no writing."""
    return (
        replace(
            after, progress=before.progress, time_spent=before.time_spent, dilemma=before.dilemma
        )
        == before
        and replace(after.dilemma, settled=before.dilemma.settled) == before.dilemma
    )
