"""What is written in a document that comes back, and by which signs that is known."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

TICK: Final = "☐"
"""An empty box to put a cross in, where it is no drawing."""


CROSSES: Final = frozenset("xXvV☒☑✓✔✗✘×✕✖√⊠■")
"""What somebody puts in such a box, or beside it."""

WRITING: Final = "Schrijfregel"
"""The style of a line to write on, in an office document."""

CHOICE: Final = "Zet een kruis in een hokje"
"""What is asked where boxes are lines of text."""


ELSEWHERE: Final = "Elders in het bestand"
"""The label of words that the form did not print, and that stand in none of its fields."""

UNSEEN: Final = "Niet te zien"
"""The label when a file lost by what such words are known."""


REFERENCE: Final = "Kenmerk"
"""What the properties of a file call the mark of what its form is about, and its foot as well."""

TITLE: Final = "Titel"
"""The label of the title of a form that lost every mark: a person compares it."""


ABOUT: Final = "@"
"""In the name of a field, before the mark of what the form is about."""


class Kind(StrEnum):
    """What is written in a document that comes back."""

    REACTION = "reactie"
    ANSWER = "antwoord"
