"""How the file of a document is called, so that two of one week can be told apart."""

from __future__ import annotations

import re

_LONGEST = 40
"""Signs of what it is about; the rest of a path needs room too."""

_NO_WORD = re.compile(r"[^\w\-–’']+")
"""What stands between words, and what some systems allow in no name of a file."""


def file_name(when: str, about: str, kind: str = "") -> str:
    """Return the name without extension; `about` is a cleaned text, of which some words suffice."""
    named: list[str] = []
    for word in _NO_WORD.sub(" ", about).split():
        if len(" ".join([*named, word])) > _LONGEST:
            break
        named.append(word)
    return " ".join(filter(None, [when, *named, kind]))
