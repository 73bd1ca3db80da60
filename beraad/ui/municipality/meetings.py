"""Meeting the register of the municipality, beside the window."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import Solvable
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker, Work
from beraad.ui.settings import Settings

if TYPE_CHECKING:
    from beraad.privacy.dutch.lexicon import Lexicon
    from beraad.publishing.meeting import Met
    from beraad.store.municipality.place import Place

_LAST = 20.0
"""Seconds that the last meeting may go on after the window has gone."""

_PART = 101
"""Steps of each part of a meeting, which is told as one number: how many per cent of it is done."""

WAITS = Solvable("Samenvoegen met de gemeente wacht op het wachtwoord.")
"""What is told at the begin, for want of a password, until it is met."""

_AS_TYPED = Solvable(
    "Het adres van het register van de gemeente is nog niet te lezen.",
    kept="Wat je daar typte is nergens bewaard, want er kan een wachtwoord in staan.",
    way_out="Maak het af bij Instellingen, of sluit nog eens; dan is het weg.",
)


class Meetings(QObject):
    """One meeting at a time; `met` brings what it came to, `tried` whether the login may write.

    `told` says how far it is, as "40 procent overgenomen".

    The password that was typed is held here until the program ends or the server refuses it, and
    written nowhere. `waits` tells that nothing was met at the begin, for want of a password.

    Attributes:
        address_as_typed: an address that will not do, for who comes back to it; it may hold a
            password, and is written nowhere either.
    """

    told = Signal(str)
    met = Signal(object)
    tried = Signal(bool)
    failed = Signal(object)
    stopped = Signal()
    waits = Signal()

    def __init__(
        self,
        parent: QObject,
        settings: Settings,
        *,
        register: Callable[[], Path],
        lexicon: Callable[[], Lexicon | None],
        locked: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._register = register
        self._lexicon = lexicon
        self._locked = locked
        self._typed = self._used = self._refused = ""
        self.address_as_typed = ""
        self._told_address = ""
        self._job = OneAtATime(self)
        self._job.told.connect(self._on_told)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.stopped.connect(self.stopped)

    def tell_of_address(self) -> Solvable | None:
        """What to say of an address that will not do before it is gone; once for each."""
        if self.address_as_typed == self._told_address:
            return None
        self._told_address = self.address_as_typed
        return _AS_TYPED if self.address_as_typed else None

    @property
    def is_set(self) -> bool:
        """Whether there is an address to go to."""
        return bool(self._settings.municipal_address)

    @property
    def runs(self) -> bool:
        """Whether a meeting is under way."""
        return self._job.runs

    def type_password(self, text: str) -> None:
        """Hold a password until the program ends; none when it is empty."""
        self._typed, self._refused = text, ""

    def lacks_password(self) -> bool:
        """Whether somebody has to type it first. Raises Solvable for a file that will not do."""
        return self._password() is None and not self._place().host.startswith("/")

    def begin(self) -> bool:
        """Meet; False while another meeting is under way. Raises Solvable for what was set."""
        place, password = self._place(), self._password()
        path, lexicon = self._register(), self._lexicon()

        def work(asker: Asker) -> Met | None:
            from contextlib import suppress

            from beraad.publishing.meeting import Part, meet
            from beraad.store.register_lines import make_lines

            parts = list(Part)

            def tell(part: Part, done: int, total: int) -> None:
                asker.tell(parts.index(part) * _PART + 100 * done // max(1, total))

            try:
                return meet(
                    path, place, password, lexicon=lexicon, tell=tell, unwanted=asker.unwanted
                )
            finally:
                with suppress(Solvable):  # Whoever looks is told.
                    make_lines(path)

        return self._begin(work, password)

    def try_out(self) -> bool:
        """See whether we get in, and take nothing. As `begin`."""
        place, password = self._place(), self._password()

        def work(asker: Asker) -> bool | None:
            from beraad.store.municipality.connecting import while_wanted
            from beraad.store.municipality.server import Server

            unwanted = asker.unwanted
            with while_wanted(unwanted), Server.open(place, password, unwanted=unwanted) as server:
                return server.may_write
            return None

        return self._begin(work, password)

    def _begin(self, work: Work, password: str | None) -> bool:
        begun = self._job.start(work)
        if begun:
            self._used = password or ""
        return begun

    @Slot()
    def stop(self) -> None:
        """Ask what is under way to stop; what was taken in stays."""
        self._job.stop()

    def at_begin(self) -> None:
        """Meet once, when that was chosen and nobody has to type anything for it."""
        try:
            if self._is_wished and self.lacks_password():
                self.waits.emit()
            elif self._is_wished:
                self.begin()
        except Solvable as problem:
            self.failed.emit(problem)

    def at_end(self) -> None:
        """Meet once more after the window has gone, for some seconds at most.

        What goes wrong is told at the next meeting: here nobody is left to read it.
        """
        from contextlib import suppress

        if not self._is_wished:
            return
        until = monotonic() + _LAST
        with suppress(Solvable):
            if not self.lacks_password():
                from beraad.publishing.meeting import meet

                meet(
                    self._register(),
                    self._place(),
                    self._password(),
                    lexicon=self._lexicon(),
                    unwanted=lambda: monotonic() > until,
                )

    @property
    def _is_wished(self) -> bool:
        """Whether to meet unasked; never while the vault is locked."""
        return self._settings.meets_unasked and not self._locked()

    def _place(self) -> Place:
        from beraad.store.municipality.place import place_of

        certificate = self._settings.municipal_certificate
        return place_of(self._settings.municipal_address, certificate=certificate)

    def _password(self) -> str | None:
        from beraad.store.municipality.secret import password_from

        found = self._typed or password_from(os.environ)
        return None if found == self._refused else found or None

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        from beraad.store.municipality.secret import WrongPassword

        if isinstance(problem, WrongPassword):
            self._refused = self._used
            if self._typed == self._used:  # Another may have been typed meanwhile.
                self._typed = ""
        self.failed.emit(problem)

    @Slot(int)
    def _on_told(self, steps: int) -> None:
        from beraad.publishing.meeting import Part

        part, percent = divmod(steps, _PART)
        self.told.emit(f"{percent} procent {list(Part)[part]}")

    @Slot(object)
    def _on_done(self, answer: object) -> None:
        if isinstance(answer, bool):
            self.tried.emit(answer)
        else:
            self.met.emit(answer)
