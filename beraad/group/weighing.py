"""The afwegingen for the group: values beside choices, never numbers, never who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from beraad.group.view import Block, Letters, Line, Passage, Row, Table
from beraad.privacy.clean import CleanedConsideration, CleanedSession

_NO_VALUE = "nog geen waarde genoemd"
_CHOSEN = "✓"


def weighings(cleaned: CleanedSession) -> Iterator[Block]:
    """What each weighed, by value and not by choice, so that no pile looks like a vote."""
    said = {_row(one) for one in cleaned.considerations}
    if said:
        heads = ("Dit vind ik belangrijk", "Ook al", "Ik beperk de schade door", "Ik kies")
        yield Row(table=Table.WEIGHINGS, cells=heads, head=True)
    yield from sorted(said, key=_by_value)


def matrix(cleaned: CleanedSession) -> Iterator[Block]:
    """Which value led to which choice, as it stands after the dialogue."""
    by_value = _by_words(_chosen(cleaned), cleaned)
    letters = [mark for mark, _ in cleaned.lettered_options if _is_chosen(mark, by_value)]
    if not letters:
        return
    heads = (Letters((letter,)) for letter in letters)
    yield Row(table=Table.MATRIX, cells=("Waarde", *heads), head=True)
    for value, choices in by_value.items():
        ticks = (_CHOSEN if letter in choices else "" for letter in letters)
        yield Row(table=Table.MATRIX, cells=(value, *ticks))


def echoes(cleaned: CleanedSession) -> Iterator[Block]:
    """Where a choice has several reasons, and where a value leads to several choices."""
    by_value = _by_words(_chosen(cleaned), cleaned)
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for value, choices in by_value.items():
        for letter in choices:
            if value != _NO_VALUE:
                reasons[letter].append(value)
    same_choice = [
        Line(mark=letter, text=" · ".join(values), letter=True)
        for letter, values in sorted(reasons.items())
        if len(values) > 1
    ]
    same_value = [
        Line(mark="", text=f"{value}: {' en '.join(sorted(choices))}")
        for value, choices in by_value.items()
        if len(choices) > 1 and value != _NO_VALUE
    ]
    yield from _under("Zelfde keuze, andere reden", same_choice)
    yield from _under("Zelfde waarde, andere keuze", same_value)


def _under(title: str, lines: list[Line]) -> Iterator[Block]:
    if lines:
        yield Passage(title=title, text="")
        yield from lines


def _row(one: CleanedConsideration) -> Row:
    return Row(
        table=Table.WEIGHINGS,
        cells=(
            one.value.strip(),
            one.harm.strip(),
            one.limiting.strip(),
            Letters((one.choice,) if one.choice else ()),
        ),
    )


def _by_value(row: Row) -> tuple[str, ...]:
    return tuple(str(cell).casefold() for cell in row.cells)


def _chosen(cleaned: CleanedSession) -> Iterator[tuple[str, str]]:
    """Value and letter of every afweging that has a choice."""
    for one in cleaned.considerations:
        if choice := one.revised_choice or one.choice:
            yield one.value.strip() or _NO_VALUE, choice


def _by_words(
    chosen: Iterable[tuple[str, str]], cleaned: CleanedSession
) -> dict[str, tuple[str, ...]]:
    """The letters chosen for every value, both in their own order; capitals do not matter."""
    order = [mark for mark, _ in cleaned.lettered_options]
    words: dict[str, str] = {}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for value, letter in sorted(chosen, key=_small_letters_first):
        key = words.setdefault(value.casefold(), value)
        found[key].add(letter)
    return {value: tuple(sorted(marks, key=order.index)) for value, marks in found.items()}


def _small_letters_first(said: tuple[str, str]) -> tuple[str, str]:
    value, _ = said
    return value.casefold(), value.swapcase()


def _is_chosen(letter: str, by_value: dict[str, tuple[str, ...]]) -> bool:
    return any(letter in choices for choices in by_value.values())
