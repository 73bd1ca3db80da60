"""Names in notes without capitals, by where notes put a name; they only ask."""

from __future__ import annotations

from beraad.privacy.dutch.vocabulary import (
    CALLED_NOTHING,
    NAMES_FOLLOW,
    NEIGHBOURHOOD_ENDINGS,
    OPTION_WORDS,
    PARTICLES,
    RELATIONS,
    SCHOOL_TRIGGERS,
)
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed, Sign, Spot

_CLOSINGS = frozenset({"mvg", "gr", "grt", "groet", "groeten", "groetjes", "vrgr", "hgr"})
_OF_SOMEBODY = frozenset(
    {
        "wie", "naam", "betrokkene", "betrokkenen", "contactpersoon", "contact", "aanwezig",
        "afwezig", "actiehouder", "melder", "inwoner", "bewoner", "huurder", "aanvrager", "client",
    }
)  # fmt: skip
"""What stands before a colon when a name follows it."""
_HEADS = frozenset({"let", "wens", "min", "dag", "slot", "punt", "kern", "rust", "hoop", "moed"})
_SIDES = frozenset({"voor", "tegen", "actie", "wie", "naam", "client", "betreft"})
"""What stands before a colon when even the letter of an option is somebody."""
_BETWEEN_CELLS = (";", "|")
_BEFORE_A_NAME = ("(", ":", "|", ";")
_BEFORE_SOMEBODY = frozenset({"is", "was", "heeft", "en", "dat", "of", "voor"})
_OLDEST = 110
_OPTIONS = "abcdefgx"
_CLITICS = "mnt"
"""What is left of "hem", "hen" and "het" in notes: "dan laat m."."""
_BEHIND_A_LETTER = (". ", ".:", ".)", ".;", ".,")
_NAMED_THINGS = (
    *NEIGHBOURHOOD_ENDINGS, "zorg", "huis", "college", "lyceum", "schuldhulp", "opvang", "wonen",
    "groep", "stichting", "advies", "bewind", "begeleiding", "budget", "makelaars",
)  # fmt: skip
_FUNCTIONS = ("arts", "agent", "werker", "werkster", "consulent", "medewerker", "coach", "leider")
"""How words for who somebody is by work end; behind a label they name nobody."""
_SHORTEST_THING = 8


def speaker(spot: Spot) -> Seed | None:
    """A name that is a word too, alone before a colon: "- dik: wil eerst"."""
    after, core = spot.after, spot.core
    alone = spot.token.opens and after is not None and after.gap.startswith(":")
    called = core in spot.lexicon.given or core in spot.lexicon.surnames
    if not (alone and called) or core in OPTION_WORDS:
        return None
    reason = "staat alleen voor een dubbele punt"
    sure = core in spot.lexicon.given and core not in _HEADS
    return Seed(reason, Certainty.POSSIBLE) if sure else _asking(reason)


def in_a_cell(spot: Spot) -> Seed | None:
    """A word in a cell beside whose it is or an age: "boomden;zoon", "demi | 12"."""
    after = spot.after
    if after is None or after.gap.strip(" ") not in _BETWEEN_CELLS or not spot.token.opens:
        return None
    somebody = after.core in RELATIONS or (after.core.isdecimal() and int(after.core) <= _OLDEST)
    return _asking("staat naast wie iemand is") if somebody else None


def school_called(spot: Spot) -> Seed | None:
    """What a school is called, behind that word and an article: "school (de kring)"."""
    if spot.place < len(("school", "de")) or spot.previous not in ("de", "het"):
        return None
    school, article = spot.words[spot.place - 2], spot.words[spot.place - 1]
    apart = article.gap.strip(" ") in _BEFORE_A_NAME and spot.token.gap == " "
    ends = spot.after is None or spot.after.gap != " "
    named = apart and ends and school.core in SCHOOL_TRIGGERS
    return _asking(f"staat achter '{school.written}'") if named else None


def behind_a_label(spot: Spot) -> Seed | None:
    """A word behind what says that a name follows: "wie: mana", "mvg speldde"."""
    before, previous = spot.before, spot.previous
    if before is None or "\n" in spot.token.gap.strip(" ,.\n"):
        return None
    labelled = previous in _OF_SOMEBODY and spot.token.gap.startswith(":")
    told = spot.core in RELATIONS or spot.core in CALLED_NOTHING or spot.core.endswith(_FUNCTIONS)
    if (labelled and not told) or previous in _CLOSINGS:
        return _asking(f"staat achter '{before.written}'")
    return None


def named_thing(spot: Spot) -> Seed | None:
    """A word of no dictionary that ends as organisations do: "poolenzorg", "dubiokwartier"."""
    core = spot.core
    ends = len(core) >= _SHORTEST_THING and core.endswith(_NAMED_THINGS)
    if not ends:
        return None
    reason = "eindigt zoals een organisatie of buurt heet"
    return _asking(reason) if spot.lexicon.is_word(core) else Seed(reason, Certainty.POSSIBLE)


def small_letter(spot: Spot) -> Seed | None:
    """One small letter with a full stop in place of a name: "voor: z. is alleen", "(opm. k.)"."""
    after, before, core = spot.after, spot.before, spot.core
    if len(core) != 1 or not core.isalpha():
        return None
    if spot.previous in _CLOSINGS:
        return _asking("letter die voor iemand kan staan")
    if after is None or (core == "u" and before and before.core.isdecimal()):
        return None
    if core in _OPTIONS and not (spot.previous in _SIDES and spot.token.gap.startswith(":")):
        return None
    stops = after.gap[:2] in _BEHIND_A_LETTER and len(after.core) > 1
    cued = spot.previous in NAMES_FOLLOW or spot.previous in _BEFORE_SOMEBODY
    stops = stops and (cued or after.core not in PARTICLES)
    apart = before is None or len(before.core) > 1
    stands = stops and apart and after.core.isalpha()
    if stands and core in _CLITICS:
        return _asking("letter die voor iemand kan staan")
    return Seed("letter die voor iemand staat") if stands else None


def _asking(reason: str) -> Seed:
    return Seed(reason, Certainty.POSSIBLE, asks=True, learned=True)


LISTED_IN_NOTES: tuple[Sign, ...] = (speaker,)
CELL: tuple[Sign, ...] = (in_a_cell,)
LABELLED: tuple[Sign, ...] = (behind_a_label, school_called)
THING: tuple[Sign, ...] = (named_thing,)
SMALL_LETTER: tuple[Sign, ...] = (small_letter,)
LABELS = _OF_SOMEBODY | _CLOSINGS
"""Words that say that a name follows."""
