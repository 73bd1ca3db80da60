"""What was typed, in what JSON or TOML holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast


def texts_in(said: object) -> Iterator[str]:
    """Every text in what JSON told, as it was typed: in JSON a new line and a quote look otherwise.

    Names of fields are none.
    """
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        for each in cast("dict[str, object]", said).values():
            yield from texts_in(each)
    elif isinstance(said, list):
        for each in cast("list[object]", said):
            yield from texts_in(each)
