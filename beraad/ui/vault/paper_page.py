"""The page that goes behind lock and key: the recovery key, and what to do with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from beraad.phases.dates import full_date
from beraad.store.vault.paper import RecoveryKey
from beraad.ui.theme.icons import app_icon
from beraad.ui.widgets.print_file import for_this_user, makes_a_file

_WIDTH, _SIDE, _TOP = 210.0, 22.0, 19.0
"""Millimetres: of an A4 sheet, and of what stays white."""

_INK, _FAINT, _LINE = QColor("#1c2433"), QColor("#4a5468"), QColor("#b9bec8")
_PER_INCH, _FINE = 25.4, 20.0
_Align = Qt.AlignmentFlag
_MARK = 512
_ADVICE = (
    (
        "Bewaar het achter slot",
        "Thuis bij je papieren, of in een dichte envelop in de kluis van je organisatie.",
    ),
    ("Niet bij de laptop", "Niet in je tas, niet in je agenda en niet als foto op je telefoon."),
    (
        "Wachtzin kwijt? Kies “Herstelsleutel invullen”",
        "Typ de acht groepen over en kies een nieuwe wachtzin. Dit papier blijft geldig.",
    ),
    (
        "Papier weg of door een ander gezien?",
        "Maak een nieuwe: Instellingen, Kluis. De oude werkt dan niet meer.",
    ),
)


def print_paper(key: RecoveryKey, folder: Path, *, today: date, above: QWidget) -> str:
    """Let somebody choose a printer and print the page; says where the file is that it became.

    Empty when it went to paper, or nowhere. The name of the print job, and of a file that somebody
    lets it become, says nothing.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Beraad")
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, above)
    dialog.setWindowTitle("Afdrukken")
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return ""
    with for_this_user(printer) as file:
        put_on_paper(printer, key, folder, today=today)
    if file is not None:
        return f"Het heet {file.name}, in {file.parent}."
    name = printer.printerName()
    return f"De printer {name} maakt een bestand." if makes_a_file(name) else ""


def put_on_paper(device: QPagedPaintDevice, key: RecoveryKey, folder: Path, *, today: date) -> None:
    """Draw the page on a sheet of A4."""
    painter = QPainter(device)
    try:
        scale = device.logicalDpiX() / _PER_INCH
        painter.scale(scale, scale)
        _Sheet(painter).draw(key, folder, today)
    finally:
        painter.end()


class _Sheet:
    """Draws in millimetres, from the top down."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._y = _TOP

    def draw(self, key: RecoveryKey, folder: Path, today: date) -> None:
        self._head(today)
        self._text("Jouw herstelsleutel", 7.5, bold=True, below=3)
        self._text(
            "Hiermee open je jouw beraden als je de wachtzin kwijt bent. Zonder wachtzin, dit "
            "papier of, als die er is, de sleutel van je gemeente kan niemand ze meer openen, ook "
            "de makers van Beraad niet.",
            3.9,
            ink=_FAINT,
            below=7,
        )
        self._groups(key)
        self._text(
            "De letters I en O en de cijfers 0 en 1 zitten er niet in. Spaties maken niet uit.",
            3.3,
            ink=_FAINT,
            below=8,
        )
        self._code(key, folder, today)
        self._rule(6)
        self._text("Wat doe je met dit papier?", 4.6, bold=True, below=5)
        for number, (what, how) in enumerate(_ADVICE, start=1):
            self._text(f"{number}.  {what}", 3.9, bold=True, below=1)
            self._text(how, 3.9, ink=_FAINT, left=6, below=5)
        self._y = 276
        self._rule(3)
        self._text(
            "Stop je met deze laptop of met dit werk? Draag je beraden over of wis ze, en "
            "versnipper dit blad.",
            3.1,
            ink=_FAINT,
        )

    def _head(self, today: date) -> None:
        mark = app_icon().pixmap(_MARK, _MARK)
        self._painter.drawPixmap(QRectF(_SIDE, self._y, 9, 9), mark, QRectF(mark.rect()))
        self._y += 2.5
        across = QRectF(_SIDE + 13, self._y, _WIDTH - 2 * _SIDE - 13, 8)
        whose = "Beraad · papier voor de eigenaar van deze laptop"
        self._write(across, whose, 3.4, ink=_FAINT)
        self._write(across, full_date(today), 3.4, ink=_FAINT, align=_Align.AlignRight)
        self._y += 16

    def _groups(self, key: RecoveryKey) -> None:
        across = (_WIDTH - 2 * _SIDE - 3 * 3) / 4
        for number, group in enumerate(key.groups):
            place = QRectF(
                _SIDE + number % 4 * (across + 3), self._y + number // 4 * 19, across, 16
            )
            self._painter.setPen(QPen(_LINE, 0.3))
            self._painter.drawRoundedRect(place, 2, 2)
            self._write(
                place.adjusted(0, 1, 0, 0),
                str(number + 1),
                2.8,
                ink=_FAINT,
                align=_Align.AlignHCenter,
            )
            self._write(
                place.adjusted(0, 5, 0, 0), group, 6.6, bold=True, align=_Align.AlignHCenter
            )
        self._y += 41

    def _code(self, key: RecoveryKey, folder: Path, today: date) -> None:
        import segno

        side = 44.0
        rows = [bytes(line) for line in segno.make_qr(key.written, error="m").matrix]
        cell = side / len(rows)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(Qt.GlobalColor.black)
        for number, line in enumerate(rows):
            for place, dark in enumerate(line):
                if dark:
                    self._painter.drawRect(
                        QRectF(_SIDE + place * cell, self._y + number * cell, cell, cell)
                    )
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        top, self._y = self._y, self._y + 1
        left = side + 8
        self._text("Sneller met de code", 4.6, bold=True, left=left, below=2)
        self._text(
            "In deze code staat dezelfde sleutel. Ook hiermee gaan je beraden dus open. Maak er "
            "geen foto van.",
            3.9,
            ink=_FAINT,
            left=left,
            below=4,
        )
        place = " › ".join(folder.absolute().parts[-2:])
        self._text(f"Hoort bij map: {place}", 3.6, left=left, below=1)
        self._text(f"Gemaakt op {full_date(today)}", 3.6, left=left)
        self._y = top + side + 8

    def _rule(self, below: float) -> None:
        self._painter.setPen(QPen(_LINE, 0.2))
        self._painter.drawLine(QPointF(_SIDE, self._y), QPointF(_WIDTH - _SIDE, self._y))
        self._y += below

    def _text(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        ink: QColor = _INK,
        left: float = 0,
        below: float = 0,
    ) -> None:
        room = QRectF(_SIDE + left, self._y, _WIDTH - 2 * _SIDE - left, 100)
        self._y = self._write(room, text, size, bold=bold, ink=ink).bottom() + below

    def _write(
        self,
        room: QRectF,
        text: str,
        size: float,
        *,
        bold: bool = False,
        ink: QColor = _INK,
        align: Qt.AlignmentFlag = _Align.AlignLeft,
    ) -> QRectF:
        """Write in a room, and return what was taken of it; both in millimetres."""
        font = QFont("Inter")
        font.setPixelSize(round(size * _FINE))  # Whole numbers only, so in a finer measure.
        font.setBold(bold)
        fine = QRectF(room.topLeft() * _FINE, room.size() * _FINE)
        self._painter.save()
        self._painter.scale(1 / _FINE, 1 / _FINE)
        self._painter.setFont(font)
        self._painter.setPen(ink)
        flags = int(Qt.TextFlag.TextWordWrap) | int(_Align.AlignTop) | int(align)
        taken = self._painter.drawText(fine, flags, text)
        self._painter.restore()
        return QRectF(taken.topLeft() / _FINE, taken.size() / _FINE)
