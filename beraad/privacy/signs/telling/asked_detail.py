"""A find of a bijzonderheid in the text as it was typed, which a person decides about."""

from __future__ import annotations

from beraad.phases.phrasing import capital
from beraad.privacy.dutch.placeholders import TRAIT, bracketed
from beraad.privacy.find import Certainty, Find, FindKind


def asked_detail(said: str, start: int, reason: str, general: str, *, opens: bool) -> Find:
    """The find of these words; something more `general` gets a capital where the sentence opens."""
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
