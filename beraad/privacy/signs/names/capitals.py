"""Names that show by their capital."""

from __future__ import annotations

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    ABBREVIATIONS,
    ARTICLES,
    DE_SURNAMES,
    LARGE_PARTICLES,
    NEIGHBOURHOOD_ENDINGS,
    OF_PEOPLE,
    OPTION_WORDS,
    PARTICLES,
    RELATIONS,
    SCHOOL_TRIGGERS,
    STATES,
    STREET_ENDINGS,
)
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed, Sign, Spot
from beraad.privacy.signs.names.signs_of_a_person import acts_like_a_person
from beraad.privacy.signs.names.strange import is_cut_short

_INSIDE = "begint met een hoofdletter midden in de zin"
_SHORTEST = 4
_SHORTEST_STEM = 6
_BEFORE_THINGS = ARTICLES - {"dat", "die", "dit"}
_LARGE_ARTICLES = frozenset({"de", "het", "t"})
_ENDINGS_OF_THINGS = (
    "ing", "heid", "schap", "tie", "zorg", "hulp", "werk", "zaken", "teit", "isme", "loket",
    "beheer", "en",
)  # fmt: skip
_BEFORE_SOMEBODY = frozenset({"van", "met", "volgens", "aan", "door", "bij"})
_CLOSING = frozenset(
    {
        "mvg", "gr", "grt", "groet", "groeten", "groetjes", "vrgr", "hgr", "liefs", "kus", "kusjes",
        "knuffel", "knuffels", "xx", "xxx",
    }
)  # fmt: skip
GREETINGS = _CLOSING | {
    "beste", "hoi", "ha", "hallo", "hey", "dag", "lieve", "goedemorgen", "goedemiddag", "hai",
    "goedenavond", "hee", "ey",
}  # fmt: skip
"""What stands before somebody's name at the beginning or the end of a letter."""
_GREETED_AT_ALL = frozenset(
    {
        "collega", "collegas", "allen", "allemaal", "iedereen", "mensen", "team", "lezer", "heer",
        "mevrouw", "meneer", "heren", "dames", "mijnheer", "redactie", "secretariaat", "buren",
        "deelnemers", "vrienden",
    }
)  # fmt: skip
_BUILDINGS = ("kerk", "moskee", "toren", "molen", "burcht", "staete", "borgh")
_HEADINGS = frozenset(
    {"let", "wens", "min", "dag", "slot", "punt", "kern", "bloem", "doel", "stem"}
)
_OLD_PARTICLES = frozenset({"t", "der", "den", "ter", "ten"})
_BEFORE_A_SMALL_NAME = frozenset(
    {"bij", "met", "volgens", "bel", "belt", "belde", "vraag", "stuur", "namens", "door", "aan"}
)
"""Words behind which a capital on a small word makes it a name: "bij Wil vandaan"."""
_NEAR = 3
_VOWELS = frozenset("aeiouy")
_NEVER_SMALL = frozenset(
    {"u", "uw", "ik", "hij", "zij", "wij", "je", "jij", "we", "ons", "onze", "hem"}
)
_CALLED_AS_MONTHS = frozenset({"mei", "maart", "april", "juni", "juli", "augustus", "augusta"})
_AUXILIARIES = frozenset({"is", "was", "gaat", "moet", "kan", "mag", "zou"})


# --- a word in capitals only -------------------------------------------------------------------


def shouted_name(spot: Spot) -> Seed | None:
    """A name of the lists, all in capitals."""
    core, lexicon = spot.core, spot.lexicon
    if len(core) < _SHORTEST or core in ABBREVIATIONS:
        return None
    listed = lexicon.is_listed(core) and not lexicon.is_word(core)
    return Seed("staat in de lijst met namen") if listed else None


SHOUTED: tuple[Sign, ...] = (shouted_name,)


# --- a capital that begins a sentence says nothing; the word itself has to ---------------------


def no_dutch_word(spot: Spot) -> Seed | None:
    """A word that is not Dutch, nor an inflection of one."""
    core, lexicon = spot.core, spot.lexicon
    if _is_a_label(spot):
        return None
    if lexicon.is_word(core) or (not lexicon.is_listed(core) and _is_inflected(core, lexicon)):
        return None
    short = _has_no_vowel(spot) or is_cut_short(spot)
    if not lexicon.is_listed(core) and (spot.following.isdecimal() or short):
        return Seed("geen Nederlands woord", Certainty.POSSIBLE, asks=True, learned=True)
    return Seed("geen Nederlands woord")


def mostly_a_name_at_the_start(spot: Spot) -> Seed | None:
    """A first name that hardly ever occurs as the word it also is."""
    if _is_called_so(spot) and spot.core in spot.lexicon.mostly:
        return Seed("staat in de lijst met namen")
    return None


def acting_at_the_start(spot: Spot) -> Seed | None:
    """An ordinary word that is a name too, before what only people do: "Roos zegt"."""
    if _is_called_so(spot) and not _greets(spot) and acts_like_a_person(spot):
        return Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)
    return None


def before_an_auxiliary(spot: Spot) -> Seed | None:
    """A first name that is a word too, before "is" or "moet"."""
    given = spot.core in spot.lexicon.given and spot.following in _AUXILIARIES
    if given and _is_called_so(spot):
        reason = "kan een naam zijn aan het begin van de zin"
        return Seed(reason, Certainty.POSSIBLE, asks=True)
    return None


def speaker_with_a_capital(spot: Spot) -> Seed | None:
    """A first name that is a word too, alone before a colon: "- Trees: sleutel halen"."""
    after, core = spot.after, spot.core
    alone = after is not None and after.gap.startswith(":") and core in spot.lexicon.given
    heading = core in OPTION_WORDS or core in _HEADINGS
    return Seed("staat alleen voor een dubbele punt") if alone and not heading else None


def quarter_at_the_start(spot: Spot) -> Seed | None:
    """A word that ends as neighbourhoods do and is in no dictionary: "Vogelbuurt:"."""
    core = spot.core
    named = core.endswith(NEIGHBOURHOOD_ENDINGS) and core not in NEIGHBOURHOOD_ENDINGS
    if not named or core in spot.lexicon.words:
        return None
    return Seed("naam van een buurt", Certainty.POSSIBLE, asks=True, learned=True)


OPENING: tuple[Sign, ...] = (
    speaker_with_a_capital,
    no_dutch_word,
    mostly_a_name_at_the_start,
    acting_at_the_start,
    before_an_auxiliary,
    quarter_at_the_start,
)


def _is_called_so(spot: Spot) -> bool:
    """Whether somebody is called by this word, and it names no street or neighbourhood."""
    core, lexicon = spot.core, spot.lexicon
    named = core in lexicon.given or core in lexicon.surnames
    return named and not core.endswith(STREET_ENDINGS + NEIGHBOURHOOD_ENDINGS)


def _greets(spot: Spot) -> bool:
    """Whether a word greets the name behind it rather than being one: "Ha Cem"."""
    after = spot.after
    named = after is not None and after.capital and after.gap == " "
    return named and spot.core in GREETINGS


def _is_a_label(spot: Spot) -> bool:
    """Whether a shortened word is a head rather than a name: "Contractnr", "Aanw.: …"."""
    behind = spot.after.gap if spot.after else ""
    return spot.core.endswith("nr") or behind.startswith(".:")


def _has_no_vowel(spot: Spot) -> bool:
    """Whether a word is cut short to one without a vowel, as most abbreviations: "Vml", "Lft"."""
    return _VOWELS.isdisjoint(spot.core) and not spot.token.shouted


def _is_inflected(core: str, lexicon: Lexicon) -> bool:
    return any(
        core.removesuffix(end) in lexicon.words
        for end in ("s", "en", "e")
        if len(core) > _SHORTEST_STEM
    )


# --- a capital inside a sentence is a name, unless the word is known to be none ----------------


def before_an_age(spot: Spot) -> Seed | None:
    """A capital before a number in brackets: "Pronk (44)"."""
    after = spot.after
    aged = after is not None and after.bracketed and spot.core not in spot.lexicon.never
    return Seed(_INSIDE) if aged else None


def name_of_a_neighbourhood(spot: Spot) -> Seed | None:
    """A word that ends as neighbourhoods do: "Vogelbuurt"."""
    core = spot.core
    named = core.endswith(NEIGHBOURHOOD_ENDINGS) and core not in NEIGHBOURHOOD_ENDINGS
    return Seed("naam van een buurt") if named else None


def name_of_a_street(spot: Spot) -> Seed | None:
    """A word that ends as streets do and is in no dictionary."""
    core = spot.core
    street = core.endswith(STREET_ENDINGS) and core not in STREET_ENDINGS
    return Seed("naam van een straat") if street and core not in spot.lexicon.words else None


def unknown_inside(spot: Spot) -> Seed | None:
    """A capital on what is no Dutch word."""
    if spot.core.endswith("nr") or spot.lexicon.is_word(spot.core) or _is_of_a_town(spot):
        return None
    if is_cut_short(spot):
        return Seed(_INSIDE, Certainty.POSSIBLE, asks=True, learned=True)
    return Seed(_INSIDE)


def _is_of_a_town(spot: Spot) -> bool:
    """Whether a word says of something in which town it was made: "het Utrechts Stappenplan"."""
    after, town = spot.after, spot.core.removesuffix("s")
    made = (
        town != spot.core and town in spot.lexicon.places and spot.core not in spot.lexicon.places
    )
    article = spot.previous in ("het", "een")
    return made and article and after is not None and after.gap == " "


def behind_a_large_particle(spot: Spot) -> Seed | None:
    """A capital behind a tussenvoegsel with a capital: "Van Dijk"."""
    before = spot.before
    if before and before.capital and before.core in LARGE_PARTICLES and spot.token.joined(before):
        return Seed("staat achter een tussenvoegsel met hoofdletter")
    return None


def greeted_with_a_capital(spot: Spot) -> Seed | None:
    """A word with a capital behind a greeting or above the end of a letter: "Beste Buiger,"."""
    before, after, core = spot.before, spot.after, spot.core
    if before is None or before.core not in GREETINGS or spot.token.gap not in (" ", ", ", ",\n"):
        return None
    ends = after is None or after.gap[:1] in ",!\n"
    plain = core in _GREETED_AT_ALL or core in spot.lexicon.allowed or core in RELATIONS
    opens = before.opens or before.core in _CLOSING
    named = ends and opens and spot.token.capital and not spot.token.shouted and not plain
    return Seed("staat achter een groet") if named else None


def behind_large_particles(spot: Spot) -> Seed | None:
    """Any word with a capital behind tussenvoegsels of which the first has one: "Van 't Hof"."""
    words, place = spot.words, spot.place
    while (
        place > 0 and words[place - 1].core in PARTICLES and words[place].joined(words[place - 1])
    ):
        place -= 1
        if words[place].capital:
            break
    first = words[place]
    if place == spot.place or not first.capital or first.core not in LARGE_PARTICLES:
        return None
    old = any(word.core in _OLD_PARTICLES for word in words[place : spot.place])
    acts = spot.after is not None and spot.after.gap == " " and spot.following in OF_PEOPLE
    if (first.opens and not (old or acts)) or not spot.token.capital:
        return None
    return Seed("staat achter een tussenvoegsel met hoofdletter")


def surname_with_its_article(spot: Spot) -> Seed | None:
    """A surname that is a word, with a capital behind "de" without one: "zegt dat de Groot"."""
    before = spot.before
    named = spot.core in DE_SURNAMES and before is not None and before.core == "de"
    if named and before and before.capital and spot.following not in OF_PEOPLE | _AUXILIARIES:
        return None
    inside = spot.token.capital and not spot.token.shouted and spot.token.gap == " "
    return Seed("achternaam achter 'de'") if named and inside else None


def doubled(spot: Spot) -> Seed | None:
    """A capital before the same word without one: "Wil wil niet meer"."""
    after = spot.after
    same = after is not None and after.core == spot.core and after.gap == " "
    named = same and not (after is None or after.capital)
    return Seed("staat voor hetzelfde woord") if named else None


GREETED: tuple[Sign, ...] = (greeted_with_a_capital,)
DOUBLED: tuple[Sign, ...] = (doubled,)
LARGE: tuple[Sign, ...] = (behind_large_particles, surname_with_its_article)

CAPITAL: tuple[Sign, ...] = (
    before_an_age,
    surname_with_its_article,
    name_of_a_neighbourhood,
    name_of_a_street,
    unknown_inside,
    behind_a_large_particle,
)


# --- an ordinary word with a capital inside a sentence -----------------------------------------


def listed_organisation(spot: Spot) -> Seed | None:
    """A capital on a word that is the name of an organisation."""
    if spot.core in spot.lexicon.organisations:
        return Seed("staat in de lijst met organisaties")
    return None


def behind_a_large_article(spot: Spot) -> Seed | None:
    """A capital behind an article with one: "bij De Brug"."""
    before = spot.before
    small = before is not None and before.written == "t" and spot.token.gap == " "
    if small and not spot.token.shouted:
        return Seed("staat achter een lidwoord met een hoofdletter")
    if before and before.capital and not before.opens and before.core in _LARGE_ARTICLES:
        return Seed("staat achter een lidwoord met een hoofdletter")
    return None


def behind_an_article_that_opens(spot: Spot) -> Seed | None:
    """A capital behind the article that begins a sentence; it only asks: "De Combinatie moet"."""
    before = spot.before
    opens = before is not None and before.capital and before.opens and before.core in ("de", "het")
    if not opens or spot.token.shouted or spot.token.gap != " " or _is_in_capitals(spot):
        return None
    reason = "staat achter een lidwoord met een hoofdletter"
    return Seed(reason, Certainty.POSSIBLE, asks=True, learned=True)


def _is_in_capitals(spot: Spot) -> bool:
    """Whether more words behind this one have a capital, as in a title."""
    after = spot.after
    return bool(after and after.capital and not after.opens)


def listed_inside(spot: Spot) -> Seed | None:
    """A capital on a word that is a name too; behind an article it only asks."""
    if not spot.lexicon.is_name(spot.core):
        return None
    before = spot.before
    if before and before.core in _BEFORE_THINGS and not before.capital and spot.token.gap == " ":
        return Seed("kan een naam zijn", Certainty.POSSIBLE, asks=True)
    return Seed(_INSIDE)


def before_a_kind_of_school(spot: Spot) -> Seed | None:
    """A word before what it is the name of: "Stedelijk Lyceum"."""
    after = spot.after
    if spot.lexicon.is_name(spot.core) or _is_in_a_title(spot):
        return None
    if after and after.capital and after.core in SCHOOL_TRIGGERS and after.gap == " ":
        return Seed("naam voor de soort school")
    return None


def named_building(spot: Spot) -> Seed | None:
    """A capital inside a sentence on a house that has a name: "de Opstandingskerk"."""
    core = spot.core
    named = core.endswith(_BUILDINGS) and len(core) > max(map(len, _BUILDINGS)) + 1
    return Seed("naam van een gebouw") if named and not spot.token.shouted else None


def lone_capital(spot: Spot) -> Seed | None:
    """A lone ordinary word with a capital, such as "Pronk"; in a row they are a title."""
    before, after, core = spot.before, spot.after, spot.core
    if before is None or spot.lexicon.is_name(core) or _is_in_a_title(spot):
        return None
    beside = before.capital or (after and after.capital and not after.opens)
    if beside or before.core in ARTICLES or before.core.isdecimal():
        return None
    made_up = before.core in _BEFORE_SOMEBODY and core not in spot.lexicon.words
    somebody = made_up or _does_something(spot) or _is_of_a_relative(spot)
    asks = not somebody or core.endswith(_ENDINGS_OF_THINGS)
    return Seed("gewoon woord met een hoofdletter", Certainty.POSSIBLE, asks=asks)


def plain_inside(spot: Spot) -> Seed | None:
    """A small everyday word with a capital inside a sentence: "bel Wil even"."""
    before, core = spot.before, spot.core
    if before is None or before.capital or spot.token.gap != " " or core in _NEVER_SMALL:
        return None
    if core not in spot.lexicon.given and core not in spot.lexicon.surnames:
        return None
    told = spot.place > 1 and spot.words[spot.place - 2].core in OF_PEOPLE
    if before.core in _BEFORE_A_SMALL_NAME or (before.core in ("dat", "of") and told):
        return Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)
    return Seed("kan een naam zijn", Certainty.POSSIBLE, asks=True)


def called_as_a_month(spot: Spot) -> Seed | None:
    """A month with a capital where no day or year stands, or before what people do: "bel Mei"."""
    token, before, after = spot.token, spot.before, spot.after
    if not token.capital or token.shouted or spot.core not in _CALLED_AS_MONTHS:
        return None
    dated = (before and before.core.isdecimal()) or (after and after.core.isdecimal())
    acts = after is not None and not after.opens and after.core in OF_PEOPLE
    somewhere = acts if token.opens else bool(before and not before.capital and token.gap == " ")
    if dated or not somewhere:
        return None
    dealt_with = before and before.core in ("dat", "of", "omdat") and after and after.gap == " "
    if before and not token.opens and (before.core in _BEFORE_A_SMALL_NAME or dealt_with):
        return Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)
    return Seed("kan een naam zijn", Certainty.POSSIBLE, asks=True, learned=True)


def month_before_a_name(spot: Spot) -> Seed | None:
    """A month that somebody is called by, before a name with a capital: "Mei Ling belt"."""
    after, core = spot.after, spot.core
    if core not in _CALLED_AS_MONTHS or spot.token.shouted or after is None or after.gap != " ":
        return None
    plain = after.core in spot.lexicon.never or after.core in spot.lexicon.allowed
    named = after.capital and not after.shouted and spot.lexicon.is_name(after.core) and not plain
    dated = spot.before is not None and spot.before.core.isdecimal()
    return Seed("staat voor een naam") if named and not dated else None


def value_acting(spot: Spot) -> Seed | None:
    """A word of values or bodies that begins a sentence and does what only people do; it only
    asks: "Hoop is bevallen", "Rijk meldt dat".
    """
    token, after, core = spot.token, spot.after, spot.core
    if not token.opens or token.shouted or after is None or after.gap != " ":
        return None
    if core not in spot.lexicon.given and core not in spot.lexicon.surnames:
        return None
    told = spot.words[spot.place + 2 : spot.place + 2 + _NEAR]
    state = after.core in ("is", "was") and any(word.core in STATES for word in told)
    if state or (after.core in OF_PEOPLE and not after.capital):
        return Seed("kan een naam zijn", Certainty.POSSIBLE, asks=True, learned=True)
    return None


VALUE: tuple[Sign, ...] = (value_acting,)
PLAIN: tuple[Sign, ...] = (*LARGE, plain_inside, behind_an_article_that_opens)
MONTH: tuple[Sign, ...] = (month_before_a_name, called_as_a_month)

ORDINARY_CAPITAL: tuple[Sign, ...] = (
    listed_organisation,
    behind_a_large_article,
    listed_inside,
    before_a_kind_of_school,
    named_building,
    lone_capital,
    behind_an_article_that_opens,
)


def _is_in_a_title(spot: Spot) -> bool:
    """Whether a capital stands before the tussenvoegsel before this: "Huis van Bewaring"."""
    index = spot.place
    return spot.previous in PARTICLES and index > 1 and spot.words[index - 2].capital


def _does_something(spot: Spot) -> bool:
    after = spot.after
    return after is not None and not (after.opens or after.apart) and after.core in OF_PEOPLE


def _is_of_a_relative(spot: Spot) -> bool:
    """Whether this is whose relative somebody is: "de moeder van Vreugde"."""
    index = spot.place
    return index > 1 and spot.previous == "van" and spot.words[index - 2].core in RELATIONS
