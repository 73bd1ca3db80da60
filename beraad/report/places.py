"""Under which name another part of a document can be found."""

from __future__ import annotations

import re

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 36
"""Word refuses names of more than forty characters."""


def place_of(heading: str) -> str:
    """The name of the place of a heading: letters and digits only."""
    return f"deel_{_OTHER.sub('_', heading.lower()).strip('_')[:_LONGEST]}"
