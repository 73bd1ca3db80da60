"""How far a name reaches around the word in which it showed."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    DE_SURNAMES,
    PARTICLES,
    STRONG_TITLES,
    TITLES,
)
from beraad.privacy.signs.names.belonging import LOOSE, PLACING, belongs
from beraad.privacy.signs.names.dotted import is_of_an_abbreviation
from beraad.privacy.signs.names.tokens import Token

_MOST_WORDS = 8
_SHORTEST_HALF = 3
_GLUED_TO_NAMES = frozenset(
    {"achtig", "achtige", "team", "zaak", "dossier", "gezin", "school", "methode", "groep", "avond",
     "dag", "test", "lijst", "score", "arts", "consulent", "traject", "plan", "register"}
)  # fmt: skip
"""What is said of a name behind a hyphen, and is no part of it."""
_MOST_PARTICLES = 3
_BEFORE_A_NAME = frozenset(
    {
        "van", "de", "het", "den", "der", "el", "al", "ten", "ter", "te", "di", "da", "le", "la",
        "ben", "bin", "ibn", "vd", "t", "v", "d",
    }
)  # fmt: skip
_WORDS_TOO = frozenset({"les", "las", "los", "als", "dos", "as", "of"})
"""Tussenvoegsels that in small letters are another word: "geeft les op de Regenboog", "las Ewa"."""

_GENERATIONS = frozenset({"sr", "jr", "senior", "junior"})
_HALVES = frozenset({"oude", "groot", "klein", "lutke", "grote", "kleine", "nieuwe", "olde"})
_BEFORE_THINGS = frozenset(
    {"de", "het", "een", "die", "dat", "mijn", "haar", "zijn", "hun", "onze", "deze", "zo", "heel"}
)
_GREETINGS = frozenset({"dag", "ha", "hoi", "beste", "lieve", "hallo", "hey", "hee", "hai"})
_SUBJECTS = frozenset({"ik", "hij", "we", "wij", "jij"})
_LETTERS = frozenset("bcdfghjklpqrvwyz")
_UNITS = frozenset("mujg")
"""Letters that count something behind a number."""
_STOPS = frozenset(".:,;)(\n")
_BEHIND_A_PREPOSITION = frozenset({"den", "der", "t", "de", "het"})
_ORGANISATIONS = ("zorg", "groep", "partners", "stichting", "punt", "wonen")


def extent(words: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return the first and the last word of the name around `index`."""
    last = index
    while last - index < _MOST_WORDS and (longer := _next(words, last, lexicon)):
        last = longer
    first = _over_letters(words, _leftmost(words, index, lexicon))
    return first + _begins_with_a_preposition(words, first, last, lexicon), last


def _begins_with_a_preposition(
    words: Sequence[Token], first: int, last: int, lexicon: Lexicon
) -> bool:
    """Whether "Van" that begins a sentence is no part of the name: "Van Fatou weet ik dat"."""
    if not words[first].opens or words[first].core != "van" or first == last:
        return False
    name = words[first + 1].core
    if name in PARTICLES:
        return False
    if first + 1 == last and name in lexicon.given and name not in lexicon.surnames:
        return True
    told = last + 2 < len(words) and not (words[last + 1].opens or words[last + 1].capital)
    return told and words[last + 2].core in _SUBJECTS and words[last + 2].gap == " "


def _next(words: Sequence[Token], last: int, lexicon: Lexicon) -> int | None:
    """The next word of the name, over tussenvoegsels; None at its end."""
    place = last + 1
    if place < len(words) and _is_glued(words[last], words[place]):
        return place
    while place < len(words) and words[place].core in PARTICLES and _joined(words, place):
        if words[place].initial and words[place].core not in ("d", "t"):
            break
        if _is_a_word_here(words[place]):
            return None
        place += 1
    if place >= len(words) or not _joined(words, place):
        return None
    if words[place].core in _HALVES and _is_half(words, place, lexicon):
        return place + 1
    if _ends_the_name(words, last, place, lexicon):
        return place
    over = [token.core for token in words[last + 1 : place]]
    return place if belongs(words[last], words[place], over, lexicon) else None


def _is_glued(before: Token, token: Token) -> bool:
    """Whether a word is the other half of a surname: "donkersloot-bril", "Bonte-Koe"."""
    whole = len(token.core) >= _SHORTEST_HALF and token.core.isalpha()
    same = before.capital == token.capital and not token.opens
    return token.gap == "-" and whole and same and token.core not in _GLUED_TO_NAMES


def _ends_the_name(words: Sequence[Token], last: int, place: int, lexicon: Lexicon) -> bool:
    """Whether a word that is no surname by itself still ends the name that came to `last`."""
    if place > last + 1:
        return _is_a_letter_that_ends(words, place)
    return (
        words[place].core in _GENERATIONS
        or _is_a_lone_letter(words, last, place, lexicon)
        or _is_behind_a_titled_letter(words, place, lexicon)
        or _is_small_initial(words, place)
    )


def _is_a_letter_that_ends(words: Sequence[Token], place: int) -> bool:
    """Whether a name ends with the letter of a surname: "anneke vd z: kan niet"."""
    after = words[place + 1] if place + 1 < len(words) else None
    alone = len(words[place].core) == 1 and words[place].core.isalpha()
    return alone and (after is None or after.gap[:1] in _STOPS)


def _is_a_lone_letter(words: Sequence[Token], last: int, place: int, lexicon: Lexicon) -> bool:
    """Whether a letter that is no word stands behind a first name: "kun je samira b vragen"."""
    core = words[last].core
    named = core in lexicon.given and core not in lexicon.words
    return named and words[place].core in _LETTERS and words[place].gap == " "


def _is_behind_a_titled_letter(words: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a word stands behind a form of address and an initial: "drs. w. pot"."""
    letter, core = words[place - 1], words[place].core
    dotted = len(letter.core) == 1 and letter.core.isalpha() and words[place].gap in (".", ". ")
    titled = place > 1 and words[place - 2].core in STRONG_TITLES
    return dotted and titled and core not in lexicon.never and len(core) > 1


def _is_half(words: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether "oude" or "klein" begins a surname of two words: "Jans Oude Luttikhuis"."""
    if place + 1 >= len(words) or not _joined(words, place + 1):
        return False
    core = words[place + 1].core
    surname = core in lexicon.surnames or not lexicon.is_word(core)
    return surname and core.isalpha() and words[place].capital == words[place + 1].capital


def _is_small_initial(words: Sequence[Token], place: int) -> bool:
    """Whether one letter with a full stop follows a name: "ayoub a. heeft"."""
    token = words[place]
    after = words[place + 1] if place + 1 < len(words) else None
    letter = token.quiet and len(token.core) == 1 and token.core.isalpha() and token.gap == " "
    return letter and after is not None and after.gap.startswith(".")


def _joined(words: Sequence[Token], place: int) -> bool:
    return words[place].joined(words[place - 1]) and not words[place].opens


def _leftmost(words: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """The first word: over initials, capitalised words and tussenvoegsels that belong to it."""
    first = index
    while first > max(0, index - _MOST_WORDS) and not words[first].opens:
        if not words[first].joined(words[first - 1]):
            break
        if not _leads(words[first - 1], words[first], lexicon):
            break
        if is_of_an_abbreviation(words, first - 1) or _is_of_a_house(words, first - 1):
            break
        first -= 1
    start = _over_particles(words, first)
    particles = {words[place].core for place in range(start, first)}
    titled = start > 0 and words[start - 1].core in TITLES and words[start].joined(words[start - 1])
    if not titled and first - start > 1 and words[start].core in PLACING:
        start += 1
    named = start < first and start > 0 and words[start].core not in PLACING
    if named and _leads(words[start - 1], words[start], lexicon):
        given = words[start - 1].core in lexicon.given and words[start].joined(words[start - 1])
        start -= given
        titled = titled or given
    if start == first and _has_a_half(words, first, lexicon):
        return first - 1
    if first == index and _has_its_article(words, first):
        return first - 1
    lettered = start < first and _is_lettered(words, start)
    return start if particles - LOOSE or titled or lettered else first


def _is_of_a_house(words: Sequence[Token], place: int) -> bool:
    """Whether a letter belongs to the number before it: "Wachter 3 A. Bewoner Tim", "500 m."."""
    letter = words[place]
    numbered = place > 0 and words[place - 1].core.isdecimal() and letter.gap in ("", " ", "-")
    return numbered and (letter.initial or letter.core in _UNITS)


def _over_letters(words: Sequence[Token], first: int) -> int:
    """The first of the letters with a full stop before a tussenvoegsel: "b. van der zee"."""
    while first > 0 and words[first].core in PARTICLES and not words[first].opens:
        if not _is_lettered(words, first):
            break
        first -= 1
    return first


def _is_lettered(words: Sequence[Token], place: int) -> bool:
    """Whether a letter with a full stop stands right before a word: "m. van oers"."""
    if place == 0 or words[place].opens:
        return False
    letter, gap = words[place - 1], words[place].gap
    alone = len(letter.core) == 1 and letter.core.isalpha() and letter.core != "x"
    dotted = gap.startswith(".") and "\n" not in gap
    other = is_of_an_abbreviation(words, place - 1) or _is_of_a_house(words, place - 1)
    return alone and dotted and not other


def _has_a_half(words: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether "oude" or "klein" before a surname belongs to it: "wie belt oude luttikhuis"."""
    if place == 0 or words[place].opens or words[place].gap != " ":
        return False
    before, core = words[place - 1], words[place].core
    surname = core in lexicon.surnames or not lexicon.is_word(core)
    free = place < 2 or words[place - 2].core not in _BEFORE_THINGS  # noqa: PLR2004
    return before.core in _HALVES and surname and free and before.capital == words[place].capital


def _has_its_article(words: Sequence[Token], place: int) -> bool:
    """Whether "de" before a surname that is a word belongs to it: "dat de Groot zei"."""
    token = words[place]
    named = token.capital and token.core in DE_SURNAMES and not token.opens
    return named and place > 0 and words[place - 1].core == "de" and token.gap == " "


def _over_particles(words: Sequence[Token], first: int) -> int:
    """The first of the tussenvoegsels before a name; one with a capital begins it."""
    start = first
    while start > max(0, first - _MOST_PARTICLES):
        begins = start < first and words[start].capital
        before = words[start - 1]
        if begins or before.core not in PARTICLES or not words[start].joined(before):
            break
        if _is_a_word_here(before):
            break
        if is_of_an_abbreviation(words, start - 1):
            break
        if before.core in PLACING and not before.capital and not _is_old(words[start]):
            break
        if before.core == "ben" and not before.capital and _is_a_verb(words, start - 1):
            break
        start -= 1
    return start


def _is_a_word_here(particle: Token) -> bool:
    """Whether a tussenvoegsel stands here as an ordinary word, that no name takes along."""
    return particle.core in _WORDS_TOO and not particle.capital


def _is_a_verb(words: Sequence[Token], place: int) -> bool:
    """Whether "ben" is what somebody is rather than a part of a name: "ik ben Hilda"."""
    return words[place].opens or (place > 0 and words[place - 1].core in ("ik", "en", "dat", "nu"))


def _is_old(token: Token) -> bool:
    """Whether a preposition before this word may begin a surname: "op den", "in 't"."""
    return token.core in _BEHIND_A_PREPOSITION


def _leads(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is part of the name that shows behind it."""
    core = before.core
    cut = token.ends_a_particle(before)
    if before.initial or cut or (before.capital and core in _BEFORE_A_NAME):
        return True
    if token.gap == "-" and before.capital == token.capital:
        return not core.isdecimal()
    if len(core) == 1 and not token.capital and token.gap.startswith("."):
        return core.isalpha() and core != "x"
    if before.capital != token.capital or core in lexicon.allowed:
        return False
    if core.endswith(_ORGANISATIONS) and core not in _ORGANISATIONS:
        return True
    plain = core in lexicon.never or core in PARTICLES or core in TITLES
    plain = plain or (before.opens and core in _GREETINGS)
    ordinary = not before.capital and core in lexicon.words and core not in lexicon.mostly
    return core in lexicon.given and not plain and not ordinary
