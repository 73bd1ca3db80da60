"""The document model: what every format draws, and nothing about how.

A block says what something is (a heading, a table with row headers, the two horns of the
dilemma); each renderer decides how that looks. Text in a block is literal: it never holds markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby, takewhile
from typing import Final, TypeAlias

from beraad.privacy.clean import CleanedSession, CleanedSignal
from beraad.privacy.leaving.lesson import CleanedLesson
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.report.charts import Chart
from beraad.report.edition import Edition
from beraad.report.house.style import OURS, House
from beraad.report.returned import ABOUT


class Look(Enum):
    """How a piece of text stands out from its sentence."""

    PLAIN = auto()
    STRONG = auto()
    MUTED = auto()
    """Less weight than its surroundings; a whole paragraph of it is a note."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text on one line.

    Attributes:
        to: the heading it leads to, by its text; empty when it leads nowhere.
    """

    text: str
    look: Look = Look.PLAIN
    to: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The letter of an option, shown with its own shape and colour."""

    letter: str


Text: TypeAlias = tuple[Run | Mark, ...]
"""One paragraph."""

Cell: TypeAlias = tuple[Text, ...]
"""The paragraphs in one place of a table."""

ABOVE: Final = None
"""In a table: the cell above goes on here."""


def is_note(text: Text) -> bool:
    """Whether a paragraph is muted from end to end: it says something about what is above it."""
    return all(isinstance(piece, Run) and piece.look is Look.MUTED for piece in text)


def stretches(cell: Cell) -> Iterator[tuple[bool, Cell]]:
    """Yield paragraphs of a cell that are said beside each other, and whether that is a list.

    One alone is none, and a note between them is no part of it.
    """
    several = sum(not is_note(text) for text in cell) > 1
    for apart, texts in groupby(cell, key=is_note):
        yield several and not apart, tuple(texts)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part; level 1 is a part of the document, level 2 a part of that."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text.

    Attributes:
        leads: it introduces what follows and stays with it.
    """

    text: Text
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that deserve to stand apart, with a short label above them.

    Attributes:
        leads: it introduces what follows and stays with it.
    """

    label: str
    paragraphs: tuple[Text, ...]
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that can be read on its own.

    Attributes:
        lead: what it is about, before everything else; may be empty.
    """

    title: str
    lead: Text
    blocks: tuple[Paragraph | Bullets, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what belongs to each."""

    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class OptionPanel:
    """One option with its act and what hangs on it.

    Attributes:
        label: what the details are, such as "Schade".
        details: the lines under the act.
    """

    letter: str
    act: Cell
    label: str = ""
    details: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionPair:
    """The two horns of the dilemma, side by side."""

    left: OptionPanel
    right: OptionPanel


@dataclass(frozen=True, slots=True)
class OptionList:
    """Options one after the other."""

    options: tuple[OptionPanel, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """What was said in favour of one option; nobody is named and nothing is counted.

    Attributes:
        letter: the option; empty when no option was chosen.
        act: the option in words.
        texts: one paragraph, or more, for each afweging.
    """

    letter: str
    act: str
    texts: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that share their first cell.

    Attributes:
        head: the first cell, said once for all rows.
        rows: the other cells of each row; ABOVE where a cell spans its row and this one.
    """

    head: Cell
    rows: tuple[tuple[Cell | None, ...], ...]

    def spans(self, row: int, column: int) -> int:
        """How many rows a cell of `rows` reaches down."""
        below = (one[column] for one in self.rows[row + 1 :])
        return 1 + sum(1 for _ in takewhile(lambda cell: cell is ABOVE, below))


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on each page.

    Attributes:
        header: the title of each column.
        groups: rows that are kept together where possible.
        widths: the share of each column; together 1.
        lists: whether its one row is lists that only stand next to each other to save room.
        listed: whether the paragraphs of a cell are said beside each other, as in a list.
    """

    header: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    widths: tuple[float, ...]
    lists: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Values beside options, as a picture; a mark says that they came together, never how often.

    Attributes:
        head: what the rows are, such as "Waarde".
        letters: the options that stand at the top.
        rows: each value with the letters it has a mark under.
        alternative: the whole picture in words.
    """

    head: str
    letters: tuple[str, ...]
    rows: tuple[tuple[str, frozenset[str]], ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Room to write, by hand on paper or in a file that is sent back.

    Attributes:
        asks: what each is for, and how many lines it has.
        ticks: what can be chosen first, each with an empty box before it.
        kind: what is written here, such as "reactie"; the names of its fields begin with it.
        about: a mark of what it is about, by which a form that comes back is known; the names of
            its fields end with it.
    """

    asks: tuple[tuple[str, int], ...]
    ticks: tuple[str, ...] = ()
    kind: str = "veld"
    about: str = ""

    def field(self, number: int) -> str:
        """The name of the field after the nth of `asks`, counted from 1."""
        return self._marked(f"{self.kind}-{number}")

    @property
    def choice(self) -> str:
        """What the name of every box begins with."""
        return self._marked(f"{self.kind}-keuze")

    def tick(self, number: int) -> str:
        """The name of the box before the nth of `ticks`, counted from 1."""
        return self._marked(f"{self.kind}-keuze-{number}")

    def _marked(self, name: str) -> str:
        return f"{name}{ABOUT}{self.about}" if self.about else name


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Quote
    | Callout
    | Facts
    | OptionPair
    | OptionList
    | Voices
    | Table
    | Matrix
    | Chart
    | WritingLines
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What stands around the text.

    Attributes:
        notice: a warning above the title and in the foot, such as "Oefening".
        kicker: the small line above the title.
        standfirst: the sentence under the title that says what this document is.
        foot: the running line at the bottom of each page.
    """

    notice: str = ""
    kicker: str = ""
    standfirst: str = ""
    foot: str = ""


_CLEANED: Final = frozenset({CleanedSession, CleanedSignal, CleanedLesson, CleanedOverview})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Document:
    """A document made from cleaned content.

    Raises TypeError when `source` did not come through the gate.

    Attributes:
        source: the cleaned content that every word in the blocks comes from.
        subject: one line for the properties of a file.
        stem: how its file is called, without extension; holds nobody's name.
        edition: under which version it goes out; None for a first look.
        house: whose letterhead and colours it has.
        is_short: it is meant for one sheet of paper, in a smaller letter.
    """

    source: CleanedSession | CleanedSignal | CleanedLesson | CleanedOverview
    title: str
    subject: str = ""
    stem: str = "verslag"
    language: str = "nl-NL"
    furniture: Furniture = Furniture()
    blocks: tuple[Block, ...] = ()
    edition: Edition | None = None
    house: House = OURS
    is_short: bool = False

    def __post_init__(self) -> None:
        if type(self.source) not in _CLEANED:
            msg = "a document is made from cleaned content only"
            raise TypeError(msg)
