"""From forms to files: each a PDF of its own, read back when it was filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from beraad.errors import Solvable
from beraad.report.files import write
from beraad.report.forms.model import Form
from beraad.report.forms.plain import paragraphs
from beraad.report.proof import read_back


@dataclass(frozen=True, slots=True)
class WrittenForms:
    """What was written.

    Attributes:
        unprintable: characters that are shown as a box.
    """

    paths: tuple[Path, ...] = ()
    unprintable: tuple[str, ...] = ()


def _never() -> bool:
    return False


def write_forms(
    forms: Iterable[Form],
    folder: Path,
    *,
    forbidden: Iterable[str] = (),
    unwanted: Callable[[], bool] = _never,
) -> WrittenForms:
    """Write each form in the folder, under a free name.

    Stops between two forms when they have become `unwanted`. Raises Solvable when a file cannot
    be written, and when one of the `forbidden` words stands in it; that file is taken away.
    """
    # ReportLab is slow to load; whoever asks for no form does not wait for it.
    from beraad.report.pdf.forms import render, unprintable

    words = tuple(forbidden)
    written: list[Path] = []
    boxes: dict[str, None] = {}
    for form in forms:
        if unwanted():
            break
        data = render(form)
        path = write(folder / f"{form.stem}.pdf", data, replace=False)
        _prove(form, path, data, tuple(word for word in words if not form.house.says(word)))
        written.append(path)
        boxes |= dict.fromkeys(unprintable(form))
    return WrittenForms(tuple(written), tuple(boxes))


def _prove(form: Form, path: Path, data: bytes, words: tuple[str, ...]) -> None:
    said = {
        "de tekst": "\n".join(paragraphs(form)),
        "de eigenschappen": f"{form.title}\n{form.subject}",
    }
    proof = read_back(path, said, data, words)
    if proof.holds:
        return
    path.unlink(missing_ok=True)
    places = " en ".join(proof.places)
    raise Solvable(
        f"In {places} stond nog een woord dat weg moest."
        if places
        else f"{path.name} is niet heel weggeschreven.",
        kept="Dat bestand is meteen verwijderd. Je beraad is niet veranderd.",
        way_out="Lees eerst het verslag na en beslis over wat er gemarkeerd is.",
    )
