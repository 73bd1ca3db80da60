"""Printing a document through the dialog of the system."""

from __future__ import annotations

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from beraad.report.blocks import Document
from beraad.report.export import Leaks, require_clean
from beraad.ui.report.preview import preview
from beraad.ui.theme.palette import LIGHT
from beraad.ui.theme.scale import Scale


def print_document(document: Document, *, leaks: Leaks, scale: Scale, above: QWidget) -> bool:
    """Let somebody choose a printer and print; returns whether it was sent.

    Raises Solvable while a place is open, or when something stands in it that had to be gone.
    """
    require_clean(document, leaks=leaks)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.stem)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, above)
    dialog.setWindowTitle("Afdrukken")
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    put_on_paper(document, printer, scale)
    return True


def put_on_paper(document: Document, printer: QPrinter, scale: Scale) -> None:
    """Send the document to a printer, in ink on white whatever the screen looks like."""
    preview(document, LIGHT, scale).print_(printer)
