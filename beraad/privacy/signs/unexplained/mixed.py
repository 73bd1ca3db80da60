"""Letters and digits in one word: names of accounts, codes, numbers that a scanner misread."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import HANDLE, NUMBER, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_MIXED = sought(
    r"(?<![\w@.-])(?:(?=[a-z._-]{0,40}\d)(?=[\d._-]{0,40}[a-z])[a-z0-9][\w.-]{0,80}\w"
    r"|[a-z0-9]{1,40}_\w{1,40})(?![\w])",
    "[0-9_](?<![0-9_].)",
    back=41,
    over=r"\w@.-",
)
_KNOWN = re.compile(
    r"\d{1,5}(?:e|de|ste|en|x|u|uur|jr|j|jarigen?|jarige|km|m|m2|m3|cm|mm|kg|g|gr|mg|ml|l|pw|pm|pj"
    r"|wk|wkn|wken|dgn"
    r"|dg|min|mnd|mln|k|ct|st|pers|p|kids|graden|euro|ton|gb|mb|plus|voudig|hoog|kamer|stuks)s?"
    r"|v\d{1,2}(?:\.\d{1,2}){1,2}|[a-z]\d{1,2}|\d{1,2}[a-z]|(?:covid|mp|h|vo|po|b|c|a|q|t|wet|code|top|plan|groep|week"
    r"|ronde|stap|optie)-?\d{1,3}"
    r"|d66|50plus|\d{1,2}[-.]\w{2,}|\d{1,2}-\d{1,2}[a-z]*|24/7|1-op-1|[a-z]{1,3}\d?\.[a-z]{1,3}"
    r"|[a-z]{2,}-?(?:19|20)\d\d"
    r"|\d{1,2}[.:]\d\d(?:u|uur)?|\d+-(?:jarige?n?|daags\w*|urig\w*|wekelijks\w*)"
)
_ACCOUNT = re.compile(r"[a-z0-9.]*[a-z][a-z0-9.]*_[a-z0-9_.]*|[a-z]{3,}[a-z.]*_\w+")
"""A name with a low line and a number in it, as accounts have: "mensrob_83"."""
_FILE = re.compile(
    r"(?=.{5})(?!(?:aes|sha|iso|nen|rfc|utf|iec)-)(?:[a-z]{1,4}[.-]\d{3,}(?:[.-]\w+)*|\d{3,}[.-][a-z]{1,4}(?:[.-]\d+)?"
    r"|\d{2,}[a-z]{2,3}-\d{2,}|\.[a-z]{2,4}\.\d{4,})"
)
"""A few letters and more digits with a sign between them, as files have: "k-0312"."""
_SCANNED = sought(
    r"(?<![\w.-])(?=(?:[^\n\d ]{0,6}\d){2})[0oOilISB\d]{2,6}"
    r"(?:[ .-]{1,2}[0oOilISB\d]{1,8}){1,5}(?![\w])",
    r"[0oOilISB0-9](?<![\w.-].)[0oOilISB\d]{1,5}[ .-]",
)
_FEWEST_SCANNED = 7
_LETTERS_OF_A_NAME = 3


def mixed_words(page: Page) -> Iterator[Find]:
    """Yield words of letters with digits or underscores that are no unit, code or level."""
    for match in _MIXED.finditer(page.lower):
        if not _KNOWN.fullmatch(match[0]):
            letters = sum(sign.isalpha() for sign in match[0])
            named = "_" in match[0] or letters >= _LETTERS_OF_A_NAME
            counted = any(map(str.isdecimal, match[0]))
            account = counted and _ACCOUNT.fullmatch(match[0])
            sure = bool(account or _FILE.fullmatch(match[0]))
            kind = FindKind.HANDLE if named else FindKind.NUMBER
            yield _find(page, match, kind, asks=not sure)
    for match in _SCANNED.finditer(page.cased):
        signs = re.sub(r"[ .-]", "", match[0])
        digits = sum(sign.isdecimal() for sign in signs)
        if len(signs) >= _FEWEST_SCANNED and len(signs) > digits > len(signs) // 2:
            yield _find(page, match, FindKind.NUMBER)


def _find(page: Page, match: re.Match[str], kind: FindKind, *, asks: bool = True) -> Find:
    account = kind is FindKind.HANDLE
    return page.mark(
        kind,
        *match.span(),
        key=f"{kind}:{match[0].lower()}{':perhaps' * asks}",
        certainty=Certainty.POSSIBLE if asks else Certainty.LIKELY,
        reason="letters en cijfers door elkaar",
        suggestion=bracketed(HANDLE if account else NUMBER),
        asks=asks,
    )
