"""Whether a small letter that may be a known name reads as the word it also is, or as somebody.

A thing has an article or something else before it: "de mark", "een roos", "elke dag". A verb has
somebody who does it: "de inwoner wil weg". Who is called so has none of these: "ik doe mark
tekort", "omdat wil dan alleen staat", "voor dag is het te zwaar".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beraad.privacy.dutch.dates import MONTHS
from beraad.privacy.dutch.spelled import number_of
from beraad.privacy.dutch.vocabulary import ARTICLES, OF_PEOPLE, ORDINARY_WORDS, TITLES
from beraad.privacy.signs.names.seed import Spot
from beraad.privacy.signs.names.tokens import Token

TIMES = frozenset({
    "dag", "week", "zomer", "winter", "herfst", "lente", "kerst", "nacht", "jaar", "maand",
    "zondag", *MONTHS,
})  # fmt: skip
"""Words for a time, that are said without an article more often than a thing is."""
_COUNTED_TIMES = frozenset({"dag", "week", "nacht", "jaar", "maand", "zondag"})
"""Of these, the ones of which there are many, so that one has its article: "de dag is om"."""
VERBS = OF_PEOPLE | {
    "ben", "bel", "help", "kom", "laat", "mag", "kan", "zal", "zou", "wou", "koos", "wilde", "leer",
    "leren", "dragen", "wijzen", "zegen", "haal", "kent", "ken", "bent", "doe", "moet", "werd",
}  # fmt: skip
_HOW = frozenset({
    "blank", "blauw", "breed", "bruin", "diep", "dicht", "dol", "donker", "edel", "eerlijk",
    "frans", "fris", "geel", "goed", "grijs", "groen", "groot", "hard", "heel", "heilig", "helder",
    "hoog",
    "hol", "klaar", "klein", "kort", "lang", "lief", "los", "mager", "mooi", "nieuw", "oost", "oud",
    "rijk", "rood", "smal", "snel", "sterk", "stil", "vast", "vet", "vrij", "vroom", "west", "wijs",
    "wild", "wit", "zoet", "zuid", "noord", "zwaar", "zwart", "jong", "loos", "best", "meer", "vol",
    "even", "es", "wel", "aal", "vlug", "arm", "blij", "trots", "christen",
})  # fmt: skip
"""How something is, or when or where: that stands bare anywhere."""
_STUFF = frozenset({
    "aarde", "bier", "brood", "geld", "geluk", "gerst", "glas", "goud", "gras", "haring", "hoop",
    "kaas", "klei", "klaver", "koper", "kost", "kunst", "melk", "mos", "pijl", "post", "regen",
    "riet", "rook", "rust", "schoen", "spek", "staal", "steen", "storm", "stoel", "vee", "vlees",
    "vrede", "water", "weer", "werk", "wijn", "wind", "wol", "zand", "zee", "zilver", "zorg",
    "zout", "vuur", "vet", "deugd", "eer", "feest", "hart", "school", "kerk", "huis", "straat",
    "dochter", "dokter", "heer", "kind", "knecht", "man", "meester", "meisje", "mens", "papa",
    "vader", "vriend", "vrouw", "zoon", "zwager", "buur", "dame", "held", "herder", "hemel", "kans",
    "peper", "olie", "stof", "haar", "baas", "weg", "weide", "kamer", "stad", "dorp", "hand",
})  # fmt: skip
"""What is said without an article, as of stuff or of somebody's kin: "er is brood"."""
_BEFORE_A_THING = ARTICLES | {
    "je", "jullie", "uw", "elk", "welk", "welke", "zo'n", "zulke", "veel", "weinig", "meer",
    "minder", "genoeg", "alle", "sommige", "enkele", "beide", "soort", "vorige", "volgende",
    "komende", "afgelopen", "hele", "halve", "goede", "eigen", "vrije", "ander", "andere", "als",
    "per", "te", "ten", "ter", "heel", "erg", "d'r", "z'n", "m'n",
}  # fmt: skip
_WHERE = frozenset({"in", "op", "uit", "onder", "binnen", "buiten", "om"})
"""Behind these a thing stands bare in many a phrase: "in huis", "op straat"."""
_WHEN = _WHERE | {
    "per", "begin", "eind", "half", "sinds", "vanaf", "tot", "na", "rond", "tussen", "tegen",
    "over", "maand", "vorige", "volgende", "komende", "afgelopen", "vroeg", "laat", "elke",
    "iedere", "het", "t", "overdag",
}  # fmt: skip
_PERSONS_BEHIND = frozenset({"voor", "met", "van", "door", "bij", "aan", "namens", "volgens"})
_JOINS = frozenset({"en", "of", "maar", "want", "dus", "ook", "zelfs", "alleen", "dan", "toen"})
_HARD = frozenset({
    "omdat", "doordat", "zodat", "opdat", "hoewel", "terwijl", "nadat", "voordat", "totdat",
    "zodra", "zolang", "indien", "tenzij", "mits", "aangezien", "als", "toen",
})  # fmt: skip
"""Behind these comes who does something, never what is done."""
_OPENS = _JOINS | _HARD | {"dat", "waar", "hoe", "waarom", "wanneer", "wat", "sinds"}
_OF_A_CLAUSE = frozenset({
    "ik", "'k", "k", "hij", "ie", "zij", "ze", "we", "wij", "jij", "je", "u", "men", "niemand",
    "iemand", "iedereen", "jullie", "allebei", "beiden", "alles", "niets",
})  # fmt: skip
_WITH = frozenset({"met", "bij", "aan", "tegen", "door", "namens", "over", "naar", "voor"})
"""Behind these somebody stands who does nothing here: "ruzie met stiefvader"."""
_MEETS = frozenset(
    {
        "bel",
        "belde",
        "sprak",
        "zie",
        "vraag",
        "mail",
        "app",
        "ken",
        "begrijp",
        "zag",
        "dank",
        "help",
    }
)
_GREETS = frozenset(
    {"ha", "hoi", "hai", "hey", "hee", "hallo", "dag", "beste", "lieve", "ome", "ene"}
)
_HIM = frozenset({"hem", "me", "mij", "ons", "hen", "je", "jou", "jullie", "haar", "mee"})
_BESIDE_A_VERB = frozenset({
    "er", "daar", "hier", "niet", "wel", "nog", "nu", "straks", "morgen", "gisteren", "vandaag",
    "toch", "eerst", "vaak", "altijd", "nooit", "soms", "misschien", "gewoon", "echt", "liever",
    "graag", "samen", "later", "eigenlijk", "alsnog", "al", "weer", "met", "voor", "bij", "van",
})  # fmt: skip
"""What stands before a verb and does nothing."""
_WHO = frozenset({
    "ik", "'k", "k", "hij", "ie", "zij", "ze", "we", "wij", "jij", "je", "u", "men", "niemand",
    "iemand", "iedereen", "jullie", "wie", "die", "allebei", "beiden", "alles", "niets",
})  # fmt: skip
_DOES = OF_PEOPLE | {
    "is", "was", "heeft", "had", "kan", "kon", "mag", "mocht", "moet", "moest", "wil", "wou", "zal",
    "zou", "gaat", "ging", "komt", "kwam", "doet", "deed", "blijft", "bleef", "neemt", "nam",
    "loopt", "liep", "geeft", "gaf", "zet", "zette", "laat", "liet", "wordt", "werd", "hoeft",
    "hield", "houdt", "stond", "staat", "krijgt", "kreeg", "durft", "kiest", "koos", "voelt",
    "voelde", "hoort", "hoorde", "ziet", "zag", "brengt", "bracht", "legt", "legde", "helpt",
    "hielp", "gelooft", "valt", "viel", "wacht", "wachtte", "luistert", "luisterde", "lijkt",
    "leek", "schrikt", "schrok", "wint", "draagt", "droeg", "roept", "riep", "sprak", "spreekt",
    "kijkt", "keek", "speelt", "zwijgt", "zweeg", "noemt", "noemde", "stemt", "stemde", "tekende",
}  # fmt: skip
_OF_THINGS = frozenset({"is", "was", "wordt", "werd", "komt", "kwam", "gaat", "ging", "loopt"})
"""What a summer does as well."""
_ALSO_HOW = frozenset({"laat", "zat", "wacht", "wil"})
"""What looks like a verb in the third person and stands behind a verb too: "wil laat weg"."""
_NO_VERB = frozenset({
    "niet", "met", "uit", "dat", "wat", "best", "echt", "net", "pot", "kant", "rust", "wet", "zet",
    "laat", "vast", "bent", "kort", "recht", "juist", "altijd", "gezet", "punt", "licht", "kaart",
})  # fmt: skip
_CUTS_OFF = (
    "achterna", "achteruit", "aan", "achter", "af", "bij", "binnen", "door", "in", "langs", "mee",
    "na", "neer", "om", "onder", "op", "over", "samen", "tegen", "terug", "thuis", "toe", "uit",
    "voor", "vooruit", "weer", "weg",
)  # fmt: skip
_HERS = frozenset({"haar", "zijn", "hun", "z'n", "d'r"})
_BEFORE_PEOPLE = frozenset(
    {"en", "of", "met", "samen", "door", "aan", "van", "ook", "voor", "eerst"}
)
_BEHIND_PEOPLE = frozenset({
    "en", "of", "van", "uit", "bij", "met", "als", "samen", "ook", "zelf", "plus", "dan",
})  # fmt: skip
_LIKE_AN_ADJECTIVE = ("e", "en")
_ENDS = ".,;:!?)"
_FAR = 3
_LONGEST_CLAUSE = 14


def stands_as_somebody(spot: Spot) -> bool:
    """Whether only somebody can stand here, though the word is written small."""
    if spot.following == "tekort" and spot.previous not in _BEFORE_A_THING:
        return True
    if spot.core in VERBS:
        return _is_a_verb_too_many(spot)
    return False


def reads_as_a_word(spot: Spot) -> bool:
    """Whether a word in small letters reads as just that, so that to leave it is proposed."""
    if stands_as_somebody(spot):
        return False
    if spot.core in VERBS:
        return _is_done_by_somebody(spot)
    if spot.core in TIMES:
        return _tells_a_time(spot)
    if spot.core in _HOW or (spot.core not in ORDINARY_WORDS and spot.lexicon.is_word(spot.core)):
        return not (_begins_a_clause(spot) and _has_a_verb_behind(spot))
    return _is_a_thing(spot)


def has_a_doer(spot: Spot) -> bool:
    """Whether who does it, or the article of a time, is told before a word."""
    if spot.token.opens or spot.token.gap != " " or spot.previous in _WITH | {"van", "dat"}:
        return False
    if spot.core in VERBS:
        return spot.previous not in ARTICLES | TITLES and _has_a_doer_before(spot)
    return spot.previous in _BEFORE_A_THING or _is_counted(spot.previous)


def stands_in_a_row(spot: Spot) -> bool:
    """Whether a word stands where people are listed: "wil", "roos en dag", "mark van de wijk"."""
    token, after = spot.token, spot.after
    begins = spot.place == 0 or token.opens or token.gap.strip()[:1] in {*",;/&+("}
    if not begins and spot.previous not in _BEFORE_PEOPLE:
        return False
    if after is None or after.opens or after.gap.strip()[:1] in {*",;/&+(.:"}:
        return True
    return spot.following in _BEHIND_PEOPLE | _DOES


def _is_a_verb_too_many(spot: Spot) -> bool:
    """Whether the clause has no one else who does something, or another verb that is done."""
    if spot.previous in _HARD and not spot.token.opens:
        return spot.following not in _WHO
    if spot.following in _WHO | ARTICLES:
        return False
    if _begins_a_clause(spot) and spot.following in _DOES - _ALSO_HOW and _goes_on(spot):
        return spot.previous != "wat"
    return spot.previous == "dat" and not spot.token.opens and _ends_in_a_verb(spot)


def _ends_in_a_verb(spot: Spot) -> bool:
    """Whether the clause ends in what somebody does: "dat wil niet meegaat", "dat wil meegaat"."""
    last = ""
    for token in _behind(spot):
        if token.core in _OPENS | _WHO:
            break
        if _is_done(token.core):
            return True
        last = token.core
    stem = last.removesuffix("t")
    return last not in _NO_VERB and stem != last and stem in spot.lexicon.words


def _is_done(word: str) -> bool:
    """Whether this is what somebody does or did, also with its first part: "meegaat"."""
    rests = (word.removeprefix(part) for part in _CUTS_OFF if word.startswith(part))
    return word in _DOES - _ALSO_HOW or any(rest in _DOES for rest in rests)


def _behind(spot: Spot) -> Iterator[Token]:
    """The words behind this one up to the next sign."""
    for token in spot.words[spot.place + 1 : spot.place + 1 + _LONGEST_CLAUSE]:
        if token.opens or token.gap[:1] in _ENDS:
            return
        yield token


def _before(spot: Spot) -> Iterator[Token]:
    """The words before this one in its clause, the nearest first."""
    place = spot.place
    while place and not spot.words[place].opens and spot.words[place].gap[:1] not in _ENDS:
        place -= 1
        yield spot.words[place]


def _is_done_by_somebody(spot: Spot) -> bool:
    """Whether who does this is told in the clause, or what goes with it: "erbij wil zijn"."""
    if spot.following in _WHO | ARTICLES or _has_a_doer_before(spot):
        return True
    if spot.previous in _HARD and not spot.token.opens:
        return False
    return any(_may_be_infinitive(token.core) for token in _behind(spot))


def _has_a_doer_before(spot: Spot) -> bool:
    """Whether somebody is told before a verb, who does nothing else yet: not "ik bel wil"."""
    before = list(_before(spot))
    opened = any(token.core in _OPENS | _WHO - _OF_A_CLAUSE for token in before)
    if spot.following in _DOES - _ALSO_HOW and _goes_on(spot) and not opened:
        return False
    for place, token in enumerate(before):
        core = token.core
        if core in _WHO | ARTICLES:
            behind = before[place + 1].core if place + 1 < len(before) else ""
            return core in _WHO or behind not in _WITH
        if _may_be_done(core, before, place) or (core in _WITH and place):
            return False
    beside = before[0].core if before else ""
    return spot.lexicon.is_word(beside) and beside not in _OPENS | _BESIDE_A_VERB | _GREETS


def _may_be_done(core: str, before: Sequence[Token], place: int) -> bool:
    """Whether this is what somebody does: in the third person, or right behind "ik"."""
    first = place + 1 < len(before) and before[place + 1].core in {"ik", "k", "'k"}
    return core in _DOES - _ALSO_HOW or core in _MEETS or (first and core not in _BESIDE_A_VERB)


def _may_be_infinitive(word: str) -> bool:
    return word in {"zijn", "gaan", "zien", "doen", "staan", "slaan"} or (
        len(word) > _FAR and word.endswith("en")
    )


def _tells_a_time(spot: Spot) -> bool:
    """Whether a word for a time is one: "per dag", "eind mei", and not "voor dag is het"."""
    if _is_beside_a_name(spot) or _does_what_is_told(spot):
        return False
    if spot.following == "en" and spot.place + 2 < len(spot.words):
        return spot.words[spot.place + 2].core in TIMES | {"dauw", "nacht"}
    return _has_a_time_around(spot)


def _has_a_time_around(spot: Spot) -> bool:
    before = "" if spot.token.opens else spot.previous
    if before in _WHEN | _BEFORE_A_THING or _is_counted(before) or spot.following.isdecimal():
        return True
    if before in _PERSONS_BEHIND:
        return spot.core not in _COUNTED_TIMES or spot.following in {"in", spot.core}
    if _begins_a_clause(spot) and _has_a_verb_behind(spot):
        return spot.following in _OF_THINGS and spot.core not in _COUNTED_TIMES
    if before in _HARD | {"dat"} and spot.following in _HIM:
        return False
    inverted = before in _DOES and _goes_on(spot) and spot.following in _HERS | _DOES | {"niet"}
    return not inverted


def _does_what_is_told(spot: Spot) -> bool:
    """Whether a small word before it opens what it does: "dat dag langskomt"."""
    if spot.token.opens or spot.core in _STUFF:
        return False
    if spot.previous == "dat":
        done = spot.core in spot.lexicon.given and any(_is_done(one.core) for one in _behind(spot))
        return done or _ends_in_a_verb(spot)
    of_things = spot.following in _OF_THINGS and spot.core not in _COUNTED_TIMES
    return spot.previous in _HARD and not of_things and _ends_in_a_verb(spot)


def _is_beside_a_name(spot: Spot) -> bool:
    """Whether another first name is joined to this word: "roos en dag"."""
    if spot.previous not in ("en", "of") or spot.place < len(("roos", "en")):
        return False
    other = spot.words[spot.place - 2].core
    return other in spot.lexicon.given - spot.lexicon.never and other not in TIMES | _STUFF | _HOW


def _is_a_thing(spot: Spot) -> bool:
    """Whether something before a word for a thing says that it is one."""
    before = "" if spot.token.opens else spot.previous
    if _does_what_is_told(spot):
        return False
    if before in _BEFORE_A_THING or _is_counted(before) or spot.following.isdecimal():
        return True
    if spot.core in _STUFF:
        return not (_begins_a_clause(spot) and spot.following in _HERS)
    if before.endswith(_LIKE_AN_ADJECTIVE) and any(
        token.core in _BEFORE_A_THING for token in list(_before(spot))[1:_FAR]
    ):
        return True
    return before in _WHERE and spot.core not in spot.lexicon.given


def _is_counted(word: str) -> bool:
    return word.isdecimal() or number_of(word) is not None


def _begins_a_clause(spot: Spot) -> bool:
    """Whether a clause begins with this word, or with a small word before it."""
    token = spot.token
    return token.opens or token.gap[:1] in _ENDS or spot.previous in _OPENS or spot.place == 0


def _has_a_verb_behind(spot: Spot) -> bool:
    return _goes_on(spot) and _is_done(spot.following)


def _goes_on(spot: Spot) -> bool:
    return spot.after is not None and spot.after.gap == " " and not spot.after.opens
