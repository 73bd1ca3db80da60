"""One page of settings; everything that is chosen here holds at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.ui.municipality.meetings import Meetings
from beraad.ui.preferences.copies_card import CopiesCard
from beraad.ui.preferences.group_card import GroupCard
from beraad.ui.preferences.look_card import LookCard
from beraad.ui.preferences.municipality_card import MunicipalityCard
from beraad.ui.preferences.standard_card import StandardCard
from beraad.ui.settings import Settings
from beraad.ui.spelling.speller import Speller
from beraad.ui.theme.look import Look
from beraad.ui.widgets.line_edit import settle_entry
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import button, column, label, row
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import scrolled
from beraad.ui.widgets.unread_entries import UnreadEntries
from beraad.ui.widgets.way_out import leave_by_esc

_TWO_COLUMNS = 1080
"""Pixels at 100 % from which two cards stand side by side."""

_BESIDE_NAMES = 680
"""Pixels at 100 % from which what is chosen stands beside its name."""


class SettingsScreen(Screen):
    """Reached from the start and from within a beraad, and left the way one came.

    `tips_wished` says whether tips are wanted, `group_changed` that the group's screen looks
    otherwise now, `restore_wished` that a backup should be put back. `vault` makes the card about
    who can open the beraden.
    """

    back_wished = Signal()
    tips_wished = Signal(bool)
    group_changed = Signal()
    restore_wished = Signal()

    def __init__(
        self,
        look: Look,
        settings: Settings,
        speller: Speller,
        meetings: Meetings,
        *,
        back: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        steps: dict[str, TextSteps] | None = None,
        vault: Callable[[PageWidth], QWidget] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Instellingen")
        self._look = look
        self._room = PageWidth()
        self._looks = LookCard(look, self._room, settings, speller)
        self._looks.tips_wished.connect(self.tips_wished)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        column(self).addWidget(scrolled(canvas))
        inside = self._inside = column(canvas, spacing=14)
        home = button(f"← {back}", kind="link", name="back")
        home.clicked.connect(self.go_back)
        inside.addWidget(home, 0, Qt.AlignmentFlag.AlignLeft)
        head = row()
        self._room.adapt(head, self)
        head.addWidget(label("Instellingen", role="title"), 1)
        head.addWidget(label("Wat je hier kiest, geldt meteen.", role="small", wrap=False))
        inside.addLayout(head)
        unread = UnreadEntries(canvas)
        inside.addWidget(unread)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(18)
        left, right = column(spacing=18), column(spacing=18)
        left.addWidget(
            StandardCard(look, self._room, settings, unread=unread, now=now, steps=steps)
        )
        left.addWidget(MunicipalityCard(look, self._room, settings, meetings))
        left.addStretch(1)
        right.addWidget(self._looks)
        group = GroupCard(look, self._room, settings)
        group.changed.connect(self.group_changed)
        right.addWidget(group)
        copies = CopiesCard(look, self._room, settings)
        copies.restore_wished.connect(self.restore_wished)
        right.addWidget(copies)
        if vault is not None:
            right.addWidget(vault(self._room))
        right.addStretch(1)
        self._across.addLayout(left, 1)
        self._across.addLayout(right, 1)
        inside.addLayout(self._across)
        inside.addStretch(1)
        look.changed.connect(self._fit)
        leave_by_esc(self, self.go_back)

    def take_focus(self) -> None:
        """Put the focus on the colours in force."""
        self._looks.take_focus()

    @Slot()
    def go_back(self) -> None:
        """Leave; what stands in a field that counts when it is left, counts."""
        settle_entry(self)
        self.back_wished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        scale = self._look.scale
        wide = self.width() >= scale.px(_TWO_COLUMNS)
        way = QBoxLayout.Direction
        # In one column first what is looked for most, where the focus is.
        self._across.setDirection(way.LeftToRight if wide else way.BottomToTop)
        narrow = self.width() < scale.px(_BESIDE_NAMES)
        self._room.set_narrow(narrow=narrow)
        side = 20 if narrow else 72
        self._inside.setContentsMargins(side, 24, side, 30)
