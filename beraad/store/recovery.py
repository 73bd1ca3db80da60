"""What lies beside a file when it is opened: its own log, or one that has to keep away from it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.driver import connect, is_busy, let_go
from beraad.store.generation import belongs
from beraad.store.log import (
    Log,
    Lost,
    copy_aside,
    journal_of,
    log_of,
    lost_words,
    read_log,
    set_aside,
)


def settle(path: Path, *, patience: float = 0.0) -> Solvable | None:
    """See to it that no log lies beside this file but its own.

    Another one gets another name, and what is returned says which. A log in which nothing was kept
    goes. Raises sqlite3.Error, also when somebody has the file open, and OSError.
    """
    told = None
    if os.path.lexists(journal_of(path)):
        # Ours never have one, and SQLite would put back what it says at the first glance.
        told = _foreign(path, set_aside(journal_of(path)))
    log = read_log(path)
    if log is None or _fits(path, log):
        return told
    return _put_away(path, patience) or told


def put_aside(path: Path) -> Solvable:
    """Set the log aside that turned out to be damaged. Raises OSError."""
    return _unreadable(path, set_aside(log_of(path)))


def keep_lost(path: Path) -> Solvable | None:
    """Keep a copy of a log of which not all can be read, before the rest is folded in.

    What is returned says so. Raises OSError.
    """
    lost = lost_words(path)
    if lost is Lost.NOTHING:
        return None
    aside = copy_aside(log_of(path))
    return _unfinished(path, aside) if lost is Lost.UNFINISHED else _cut_off(path, aside)


def _fits(path: Path, log: Log) -> bool:
    return log.readable and log.pages > 0 and belongs(path, log)


def _put_away(path: Path, patience: float) -> Solvable | None:
    with _alone(path, patience):
        # Looked at again: whoever had the file open may have been between two steps.
        log = read_log(path)
        if log is None or _fits(path, log):
            return None
        try:
            return _put_away_now(path, log)
        except PermissionError:
            if os.name == "posix":
                raise
    # Windows moves nothing that is open, and that lock was ours.
    return _put_away_now(path, log)


def _put_away_now(path: Path, log: Log) -> Solvable | None:
    if not log.readable or (not log.pages and lost_words(path) is not Lost.NOTHING):
        return _unreadable(path, set_aside(log_of(path)))
    if log.pages:
        return _foreign(path, set_aside(log_of(path)))
    log_of(path).unlink()
    return None


@contextmanager
def _alone(path: Path, patience: float) -> Generator[None]:
    """Hold the lock of a file, also when nothing else works with what lies beside it."""
    try:
        connection = connect(path, patience=patience)
    except sqlite3.Error as error:
        if is_busy(error):
            raise
        yield
        return
    try:
        yield
    finally:
        let_go(connection)


def _foreign(path: Path, aside: Path) -> Solvable:
    return Solvable(
        f"Naast {path.name} lag een logboek van een andere versie van dit bestand.",
        kept=f"Beraad nam er niets uit over en bewaarde het als {aside.name}.",
        way_out="Kijk of dit de versie is die je zoekt.",
    )


def _unreadable(path: Path, aside: Path) -> Solvable:
    return Solvable(
        f"Naast {path.name} lag een logboek dat niet te lezen is.",
        kept=f"Beraad nam er niets uit over en bewaarde het als {aside.name}.",
        way_out="Kijk of het laatste dat je typte er nog staat.",
    )


def _unfinished(path: Path, aside: Path) -> Solvable:
    return Solvable(
        f"De vorige keer stopte Beraad midden in het bewaren van {path.name}.",
        kept=f"Alles van daarvoor staat hier. Het onaffe deel is bewaard als {aside.name}.",
        way_out="Doe het laatste opnieuw als het er niet staat.",
    )


def _cut_off(path: Path, aside: Path) -> Solvable:
    return Solvable(
        f"Het logboek naast {path.name} is aan het eind beschadigd.",
        kept=f"Wat te lezen was, staat hier. Het hele logboek is bewaard als {aside.name}.",
        way_out="Kijk of het laatste dat je typte er nog staat.",
    )


def left_behind(path: Path, aside: Path) -> Solvable:
    """What to say of a log of ours that no longer has its file."""
    return Solvable(
        f"Een ander programma heeft {path.name} weggehaald of vervangen.",
        kept=f"Wat je daarin schreef staat nog in {aside}.",
        way_out="Haal dat bestand weg als je het niet meer nodig hebt: er kan tekst in staan.",
    )
