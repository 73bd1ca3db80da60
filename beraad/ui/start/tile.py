"""A large button with a title and a line under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from beraad.ui.hearing.words import spoken
from beraad.ui.theme.icons import Icon, Role, put_icon
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import column, label, row
from beraad.ui.widgets.ringed_button import paint_ring
from beraad.ui.widgets.tall_button import TallButton

_RADIUS = 10

_NARROW = 32
"""Below this many letters there is room for words only."""


class Tile(TallButton):
    """One of the things to do from here."""

    def __init__(
        self,
        title: str,
        under: str,
        *,
        sign: Icon | None = None,
        primary: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "tile-primary" if primary else "tile")
        self._primary = primary
        self._title = label(title, role="heading")
        self._under = label(under)
        texts = column(spacing=4)
        inside = row(self, spacing=18)
        inside.setContentsMargins(22, 22, 22, 22)
        self._drawing: QLabel | None = None
        if sign is not None:
            self._drawing = label(wrap=False)
            self._drawing.setProperty("role", "tile-sign")
            put_icon(self._drawing, sign, Role.HighlightedText if primary else Role.Link)
            inside.addWidget(self._drawing, alignment=Qt.AlignmentFlag.AlignTop)
        inside.addLayout(texts, 1)
        for each in (self._title, self._under):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(each)
        texts.addStretch(1)
        self.show_under(under)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._primary and self.hasFocus():
            paint_ring(self, radius=_RADIUS)

    def show_under(self, text: str) -> None:
        """Show another line under the title."""
        self._under.setText(text)
        self.setAccessibleName(spoken(f"{self._title.text()}: {text}"))

    def fit(self) -> None:
        if self._drawing is not None:
            self._drawing.setVisible(self.width() > _NARROW * self.fontMetrics().averageCharWidth())
        super().fit()


def tiles(*made: QWidget) -> QWidget:
    """Tiles side by side, equally wide."""
    box = Folding()
    inside = row(box, spacing=18)
    for each in made:
        inside.addWidget(each, 1)
    return box
