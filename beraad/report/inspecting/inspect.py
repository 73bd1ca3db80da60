"""Which inspection suits which file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from beraad.errors import Solvable
from beraad.report.inspecting.model import Inspection


def readable(path: Path) -> bool:
    """Whether this is a kind of document that can be inspected, by its extension."""
    return path.suffix.lower() in _INSPECTORS


def inspect(path: Path) -> Inspection:
    """Inspect a finished document. Raises Solvable when the file is not what its name says.

    Raises KeyError for a kind that `readable` does not know.
    """
    inspector = _INSPECTORS[path.suffix.lower()]
    try:
        return inspector(path.read_bytes())
    except OSError as error:
        happened = f"Het bestand is niet te lezen ({error.strerror})."
    except (ValueError, KeyError, AttributeError, BadZipFile, ParseError):
        happened = f"Dit bestand is geen heel {path.suffix.lstrip('.').upper()}-bestand."
    raise Solvable(
        happened, kept="Er is niets veranderd.", way_out="Exporteer het document opnieuw."
    )


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
