"""The files among the cases that cannot be read: where each lies, why, and how it goes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from beraad import untrusted
from beraad.training.own_cases import is_own, origin_of
from beraad.training.practice import Unread
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import add_first, button, column, label, panel, row

_SAYS = (
    "Deze bestanden staan bij je casussen, en Beraad kan ze niet lezen. Verbeter ze in een gewone "
    "teksteditor, of haal ze weg."
)
_MOST = 20
"""How many are shown."""


class UnreadCard(QFrame):
    """Hidden where there is none; `away_wished` carries one of one's own, to take it away.

    `folder_wished` carries the folder in which one lies.
    """

    away_wished = Signal(object)
    folder_wished = Signal(object)

    def __init__(self, unread: Sequence[Unread], sessions: Path) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._sessions = sessions
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(label("Casussen die niet te lezen zijn", role="heading"))
        inside.addWidget(label(_SAYS, role="muted"))
        add_first(inside, unread, self._row, most=_MOST)
        self.setVisible(bool(unread))

    def _row(self, unread: Unread) -> QFrame:
        box = panel("row")
        around = column(box)
        around.setContentsMargins(12, 6, 12, 6)
        line = Folding()
        inside = row(line)
        name = untrusted.shown(unread.path.name, most=70)
        inside.addWidget(label(name, role="strong"), 1)
        is_ones_own = is_own(unread, self._sessions)
        if not is_ones_own:
            inside.addWidget(label(origin_of(unread, self._sessions), role="small"), 1)
        where = button("Open map", kind="link", name="unread-folder")
        where.setAccessibleName(f"Open de map van {name}")
        where.clicked.connect(partial(self.folder_wished.emit, unread.path.parent))
        inside.addWidget(where)
        if is_ones_own:
            away = button("Haal weg", kind="link", name="unread-away")
            away.setAccessibleName(f"Haal weg: {name}")
            away.clicked.connect(partial(self.away_wished.emit, unread))
            inside.addWidget(away)
        around.addWidget(line)
        around.addWidget(label(unread.problem.happened, role="small"))
        return box
