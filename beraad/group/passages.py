"""What was written at length, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.group.view import Passage


def passages(*found: tuple[str, str]) -> Iterator[Passage]:
    """Every paragraph under its title, which is said once; a text that is empty says nothing."""
    for head, text in found:
        title = head
        for paragraph in text.split("\n\n"):
            if paragraph.strip():
                yield Passage(title=title, text=paragraph.strip())
                title = ""
