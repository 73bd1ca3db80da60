"""The document as it will be, with the place at hand in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame

from beraad.records import Session
from beraad.records.anatomy import addressed_texts
from beraad.report.blocks import Document
from beraad.ui.review.finding_list import Row, is_decided
from beraad.ui.review.marks import MarkKind, around, at_hand_selections, places, selections
from beraad.ui.review.preview import preview
from beraad.ui.review.surroundings import meant, surroundings
from beraad.ui.theme.look import Look
from beraad.ui.widgets.parts import row
from beraad.ui.widgets.text_page import TextPage

_WIDEST = 860
_DESCRIBED = "Zo komt het document eruit te zien"
_LOWEST = 40
"""Pixels of the page that stay in sight in the lowest window."""


class Sheet(QFrame):
    """Reads like paper; nothing can be changed in it."""

    def __init__(self, look: Look, *, name: str = "preview", described: str = _DESCRIBED) -> None:
        super().__init__()
        self.setProperty("panel", "desk")
        self._look = look
        self._places: tuple[QTextCursor, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._bring_in_sight)
        inside = row(self, spacing=0)
        inside.setContentsMargins(24, 22, 24, 0)
        self._page = TextPage()
        self._page.setObjectName(name)
        self._page.setMinimumHeight(_LOWEST)
        self._page.setAccessibleName(described)
        self._page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        inside.addStretch(1)
        inside.addWidget(self._page, 100)
        inside.addStretch(1)

    def take_focus(self) -> None:
        """Put the focus on the text."""
        self._page.setFocus()

    def show_document(self, document: Document) -> None:
        """Show another version of the document; the reader stays where he was."""
        bar = self._page.verticalScrollBar()
        place = bar.value()
        made = preview(document, self._look.palette, self._look.scale)
        made.setParent(self._page)
        self._page.setDocument(made)
        bar.setValue(place)

    def mark(self, rows: Sequence[Row], at_hand: Row | None, session: Session) -> None:
        """Mark what is open and what was taken out, and bring the place at hand in sight."""
        self._places = self._found(at_hand, session)
        made = selections(self._page.document(), _marks(rows, session), self._look.palette)
        made += at_hand_selections(self._places, self._look.palette)
        self._page.setExtraSelections(made)
        self._bring_in_sight()

    def _found(self, at_hand: Row | None, session: Session) -> tuple[QTextCursor, ...]:
        """Where the place at hand stands; of a word that stands elsewhere as well, not there."""
        if at_hand is None:
            return ()
        found = tuple(places(self._page.document(), _as_it_stands(at_hand)))
        asked = surroundings(at_hand.finding.places, session)
        chosen = meant(tuple(map(around, found)), asked)
        return tuple(found[number] for number in chosen) or found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The page inside gets its new size after this.
        self._soon.start(0)

    @Slot()
    def _bring_in_sight(self) -> None:
        """Scroll to where the place at hand stands first, unless it can be seen already."""
        if not self._places:
            return
        cursor = QTextCursor(self._places[0])
        cursor.clearSelection()
        # Qt lays out as far as it has to; only a whole page can be scrolled to every place.
        document = self._page.document()
        document.documentLayout().blockBoundingRect(document.lastBlock())
        spot = self._page.cursorRect(cursor)
        view = self._page.viewport().rect()
        if spot.top() < view.top() or spot.bottom() > view.bottom():
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() + spot.top() - view.height() // 3)

    def fit(self) -> None:
        """No wider than a page that reads well."""
        self._page.setMaximumWidth(self._look.scale.px(_WIDEST))


def _as_it_stands(shown: Row) -> str:
    """What of this can be read in the document."""
    return shown.finding.replacement_in_force or shown.text


def _marks(rows: Sequence[Row], session: Session) -> Iterator[tuple[str, MarkKind]]:
    """Replacements that nobody wrote in another place, and what is still open."""
    replaced = dict.fromkeys(shown.finding.replacement_in_force for shown in rows)
    written = "\n".join(text for _, text in addressed_texts(session)).casefold()
    for text in replaced:
        if text and text.casefold() not in written:
            yield text, MarkKind.DECIDED
    for shown in rows:
        if not is_decided(shown.finding):
            yield shown.text, MarkKind.OPEN
