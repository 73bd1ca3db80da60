"""From a document to files: every format that was asked for, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from beraad.errors import Solvable
from beraad.privacy.clean import CleanedSignal
from beraad.report.blocks import Document
from beraad.report.files import write
from beraad.report.plain import plain_text
from beraad.report.proof import verify

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


def _never() -> bool:
    return False


def export(
    document: Document,
    formats: Iterable[Format],
    folder: Path,
    *,
    leaks: Callable[[str], Iterable[object]],
    replace: bool = False,
    unwanted: Callable[[], bool] = _never,
) -> ExportResult | None:
    """Write the document in these formats and return what was written.

    All formats are made before the first file is written; when by then the export has become
    `unwanted`, nothing is written and None is returned. Raises Solvable when `leaks` finds
    something in the text or the name that had to be gone, when a format does not suit the
    document, and when a file cannot be written.
    """
    if any(leaks(text) for text in (document.stem, document.title, plain_text(document))):
        raise Solvable(
            "In dit document staat nog iets dat weg moest.",
            kept=_NOTHING_WRITTEN,
            way_out="Lees het verslag nog eens na en beslis over wat er gemarkeerd is.",
        )
    wanted = tuple(dict.fromkeys(formats))
    made = [(form, RENDERERS[form](document)) for form in wanted]
    if unwanted():
        return None
    files = {
        write(folder / f"{document.stem}.{form}", data, replace=replace): data
        for form, data in made
    }
    return ExportResult(files, _boxes(document) if Format.PDF in wanted else ())


def prove(document: Document, result: ExportResult, words: Iterable[str]) -> None:
    """Read every file back, looking for the words that had to be gone.

    Raises Solvable when a file does not hold, after taking every such file away; tells where the
    word stood, never which word. What the letterhead itself says may stand there.
    """
    forbidden = tuple(word for word in words if not document.house.says(word))
    proofs = [verify(path, document, made, forbidden) for path, made in result.files.items()]
    failed = [proof for proof in proofs if not proof.holds]
    for proof in failed:
        proof.path.unlink(missing_ok=True)
    if failed:
        places = " en ".join(failed[0].places)
        raise Solvable(
            f"In {places} stond nog een woord dat weg moest."
            if places
            else f"{failed[0].path.name} is niet heel weggeschreven.",
            kept="Dat bestand is meteen verwijderd. Je beraad is niet veranderd.",
            way_out="Lees het verslag nog eens na en exporteer opnieuw.",
        )


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
            "Een werkverslag bestaat niet als JSON.",
            kept=_NOTHING_WRITTEN,
            way_out="Kies een andere vorm.",
        )
    return render_signals([document.source]).encode()


RENDERERS: Mapping[Format, Callable[[Document], bytes]] = {
    Format.PDF: _pdf,
    Format.MARKDOWN: _markdown,
    Format.HTML: _html,
    Format.ODT: _odt,
    Format.DOCX: _docx,
    Format.JSON: _json,
}
"""How each format is made. A format is added with a row."""
