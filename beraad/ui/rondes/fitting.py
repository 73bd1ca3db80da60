"""How what stands around the page of a ronde fits the window and the size of text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from beraad.ui.announce import announce
from beraad.ui.rondes.footer import Footer
from beraad.ui.rondes.guide import Guide
from beraad.ui.rondes.head import Head
from beraad.ui.rondes.rail import Rail
from beraad.ui.theme.look import Look
from beraad.ui.widgets.page_width import PageWidth

_RAIL, _GUIDE = 216, 290
_NARROW = 1180
_COMPACT, _COMPACT_RAIL = 940, 100
_SIDE_BY_SIDE = 700
_TIGHT = 560
_LEAST_PAGE = 260
"""The width at 100 % below which a page beside the guide cannot be read, nor the guide."""
_EDGE, _CLOSE_EDGE = 32, 12
_TALL = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around a page.

    Attributes:
        held: the title and the moral question where they stay in sight.
        moving: the same where they scroll along, in a window that is low.
        middle: the page with all that stands over it.
        room: how much room the page has.
    """

    rail: Rail
    guide: Guide
    footer: Footer
    held: Head
    moving: Head
    scroll: QScrollArea
    middle: QWidget
    room: PageWidth


class Fitting(QObject):
    """Folds, narrows and hides what does not fit; a guide that somebody folded stays as chosen.

    Where there is no room for a page beside the guide, they take turns.
    """

    def __init__(self, screen: QWidget, look: Look, around: Around) -> None:
        super().__init__(screen)
        self._screen = screen
        self._look = look
        self._around = around
        self._guide_wish: bool | None = None
        self._edge = _EDGE
        around.moving.setContentsMargins(0, 20, 0, 2)
        self._align_head()
        around.scroll.verticalScrollBar().rangeChanged.connect(self._align_head)
        look.changed.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """Fit everything to the size that the screen has now."""
        scale, around = self._look.scale, self._around
        width = self._screen.width()
        compact = width < scale.px(_COMPACT)
        self._edge = _CLOSE_EDGE if width < scale.px(_TIGHT) else _EDGE
        self._align_head()
        around.rail.set_compact(compact=compact)
        around.rail.setFixedWidth(scale.px(_COMPACT_RAIL if compact else _RAIL))
        wide = width >= scale.px(_NARROW)
        around.footer.set_narrow(narrow=not wide)
        self._hold_head(held=self._screen.height() >= scale.px(_TALL))
        wished = wide if self._guide_wish is None else self._guide_wish
        # The page goes only for who asks for the guide.
        self._set_guide(shown=wished and (self.is_covered or not self._would_cover()))

    def show_guide(self, *, shown: bool) -> None:
        """Fold or unfold the guide; from now on it stays as chosen."""
        self._guide_wish = shown
        self._set_guide(shown=shown)

    @property
    def is_covered(self) -> bool:
        """Whether the guide stands in the place of the page."""
        return self._around.middle.isHidden()

    def uncover(self) -> None:
        """Give the page its place back."""
        if self.is_covered:
            self._set_guide(shown=False)

    def _would_cover(self) -> bool:
        scale = self._look.scale
        left = self._screen.width() - self._around.rail.width() - scale.px(_GUIDE)
        return left < scale.px(_LEAST_PAGE)

    @Slot()
    def toggle_guide(self) -> None:
        """Fold the guide when it is unfolded, and the other way round."""
        shown = self._around.guide.isHidden()
        self.show_guide(shown=shown)
        announce(self._screen, "Hulp staat er." if shown else "Hulp is ingeklapt.")

    @Slot()
    def _align_head(self) -> None:
        """Let the head end where the page under it ends, beside a scroll bar or not."""
        bar = self._around.scroll.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() > 0 else 0
        edge, canvas = self._edge, self._around.scroll.widget()
        inside = canvas.layout() if canvas is not None else None
        if inside is not None:
            inside.setContentsMargins(edge, 0, edge, 20)
        self._around.held.setContentsMargins(edge, 20, edge + beside, 8)

    def _hold_head(self, *, held: bool) -> None:
        """Keep the title and the moral question in sight, or let them scroll where it is low."""
        self._around.held.setVisible(held)
        self._around.moving.setVisible(not held)

    def _set_guide(self, *, shown: bool) -> None:
        around = self._around
        covered = self.is_covered
        covers = shown and self._would_cover()
        around.guide.stand_alone(alone=covers, width=self._look.scale.px(_GUIDE))
        around.middle.setHidden(covers)
        around.guide.setVisible(shown)
        if covers and not covered:
            around.guide.take_focus()
        taken = around.rail.width() + (around.guide.width() if shown else 0)
        page = self._screen.width() - taken
        around.room.set_narrow(narrow=page < self._look.scale.px(_SIDE_BY_SIDE))
        around.footer.show_guide_is(unfolded=shown)
