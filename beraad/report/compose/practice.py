"""What a document of an oefening says above its title and in the foot of every page."""

from __future__ import annotations

PRACTICE = "Oefening — alles is verzonnen"


def notice(*, is_practice: bool) -> str:
    """The warning above the title; empty for what is real."""
    return PRACTICE if is_practice else ""


def foot(*parts: str, is_practice: bool) -> str:
    """The line in the foot of each page, where a loose page of an oefening says that it is one."""
    return " · ".join(filter(None, (notice(is_practice=is_practice), *parts)))
