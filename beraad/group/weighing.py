"""The afwegingen for the group: values beside choices, never numbers, never who."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from beraad.group.options import worded
from beraad.group.passages import passages
from beraad.group.view import Block, Letters, Line, Passage, Row, Table
from beraad.phases.phrasing import listed
from beraad.phases.weighed import (
    Said,
    as_it_stands,
    by_value,
    same_choice,
    same_value,
    seen_otherwise,
)
from beraad.privacy.clean import CleanedConsideration, CleanedSession

_CHOSEN = "✓"


def weighings(cleaned: CleanedSession) -> Iterator[Block]:
    """What each weighed, by value and not by choice, so that no pile looks like a vote."""
    options = {line.mark: line for line in worded(cleaned)}
    said = {_row(one, options) for one in cleaned.considerations}
    if said:
        heads = ("Waarde", "Wie of wat we tekortdoen", "Zo beperken we dat")
        yield Row(table=Table.WEIGHINGS, cells=heads, head=True)
    yield from sorted(said, key=_by_value)


def matrix(cleaned: CleanedSession) -> Iterator[Block]:
    """Which value led to which choice, as it stands after the dialogue."""
    said = _said(cleaned)
    letters = [letter for letter in _letters(cleaned) if any(letter in c for c in said.values())]
    if not letters:
        return
    heads = (Letters((letter,)) for letter in letters)
    yield Row(table=Table.MATRIX, cells=("Waarde", *heads), head=True)
    for value, choices in said.items():
        ticks = (_CHOSEN if letter in choices else "" for letter in letters)
        yield Row(table=Table.MATRIX, cells=(value, *ticks))


def echoes(cleaned: CleanedSession) -> Iterator[Block]:
    """What coincides and what differs, each with what the group found about it."""
    said, found = _said(cleaned), cleaned.dialogue
    yield from _under(
        "Zelfde keuze, andere reden", _choices(same_choice(said)), found.same_choice_other_reason
    )
    yield from _under(
        "Zelfde waarde, andere keuze", _values(same_value(said)), found.same_value_other_choice
    )
    yield from _under(
        "Wat ziet iemand die anders koos?", _choices(seen_otherwise(said)), found.minority_view
    )


def _under(title: str, lines: Iterable[Line], written: str) -> Iterator[Block]:
    computed = tuple(lines)
    if computed:
        yield Passage(title=title, text="")
        yield from computed
    yield from passages(("" if computed else title, written))


def _choices(found: tuple[Said, ...]) -> Iterator[Line]:
    for letter, values in found:
        yield Line(mark=letter, text=" · ".join(values), letter=True)


def _values(found: tuple[Said, ...]) -> Iterator[Line]:
    for value, letters in found:
        yield Line(mark="", text=f"{value}: {listed(letters)}")


def _row(one: CleanedConsideration, options: Mapping[str, Line]) -> Row:
    bare = Line(mark=one.choice, text="", letter=True) if one.choice else None
    return Row(
        table=Table.WEIGHINGS,
        cells=(
            one.value.strip(),
            one.harm.strip(),
            one.limiting.strip(),
        ),
        chosen=options.get(one.choice, bare),
    )


def _by_value(row: Row) -> tuple[str, ...]:
    chosen = row.chosen.mark if row.chosen else ""
    return (*(str(cell).casefold() for cell in row.cells), chosen)


def _said(cleaned: CleanedSession) -> dict[str, tuple[str, ...]]:
    """The letters chosen for every value, of the afwegingen that have a choice."""
    weighed = (
        as_it_stands(one.value, one.choice, one.revised_choice) for one in cleaned.considerations
    )
    chosen = [one for one in weighed if one.letter]
    return by_value(chosen, _letters(cleaned))


def _letters(cleaned: CleanedSession) -> list[str]:
    return [mark for mark, _ in cleaned.lettered_options]
