"""Two kinds of trouble: what the user can solve, and what is our own mistake.

A `Solvable` carries plain Dutch for the user. Anything else that is raised is a defect of the
program: it is never swallowed, and its message never holds text of a beraad.
"""

from __future__ import annotations


class Solvable(Exception):
    """Something went wrong that the user can do something about.

    Attributes:
        happened: what went wrong, one Dutch sentence.
        kept: what is safe, one Dutch sentence; empty when nothing was at stake.
        way_out: what the user can do now, one Dutch sentence.
    """

    def __init__(self, happened: str, *, kept: str = "", way_out: str = "") -> None:
        self.happened = happened
        self.kept = kept
        self.way_out = way_out
        super().__init__(" ".join(part for part in (happened, kept, way_out) if part))


class GoodNews(Solvable):
    """What came of something that went well; nothing is wrong."""


class ToldOnce(Solvable):
    """What somebody reads before they leave; then they may, and the laptop may be locked."""


class NotKept(Solvable):
    """What was typed on a screen stands nowhere else, and is tried again.

    Attributes:
        words: what was typed and is not kept, a text per field; empty when it was no text.
    """

    def __init__(
        self, happened: str, *, kept: str = "", way_out: str = "", words: tuple[str, ...] = ()
    ) -> None:
        super().__init__(happened, kept=kept, way_out=way_out)
        self.words = words


class Defect(Exception):
    """A mistake in the program itself; loud, and without any text of a beraad."""
