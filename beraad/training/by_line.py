"""The texts of a data file of a trainer, each with the line on which it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
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


def line_of_text(file: DataFile, text: str) -> int:
    """The line of the field with this text, once its lines are joined; 0 when it is not found."""
    for header, number, key, value in _fields(file.table(), "", Counter()):
        said = next((each for each in texts_in(value) if paragraphs(each) == text), None)
        if said is not None:
            lines = file.text.splitlines()
            line = file.line_of(header, number, key)
            if lines[line - 1].partition("=")[0].strip() == key:
                return line
            return next((at for at, each in enumerate(lines, start=1) if said in each), 0)
    return 0


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
