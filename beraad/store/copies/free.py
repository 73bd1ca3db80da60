"""Whether somebody has a file open, so that it can neither be replaced nor compared."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.copies.moments import kind_of
from beraad.store.driver import connect, is_busy, let_go
from beraad.store.keys import UnknownKey
from beraad.store.kinds import FileKind
from beraad.store.log import read_log
from beraad.store.trouble import already_open


def require_free(path: Path, kind: FileKind) -> None:
    """Raise Solvable when somebody has the file open.

    One under a key that is not known here, as its beginning is damaged, nobody here can have open.
    """
    try:
        let_go(connect(path, patience=kind.patience))
    except UnknownKey:
        return
    except sqlite3.Error as error:
        if is_busy(error):
            raise already_open(path, kind) from None


def holds_more(path: Path) -> bool:
    """Whether somebody has the file open, with newer words in its log than can be read now."""
    if not path.is_file():
        return False
    try:
        log = read_log(path)
    except Solvable:  # Under a key that is not known: nothing of it can be said.
        return False
    if log is None or not log.pages:
        return False
    try:
        require_free(path, kind_of(path))
    except Solvable:
        return True
    return False
