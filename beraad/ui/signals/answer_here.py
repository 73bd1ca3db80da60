"""An answer that came back, where one signal is read: whether it belongs to that one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.answered import NOT_KNOWN, Answer, is_called
from beraad.records import Id, SignalLine, StepKind
from beraad.signals.form_marks import answered_by, form_mark
from beraad.signals.telling import named
from beraad.ui.signals.answer_file import AnswerFile
from beraad.ui.signals.came_back import OF_NONE
from beraad.ui.signals.in_register import SignalInRegister
from beraad.ui.widgets.banner import Banner

_NOT_NOW = Solvable(
    "Op dit signaal kan nu geen antwoord worden genoteerd.",
    kept="Er is niets veranderd.",
    way_out="Schrijf eerst op dat het is doorgegeven, of kijk of dit het goede signaal is.",
)

_ASKED = {
    True: f"{NOT_KNOWN} Het heet wel zoals dit signaal. Kijk of het hierover gaat. Er is nog niets "
    "veranderd.",
    False: f"{NOT_KNOWN} Het heet anders dan dit signaal. Kijk of het toch hierover gaat. Er is "
    "nog niets veranderd.",
    None: f"{NOT_KNOWN} Kijk op het formulier of het hierover gaat. Er is nog niets veranderd.",
}
"""What is asked of a form without a mark, by whether it bears the title of this signal."""


class AnswerHere(QObject):
    """`fits` carries an answer on this signal; `other_wished` the signal to which one belongs."""

    fits = Signal(object)
    other_wished = Signal(object)

    def __init__(
        self,
        register: SignalInRegister,
        banner: Banner,
        above: QWidget,
        *,
        today: Callable[[], date],
        lexicon: Callable[[], Lexicon | None],
    ) -> None:
        """`above` is where it is asked which file came back."""
        super().__init__(above)
        self._register = register
        self._banner = banner
        self._other: Id | None = None
        self._file = AnswerFile(above, today=today, lexicon=lexicon)
        self._file.read.connect(self.look_at)
        self._file.failed.connect(banner.show_problem)
        banner.way_out_chosen.connect(self._on_way_out)

    @Slot()
    def choose(self) -> None:
        """Ask which file came back, and read it."""
        self._file.choose()

    def take(self, path: Path) -> None:
        """Read this file, beside the window."""
        self._file.take(path)

    @Slot(object)
    def look_at(self, found: Answer, *, is_chosen: bool = False) -> None:
        """Say whether this answer fits here, or why not.

        Of a form without a mark a person is asked, who may have chosen this signal for it already.
        """
        has_other_mark = found.about and found.about != form_mark(self._register.id)
        if StepKind.ANSWERED not in self._register.allowed:
            self._banner.show_problem(_NOT_NOW)
        elif not found.about and not (is_chosen and self._is_called(found) is not False):
            self._banner.ask(
                _ASKED[self._is_called(found)],
                way_out="Zet het hier klaar",
                deed=partial(self.fits.emit, found),
            )
        elif not (has_other_mark and self._is_of_another(found.about)):
            self.fits.emit(found)

    def _is_called(self, found: Answer) -> bool | None:
        signal = self._register.signal
        return is_called(found, signal.content.bottleneck if signal else "")

    def _is_of_another(self, about: str) -> bool:
        """Whether a form belongs to another signal; says to which, with the way there.

        One of a signal that went on in this one is answered here.
        """
        try:
            other = answered_by(about, self._register.lines())
        except Solvable as problem:
            self._banner.show_problem(problem)
            return True
        if other is None:
            self._banner.show_problem(OF_NONE)
            return True
        if other.id == self._register.id:
            return False
        self._other = other.id
        self._banner.show_problem(_of_another(other), way_out="Naar dat signaal")
        return True

    @Slot()
    def _on_way_out(self) -> None:
        if self._other is not None:
            self.other_wished.emit(self._other)


def _of_another(line: SignalLine) -> Solvable:
    return Solvable(
        f"Dit antwoord hoort bij een ander signaal: {named(line.title, line.team)}.",
        kept="Er is niets veranderd.",
        way_out="Open dat signaal en geef het bestand daar.",
    )
