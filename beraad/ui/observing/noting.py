"""What is typed on a screen and goes into a notebook: kept with every pause, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import NotKept, Solvable, ToldOnce
from beraad.training.own_file import beside_others
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.text_undo import TextUndo

_SOON, _RETRY = 400, 5000
"""Milliseconds after the first key until it is kept; and after a failure."""
_LEAVE = "Sluit zonder dit te bewaren"


class Noting(QObject):
    """Keeps the texts of a screen, and tells on its banner when something could not be kept.

    `told` says in a few words how it stands, after every change. `leave_wished` tells that somebody
    chose to go without what cannot be kept: a screen never holds on to who wants to leave it.
    """

    leave_wished = Signal()

    def __init__(
        self,
        screen: QWidget,
        banner: Banner,
        *,
        now: Callable[[], datetime],
        told: Callable[[str], None] = lambda _: None,
        steps: dict[str, TextSteps] | None = None,
    ) -> None:
        """`steps` is what can be undone of when these texts were typed at before, in this run."""
        super().__init__(screen)
        self._banner = banner
        self._now = now
        self._told = told
        self._waiting: dict[str, Callable[[], None]] = {}
        self._fields: dict[str, TextField] = {}
        self._keeps: dict[str, Callable[[str], None]] = {}
        self._unkept: Solvable | None = None
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer)
        self._undo = TextUndo(screen, now=now, steps=steps)
        self._undo.shifted.connect(self._on_shifted)

    def add(
        self,
        name: str,
        field: TextField,
        text: str,
        keep: Callable[[str], None],
        *,
        of: str = "",
    ) -> None:
        """Begin with this text; `keep` is given what stands there and may raise Solvable.

        `of` says of what it is, where fields of one name are about one thing after another.
        """
        field.show_value(text)
        field.edited.connect(partial(self._on_text, name))
        self._fields[name] = field
        self._undo.add(name, field, of=of)
        self._keeps[name] = keep

    def forget(self, name: str, *, is_gone: bool = False) -> None:
        """Let go of a field, once what stood in it was kept, or `is_gone` for good."""
        for each in (self._fields, self._keeps):
            each.pop(name, None)
        if is_gone:
            self._waiting.pop(_text(name), None)
        self._undo.forget(name, is_gone=is_gone)

    def keep(self, name: str, deed: Callable[[], object]) -> bool:
        """Do something that is kept at once; whether it worked. It is tried again when it did not.

        A later deed of the same name takes its place.
        """
        if self._is_over:
            return False
        self._waiting[name] = lambda: _only(deed)
        told = self.hand_over()
        return told is None or isinstance(told, ToldOnce)

    def soon(self, name: str, deed: Callable[[], object]) -> None:
        """Do something that is kept with the next pause; a later deed of that name takes its place.

        For what is typed in a field that is no text: it counts otherwise once it is left.
        """
        if not self._is_over:
            self._wait(name, lambda: _only(deed))

    def let_go(self) -> None:
        """Keep nothing from now on: what it went into is no more, or somebody goes without it."""
        self._is_over = True
        self._timer.stop()
        self._waiting.clear()
        self._undo.forget_all()
        self._unkept = None

    def resume(self) -> None:
        """Keep again, after something was taken away after all not."""
        self._is_over = False

    @Slot()
    def hand_over(self) -> Solvable | None:
        """Keep what waits; what went wrong and was told, if anything."""
        self._timer.stop()
        if self._is_over:
            return None
        return self._handed_over(tells_again=True)

    def _handed_over(self, *, tells_again: bool) -> Solvable | None:
        with beside_others() as beside:
            for name, deed in tuple(self._waiting.items()):
                try:
                    deed()
                except Solvable as problem:
                    return self._not_kept(problem, tells_again=tells_again)
                self._waiting.pop(name, None)
        if self._unkept is not None:
            self._banner.solve(self._unkept)
            self._unkept = None
        self._told(f"bewaard {self._now().astimezone():%H:%M}")
        for told in beside:
            self._banner.stand(told)
        return next(iter(beside), None)

    @Slot()
    def _on_timer(self) -> None:
        self._handed_over(tells_again=False)

    def _not_kept(self, problem: Solvable, *, tells_again: bool) -> Solvable:
        told = NotKept(
            problem.happened,
            kept="Wat je noteerde staat nog op dit scherm; Beraad probeert het steeds opnieuw.",
            way_out=problem.way_out,
            words=tuple(
                field.toPlainText()
                for name, field in self._fields.items()
                if _text(name) in self._waiting
            ),
        )
        if self._unkept is None or tells_again:
            if self._unkept is not None and self._unkept.happened != told.happened:
                self._banner.solve(self._unkept)
            self._banner.stand(told, way_out=_LEAVE, deed=self._leave, is_first=True)
            self._unkept = told
        self._told("niet bewaard")
        self._timer.start(_RETRY)
        return told

    def _leave(self) -> None:
        self.let_go()
        self.leave_wished.emit()

    def _on_text(self, name: str, text: str) -> None:
        if self._is_over:
            return
        self._wait(_text(name), partial(self._keeps[name], text))

    def _wait(self, name: str, deed: Callable[[], None]) -> None:
        self._waiting[name] = deed
        if self._unkept is None:
            self._told("bewaren …")
        if not self._timer.isActive():
            self._timer.start(_SOON)

    @Slot(str, str)
    def _on_shifted(self, name: str, text: str) -> None:
        self._waiting[_text(name)] = partial(self._keeps[name], text)
        self.hand_over()


def _only(deed: Callable[[], object]) -> None:
    deed()


def _text(name: str) -> str:
    """Under what a text waits to be kept."""
    return f"tekst {name}"
