"""A document on the screen, from the same blocks as every other format."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from beraad.phases.wording import option_mark
from beraad.report.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Document,
    Facts,
    Heading,
    Look,
    Mark,
    Matrix,
    OptionList,
    OptionPair,
    OptionPanel,
    Paragraph,
    Quote,
    Run,
    Table,
    Text,
    Voices,
    WritingLines,
)
from beraad.report.charts import Bars, RouteMap, Timeline
from beraad.report.tabled import chart_tabled, tabled
from beraad.ui.theme.palette import Palette
from beraad.ui.theme.scale import Scale

_MARGIN = 48
_NO_BREAK = "\u00a0"


def preview(document: Document, palette: Palette, scale: Scale) -> QTextDocument:
    """Return the document as text to read on the screen; every word goes in literally."""
    made = QTextDocument()
    made.setDocumentMargin(scale.px(_MARGIN))
    made.setUndoRedoEnabled(False)
    font = QFont("Inter")
    font.setPixelSize(scale.body)
    made.setDefaultFont(font)
    _Writer(made, palette, scale).write(document)
    return made


class _Writer:
    def __init__(self, target: QTextDocument, palette: Palette, scale: Scale) -> None:
        self._cursor = QTextCursor(target)
        self._palette = palette
        self._scale = scale
        self._fresh = True
        self._framed: QTextFrame | None = None

    def write(self, document: Document) -> None:
        around = document.furniture
        if around.notice:
            self._line(
                around.notice, self._format(scale="small", ink=self._palette.open, bold=True)
            )
        if around.kicker:
            self._line(around.kicker, self._format(scale="small", ink=self._palette.ink_2))
        self._line(document.title, self._format(scale="title", bold=True), above=6)
        if around.standfirst:
            self._line(
                around.standfirst, self._format(scale="small", ink=self._palette.ink_2), above=4
            )
        for block in document.blocks:
            self._block(block)
        if around.foot:
            self._line(around.foot, self._format(scale="small", ink=self._palette.ink_2), above=28)

    def _block(self, block: Block) -> None:  # noqa: C901, PLR0912 - one case per kind of block
        match block:
            case Heading():
                ink = self._palette.accent if block.level == 1 else self._palette.ink
                size = "large" if block.level == 1 else "body"
                self._line(
                    block.text,
                    self._format(scale=size, ink=ink, bold=True),
                    above=24 if block.level == 1 else 14,
                    heading=block.level + 1,
                )
            case Paragraph():
                self._text(block.text, above=6)
            case Bullets():
                for item in block.items:
                    self._text((Run("•  "), *item), above=3, indent=10)
            case Quote():
                self._line(
                    block.label, self._format(scale="small", ink=self._palette.ink_2), above=12
                )
                for paragraph in block.paragraphs:
                    self._text(paragraph, above=2, indent=14)
            case Callout():
                self._callout(block)
            case Facts():
                self._grid(
                    (),
                    [(((Run(label, Look.STRONG),),), cell) for label, cell in block.rows],
                    (0.28, 0.72),
                )
            case OptionPair():
                self._grid((), [(_option(block.left), _option(block.right))], (0.5, 0.5))
            case OptionList():
                for option in block.options:
                    for paragraph in _option(option):
                        self._text(paragraph, above=6)
            case Voices():
                if block.letter:
                    self._text((Mark(block.letter), Run(f"  {block.act}", Look.STRONG)), above=12)
                for cell in block.texts:
                    for paragraph in cell:
                        self._text(paragraph, above=4, indent=10)
            case Table():
                self._table(block)
            case Matrix():
                self._table(tabled(block))
            case Bars() | Timeline() | RouteMap():
                self._table(chart_tabled(block))
            case WritingLines(asks=asks, ticks=ticks):
                for offered in ticks:
                    self._text((Run(offered),), above=4)
                for label, _ in asks:
                    self._text((Run(label),), above=8)
            case _:
                assert_never(block)

    def _table(self, table: Table) -> None:
        rows: list[tuple[Cell, ...]] = []
        for group in table.groups:
            for number, cells in enumerate(group.rows):
                below = (cell or () for cell in cells)
                rows.append((group.head if number == 0 else (), *below))
        self._grid(table.header, rows, table.widths)

    def _callout(self, box: Callout) -> None:
        self._line("", self._format(), above=2)
        form = QTextFrameFormat()
        form.setBackground(QColor(self._palette.sunk))
        form.setPadding(self._scale.px(16))
        form.setTopMargin(self._scale.px(8))
        form.setBottomMargin(self._scale.px(4))
        framed = self._cursor.insertFrame(form)
        self._fresh = True
        self._line(box.title, self._format(bold=True))
        if box.lead:
            self._text(box.lead, above=6, strong=True)
        for block in box.blocks:
            self._block(block)
        self._leave(framed)

    def _grid(
        self, header: tuple[str, ...], rows: list[tuple[Cell, ...]], widths: tuple[float, ...]
    ) -> None:
        if not rows:
            return
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(self._scale.px(5))
        form.setCellSpacing(0)
        form.setTopMargin(self._scale.px(6))
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, share * 100) for share in widths]
        )
        top = 1 if header else 0
        form.setHeaderRowCount(top)
        table = self._cursor.insertTable(len(rows) + top, len(widths), form)
        for place, title in enumerate(header):
            cell = table.cellAt(0, place).firstCursorPosition()
            cell.insertText(title, self._format(scale="small", ink=self._palette.ink_2))
        outer = self._cursor
        for line, cells in enumerate(rows, start=top):
            for place, paragraphs in enumerate(cells):
                self._cursor = table.cellAt(line, place).firstCursorPosition()
                self._fresh = True
                for paragraph in paragraphs:
                    self._text(paragraph, above=0)
        self._cursor = outer
        self._leave(table)

    def _leave(self, framed: QTextFrame) -> None:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True
        self._framed = framed

    def _line(
        self,
        text: str,
        form: QTextCharFormat,
        *,
        above: int = 0,
        indent: int = 0,
        heading: int = 0,
    ) -> None:
        self._begin(above, indent, heading)
        self._cursor.insertText(text, form)

    def _text(self, text: Text, *, above: int, indent: int = 0, strong: bool = False) -> None:
        self._begin(above, indent, 0)
        for part in text:
            if isinstance(part, Mark):
                self._mark(part.letter)
            else:
                ink = self._palette.ink_2 if part.look is Look.MUTED else self._palette.ink
                bold = strong or part.look is Look.STRONG
                self._cursor.insertText(part.text, self._format(ink=ink, bold=bold))

    def _mark(self, letter: str) -> None:
        inks = {
            "A": (self._palette.a, self._palette.a_ground),
            "B": (self._palette.b, self._palette.b_ground),
        }
        ink, ground = inks.get(letter, (self._palette.other, self._palette.other_ground))
        form = self._format(ink=ink, bold=True)
        form.setBackground(QColor(ground))
        mark = option_mark(letter).replace(" ", _NO_BREAK)
        self._cursor.insertText(f"{_NO_BREAK}{mark}{_NO_BREAK}", form)
        self._cursor.insertText(" ", self._format())

    def _begin(self, above: int, indent: int, heading: int) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(self._scale.px(above))
        form.setLeftMargin(self._scale.px(indent))
        form.setLineHeight(132, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setHeadingLevel(heading)
        if self._framed is not None:
            _keep_off(self._framed, self._scale.px(above))
            self._framed = None
        if self._fresh:
            self._cursor.setBlockFormat(form)
            self._fresh = False
        else:
            self._cursor.insertBlock(form)

    def _format(self, *, scale: str = "body", ink: str = "", bold: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        font = QFont("Inter")
        font.setPixelSize(getattr(self._scale, scale))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        form.setFont(font)
        form.setForeground(QColor(ink or self._palette.ink))
        return form


def _keep_off(framed: QTextFrame, room: int) -> None:
    """Room under a box or a table: Qt gives none above the text that comes after it."""
    form = framed.frameFormat()
    form.setBottomMargin(room)
    framed.setFrameFormat(form)


def _option(option: OptionPanel) -> Cell:
    first = option.act[0] if option.act else ()
    lines: list[Text] = [(Mark(option.letter), *first), *option.act[1:]]
    if option.details and option.label:
        lines.append((Run(option.label, Look.MUTED),))
    lines.extend((Run("•  "), *detail) for detail in option.details)
    return tuple(lines)
