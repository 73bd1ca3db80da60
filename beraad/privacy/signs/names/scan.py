"""Finds names that nobody announced to the gate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from beraad.privacy.dutch.dates import MONTHS
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import pointing
from beraad.privacy.dutch.own_words import is_own_word
from beraad.privacy.dutch.placeholders import (
    ADDRESS,
    NEIGHBOURHOOD,
    ORGANISATION,
    PERSON,
    PLACE,
    SCHOOL,
    bracketed,
)
from beraad.privacy.dutch.vocabulary import (
    OF_PEOPLE,
    PARTICLES,
    RELATIONS,
    STRONG_TITLES,
)
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.kinds import BEHIND_ITS_KIND, kind_of_thing
from beraad.privacy.signs.known.initials import with_stop
from beraad.privacy.signs.learned.standing import surely_stands
from beraad.privacy.signs.names.announced import is_titled
from beraad.privacy.signs.names.dotted import is_dotted
from beraad.privacy.signs.names.english import is_english
from beraad.privacy.signs.names.extents import extent
from beraad.privacy.signs.names.meaning import meaning
from beraad.privacy.signs.names.sayings import is_in_saying
from beraad.privacy.signs.names.seed import Seed, Spot
from beraad.privacy.signs.names.seeding import seeder
from beraad.privacy.signs.names.teams import OF_A_TEAM, is_of_a_team
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.page import Page

LABELS = {
    FindKind.PERSON: PERSON,
    FindKind.PLACE: PLACE,
    FindKind.NEIGHBOURHOOD: NEIGHBOURHOOD,
    FindKind.ADDRESS: ADDRESS,
    FindKind.ORGANISATION: ORGANISATION,
    FindKind.SCHOOL: SCHOOL,
}

_PREPOSITIONS = frozenset({
    "aan", "achter", "bij", "binnen", "boven", "buiten", "door", "in", "langs", "met", "na",
    "naar", "om", "onder", "op", "over", "per", "rond", "sinds", "tegen", "tijdens", "tot",
    "tussen", "uit", "van", "vanaf", "vanuit", "via", "voor", "wegens", "zonder",
})  # fmt: skip
"""Behind these a word in small letters is as likely a thing as somebody; it is never replaced
unasked.
"""

_BEFORE_SOMEBODY = frozenset({"aan", "door", "met", "namens", "over", "tegen", "volgens"})
"""Of these, the ones behind which somebody stands more often than a thing."""

_DAYS = 31
_LONG = 7
"""Letters from which a word is seldom the name of a school or an organisation too."""


def names(page: Page, words: Sequence[Token], lexicon: Lexicon) -> Iterator[Find]:
    """Yield every name with the reason why it is taken for one."""
    seed = seeder(words, lexicon)
    last = -1
    for index in range(len(words)):
        why = seed(index) if index > last else None
        if why and not _points_to_nobody(Spot(words, index, lexicon)):
            first, last = extent(words, index, lexicon)
            last = _over_initials(words, last)
            if why.learned:
                behind = ((seed(place), words[place]) for place in range(index + 1, last + 1))
                surely, name = next(
                    ((one, word) for one, word in behind if one and not one.asks), (None, None)
                )
                if name and _is_a_word_before(words[index], name, lexicon):
                    first = last = index
                else:
                    why = surely or why
            if _is_of_beraad(words, first, last, lexicon):
                continue
            if is_of_a_team(words, first, last):
                why = Seed(OF_A_TEAM, Certainty.POSSIBLE, asks=True, learned=True)
            addressed = _is_titled_at_all(Spot(words, first, lexicon))
            lettered = first < last and is_dotted(words, first)
            named = addressed or lettered
            kind = FindKind.PERSON if named else meaning(words, first, last, index, lexicon)
            spot = Spot(words, index, lexicon)
            titled = why.asks and _is_titled_at_all(spot)
            if why.asks and first == index == last and (titled or kind is FindKind.PERSON):
                why = _settled(why, spot)
                kind = kind if why.asks else FindKind.PERSON
            behind = kind is FindKind.PERSON and _is_a_word_behind_a_preposition(
                words, first, last, lexicon
            )
            cores = _cores(words[first : last + 1])
            found = mark_name(
                page,
                kind,
                words[first].start,
                _end(page, words[first : last + 1]),
                cores=cores,
                certainty=_behind_a_preposition(Spot(words, first, lexicon))
                if behind
                else why.certainty,
                reason=why.reason,
                asks=(why.asks and (why.learned or _may_be_words(kind, cores, lexicon))) or behind,
                everyday=why.learned
                and all(map(lexicon.is_word, cores))
                and not _is_written_as_a_name(words, first, last),
            )
            of_a_team = why.reason == OF_A_TEAM and kind is FindKind.PERSON
            yield replace(found, generalised=BEHIND_ITS_KIND) if of_a_team else found


def _over_initials(words: Sequence[Token], last: int) -> int:
    """The last of the letters behind an initial, also that of a tussenvoegsel: "K.D."."""
    while is_dotted(words, last) and words[last + 1].initial and words[last + 1].gap == ".":
        last += 1
    return last


def _cores(name: Sequence[Token]) -> tuple[str, ...]:
    """The words that point to somebody, with every initial: "T." is no tussenvoegsel."""
    cores = pointing(token.core for token in name)
    if not any(token.initial for token in name):
        return cores
    return tuple(token.core for token in name if token.initial or token.core in cores)


def _end(page: Page, name: Sequence[Token]) -> int:
    """Where a name ends; with the full stop of an initial that ends no sentence."""
    end = name[-1].end
    return with_stop(page.cased, end) if name[-1].initial else end


def _settled(why: Seed, spot: Spot) -> Seed:
    """The seed of one word that asks, settled where a second sign says that it is a name."""
    large = spot.token.capital and not (spot.token.opens or spot.token.shouted)
    named = large or spot.core in spot.lexicon.given or spot.core in spot.lexicon.surnames
    told = _is_told(spot) if why.learned else named
    surely = told and why.reason != OF_A_TEAM and surely_stands(spot)
    return Seed(why.reason, Certainty.LIKELY) if surely else why


def _is_told(spot: Spot) -> bool:
    """Whether what stands before a word, or on both sides, tells that somebody is named."""
    before, after, lexicon = spot.before, spot.after, spot.lexicon
    if before is None or spot.token.opens:
        return False
    if _is_titled_at_all(spot):
        return True
    given = before.core in lexicon.given and before.core not in lexicon.words
    if spot.token.gap == " ":
        return given or (before.core in RELATIONS and spot.core in lexicon.given)
    listed = after is not None and spot.token.gap == after.gap == ", "
    return listed and spot.core in lexicon.given and (given or spot.following in lexicon.given)


def _is_titled_at_all(spot: Spot) -> bool:
    """Whether a form of address stands right before this: "mw kat", "de heer bakboord"."""
    before, gentleman = spot.before, spot.at(spot.place - 1).previous if spot.place > 1 else ""
    if before is None or spot.token.opens or not spot.token.joined(before):
        return False
    heer = before.core == "heer" and gentleman in ("de", "geachte", "beste", "aan")
    return heer or before.core in STRONG_TITLES


def _points_to_nobody(spot: Spot) -> bool:
    """Whether what is written like a name is English, or part of a fixed expression."""
    return is_english(spot) or is_in_saying(spot) or _is_a_month_of_a_day(spot)


def _is_a_month_of_a_day(spot: Spot) -> bool:
    """Whether this is the month behind a day that stays, as it is that of a rule: "1 jan"."""
    day = spot.previous
    numbered = day.isdecimal() and int(day) <= _DAYS and spot.token.gap == " "
    return numbered and spot.core in MONTHS and not spot.token.capital


def _is_a_word_behind_a_preposition(
    words: Sequence[Token], first: int, last: int, lexicon: Lexicon
) -> bool:
    """Whether an ordinary word in small letters says here when, where or of what: "bij brand"."""
    token = words[first]
    if first != last or first == 0 or token.capital or token.gap != " ":
        return False
    before, acts = words[first - 1], Spot(words, first, lexicon).following in OF_PEOPLE
    if before.core == "van" and before.opens and acts:
        return False
    plain = token.core in lexicon.words and token.core not in lexicon.mostly
    return plain and before.core in _PREPOSITIONS


def _behind_a_preposition(spot: Spot) -> Certainty:
    """How sure a word there is somebody, when somebody is called so elsewhere: "over storm"."""
    surely = spot.previous in _BEFORE_SOMEBODY and surely_stands(spot)
    return Certainty.LIKELY if surely else Certainty.POSSIBLE


def _is_a_word_before(token: Token, name: Token, lexicon: Lexicon) -> bool:
    """Whether this word only stands before a name: "haar tuinman gerrit", "ach Bouchra"; it is
    asked alone.
    """
    named = token.core in lexicon.given or token.core in lexicon.surnames
    plain = lexicon.is_word(token.core) or name.capital
    return not token.capital and plain and not named


def _is_of_beraad(words: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether only words stand here that Beraad uses itself and nobody is called by, in small
    letters and not behind a form of address.
    """
    name = [word for word in words[first : last + 1] if word.core not in PARTICLES]
    return (
        bool(name)
        and not any(is_titled(words, place) for place in range(first, last + 1))
        and all(_is_plainly_of_beraad(word, lexicon) for word in name)
    )


def _is_plainly_of_beraad(word: Token, lexicon: Lexicon) -> bool:
    """Whether this one word is; where no word has a capital, names are written as words are."""
    if word.capital or (word.quiet and len(word.core) < _LONG):
        return False
    return is_own_word(word.core) and lexicon.is_word(word.core) and not lexicon.is_name(word.core)


def _is_written_as_a_name(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether ordinary words stand here as a name does: with a capital inside a sentence, or
    behind a form of address: "dhr. duizend", "mw. v.d. berg".
    """
    large = (
        word.capital and not (word.opens or word.shouted or word.initial)
        for word in words[first : last + 1]
        if word.core not in PARTICLES
    )
    return any(large) or any(is_titled(words, place) for place in range(first, last + 1))


def _may_be_words(kind: FindKind, cores: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether this may still be ordinary words rather than a name."""
    return kind is not FindKind.SCHOOL and all(map(lexicon.is_word, cores))


def mark_name(
    page: Page,
    kind: FindKind,
    start: int,
    end: int,
    *,
    cores: tuple[str, ...],
    certainty: Certainty,
    reason: str,
    asks: bool = False,
    everyday: bool = False,
) -> Find:
    """The find of a name; what only asks has a key of its own."""
    key = f"name:{' '.join(cores)}"
    return page.mark(
        kind,
        start,
        end,
        key=f"{key}:perhaps" if asks else key,
        certainty=certainty,
        reason=reason,
        suggestion=bracketed(LABELS[kind]),
        generalised=kind_of_thing(kind, cores, page.before(start)),
        asks=asks,
        everyday=everyday,
    )
