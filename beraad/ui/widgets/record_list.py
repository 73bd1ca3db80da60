"""Rows that follow the records of one section."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from beraad.editing.editor import SessionEditor
from beraad.editing.operations import with_added
from beraad.editing.pasting import Rows, Spread, parts_in, rows_in, with_rows
from beraad.listening import Hint
from beraad.phases.going_along import goes_along
from beraad.phases.numbers import counted
from beraad.phases.phrasing import capital
from beraad.records import Id, Session
from beraad.ui.announce import announce
from beraad.ui.clipboard.pasted import is_file, on_clipboard, plain, refuse_file
from beraad.ui.hearing.words import of_this, spoken
from beraad.ui.widgets.fields import BoundField
from beraad.ui.widgets.hint_line import HintLine
from beraad.ui.widgets.listening import Listening
from beraad.ui.widgets.menus import open_menu
from beraad.ui.widgets.next_text import is_enter, is_only
from beraad.ui.widgets.parts import button, column, label, line, row
from beraad.ui.widgets.pasted_rows import PasteQuestion, column_of
from beraad.ui.widgets.stretch import leave_the_rest
from beraad.ui.widgets.text_field import TextField

_FEW_WORDS = 8


class RecordRow(QWidget):
    """One record. A subclass lays out its fields; the first of `fields` gets the focus.

    `menu_place` is where the menu of the row goes; beside the whole row when there is none.
    """

    def __init__(self, item: Id) -> None:
        super().__init__()
        self.item = item
        self.fields: list[BoundField] = []
        self.menu_place: QHBoxLayout | None = None

    def show_record(self, session: Session) -> None:
        """Show the record as it stands in this beraad."""
        for bound in self.fields:
            bound.show(session)

    def show_hint(self, hint: Hint | None) -> None:
        """Let a screen reader tell the hint with the field that it is about."""
        for bound in self.fields:
            bound.show_hint(hint)

    def called(self) -> str:
        """What tells this row from the others: the start of its first text."""
        texts = (each.widget for each in self.fields if isinstance(each.widget, TextField))
        first = next(texts, None)
        words = first.toPlainText().split() if first is not None else []
        return " ".join(words[:_FEW_WORDS]) + (" …" if len(words) > _FEW_WORDS else "")

    def take_focus(self) -> None:
        """Put the cursor where writing starts."""
        if self.fields:
            self.fields[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)


class RecordList(QWidget):
    """Shows records as rows, adds, moves and removes them.

    Keys inside the list: Enter the next text, Ctrl+Enter a new row, Alt+Up and Alt+Down move the
    row, Ctrl+M its menu, which Tab passes by.
    `companions` adds to a session what comes along with a new record, in the same edit. Several
    lines that are pasted become rows, when that is wanted.
    """

    added = Signal()
    emptied = Signal(bool)

    def __init__(
        self,
        editor: SessionEditor,
        section: str,
        make_row: Callable[[Id], RecordRow],
        make_record: Callable[[], Any],
        *,
        companions: Callable[[Session, Any], Session] | None = None,
        add_label: str,
        thing: str,
        divided: bool = True,
        add_in_rows: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(f"list-{section}")
        self._editor = editor
        self._section = section
        self._make_row = make_row
        self._make_record = make_record
        self._companions = companions or _alone
        self._spread: Spread | None = None
        self._listening: Listening | None = None
        self._thing = thing
        self._divided = divided
        self._names = False
        self._shells: dict[Id, _Shell] = {}
        self._order: list[Id] = []
        self._when_empty = ""
        inside = column(self, spacing=4)
        self._rows = column(spacing=4)
        inside.addLayout(self._rows)
        self.add_button = button(f"+ {add_label}", kind="link", name=f"add-{section}")
        self.add_button.setAccessibleName(f"{capital(spoken(add_label))} toevoegen")
        self.add_button.clicked.connect(self.add)
        self.add_button.installEventFilter(self)
        self._told = label(role="small")
        self._told.setObjectName("told")
        self._told_of: object | None = None
        self._told.hide()
        if add_in_rows:
            self.add_button.hide()
            inside.addWidget(self._told)
        else:
            beside = self._told.sizePolicy()
            beside.setRetainSizeWhenHidden(True)
            self._told.setSizePolicy(beside)
            under = row()
            under.addWidget(self.add_button)
            under.addWidget(self._told, 1)
            inside.addLayout(under)

    @property
    def rows(self) -> list[RecordRow]:
        """The rows in the order in which they are shown."""
        return [self._shells[item].row for item in self._order]

    def show_records(self, records: Iterable[Any], session: Session) -> None:
        """Show these records, in this order; rows that stay keep their widgets.

        Within a `stretch` it makes one row at least, and those that there is time for.
        """
        order = [record.id for record in records]
        for item in [item for item in self._shells if item not in order]:
            shell = self._shells.pop(item)
            self._hand_on_focus(shell, self._order.index(item), order)
            self._rows.removeWidget(shell)
            shell.hide()
            shell.deleteLater()
        before, count = len(self._shells), len(order)
        for place, item in enumerate(order):
            shell = self._shells.get(item)
            if shell is None:
                if len(self._shells) > before and leave_the_rest():
                    order = order[:place]
                    break
                shell = _Shell(self._make_row(item), self._thing, divided=self._divided)
                shell.add_wished.connect(self._add_at)
                shell.move_wished.connect(self._on_move_wish)
                shell.remove_wished.connect(self._on_remove_wish)
                self._offer_rows(shell.row)
                self._shells[item] = shell
            if self._rows.indexOf(shell) != place:
                self._rows.insertWidget(place, shell)
                shell.show()
            shell.row.show_record(session)
            shell.show_place(place + 1, count)
        if self._told_of is not self._editor.history.latest:
            self._told_of = None
            self._told.hide()
        if order != self._order:
            self._order = order
            self._say_empty()
            self._show_hints()
        self.emptied.emit(not order)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who types or pastes on the button that adds a row, does so in that row."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Paste):
                self._paste()
                return True
            others = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            text = event.text()
            if text.isprintable() and text.strip() and not others:
                field = self._begun()
                if field is not None:
                    field.insertPlainText(text)
                return True
        return super().eventFilter(watched, event)

    def _begun(self) -> TextField | None:
        """Begin a row, and return the text in which it begins."""
        self.add()
        field = QApplication.focusWidget()
        return field if isinstance(field, TextField) and self.isAncestorOf(field) else None

    def _paste(self) -> None:
        source = on_clipboard()
        if is_file(source):
            refuse_file(self.add_button, self.add_button.rect().bottomLeft())
        elif plain(source).strip():
            field = self._begun()
            if field is not None:
                field.insertFromMimeData(source)

    def say_when_empty(self, text: str) -> None:
        """What belongs here, told with the button that begins the list as long as it is empty."""
        self._when_empty = text
        self._say_empty()

    def _say_empty(self) -> None:
        self.add_button.setAccessibleDescription("" if self._order else self._when_empty)

    def _hand_on_focus(self, going: _Shell, place: int, order: list[Id]) -> None:
        """Give the cursor in a row that goes to its neighbour; Qt would go to the first button."""
        focus = QApplication.focusWidget()
        if focus is None or not going.isAncestorOf(focus):
            return
        stay = [self._shells[item] for item in order if item in self._shells]
        if stay:
            stay[min(place, len(stay) - 1)].row.take_focus()
        elif not self.add_button.isHidden():
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def listen_with(self, listening: Listening) -> None:
        """Show under a row what the listening help says about it."""
        self._listening = listening
        listening.changed.connect(self._show_hints)

    def ask_about_names(self) -> None:
        """Ask of a pasted "A en B" whether it is two rows: here a row only names something."""
        self._names = True

    def spread_with(self, spread: Spread) -> None:
        """Let this take the cells behind the first of a pasted row, as records of their own."""
        self._spread = spread

    @Slot()
    def add(self) -> None:
        """Add a record at the end and put the cursor in it."""
        self._add_at(None)

    @Slot()
    def add_below(self) -> None:
        """Add a record below the one with the cursor."""
        self._add_at(self._focused())

    @Slot(object)
    def _add_at(self, below: Id | None) -> None:
        record = self._make_record()
        self._editor.change(partial(self._with_new, record=record, below=below))
        shell = self._shells.get(record.id)
        if shell is not None:
            shell.row.take_focus()
        self.added.emit()

    def _with_new(self, session: Session, *, record: Any, below: Id | None) -> Session:
        ids = [each.id for each in getattr(session, self._section)]
        index = ids.index(below) + 1 if below in ids else None
        return self._companions(with_added(session, self._section, record, index), record)

    def _offer_rows(self, made: RecordRow) -> None:
        for place, bound in enumerate(made.fields):
            if isinstance(bound.widget, TextField):
                bound.widget.takes_rows = partial(self._take_rows, made, place)

    def _take_rows(self, into: RecordRow, place: int, text: str) -> bool:
        field = into.fields[place].widget
        found = rows_in(text)
        on_one_line = not found and self._names and place == 0 and not field.toPlainText().strip()
        if on_one_line:
            found = parts_in(text)
        if found:
            PasteQuestion(
                field,
                found,
                on_one_line=on_one_line,
                rows=partial(self._make_rows, into, place, found),
                text=partial(field.insert_pasted, text),
            )
        return bool(found)

    def _make_rows(self, into: RecordRow, place: int, found: Rows) -> None:
        before = set(self._order)
        columns = [column_of(bound) for bound in into.fields[place:]]
        change = partial(
            with_rows,
            section=self._section,
            item=into.item,
            columns=columns,
            rows=found,
            make=self._make_record,
            companions=self._companions,
            spread=self._spread if place == 0 else None,
        )
        self._editor.change(change)
        new = [item for item in self._order if item not in before]
        last = self._shells[new[-1]].row if new else into
        last.take_focus()
        self._tell(f"{counted(len(found), 'rij', 'rijen')} gemaakt · Ctrl+Z")

    def _focused(self) -> Id | None:
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, _Shell) and widget in self._shells.values():
                return widget.row.item
            widget = widget.parentWidget()
        return None

    @Slot()
    def _show_hints(self) -> None:
        if self._listening is None:
            return
        for item, shell in self._shells.items():
            shell.show_hint(self._listening.about(self._section, item), self._listening)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event, Qt.KeyboardModifier.ControlModifier):
            self.add_below()
        elif event.key() == Qt.Key.Key_Up and is_only(event, Qt.KeyboardModifier.AltModifier):
            self._move(self._focused(), -1)
        elif event.key() == Qt.Key.Key_Down and is_only(event, Qt.KeyboardModifier.AltModifier):
            self._move(self._focused(), 1)
        elif event.key() == Qt.Key.Key_M and is_only(event, Qt.KeyboardModifier.ControlModifier):
            focused = self._focused()
            if focused is not None:
                self._shells[focused].open_menu()
        else:
            super().keyPressEvent(event)

    def _move(self, item: Id | None, step: int) -> None:
        if item is None:
            return
        focus = QApplication.focusWidget()
        self._on_move_wish(item, step)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, int)
    def _on_move_wish(self, item: Id, step: int) -> None:
        before = self._order.index(item)
        self._editor.move(self._section, item, step)
        after, count = self._order.index(item), len(self._order)
        moved = f"Verplaatst naar {after + 1} van {count}"
        end = f"Staat al {'bovenaan' if step < 0 else 'onderaan'}, {after + 1} van {count}"
        announce(self, end if after == before else moved)

    @Slot(object)
    def _on_remove_wish(self, item: Id) -> None:
        along = goes_along(self._editor.session, self._section)
        self._editor.remove(self._section, item)
        if item not in self._shells:
            removed = f"{self._thing.capitalize()} verwijderd"
            self._tell(f"{removed}. {along} · Ctrl+Z" if along else f"{removed} · Ctrl+Z")

    def _tell(self, told: str) -> None:
        self.show_told(told)
        announce(self, told.replace(" · Ctrl+Z", ". Ctrl Z haalt terug."))

    def show_told(self, told: str) -> None:
        """Show what happened in this list; whoever calls says it aloud."""
        self._told.setText(told)
        self._told_of = self._editor.history.latest
        self._told.show()


def _alone(session: Session, record: Any) -> Session:  # noqa: ARG001
    return session


class _Shell(QWidget):
    """A row with its menu and the hairline under it."""

    add_wished = Signal(object)
    move_wished = Signal(object, int)
    remove_wished = Signal(object)

    def __init__(self, inner: RecordRow, thing: str, *, divided: bool) -> None:
        super().__init__()
        self.row = inner
        self._thing = thing
        self._hint: HintLine | None = None
        self.more = button(
            "⋯", kind="quiet", described=f"Meer voor {of_this(thing)}", name="more", menu=True
        )
        self.more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.more.clicked.connect(self.open_menu)
        for bound in inner.fields:
            if isinstance(bound.widget, TextField):
                bound.widget.goes_on = True
        self._inside = column(self, spacing=4)
        beside = row(spacing=4)
        beside.addWidget(inner, 1)
        self._inside.addLayout(beside)
        place = inner.menu_place or beside
        place.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        if divided:
            self._inside.addWidget(line())

    def show_place(self, number: int, count: int) -> None:
        """Say which row this is to who comes into it."""
        said = f"{self._thing} {number} van {count}, {self.row.called() or 'nog leeg'}"
        if said != self.accessibleName():
            self.setAccessibleName(said)

    def show_hint(self, hint: Hint | None, listening: Listening) -> None:
        """Show a hint under the row; the line for it is made when it is first needed."""
        if hint is None and self._hint is None:
            return
        if self._hint is None:
            self._hint = HintLine(listening)
            self._hint.put_away.connect(self.row.take_focus)
            self._inside.insertWidget(1, self._hint)
        self._hint.show_hint(hint)
        self.row.show_hint(hint)

    @Slot()
    def open_menu(self) -> None:
        """Offer what can be done with this row."""
        menu = QMenu(self)
        menu.addAction(f"Nog een {self._thing}\tCtrl+Enter").triggered.connect(self._on_add)
        menu.addAction("Omhoog\tAlt+↑").triggered.connect(self._on_up)
        menu.addAction("Omlaag\tAlt+↓").triggered.connect(self._on_down)
        menu.addSeparator()
        remove = menu.addAction(f"{self._thing.capitalize()} verwijderen")
        remove.triggered.connect(self._on_remove)
        open_menu(menu, self.more)

    @Slot()
    def _on_add(self) -> None:
        self.add_wished.emit(self.row.item)

    @Slot()
    def _on_up(self) -> None:
        self.move_wished.emit(self.row.item, -1)

    @Slot()
    def _on_down(self) -> None:
        self.move_wished.emit(self.row.item, 1)

    @Slot()
    def _on_remove(self) -> None:
        self.remove_wished.emit(self.row.item)
