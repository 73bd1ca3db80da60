"""What a gespreksleider can be seen to do in one ronde, each with its five labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QWidget

from beraad.phases.behaviours import Behaviour, Label
from beraad.ui.theme.look import Look
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.parts import in_card, label, line, row

_CHOICES = tuple((each, each.value) for each in Label)
_TEXT = 240
_KEYS = "Toets 1 tot en met 5 kiest in de regel waar je bent, zolang je niet typt."
_LAST = "Dat was de laatste regel: hier kiest een toets niets meer. Met Shift+Tab ga je terug."


class BehaviourRows(QFrame):
    """`labelled` carries the key of a behaviour and its label, or None when that was taken back.

    `passed` tells that a key labelled the last row. Whoever knows of more rows goes on there; else
    the focus is on this itself, where keys label nothing.
    """

    labelled = Signal(str, object)
    passed = Signal()

    def __init__(
        self,
        behaviours: Sequence[Behaviour],
        labels: Mapping[str, Label],
        look: Look,
        *,
        begin: str = "De gespreksleider",
        with_keys: bool = True,
    ) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._labels = dict(labels)
        self._fields: dict[str, SegmentField] = {}
        inside = in_card(self, spacing=8)
        inside.addWidget(label(f"{begin} …", role="label"))
        for number, each in enumerate(behaviours):
            if number:
                inside.addWidget(line())
            inside.addWidget(self._row(each, look))
        self._with_keys = with_keys
        self._hint = label(_KEYS, role="small")
        if not with_keys:
            self._hint.hide()
        inside.addWidget(self._hint)

    def choose(self, number: int) -> bool:
        """Give the row at hand its label, counted from 1, and go on; whether there was a row."""
        key = self._at_hand()
        if key is None or not 0 < number <= len(_CHOICES):
            return False
        label, _ = _CHOICES[number - 1]
        self._show_label(key, label)
        keys = list(self._fields)
        after = keys.index(key) + 1
        if after < len(keys):
            self._fields[keys[after]].take_focus()
        else:
            self._stop()
            self.passed.emit()
        return True

    def take_focus(self) -> None:
        """Put the focus on the first behaviour without a label."""
        open_ones = (key for key in self._fields if self._labels.get(key) is None)
        key = next(open_ones, next(iter(self._fields), None))
        if key is not None:
            self._fields[key].take_focus()

    @property
    def has_focus(self) -> bool:
        """Whether the focus is on one of these."""
        focus = cast("QWidget | None", self.window().focusWidget())
        return focus is not None and self.isAncestorOf(focus)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - as Qt calls it
        """From the end, where keys label nothing, Tab goes on to what follows and not back in."""
        if self.hasFocus() and self._fields:
            self._fields[list(self._fields)[-1]].take_focus()
            if not next:
                return True
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hint.setText(_KEYS)
        self._hint.setVisible(self._with_keys)

    def _stop(self) -> None:
        self._hint.setText(_LAST)
        self._hint.show()
        self.setAccessibleName(_LAST)
        self.setFocus()

    def _row(self, behaviour: Behaviour, look: Look) -> QWidget:
        box = Folding()
        beside = row(box, spacing=16)
        said = label(behaviour.text)
        stand_beside(said, least=look.scale.px(_TEXT))
        field = SegmentField(_CHOICES, name=behaviour.text, one_line=True)
        field.setObjectName(f"behaviour-{behaviour.key}")
        field.show_value(self._labels.get(behaviour.key))
        field.be_one_stop()
        field.edited.connect(partial(self._on_label, behaviour.key))
        self._fields[behaviour.key] = field
        beside.addWidget(said, 1)
        beside.addWidget(field)
        return box

    def _at_hand(self) -> str | None:
        focus = cast("QWidget | None", self.window().focusWidget())
        if focus is self:
            return None
        for key, field in self._fields.items():
            if focus is not None and field.isAncestorOf(focus):
                return key
        return next((key for key in self._fields if self._labels.get(key) is None), None)

    def _on_label(self, key: str, label: Label) -> None:
        """Choosing the same again takes it back."""
        self._show_label(key, None if self._labels.get(key) is label else label)

    def _show_label(self, key: str, chosen: Label | None) -> None:
        if chosen is None:
            self._labels.pop(key, None)
        else:
            self._labels[key] = chosen
        self._fields[key].show_value(chosen)
        self._fields[key].be_one_stop()
        self.labelled.emit(key, chosen)
