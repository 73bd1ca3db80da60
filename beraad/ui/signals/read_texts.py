"""Texts that are read before they go into the register."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from beraad.editing.text_steps import TextSteps
from beraad.privacy.find import Find, FindKind
from beraad.ui.signals.answer_places import AnswerPlaces
from beraad.ui.widgets.text_field import TextField


class _Decided(NamedTuple):
    """What was decided about one place; `made` is what it left in each field that it changed."""

    place: Find
    made: dict[str, str]


class ReadTexts(QObject):
    """What is typed in these fields can be taken back, and each place in it is decided about.

    Where the cursor is in no field, the last decision is what is taken back.

    `edited` comes after every change by hand or by a decision; `settled` when nothing has to be
    decided any more.

    Attributes:
        places: the hints about what may point to somebody.
    """

    edited = Signal()
    settled = Signal()

    def __init__(
        self,
        parent: QObject,
        *,
        places_in: Callable[[str], tuple[Find, ...]],
        now: Callable[[], datetime],
        steps: dict[str, TextSteps] | None = None,
    ) -> None:
        """`steps` are those of when these texts were typed at before; it is kept up to date."""
        super().__init__(parent)
        self._places_in = places_in
        self._now = now
        self._fields: dict[str, TextField] = {}
        self._steps: dict[str, TextSteps] = {}
        self._remembered = {} if steps is None else steps
        self._stay: set[str] = set()
        self._read: dict[str, Callable[[str], str]] = {}
        self._names: dict[str, frozenset[FindKind]] = {}
        self._may_stay: set[str] = set()
        self._decided: list[_Decided] = []
        self.places = AnswerPlaces()
        self.places.rewritten.connect(self._on_rewritten)
        self.places.kept.connect(self._on_kept)

    def add(
        self,
        name: str,
        field: TextField,
        text: str,
        *,
        stays: bool = False,
        names: Collection[FindKind] = (),
        read: Callable[[str], str] = lambda text: text,
    ) -> None:
        """Begin with this text in this field; what `stays` here goes nowhere and is not read.

        Nothing is asked of what it `names` by itself, such as a place in the name of a team: it
        stays as it is, whatever is decided elsewhere. `read` says which part of what stands there
        is read.
        """
        field.show_value(text)
        field.edited.connect(partial(self._on_text, name))
        self._fields[name] = field
        if stays:
            self._stay.add(name)
        self._read[name] = read
        self._names[name] = frozenset(names)
        steps = self._remembered.get(name)
        if steps is None or steps.text != field.toPlainText():
            steps = TextSteps(field.toPlainText(), now=self._now)
        self._remembered[name] = self._steps[name] = steps

    @property
    def texts(self) -> dict[str, str]:
        """What stands in each field."""
        return {name: field.toPlainText() for name, field in self._fields.items()}

    @property
    def first(self) -> TextField | None:
        """The field where writing starts."""
        return next(iter(self._fields.values()), None)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what stands in these fields now, typed elsewhere."""
        for name, field in self._fields.items():
            text = texts.get(name, "")
            if text != field.toPlainText():
                field.show_value(text)
                self._steps[name].typed(text)

    def undo(self) -> bool:
        """Take back what was typed last where the cursor is; whether there was any."""
        if any(field.hasFocus() for field in self._fields.values()):
            return self._shift(TextSteps.undo)
        return self._undo_decision()

    def undo_anywhere(self) -> bool:
        """Take back what was typed last in whatever field, and go there; whether there was any."""
        typed = [name for name in self._fields if self._steps[name].can_undo]
        if not typed:
            return False
        last = max(typed, key=lambda name: self._steps[name].typed_at)
        self._fields[last].setFocus()
        return self._shift(TextSteps.undo)

    def redo(self) -> bool:
        """Type it again; whether there was something to type."""
        return self._shift(TextSteps.redo)

    def is_waiting(self) -> bool:
        """Show what still has to be decided about, and whether there is any."""
        found = (
            place
            for name, text in self.texts.items()
            if name not in self._stay
            for place in self._places_in(self._read[name](text))
            if place.kind not in self._names[name]
        )
        waiting = tuple(place for place in found if place.text not in self._may_stay)
        self.places.show_places(waiting)
        return bool(waiting)

    def _shift(self, way: Callable[[TextSteps], str | None]) -> bool:
        for name, field in self._fields.items():
            if field.hasFocus():
                text = way(self._steps[name])
                if text is not None:
                    field.show_value(text)
                    self.edited.emit()
                return text is not None
        return False

    def _undo_decision(self) -> bool:
        """Let the words stand there as they did before a place was decided about."""
        if not self._decided:
            return False
        place, made = self._decided.pop()
        if any(self._fields[name].toPlainText() != text for name, text in made.items()):
            return False
        self._may_stay.discard(place.text)
        for name in made:
            text = self._steps[name].undo()
            if text is not None:
                self._fields[name].show_value(text)
        self.edited.emit()
        self.is_waiting()
        self.places.take_focus()
        return True

    def _on_text(self, name: str, text: str) -> None:
        self._steps[name].typed(text)
        self.edited.emit()

    @Slot(object)
    def _on_rewritten(self, place: Find) -> None:
        instead = place.generalised or place.suggestion
        made: dict[str, str] = {}
        for name, field in self._fields.items():
            text = field.toPlainText()
            if place.text in text and place.kind not in self._names[name]:
                field.show_value(text.replace(place.text, instead))
                made[name] = field.toPlainText()
                self._steps[name].replaced(made[name])
        self._decided.append(_Decided(place, made))
        self.edited.emit()
        self._go_on()

    @Slot(object)
    def _on_kept(self, place: Find) -> None:
        self._may_stay.add(place.text)
        self._decided.append(_Decided(place, {}))
        self._go_on()

    def _go_on(self) -> None:
        """On to the next place, or to what was to be done once every place is decided about."""
        if self.is_waiting():
            self.places.take_focus()
        else:
            self.settled.emit()
