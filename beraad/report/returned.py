"""What is written in a document that comes back, and by which signs that is known."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

TICK: Final = "☐"
"""An empty box to put a cross in, where it is no drawing."""


CROSSES: Final = frozenset({"x", "X", "v", "V", "☒", "☑", "✓", "✔", "✗", "✘"})
"""What somebody puts in such a box, or beside it."""

WRITING: Final = "Schrijfregel"
"""The style of a line to write on, in an office document."""

CHOICE: Final = "Zet een kruis in een hokje"
"""What is asked where boxes are lines of text."""


ABOUT: Final = "@"
"""In the name of a field, before the mark of what the form is about."""


class Kind(StrEnum):
    """What is written in a document that comes back."""

    REACTION = "reactie"
    ANSWER = "antwoord"
