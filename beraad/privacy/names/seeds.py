"""Where a name begins to show: a capital, a word before it, or a list that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from beraad.privacy.finds import Certainty
from beraad.privacy.lexicon import Lexicon
from beraad.privacy.names.tokens import Token
from beraad.privacy.vocabulary import (
    ABBREVIATIONS,
    ARTICLES,
    CALLED,
    NEIGHBOURHOOD_ENDINGS,
    OF_PEOPLE,
    PARTICLES,
    RELATIONS,
    STATES,
    STREET_ENDINGS,
    TITLES,
)

_SHORTEST_IN_LOWER_CASE = 3
_SHORTEST_SHOUT = 4
_OPTION_WORDS = frozenset(
    "optie alternatief keuze variant plan argument punt stap vraag bijlage groep team deel type "
    "categorie fase vitamine hepatitis scenario artikel lid sub route kant opties of en tegen voor "
    "bij naar kies kiezen koos koost kiest".split()
)
_OLD_PARTICLES = frozenset({"van der", "van den", "v d", "van 't"})
_NAMES_FOLLOW = frozenset(
    "van met volgens door bij en of dat aan naar in uit voor als zag sprak belde zegt op vindt".split()
)
_LARGE_PARTICLES = frozenset("van ter ten vd vander el al ben bin la le da di".split())
_STRONG_TITLES = TITLES - {"meester", "juf", "ing", "ir", "heer"}


@dataclass(frozen=True, slots=True)
class Seed:
    """Why a word is taken for a name."""

    reason: str
    certainty: Certainty = Certainty.LIKELY
    asks: bool = False


def seed(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """Return why this word starts a name, or None."""
    token = words[index]
    core = token.core
    if token.initial:
        return _initial(words, index)
    if (
        core.isdecimal()
        or core in PARTICLES
        or (core in TITLES and not _titled_twice(words, index))
    ):
        return None
    if len(core) < 2:
        return _small_initial(words, index)
    announced = _announced(words, index, lexicon)
    if announced:
        return announced
    if core in lexicon.allowed:
        return None
    if token.shouted:
        return _shouted(token, lexicon)
    if not token.capital:
        return _in_lower_case(words, index, lexicon)
    if token.opens:
        return _opening(words, index, lexicon)
    return _inside(words, index, lexicon)


def _titled_twice(words: Sequence[Token], index: int) -> bool:
    """Whether a form of address is the surname here: "meneer Heer"."""
    token, before = words[index], words[index - 1] if index else None
    capital = token.capital and not token.opens and before is not None
    return bool(capital and before and before.core in _STRONG_TITLES and token.joined(before))


def _announced(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A name behind a form of address, a relation or "heet"."""
    token = words[index]
    place = index - 1
    while place >= 0 and words[place].core in PARTICLES and words[place + 1].joined(words[place]):
        place -= 1
    if place < 0 or not words[place + 1].joined(words[place]) or token.opens:
        return None
    before, distance = words[place].core, index - place
    if before in TITLES or (before == "fam" or before == "familie"):
        strong = before in _STRONG_TITLES or before in ("fam", "familie", "heer")
        if token.capital or _may_be_called(token.core, lexicon, titled=strong):
            return Seed(f"staat achter '{words[place].written}'", Certainty.CERTAIN)
    if before in RELATIONS and distance <= 3 and token.core not in lexicon.allowed:
        if token.capital and (lexicon.is_listed(token.core) or not lexicon.is_word(token.core)):
            return Seed(f"staat achter '{words[place].written}'")
        if distance == 1 and not token.capital and _may_be_called(token.core, lexicon):
            return Seed(f"staat achter '{words[place].written}'")
    if before in CALLED and distance == 1 and token.core not in lexicon.allowed:
        if token.capital or _may_be_called(token.core, lexicon):
            return Seed(f"staat achter '{words[place].written}'")
    return None


def _may_be_called(core: str, lexicon: Lexicon, *, titled: bool = False) -> bool:
    """Whether a word without a capital can be a name behind a word that announces one."""
    if core in lexicon.never or core in lexicon.allowed or len(core) < _SHORTEST_IN_LOWER_CASE:
        return False
    if core in lexicon.words:
        return _also_a_name(core, lexicon, titled=titled)
    return not lexicon.is_word(core)


def _also_a_name(core: str, lexicon: Lexicon, *, titled: bool) -> bool:
    if core in OF_PEOPLE:
        return False
    return core in lexicon.given or (titled and core in lexicon.surnames)


def _initial(words: Sequence[Token], index: int) -> Seed | None:
    """One letter with a full stop in the middle of a sentence, or before a surname."""
    before = words[index - 1] if index else None
    if before and (before.core in _OPTION_WORDS or before.core.isdecimal()):
        return None
    if before and before.core in TITLES | RELATIONS and words[index].joined(before):
        return Seed("initiaal achter een aanspreekvorm", Certainty.CERTAIN)
    after = words[index + 1] if index + 1 < len(words) else None
    if not after or not after.gap.startswith("."):
        return None
    if after.core == "a" and not after.capital:
        return None
    if after.capital and (len(after.core) > 1 or after.initial):
        lone = words[index].opens and after.gap not in (".", ". ")
        return None if lone or _is_option_line(words, index) else Seed("initiaal met een naam")
    if after.gap == ". " and not after.capital and not after.core.isdecimal():
        return Seed("initiaal met een punt")
    return None


def _small_initial(words: Sequence[Token], index: int) -> Seed | None:
    """One small letter with a full stop behind a form of address: "mevrouw d."."""
    before = words[index - 1] if index else None
    titled = before and before.core in _STRONG_TITLES and words[index].joined(before)
    return Seed("initiaal achter een aanspreekvorm") if titled else None


def _is_option_line(words: Sequence[Token], index: int) -> bool:
    """Whether a line begins with the letter of an option: "A. Voorschot geven"."""
    return (
        words[index].opens
        and words[index].core in "abcdef"
        and (index == 0 or "\n" in words[index].gap)
    )


def _shouted(token: Token, lexicon: Lexicon) -> Seed | None:
    long = len(token.core) >= _SHORTEST_SHOUT and token.core not in ABBREVIATIONS
    if long and lexicon.is_listed(token.core) and not lexicon.is_word(token.core):
        return Seed("staat in de lijst met namen")
    return None


def _in_lower_case(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    core = words[index].core
    if core in lexicon.mostly and (index == 0 or words[index - 1].core not in ARTICLES):
        return Seed("staat in de lijst met namen")
    if index > 1 and f"{words[index - 2].core} {words[index - 1].core}" in _OLD_PARTICLES:
        return Seed("staat achter een tussenvoegsel")
    if len(core) < _SHORTEST_IN_LOWER_CASE or core in lexicon.never:
        return None
    if core in lexicon.words:
        return _ambiguous_place(words, index, lexicon) or _acting(words, index, lexicon)
    named = lexicon.is_listed(core) or core in lexicon.streets
    owner = core.removesuffix("s")
    if named or (owner != core and owner in lexicon.given and owner not in lexicon.words):
        return Seed("staat in de lijst met namen")
    if core.endswith(("straat", "laan", "plein", "gracht", "kade", "singel", "buurt", "wijk")):
        return Seed("naam van een straat of buurt")
    if not lexicon.is_word(core) and _stands_where_names_stand(words, index):
        return Seed("onbekend woord op de plaats van een naam", Certainty.POSSIBLE)
    return None


def _acting(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A first name that is an ordinary word too, before what only people do: "roos zegt"."""
    if index and words[index - 1].core in ARTICLES | lexicon.never - _NAMES_FOLLOW:
        return None
    if words[index].core in lexicon.given and _acts_like_a_person(words, index, lexicon):
        return Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)
    return None


def _stands_where_names_stand(words: Sequence[Token], index: int) -> bool:
    """Whether an unknown word in a text without capitals is likely a name."""
    token = words[index]
    if len(token.core) < _SHORTEST_SHOUT or any(
        word.capital for word in words[max(0, index - 30) : index + 30]
    ):
        return False
    before = "" if token.opens else words[index - 1].core
    after = words[index + 1].core if index + 1 < len(words) else ""
    return before in _NAMES_FOLLOW or (not before and after in OF_PEOPLE) or after in OF_PEOPLE


def _ambiguous_place(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A place that is also an ordinary word, where somebody lives: "woont in kampen"."""
    core = words[index].core
    if index == 0 or core not in lexicon.places or core in lexicon.never or len(core) < 3:
        return None
    if words[index - 1].core not in ("in", "te", "uit"):
        return None
    lives = {token.core for token in words[max(0, index - 6) : index]}
    if lives & {"woont", "wonen", "woonde", "gewoond", "geboren", "verhuisd", "komt", "bank"}:
        return Seed("plaats waar iemand woont")
    return None


def _opening(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A capital that begins a sentence says nothing; the word itself has to."""
    core = words[index].core
    if core in lexicon.never:
        return None
    if not lexicon.is_word(core):
        if not lexicon.is_listed(core) and _is_inflected(core, lexicon):
            return None
        return Seed("geen Nederlands woord")
    if core in lexicon.words and core.endswith(STREET_ENDINGS + NEIGHBOURHOOD_ENDINGS):
        return None
    if not (core in lexicon.given or core in lexicon.surnames):
        return None
    if core in lexicon.mostly:
        return Seed("staat in de lijst met namen")
    if _acts_like_a_person(words, index, lexicon):
        return Seed("gewoon woord dat hier een naam lijkt", Certainty.POSSIBLE)
    following = words[index + 1].core if index + 1 < len(words) else ""
    if core in lexicon.given and following in ("is", "was", "gaat", "moet", "kan", "mag", "zou"):
        return Seed("kan een naam zijn aan het begin van de zin", Certainty.POSSIBLE, asks=True)
    return None


def _is_inflected(core: str, lexicon: Lexicon) -> bool:
    return any(core.removesuffix(end) in lexicon.words for end in ("s", "en", "e") if len(core) > 6)


def _acts_like_a_person(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether what follows says that a person is meant: a verb, an age, another name."""
    if index + 1 >= len(words):
        return False
    token, after = words[index], words[index + 1]
    given = token.core in lexicon.given
    if given and (after.core in OF_PEOPLE or token.written.endswith("'s")):
        return token.core not in ("werk", "kind", "recht")
    if token.opens and after.core in OF_PEOPLE and token.core not in lexicon.given:
        return token.core in lexicon.surnames
    if given and after.core in ("is", "was") and index + 2 < len(words):
        return words[index + 2].core in STATES
    if "(" in after.gap and after.core.isdecimal():
        return True
    follows = words[index + 2] if index + 2 < len(words) else None
    if given and after.core == "en" and follows and follows.capital == token.capital:
        plain = follows.core in lexicon.allowed or follows.core in lexicon.never
        return lexicon.is_name(follows.core) and not plain
    if given and after.joined(token) and after.capital and not after.shouted:
        return lexicon.is_listed(after.core) or not lexicon.is_word(after.core)
    behind = index + 1
    while behind < len(words) and words[behind].core in PARTICLES:
        behind += 1
    surname = words[behind] if behind < len(words) else None
    return bool(
        given
        and behind > index + 1
        and surname
        and surname.capital
        and surname.core in lexicon.surnames
        and behind - index <= 3
        and all(words[place].joined(words[place - 1]) for place in range(index + 1, behind + 1))
        and words[index + 1].core not in ("in", "op", "te", "uit", "bij", "aan", "over", "onder")
    )


def _inside(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """A capital inside a sentence is a name, unless the word is known to be none."""
    token = words[index]
    core = token.core
    reason = "begint met een hoofdletter midden in de zin"
    after = words[index + 1] if index + 1 < len(words) else None
    if after and "(" in after.gap and after.core.isdecimal() and core not in lexicon.never:
        return Seed(reason)
    if core.endswith(NEIGHBOURHOOD_ENDINGS) and core not in NEIGHBOURHOOD_ENDINGS:
        return Seed("naam van een buurt")
    if core.endswith(STREET_ENDINGS) and core not in STREET_ENDINGS and core not in lexicon.words:
        return Seed("naam van een straat")
    if not lexicon.is_word(core):
        return Seed(reason)
    before = words[index - 1]
    if before.capital and before.core in _LARGE_PARTICLES and token.joined(before):
        return Seed("staat achter een tussenvoegsel met hoofdletter")
    if core in lexicon.never:
        return None
    if not lexicon.is_name(core):
        return _doubtful(words, index)
    if before.core in ARTICLES and not before.capital:
        return Seed("kan een naam zijn", Certainty.POSSIBLE, asks=True)
    return Seed(reason)


def _doubtful(words: Sequence[Token], index: int) -> Seed | None:
    """A lone ordinary word with a capital, such as "Pronk"; in a row they are a title."""
    before = words[index - 1]
    after = words[index + 1] if index + 1 < len(words) else None
    lone = not before.capital and not (after and after.capital and not after.opens)
    if lone and before.core not in ARTICLES and not before.core.isdecimal():
        return Seed("gewoon woord met een hoofdletter", Certainty.POSSIBLE, asks=True)
    return None
