"""The texts of a data file of a trainer, each with the line on which it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from typing import Any, cast

from beraad.phases.data_file import DataFile, paragraphs
from beraad.store.texts_in_json import texts_in
from beraad.training.weighing import Placed

_OPENS = frozenset({'"""', "'''"})


def placed_texts(file: DataFile, where: str) -> Iterator[Placed]:
    """Every text in what the file says, and what stands behind a #; `where` names the file.

    Raises Solvable naming the line that cannot be understood.
    """
    for header, number, table in _flat(file.table()):
        for key, value in table.items():
            if isinstance(value, str):
                begins = partial(_begin_of, file, header, number, key)
                yield Placed(where, value, begins=begins)
            else:
                yield from (Placed(where, text) for text in texts_in(value))
    for line, text in file.comments_by_line():
        yield Placed(where, text, begins=partial(int, line))


class LinesOfTexts:
    """Where the texts of a file stand; it is read once, when that is first asked."""

    def __init__(self, file: DataFile) -> None:
        self._file = file

    def of(self, text: str) -> int:
        """The line of the first field with this text, its lines joined; 0 when there is none."""
        if text not in self._fields:
            return 0
        header, number, key, said = self._fields[text]
        lines = self._file.text.splitlines()
        line = self._file.line_of(header, number, key)
        if lines[line - 1].partition("=")[0].strip() == key:
            return line
        return next((at for at, each in enumerate(lines, start=1) if said in each), 0)

    @cached_property
    def _fields(self) -> Mapping[str, tuple[str, int, str, str]]:
        found: dict[str, tuple[str, int, str, str]] = {}
        for header, number, key, value in _fields(self._file.table(), "", Counter()):
            for said in texts_in(value):
                found.setdefault(paragraphs(said), (header, number, key, said))
        return found


def _fields(
    said: Mapping[str, Any], header: str, seen: Counter[str]
) -> Iterator[tuple[str, int, str, Any]]:
    """Each field that holds no table, with its header and how many of that there were so far."""
    number = seen[header]
    for key, value in said.items():
        inside = f"{header}.{key}" if header else key
        rows = cast("list[object]", value if isinstance(value, list) else [value])
        if rows and all(isinstance(row, dict) for row in rows):
            for row in rows:
                seen[inside] += 1
                yield from _fields(cast("Mapping[str, Any]", row), inside, seen)
        else:
            yield header, number, key, value


def _flat(said: Mapping[str, Any]) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """What stands before every header, and then each [[header]]."""
    top: dict[str, Any] = {}
    under: list[tuple[str, int, Mapping[str, Any]]] = []
    for key, value in said.items():
        rows = cast("list[object]", value) if isinstance(value, list) else []
        tables = [cast("Mapping[str, Any]", row) for row in rows if isinstance(row, dict)]
        if tables and len(tables) == len(rows):
            under += [(key, at, row) for at, row in enumerate(tables, start=1)]
        else:
            top[key] = value
    yield "", 0, top
    yield from under


def _begin_of(file: DataFile, header: str, number: int, key: str) -> int:
    """The line on which the text of a field begins: after three quotes alone it is the next."""
    line = file.line_of(header, number, key)
    written = file.text.splitlines()[line - 1].partition("=")[2].strip()
    return line + 1 if written in _OPENS else line
