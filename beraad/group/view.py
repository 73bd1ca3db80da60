"""A screen for the group as a value. Every text in it came through the gate or from the method."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something one could do, with the harm it does."""

    letter: str
    text: str
    harms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list: a moment with when, an option with its letter, a ronde with its number.

    Attributes:
        letter: the mark is the letter of an option.
    """

    mark: str
    text: str
    letter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MoralQuestion:
    """The moral question: what everything is about.

    Attributes:
        options: what the letters below stand for, where they stand there without their words.
    """

    text: str
    options: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text under a small title; the title may be empty."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Everything one may choose from, in the order of the letters: all of it in sight at once.

    Attributes:
        title: what everybody does with it.
        starters: the sentences that everybody finishes, below.
    """

    lines: tuple[Line, ...]
    title: str = ""
    starters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Horns:
    """A and B side by side."""

    acts: tuple[Act, ...]


class Table(StrEnum):
    """The tables a row can belong to; each has columns of its own."""

    ANSWERS = "answers"
    PERSPECTIVES = "perspectives"
    WEIGHINGS = "weighings"
    MATRIX = "matrix"
    AGREEMENTS = "agreements"


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of options, shown with their colour and shape."""

    marks: tuple[str, ...] = ()


Cell: TypeAlias = str | Letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table.

    Attributes:
        chosen: the option that it led to, with its words.
    """

    table: Table
    cells: tuple[Cell, ...]
    head: bool = False
    chosen: Line | None = None


Block: TypeAlias = Passage | Line | Offer | Horns | Row


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """Everything that stands on the group's screen, apart from the clock.

    Attributes:
        step: where the talk is.
        question: the one question that is asked now.
        instruction: what everybody does meanwhile.
        blocks: what the group has said, in the order in which it is shown.
        empty: what stands there as long as nothing was said.
        clock_only: the time is all there is to see.
    """

    step: str
    question: str
    instruction: str = ""
    moral_question: MoralQuestion | None = None
    blocks: tuple[Block, ...] = ()
    empty: str = ""
    clock_only: bool = False
