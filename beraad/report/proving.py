"""Exporting and reading back at once: a file that does not hold never stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from beraad.errors import Solvable
from beraad.report.blocks import Document
from beraad.report.compose import own_words
from beraad.report.export import ExportResult, Format, Leaks, export
from beraad.report.plain import plain_text
from beraad.report.proof import stands_in, verify


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was looked for in the files, and not found.

    Attributes:
        words: how many words had to be gone.
        own: how many of these the document also says by itself, such as in a heading; they were
            counted in its text instead of looked for in the file.
    """

    words: int
    own: int = 0

    @property
    def sentence(self) -> str:
        """What was checked, in Dutch."""
        if not self.words:
            return "Gecontroleerd: er was niets weg te halen."
        told = f"Gecontroleerd: 0 van {self.words} weggehaalde woorden gevonden."
        if not self.own:
            return told
        which = "Eén daarvan is" if self.own == 1 else f"{self.own} daarvan zijn"
        return f"{told} {which} ook een vast woord van dit document en staat alleen daar."


@dataclass(frozen=True, slots=True)
class Proven:
    """Files that were written and read back."""

    result: ExportResult
    checked: Checked


def export_proven(
    document: Document,
    formats: Iterable[Format],
    folder: Path,
    *,
    leaks: Leaks,
    words: Iterable[str],
    replace: bool = False,
    unwanted: Callable[[], bool] = lambda: False,
) -> Proven | None:
    """Write the document in these formats and read every file back; None when it is `unwanted`.

    Raises Solvable like `export`, and when one of the words that had to be gone is found.
    """
    result = export(document, formats, folder, leaks=leaks, replace=replace, unwanted=unwanted)
    return None if result is None else Proven(result, prove(document, result, words))


def prove(document: Document, result: ExportResult, words: Iterable[str]) -> Checked:
    """Read every file back, looking for the words that had to be gone.

    Raises Solvable when a file does not hold, after taking every such file away; tells where the
    word stood, never which word. What the letterhead itself says may stand there.
    """
    forbidden = tuple(words)
    fixed = stands_in(plain_text(own_words(document)), forbidden)
    own = frozenset(fixed) | {word for word in forbidden if document.house.says(word)}
    sought = [word for word in forbidden if word not in own]
    proofs = [verify(path, document, made, sought) for path, made in result.files.items()]
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
    return Checked(words=len(forbidden), own=len(own))
