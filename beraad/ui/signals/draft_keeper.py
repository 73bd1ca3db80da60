"""Keeping what is typed about a signal and stands in no step yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from beraad.defects import write_down
from beraad.errors import NotKept, Solvable
from beraad.publishing.drafting import Replaced
from beraad.ui.widgets.banner import Banner

_SOON, _RETRY = 400, 5000
"""Milliseconds after a key until it is kept; and after a failure."""
TYPED_TOO = "In een ander venster typte iemand ook aan dit stuk. Wat daar staat, staat nu ook hier."
_STILL_HERE = "Wat je typte staat nog op dit scherm; Beraad probeert het steeds opnieuw."

_OURS = (
    "Het register bewaart dit niet, door een fout in Beraad zelf.",
    "Wat je typte staat nog in dit venster.",
    "Beraad probeert het steeds opnieuw.",
)


class DraftKeeper(QObject):
    """Keeps with every pause, and tries again for as long as that fails; the banner says so.

    `keep` keeps what was typed last, and raises when that fails. `typed` gives each text that is
    not kept yet. `again` keeps once more what another register no longer holds, and says so;
    `replaced` carries what it said.
    """

    replaced = Signal(object)

    def __init__(
        self,
        keep: Callable[[], None],
        banner: Banner,
        parent: QObject,
        *,
        typed: Callable[[], Iterable[str]],
        again: Callable[[], Replaced | None],
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self._typed = typed
        self._again = again
        self._banner = banner
        self._waits = False
        self._unkept: Solvable | None = None
        self._replaced: Replaced | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hand_over)

    def soon(self) -> None:
        """Something was typed."""
        self._waits = True
        if not self._timer.isActive():
            self._timer.start(_SOON)

    def forget(self) -> None:
        """What was typed stands elsewhere now."""
        self._waits = False

    @Slot()
    def hand_over(self) -> Solvable | None:
        """Keep what waits; what went wrong and was told, if anything.

        That another register lies there is told once, with every word safe in it.
        """
        self._timer.stop()
        try:
            self._replaced = self._again() or self._replaced
            if self._waits:
                self._keep()
        except Solvable as problem:
            return self._not_kept(problem.happened, kept=_STILL_HERE, way_out=problem.way_out)
        except Exception as error:  # noqa: BLE001 - whatever it is, what was typed is not kept
            write_down(error)
            return self._not_kept(*_OURS)
        self._waits = False
        if self._unkept is not None:
            self._banner.solve(self._unkept)
            self._unkept = None
        told, self._replaced = self._replaced, None
        if told is not None:
            self._banner.stand(told)
            self.replaced.emit(told)
        return told

    def _not_kept(self, happened: str, kept: str, way_out: str) -> Solvable:
        words = tuple(filter(None, self._typed())) if self._waits else ()
        problem = NotKept(happened, kept=kept, way_out=way_out, words=words)
        if self._unkept is not None and self._unkept.happened != problem.happened:
            self._banner.solve(self._unkept)
        self._unkept = problem
        self._banner.stand(problem, is_first=True)
        self._timer.start(_RETRY)
        return problem
