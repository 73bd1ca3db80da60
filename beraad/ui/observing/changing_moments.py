"""Writing a moment otherwise that was noted before; each change is on disk at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from beraad.training.coaching import Moment, Step
from beraad.training.observing.observation import ObservationFile, clock_time
from beraad.training.seen_words import time_of
from beraad.ui.announce import announce
from beraad.ui.observing.moment_change import MomentChange
from beraad.ui.observing.moments_card import MomentsCard
from beraad.ui.observing.noting import Noting
from beraad.ui.widgets.banner import Banner

_WORDS, _TIME, _STEP = "woorden van moment", "tijd van moment", "soort moment"
_NO_TIME = "Schrijf de tijd als 05:40."
_NOTHING_LEFT = (
    "Schrijf op wat je zag of hoorde, of kies een ingreep. Hoort het er niet, haal het moment dan "
    "weg."
)


class ChangingMoments(QObject):
    """The moments of one part in their card, of which one may be open to be changed."""

    def __init__(
        self,
        screen: QWidget,
        file: ObservationFile,
        noting: Noting,
        banner: Banner,
        *,
        leave: Callable[[], None],
    ) -> None:
        """`leave` puts the focus where one goes on."""
        super().__init__(screen)
        self._screen = screen
        self._file = file
        self._noting = noting
        self._banner = banner
        self._leave = leave
        self._card: MomentsCard | None = None
        self._place = ""
        self._opened: MomentChange | None = None
        self._before: Moment | None = None

    def begin(self, card: MomentsCard, place: str) -> None:
        """Show the moments of this part in this card."""
        self._card, self._place = card, place
        card.change_wished.connect(self.change)
        self.show()

    def show(self, changing: int = 0) -> None:
        """Show them anew, one of them open to be changed."""
        self.let_go()
        if self._card is None:
            return
        moments = self._file.moments(self._place)
        opened = self._card.show_moments(moments, changing=changing)
        if opened is None:
            return
        said = dict(moments)[changing]
        self._opened, self._before = opened, said
        of = f"{self._place} {changing}"
        self._noting.add(_WORDS, opened.words, said.what, self._write, of=of)
        self._noting.add(_TIME, opened.time, said.at, self._write, of=of)
        opened.stepped.connect(self._keep_step)
        opened.done.connect(self._on_done)
        opened.words.setFocus()

    def let_go(self) -> None:
        """Keep what was changed, now or as soon as it can be kept, and follow it no more."""
        if self._opened is not None:
            place, number, stands = self._place, self._opened.number, self._as_it_stands()
            if self._noting.hand_over() is not None and stands is not None:
                later = partial(self._change, place, number, stands)
                self._noting.soon(f"moment {place} {number}", later)
            self._noting.forget(_WORDS)
            self._noting.forget(_TIME)
            self._opened = self._before = None

    @Slot(int)
    def change(self, number: int) -> None:
        """Open this moment to be changed, when the one that is open can be left."""
        if self._may_leave():
            self.show(number)

    def change_last(self) -> None:
        """Open the last moment of this part."""
        for number, _ in self._file.moments(self._place)[-1:]:
            self.change(number)

    def put_back(self, place: str, number: int, moment: Moment) -> None:
        """Let a moment be what it was."""
        self._noting.keep("moment weg", partial(self._file.change_moment, place, number, moment))
        self.show()
        self._banner.hide()

    @Slot()
    def _keep_step(self) -> None:
        self._noting.keep(_STEP, self._write)

    def _write(self, _text: str = "") -> None:
        opened, stands = self._opened, self._as_it_stands()
        if opened is not None and stands is not None:
            self._change(self._place, opened.number, stands)

    def _as_it_stands(self) -> Moment | None:
        """What is open, as it stands there; without a kind it has words, and keeps those it had."""
        opened = self._opened
        moment = opened and dict(self._file.moments(self._place)).get(opened.number)
        if opened is None or moment is None:
            return None
        at = clock_time(opened.time.toPlainText()) or moment.at
        words = opened.words.toPlainText().strip()
        what = moment.what if not words and opened.step is Step.NONE else words
        return Moment(at=at, what=what, step=opened.step)

    def _change(self, place: str, number: int, moment: Moment) -> None:
        """Write a moment otherwise, unless it went meanwhile."""
        if number in dict(self._file.moments(place)):
            self._file.change_moment(place, number, moment)

    def _may_leave(self) -> bool:
        """Whether what stands in the moment that is open can be kept; else what lacks is asked."""
        opened = self._opened
        if opened is None:
            return True
        is_kept = self._noting.hand_over() is None
        if not clock_time(opened.time.toPlainText()):
            self._banner.ask(_NO_TIME)
            self._banner.goes_with(opened.time.edited)
            opened.time.setFocus()
            return False
        if not opened.words.toPlainText().strip() and opened.step is Step.NONE:
            self._banner.ask(_NOTHING_LEFT)
            self._banner.goes_with(opened.words.edited, opened.stepped)
            opened.words.setFocus()
            return False
        return is_kept

    @Slot()
    def _on_done(self) -> None:
        if self._may_leave():
            self._close()

    def close(self) -> bool:
        """Close the moment that is open, with what of it can be kept; whether one was open."""
        if self._opened is None:
            return False
        if self._noting.hand_over() is None:
            self._close()
        return True

    def _close(self) -> None:
        opened, before, place = self._opened, self._before, self._place
        if opened is None or before is None:
            return
        moments = self._file.moments(place)
        now = dict(moments).get(opened.number)
        self._banner.hide()
        self.show()
        self._leave()
        if now is not None and now != before:
            told = f"Het moment op {time_of(moments, opened.number)} is veranderd."
            back = partial(self.put_back, place, opened.number, before)
            self._banner.offer(told, way_out="Zet terug", deed=back)
            announce(self._screen, told)
