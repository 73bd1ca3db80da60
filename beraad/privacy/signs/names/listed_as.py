"""Names in the order of a list, with their initials, and under a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.placeholders import BLANK
from beraad.privacy.dutch.vocabulary import CALLED_NOTHING, DOTTED, PARTICLES
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.learned.standing import DOERS
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_PARTICLES = r"(?:(?:van|de|der|den|ter|ten|el|al|'t) ){0,3}"
_BETWEEN = (
    r"(?:(?:van|de|der|den|ter|ten|in)(?: de| 't| den| der)?,? |(?:jhr|jkvr|mr|drs|dr|ir)\. )?"
)
"""A tussenvoegsel or a title between a surname and its initials, as lists have it."""
_SURNAME_FIRST = sought(
    rf"(?<![^\W_])(?P<name>{_PARTICLES}[a-z][a-z'-]{{2,25}}, ?{_BETWEEN}"
    r"(?:[a-z]\. ?){0,3}[a-z]\.)"
    r"(?=[,;|\t\n):]|$| geb| \(| ?-)",
    rf", ?{_BETWEEN}[a-z]\.",
    back=45,
)
_INITIALS_FIRST = sought(
    rf"(?<![\w.])(?P<name>(?P<letters>(?:[a-z]\. ?){{2,4}}){_PARTICLES}[a-z][a-z'-]{{2,25}})(?!\w)",
    r"\.(?= ?[a-z]\.)",
    back=1,
)
_SHORTENED = sought(
    r"(?<![\w.])(?P<name>[a-z]\. ?(?:(?:van|de|der|den|het|v\.?d\.?|'t) ){1,3}[a-z]\.)(?!\w)",
    r"\.(?= ?[vdh'])",
    back=1,
)
_CLOSING = (
    r"(?:(?:met )?(?:vriendelijke |hartelijke |warme |veel )?(?:groet|groeten|groetjes)|mvg"
    r"|m\.v\.g\.|gr|hoogachtend|liefs|hartelijks|alvast dank|bedankt)[.,!]?"
)
_LINE = r"[^\W\d_][\w'.& -]{1,40}"
_SIGNED = sought(
    rf"(?:(?<![^\n])|(?<=[.!?] )){_CLOSING} ?\n{{1,2}}(?P<name>{_LINE})(?:\n(?P<firm>{_LINE}))?"
    r"(?=\n|$)",
    r"groet|mvg|m\.v\.g|gr[.,]?\n|hoogachtend|liefs|hartelijks|dank",
    back=30,
)
_SIGNED_ALONG = sought(
    rf"(?:(?<![^\n])|(?<=[.!?] )){_CLOSING} "
    r"(?P<name>[^\W\d_][\w'-]{1,20}(?: [\w'.-]{1,20}){0,3})"
    rf"(?:, (?P<firm>{_LINE}))?(?=\n|$)",
    r"groet|mvg|m\.v\.g|gr[.,]? |hoogachtend|liefs|hartelijks",
    back=30,
)
_LAST_LINE = re.compile(
    r"(?<=\S)(?:\n+| x{1,3} )(?P<name>[^\W\d_][\w'-]{1,14}|[^\W\d_]\.?)[ .x]{0,4}\s*\Z"
)
"""A word alone under a text, or behind a kiss."""
_LAST_WORD = re.compile(r"(?<=[.!?] )(?P<name>[^\W\d_][\w'-]{1,14})\s*\Z")
_FAR = 40
_MOST_WORDS = 5


def names_in_order(page: Page) -> Iterator[Find]:
    """Yield a surname with its initials, either first: "smeding, h.", "k.q. van der font"."""
    for match in _SURNAME_FIRST.finditer(page.lower):
        yield _name(page, match, "achternaam met initialen")
    for match in _SHORTENED.finditer(page.lower):
        yield _name(page, match, "letters van een naam")
    for match in _INITIALS_FIRST.finditer(page.lower):
        if _goes_on_small(page.cased[slice(*match.span("name"))]):
            continue
        letters = match["letters"].split(" ")
        short = letters[0].replace(".", "") in DOTTED
        if not short:
            yield _name(page, match, "initialen voor een achternaam")
        elif any(letters[1:]):
            past = len(letters[0]) + 1
            yield _name(page, match, "initialen voor een achternaam", past=past)


def signatures(page: Page, lexicon: Lexicon) -> Iterator[Find]:
    """Yield who signs a letter, and for what: the lines under "met vriendelijke groet"."""
    last = _LAST_WORD.search(page.lower, max(0, len(page.lower) - _FAR))
    if last and last["name"] in lexicon.given and last["name"] not in lexicon.never:
        capital = page.cased[last.start("name")].isupper()
        yield _name(page, last, "staat als laatste alleen", asks=not capital)
    last = last or _LAST_LINE.search(page.lower, max(0, len(page.lower) - _FAR))
    if last and last.re is _LAST_LINE and _may_sign(last["name"].rstrip("."), page, lexicon):
        yield _name(page, last, "staat als laatste alleen", asks=True)
    for match in chain(_SIGNED.finditer(page.lower), _SIGNED_ALONG.finditer(page.lower)):
        for group, kind in (("name", FindKind.PERSON), ("firm", FindKind.ORGANISATION)):
            start, end = match.span(group)
            words = words_of(match[group] or "")
            cores = tuple(word for word in words if word not in PARTICLES)
            if not cores or len(words) > _MOST_WORDS or BLANK in page.lower[start:end]:
                continue
            if not CALLED_NOTHING.isdisjoint(cores) or lexicon.allowed.issuperset(cores):
                continue
            if cores[0].endswith(DOERS) and all(map(lexicon.is_word, cores)):
                continue
            written = page.cased[start:end].rstrip(" .")
            large = all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", written)[-1:])
            sure = kind is FindKind.PERSON and large
            yield mark_name(
                page,
                kind,
                start,
                start + len(written),
                cores=cores,
                certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE,
                reason="staat onder een brief",
                asks=not sure,
                everyday=not sure,
            )


def _goes_on_small(written: str) -> bool:
    """Whether a verb stands behind large initials rather than a surname: "A.B. wilde niet"."""
    surname = written.split(" ")[1:]
    return written[:1].isupper() and len(surname) == 1 and surname[0][:1].islower()


def _may_sign(name: str, page: Page, lexicon: Lexicon) -> bool:
    """Whether a text may end with this as its writer; a table ends with any word."""
    if any(sign in page.lower for sign in "\t|;"):
        return False
    if len(name) == 1:
        return True
    return name in lexicon.given or name in lexicon.surnames or not lexicon.is_word(name)


def _name(
    page: Page, match: re.Match[str], reason: str, *, asks: bool = False, past: int = 0
) -> Find:
    """The find of a name, without the first characters that are short for something else."""
    start, end = match.span("name")
    start += past
    return mark_name(
        page,
        FindKind.PERSON,
        start,
        end,
        cores=tuple(word for word in words_of(match["name"][past:]) if word not in PARTICLES),
        certainty=Certainty.POSSIBLE if asks else Certainty.LIKELY,
        reason=reason,
        asks=asks,
    )
