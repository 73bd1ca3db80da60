"""From forms to files: each a PDF of its own, read back before it gets its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from beraad.errors import Solvable
from beraad.report.files import write_all
from beraad.report.forms.model import Form
from beraad.report.proof import strays
from beraad.report.rereading import everything_in


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
    """Write the forms in the folder, all of them or none, each under a free name.

    Nothing is written when they have become `unwanted` by then. Raises Solvable when a file cannot
    be written, and when one of the `forbidden` words stands in one.
    """
    # ReportLab is slow to load; whoever asks for no form does not wait for it.
    from beraad.report.pdf.forms import render, unprintable

    words = tuple(forbidden)
    files: dict[Path, bytes] = {}
    made: dict[Path, Form] = {}
    for form in forms:
        if unwanted():
            return WrittenForms()
        path = folder / f"{form.stem}.pdf"
        files[path], made[path] = render(form), form

    def prove(path: Path, data: bytes) -> None:
        _require_gone(made[path], path, data, words)

    written = write_all(files, replace=False, prove=prove, unwanted=unwanted)
    if written is None:
        return WrittenForms()
    boxes = dict.fromkeys(sign for form in made.values() for sign in unprintable(form))
    return WrittenForms(written, tuple(boxes))


def _require_gone(form: Form, path: Path, data: bytes, words: tuple[str, ...]) -> None:
    """Raise Solvable when a word stands there that the form and its letterhead do not say."""
    sought = tuple(word for word in words if not form.house.says(word))
    found = strays(path.stem, everything_in(path.suffix, data), sought)
    by_itself = _said_by_itself(form, path.suffix, tuple(one.word for one in found))
    if found := tuple(one for one in found if one.word not in by_itself):
        told = " en ".join(f"“{one.word}” in {one.place}" for one in found)
        raise Solvable(
            f"Er stond nog een woord dat weg moest: {told}.",
            kept="Er is niets geschreven, en je beraad is niet veranderd.",
            way_out="Lees eerst het verslag na en beslis over wat er gemarkeerd is.",
        )


def _said_by_itself(form: Form, suffix: str, words: tuple[str, ...]) -> frozenset[str]:
    """The words that this form also says when nobody wrote anything."""
    from beraad.report.pdf.forms import render

    if not words or form.blank is None:
        return frozenset()
    blank = render(replace(form.blank, house=form.house))
    return frozenset(one.word for one in strays("", everything_in(suffix, blank), words))
