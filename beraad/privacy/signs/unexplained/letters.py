"""Words that are written oddly: letters apart, broken at the end of a line, glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import PERSON, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_APART = sought(r"(?<![\w'])[a-z](?: [a-z]){3,}(?![\w'])", r" [a-z] [a-z] ", back=1)
_BROKEN = sought(
    r"(?<![\w'-])(?P<first>[a-z']{2,30})-\n(?P<rest>[a-z]{2,30})(?![\w])", r"-\n", back=None
)
_GLUED = sought(
    r"(?<![A-Za-z])[a-z]{2,}[A-Z][a-z]{2,}(?![A-Za-z])|(?<![A-Za-z])[A-Z][a-z]+[A-Z][a-z]{2,}(?![A-Za-z])",
    r"[A-Z](?<=[a-z].)[a-z]{2}",
    back=None,
)


def spaced_letters(page: Page) -> Iterator[Find]:
    """Yield letters with spaces between: "V e l d m a n"."""
    for match in _APART.finditer(page.lower):
        yield _find(page, match, match[0].replace(" ", ""), "letters met spaties ertussen")


def broken_words(page: Page) -> Iterator[Find]:
    """Yield words broken at the end of a line, when a part has a capital: "Lindeman-\\nsma"."""
    for match in _BROKEN.finditer(page.lower):
        if page.cased[match.start()].isupper():
            joined = match["first"] + match["rest"]
            yield _find(page, match, joined, "afgebroken woord met een hoofdletter")


def glued_words(page: Page) -> Iterator[Find]:
    """Yield words with a capital in the middle: "datGreetjezijn"."""
    for match in _GLUED.finditer(page.cased):
        yield _find(page, match, match[0].lower(), "hoofdletter midden in een woord")


def _find(page: Page, match: re.Match[str], word: str, reason: str) -> Find:
    return page.mark(
        FindKind.PERSON,
        *match.span(),
        key=f"name:{word}:perhaps",
        certainty=Certainty.POSSIBLE,
        reason=reason,
        suggestion=bracketed(PERSON),
        asks=True,
    )
