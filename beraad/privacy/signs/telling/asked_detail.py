"""A find of a bijzonderheid, which a person decides about."""

from __future__ import annotations

from beraad.phases.phrasing import capital
from beraad.privacy.dutch.placeholders import TRAIT, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.text.page import Page


def asked_detail(said: str, start: int, reason: str, general: str, *, opens: bool) -> Find:
    """The find of words as they were typed; `general` gets a capital where the sentence opens."""
    if opens and general:
        general = capital(general)
    key = f"detail:{said.casefold()}"
    return Find(
        kind=FindKind.DETAIL,
        start=start,
        end=start + len(said),
        text=said,
        key=key,
        identity=key,
        certainty=Certainty.POSSIBLE,
        reason=reason,
        suggestion=bracketed(TRAIT),
        generalised=general,
        asks=True,
    )


def marked_detail(page: Page, start: int, end: int, reason: str, general: str) -> Find:
    """The find of this place of a page, with something more general where there is such a word."""
    return page.mark(
        FindKind.DETAIL,
        start,
        end,
        key=f"detail:{page.lower[start:end]}",
        certainty=Certainty.POSSIBLE,
        reason=reason,
        suggestion=bracketed(TRAIT),
        generalised=general,
        asks=True,
    )
