"""How the file of an oefencasus, or of something that goes with it, is called."""

from __future__ import annotations

import re

_NO_NAME = re.compile(r"[^0-9a-z]+")
_LONGEST = 60


def called_after(title: str) -> str:
    """A name for a file, without suffix; `title` is one that passed the gate."""
    return _NO_NAME.sub("-", title.casefold()).strip("-")[:_LONGEST].strip("-") or "casus"
