"""The document as it will be, with the place at hand in sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame

from beraad.records import Session
from beraad.records.anatomy import addressed_texts
from beraad.report.blocks import Document
from beraad.ui.review.finding_list import Row, is_decided
from beraad.ui.review.marks import MarkKind, around, places, selections
from beraad.ui.review.preview import preview
from beraad.ui.review.surroundings import Around, AsItReads, meant
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
        reads = AsItReads.of(session, (shown.finding for shown in rows))
        stands = _Standing(self._page.document(), reads)
        self._places = stands.of(at_hand) if at_hand else ()
        marked = (
            *((one, MarkKind.DECIDED) for one in stands.of_texts(_replacements(rows, session))),
            *(
                (one, MarkKind.OPEN)
                for shown in rows
                if not is_decided(shown.finding)
                for one in stands.of(shown)
            ),
        )
        at_hand_marks = ((one, MarkKind.AT_HAND) for one in self._places)
        made = selections(marked, self._look.palette)
        made += selections(at_hand_marks, self._look.palette)
        self._page.setExtraSelections(made)
        self._bring_in_sight()

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


class _Standing:
    """Where in a document that is shown stands what was found."""

    def __init__(self, document: QTextDocument, reads: AsItReads) -> None:
        self._document = document
        self._reads = reads
        self._found = cache(self._everywhere)

    def of(self, shown: Row) -> tuple[QTextCursor, ...]:
        """Where this stands; of a word that stands elsewhere as well, not there."""
        made: dict[int, QTextCursor] = {}
        for place in shown.finding.places:
            found = self._found(shown.finding.replacement_in_force or self._reads.at(place))
            beside = tuple(each for _, each in found)
            for number in meant(beside, (self._reads.around(place),)):
                cursor, _ = found[number]
                made[cursor.selectionStart()] = cursor
        return tuple(made[start] for start in sorted(made))

    def of_texts(self, texts: Iterable[str]) -> Iterator[QTextCursor]:
        """Wherever these stand."""
        return (cursor for text in texts for cursor, _ in self._found(text))

    def _everywhere(self, text: str) -> tuple[tuple[QTextCursor, Around], ...]:
        return tuple((one, around(one)) for one in places(self._document, text))


def _replacements(rows: Sequence[Row], session: Session) -> Iterator[str]:
    """Replacements that nobody wrote in another place."""
    replaced = dict.fromkeys(shown.finding.replacement_in_force for shown in rows)
    written = "\n".join(text for _, text in addressed_texts(session)).casefold()
    return (text for text in replaced if text and text.casefold() not in written)
