"""Undo and redo on a screen, and bringing in sight what they changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from beraad.editing.editor import SessionEditor, Undone
from beraad.phases.course import Course
from beraad.phases.place_labels import kind_of_place, phase_at, screen_label
from beraad.records import PhaseKey, Session
from beraad.records.anatomy import Address, place_of, record_at, text_fields
from beraad.ui.announce import announce
from beraad.ui.widgets.around import scroll_to
from beraad.ui.widgets.below import below
from beraad.ui.widgets.fields import PLACE
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.reading_order import first_stop, takes_focus
from beraad.ui.widgets.record_list import RecordList
from beraad.ui.widgets.shortcuts import heed_undo

TAKEN_BACK, DONE_AGAIN = "Teruggenomen", "Weer gedaan"
_FEW_WORDS = 8


class UndoKeys(QObject):
    """Ctrl+Z and its way back on one screen of a beraad.

    `elsewhere` is told in a sentence what was undone when that cannot be seen on this screen. What
    changes in one of the sections that are `here` can be seen without a field of its own.
    """

    def __init__(
        self,
        screen: QWidget,
        editor: SessionEditor,
        *,
        elsewhere: Callable[[str], None],
        here: Collection[str] = (),
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._editor = editor
        self._elsewhere = elsewhere
        self._here = here
        heed_undo(screen, self.undo, self.redo)

    def undo(self) -> None:
        """Take the last edit back."""
        before = self._editor.session
        self._show(self._editor.undo(), TAKEN_BACK, before)

    def redo(self) -> None:
        """Do the last undone edit again."""
        before = self._editor.session
        self._show(self._editor.redo(), DONE_AGAIN, before)

    def _show(self, undone: Undone | None, what: str, before: Session) -> None:
        if undone is None or undone.address is None:
            return
        is_here = undone.address.section in self._here
        if not is_here and not bring_in_sight(self._screen, undone.address, self._editor.session):
            self._elsewhere(elsewhere_of(undone, what, self._editor.session))
            return
        tell_undone(self._screen, undone, what, before, self._editor.session)


def tell_undone(
    screen: QWidget, undone: Undone, what: str, before: Session, after: Session
) -> None:
    """Say what was undone or done again; in the list where a row came back it is seen as well."""
    words = _words_that_came_back(undone.address, before, after)
    said = said_of(undone, what, after)
    if words is not None and undone.address is not None:
        place = kind_of_place(undone.address, after)
        said = f"Weer terug: {place} {words}".rstrip() + "."
        for rows in below(screen, RecordList):
            if rows.isVisible() and any(row.item == undone.address.item for row in rows.rows):
                rows.show_told(said)
    announce(screen, said)


def _words_that_came_back(address: Address | None, before: Session, after: Session) -> str | None:
    """How the record begins that was not there before; None when it was, or is no record."""
    if address is None or address.item is None:
        return None
    ids = {record.id for record in getattr(before, address.section)}
    if address.item in ids:
        return None
    record: object = record_at(after, address)
    texts = (str(getattr(record, name)).split() for name in text_fields(record.__class__))
    words = next((each for each in texts if each), list[str]())
    more = " …" if len(words) > _FEW_WORDS else ""
    return f"“{' '.join(words[:_FEW_WORDS])}{more}”" if words else ""


def said_of(undone: Undone, what: str, session: Session) -> str:
    """What was undone or done again, in a few words: "Teruggenomen: norm"."""
    place = kind_of_place(undone.address, session) if undone.address is not None else ""
    return f"{what}: {place}." if place else f"{what}."


def elsewhere_of(undone: Undone, what: str, session: Session) -> str:
    """What was undone or done again, in a sentence for who cannot see it."""
    screen = screen_label(undone.address) if undone.address is not None else ""
    if screen:
        return f"{what}: iets dat op een ander scherm staat, “{screen}”."
    phase = undone.phase
    if undone.address is not None:
        with suppress(KeyError):  # It belongs to no ronde, or is gone now.
            phase = phase_at(session, undone.address)
    ronde = "de opening" if phase is PhaseKey.OPENING else Course.of(session).short_title(phase)
    return f"{what}: iets dat niet op dit scherm staat, bij {ronde}."


def bring_in_sight(screen: QWidget, address: Address, session: Session) -> bool:
    """Put the cursor in the field of this address and scroll to it; whether it stands here."""
    found = next(_widgets_of(screen, address, session), None)
    if found is None:
        return False
    around = found.parentWidget()
    while around is not None:
        if isinstance(around, Fold) and not around.is_unfolded:
            around.set_unfolded(True)
        around = around.parentWidget()
    stop = first_stop(found)
    reached = takes_focus(stop) or stop.focusProxy() is not None
    if reached and stop.isVisibleTo(screen):
        # A list that became empty has no place for the cursor, nor has a field that went with it.
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
    # Rows that came back have no place yet.
    QTimer.singleShot(0, partial(_scroll_to, found))
    return True


def _widgets_of(screen: QWidget, address: Address, session: Session) -> Iterator[QWidget]:
    """The field itself first, then another of its record, then the list it stood in."""
    item = address.item
    if address.section == "considerations":
        mine = next((each for each in session.considerations if each.id == item), None)
        item = mine.participant_id if mine else item
    place = place_of(Address(address.section, address.field, item))
    every = list(below(screen, QWidget))
    here = [each for each in every if each.property(PLACE)]
    yield from (each for each in here if each.property(PLACE) == place)
    if item is not None:
        yield from (each for each in here if str(each.property(PLACE)).endswith(f".{item}"))
    yield from (each for each in every if each.objectName() == f"list-{address.section}")


def _scroll_to(widget: QWidget) -> None:
    if isValid(widget):
        scroll_to(widget)
