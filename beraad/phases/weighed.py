"""Comparing afwegingen by value and choice: what coincides and what differs.

Nobody is in it, nothing is counted and nothing is ranked: a value that led to a choice three times
is said as often as one that did so once. Everything comes in the order of the letters and of the
alphabet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

NO_VALUE = "nog geen waarde genoemd"

Said: TypeAlias = tuple[str, tuple[str, ...]]
"""A letter with values, or a value with letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What one afweging said, as it stands after the dialogue: its value, and a letter."""

    value: str
    letter: str


def as_it_stands(value: str, choice: str, revised: str) -> Weighed:
    """What an afweging says after the dialogue.

    The value was named for the first choice: it does not come along to another one.
    """
    if revised and revised != choice:
        return Weighed(value="", letter=revised)
    return Weighed(value=value, letter=choice)


def by_value(weighed: Iterable[Weighed], letters: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The letters chosen for every value, in the order of `letters`; capitals do not matter."""
    words: dict[str, str] = {}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in sorted(weighed, key=_small_letters_first):
        value = one.value.strip() or NO_VALUE
        found[words.setdefault(value.casefold(), value)].add(one.letter)
    return {value: tuple(sorted(marks, key=letters.index)) for value, marks in found.items()}


def same_choice(said: Mapping[str, tuple[str, ...]]) -> tuple[Said, ...]:
    """Choices with more than one value under them: zelfde keuze, andere reden."""
    return tuple((letter, values) for letter, values in _by_letter(said) if len(values) > 1)


def same_value(said: Mapping[str, tuple[str, ...]]) -> tuple[Said, ...]:
    """Values that led to more than one choice: zelfde waarde, andere keuze."""
    return tuple(
        (value, letters)
        for value, letters in said.items()
        if len(letters) > 1 and value != NO_VALUE
    )


def seen_otherwise(said: Mapping[str, tuple[str, ...]]) -> tuple[Said, ...]:
    """Per choice the values that no other choice names: wat ziet iemand die anders koos?

    Nothing as long as everybody chose the same.
    """
    chosen = {letter for letters in said.values() for letter in letters}
    if len(chosen) <= 1:
        return ()
    return _by_letter({value: letters for value, letters in said.items() if len(letters) == 1})


def _by_letter(said: Mapping[str, tuple[str, ...]]) -> tuple[Said, ...]:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for value, letters in said.items():
        for letter in letters:
            if value != NO_VALUE:
                values[letter].append(value)
    return tuple((letter, tuple(values[letter])) for letter in sorted(values, key=_in_order))


def _in_order(letter: str) -> tuple[int, str]:
    return len(letter), letter


def _small_letters_first(one: Weighed) -> tuple[str, str]:
    value = one.value.strip() or NO_VALUE
    return value.casefold(), value.swapcase()
