"""What the group has said, growing on the group's window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from beraad.group.view import Block, Passage, Row
from beraad.ui.beamer.blocks import widget_of
from beraad.ui.beamer.frames import down
from beraad.ui.beamer.look import SMALL, GroupLook
from beraad.ui.beamer.offer import OfferBoard
from beraad.ui.beamer.offer_plan import SIDE
from beraad.ui.beamer.words import Chip, Words
from beraad.ui.widgets.below import below
from beraad.ui.widgets.parts import column

_CENTRE = Qt.AlignmentFlag.AlignHCenter
FOOT = 50
"""Pixels, as designed, of the line that says what is out of sight."""

_UP, _DOWN, _BOTH = "↑ hierboven staat meer", "↓ hieronder staat meer", "↑ ↓ er staat meer"
_A_PAGE = 0.5
"""From so much of the height on, going up or down is turning a page."""

_MOST_PINNED = 0.3
"""How much of the room the heads of a table may take and still stay in sight."""

_LAID_OUT = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Move})


class Said(QWidget):
    """Blocks under each other. What stays the same stays; the newest comes in sight.

    What does not fit can be scrolled to, and a line of text says so.
    """

    def __init__(self, look: GroupLook) -> None:
        super().__init__()
        self._look = self._body = look
        self._blocks: tuple[Block, ...] = ()
        self._widgets: list[QWidget] = []
        self._head: QWidget | None = None
        self._heads: Row | None = None
        self._pinned: QWidget | None = None
        self._gone_up: tuple[Row, GroupLook] | None = None
        self._again: QWidget | None = None
        self._ground = ground = QWidget()
        ground.setObjectName("group-ground")
        self._layout = outer = down(ground, look)
        self._top = down(None, look)
        self._inside = down(None, look)
        outer.addLayout(self._top)
        outer.addLayout(self._inside)
        outer.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(ground)
        self._area.viewport().installEventFilter(self)
        ground.installEventFilter(self)
        self._shown = QTimer(self)
        self._shown.setSingleShot(True)
        self._shown.timeout.connect(self._settle)
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._tell_what_is_hidden)
        size, ink = look.sizes(SMALL)[-1], look.palette.ink_2
        self._more = Words("", look, size=size, colour=ink, alignment=_CENTRE)
        self._more.setFixedHeight(look.room(FOOT))
        self._title = Words("", look, size=size, weight=QFont.Weight.Medium, colour=ink)
        self._title.setParent(self)
        self._title.hide()
        self._pin = down(None, look)
        self._outside = outside = column(self)
        outside.addLayout(self._pin)
        outside.addWidget(self._area, 1)
        outside.addWidget(self._more)
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._tell_what_is_hidden)
        # What was half out of sight was not painted, so it cannot be shifted along.
        bar.valueChanged.connect(ground.update)
        bar.rangeChanged.connect(self._tell_what_is_hidden)

    def show_blocks(
        self, blocks: tuple[Block, ...], *, look: GroupLook, from_the_top: bool, room: QSize
    ) -> None:
        """Show these blocks; only what is new is made.

        `room` is what the head leaves; of no height when the head scrolls along.
        """
        if look != self._body:
            self._body = look
            self._heads = None
            self._replace_pinned(None)
            self._replace_widgets(())
        blocks = self._pin_heads(blocks, room)
        if blocks != self._blocks:
            made = self._replace_widgets(blocks)
            self._settle()
            self._shown.start()
            if made and not from_the_top:
                QTimer.singleShot(0, made[-1], lambda: self._bring_in_sight(made[-1]))
        if from_the_top:
            self._area.verticalScrollBar().setValue(0)

    def _replace_widgets(self, blocks: tuple[Block, ...]) -> list[QWidget]:
        """Make what is new and take away what is gone; returns what was made."""
        start, end = _changed(self._blocks, blocks)
        for widget in self._widgets[start : len(self._blocks) - end]:
            self._inside.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        made = [widget_of(block, self._body) for block in blocks[start : len(blocks) - end]]
        for place, widget in enumerate(made, start=start):
            self._inside.insertWidget(place, widget)
            widget.show()  # What is not shown yet takes no height.
        self._widgets[start : len(self._blocks) - end] = made
        self._blocks = blocks
        self._keep_headings()
        return made

    def _keep_headings(self) -> None:
        """Let no heading stand at the bottom without anything of what it is above."""
        nexts = [*self._widgets, None][1:]
        for block, widget, following in zip(self._blocks, self._widgets, nexts, strict=True):
            if _is_heading(block):
                first = following and next(_labels(following), None)
                for label in _labels(widget):
                    if isinstance(label, Words):
                        label.keep_with(first)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the room is known: a window that was never seen learns its own later."""
        if event.type() in _LAID_OUT:
            self._laid_out.start()
        if watched is self._area.viewport() and event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def put_on_top(self, head: QWidget | None) -> None:
        """Let a head scroll along that leaves too little room to stay."""
        self._head = head
        if head is not None:
            self._top.addWidget(head)
            head.show()

    def _pin_heads(self, blocks: tuple[Block, ...], room: QSize) -> tuple[Block, ...]:
        """Let the heads of a table that everything begins with stay in sight; return the rest."""
        heads, rest = _without_heads(blocks)
        made = self._pinned
        if heads != self._heads:
            made = widget_of(heads, self._body) if heads is not None else None
        if made is not None and made.heightForWidth(room.width()) > _MOST_PINNED * room.height():
            heads, rest, made = None, blocks, None
        if heads != self._heads:
            self._heads = heads
            self._replace_pinned(made)
        return rest

    def _replace_pinned(self, made: QWidget | None) -> None:
        if self._pinned is not None:
            self._pin.removeWidget(self._pinned)
            self._pinned.hide()
            self._pinned.deleteLater()
        self._pinned = made
        if made is not None:
            policy = made.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            made.setSizePolicy(policy)
            self._pin.addWidget(made)
            made.show()
        self._outside.activate()

    def _is_in_table(self, heads: Row | None) -> bool:
        """Whether something of the table with these heads is in sight."""
        rows = [
            widget
            for block, widget in zip(self._blocks, self._widgets, strict=True)
            if isinstance(block, Row) and heads and block.table is heads.table
        ]
        return bool(rows) and rows[-1].mapTo(self._ground, rows[-1].rect().bottomLeft()).y() > (
            self._area.verticalScrollBar().value()
        )

    def _show_heads_again(self) -> None:
        """Let the heads of a table that something stands above stay when they went up."""
        heads = self._heads_gone_up()
        wanted = (heads, self._body) if heads is not None else None
        if wanted == self._gone_up:
            return
        self._gone_up = wanted
        bar = self._area.verticalScrollBar()
        is_at_end = bar.value() == bar.maximum()
        if self._again is not None:
            self._pin.removeWidget(self._again)
            self._again.hide()
            self._again.deleteLater()
        self._again = widget_of(heads, self._body) if heads is not None else None
        if self._again is not None:
            self._pin.addWidget(self._again)
            self._again.show()
        self._outside.activate()
        if is_at_end and heads is not None:
            bar.setValue(bar.maximum())

    def _heads_gone_up(self) -> Row | None:
        """The heads above what is in sight of a table; those that stay anyway are not asked."""
        here = self._area.verticalScrollBar().value()
        most = _MOST_PINNED * self.height()
        found = None
        for block, widget in zip(self._blocks, self._widgets, strict=True):
            if not isinstance(block, Row) or not block.head or widget.height() > most:
                continue
            if widget.mapTo(self._ground, QPoint()).y() < here:
                found = block
        return found if self._is_in_table(found) else None

    def scroll_pages(self, pages: float) -> bool:
        """Go up (negative) or down; a page ends at a block, so that each is read whole.

        Returns whether there was more to see.
        """
        bar = self._area.verticalScrollBar()
        before = bar.value()
        high = self._area.viewport().height()
        there = bar.value() + round(pages * high)
        if abs(pages) >= _A_PAGE:
            begins = self._beginning(bar.value(), high, down=pages > 0)
            there = there if begins is None else begins
        bar.setValue(there)
        return bar.value() != before

    def _beginning(self, here: int, high: int, *, down: bool) -> int | None:
        """Where the first block begins that is cut off, or the page that ends just above it."""
        tops = [widget.mapTo(self._ground, QPoint()).y() for widget in self._widgets]
        ends = [top + each.height() for top, each in zip(tops, self._widgets, strict=True)]
        places = list(zip(tops, ends, strict=True))
        if down:
            for place, (top, end) in enumerate(places):
                if here < top and end > here + high:
                    return self._with_heading(place, places, here)
            return None
        last = max((end for top, end in places if top < here), default=here)
        return next((top for top in tops if last - high <= top < here), None)

    def _with_heading(self, place: int, places: Sequence[tuple[int, int]], here: int) -> int:
        """Where a page begins with this block: at its heading, or below it where that is told."""
        if place and _is_heading(self._blocks[place - 1]) and places[place - 1][0] > here:
            place -= 1
        top, end = places[place]
        told = self._pinned is not None and _is_heading(self._blocks[place])
        return end if told else top

    def _title_above(self) -> str:
        """The heading of what is at the top, when that heading is out of sight."""
        here, title = self._area.verticalScrollBar().value(), ""
        for block, widget in zip(self._blocks, self._widgets, strict=True):
            top = widget.mapTo(self._ground, QPoint()).y()
            begins = block.title if isinstance(block, Passage) else ""
            if top + widget.height() > here:
                in_sight = top >= here and bool(begins)
                return "" if in_sight else begins or title
            title = begins or title
        return title

    @Slot()
    def _fit(self) -> None:
        """Give what must be seen as a whole the room that the rest leaves."""
        room = self._area.viewport().size()
        boards = [widget for widget in self._widgets if isinstance(widget, OfferBoard)]
        others = (widget for widget in self._widgets if not isinstance(widget, OfferBoard))
        above = [self._head] if self._head is not None else []
        taken = sum(widget.heightForWidth(room.width()) for widget in (*above, *others))
        for board in boards:
            board.fit(room.width(), room.height() - taken)

    @Slot()
    def _settle(self) -> None:
        """Fit at once, and not some turns of the event loop later: so long it would be squeezed."""
        self._fit()
        self._layout.activate()
        QCoreApplication.sendEvent(self._area, QEvent(QEvent.Type.LayoutRequest))
        self._tell_what_is_hidden()

    def _bring_in_sight(self, widget: QWidget) -> None:
        self._inside.activate()
        self._area.ensureWidgetVisible(widget, 0, self._look.px(20))

    def _say_what_it_is_of(self) -> None:
        """In the place of the heads: they, or below their table the heading that went up."""
        if self._pinned is None:
            self._title.setVisible(False)
            return
        is_table = self._is_in_table(self._heads) or not self._blocks
        self._pinned.setVisible(is_table)
        title = "" if is_table else self._title_above()
        if title != self._title.text():
            self._title.setText(title)
        self._title.setVisible(bool(title))
        place, side = self._pinned.geometry(), self._look.room(SIDE)
        high = self._title.heightForWidth(place.width() - 2 * side)
        self._title.setGeometry(
            place.x() + side, place.bottom() - high, place.width() - 2 * side, high
        )

    @Slot()
    def _tell_what_is_hidden(self) -> None:
        self._show_heads_again()
        self._say_what_it_is_of()
        viewport = self._area.viewport()
        is_above = is_below = False
        for text in _labels(self._ground):
            if text.isVisibleTo(viewport):
                top, bottom = text.inked()
                place = text.mapTo(viewport, QPoint()).y()
                is_above = is_above or place + top < 0
                is_below = is_below or place + bottom > viewport.height()
        both = is_above and is_below
        self._more.setText(_BOTH if both else _UP if is_above else _DOWN if is_below else "")


def _is_heading(block: Block) -> bool:
    return isinstance(block, Passage) and bool(block.title) and not block.text


def _labels(widget: QWidget) -> Iterator[Words | Chip]:
    for label in below(widget, QLabel):
        if isinstance(label, Words | Chip):
            yield label


def _without_heads(blocks: tuple[Block, ...]) -> tuple[Row | None, tuple[Block, ...]]:
    """The heads of a table that everything begins with, and the rest."""
    for place, block in enumerate(blocks):
        if isinstance(block, Row) and block.head:
            return block, (*blocks[:place], *blocks[place + 1 :])
        if not isinstance(block, Passage) or block.text:
            break
    return None, blocks


def _changed(before: tuple[Block, ...], after: tuple[Block, ...]) -> tuple[int, int]:
    """How many blocks are the same at the start and at the end."""
    most = min(len(before), len(after))
    start = 0
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end
