"""The room, bed or berth in which somebody lives: "kamer 3b", "mw Spin (k. 12)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import ADDRESS, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_NUMBER = r"(?:\d{1,4}(?: ?(?:[a-h]|li|re|hs)(?![a-z]))?|[a-h] ?\d{1,3})"
_NOTHING_COUNTED = (
    r"(?![\w%€²]|[.,:/]\d|-\d)(?! ?(?:personen|bedden|mensen|bewoners|kamers|uur|euro|eur\b|m2|m²"
    r"|meter|vierkante|jaar|min|minuten|dagen|weken|maanden|keer|hoog|procent|graden|x\b|stuks))"
)
_ENDS = r"(?= ?(?:[.,;:!?)|\t\n]|$)| (?:van|bij|op|in|is|en|staat|was|wil|krijgt|heeft|waar|tot)\b)"
_ROOM = sought(
    rf"(?<![\w-])(?:kamer|kamernr\.?|kamernummer|hotelkamer|slaapkamer|kmr\.?|k\.|room|appartement"
    rf"|appt\.?|app\.?|chalet|stacaravan|bungalow|huisje|unit|woonunit) ?(?:nr\.? |nummer )?"
    rf"(?P<room>{_NUMBER}){_NOTHING_COUNTED}",
    r"kamer|kmr|k\.|room|app|chalet|caravan|bungalow|huisje|unit",
    back=9,
)
_BERTH = sought(
    rf"(?<![\w-])(?:afdeling|afd\.?|huis|bed|box|caravan|vak|plek|steiger|toren|k) "
    rf"(?P<room>{_NUMBER}){_NOTHING_COUNTED}{_ENDS}",
    r"afd|huis|bed|box|caravan|vak|plek|steiger|toren|k ",
    back=6,
)
_OF_PARLIAMENT = re.compile(r"(?:tweede|eerste) $")
"""What the Kamer of a parliament is called."""
_LOOK_BACK = 8


def rooms(page: Page) -> Iterator[Find]:
    """Yield the number of a room, a bed or a berth."""
    for match in _ROOM.finditer(page.lower):
        before = page.lower[max(0, match.start() - _LOOK_BACK) : match.start()]
        if not _OF_PARLIAMENT.search(before):
            yield _find(page, match)
    for match in _BERTH.finditer(page.lower):
        yield _find(page, match)


def _find(page: Page, match: re.Match[str]) -> Find:
    return page.mark(
        FindKind.ADDRESS,
        *match.span("room"),
        key=f"room:{re.sub('[^a-z0-9]', '', match['room'])}",
        certainty=Certainty.LIKELY,
        reason="kamer of plek waar iemand woont",
        suggestion=bracketed(ADDRESS),
    )
