"""What the people at the table do, as their functions are sought in a text."""

from __future__ import annotations

from beraad.records import Session

_MOST_WORDS = 12
_MOST_CHARACTERS = 120
"""Nobody is called by more; a page of text in the field for a role is no way to call somebody."""


def functions_here(session: Session) -> frozenset[str]:
    """The functions of those who weigh, in small letters; of a very long one its beginning."""
    said = (one.role.casefold().split() for one in session.participants if one.weighs)
    return frozenset(
        " ".join(words[:_MOST_WORDS])[:_MOST_CHARACTERS].rstrip() for words in said if words
    )
