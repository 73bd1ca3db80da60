"""From a document to files: every format that was asked for, or none, read back when written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from beraad.errors import Solvable
from beraad.privacy.clean import CleanedSignal
from beraad.privacy.leaving.undecided import require_decided
from beraad.report.blocks import Document
from beraad.report.compose import own_words
from beraad.report.files import write
from beraad.report.plain import plain_text

_NOTHING_WRITTEN = "Er is niets geschreven."


class Format(StrEnum):
    """A kind of file, by its extension."""

    PDF = "pdf"
    MARKDOWN = "md"
    HTML = "html"
    ODT = "odt"
    DOCX = "docx"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What an export wrote.

    Attributes:
        files: each file with the bytes that were made for it.
        unprintable: characters that are shown as a box in the PDF.
    """

    files: Mapping[Path, bytes]
    unprintable: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files, in the order in which they were asked for."""
        return tuple(self.files)


class Leaks(Protocol):
    """Looks in a text for what had to be gone."""

    def __call__(self, text: str, *, own: str) -> Iterable[object]:
        """What stands in the text oftener than in `own`, the words that no beraad brought in."""
        ...


def _never() -> bool:
    return False


def export(
    document: Document,
    formats: Iterable[Format],
    folder: Path,
    *,
    leaks: Leaks,
    replace: bool = False,
    unwanted: Callable[[], bool] = _never,
) -> ExportResult | None:
    """Write the document in these formats and return what was written.

    All formats are made before the first file is written; when by then the export has become
    `unwanted`, nothing is written and None is returned. Raises Solvable while a place is undecided,
    when `leaks` finds something in the text or the name that had to be gone, when a format does not
    suit the document, and when a file cannot be written.
    """
    require_clean(document, leaks=leaks)
    wanted = tuple(dict.fromkeys(formats))
    made = [(form, rendered(document, form)) for form in wanted]
    if unwanted():
        return None
    files = {
        write(folder / f"{document.stem}.{form}", data, replace=replace): data
        for form, data in made
    }
    return ExportResult(files, _boxes(document) if Format.PDF in wanted else ())


def require_clean(document: Document, *, leaks: Leaks) -> None:
    """Raise Solvable while a place is open, or when something stands there that had to be gone."""
    require_decided(document.source)
    own = own_words(document)
    said = (
        (document.stem, own.stem),
        (document.title, own.title),
        (plain_text(document), plain_text(own)),
    )
    if any(leaks(text, own=fixed) for text, fixed in said):
        raise Solvable(
            "In dit document staat nog iets dat weg moest.",
            kept=_NOTHING_WRITTEN,
            way_out="Lees het verslag nog eens na en beslis over wat er gemarkeerd is.",
        )


def rendered(document: Document, form: Format) -> bytes:
    """The document in one format. Raises Solvable while a place is undecided."""
    require_decided(document.source)
    return _RENDERERS[form](document)


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


def _json(document: Document) -> bytes:
    from beraad.report.json import render_signals

    if not isinstance(document.source, CleanedSignal):
        raise Solvable(
            "Dit document bestaat niet als JSON; alleen een signaal.",
            kept=_NOTHING_WRITTEN,
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
}
"""How each format is made. A format is added with a row."""
