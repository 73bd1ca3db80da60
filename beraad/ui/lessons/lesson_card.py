"""One leerverslag among others: what it is about, and where the words stand."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel

from beraad.records import RegisteredLesson
from beraad.store.lesson_index import FoundLesson, Piece
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, in_card, label, row


class LessonCard(QFrame):
    """`opened` carries the leerverslag, `theme_chosen` the theme that was pressed."""

    opened = Signal(object)
    theme_chosen = Signal(str)

    def __init__(self, found: FoundLesson) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._lesson: RegisteredLesson = found.lesson
        content = found.lesson.content
        self.setAccessibleName(content.title)
        inside = in_card(self, spacing=6)
        head = row(spacing=16)
        head.addWidget(label(content.title, role="heading"), 1)
        read = button("Lezen", name="read", described=f"Lezen: {content.title}")
        read.clicked.connect(self._on_read)
        head.addWidget(read, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        knelt = f"knelpunt: {content.bottleneck}" if content.bottleneck else ""
        facts = (found.lesson.season, knelt)
        inside.addWidget(label(" · ".join(fact for fact in facts if fact), role="small"))
        if content.value_conflict:
            inside.addWidget(label(content.value_conflict))
        if "".join(piece.text for piece in found.passage) not in content.value_conflict:
            inside.addWidget(_passage(found.passage))
        themes = FlowLayout()
        for theme in content.theme_list:
            way = button(theme, kind="link", name="theme", described=f"Zoek op thema {theme}")
            way.setProperty("theme", theme)
            way.clicked.connect(self._on_theme)
            themes.addWidget(way)
        inside.addLayout(themes)

    @Slot()
    def _on_read(self) -> None:
        self.opened.emit(self._lesson)

    @Slot()
    def _on_theme(self) -> None:
        self.theme_chosen.emit(self.sender().property("theme"))


def _passage(pieces: tuple[Piece, ...]) -> QLabel:
    """The passage with the words that were found in bold; everything in it stays text."""
    texts = (f"<b>{escape(one.text)}</b>" if one.hit else escape(one.text) for one in pieces)
    made = label(role="muted")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(f"<span>“{''.join(texts)}”</span>")
    made.setAccessibleName("".join(one.text for one in pieces))
    return made
