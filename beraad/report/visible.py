"""Characters that no document may swallow or obey: each becomes a visible box."""

from __future__ import annotations

import re
from unicodedata import bidirectional

BOX = "□"
"""Stands where something was written that cannot be shown."""

_SPACES = re.compile(r"[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
# Overrides and isolates of writing direction can make text read as something it is not.
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_NEVER_SHOWN = re.compile(
    f"[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufffd-\uffff{_DIRECTION}{_NONCHARACTERS}]"
)


def visible(text: str) -> str:
    """The text on one line, with a box for each character that no format can show.

    Right-to-left letters stay; only the marks that force a direction become boxes.
    """
    return _NEVER_SHOWN.sub(BOX, _SPACES.sub(" ", text))


def runs_leftward(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that is written from right to left."""
    for letter in text:
        direction = bidirectional(letter)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def never_shown(text: str) -> list[str]:
    """The characters of a text for which `visible` puts a box."""
    return _NEVER_SHOWN.findall(_SPACES.sub(" ", text))
