"""From a field of a ronde to the widget it is written in, bound to its place in the beraad."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QLabel, QWidget

from beraad.editing.editor import SessionEditor
from beraad.editing.operations import with_field, with_weighed
from beraad.listening import Hint
from beraad.phases.course import Course
from beraad.phases.model import Field, FieldKind
from beraad.phases.suggestions import Suggestions
from beraad.records import Consideration, Id, Session
from beraad.records.anatomy import Address, place_of, read
from beraad.ui.earlier import EarlierBeraden
from beraad.ui.hearing.description import describe
from beraad.ui.hearing.words import spoken
from beraad.ui.widgets.choice_field import CheckField, ChoiceField, SegmentField
from beraad.ui.widgets.completion import Completion, Offer
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.entry_field import EntryField
from beraad.ui.widgets.listening import Listening
from beraad.ui.widgets.number_field import NumberField
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import column, label
from beraad.ui.widgets.text_field import TextField

PLACE = "place"
"""The property of a widget that names its field among all of a beraad."""


class Shows(Protocol):
    """What every field widget can do, besides emitting `edited`."""

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        ...


class FieldMaker:
    """Makes widgets that write straight into one beraad.

    Attributes:
        room: how much room the page has.
        listening: what the listening help says about what was written.
        today: tells what day it is.
        suggestions: gives all lists of suggestions; they are read when first needed.
        earlier: what earlier beraden offer.
        usual: gives the texts that stand ready in a new beraad, by their field of the opening.

    `attend` is told of every text field that is made; `offered` gives what is offered in place of
    the list of that name.
    """

    def __init__(
        self,
        editor: SessionEditor,
        *,
        today: Callable[[], date],
        suggestions: Callable[[], Suggestions],
        earlier: EarlierBeraden | None = None,
        usual: Callable[[], Mapping[str, str]] = dict,
        attend: Callable[[Field, TextField], None] | None = None,
        offered: Mapping[str, Callable[[], tuple[Offer, ...]]] | None = None,
    ) -> None:
        self.editor = editor
        self.room = PageWidth()
        self.listening = Listening()
        self.today = today
        self.suggestions = suggestions
        self.earlier = earlier or EarlierBeraden()
        self.usual = usual
        self._attend = attend
        self._offered = offered or {}

    def bound(self, field: Field, item: Id | None = None, **looks: Any) -> BoundField:
        """Make the widget of a field and tie it to its address."""
        address = field.address(item)
        return BoundField(
            self._make(field, place_of(address), looks),
            field,
            value=partial(read, address=address),
            write=partial(self.editor.edit, address),
            typed=Typed(self.editor, place_of(address), partial(_put, address)),
        )

    def weighed(self, field: Field, participant: Id, **looks: Any) -> BoundField:
        """Make the widget of a field of one participant's afweging, which it may begin."""
        place = place_of(Address(field.section, field.name, participant))
        return BoundField(
            self._make(field, place, looks),
            field,
            value=partial(_weighed, participant=participant, name=field.name),
            write=partial(self.editor.weigh, participant, field.name),
            typed=Typed(
                self.editor, place, partial(with_weighed, participant=participant, name=field.name)
            ),
        )

    def _make(self, field: Field, place: str, looks: dict[str, Any]) -> QWidget:
        widget = self._widget(field, looks)
        widget.setProperty(PLACE, place)
        widget.setObjectName(f"{field.section}.{field.name}")
        if not isinstance(widget, CheckField):
            widget.setAccessibleName(spoken(field.label))
            widget.setAccessibleDescription(field.hint)
        if self._attend is not None and isinstance(widget, TextField):
            self._attend(field, widget)
        return widget

    def _widget(self, field: Field, looks: dict[str, Any]) -> QWidget:  # noqa: PLR0911
        match field.kind:
            case FieldKind.TEXT:
                return TextField(hint=field.hint, **looks)
            case FieldKind.LINE:
                text = TextField(hint=field.hint, single_line=True, **looks)
                if field.suggestions:
                    Completion(text, partial(self._texts, field.suggestions))
                return text
            case FieldKind.CHOICE:
                if looks.pop("segmented", False):
                    return SegmentField(field.choices, name=field.label)
                return ChoiceField(field.choices, **looks)
            case FieldKind.CHECK:
                return CheckField(field.label, **looks)
            case FieldKind.DATE:
                return DateField(
                    name=field.label, today=self.today, reach=field.reach, far=field.far, **looks
                )
            case FieldKind.NUMBER:
                return NumberField(**looks)

    def _texts(self, name: str) -> Iterable[str | Offer]:
        offered = self._offered.get(name)
        return offered() if offered is not None else self.suggestions().texts(name)


class Typed:
    """Where a field keeps what stands in it and is no value yet, and how it becomes one.

    `put` gives a session the value that was read.
    """

    def __init__(
        self, editor: SessionEditor, place: str, put: Callable[[Session, Any], Session]
    ) -> None:
        self._editor = editor
        self._place = place
        self._put = put

    def text(self, session: Session) -> str | None:
        """What stands there and is no value; None when the value stands there."""
        return session.typed_at(self._place)

    def type_in(self, text: str) -> None:
        """Keep what stands there after a key."""
        self._editor.type_in(self._place, text)

    def enter(self, value: Any, unread: str) -> None:
        """Take the value, and keep what could not be read."""
        self._editor.enter(self._place, lambda session: self._put(session, value), unread=unread)


class BoundField:
    """A widget and the one value of the beraad that it shows and changes."""

    def __init__(
        self,
        widget: Any,
        field: Field,
        *,
        value: Callable[[Session], Any],
        write: Callable[[Any], None],
        typed: Typed,
    ) -> None:
        self.widget: Any = widget
        self.field = field
        self._plain = field
        self._above: QLabel | None = None
        self._value = value
        self._typed = typed
        if isinstance(widget, EntryField):
            widget.typing.connect(typed.type_in)
            widget.entered.connect(typed.enter)
        else:
            widget.edited.connect(write)

    def show(self, session: Session) -> None:
        """Show the value as it stands in this beraad, in the words that fit it."""
        self._word(Course.of(session).worded(self._plain))
        if isinstance(self.widget, EntryField):
            self.widget.show_entry(self._value(session), self._typed.text(session))
        else:
            self.widget.show_value(self._value(session))

    def show_hint(self, hint: Hint | None) -> None:
        """Let a screen reader tell the hint with this field, when it is about this field."""
        about = hint.address if hint else None
        mine = hint is not None and about is not None and about.field == self.field.name
        described = f"{self.field.hint} {hint.text}" if hint and mine else self.field.hint
        describe(self.widget, described, news=hint.text if hint and mine else "")

    def labelled(self) -> QWidget:
        """The widget with its label above it."""
        if isinstance(self.widget, CheckField):
            return self.widget
        box, self._above = _under_label(self.field.label, self.widget)
        return box

    def _word(self, field: Field) -> None:
        """Ask for it in these words; a name that the page gave stays."""
        before, self.field = self.field, field
        if field.hint != before.hint and isinstance(self.widget, TextField):
            self.widget.setPlaceholderText(field.hint)
            describe(self.widget, field.hint)
        if field.label == before.label:
            return
        name = self.widget.accessibleName()
        if name.endswith(spoken(before.label)):
            self.widget.setAccessibleName(
                f"{name.removesuffix(spoken(before.label))}{spoken(field.label)}"
            )
        if self._above is not None:
            self._above.setText(field.label)


def with_label(text: str, widget: QWidget) -> QWidget:
    """A widget with its label above it, bound for screen readers and for the mouse."""
    box, _ = _under_label(text, widget)
    return box


def _under_label(text: str, widget: QWidget) -> tuple[QWidget, QLabel]:
    box = QWidget()
    inside = column(box, spacing=4)
    above = label(text, role="label")
    above.setBuddy(widget)
    inside.addWidget(above)
    inside.addWidget(widget)
    return box, above


def _put(address: Address, session: Session, value: Any) -> Session:
    return with_field(session, address, value)


def _weighed(session: Session, *, participant: Id, name: str) -> Any:
    mine = session.consideration_of(participant)
    blank = Consideration(id=participant, participant_id=participant)
    return getattr(mine or blank, name)
