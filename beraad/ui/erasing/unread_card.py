"""One file that cannot be read: what is known of it, and erasing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.errors import Solvable
from beraad.store.catalog import Unreadable
from beraad.store.wiping import Reach
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.erasing.sure_foot import SureFoot
from beraad.ui.erasing.what_stays import told_of_what_stays
from beraad.ui.widgets.parts import clear, column, goes_and_stays, label, signed_lines, told_in

_LOOKS = "Beraad kijkt wat er bij dit bestand hoort …"
_UNREAD = (
    "Dit bestand is hier niet te lezen. Beraad weet dus niet wat erin staat, en vindt misschien "
    "niet elke kopie ervan. Probeer eerst een reservekopie terug te zetten, als je het nog wilt."
)


class UnreadCard(QFrame):
    """`erased` carries the file and what is shown to go; `reach` is asked beside the window."""

    erased = Signal(object, object)

    def __init__(
        self,
        line: Unreadable,
        *,
        out_of_reach: tuple[str, ...],
        reach: Callable[[Asker], Reach],
    ) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setAccessibleName(line.path.name)
        self._path = line.path
        self._out_of_reach = out_of_reach
        self._asking = OneAtATime(self)
        self._asking.done.connect(self._on_found)
        self._asking.failed.connect(self._on_refused)
        inside = column(self, spacing=12)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.addWidget(label(line.path.name, role="heading"))
        inside.addWidget(label(line.why, role="small"))
        inside.addWidget(told_in("danger", _UNREAD))
        self._rest = column(spacing=10)
        self._rest.addWidget(label(_LOOKS, role="muted"))
        inside.addLayout(self._rest)
        inside.addStretch(1)
        self._asking.start(reach)

    @Slot(object)
    def _on_found(self, found: Reach) -> None:
        clear(self._rest)
        goes = (
            *(each.name for each in found.files),
            *(f"kopie van de sleutels · {each.name}" for each in found.rings),
        )
        beyond = signed_lines("Dit hebben wij niet in de hand", self._out_of_reach, "–")
        both = goes_and_stays(signed_lines("Dit wordt gewist", goes, "×"), beyond)
        self._rest.addWidget(both)
        for told in told_of_what_stays(found):
            self._rest.addWidget(told_in("hint", told))
        foot = SureFoot("Ik heb gekeken. Niemand heeft dit bestand nog nodig.", "Wis dit bestand")
        foot.chosen.connect(partial(self.erased.emit, self._path, frozenset(found.files)))
        self._rest.addWidget(foot)
        announce(self, "Beraad weet nu wat erbij hoort.")

    @Slot(object)
    def _on_refused(self, problem: Solvable) -> None:
        clear(self._rest)
        self._rest.addWidget(label(str(problem), role="muted"))
        announce(self, str(problem))
