"""What may be written to a terminal: never a sign that steers it or turns a line around."""

from __future__ import annotations

import re
from typing import Final

_STEERING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_SEEN: Final = "·"


def on_one_line(text: str) -> str:
    """The same for one line: a new line that a name of a file brings along is a dot as well."""
    return tamed(text).replace("\n", _SEEN)


def tamed(text: str) -> str:
    """The text with a dot for each sign that a terminal would obey; lines and tabs stay."""
    return _STEERING.sub(_SEEN, text)
