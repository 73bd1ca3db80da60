"""Asking once before an answer that is owed on a signal lapses, because it goes on in another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from beraad.errors import Solvable
from beraad.records import Id, SignalLine, Step, StepKind, new_id
from beraad.signals.joining import lets_go, what_is_let_go
from beraad.ui.signals.in_register import SignalInRegister
from beraad.ui.widgets.banner import Banner

_READ_FIRST = (
    "Samenvoegen laat hier een termijn vervallen. Lees bovenaan welke. Klopt het toch, kies dan "
    "nog eens “Nalezen en bewaren”."
)


class JoiningAsked(QObject):
    """`refused` says why a signal is not joined yet.

    `joined_here` carries the other signal, when somebody let that one go on in this one instead.
    """

    refused = Signal(str)
    joined_here = Signal(object)

    def __init__(
        self,
        register: SignalInRegister,
        banner: Banner,
        parent: QObject,
        *,
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._banner = banner
        self._today = today
        self._asked: Id | None = None

    def holds(self, step: Step) -> bool:
        """Whether a step has to wait, for what was asked now; the second time it has not."""
        if step.kind is not StepKind.JOINED or step.about == self._asked:
            return False
        try:
            lines = {line.id: line for line in self._register.lines()}
        except Solvable as problem:
            self._banner.show_problem(problem)
            return True
        own, into = lines.get(self._register.id), lines.get(step.about) if step.about else None
        if own is None or into is None or not lets_go(own, into):
            return False
        self._asked = step.about
        self.refused.emit(_READ_FIRST)
        self._banner.ask(
            what_is_let_go(own, into, self._today()),
            way_out="Voeg andersom samen",
            deed=partial(self._join_here, into, step),
        )
        return True

    def _join_here(self, other: SignalLine, step: Step) -> None:
        """Let the other signal go on in this one, with what was written about it."""
        turned = replace(step, id=new_id(), about=self._register.id)
        try:
            self._register.take_at(other.id, turned)
        except Solvable as problem:
            self._banner.show_problem(problem)
            return
        self.joined_here.emit(other)
