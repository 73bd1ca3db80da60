"""Telling what came in from other laptops: one message with the whole, and the files on demand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from beraad.publishing.exchanging import Received
    from beraad.publishing.meeting import Met

_MOST = 20
"""Files that are told of at once; the banner is no list."""
_WHICH = "Welke bestanden?"
_FILES, _REPORTS = ("bestand", "bestanden"), ("melding", "meldingen")
_OWN = "Jullie eigen bestand staat in de map."


def tell_received(banner: Banner, received: Received) -> None:
    """Tell what an exchange by a folder came to; of one file all at once."""
    by_file, whole = received.by_file, (*received.in_short, _OWN)
    if len(by_file) > 1:
        _tell(banner, received.refused, whole, by_file)
    elif received.refused:
        (problem,) = received.refused
        told = (f"{received.sentence}.", _OWN, *received.besides)
        banner.show_problem(
            Solvable(problem.happened, kept=" ".join(told), way_out=problem.way_out)
        )
    else:
        done = (f"{received.sentence}. {_OWN}", *by_file, *received.besides)
        banner.show_message("\n".join(done))


def tell_met(banner: Banner, met: Met) -> None:
    """Tell what a meeting with the register of the municipality came to."""
    if not met.problems:
        banner.show_message(f"{met.sentence}.")
        return
    first = met.problems[0]
    kept = f"{met.sentence}. {first.kept}"
    if len(met.problems) == 1:
        banner.show_problem(Solvable(first.happened, kept=kept, way_out=first.way_out))
        return
    told = f"Niet alles kon mee: {counted(len(met.problems), *_REPORTS)}."
    lines = _lines([problem.happened for problem in met.problems], _REPORTS)
    _tell_problems(banner, Solvable(told, kept=kept), lines, met.problems, "Welke meldingen?")


def _tell(
    banner: Banner, refused: Sequence[Solvable], whole: Sequence[str], by_file: Sequence[str]
) -> None:
    """Tell the whole; the button tells it with a line for each file."""
    if not refused:
        lines = _lines((" ".join(whole), *by_file), _FILES)
        banner.offer(" ".join(whole), way_out=_WHICH, deed=partial(banner.show_message, lines))
        return
    are = "bestand is" if len(refused) == 1 else "bestanden zijn"
    happened = f"{len(refused)} {are} niet overgenomen."
    lines = _lines((happened, *by_file), _FILES)
    _tell_problems(banner, Solvable(happened, kept=" ".join(whole)), lines, refused, _WHICH)


def _tell_problems(
    banner: Banner, whole: Solvable, lines: str, problems: Sequence[Solvable], which: str
) -> None:
    """Tell that there are problems; the button tells each, and what to do."""
    each = Solvable(lines, kept=whole.kept, way_out=_way_out(problems))
    banner.show_problem(whole, way_out=which, deed=partial(banner.show_problem, each))


def _lines(told: Sequence[str], called: tuple[str, str]) -> str:
    """So many lines as a banner holds; `called` is what one and more of them are."""
    left = len(told) - _MOST
    rest = (f"En nog {counted(left, *called)}.",) if left > 0 else ()
    return "\n".join((*told[:_MOST], *rest))


def _way_out(problems: Sequence[Solvable]) -> str:
    """What to do, each way once."""
    return " ".join(dict.fromkeys(problem.way_out for problem in problems))
