"""The signals at a glance, as a screen or a count needs them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from beraad.errors import Solvable
from beraad.records import SignalLine
from beraad.signals.lines import DERIVED_BY
from beraad.store.glance import glance, has_other_log
from beraad.store.kinds import REGISTER_FILE
from beraad.store.line_rows import SELECT, lines_of
from beraad.store.migrations import version_of
from beraad.store.trouble import damaged


def signal_lines(
    path: Path, *, tell: Callable[[Solvable], None] = lambda _: None
) -> tuple[SignalLine, ...]:
    """All signals at a glance; none when there is no register yet.

    `tell` hears what was found beside it and set aside. Raises Solvable when it cannot be read, or
    has to be lifted first and cannot be.
    """
    if not path.exists():
        return ()
    if not has_other_log(path):
        with glance(path, REGISTER_FILE) as connection:
            if is_current(connection):
                try:
                    return lines_of(connection.execute(SELECT))
                except (LookupError, TypeError, ValueError):
                    raise damaged(path) from None
    from beraad.store.register import Register

    with Register.open(path) as register:
        if register.told is not None:
            tell(register.told)
        return register.lines()


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the signals at a glance are there, and as we make them now."""
    if version_of(connection) < REGISTER_FILE.version:
        return False
    return connection.execute("SELECT derived_by FROM own").fetchone() == (DERIVED_BY,)
