"""What the group has said, growing on the group's window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from beraad.group.view import Block
from beraad.ui.beamer.blocks import widget_of
from beraad.ui.beamer.frames import down
from beraad.ui.beamer.look import SMALL, GroupLook
from beraad.ui.beamer.offer import OfferBoard
from beraad.ui.beamer.words import Words
from beraad.ui.widgets.parts import column

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_UP, _DOWN, _BOTH = "↑ hierboven staat meer", "↓ hieronder staat meer", "↑ ↓ er staat meer"


class Said(QWidget):
    """Blocks under each other. What stays the same stays; the newest comes in sight.

    What does not fit can be scrolled to, and a line of text says so.
    """

    def __init__(self, look: GroupLook) -> None:
        super().__init__()
        self._look = look
        self._blocks: tuple[Block, ...] = ()
        self._widgets: list[QWidget] = []
        ground = QWidget()
        ground.setObjectName("group-ground")
        outer = down(ground, look)
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
        self._shown = QTimer(self)
        self._shown.setSingleShot(True)
        self._shown.timeout.connect(self._fit)
        self._more = Words("", look, size=SMALL, colour=look.palette.ink_2, alignment=_CENTRE)
        self._more.setFixedHeight(look.px(50))
        outside = column(self)
        outside.addWidget(self._area, 1)
        outside.addWidget(self._more)
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._tell_what_is_hidden)
        # What was half out of sight was not painted, so it cannot be shifted along.
        bar.valueChanged.connect(ground.update)
        bar.rangeChanged.connect(self._tell_what_is_hidden)

    def show_blocks(self, blocks: tuple[Block, ...], *, from_the_top: bool) -> None:
        """Show these blocks; only what is new is made."""
        if blocks != self._blocks:
            start, end = _changed(self._blocks, blocks)
            for widget in self._widgets[start : len(self._blocks) - end]:
                self._inside.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
            made = [widget_of(block, self._look) for block in blocks[start : len(blocks) - end]]
            for place, widget in enumerate(made, start=start):
                self._inside.insertWidget(place, widget)
            self._widgets[start : len(self._blocks) - end] = made
            self._blocks = blocks
            self._fit()
            self._shown.start()
            if made and not from_the_top:
                QTimer.singleShot(0, made[-1], lambda: self._bring_in_sight(made[-1]))
        if from_the_top:
            self._area.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the room is known: a window that was never seen learns its own later."""
        if watched is self._area.viewport() and event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def put_on_top(self, head: QWidget) -> None:
        """Let the head scroll along: it leaves too little room to stay."""
        self._top.addWidget(head)

    def scroll_pages(self, pages: float) -> None:
        """Go up (negative) or down."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * self._area.viewport().height()))

    @Slot()
    def _fit(self) -> None:
        """Give what must be seen as a whole the room that the rest leaves.

        What was just put there takes its height only once it is shown, so this is done then too.
        """
        room = self._area.viewport().size()
        boards = [widget for widget in self._widgets if isinstance(widget, OfferBoard)]
        others = (widget for widget in self._widgets if not isinstance(widget, OfferBoard))
        taken = sum(widget.heightForWidth(room.width()) for widget in others)
        for board in boards:
            board.fit(room.width(), room.height() - taken)

    def _bring_in_sight(self, widget: QWidget) -> None:
        self._inside.activate()
        self._area.ensureWidgetVisible(widget, 0, self._look.px(20))

    @Slot()
    def _tell_what_is_hidden(self) -> None:
        bar = self._area.verticalScrollBar()
        above, below = bar.value() > 0, bar.value() < bar.maximum()
        text = _BOTH if above and below else _UP if above else _DOWN if below else ""
        self._more.setText(text)


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
