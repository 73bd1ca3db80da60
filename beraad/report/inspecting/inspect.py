"""Which inspection suits which file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from beraad import untrusted
from beraad.errors import Solvable
from beraad.report.inspecting.limits import LARGEST_FILE, TooMuch
from beraad.report.inspecting.model import Inspection

BROKEN = (
    ArithmeticError, AttributeError, BadZipFile, EOFError, LookupError, ParseError, RuntimeError,
    TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What the libraries raise on a file that is not what its name says."""


def readable(path: Path) -> bool:
    """Whether this is a kind of document that can be inspected, by its extension."""
    return path.suffix.lower() in _INSPECTORS


def inspect(path: Path) -> Inspection:
    """Inspect a finished document that was made here, in this program.

    Raises Solvable when the file is not what its name says, or asks more than is allowed; KeyError
    for a kind that `readable` does not know. For a file of others there is `apart.inspect_apart`.
    """
    data = file_of(path)
    try:
        return inspected(path.suffix.lower(), data)
    except TooMuch as error:
        raise refused(error.why) from error
    except BROKEN as error:
        raise refused(no_whole(path.suffix)) from error


def inspected(kind: str, data: bytes) -> Inspection:
    """Inspect a document of a kind such as ".pdf". Raises TooMuch, and whatever is in BROKEN."""
    return _INSPECTORS[kind](data)


def file_of(path: Path) -> bytes:
    """The bytes of a document. Raises Solvable when they cannot be read, or are too many."""
    try:
        return untrusted.read_bytes(path, most=LARGEST_FILE)
    except FileNotFoundError:
        raise Solvable(
            f"Er is geen bestand {path.name} op die plek.",
            kept="Er is niets veranderd.",
            way_out="Kijk of de naam en de map kloppen.",
        ) from None
    except OSError as error:
        raise refused(error.strerror or "het systeem laat het niet toe") from error


def refused(why: str) -> Solvable:
    """The answer to a document that is not read."""
    return Solvable(
        f"Het bestand is niet te lezen: {why}.",
        kept="Er is niets veranderd.",
        way_out="Exporteer het document opnieuw, of vraag de maker om een gewoon bestand.",
    )


def no_whole(suffix: str) -> str:
    """Why a file that does not hold what its name says is not read."""
    return f"dit is geen heel {suffix.lstrip('.').upper()}-bestand"


def _pdf(data: bytes) -> Inspection:
    # pikepdf takes a while to load; whoever checks another kind of file does not wait for it.
    from beraad.report.pdf.inspecting import inspect_pdf

    return inspect_pdf(data)


def _html(data: bytes) -> Inspection:
    from beraad.report.inspecting.page import inspect_html

    return inspect_html(data.decode())


def _odt(data: bytes) -> Inspection:
    from beraad.report.inspecting.office import inspect_odt

    return inspect_odt(data)


def _docx(data: bytes) -> Inspection:
    from beraad.report.inspecting.office import inspect_docx

    return inspect_docx(data)


_INSPECTORS: Mapping[str, Callable[[bytes], Inspection]] = {
    ".pdf": _pdf,
    ".html": _html,
    ".odt": _odt,
    ".docx": _docx,
}
