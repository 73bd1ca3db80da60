"""Words that stand as a name stands: seen by what was learned, and only ever asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.placeholders import BLANK
from beraad.privacy.dutch.vocabulary import (
    ARTICLES,
    BEFORE_CARE,
    CALLED,
    CALLED_NOTHING,
    DE_SURNAMES,
    NAMES_FOLLOW,
    NOBODY_IS_WITH,
    NOT_NAMES,
    OF_PEOPLE,
    ORGANISATION_TRIGGERS,
    PARTICLES,
    RELATIONS,
    SAID_ALOUD,
    SMALL_NAMES,
    TITLES,
)
from beraad.privacy.find import Certainty
from beraad.privacy.signs.learned.features import features, kind_of
from beraad.privacy.signs.learned.model import Model, shipped
from beraad.privacy.signs.names.announced import WORKERS
from beraad.privacy.signs.names.seed import Seed, Spot
from beraad.privacy.signs.names.tokens import Token

ASKED_FROM = 0.125
"""How likely a name must be for a person to be asked."""

PLAIN_ASKED_FROM = 0.28
"""The same of a word that nobody is called by, as far as any list knows."""

REPLACED_FROM = 0.8
"""How likely a name must be to be replaced without a question; a person can still put it back."""

SURELY_FROM = 0.9
"""How likely a name must be for something else that only asks to be believed."""

ALONE_FROM = 0.95
"""How likely a name must be to be replaced when no list holds it."""

_NEVER_REPLACED = 2.0

_LISTED = frozenset("gsp")
_UNSURE = frozenset("?n")
_WITH_A_CAPITAL = 0.25
_ASKED_BEHIND_AN_ARTICLE = 0.3
_SMALL_ASKED_FROM = 0.15
_MOST_LETTERS = 3
_VOWELS = frozenset("aeiouy")
_BEFORE_ONE = frozenset({"de", "het", "t"})
_BEFORE_THINGS = frozenset({"een", "twee", "drie"})
_LESS_WITHOUT_CAPITALS = 0.03
CUES = TITLES | RELATIONS | CALLED | NAMES_FOLLOW
"""Words behind which any word is looked at."""

_POINTING = ("daar", "hier", "waar", "ergens", "nergens")
_PLAIN = (BEFORE_CARE | CALLED_NOTHING | NOBODY_IS_WITH) - PARTICLES
"""Words that stand where a name may stand and are none."""

_NAMED = frozenset("gspom?")
"""The kinds of words that somebody may be called by."""

DOERS = (
    *WORKERS, "verlener", "verleners", "verleenster", "leider", "leidster", "werkers",
    "begeleiders", "ambtenaar", "ambtenaren", "voorzitter", "houder", "nemer", "gever",
    "voorzitters", "houders", "nemers", "gevers", "leiders", "manager", "managers", "makers",
    "maker", "consulenten", "coaches", "deskundigen", "adviseurs", "medewerkers", "brengers",
    "bezoeker", "bezoekers", "analist", "analisten", "adviseur",
)  # fmt: skip
"""How words end for what somebody does, beside the work that may stand before a name."""

_AT = frozenset(
    {
        "bij",
        "van",
        "naar",
        "via",
        "uit",
        "op",
        "in",
        "met",
        "aan",
        "door",
        "vanuit",
        "tegen",
        "asiel",
    }
)
"""Words behind which it is told where somebody is, or of what they are."""

_BEHIND_OP = frozenset(
    {
        "rekest", "verzoek", "maat", "afstand", "afroep", "termijn", "aanvraag", "proef", "basis",
        "bestelling", "recept", "verwijzing", "indicatie", "beschikking", "huisbezoek", "locatie",
        "papier", "afspraak", "krediet", "declaratie", "contract",
    }
)  # fmt: skip
"""Words that say with "op" in what way: behind it stands nobody, and before it a thing."""

_MEANWHILE, _SHORTEST_MEANWHILE = "end", 6
"""How what is done at the same time ends, and the shortest word that it is read in."""

_DEGREES = frozenset({"heel", "hele", "erg", "zeer", "vrij", "nogal", "best", "zo", "te", "extra"})
_WEAK_PAST = re.compile(r".{2,}(?:t|[kfpsh])te|.{2,}[lrnmgbvzdw]de")
_TRADES = frozenset({
    "kok", "bakker", "slager", "smid", "boer", "visser", "timmerman", "ober", "schilder", "kapper",
    "metselaar", "loodgieter", "schipper", "kuiper", "molenaar", "schoenmaker", "koopman", "kelner",
    "dekker", "stukadoor", "tuinman", "glazenwasser", "chauffeur", "jager", "herder",
})  # fmt: skip
"""What people do for their living, and what others are called."""

_SHORTEST_FIELD = 7
_FIELDS = ("werk", "zorg", "hulp", "jeugd", "wonen")
_SEASONS = frozenset({"voorjaar", "lente", "zomer", "najaar", "herfst", "winter"})
_MONTHS = frozenset({"maart", "april", "mei", "juni", "juli", "augustus"})
_BEFORE_A_MONTH = frozenset({"in", "sinds", "begin", "half", "medio", "eind", "vanaf"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNCOMMON_FROM = 2
_NOWHERE, _RARE_FROM = 9, 4
_SHORTEST, _LONGEST = 2, 30


def is_named(core: str, lexicon: Lexicon) -> bool:
    """Whether somebody may be called by a word, as far as the lists know."""
    return not _NAMED.isdisjoint(kind_of(core, lexicon))


def may_be_a_name(spot: Spot) -> bool:
    """Whether a word is looked at at all: a capital, a word of some list, or one behind a cue."""
    token = spot.token
    core, lexicon = token.core, spot.lexicon
    if (
        not _SHORTEST <= len(core) <= _LONGEST
        or not core[0].isalpha()
        or core in PARTICLES
        or core in NOT_NAMES
        or core in TITLES
        or core in SAID_ALOUD
        or _is_a_season(spot)
    ):
        return False
    small = core in SMALL_NAMES
    if small or core in lexicon.never or core in lexicon.allowed:
        inside = token.capital and not token.opens and core not in lexicon.allowed
        # A word that is all there is, such as a value, stands as no name does.
        quiet = token.quiet and len(spot.words) > 1
        return (token.capital or quiet) if small else inside
    if _is_said_of_no_one(spot):
        return False
    kind = kind_of(core, lexicon)
    if token.opens and not _goes_on(spot) and _is_a_word(kind, capital=token.capital):
        return False
    rare = is_rare(core, lexicon) and (not token.opens or _goes_on(spot))
    if token.capital or not _NAMED.isdisjoint(kind) or rare or _is_at_something(spot):
        return True
    return _goes_on(spot) if token.opens else spot.previous in CUES


def _is_a_season(spot: Spot) -> bool:
    """Whether this is when something was: "winter 2024", and not "meneer Winter 2024"."""
    after = spot.after
    if spot.core not in _SEASONS or after is None or after.gap != " ":
        return False
    return _YEAR.fullmatch(after.core) is not None and spot.previous not in CUES


def is_uncommon(core: str, lexicon: Lexicon) -> bool:
    """Whether a word is uncommon enough to be looked at where something may be called by it."""
    return lexicon.common.get(core, _NOWHERE) >= _UNCOMMON_FROM


def _is_at_something(spot: Spot) -> bool:
    """Whether a word with its article is where somebody or something is: "bij de hoeve",
    "(de hap)", "de fontein houdt een plek vrij".
    """
    words, place = spot.words, spot.place
    if place == 0 or words[place - 1].core not in ARTICLES or spot.token.gap != " ":
        return False
    if not is_uncommon(spot.core, spot.lexicon):
        return False
    article = words[place - 1]
    at = place > 1 and words[place - 2].core in _AT and article.gap == " "
    return at or article.opens or article.gap.endswith(("(", "> ", "| "))


def is_rare(core: str, lexicon: Lexicon) -> bool:
    """Whether a word is so rare that it is looked at wherever it stands."""
    return lexicon.common.get(core, _NOWHERE) >= _RARE_FROM


def _is_plain(core: str) -> bool:
    return core in _PLAIN or core.startswith(_POINTING) or core.endswith(DOERS)


def _is_what_somebody_does(spot: Spot) -> bool:
    """Whether this is a verb right behind a first name that is no word: "chantal praat"."""
    before, lexicon = spot.previous, spot.lexicon
    named = before in lexicon.given and before not in lexicon.words
    return named and spot.core in OF_PEOPLE and spot.token.gap == " "


def _is_said_of_no_one(spot: Spot) -> bool:
    """Whether a word, by what it is or where it stands, is no name."""
    token = spot.token
    plain = _is_plain(spot.core) or _is_what_somebody_does(spot)
    if plain and (not token.capital or token.opens):
        return True
    if spot.core.endswith(DOERS) and not is_named(spot.core, spot.lexicon):
        return not token.shouted
    if not token.capital and (_is_of_a_degree(spot) or _is_done_by_somebody(spot)):
        return True
    if _is_done_meanwhile(spot):
        return True
    return _is_a_field_of_work(spot) or _is_in_a_set_phrase(spot) or _is_a_trade(spot)


def _is_of_a_degree(spot: Spot) -> bool:
    """Whether it is said how much something is so: "heel lange", "een erg grote som"."""
    return spot.previous in _DEGREES and spot.core.endswith("e") and spot.lexicon.is_word(spot.core)


def _is_done_by_somebody(spot: Spot) -> bool:
    """Whether it is what somebody did who is named by a form of address alone: "Meneer zuchtte"."""
    before, named = spot.before, is_named(spot.core, spot.lexicon)
    titled = before is not None and before.capital and before.core in TITLES
    return titled and not named and _WEAK_PAST.fullmatch(spot.core) is not None


def _is_done_meanwhile(spot: Spot) -> bool:
    """Whether it says how something is done: "belt schoorvoetend"."""
    core, token = spot.core, spot.token
    if not core.endswith(_MEANWHILE) or len(core) < _SHORTEST_MEANWHILE or spot.previous in CUES:
        return False
    if token.capital or token.opens:
        return False
    return spot.lexicon.is_word(core) and not is_named(core, spot.lexicon)


def _is_a_trade(spot: Spot) -> bool:
    """Whether it is what people do for their living, in a line that writes names with a capital."""
    cued = spot.previous in TITLES or spot.previous in RELATIONS
    return spot.core in _TRADES and not (spot.token.capital or spot.token.quiet or cued)


def _is_a_field_of_work(spot: Spot) -> bool:
    """Whether a word says what somebody does that for: "klantmanager nazorg", "de jobcoach bewind".

    A word that anybody or anything is called by is looked at all the same.
    """
    token = spot.token
    before = spot.previous
    titled = spot.before is not None and spot.before.capital
    if token.shouted or token.gap != " " or not before.endswith(DOERS):
        return False
    if token.capital and not titled:
        return False
    if before in ORGANISATION_TRIGGERS:
        return False
    return is_a_field(spot.core) and not is_named(spot.core, spot.lexicon)


def is_a_field(core: str) -> bool:
    """Whether a word may say for what somebody works; somebody may be called by a short one."""
    return len(core) >= _SHORTEST_FIELD or core.endswith(_FIELDS)


def _is_in_a_set_phrase(spot: Spot) -> bool:
    """Whether a word stands in a phrase of two nouns: "ontslag op rekest", "opvang op maat"."""
    token = spot.token
    if "op" not in {spot.previous, spot.following}:
        return False
    if (token.capital and not token.opens) or is_named(spot.core, spot.lexicon):
        return False
    if spot.previous == "op" and spot.core in _BEHIND_OP:
        return True
    follows = spot.words[spot.place + 2 : spot.place + 3]
    return spot.following == "op" and any(one.core in _BEHIND_OP for one in follows)


def _is_a_word(kind: str, *, capital: bool) -> bool:
    """Whether a word that stands alone, as in a title, is just that; with a capital no name too."""
    return "w" in kind if not capital else bool(kind) and _NAMED.isdisjoint(kind)


def _goes_on(spot: Spot) -> bool:
    """Whether more stands behind a word in its sentence."""
    return spot.after is not None and not spot.after.opens


def stands_as_a_name(spot: Spot) -> Seed | None:
    """A word of which most that is seen was learned from names: "volgens slager heeft smid"."""
    return standing(spot, shipped()) if may_be_a_name(spot) else None


def surely_stands(spot: Spot, least: float = SURELY_FROM) -> bool:
    """Whether a word stands so much as names do that one more sign of a name settles it."""
    return may_be_a_name(spot) and shipped().likelihood(features(spot)) >= least


def any_stands(
    words: Sequence[Token], first: int, last: int, lexicon: Lexicon, least: float
) -> bool:
    """Whether any of these words is at least so likely a name."""
    spots = (Spot(words, place, lexicon) for place in range(first, last + 1))
    return any(shipped().likelihood(features(spot)) >= least for spot in spots)


def standing(spot: Spot, model: Model) -> Seed | None:
    """The same by a given model."""
    named = is_named(spot.core, spot.lexicon)
    if spot.token.capital:
        least = ASKED_FROM if named else _WITH_A_CAPITAL
    elif spot.previous in _BEFORE_THINGS or _is_a_month(spot):
        return None
    else:
        least = ASKED_FROM if named else PLAIN_ASKED_FROM
        if spot.previous in _BEFORE_ONE and spot.core not in DE_SURNAMES:
            least = max(least, _ASKED_BEHIND_AN_ARTICLE)
        if spot.core in SMALL_NAMES:
            least = max(least, _SMALL_ASKED_FROM)
        elif spot.token.quiet:
            least -= _LESS_WITHOUT_CAPITALS
    likely = model.likelihood(features(spot))
    if likely < least and not _are_letters_of_what_is_replaced(spot):
        return None
    asks = likely < _replaced_from(spot)
    certainty = Certainty.LIKELY if asks and likely >= SURELY_FROM else Certainty.POSSIBLE
    return Seed(_reason(spot), certainty, asks=asks, learned=True)


def _is_a_month(spot: Spot) -> bool:
    """Whether this is when something was: "in juni"."""
    return spot.core in _MONTHS and spot.previous in _BEFORE_A_MONTH


def _are_letters_of_what_is_replaced(spot: Spot) -> bool:
    """Whether these are small letters without a vowel right before a name that goes: "jw vd …"."""
    after, core = spot.after, spot.core
    before_it = after is not None and after.gap.startswith(f" {BLANK}")
    return before_it and len(core) <= _MOST_LETTERS and _VOWELS.isdisjoint(core)


def _replaced_from(spot: Spot) -> float:
    """How likely a name must be to be replaced. A word of no list may be a typing error, and a
    plain word only goes behind what tells that somebody follows.
    """
    core, lexicon = spot.core, spot.lexicon
    kind = kind_of(core, lexicon)
    told = spot.previous in CUES or (spot.token.capital and not spot.token.opens)
    plain = core in lexicon.words and core not in lexicon.mostly
    if core in SMALL_NAMES or (plain and spot.token.opens):
        return _NEVER_REPLACED
    if plain and not told:
        return ALONE_FROM
    listed = _UNSURE.isdisjoint(kind) and not _LISTED.isdisjoint(kind)
    return REPLACED_FROM if listed else ALONE_FROM


def _reason(spot: Spot) -> str:
    before, after = spot.before, spot.after
    if before and not spot.token.opens:
        return f"staat zoals een naam staat: na '{before.written}'"
    if after and not after.opens:
        return f"staat zoals een naam staat: voor '{after.written}'"
    return "staat zoals een naam staat"
