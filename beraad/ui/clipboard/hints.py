"""Copied text with the hints that ask others not to keep it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NO = bytes(4)
"""A DWORD that is 0."""

KDE = "x-kde-passwordManagerHint"

HINTS = {
    # Any program that follows the clipboard; what stands in it does not matter.
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _NO,
    # The history behind the Windows key and V, and its copy in the cloud.
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
    # Klipper, and whoever follows it.
    KDE: b"secret",
}


def unkept(text: str, rich: str = "") -> QMimeData:
    """Text of a beraad, as it may be on a clipboard; `rich` is the same with its looks, as HTML."""
    data = QMimeData()
    data.setText(text)
    if rich:
        data.setHtml(rich)
    for form, value in HINTS.items():
        data.setData(form, value)
    return data


def copy(text: str, mode: QClipboard.Mode = QClipboard.Mode.Clipboard, *, rich: str = "") -> None:
    """Put text on the clipboard; nothing happens when there is none."""
    if text:
        QGuiApplication.clipboard().setMimeData(unkept(text, rich), mode)


def forget_copied() -> None:
    """Take away what was copied here, when nobody copied anything else since."""
    board = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        data = board.mimeData(mode)
        if data is not None and data.hasFormat(KDE):  # pyright: ignore[reportUnnecessaryComparison]
            board.clear(mode)
