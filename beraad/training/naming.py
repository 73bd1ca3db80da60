"""How the file of an oefencasus, or of something that goes with it, is called."""

from __future__ import annotations

import re

_NO_NAME = re.compile(r"[^0-9a-z]+")
_LONGEST = 60


_NUMBERED = re.compile(r"(?:[ -]?\(?\d{1,3}\)?)?(?: van deze laptop)?")


def is_called_after(name: str, title: str) -> bool:
    """Whether a file got this name, without suffix, from a title, with a number where it had to."""
    made = called_after(title)
    return name.startswith(made) and _NUMBERED.fullmatch(name, len(made)) is not None


def called_after(title: str) -> str:
    """A name for a file, without suffix; `title` is one that passed the gate."""
    return _NO_NAME.sub("-", title.casefold()).strip("-")[:_LONGEST].strip("-") or "casus"
