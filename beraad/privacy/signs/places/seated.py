"""Where a team or an office is: "spreekuur lombok", "sociaal team beek"; it only asks."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import CALLED_NOTHING, NOBODY_IS_WITH, OF_PEOPLE
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_LOCATED = sought(
    r"(?<![^\W_])(?P<kind>spreekuur|team|locatie|regio|filiaal|vestiging|wijkteam|buurtteam|station|afdeling"
    r"|taalhuis|inloop|steunpunt|kantoor|politie|bureau) (?P<name>[a-z'-]{3,30})"
    r"(?= ?[.,;:|)\t\n]|$| (?:is|wil|belt|zegt|heeft|neemt|moet|kan)\b)",
    r"spreekuur|team|locatie|regio|filiaal|vestiging|station|afdeling|taalhuis|inloop|steunpunt|kantoor"
    r"|politie|bureau",
    back=5,
)
_SIDES = frozenset({"oost", "west", "noord", "zuid", "centrum"})


def seated(page: Page, lexicon: Lexicon) -> Iterator[Find]:
    """Yield the place behind a kind of office; what a team works on is none."""
    for match in _LOCATED.finditer(page.lower):
        word = match["name"]
        placed = (
            match["kind"] == "locatie"
            or lexicon.is_name(word)
            or word in _SIDES
            or not lexicon.is_word(word)
        )
        plain = word in NOBODY_IS_WITH or word in OF_PEOPLE or word in CALLED_NOTHING
        if placed and not plain and (word not in lexicon.allowed or word in _SIDES):
            yield mark_name(
                page,
                FindKind.PLACE,
                *match.span("name"),
                cores=(word,),
                certainty=Certainty.POSSIBLE,
                reason="kan een plaats zijn",
                asks=True,
                everyday=True,
            )
