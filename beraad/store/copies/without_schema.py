"""Finding the tables of a file of which the first page, or one that names tables, is damaged.

Each row that names a table lies in a leaf, and a leaf shows by itself what it is. A first page is
made anew, in memory, that points to the leaves that are whole (https://www.sqlite.org/fileformat.html).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from beraad.store.driver import memory
from beraad.store.keys import PLAIN, keys_for
from beraad.untrusted import read_bytes

_PAGE, _KEPT_BY_CIPHER = 4096, 80
_MOST = 500_000_000
_HEADER, _INTERIOR, _LEAF = 100, 5, 13
_COLUMNS = 5
"""What is said of a table: type, name, table, root page, sql."""

_TYPES = (b"table", b"index")
_TEXT = 13
"""The kind of the shortest text; longer ones are odd too."""


def with_schema_anew(path: Path) -> sqlite3.Connection:
    """What can be read of a damaged file, in memory. Raises sqlite3.Error and OSError."""
    pages, kept = _pages(path)
    leaves = sorted(
        (last, number)
        for number, page in enumerate(pages, start=1)
        if number > 1 and (last := _last_of_schema(page))
    )
    if not leaves:
        raise sqlite3.DatabaseError
    pages[0] = _first_page(leaves, len(pages), kept=kept)
    connection = memory()
    connection.deserialize(b"".join(pages))
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA writable_schema=ON")  # An index whose table is lost is no hindrance.
    return connection


def _pages(path: Path) -> tuple[list[bytes], int]:
    """Every page, as zeros where it is damaged, and how many bytes of each hold nothing."""
    content = read_bytes(path, most=_MOST)
    pages = [content[at : at + _PAGE] for at in range(0, len(content) - _PAGE + 1, _PAGE)]
    if not pages:
        raise sqlite3.DatabaseError
    opened = getattr(keys_for(path), "opened_pages", None)
    if opened is None or content.startswith(PLAIN):
        return pages, 0
    return [page or bytes(_PAGE) for page in opened(pages)], _KEPT_BY_CIPHER


def _last_of_schema(page: bytes) -> int:
    """The number of the last row, where this is a leaf of rows that name tables; else 0."""
    last = 0
    try:
        if page[0] != _LEAF:
            return 0
        for cell in range(int.from_bytes(page[3:5])):
            at = int.from_bytes(page[8 + 2 * cell : 10 + 2 * cell])
            _, at = _number(page, at)
            last, at = _number(page, at)
            if not _names_a_table(page, at):
                return 0
    except IndexError:
        return 0
    return last


def _names_a_table(page: bytes, begin: int) -> bool:
    size, at = _number(page, begin)
    kinds: list[int] = []
    while at < begin + size:
        kind, at = _number(page, at)
        kinds.append(kind)
    said = page[at : at + len(_TYPES[0])]
    texts = kinds[:3] + kinds[4:]
    return (
        len(kinds) == _COLUMNS
        and kinds[0] == _TEXT + 2 * len(_TYPES[0])
        and said in _TYPES
        and all((kind >= _TEXT and kind % 2) or kind == 0 for kind in texts)
    )


def _number(page: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where what follows begins."""
    value = 0
    for size in range(1, 9):
        byte = page[at + size - 1]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that more follows
            return value, at + size
    return value << 8 | page[at + 8], at + 9


def _as_number(value: int) -> bytes:
    said = [value & 0x7F]
    while value := value >> 7:
        said.append(value & 0x7F | 0x80)
    return bytes(reversed(said))


def _first_page(leaves: Sequence[tuple[int, int]], count: int, *, kept: int) -> bytes:
    page = bytearray(_PAGE)
    page[:16] = PLAIN
    page[16:24] = _PAGE.to_bytes(2) + bytes((1, 1, kept, 64, 32, 32))
    page[24:32] = (1).to_bytes(4) + count.to_bytes(4)
    page[40:48] = (1).to_bytes(4) + (4).to_bytes(4)
    page[56:60] = (1).to_bytes(4)
    page[92:96] = (1).to_bytes(4)
    end = _PAGE - kept
    places = bytearray()
    for last, number in leaves[:-1]:
        cell = number.to_bytes(4) + _as_number(last)
        end -= len(cell)
        page[end : end + len(cell)] = cell
        places += end.to_bytes(2)
    head = bytes((_INTERIOR, 0, 0)) + (len(leaves) - 1).to_bytes(2) + end.to_bytes(2) + b"\0"
    begin = head + leaves[-1][1].to_bytes(4) + places
    page[_HEADER : _HEADER + len(begin)] = begin
    return bytes(page)
