"""The help window: contents at the left, then the handleiding and the keys; it can be searched."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QTextEdit,
    QWidget,
)

from beraad.phases.folding import found_in, plain
from beraad.ui.announce import announce
from beraad.ui.help import about as parts_of_others
from beraad.ui.help.contents import Chapter, with_anchors
from beraad.ui.help.keys import GROUPS
from beraad.ui.help.text import HelpText
from beraad.ui.marking.places import place_in_qt
from beraad.ui.theme.look import Look
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, column, label, row
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.shortcuts import look_for
from beraad.ui.widgets.whole_lines import Index, WholeLines
from beraad.ui.widgets.wrapping import ANY_WIDTH

_PACKAGED = Path(__file__).parent / "handleiding.md"
_CHECKOUT = Path(__file__).parents[3] / "docs" / "handleiding.md"
_KEYS = "Toetsen"
_CONTENTS = 230
"""Pixels at 100 % for the contents."""

_PART = 0.38
"""The part of a narrow window that the contents take at most."""

_TEXT = 330
"""Pixels at 100 % that a text needs beside the contents; with less they take turns."""

_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\([^)\s]+\)")

_MOST = 500
"""Places that are marked; who has more looks for something else."""


class HelpWindow(Screen):
    """Stands beside the work and never blocks it.

    `about` is the title of the chapter to begin with; empty begins with the keys.
    """

    def __init__(self, look: Look, parent: QWidget, *, about: str = "") -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("screen")
        self.setWindowTitle("Hulp bij Beraad")
        self._look = look
        self._about = about
        page, self._chapters = _page(look)
        self._text = HelpText()
        self._text.setAccessibleName("Hulp: toetsen en handleiding")
        self._text.document().setDocumentMargin(look.scale.px(24))
        self._text.setHtml(page)
        _let_lines_break(self._text.document())
        self._found: list[tuple[int, int]] = []
        self._at = -1
        self._contents = self._make_contents()
        self._to_contents = button("Inhoud", name="help-to-contents")
        self._to_contents.hide()
        self._line = LineEdit()
        self._line.setObjectName("find-in-help")
        self._line.setPlaceholderText("zoek in de hulp … (Ctrl+F)")
        self._line.setAccessibleName("Zoek in de hulp")
        self._line.textChanged.connect(self._look_for)
        self._line.returnPressed.connect(self._on_next)
        self._told = label(role="small", wrap=False)
        self._told.setObjectName("help-count")
        self._lay_out()
        size = QSize(look.scale.px(900), look.scale.px(680))
        self.resize(size.boundedTo(self.screen().availableSize()))
        self._fit_contents()
        for keys, action in (
            ("Esc", self._on_escape),
            ("Ctrl+W", self.close),
            ("Ctrl+F", self._on_find),
            ("F3", self._on_next),
            ("Shift+F3", self._on_before),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)
        self.go_to(about or _KEYS)
        self._text.setFocus()

    def come_back(self, about: str) -> None:
        """Come in sight again: where reading was left, or at the chapter that is asked for now."""
        if about != self._about:
            self._about = about
            self.go_to(about or _KEYS)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self._text.setFocus()

    def go_to(self, title: str) -> None:
        """Begin at this chapter."""
        for line, chapter in enumerate(self._chapters):
            if chapter.title == title:
                self._contents.setCurrentRow(line)
                self._text.begin_at(chapter.anchor)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_contents()

    def _fit_contents(self) -> None:
        """The contents beside the text, or behind a button where there is no room for both."""
        wide = min(self._look.scale.px(_CONTENTS), round(self.width() * _PART))
        takes_turns = self.width() - wide < self._look.scale.px(_TEXT)
        if takes_turns == self._to_contents.isHidden():
            self._to_contents.setVisible(takes_turns)
            self._choose(choosing=False)
        if not takes_turns:
            self._contents.setFixedWidth(wide)

    def _choose(self, *, choosing: bool) -> None:
        """Let one choose a chapter, where that hides the text, or read on."""
        takes_turns = not self._to_contents.isHidden()
        if takes_turns:
            self._contents.setMinimumWidth(0)
            self._contents.setMaximumWidth(ANY_WIDTH)
        self._contents.setVisible(choosing or not takes_turns)
        self._contents.scheduleDelayedItemsLayout()
        self._text.setVisible(not choosing or not takes_turns)
        (self._contents if choosing else self._text).setFocus()

    @Slot()
    def _on_contents(self) -> None:
        self._choose(choosing=self._contents.isHidden())

    def _lay_out(self) -> None:
        top = row(spacing=8)
        top.setContentsMargins(12, 10, 12, 6)
        self._to_contents.clicked.connect(self._on_contents)
        top.addWidget(self._to_contents)
        top.addWidget(self._line, 1)
        top.addWidget(self._told)
        for text, described, action in (
            ("↑", "Vorige plek (Shift+F3)", self._on_before),
            ("↓", "Volgende plek (F3)", self._on_next),
        ):
            made = button(text, kind="quiet", described=described)
            made.clicked.connect(action)
            top.addWidget(made)
        beside = row(spacing=0)
        beside.addWidget(self._contents)
        beside.addWidget(self._text, 1)
        inside = column(self)
        inside.addLayout(top)
        inside.addLayout(beside, 1)

    def _indent(self, index: Index) -> int:
        return 2 * self._chapters[index.row()].depth

    def _make_contents(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("help-contents")
        made.setProperty("role", "list")
        made.setAccessibleName("Inhoud van de hulp")
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setItemDelegate(WholeLines(made, indent=self._indent))
        for chapter in self._chapters:
            item = QListWidgetItem(chapter.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, chapter.title)
            item.setToolTip(chapter.title)
            made.addItem(item)
        made.itemClicked.connect(self._on_chapter)
        made.itemActivated.connect(self._on_chapter)
        return made

    @Slot(QListWidgetItem)
    def _on_chapter(self, item: QListWidgetItem) -> None:
        chapter = self._chapters[self._contents.row(item)]
        self._choose(choosing=False)
        self._text.begin_at(chapter.anchor)
        self._text.setFocus()

    @Slot(str)
    def _look_for(self, wanted: str) -> None:
        if self._text.isHidden():
            self._choose(choosing=False)
            self._line.setFocus()
        text = _text_of(self._text.document())
        places = found_in(text, " ".join(plain(wanted).split()))
        self._found = [
            (place_in_qt(text, start), place_in_qt(text, end))
            for (start, end), _ in zip(places, range(_MOST), strict=False)
        ]
        self._at = -1
        if self._found:
            self._step(1)
        else:
            self._mark()
            self._told.setText("niets gevonden" if wanted.strip() else "")
            if wanted.strip():
                announce(self._line, "Niets gevonden")

    def _step(self, by: int) -> None:
        if not self._found:
            return
        self._at = (self._at + by) % len(self._found)
        cursor = self._text.textCursor()
        cursor.setPosition(self._found[self._at][0])
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()
        self._told.setText(f"{self._at + 1} van {len(self._found)}")
        self._mark()

    def _mark(self) -> None:
        palette = self._look.palette
        marks: list[QTextEdit.ExtraSelection] = []
        for place, (start, end) in enumerate(self._found):
            here = place == self._at
            mark = QTextEdit.ExtraSelection()
            looks = QTextCharFormat()
            looks.setBackground(QColor(palette.accent if here else palette.open_ground))
            looks.setForeground(QColor(palette.on_accent if here else palette.open))
            cursor = QTextCursor(self._text.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.format, mark.cursor = looks, cursor  # type: ignore[attr-defined]
            marks.append(mark)
        self._text.setExtraSelections(marks)

    @Slot()
    def _on_find(self) -> None:
        look_for(self._line)

    @Slot()
    def _on_next(self) -> None:
        self._step(1)

    @Slot()
    def _on_before(self) -> None:
        self._step(-1)

    @Slot()
    def _on_escape(self) -> None:
        """First the contents over the text and the search go, then the help."""
        if self._text.isHidden():
            self._choose(choosing=False)
        elif self._line.text():
            self._line.clear()
            self._text.setFocus()
        else:
            self.close()


def _let_lines_break(document: QTextDocument) -> None:
    """Let what is set as it was typed, such as commands, go on below where a line is too long."""
    breaking = QTextBlockFormat()
    breaking.setNonBreakableLines(False)
    block = document.begin()
    while block.isValid():
        if block.blockFormat().nonBreakableLines():
            QTextCursor(block).mergeBlockFormat(breaking)
        block = block.next()


def _text_of(document: QTextDocument) -> str:
    """All text, with a sign for every place that a cursor can be at, those of tables among them."""
    return document.toRawText().replace("\u2029", "\n")


def _page(look: Look) -> tuple[str, tuple[Chapter, ...]]:
    palette = look.palette
    style = (
        f"<style>h1,h2,h3 {{ color: {palette.accent}; }} td {{ padding: 3px 14px 3px 0; }}"
        f" a {{ color: {palette.ink}; text-decoration: none; }}</style>"
    )
    manual, chapters = _manual()
    first, last = Chapter(_KEYS, 0, "keys"), Chapter(parts_of_others.TITLE, 0, "about")
    head = f'<h1><a name="{first.anchor}"></a>{_KEYS}</h1>'
    today = date.today()  # noqa: DTZ011 - as the user's clock
    edition = parts_of_others.edition()
    end = parts_of_others.page(edition, today, anchor=last.anchor)
    return f"{style}{head}{_keys()}{manual}{end}", (first, *chapters, last)


def _keys() -> str:
    return "".join(
        f"<h3>{escape(title)}</h3><table>"
        + "".join(
            f"<tr><td><b>{escape(keys)}</b></td><td>{escape(what)}</td></tr>"
            for keys, what in group
        )
        + "</table>"
        for title, group in GROUPS
    )


def _manual() -> tuple[str, tuple[Chapter, ...]]:
    from markdown import markdown

    source = next((path for path in (_PACKAGED, _CHECKOUT) if path.exists()), None)
    if source is None:
        return "", ()
    text, chapters = with_anchors(_readable(source.read_text(encoding="utf-8")))
    return markdown(text), chapters


def _readable(manual: str) -> str:
    """The handleiding without its pictures, which show this window, and without the keys above.

    Links lead to other files, or elsewhere in this one: the contents do that here.
    """
    manual = _LINK.sub(r"\1", manual)
    parts = re.split(r"(?m)^(?=## )", manual)
    lines = "".join(part for part in parts if not part.startswith("## Toetsen")).splitlines()
    return "\n".join(line for line in lines if not line.startswith("!["))
