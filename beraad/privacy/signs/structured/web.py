"""Finds web addresses, and names that people go by on the internet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from beraad.privacy.dutch.placeholders import BLANK, HANDLE, WEB, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_URL = sought(
    rf"(?:https?://|(?<![a-z0-9])[a-z]{{2,10}}://|(?<![a-z0-9])www\.)[^\s<>\"'{BLANK}]+"
    rf"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu)(?![\w-])(?:/[^\s<>\"'{BLANK}]*)?"
    r"|(?<![\w@.-])(?!(?:incl|excl|bijv|evt|resp|etc|ca|nr|art|blz|mw|dhr|mevr|geb|tel|gem|afd)\.)"
    rf"(?:[a-z0-9-]{{2,}}\.)+[a-z]{{2,10}}/(?!-)[^\s<>\"'{BLANK}]*[a-z0-9]",
    r"://|www\.|\.(?:nl|com|org|net|eu)(?![\w-])|[a-z0-9]\.[a-z]{2,10}/",
    back=None,
)
_TRAILING = ".,;:!?)]}"
_HANDLE = sought(r"(?<![\w@.])@[a-z0-9_](?:[a-z0-9_.]{0,62}[a-z0-9_])?(?![\w@])", "@")


_ACCOUNT = sought(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|facebook|fb|twitter|discord|telegram|whatsapp"
    r"|marktplaats"
    r"|inlog(?:naam|code)?|gebruikersnaam|username|profiel|account|logt in als|login|ingelogd als)"
    r"(?: (?:heet|is|naam|onder|als|met|de|ze|hij|zij|noemt|zich|ie|nu|van|haar"
    r"|hem)\b){0,5}[ :=(\"']{1,3}"
    r"(?P<name>@?(?=[\w.-]{0,40}(?:[\d_]|\.\w))[a-z0-9_][\w.-]{0,40}[a-z0-9_])(?![\w@])",
    r"insta|snap|tiktok|facebook|fb|twitter|discord|telegram|whatsapp|marktplaats|inlog"
    r"|gebruikersnaam|username|profiel|account|logt|login|ingelogd",
)


_IN_BRACKETS = sought(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|facebook|fb|discord|telegram)\b[^\n().]{0,25}"
    r"\((?P<name>@?(?=[\w.-]{0,40}(?:[\d_]|\.\w))[a-z0-9_][\w.-]{0,40}[a-z0-9_])\)",
    r"insta|snap|tiktok|facebook|fb|discord|telegram",
)


def urls(page: Page) -> Iterator[Find]:
    """Yield web addresses, with or without a protocol."""
    for match in _URL.finditer(page.lower):
        address = match[0].rstrip(_TRAILING)
        yield page.mark(
            FindKind.URL,
            match.start(),
            match.start() + len(address),
            key=f"url:{address}",
            certainty=Certainty.CERTAIN,
            reason="vorm van een webadres",
            suggestion=bracketed(WEB),
        )


def handles(page: Page) -> Iterator[Find]:
    """Yield names of accounts: "@iemand", and what stands behind the place where it is used."""
    for match in chain(_ACCOUNT.finditer(page.lower), _IN_BRACKETS.finditer(page.lower)):
        yield page.mark(
            FindKind.HANDLE,
            *match.span("name"),
            key=f"handle:{match['name']}",
            certainty=Certainty.LIKELY,
            reason="naam van een account",
            suggestion=bracketed(HANDLE),
        )
    for match in _HANDLE.finditer(page.lower):
        yield page.mark(
            FindKind.HANDLE,
            *match.span(),
            key=f"handle:{match[0]}",
            certainty=Certainty.LIKELY,
            reason="begint met @",
            suggestion=bracketed(HANDLE),
        )
