"""Icons in the colour of the text beside them, in every theme and at every size."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel

from beraad.assets import ICONS
from beraad.ui.collecting import is_emptied

Role = QPalette.ColorRole

_SHARE = 1.15
"""How much larger than the text beside it an icon is."""
_RENEWED = frozenset({QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange})


class Icon(StrEnum):
    """The drawings in use, by their name in the Lucide set."""

    NEW = "plus"
    PRACTICE = "graduation-cap"
    SIGNAL = "megaphone"
    LOOK = "contrast"
    HELP = "circle-question-mark"
    GROUP_SCREEN = "projector"
    GUIDE = "book-open"
    REPORT = "file-text"
    PRIVATE = "shield-check"
    WARNING = "triangle-alert"
    GOOD = "circle-check"
    SETTINGS = "sliders-horizontal"
    PEOPLE = "users"
    SEARCH = "search"


def picture(which: Icon, role: Role, pixels: int, ratio: float = 1.0) -> QPixmap:
    """An icon in the colour that this role has now; `ratio` is that of the screen."""
    # What draws them is loaded with the first icon.
    from PySide6.QtSvg import QSvgRenderer

    colour = QGuiApplication.palette().color(role).name()
    drawing = _drawing(which).replace("currentColor", colour).encode()
    made = QPixmap(QSize(pixels, pixels) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return made


def put_icon(
    widget: QAbstractButton | QLabel, which: Icon, role: Role = Role.ButtonText
) -> WornIcon:
    """Put an icon on a button or a label; it follows theme and text size."""
    return WornIcon(widget, which, role)


def app_icon() -> QIcon:
    """The mark of the program: eight rondes around A and B."""
    return QIcon(str(ICONS / "beraad.svg"))


class WornIcon(QObject):
    """The icon that one widget wears; it is drawn once that has its type and colours."""

    def __init__(self, widget: QAbstractButton | QLabel, which: Icon, role: Role) -> None:
        super().__init__(widget)
        self._widget = widget
        self._which = which
        self._role = role
        self._drawn: tuple[object, ...] = ()
        widget.installEventFilter(self)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self._draw()

    def become(self, which: Icon) -> None:
        """Wear another icon."""
        self._which = which
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if is_emptied(self):
            return False
        if kind is QEvent.Type.Polish or (self._drawn and kind in _RENEWED):
            self._draw()
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        pixels = round(self._widget.fontMetrics().height() * _SHARE)
        ratio = self._widget.devicePixelRatio()
        colour = QGuiApplication.palette().color(self._role).rgba()
        drawn = (self._which, pixels, ratio, colour)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        made = picture(self._which, self._role, pixels, ratio)
        if isinstance(self._widget, QLabel):
            self._widget.setPixmap(made)
        else:
            self._widget.setIcon(made)
            self._widget.setIconSize(QSize(pixels, pixels))


@cache
def _drawing(which: Icon) -> str:
    return (ICONS / "lucide" / f"{which.value}.svg").read_text(encoding="utf-8")
