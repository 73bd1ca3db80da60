"""Opening a PDF of whoever made it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Pdf

from beraad.report.inspecting.limits import Locked


def opened_pdf(data: bytes) -> Pdf:
    """The file, open; raises ValueError when `data` is none, and Locked when it has a password."""
    try:
        return Pdf.open(BytesIO(data))
    except pikepdf.PasswordError as error:
        raise Locked from error
    except pikepdf.PdfError as error:
        raise ValueError from error
