"""Known names that are everyday words too: replaced as a name, asked about or left as a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import pointing, words_of
from beraad.privacy.dutch.vocabulary import (
    ARTICLES,
    CALLED_PARTICLES,
    DE_SURNAMES,
    OF_PEOPLE,
    ORDINARY_WORDS,
)
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.known.plain_words import reads_as_a_word, stands_as_somebody
from beraad.privacy.signs.names.announced import ANNOUNCED
from beraad.privacy.signs.names.seed import Spot, all_seen
from beraad.privacy.signs.names.signs_of_a_person import acts_like_a_person
from beraad.privacy.signs.names.tokens import Token, tokens
from beraad.privacy.signs.names.verb_ben import (
    BEFORE_NO_VERB,
    does_what_another_does,
    is_the_verb,
    may_be_the_verb,
)
from beraad.privacy.text.page import Page

_KNOWN = frozenset({FindKind.PARTICIPANT, FindKind.KNOWN_WORD})
_AS_A_NAME = ":as-name"
"""Behind the key of a capital that stands where somebody stands: "Wil deed dat"."""
_OPENING = ":opening"
"""Behind the key of a capital that any word has there: "Mei is een drukke maand"."""
_WITH_SUBJECT = ":subject"
"""Behind the key of a capital with whoever does it behind it, as in a question: "Wil zij dat?"."""
_SMALL_NAME = ":small-name"
"""Behind the key of a small letter where somebody stands: "volgens wil"."""
_MEANT = ":meant"
"""Behind the key of a small letter that is replaced without a question."""
_SMALL = ""
"""A word without a capital keeps the key that all once shared; what was decided holds there."""
_AS_A_WORD = frozenset({_WITH_SUBJECT, _SMALL})
"""Where a name in its place would read as no Dutch."""

_REASONS = {
    _AS_A_NAME: "bekende naam die ook een gewoon woord is, op de plek van een naam",
    _OPENING: "gewoon woord dat ook een bekende naam is, aan het begin van een zin",
    _WITH_SUBJECT: "gewoon woord dat ook een bekende naam is, met erachter om wie het gaat",
    _SMALL_NAME: "gewoon woord dat ook een bekende naam is, op de plek van een naam",
    _SMALL: "gewoon woord dat ook een bekende naam is",
}
_SUBJECTS = frozenset(
    {
        "ik", "hij", "zij", "ze", "we", "wij", "jij", "je", "u", "men", "niemand", "iemand",
        "iedereen",
        "wie", "wat", "dat", "die", "niet", "het", "er", "en", "of", "als", "om", "ook",
    }
)  # fmt: skip
_BEFORE_SOMEBODY = frozenset(
    {"volgens", "met", "namens", "sprak", "belde", "door", "zegt", "zei", "vindt", "vroeg", "zag"}
)
_BARE = frozenset(
    {"dag", "week", "mei", "maart", "april", "juni", "juli", "augustus", "kerst", "zomer"}
)
_VERBS = OF_PEOPLE | {
    "is",
    "was",
    "heeft",
    "had",
    "kan",
    "kon",
    "mag",
    "zal",
    "zou",
    "wil",
    "moest",
    "ging",
}
_BEFORE_A_WORD = ARTICLES | frozenset(
    {
        "in", "per", "vorige", "volgende", "deze", "komende", "afgelopen", "begin", "eind", "half",
        "tot",
        "sinds", "vanaf", "zo", "te", "heel", "erg", "hele", "goede", "eigen", "vrije", "aan", "op",
    }
)  # fmt: skip


_BESIDE_ANYBODY = frozenset({"aan", "in", "op", "tot", "dat"})
"""Of these, the ones behind which somebody stands as well: "op mark wachten"."""
_BESIDE = frozenset({"ik", "wij", "we", "jij"})
_ADVERBS = frozenset(
    {"gisteren", "vandaag", "morgen", "niet", "ook", "wel", "nog", "over", "dat", "daarna", "toen"}
)
_DOES = _VERBS | frozenset(
    {"gaat", "komt", "moet", "doet", "blijft", "neemt", "loopt", "gaf", "deed"}
)
_MAY_DO = OF_PEOPLE | frozenset(
    {
        "wil", "mag", "kan", "zal", "moet", "hoeft", "ben", "is", "heeft", "gaat", "komt", "laat",
        "kom", "ga", "zie", "vind", "vraag", "bel", "help", "geef", "neem", "denk", "stel", "do",
        "dag", "dank",
    }
)  # fmt: skip
"""What stands before whoever does it, and greetings before whoever is greeted: "Dag mevrouw"."""
_HIS_OR_HERS = frozenset(
    {
        "mijn",
        "jouw",
        "je",
        "uw",
        "zijn",
        "haar",
        "ons",
        "onze",
        "jullie",
        "hun",
        "deze",
        "dit",
        "elke",
    }
)
_DID = frozenset(
    {
        "hield", "vroeg", "bleef", "hielp", "sprak", "nam", "liet", "stond", "zat", "lag", "kreeg",
        "gaf", "las", "schreef", "begreep", "koos", "vond", "dacht", "bracht", "zocht", "wist",
        "mocht", "kon", "wou", "zou", "ging", "kwam", "liep", "riep", "viel", "werd", "bood",
        "besloot", "leek", "bleek", "keek", "verloor", "begon", "zweeg", "zag", "deed", "wees",
        "onderbrak", "verwees", "hing", "trok", "reed", "sloot", "noemde", "bewaakte", "zei",
    }
)  # fmt: skip
"""What somebody did, and what is no noun behind a verb: "Wil hield ons bij de vraag"."""
_COMMONEST = 0
"""How common the words are of which a verslag is full: "mag", "ben"."""
_OF_THINGS = frozenset({"is", "was", "heeft", "had", "komt", "kwam", "gaat", "ging", "loopt"})
"""What a month and a day do as well: "Mei was druk"."""
_NO_VERB = ARTICLES | frozenset(
    {
        "met", "uit", "niet", "wat", "dat", "dit", "tot", "ooit", "nooit", "best", "eerst",
        "direct", "goed", "beide", "einde", "zelf", "niets", "iets", "want", "laat",
        "vast", "kort", "meest",
    }
)  # fmt: skip
"""What ends like a verb and is none."""
_SENTENCE_END = re.compile(r"[.!?]+|\n|\Z")
_REPLACED = 7
"""So many digits are somebody's number and go out."""


def weighed(finds: Iterable[Find], page: Page, lexicon: Lexicon) -> Iterator[Find]:
    """Yield the finds, each known name that is a word too by what stands around it.

    A capital inside a sentence and the context of a name make it a name. Behind an article, and as
    a verb with its subject, it is a word; everywhere else a person is asked. Mentions that stand
    differently have different keys: "laten staan" for the verb says nothing of the person.
    """
    words = tokens(page)
    places = {token.start + page.start: place for place, token in enumerate(words)}
    for find in finds:
        core = _core(find, lexicon)
        place = _place(find, core, places) if core else None
        if place is None:
            yield find
            continue
        spot = Spot(words, place, lexicon)
        if is_the_verb(spot):
            continue
        shared = f"{find.identity}:{core}"
        asking = _is_in_a_question(page, spot)
        if _is_meant(spot, find, asking=asking):
            yield replace(find, key=f"{shared}{_MEANT}") if find.key == shared else find
        elif spot.token.capital or not _is_surely_a_word(spot):
            yield _asking(find, core, _standing(spot, asking=asking))


def as_a_small_name(find: Find, lexicon: Lexicon) -> Find:
    """A known name in small letters where somebody is named, asked about before others."""
    return replace(_asking(find, _core(find, lexicon), _SMALL_NAME), everyday=False)


def _asking(find: Find, core: str, standing: str) -> Find:
    """The find of a word that stands so; what stands alike is decided at once."""
    subject = find.identity.removesuffix(f":{core}")
    key = f"{subject}:{core}{standing}"
    return replace(
        find,
        key=key,
        identity=key,
        certainty=Certainty.POSSIBLE,
        reason=_REASONS[standing],
        asks=True,
        everyday=standing != _AS_A_NAME,
        rather_stays=standing in _AS_A_WORD,
    )


def may_be_a_word(find: Find, lexicon: Lexicon) -> bool:
    """Whether this is a known name that is an everyday word as well."""
    return bool(_core(find, lexicon))


def _core(find: Find, lexicon: Lexicon) -> str:
    """The one word of a known name that is an everyday word; empty when it is none."""
    if find.kind not in _KNOWN:
        return ""
    cores = pointing(words_of(find.text))
    if len(cores) != 1:
        return ""
    core = cores[0]
    common = core in ORDINARY_WORDS or core in lexicon.never or core in _BARE
    common = common or (core in lexicon.words and lexicon.common.get(core) == _COMMONEST)
    return core if common or core in lexicon.allowed else ""


def _place(find: Find, core: str, places: dict[int, int]) -> int | None:
    """Where that word stands among the words of the page."""
    offset = find.text.lower().rfind(core)
    return places.get(find.start + offset) if offset >= 0 else None


def _is_in_a_question(page: Page, spot: Spot) -> bool:
    """Whether the sentence of this word ends in a question mark."""
    end = _SENTENCE_END.search(page.cased, spot.token.end)
    return end is not None and "?" in end[0]


def _is_meant(spot: Spot, find: Find, *, asking: bool) -> bool:
    token = spot.token
    if find.kind is FindKind.KNOWN_WORD and find.certainty is Certainty.CERTAIN and _as_added(find):
        return True
    large = token.capital and not token.opens and not may_be_the_verb(spot)
    if token.shouted or large:
        return True
    if _may_have_a_subject(spot, asking=asking):
        return False
    if any(all_seen(ANNOUNCED, spot)):
        return True
    if token.capital:
        return _stands_as_a_subject(spot) or _acts(spot)
    return token.quiet and (_stands_behind_a_cue(spot) or _acts(spot))


def _may_have_a_subject(spot: Spot, *, asking: bool) -> bool:
    """Whether a capital that opens a sentence may be a verb with somebody behind it.

    In a question it is one unless another verb follows: "Wil Trijntje weg?", "Wil zei dat?".
    """
    token, after = spot.token, spot.after
    if not (token.capital and token.opens) or spot.core not in _MAY_DO:
        return False
    if after is None or after.opens:
        return asking
    if after.gap != " ":
        return False
    return after.capital or (asking and not _did(spot))


def _did(spot: Spot) -> bool:
    """Whether what stands behind this is surely what somebody does or did."""
    core, words = spot.following, spot.lexicon.words
    if core in _DOES | _DID and core not in _SUBJECTS | ARTICLES:
        return True
    if core.endswith("t") and core not in _NO_VERB:
        return core.removesuffix("t") in words
    stem = core[:-2]
    return core.endswith(("de", "te")) and bool({f"{stem}en", f"{stem}{stem[-1:]}en"} & words)


def _stands_behind_a_cue(spot: Spot) -> bool:
    """Whether a first name stands behind a word that people stand behind: "volgens bas"."""
    named = spot.core in spot.lexicon.given and spot.core not in OF_PEOPLE
    return named and spot.previous in _BEFORE_SOMEBODY and not spot.token.opens


def _as_added(find: Find) -> bool:
    """Whether a word that somebody added is replaced by what that person wished for it."""
    return not find.key.startswith("participant:") and find.text.islower()


def _stands_as_a_subject(spot: Spot) -> bool:
    """Whether a capital that opens a sentence is alone in it, or stands bare before a verb.

    A thing has an article there; words of time and verbs have none.
    """
    after = _past_a_number(spot)
    if after is None or after.opens:
        return True
    if spot.core in CALLED_PARTICLES:
        return does_what_another_does(spot)
    if after is not spot.after or spot.core in _BARE or spot.core in OF_PEOPLE or after.apart:
        return False
    return after.core in _VERBS or after.core.endswith("t") or after.core in ("en", "of")


def _past_a_number(spot: Spot) -> Token | None:
    """The next word; a number that is replaced reads as what stands in its place."""
    after, place = spot.after, spot.place + 2
    if after and after.core.isdecimal() and len(after.core) >= _REPLACED:
        return spot.words[place] if place < len(spot.words) else None
    return after


def _acts(spot: Spot) -> bool:
    """Whether what stands behind it is what people do; a verb before a subject is a verb."""
    if spot.previous in ARTICLES or (spot.core in OF_PEOPLE and spot.following in _SUBJECTS):
        return False
    return acts_like_a_person(spot)


def _standing(spot: Spot, *, asking: bool) -> str:
    """How a doubtful mention stands; what stands alike is decided at once."""
    if spot.token.capital:
        if _has_a_subject(spot) or _may_have_a_subject(spot, asking=asking):
            return _WITH_SUBJECT
        return _AS_A_NAME if _opens_as_somebody(spot) else _OPENING
    named = _stands_for_somebody(spot) or _has_its_article(spot)
    return _SMALL if not named and reads_as_a_word(spot) else _SMALL_NAME


def _has_a_subject(spot: Spot) -> bool:
    """Whether who does it stands behind a word that may be a verb: "Wil de moeder dat"."""
    after = spot.after
    if spot.core not in _MAY_DO or after is None or after.opens or after.gap not in (" ", " '"):
        return False
    return after.core in (_SUBJECTS - {"en", "of"}) | ARTICLES | _HIS_OR_HERS


def _opens_as_somebody(spot: Spot) -> bool:
    """Whether a capital that opens a sentence stands before a verb, or where a name is alone.

    Behind a verb such as "Wil" comes a subject, behind a greeting whoever is greeted.
    """
    after = spot.after
    if after is None:
        return True
    timely = spot.core in _BARE
    if after.gap[:1] in ",:;()/–-":
        return not timely or after.gap[:1] in "(/"
    if after.core in _SUBJECTS - {"en", "of", "die"} | ARTICLES:
        return False
    beyond = spot.words[spot.place + 2] if spot.place + 2 < len(spot.words) else None
    if after.core == "van":
        return not (timely and (beyond is None or beyond.core in _BEFORE_A_WORD | {"dat", "dit"}))
    if after.core in ("en", "of"):
        return beyond is not None and (beyond.capital or beyond.core in _BESIDE)
    return _is_a_verb(after.core) and not (timely and after.core in _OF_THINGS)


def _is_a_verb(word: str) -> bool:
    """Whether this is, or ends like, what somebody does or did."""
    if word in _DOES | _DID:
        return True
    return word.endswith(("t", "de", "te")) and word not in _NO_VERB


def _stands_for_somebody(spot: Spot) -> bool:
    """Whether no verb can stand here: behind "volgens" or "met", before another verb."""
    if spot.previous in BEFORE_NO_VERB and not spot.token.opens:
        return True
    if stands_as_somebody(spot):
        return True
    joined = spot.after is not None and spot.after.gap == " "
    beside = spot.previous == "en" and spot.place > 1 and not spot.token.opens
    ends = spot.after is None or spot.after.opens or spot.after.gap[:1] in ".,;:!?)"
    if beside and (spot.words[spot.place - 2].core in _BESIDE | {"hij", "zij", "ze"}) and ends:
        return True
    if joined and spot.previous == "en" and spot.following in _DOES and spot.token.quiet:
        return True
    if joined and spot.following == "en" and spot.place + 2 < len(spot.words):
        return spot.words[spot.place + 2].core in _BESIDE
    return joined and spot.following in OF_PEOPLE and spot.previous not in _SUBJECTS | ARTICLES


def _has_its_article(spot: Spot) -> bool:
    """Whether "de" before it is a part of the name, as no noun follows: "volgens de groot kan"."""
    if spot.previous != "de" or spot.core not in DE_SURNAMES or spot.token.gap != " ":
        return False
    after = spot.after
    ends = after is None or after.opens or after.gap[:1] in ".,;:!?)"
    return ends or spot.following in _DOES | _ADVERBS


def _is_surely_a_word(spot: Spot) -> bool:
    """Whether a word without a capital is a word: behind an article, or a verb with its subject."""
    if _stands_for_somebody(spot) or _has_its_article(spot):
        return False
    if spot.previous in _BEFORE_A_WORD and not spot.token.opens:
        return spot.previous not in _BESIDE_ANYBODY or reads_as_a_word(spot)
    subject = spot.previous in _SUBJECTS or spot.following in _SUBJECTS
    verb = spot.core in OF_PEOPLE or spot.core in _VERBS
    return verb and (subject or not spot.token.quiet)
