"""How files of every version are built: what differs was not made by Beraad.

A view, a trigger or a virtual table would be carried out by whoever opens the file, and so would
an expression in a column.
"""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from hashlib import sha256

_MOST = 500
"""More than the tables and indexes of any version."""

_QUERY = f"SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT {_MOST}"  # noqa: S608
_TABLE = re.compile(r"CREATE TABLE (\S+) \((.*)\)", re.DOTALL)
_WIDTH = re.compile(r"\bVARCHAR\(\d+\)")
_BETWEEN_COLUMNS = re.compile(r",(?![^()]*\))")


def digest_of(connection: sqlite3.Connection) -> str:
    """A short mark of all tables, indexes, views and triggers; raises sqlite3.Error.

    The order of columns and the width of a text make no difference: SQLite does not mind either.
    """
    return _digest(frozenset(connection.execute(_QUERY).fetchall()))


def tables_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of its tables, in order; raises sqlite3.Error. Names of ours have only letters."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")
    return tuple(str(name) for (name,) in found.fetchall() if str(name).isalnum())


@lru_cache(maxsize=8)
def _digest(rows: frozenset[tuple[object, ...]]) -> str:
    texts = sorted(tuple(map(str, row)) for row in rows)
    lines = "\x1e".join("\x1f".join((*rest, _plain(sql))) for *rest, sql in texts)
    return sha256(lines.encode(errors="replace")).hexdigest()[:32]


def _plain(sql: str) -> str:
    sql = _WIDTH.sub("VARCHAR", sql)
    table = _TABLE.fullmatch(sql.strip())
    if table is None:
        return " ".join(sql.split())
    columns = sorted(" ".join(each.split()) for each in _BETWEEN_COLUMNS.split(table[2]))
    return f"{table[1]} {columns}"


SESSION_SCHEMAS: tuple[frozenset[str], ...] = (
    frozenset({"6f1ffb929b29a5a59d01367ab9358229"}),
    frozenset({"767bd8bb8cd7c22657ac5040eab49fd8", "74d19f830894df76b4bebbd3234b8e52"}),
    frozenset(
        {
            "46228f38ccb227166e52aabf4829ee86",
            "8434d988dbad42a07bcc03810e6847b7",
            "d3e755cae2d26a99cabcdfd9b66cacf8",
        }
    ),
    frozenset(
        {
            "5049ae864f3404da6153bbe6641a9cd5",
            "502bd300e3c62c3bcbaf19b9f58aa64e",
            "d63205e4b6a99be9f021c0480c6ae87a",
            "72ef0caab55d9dd590bd1e5ca4fd48f9",
        }
    ),
    frozenset(
        {
            "192237c9c8e765242bef029b24d2341b",
            "1b13d036cd3113ce1df9da06630317a8",
            "4359dfe29af1dd47cf395f6b7182c58a",
            "b45112032a4f7033638de73673d62c92",
        }
    ),
    frozenset(
        {
            "3329dc59bd591e95bcafd12f44c9bb55",
            "9dff95bdefa6f74be506052491dda01e",
            "a506547238ffcd1d638a5f67d728ebf7",
            "e0d85b769661828df4079b4af3cfefd9",
            "1828f3fd8558a1762bf0201c3129637a",
        }
    ),
    frozenset(
        {
            "54a95e531b088a0bde7e8a243467afc1",
            "961774055b05b7134390c2135d15f3ef",
            "c8f9b501adcafc3d93bf4a4a94dc85e7",
            "de37afe5477b6eb5a0f2876ad1af6912",
            "ff80cbcdeb380dbb355f2b88c17c71c1",
        }
    ),
)
"""Per version what it may be: made anew, or lifted from an earlier one."""

REGISTER_SCHEMAS: tuple[frozenset[str], ...] = (
    frozenset({"4671b9d5b881df138221ede6600a52d6"}),
    frozenset({"3a23bd438fa560ccde59cb8638284527", "d9e23cb56f6ff71916ed39386de38cd8"}),
    frozenset(
        {
            "2c4bdcb2d06478c5aed50bd019b9c156",
            "f72e6c5113066a4cfb82f31ee30a32b5",
            "d7f7de4ff9f11aa85fe4c2961665690e",
        }
    ),
    frozenset(
        {
            "3585b407fb9ed525ab6f321688739b97",
            "e8f72b2e98c45d6879d93319be1bd9bc",
            "e3842db8ba9397223d58ac694b464a62",
        }
    ),
    frozenset({"4ddda845cf2212100122fd9da18c3ce4", "03a1d0641bd59ad2b187a86099fac5e0"}),
    frozenset({"81121b35dcbcb77d8bc215f9f6555598", "0b7937e11586f9bf7a423f31e12ac850"}),
    frozenset({"dff3d896cb28fca496e0ff07c141147c", "23246adb2249a277b5372503736bb8b9"}),
)
