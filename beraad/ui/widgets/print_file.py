"""Printing to a file, which a printer dialog offers too: only this user can read it."""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from beraad.private import make_private

_MAKES_FILES = re.compile(
    r"pdf|xps|onenote|print to file|naar bestand|document writer", re.IGNORECASE
)


def makes_a_file(printer: str) -> bool:
    """Whether a printer with this name lays a file somewhere and puts nothing on paper."""
    return bool(_MAKES_FILES.search(printer))


@contextmanager
def for_this_user(printer: QPrinter) -> Generator[Path | None]:
    """Print within this; gives the file that it goes to, or None where it goes to paper."""
    name = printer.outputFileName()
    if not name:
        yield None
        return
    path = Path(name)
    with suppress(OSError):  # Before there is a word in it.
        make_private(path)
    try:
        yield path
    finally:
        with suppress(OSError):
            make_private(path)
