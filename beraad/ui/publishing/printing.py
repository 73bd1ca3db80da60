"""Printing a document through the dialog of the system."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from beraad.publishing.making import Making, require_ready
from beraad.report.blocks import Document
from beraad.ui.publishing.numbering import take_number
from beraad.ui.review.preview import preview
from beraad.ui.theme.palette import LIGHT
from beraad.ui.theme.scale import scale_for
from beraad.ui.widgets.print_file import for_this_user
from beraad.ui.workspace import Workspace

_SCREEN_DPI = 96
_LETTER = 13.0
"""Pixels of the system font that the sizes are derived from; on paper about ten points."""


def print_document(made: Making, workspace: Workspace, *, above: QWidget) -> bool:
    """Let somebody choose a printer and print; returns whether it was sent.

    Raises Solvable when the document may not go out, or its number cannot be kept.
    """
    require_ready(made)
    document = made.document
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.stem)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, above)
    dialog.setWindowTitle("Afdrukken")
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    take_number(workspace, made)
    with for_this_user(printer):
        put_on_paper(document, printer)
    return True


def put_on_paper(document: Document, printer: QPrinter) -> None:
    """Send the document to a printer, in ink on white whatever the screen looks like."""
    made = preview(document, LIGHT, scale_for(system_pixels=_LETTER, percent=100))
    # Sizes are in pixels of a screen; a page of as many pixels is drawn larger by the printer.
    made.setPageSize(QSizeF(printer.pageLayout().paintRectPixels(_SCREEN_DPI).size()))
    made.print_(printer)
