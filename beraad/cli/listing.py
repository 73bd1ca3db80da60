"""`beraad lijst`: which beraden there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.dates import iso_week, week_label
from beraad.phases.in_brief import said_anywhere
from beraad.records import Id
from beraad.store.catalog import CopyOf, Summary, Unreadable, keep_newest, summaries
from beraad.store.places import practice_folder
from beraad.store.rescued import is_rescue_copy, is_saved

_HEAD = ("week", "ronde", "team", "titel", "bestand")


def list_sessions(folder: Path, say: Callable[[str], None]) -> None:
    """Say what lies in the sessions folder. Raises Solvable when there is no such folder."""
    if lacks := untrusted.no_folder(folder):
        raise Solvable(
            f"De map {folder} {lacks}.",
            way_out="Kies een andere map met --sessions, of maak eerst een beraad.",
        )
    found = [*summaries(folder), *summaries(practice_folder(folder))]
    lines = [line for line in found if isinstance(line, Summary)]
    if lines:
        newest: dict[Id, Summary] = {}
        for line in lines:
            keep_newest(newest, line)
        files = Counter(line.id for line in lines)
        rows = (
            _row(line, folder, newest=newest[line.id], alone=files[line.id] == 1) for line in lines
        )
        say_table([_HEAD, *rows], say)
    elif found:
        say(f"In {folder} is geen beraad te openen. Dit staat er:")
    else:
        say(f"In {folder} staan nog geen beraden.")
    for unreadable in found:
        if isinstance(unreadable, Unreadable):
            say(_on_one_line(unreadable.why))


def _row(line: Summary, folder: Path, *, newest: Summary, alone: bool) -> tuple[str, ...]:
    sign = "gered" if is_saved(line.path) else ""
    if not alone:
        sign = _sign_of(line, newest) or sign
    marks = ("oefening" if line.is_practice else "", sign)
    marked = ", ".join(filter(None, marks))
    title = line.title or "zonder titel"
    return (
        week_label(iso_week(line.held_on)),
        said_anywhere(line.phase),
        line.team,
        f"{title} ({marked})" if marked else title,
        line.path.relative_to(folder).as_posix(),
    )


def _sign_of(line: Summary, newest: Summary) -> str:
    """What is said of one of several files of a beraad."""
    from beraad.store.beside import copy_of, readable

    if newest is line:
        return CopyOf.DAMAGED.value if readable(line.path) is None else ""
    found = copy_of(newest.path, line.path)
    is_rescued = found is not CopyOf.DAMAGED and is_rescue_copy(line.path)
    return "reddingskopie" if is_rescued else found.value


def say_table(rows: Sequence[Sequence[str]], say: Callable[[str], None]) -> None:
    """Say rows under each other, every column as wide as it needs to be."""
    shown = [[_on_one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        say("  ".join(map(str.ljust, row, widths)).rstrip())


def _on_one_line(text: str) -> str:
    """The text without what could steer a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)
