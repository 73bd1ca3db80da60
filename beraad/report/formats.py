"""The forms in which a document can be made, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from beraad.errors import Solvable
from beraad.privacy.clean import CleanedSignal
from beraad.privacy.leaving.undecided import require_decided
from beraad.report.blocks import Document


class Format(StrEnum):
    """A kind of file, by its extension."""

    PDF = "pdf"
    MARKDOWN = "md"
    HTML = "html"
    ODT = "odt"
    DOCX = "docx"
    JSON = "json"
    MDTO = "mdto.xml"
    """No text: the facts under which the document is filed, to lie beside it."""


FORMAT_LABELS: Mapping[Format, str] = {
    Format.PDF: "PDF",
    Format.MARKDOWN: "Markdown",
    Format.HTML: "Webpagina",
    Format.ODT: "ODT",
    Format.DOCX: "Word",
    Format.JSON: "JSON",
    Format.MDTO: "MDTO-gegevens",
}
"""What each is called in the window, in the order in which they are offered."""


def rendered(document: Document, form: Format) -> bytes:
    """The document in one format. Raises Solvable while a place is undecided."""
    require_decided(document.source)
    return _RENDERERS[form](document)


def unprintable(document: Document, form: Format) -> tuple[str, ...]:
    """The characters that are shown as a box in this format."""
    return _boxes(document) if form is Format.PDF else ()


def _pdf(document: Document) -> bytes:
    # ReportLab is slow to load; whoever asks for no PDF does not wait for it.
    from beraad.report.pdf import render

    return render(document)


def _boxes(document: Document) -> tuple[str, ...]:
    from beraad.report.pdf import unprintable

    return unprintable(document)


def _markdown(document: Document) -> bytes:
    from beraad.report.markdown import render

    return render(document).encode()


def _html(document: Document) -> bytes:
    from beraad.report.html import render

    return render(document).encode()


def _odt(document: Document) -> bytes:
    from beraad.report.office.odt import render

    return render(document)


def _docx(document: Document) -> bytes:
    from beraad.report.office.docx import render

    return render(document)


def _mdto(document: Document) -> bytes:
    from beraad.report.mdto import render

    return render(document).encode()


def format_of(name: str) -> Format:
    """The format of a file by its name. Raises ValueError when it is none of ours."""
    whole = name.lower()
    if whole.endswith(f".{Format.MDTO}"):
        return Format.MDTO
    return Format(whole.rpartition(".")[2])


def _json(document: Document) -> bytes:
    from beraad.report.json import render_signals

    if not isinstance(document.source, CleanedSignal):
        raise Solvable(
            "Dit document bestaat niet als JSON; alleen een signaal.",
            kept="Er is niets geschreven.",
            way_out="Kies een andere vorm.",
        )
    return render_signals([document.source]).encode()


_RENDERERS: Mapping[Format, Callable[[Document], bytes]] = {
    Format.PDF: _pdf,
    Format.MARKDOWN: _markdown,
    Format.HTML: _html,
    Format.ODT: _odt,
    Format.DOCX: _docx,
    Format.JSON: _json,
    Format.MDTO: _mdto,
}
"""How each format is made. A format is added with a row."""
