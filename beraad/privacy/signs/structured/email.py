"""Finds e-mail addresses, also where the sign is spelled out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from beraad.privacy.dutch.placeholders import EMAIL, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_AT = sought(
    r" ?(?:@|[\[(] ?(?:at|apenstaart(?:je)?) ?[\])]) ?| (?:at|apenstaart(?:je)?) ",
    r" at |@|\[|\(| apen",
    back=1,
)
_BEFORE = re.compile(r"[\w.+'%-]+$")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*")
_LONGEST_LOCAL_PART = 64
_LONGEST_DOMAIN = 253
_EDGES = ".'-+%"


_DOT = r"(?: ?\(? ?(?:punt|dot) ?\)? ?|\. ?)"
_PART = r"[\w'-]{1,40}"
_BRACKETED_SIGNS = sought(
    r"(?<![\w'-])[\w.+'-]{1,60} ?[\[({] ?(?:at|apenstaart(?:je)?) ?[\])}] ?[\w-]{1,60}"
    r"(?: ?(?:[\[({] ?(?:punt|dot) ?[\])}]|\.) ?[a-z]{2,20}){1,3}(?![\w])",
    r"[\[({] ?(?:at|apenstaart)",
    back=61,
)
_DICTATED = sought(
    rf"(?<![\w'-])(?P<local>{_PART}(?:(?: punt | dot | streepje | underscore |[.]){_PART}){{0,4}})"
    r" (?:at|apenstaart(?:je)?|apestaart(?:je)?) "
    rf"(?P<domain>[\w-]{{1,40}}(?:{_DOT}[a-z]{{2,20}}){{1,3}})(?![\w])",
    r" at | apenstaart| apestaart",
    back=None,
)


def emails(page: Page) -> Iterator[Find]:
    """Yield e-mail addresses; without a top-level domain only those written in one piece."""
    text = page.lower
    for spoken in chain(_DICTATED.finditer(text), _BRACKETED_SIGNS.finditer(text)):
        yield page.mark(
            FindKind.EMAIL,
            *spoken.span(),
            key=f"email:{spoken[0]}",
            certainty=Certainty.LIKELY,
            reason="een e-mailadres in woorden",
            suggestion=bracketed(EMAIL),
        )
    for sign in _AT.finditer(text):
        earliest = max(0, sign.start() - _LONGEST_LOCAL_PART)
        before = _BEFORE.search(text, earliest, sign.start())
        domain = _DOMAIN.match(text, sign.end(), sign.end() + _LONGEST_DOMAIN)
        if not before or not domain:
            continue
        if sign[0] == " @":
            continue
        complete = "." in domain[0].rstrip(".-")
        if complete or sign[0] == "@":
            local = before[0].lstrip(_EDGES)
            end = domain.end() - (len(domain[0]) - len(domain[0].rstrip(".-")))
            if local and end > domain.start():
                yield page.mark(
                    FindKind.EMAIL,
                    sign.start() - len(local),
                    end,
                    key=f"email:{local}@{text[domain.start() : end]}",
                    certainty=Certainty.CERTAIN if complete else Certainty.LIKELY,
                    reason="vorm van een e-mailadres",
                    suggestion=bracketed(EMAIL),
                )
