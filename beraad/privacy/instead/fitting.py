"""Whether a general word reads where it would come: "melding een gebeurtenis" is no Dutch."""

from __future__ import annotations

import re
from dataclasses import replace

from beraad.privacy.dutch.vocabulary import ARTICLES
from beraad.privacy.find import Find

_ARTICLE = "een "
_BEFORE = re.compile(r"([^\W\d_]+) $")
_AFTER = re.compile(r" ([^\W\d_]+)")
_OWN = ARTICLES | {
    "onze",
    "ons",
    "mijn",
    "jouw",
    "zijn",
    "haar",
    "hun",
    "die",
    "dat",
    "deze",
    "dit",
}
_NO_NOUN = frozenset({
    "over", "onder", "achter", "zonder", "weer", "meer", "eerder", "later", "altijd", "per", "door",
    "voor", "naar", "keer", "beter", "liever", "minder", "verder", "zeker", "waar", "daar", "maar",
    "hier", "hoor", "leer", "probeer", "regelmatig", "sinds", "tijdens", "via", "vermoedelijk",
    "mogelijk", "eindelijk", "natuurlijk", "eigenlijk", "ieder",
})  # fmt: skip
"""What ends like a noun or an adjective and may stand before "een"."""

_NOUN = re.compile(
    r".{2,}(?:ing|er|heid|schap|teit|tie|ment|aar|ier|ist|eur|or)|.*(?:woning|huis|hulp|team"
    r"|contract|kantoor|flat|pand|baan|dossier|gezin|aanvraag|zaak|schuld|slachtoffer|dader|man"
    r"|vrouw|jongere|moeder|vader|kind|zorg|traject|school|stage|opvang|locatie|vestiging)"
)
_ADJECTIVE = re.compile(
    r".{2,}(?:ige|lijke|ische|loze|bare|zame|achtige)"
    r"|(?:eerdere|vroegere|oude|nieuwe|zware|lichte|grote|kleine|chronische|bekende|lokale|andere)"
)


_ADJECTIVE_BEFORE = re.compile(r"\b(?:een|de|het|zijn|haar|hun) [^\W\d_]{3,}e $", re.IGNORECASE)


def that_fits(find: Find, text: str, offset: int = 0) -> Find:
    """The find, without its general word where a sentence would not take it.

    The text may be a stretch of a longer one, that begins at `offset` in it.
    """
    if not find.generalised:
        return find
    start, end = find.start - offset, find.end - offset
    if _ADJECTIVE_BEFORE.search(text[max(0, start - 40) : start]):
        return replace(find, generalised=find.generalised.removeprefix(_ARTICLE))
    return find if _reads(find, text, start, end) else replace(find, generalised="")


def _reads(find: Find, text: str, start: int, end: int) -> bool:
    if text[end : end + 1] == "-" or text[max(0, start - 1) : start] == "-":
        return False
    found = _BEFORE.search(text, max(0, start - 40), start)
    before = found[1].casefold() if found else ""
    if find.generalised.startswith(_ARTICLE):
        return before in _NO_NOUN or not (_NOUN.fullmatch(before) or _ADJECTIVE.fullmatch(before))
    beside = _AFTER.match(text, end)
    after = beside[1] if beside else ""
    is_noun = after.islower() and after not in _NO_NOUN and _NOUN.fullmatch(after)
    return not (_names_a_thing(find) and before in _OWN and is_noun)


def _names_a_thing(find: Find) -> bool:
    """Whether it is said instead of a name, so that a noun behind it hangs on that name."""
    return find.text[:1].isupper() and not find.asks
