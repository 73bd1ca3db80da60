"""Names of people without a capital that are ordinary words too."""

from __future__ import annotations

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    ARTICLES,
    DE_SURNAMES,
    NAMES_FOLLOW,
    OF_PEOPLE,
    PARTICLES,
    STATES,
    STRONG_TITLES,
)
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed, Sign, Spot
from beraad.privacy.signs.names.signs_of_a_person import acts_like_a_person
from beraad.privacy.signs.names.strange import is_strange

_BEFORE_SURNAMES = frozenset({"van", "de", "der", "den", "het", "t", "el", "ten", "ter", "la"})
_FIXED = frozenset(
    {"hand", "harte", "dood", "oren", "deel", "beurs", "berg", "tijde", "val", "heil"}
)
"""What stands behind "ten" and "ter" without being a surname: "ter hand stellen"."""
_SPEAKING = frozenset({"volgens", "zegt", "zei", "namens", "met", "vindt", "vraagt", "belde"})
_FILES = frozenset(
    {"dossier", "dossiers", "zaak", "zaken", "casus", "gezin", "familie", "mevrouw", "meneer"}
)
_CALL = frozenset({"bel", "vraag", "stuur", "app", "mail", "sms", "volgens", "zeg"})
_NEVER_CALLED_UPON = frozenset(
    {"maar", "even", "eens", "wie", "wat", "hoe", "nu", "dan", "ook", "niet"}
)
_MONTHS = frozenset({"mei", "april", "juni", "juli", "augustus", "maart"})
_OBJECTS = frozenset({"hem", "haar", "me", "mij", "ons", "hen"})
_BEFORE_A_MONTH = ARTICLES | frozenset(
    {"in", "eind", "begin", "half", "vanaf", "tot", "sinds", "van", "per", "voor", "na", "om"}
)
_LOOKS_LIKE_A_NAME = Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)


def word_before_an_age(spot: Spot) -> Seed | None:
    """A word that is a name too, before a number in brackets: "mees (4)"."""
    after = spot.after
    if after and after.gap == " (" and after.bracketed and spot.lexicon.is_name(spot.core):
        return Seed("staat voor een leeftijd", Certainty.POSSIBLE)
    return None


def given_name_acting(spot: Spot) -> Seed | None:
    """A first name that is an ordinary word too, before what only people do: "roos zegt"."""
    if spot.core not in spot.lexicon.given or not _goes_on(spot):
        return None
    before = spot.previous
    if before in ARTICLES or (before in spot.lexicon.never and before not in NAMES_FOLLOW):
        return None
    return _LOOKS_LIKE_A_NAME if acts_like_a_person(spot) else None


def surname_acting(spot: Spot) -> Seed | None:
    """A surname that begins a sentence without an article, and does something: "mulder maakt"."""
    core, lexicon, token = spot.core, spot.lexicon, spot.token
    surname = core in lexicon.surnames and core not in lexicon.given
    if not (surname and token.opens and token.quiet and _goes_on(spot)):
        return None
    return _LOOKS_LIKE_A_NAME if acts_like_a_person(spot) else None


def paired_with_a_name(spot: Spot) -> Seed | None:
    """A first name that is an ordinary word too, behind another: "fatma en karen"."""
    words, index, lexicon = spot
    if index < len(("fatma", "en")) or spot.token.gap != " " or not spot.token.quiet:
        return None
    other = words[index - 2]
    plain = other.core in lexicon.words and other.core not in lexicon.mostly and not other.opens
    both = spot.core in lexicon.given and other.core in lexicon.given
    return _LOOKS_LIKE_A_NAME if spot.previous == "en" and both and not plain else None


def before_a_surname(spot: Spot) -> Seed | None:
    """A first name that is an ordinary word too, before a surname that is none: "bas hooiveld"."""
    after, lexicon = spot.after, spot.lexicon
    if not after or after.gap != " " or not spot.token.quiet or spot.core not in lexicon.given:
        return None
    if spot.previous in ARTICLES | PARTICLES:
        return None
    given = after.core in lexicon.given and after.core not in lexicon.surnames
    surname = after.core in lexicon.surnames and after.core not in lexicon.words and not given
    if surname or is_strange(spot.at(spot.place + 1)):
        return Seed("voornaam voor een achternaam", Certainty.POSSIBLE)
    return None


def surname_behind_a_particle(spot: Spot) -> Seed | None:
    """A surname that is an ordinary word too, where a surname stands: "volgens van os"."""
    words, index, lexicon = spot
    place = index - 1
    while place >= 0 and words[place].core in _BEFORE_SURNAMES:
        place -= 1
    over = index - 1 - place
    if not over or spot.core not in lexicon.surnames or words[place + 1].opens:
        return None
    if spot.previous in ("ten", "ter") and spot.core in _FIXED:
        return None
    before = words[place]
    joined = all(words[at].joined(words[at - 1]) for at in range(place + 2, index + 1))
    if over == 1 and spot.previous == "de" and spot.core not in DE_SURNAMES:
        return None
    known = (
        spot.previous in ("ten", "ter")
        or before.core in _SPEAKING | _FILES
        or (_is_given(before.core, lexicon) and words[place + 1].joined(before))
    )
    if joined and known and spot.token.quiet:
        return Seed("achternaam achter een tussenvoegsel", Certainty.POSSIBLE)
    return None


def opening_surname(spot: Spot) -> Seed | None:
    """A surname with its tussenvoegsel that begins a sentence: "van es vindt"."""
    words, index, lexicon = spot
    place = index - 1
    while place >= 0 and words[place].core in _BEFORE_SURNAMES:
        place -= 1
    begins = place < index - 1 and words[place + 1].opens and words[place + 1].core == "van"
    after = spot.after
    acts = after is not None and after.gap == " " and after.core in OF_PEOPLE
    if begins and acts and lexicon.is_listed(spot.core) and spot.token.quiet:
        return Seed("achternaam achter een tussenvoegsel", Certainty.POSSIBLE)
    return None


def doubtful_surname(spot: Spot) -> Seed | None:
    """A surname with its tussenvoegsel before what people do or behind who is named; it only asks:
    "en van loon ontkent", "volgens van loon".
    """
    words, index, lexicon = spot
    if index == 0 or spot.previous not in _BEFORE_SURNAMES or not spot.token.quiet:
        return None
    if spot.core in ARTICLES:
        return None
    place = index - 1
    while place >= 0 and words[place].core in _BEFORE_SURNAMES:
        place -= 1
    if words[place + 1].core not in ("van", "ter", "ten") or not lexicon.is_name(spot.core):
        return None
    acts = spot.following in OF_PEOPLE and spot.after is not None and spot.after.gap == " "
    named = place >= 0 and words[place].core in _SPEAKING | _FILES
    return _perhaps("achternaam achter een tussenvoegsel") if acts or named else None


def surname_beside_another(spot: Spot) -> Seed | None:
    """A surname where who does something stands, behind a word for it; it only asks:
    "dat kuipers en van loon", "volgens bakker".
    """
    if spot.core not in spot.lexicon.surnames or not spot.token.quiet or spot.token.opens:
        return None
    acts = spot.following in OF_PEOPLE and spot.previous in ("dat", "of", "en", "omdat", "want")
    other = spot.place + 2 < len(spot.words) and spot.previous in ("dat", *_SPEAKING)
    paired = (
        other
        and spot.following == "en"
        and (
            spot.words[spot.place + 2].core in _BEFORE_SURNAMES
            or spot.lexicon.is_name(spot.words[spot.place + 2].core)
        )
    )
    return _perhaps("achternaam op de plaats van een naam") if acts or paired else None


def surname_behind_a_given_name(spot: Spot) -> Seed | None:
    """A surname that is a word too, behind a first name that is none; it only asks."""
    before, lexicon = spot.before, spot.lexicon
    if before is None or spot.token.gap != " " or not spot.token.quiet:
        return None
    given = before.core in lexicon.given and before.core not in lexicon.words
    named = spot.core in lexicon.surnames and spot.core not in OF_PEOPLE
    if spot.core in lexicon.never:
        ends = spot.after is None or spot.after.gap[:1] in ",.;:)(!?"
        named = named and ends and spot.core not in STATES
    return _perhaps("achternaam achter een voornaam") if given and named else None


def _perhaps(reason: str) -> Seed:
    return Seed(reason, Certainty.POSSIBLE, asks=True, learned=True)


def called_upon(spot: Spot) -> Seed | None:
    """A name that is a small word, where somebody is called upon; it only asks: "bel mei even"."""
    if not spot.token.quiet or spot.token.opens or spot.token.gap != " ":
        return None
    named = spot.core in spot.lexicon.given or spot.core in spot.lexicon.surnames
    if not named or spot.core in _NEVER_CALLED_UPON:
        return None
    words, place = spot.words, spot.place
    beside = spot.following == "en" and place + 2 < len(words) and words[place + 2].core == "ik"
    acts = spot.following in OF_PEOPLE and spot.previous in ("dat", "of")
    return _perhaps("staat waar iemand staat") if spot.previous in _CALL or beside or acts else None


def dealt_with(spot: Spot) -> Seed | None:
    """A small word where somebody does something to another; it only asks: "dat mei hem belt"."""
    named = spot.core in spot.lexicon.given and spot.core not in OF_PEOPLE
    stands = spot.previous in ("dat", "of", "omdat", "als") and spot.token.gap == " "
    done = spot.following in _OBJECTS and spot.after is not None and spot.after.gap == " "
    return _perhaps("staat waar iemand staat") if named and stands and done else None


def paired_before_a_name(spot: Spot) -> Seed | None:
    """A small word that somebody is called by, beside a first name; it only asks: "ad en ria"."""
    words, place, lexicon = spot
    if spot.following != "en" or place + 2 >= len(words) or spot.core not in lexicon.given:
        return None
    other = words[place + 2]
    plain = other.core in lexicon.never or other.core in lexicon.allowed
    named = other.core in lexicon.given and not plain
    same = other.capital == spot.token.capital and other.gap == words[place + 1].gap == " "
    return _perhaps("staat naast een voornaam") if named and same else None


def small_before_a_name(spot: Spot) -> Seed | None:
    """A month that somebody is called by, before a name; it only asks: "mei lin"."""
    after, lexicon = spot.after, spot.lexicon
    if after is None or after.gap != " " or spot.core not in _MONTHS & lexicon.given:
        return None
    if spot.previous in _BEFORE_A_MONTH or spot.previous.isdecimal():
        return None
    named = lexicon.is_listed(after.core) and after.core not in lexicon.words
    same = after.capital == spot.token.capital and after.core not in lexicon.allowed
    return _perhaps("staat voor een naam") if named and same else None


def small_where_somebody_stands(spot: Spot) -> Seed | None:
    """A small word that somebody is called by, where no other word of its sort can stand; it only
    asks: "dhr dag voor de vierde keer", "ingebracht door wil:", "floor of wil, ik niet".
    """
    core, lexicon, after = spot.core, spot.lexicon, spot.after
    if core in _NEVER_ALONE or spot.token.opens or spot.token.capital:
        return None
    acts = core in OF_PEOPLE or core in STATES
    if core not in lexicon.given and core not in lexicon.surnames:
        return None
    closes = after is None or after.gap[:1] in ",.;:)!?\n"
    if spot.previous in STRONG_TITLES:
        return None if acts else _perhaps("staat achter een aanspreekvorm")
    if not closes or core not in lexicon.given or core in _MONTHS | _LANGUAGES:
        return None
    beside = spot.token.gap == ", " and _is_given(spot.previous, lexicon)
    behind = spot.token.gap == " " and spot.previous in _BEFORE_SOMEBODY
    return _perhaps("staat waar iemand staat") if beside or behind else None


_NEVER_ALONE = frozenset(
    {
        "anders", "baan", "beste", "broer", "dan", "echt", "elke", "komen", "lieve", "man", "min",
        "naar", "per", "boven", "grote", "keer", "meer", "oud", "oude", "pas", "snel", "zoon",
        "kort", "hoog", "jong", "god", "groet", "kader", "geluk", "mens", "rijk", "maat", "leger",
        "kant", "waarde", "wijk", "poort", "noord", "om", "ma", "rust", "ken", "kent", "bent",
    }
)  # fmt: skip
_LANGUAGES = frozenset({"frans", "engels", "fries"})
_BEFORE_SOMEBODY = frozenset(
    {"door", "met", "namens", "aan", "bij", "tegen", "volgens", "zonder", "of", "van", "voor"}
)

PAIRED: tuple[Sign, ...] = (paired_before_a_name,)
NEVER_NAME: tuple[Sign, ...] = (
    called_upon,
    dealt_with,
    *PAIRED,
    surname_behind_a_given_name,
    small_before_a_name,
    doubtful_surname,
    small_where_somebody_stands,
)
"""Of words that hardly ever are a name."""
ORDINARY_SURNAME: tuple[Sign, ...] = (surname_behind_a_particle, opening_surname)
DOUBTFUL: tuple[Sign, ...] = (
    doubtful_surname,
    surname_beside_another,
    surname_behind_a_given_name,
)
"""What only asks; looked at last."""

ORDINARY_NAME: tuple[Sign, ...] = (
    word_before_an_age,
    given_name_acting,
    surname_acting,
    paired_with_a_name,
    before_a_surname,
    *ORDINARY_SURNAME,
)


def _goes_on(spot: Spot) -> bool:
    """Whether the next word belongs to the same sentence."""
    return spot.after is not None and spot.after.gap in (" ", " (", "'s ")


def _is_given(core: str, lexicon: Lexicon) -> bool:
    """Whether this is a first name, and no little word that is one somewhere: "om de hoek"."""
    return core in lexicon.given and core not in lexicon.never
