"""The words the rules listen for. They are data: see `assets/luisteren/woorden.toml`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from beraad import assets
from beraad.phases.data_file import open_data

_WORD = re.compile(r"[\w’'-]+")
_GAP = r"(?:\s+[\w’'-]+){0,3}?"


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without punctuation."""
    return tuple(word.strip("’'-") for word in _WORD.findall(text.casefold()))


def plain(text: str) -> str:
    """The text in small letters with single spaces."""
    return " ".join(text.casefold().split())


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_lists()[name])


@cache
def phrases(name: str) -> re.Pattern[str]:
    """What finds any phrase of one list, on whole words, in `plain` text."""
    return _any_of(_lists()[name])


@cache
def pairs(first: str, second: str) -> re.Pattern[str]:
    """What finds a phrase of the first list, followed at once by one of the second."""
    lists = _lists()
    return re.compile(rf"(?<!\w){_one_of(lists[first])} {_one_of(lists[second])}(?!\w)")


def _any_of(texts: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_one_of(texts)}(?!\w)")


def _one_of(texts: list[str]) -> str:
    longest_first = sorted(texts, key=len, reverse=True)
    return f"(?:{'|'.join(map(_pattern, longest_first))})"


def _pattern(phrase: str) -> str:
    parts = (re.escape(part.strip()) for part in phrase.split("…"))
    return (_GAP + r"\s+").join(parts)


def make_ready() -> None:
    """Make now what is otherwise made when a rule is first asked."""
    for name in _lists():
        phrases(name)


@cache
def _lists() -> dict[str, list[str]]:
    return open_data(Path(assets.__file__).parent / "luisteren" / "woorden.toml").table()
