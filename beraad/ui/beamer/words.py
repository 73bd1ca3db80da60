"""Text on the group's window: painted, wrapped wherever it must, and never half a line of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from beraad.ui.beamer.look import SMALL, TEXT, GroupLook

_SHAPES = {"A": "◆", "B": "●"}
_LINE = 1.28
_ROUNDING = 3
"""Pixels that a column may turn out narrower than it was measured."""


def seen_of(widget: QWidget) -> QRect:
    """The part of a widget that what it lies in leaves in sight."""
    seen, place = widget.rect(), QPoint(0, 0)
    around = widget
    while not around.isWindow() and (outer := around.parentWidget()) is not None:
        place += around.pos()
        around = outer
        seen &= around.rect().translated(-place)
    return seen


def _is_whole(part: QRectF, seen: QRect) -> bool:
    """Whether nothing of this is cut off above or below."""
    return part.top() >= seen.top() and part.bottom() <= seen.bottom() + 1


def line_height(font: QFont) -> int:
    """Pixels from one line to the next."""
    return round(font.pixelSize() * _LINE)


def count_lines(text: str, font: QFont, width: int) -> int:
    """How many lines a text takes in a column of so many pixels."""
    room = max(1, width - _ROUNDING)
    return sum(len(laid) for _, laid in _laid_out(text, font, _WRAPPED, room))


def beginning(text: str, font: QFont, width: int, lines: int) -> str:
    """As many words of a text as fit on so many lines of this width, and a sign of the rest."""
    if count_lines(text, font, width) <= lines:
        return text
    parts = text.split()
    fitting = bisect_right(
        range(1, len(parts)),
        lines,
        key=lambda count: count_lines(_begun(parts, count), font, width),
    )
    return _begun(parts, max(1, fitting))


def _begun(parts: Sequence[str], count: int) -> str:
    return f"{' '.join(parts[:count])} …"


def _wrapped(alignment: Qt.AlignmentFlag) -> QTextOption:
    made = QTextOption(alignment)
    made.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return made


_WRAPPED = _wrapped(Qt.AlignmentFlag.AlignLeft)


def _laid_out(
    text: str, font: QFont, option: QTextOption, width: int
) -> Iterator[tuple[QTextLayout, list[QRectF]]]:
    """Every paragraph of a text with its lines at this width."""
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph or " ", font)
        layout.setTextOption(option)
        lines: list[QRectF] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            lines.append(line.rect())
        layout.endLayout()
        yield layout, lines


def _longest_word(text: str, font: QFont) -> int:
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


class Words(QLabel):
    """A label that breaks even a word when the column is too narrow for it.

    `width` in pixels keeps it at that; otherwise it takes the room it is given. `shrinking` takes
    smaller letters, down to the smallest that can be read, before a word is broken.
    """

    def __init__(
        self,
        text: str,
        look: GroupLook,
        *,
        size: float = TEXT,
        weight: QFont.Weight = QFont.Weight.Normal,
        colour: str = "",
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        width: int = 0,
        shrinking: bool = False,
    ) -> None:
        super().__init__(text)
        self._counted: dict[int, int] = {}
        self._painted: tuple[int, list[QTextLayout]] = (-1, [])
        self._beside: Words | Chip | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        sizes = look.sizes(size) if shrinking else (size,)
        self._fonts = [look.font(each, weight) for each in sizes]
        self._longest = [_longest_word(text, font) for font in self._fonts]
        self._colour = QColor(colour or look.palette.ink)
        self._option = _wrapped(alignment)
        sideways = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Ignored
        policy = QSizePolicy(sideways, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if width:
            self.setFixedWidth(width)

    def setText(self, text: str) -> None:
        self._counted.clear()
        self._painted = (-1, [])
        self._longest = [_longest_word(text, font) for font in self._fonts]
        super().setText(text)

    def _font_at(self, width: int) -> QFont:
        """The largest letters in which no word is broken at this width."""
        found = zip(self._fonts, self._longest, strict=True)
        fitting = (font for font, longest in found if longest <= width - _ROUNDING)
        return next(fitting, self._fonts[-1])

    @property
    def _font(self) -> QFont:
        return self._font_at(self.width())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self.text():
            return 0
        if width <= _ROUNDING:
            return line_height(self._fonts[0])  # a layout asks this before there is any room
        font = self._font_at(width)
        if width not in self._counted:
            self._counted[width] = count_lines(self.text(), font, width)
        return self._counted[width] * line_height(font)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        high = line_height(self._fonts[-1])
        return QSize(high, high if self.text() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(self._colour)
        for line in self._lines_in_sight():
            line.draw(painter, QPointF(0, 0))

    @property
    def lines_in_sight(self) -> int:
        """How many lines are painted: a line of which a part is out of sight is not."""
        return sum(1 for _ in self._lines_in_sight())

    def _lines_in_sight(self) -> Iterator[QTextLine]:
        seen = seen_of(self)
        alone = self._beside is None or self._beside.begins_in_sight()
        for place, layout in enumerate(self._in_place()):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                if _is_whole(line.rect(), seen) and (alone or place or number):
                    yield line

    def keep_with(self, beside: Words | Chip | None) -> None:
        """Paint the first line only where that, too, is in sight."""
        self._beside = beside

    def begins_in_sight(self) -> bool:
        """Whether the first line is wholly where it can be seen."""
        first = self._in_place()[0].lineAt(0)
        return _is_whole(first.rect(), seen_of(self))

    def inked(self) -> tuple[float, float]:
        """Where the text begins and ends, of which nothing may be out of sight to be painted."""
        if not self.text():
            return 0, 0
        layouts = self._in_place()
        last = layouts[-1]
        return layouts[0].lineAt(0).rect().top(), last.lineAt(last.lineCount() - 1).rect().bottom()

    def _in_place(self) -> list[QTextLayout]:
        """The paragraphs as they are painted; laid out once, however often they are painted."""
        if self._painted[0] == self.width():
            return self._painted[1]
        placed: list[QTextLayout] = []
        font = self._font
        high = line_height(font)
        top = 0
        for layout, lines in _laid_out(self.text(), font, self._option, self.width()):
            for number, _ in enumerate(lines):
                line = layout.lineAt(number)
                inset = (high - line.height()) / 2
                line.setPosition(QPointF(line.position().x(), top + inset))
                top += high
            placed.append(layout)
        self._painted = (self.width(), placed)
        return placed


def chip_width(letter: str, look: GroupLook, *, size: float = SMALL) -> int:
    """Pixels that a tile with this letter takes."""
    metrics = QFontMetrics(_chip_font(look, size))
    return metrics.horizontalAdvance(_on_chip(letter)) + look.px(36 * size / SMALL)


def _chip_font(look: GroupLook, size: float) -> QFont:
    return look.font(size, QFont.Weight.DemiBold)


def _on_chip(letter: str) -> str:
    return f"{_SHAPES.get(letter, '')} {letter}".strip()


class Chip(QLabel):
    """A letter with its shape and colour: a tile with an edge."""

    def __init__(self, letter: str, look: GroupLook, *, size: float = SMALL) -> None:
        super().__init__(_on_chip(letter))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._beside: Words | None = None
        self._font = _chip_font(look, size)
        self._ink, self._ground = look.colours(letter)
        self._edge = QPen(self._ink, max(1, look.px(2)))
        self._radius = look.px(12)
        height = QFontMetrics(self._font).height() + look.px(10 * size / SMALL)
        self.setFixedSize(chip_width(letter, look, size=size), height)

    def inked(self) -> tuple[float, float]:
        """Where the tile begins and ends, of which nothing may be out of sight to be painted."""
        return 0, self.height()

    def keep_with(self, beside: Words) -> None:
        """Come and go with these words."""
        self._beside = beside
        beside.keep_with(self)

    def begins_in_sight(self) -> bool:
        """Whether the whole tile can be seen."""
        return _is_whole(QRectF(self.rect()), seen_of(self))

    @property
    def is_painted(self) -> bool:
        """Whether the tile is painted: never a part of it, and never without its words."""
        words = self._beside
        alone = words is None or not words.text() or words.begins_in_sight()
        return alone and self.begins_in_sight()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if not self.is_painted:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._edge)
        painter.setBrush(self._ground)
        inside = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(inside, self._radius, self._radius)
        painter.setPen(self._ink)
        painter.setFont(self._font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
