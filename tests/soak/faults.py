"""Faults that are planted in the program, to see the walk find them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton

from beraad.editing.editor import SessionEditor
from beraad.records import Session
from beraad.store import driver
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.ui.desk import Desk
from beraad.ui.group import composing, group_screen
from beraad.ui.keeping_focus import FocusKeeper
from beraad.ui.municipality.meetings import Meetings
from beraad.ui.signals import in_register
from beraad.ui.widgets.page_stack import PageStack
from beraad.ui.widgets.record_list import RecordList

HELD: list[bytearray] = []


def every_z_is_lost():
    """An edit with a z in it does not arrive."""
    real = SessionEditor.edit

    def edit(self, address, value):
        real(self, address, value.replace("z", "") if isinstance(value, str) else value)

    SessionEditor.edit = edit


def another_field_changes_too():
    """Writing the moral question clears the title."""
    real = SessionEditor.edit

    def edit(self, address, value):
        real(self, address, value)
        if address.field == "moral_question":
            real(self, type(address)("opening", "title"), "")

    SessionEditor.edit = edit


def an_address_goes_untold():
    """Closing says nothing of what is written nowhere."""
    Meetings.tell_of_address = lambda _: None


def names_are_shown_to_the_group():
    """What the group sees does not pass the gate."""
    from beraad.group import compose
    from beraad.group.view import GroupView, Passage

    def as_it_is(session: Session, state, lexicon=None, **_):
        text = session.case.situation
        return GroupView(step="", question="", blocks=(Passage(title="", text=text),))

    compose.view_of = composing.view_of = group_screen.view_of = as_it_is


def focus_goes_to_the_way_out():
    """After a row was removed the next space leaves the beraad."""
    real = RecordList.show_records

    def show(self, records, session):
        before = len(self.rows)
        real(self, records, session)
        if len(self.rows) < before:
            self.window().findChild(QPushButton, "to-start").setFocus()

    RecordList.show_records = show
    FocusKeeper._mend = lambda *_: None


def two_windows_may_write():
    """No window holds the file that it has open."""

    def held_by_nobody(connection):
        connection.execute("PRAGMA journal_mode=WAL").fetchone()
        connection.execute("PRAGMA wal_autocheckpoint=0").fetchone()
        return connection

    driver._made_ours = held_by_nobody


def undo_outlives_another_window():
    """What was done in a beraad can be undone, also when another window wrote in it since."""

    def history_of(self, session):
        _, history = self._left.pop(session.id, (None, None))
        return history

    Desk._history_of = history_of


def screens_stay():
    """A screen that is left is hidden, and never thrown away."""

    def remove(self, page):
        if page is self._current:
            self._current = None
        page.hide()

    PageStack.remove = remove


def nothing_is_written():
    """What is said to be kept never reaches the file."""
    SessionFile.keep = lambda self, session: None


def a_slot_fails():
    """A button does something that nobody foresaw."""

    def add(self):
        raise LookupError("zwalk1q")

    RecordList.add = add


def a_tenth_of_a_megabyte_stays():
    """Every beraad that was opened leaves something behind."""
    real = Desk.open

    def open_and_hold(self, path):
        HELD.append(bytearray(range(256)) * 440)
        return real(self, path)

    Desk.open = open_and_hold


def answers_are_cut_short():
    """The last sign of an answer does not get into the register."""
    real = in_register.taken

    def taken(signal_id, step, path, **more):
        return real(signal_id, replace(step, words=step.words[:-1]), path, **more)

    in_register.taken = taken


def one_step_closes_all():
    """What happens to one signal happens to every other one."""
    real = in_register.taken

    def taken(signal_id, step, path, **more):
        with Register.open(path) as register:
            for each in register.signals():
                if each.id != signal_id:
                    register.put(replace(each, content=replace(each.content, what="")))
        return real(signal_id, step, path, **more)

    in_register.taken = taken
