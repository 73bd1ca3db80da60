"""Names of people without a capital that are ordinary words too."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import ARTICLES, NAMES_FOLLOW, OF_PEOPLE, PARTICLES
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed
from beraad.privacy.signs.names.signs_of_a_person import acts_like_a_person
from beraad.privacy.signs.names.strange import is_strange
from beraad.privacy.signs.names.tokens import Token

_BEFORE_SURNAMES = frozenset({"van", "de", "der", "den", "het", "t", "el", "ten", "ter", "la"})
_FIXED = frozenset(
    {"hand", "harte", "dood", "oren", "deel", "beurs", "berg", "tijde", "val", "heil"}
)
"""What stands behind "ten" and "ter" without being a surname: "ter hand stellen"."""
_SPEAKING = frozenset({"volgens", "zegt", "zei", "namens", "met", "vindt", "vraagt", "belde"})
_FILES = frozenset({"dossier", "zaak", "casus", "gezin", "familie", "mevrouw", "meneer"})


def ordinary_name(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """Why an ordinary word is taken for somebody's name, or None."""
    return (
        _acting(words, index, lexicon)
        or _paired(words, index, lexicon)
        or _before_a_surname(words, index, lexicon)
        or ordinary_surname(words, index, lexicon)
    )


def _acting(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A first name that is an ordinary word too, before what only people do: "roos zegt"."""
    token = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if not after or after.gap not in (" ", " (", "'s "):
        return None
    if after.bracketed and lexicon.is_name(token.core):
        return Seed("staat voor een leeftijd", Certainty.POSSIBLE)
    if token.core not in lexicon.given:
        return _subject(words, index, lexicon)
    before = words[index - 1].core if index else ""
    if before in ARTICLES or (before in lexicon.never and before not in NAMES_FOLLOW):
        return None
    if acts_like_a_person(words, index, lexicon):
        return Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)
    return None


def _subject(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A surname that begins a sentence without an article, and does something: "mulder maakt"."""
    token = words[index]
    surname = token.core in lexicon.surnames and token.core not in lexicon.allowed
    if surname and token.opens and token.quiet and acts_like_a_person(words, index, lexicon):
        return Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)
    return None


def _paired(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A first name that is an ordinary word too, behind another: "fatma en karen"."""
    if index < len(("fatma", "en")) or words[index].gap != " " or not words[index].quiet:
        return None
    other = words[index - 2]
    plain = other.core in lexicon.words and other.core not in lexicon.mostly and not other.opens
    both = words[index].core in lexicon.given and other.core in lexicon.given
    if words[index - 1].core == "en" and both and not plain:
        return Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)
    return None


def _before_a_surname(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A first name that is an ordinary word too, before a surname that is none: "bas hooiveld"."""
    token = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if not after or after.gap != " " or not token.quiet or token.core not in lexicon.given:
        return None
    if index and words[index - 1].core in ARTICLES | PARTICLES:
        return None
    given = after.core in lexicon.given and after.core not in lexicon.surnames
    surname = after.core in lexicon.surnames and after.core not in lexicon.words and not given
    if surname or is_strange(words, index + 1, lexicon):
        return Seed("voornaam voor een achternaam", Certainty.POSSIBLE)
    return None


def ordinary_surname(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A surname that is an ordinary word too, where a surname stands: "volgens van os"."""
    place = index - 1
    while place >= 0 and words[place].core in _BEFORE_SURNAMES:
        place -= 1
    over = index - 1 - place
    if over and words[place + 1].opens and words[place + 1].core == "van":
        return _opening_surname(words, index, lexicon)
    if not over or words[index].core not in lexicon.surnames or words[place + 1].opens:
        return None
    if words[index - 1].core in ("ten", "ter") and words[index].core in _FIXED:
        return None
    before = words[place]
    joined = all(words[at].joined(words[at - 1]) for at in range(place + 2, index + 1))
    known = (
        words[index - 1].core in ("ten", "ter")
        or before.core in _SPEAKING | _FILES
        or (_is_given(before.core, lexicon) and words[place + 1].joined(before))
    )
    if joined and known and words[index].quiet:
        return Seed("achternaam achter een tussenvoegsel", Certainty.POSSIBLE)
    return None


def _is_given(core: str, lexicon: Lexicon) -> bool:
    """Whether this is a first name, and no little word that is one somewhere: "om de hoek"."""
    return core in lexicon.given and core not in lexicon.never


def _opening_surname(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A surname with its tussenvoegsel that begins a sentence: "van es vindt"."""
    after = words[index + 1] if index + 1 < len(words) else None
    acts = after is not None and after.gap == " " and after.core in OF_PEOPLE
    if acts and lexicon.is_listed(words[index].core) and words[index].quiet:
        return Seed("achternaam achter een tussenvoegsel", Certainty.POSSIBLE)
    return None
