"""Long names that may go on on the next line, so that no page is as wide as the name of a file."""

from __future__ import annotations

import re

BREAK = "\u200b"
"""A place where a line may end; nobody sees or hears it."""

_LONG = re.compile(r"\S{20,}")
_AFTER = re.compile(r"[-_~./\\]")


def may_break(text: str) -> str:
    """The same, with such places in what is too long to stand on one line with large text."""
    return _LONG.sub(lambda long: _AFTER.sub(rf"\g<0>{BREAK}", long[0]), text)
