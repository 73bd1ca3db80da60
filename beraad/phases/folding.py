"""Text as it is looked for: without capitals and without accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

_ARTICLES = ("de ", "het ", "een ")


def plain(text: str) -> str:
    """A text to look in or for: without capitals, and without accents."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign)
    )


def without_article(folded: str) -> str:
    """A name in small letters without the article it begins with."""
    article = next((each for each in _ARTICLES if folded.startswith(each)), "")
    return folded.removeprefix(article)


def found_in(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where in a text `wanted`, made by `plain`, stands: from and to, none inside another."""
    looked_in = plain(text)
    place = looked_in.find(wanted) if wanted else -1
    if place < 0:
        return
    origins = _origins(text)
    while place >= 0:
        end = origins[place + len(wanted) - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield origins[place], end
        place = looked_in.find(wanted, place + len(wanted))


def _origins(text: str) -> Sequence[int]:
    """For every sign of a text made plain the place of the sign it comes from."""
    sizes = {sign: len(plain(sign)) for sign in set(text)}
    if all(size == 1 for size in sizes.values()):
        return range(len(text))
    return [place for place, sign in enumerate(text) for _ in range(sizes[sign])]
