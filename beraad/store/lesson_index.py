"""Finding leerverslagen by their words: an index in memory, made of what the register holds.

Full text by FTS5 (https://www.sqlite.org/fts5.html). Nothing of it is on disk, so that what is
taken out of the register is nowhere afterwards.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Self
from unicodedata import normalize

from beraad.records import RegisteredLesson

_FIELDS = (
    "title",
    "situation",
    "dilemma",
    "value_conflict",
    "considerations",
    "lesson",
    "bottleneck",
    "themes",
)
_TABLE = (
    f"CREATE VIRTUAL TABLE words USING fts5({', '.join(_FIELDS)}, "
    "tokenize='unicode61 remove_diacritics 2')"
)
_ADD = f"INSERT INTO words (rowid, {', '.join(_FIELDS)}) VALUES (?{', ?' * len(_FIELDS)})"  # noqa: S608 - our own names
_BEGIN, _END = "\x02", "\x03"
_FIND = """
SELECT rowid, snippet(words, -1, ?, ?, '…', 24) FROM words WHERE words MATCH ?
ORDER BY bm25(words, 8, 2, 2, 6, 1, 4, 6, 8), rowid
"""
"""A word in the title, a theme, the value conflict or the knelpunt weighs most."""


class Within(StrEnum):
    """Where a word has to stand; the value is the field."""

    ANYWHERE = ""
    VALUES = "value_conflict"
    THEMES = "themes"
    BOTTLENECK = "bottleneck"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a passage; `hit` when it is one of the words that were looked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class FoundLesson:
    """A leerverslag with the passage in which the words stand; no passage when all are asked."""

    lesson: RegisteredLesson
    passage: tuple[Piece, ...] = ()


class LessonIndex:
    """The leerverslagen of one moment, to look into until it is closed."""

    def __init__(self, lessons: Iterable[RegisteredLesson]) -> None:
        self._lessons = tuple(lessons)
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(_TABLE)
        self._connection.executemany(_ADD, map(_row, enumerate(self._lessons)))

    def find(self, asked: str, within: Within = Within.ANYWHERE) -> tuple[FoundLesson, ...]:
        """The leerverslagen that hold the beginning of every word asked for, best first.

        All of them when no word was asked for. Capitals and diacritics make no difference, and
        no sign in `asked` has a meaning of its own.
        """
        words = _words(asked)
        if not words:
            return tuple(map(FoundLesson, self._lessons))
        query = " AND ".join(f'"{word}"*' for word in words)
        if within is not Within.ANYWHERE:
            query = f"{within} : ({query})"
        rows: list[tuple[int, str]] = self._connection.execute(
            _FIND, (_BEGIN, _END, query)
        ).fetchall()
        return tuple(FoundLesson(self._lessons[row], _pieces(text)) for row, text in rows)

    def close(self) -> None:
        """Forget everything."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _row(numbered: tuple[int, RegisteredLesson]) -> tuple[object, ...]:
    number, lesson = numbered
    content = lesson.content
    texts = (getattr(content, field).replace(_BEGIN, "").replace(_END, "") for field in _FIELDS)
    return (number, *texts)


def _words(asked: str) -> tuple[str, ...]:
    """The words in a text; every other sign parts them, as it does in the index."""
    composed = normalize("NFC", asked)
    return tuple("".join(char if char.isalnum() else " " for char in composed).split())


def _pieces(marked: str) -> tuple[Piece, ...]:
    """A passage cut where the words begin and end."""
    pieces: list[Piece] = []
    for number, part in enumerate(marked.split(_BEGIN)):
        hit, _, rest = part.partition(_END) if number else ("", "", part)
        pieces += [Piece(" ".join(hit.split()), hit=True)] if hit else []
        pieces += [Piece(rest)] if rest else []
    return tuple(pieces)
