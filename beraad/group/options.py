"""What the letters on the group's screen stand for."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.group.view import Block, Letters, Line, MoralQuestion, Offer, Row, Table
from beraad.privacy.clean import CleanedSession
from beraad.records import Option

_HORNS = 2


def at_length(option: Option) -> str:
    """What an option says at length; its short words as long as that is empty."""
    return option.text.strip() or option.short.strip()


def worded(cleaned: CleanedSession) -> tuple[Line, ...]:
    """Every option that has words, with its letter."""
    lines = (
        Line(mark=letter, text=_words(option), letter=True)
        for letter, option in cleaned.lettered_options
    )
    return tuple(line for line in lines if line.text)


def about(cleaned: CleanedSession, blocks: tuple[Block, ...]) -> MoralQuestion | None:
    """The moral question, with the words of the letters that stand below it without them."""
    text = cleaned.moral_question.strip()
    options = tuple(_unexplained(cleaned, blocks))
    return MoralQuestion(text=text, options=options) if text or options else None


def _unexplained(cleaned: CleanedSession, blocks: tuple[Block, ...]) -> Iterator[Line]:
    if any(_explains_all(block) for block in blocks):
        return
    shown = {mark for block in blocks for mark in _marks(block)}
    only_shown = any(isinstance(block, Row) and block.table is Table.MATRIX for block in blocks)
    horns = {letter for letter, _ in cleaned.lettered_options[:_HORNS]}
    wanted = shown if only_shown else shown | horns
    for line in worded(cleaned):
        if line.mark in wanted:
            yield line


def _explains_all(block: Block) -> bool:
    """Whether every letter in it has its words beside it."""
    if isinstance(block, Offer):
        return bool(block.lines)
    return isinstance(block, Row) and block.table is Table.WEIGHINGS


def _marks(block: Block) -> Iterator[str]:
    if isinstance(block, Line) and block.letter:
        yield block.mark
    if isinstance(block, Row):
        for cell in block.cells:
            if isinstance(cell, Letters):
                yield from cell.marks


def _words(option: Option) -> str:
    return " ".join((option.short.strip() or option.text).split())
