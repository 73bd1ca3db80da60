"""What stands behind a word when it is somebody: a verb, an age, another name."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.spelled import number_of
from beraad.privacy.dutch.vocabulary import OF_PEOPLE, PARTICLES, STATES
from beraad.privacy.signs.names.tokens import Token

_PREPOSITIONS = frozenset({"in", "op", "te", "uit", "bij", "aan", "over", "onder"})
_NOBODY = frozenset({"werk", "kind", "recht"})
_BEHIND_AN_AGE = frozenset({"en", "jaar", "jr", "maar"})
_MOST_WORDS = 3


def acts_like_a_person(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:  # noqa: PLR0911 - one for each sign
    """Whether what follows says that a person is meant: a verb, an age, another name."""
    if index + 1 >= len(words) or words[index + 1].apart:
        return False
    token, after = words[index], words[index + 1]
    given = token.core in lexicon.given
    if given and (after.core in OF_PEOPLE or token.written.endswith("'s")):
        return token.core not in _NOBODY
    if token.opens and after.core in OF_PEOPLE and token.core not in lexicon.given:
        return token.core in lexicon.surnames
    subject = given or (token.opens and token.core in lexicon.surnames)
    if subject and after.core in ("is", "was") and index + 2 < len(words):
        return words[index + 2].core in STATES or _is_an_age(words, index + 2)
    if after.bracketed:
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
        and behind - index <= _MOST_WORDS
        and all(words[place].joined(words[place - 1]) for place in range(index + 1, behind + 1))
        and words[index + 1].core not in _PREPOSITIONS
    )


def _is_an_age(words: Sequence[Token], index: int) -> bool:
    """Whether a number stands on its own, as an age does: "mees is acht"."""
    after = words[index + 1] if index + 1 < len(words) else None
    alone = after is None or after.opens or after.core in _BEHIND_AN_AGE or "," in after.gap
    return alone and bool(number_of(words[index].core))
