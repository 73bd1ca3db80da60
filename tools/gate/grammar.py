"""Texts out of a small grammar, with what identifies marked while they are made.

A line of a genre is one kind of text: `(a|b)` is a choice, `(a)` a text between brackets, `{slot}`
something that identifies, `{slot:x}` the same thing again under one name, `<…>` what may go or
stay, `@part` a part that the file defines as `part = …`, and `\\n` a new line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

_DEFINITION = re.compile(r"(?P<name>\w+) = (?P<body>.+)")
_PIECE = re.compile(r"\{(?P<slot>\w+)(?::(?P<again>\w+))?\}|@(?P<part>\w+)|(?P<sign>[(|)<>])")
OPTIONAL = "OPTIONEEL"
_BRACKETS = {0: "(", 1: ")"}


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text that points to somebody."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with what identifies in it, in order."""

    text: str
    spans: tuple[Span, ...]


Fill = Callable[[str, Random], tuple[str, str]]
"""From the name of a slot to a text and its label; an empty label points to nobody."""


@dataclass(frozen=True, slots=True)
class Genre:
    """One kind of text.

    Attributes:
        lines: the texts it can make, as written in the file.
        parts: what `@name` stands for.
    """

    name: str
    lines: tuple[str, ...]
    parts: Mapping[str, str]

    @classmethod
    def read(cls, path: Path) -> Genre:
        """Read a genre from its file."""
        lines: list[str] = []
        parts: dict[str, str] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            defined = _DEFINITION.fullmatch(line)
            if defined:
                parts[defined["name"]] = defined["body"]
            else:
                lines.append(line.replace("\\n", "\n").replace("\\t", "\t"))
        return cls(path.stem, tuple(lines), parts)

    def texts(self, chance: Random, fill: Fill) -> Iterator[Marked]:
        """Yield one text for each line, in an order of chance, without end."""
        while True:
            order = list(self.lines)
            chance.shuffle(order)
            for line in order:
                yield _Writing(self.parts, chance, fill).written(line)


@dataclass(slots=True)
class _Writing:
    """One text while it is made."""

    parts: Mapping[str, str]
    chance: Random
    fill: Fill
    text: str = ""
    spans: list[Span] = field(default_factory=list[Span])
    again: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])

    def written(self, line: str) -> Marked:
        self._write(line)
        return Marked(self.text.translate(_BRACKETS), tuple(self.spans))

    def _write(self, line: str) -> None:
        place = 0
        while place < len(line):
            piece = _PIECE.search(line, place)
            if piece is None:
                self.text += line[place:]
                return
            self.text += line[place : piece.start()]
            place = piece.end()
            if piece["slot"]:
                self._fill(piece["slot"], piece["again"])
            elif piece["part"]:
                self._write(self.parts[piece["part"]])
            elif piece["sign"] == "(":
                choices, place = _choices(line, place)
                self._write(
                    self.chance.choice(choices) if len(choices) > 1 else f"\0{choices[0]}\1"
                )
            elif piece["sign"] == "<":
                end = line.index(">", place)
                start = len(self.text)
                self._write(line[place:end])
                if self.text[start:].strip():
                    self.spans.append(Span(start, len(self.text), OPTIONAL))
                place = end + 1
            else:
                self.text += piece["sign"]

    def _fill(self, slot: str, again: str | None) -> None:
        text, label = self.again.get(again or "") or self.fill(slot, self.chance)
        if again:
            self.again[again] = text, label
        start = len(self.text)
        self.text += text
        if label:
            self.spans.append(Span(start, len(self.text), label))


def _choices(line: str, place: int) -> tuple[list[str], int]:
    """The choices between brackets of which the first stands just before `place`."""
    depth, begin, found = 1, place, list[str]()
    while depth:
        sign = line[place]
        depth += (sign == "(") - (sign == ")")
        if (sign == "|" and depth == 1) or depth == 0:
            found.append(line[begin:place])
            begin = place + 1
        place += 1
    return found, place
