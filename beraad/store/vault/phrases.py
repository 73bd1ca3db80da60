"""Words that are proposed: easy to say and to remember, hard to guess."""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path

from beraad import assets

_WORDS = 4
_FILE = Path(assets.__file__).parent / "wachtzin.txt"


@cache
def words() -> tuple[str, ...]:
    """2048 Dutch nouns, so that each is worth eleven bits."""
    return tuple(_FILE.read_text(encoding="utf-8").split())


def proposed(count: int = _WORDS) -> str:
    """So many words by chance, with a space between them."""
    return " ".join(secrets.choice(words()) for _ in range(count))
