"""Points out what ties one afweging to a choice or a function, where only that text can do so.

Everything in an afweging is of one person. A letter in it says what that person chose; what
changed a choice tells the same when it names what was chosen, or the function of who is here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from beraad.privacy.dutch.placeholders import PARTICIPANT
from beraad.privacy.find import Find
from beraad.privacy.signs.telling.asked_detail import asked_detail
from beraad.records import Consideration, Session
from beraad.records.anatomy import text_fields

_LETTER = re.compile(
    r"(?<![\w'’.-])(?P<kind>(?:optie|keuze|mogelijkheid|richting) )?"
    r"(?-i:(?P<letter>[A-H]))(?![\w'’\u0300-\u036f-]|\.? ?\w\.)",
    re.IGNORECASE,
)
_CHOOSES = re.compile(
    r"\b(?:kies|koos|kiezen|kozen|gekozen|neem|nam|werd|wordt|is|was|dan|toch|ik|liever)\s+$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG = 6
"""Letters of a word in the name of an option that says which option it is."""

_CHOICE = "in één afweging zegt de letter wat die persoon koos"
_OPTION = "zegt wat iemand koos die van keuze veranderde"
_FUNCTION = f"de functie zegt van welke {PARTICIPANT} dit is"


@dataclass(frozen=True, kw_only=True)
class BesideChoices:
    """What in a beraad stands with choices.

    Attributes:
        texts: all that was written in afwegingen.
        reasons: why choices changed.
        options: in small letters: words that only one option is called by.
        roles: in small letters: what those who weigh do.
    """

    texts: frozenset[str]
    reasons: frozenset[str]
    options: frozenset[str]
    roles: frozenset[str]

    @classmethod
    def of(cls, session: Session) -> BesideChoices:
        """What stands with choices here; nothing where all present agreed that it may."""
        told = () if session.stands_whole else session.considerations
        fields = text_fields(Consideration)
        said = (getattr(one, name) for one in told for name in fields if name != "needs_from")
        reasons = frozenset(one.revised_because for one in told if one.revised_because)
        return cls(
            texts=frozenset(filter(None, said)),
            reasons=reasons,
            options=_told_apart(session) if reasons else frozenset(),
            roles=_functions(session) if reasons else frozenset(),
        )

    def finds(self, text: str) -> Iterator[Find]:
        """Yield what ties this text to a choice or a function."""
        if text not in self.texts:
            return
        for found in _LETTER.finditer(text):
            yield _find(text, *found.span(), _CHOICE, _instead(text, found))
        if text in self.reasons:
            for found in self._named.finditer(text) if self._named else ():
                is_option = found[0].casefold() in self.options
                general = "" if is_option else f"een {PARTICIPANT}"
                yield _find(text, *found.span(), _OPTION if is_option else _FUNCTION, general)

    @cached_property
    def _named(self) -> re.Pattern[str] | None:
        if not (self.options or self.roles):
            return None
        roles = "|".join(map(re.escape, sorted(self.roles, key=len, reverse=True)))
        options = "|".join(map(re.escape, sorted(self.options, key=len, reverse=True)))
        ways = (rf"(?:(?:de|het|onze|een) )?(?:{roles})" if roles else "", options)
        said = "|".join(filter(None, ways))
        return re.compile(rf"(?<![\w'’-])(?:{said})(?![\w'’\u0300-\u036f-])", re.IGNORECASE)


def _told_apart(session: Session) -> frozenset[str]:
    """Long words in the name of one option that no other option, question or value has."""
    around = Counter(
        word for option in session.options for word in {*_small(option.short), *_small(option.text)}
    )
    told = {
        *_small(session.dilemma.moral_question),
        *_small(session.case.situation),
        *(word for one in session.considerations for word in _small(one.value)),
    }
    named = (word for option in session.options for word in _small(option.short))
    return frozenset(
        word for word in named if len(word) >= _LONG and around[word] == 1 and word not in told
    )


def _functions(session: Session) -> frozenset[str]:
    roles = (" ".join(one.role.casefold().split()) for one in session.participants if one.weighs)
    return frozenset(role for role in roles if _WORD.search(role))


def _small(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _instead(text: str, found: re.Match[str]) -> str:
    """What says in general what was chosen, so that the sentence stays whole."""
    if found["kind"]:
        return f"een andere {found['kind'].strip().casefold()}"
    if _CHOOSES.search(text, max(0, found.start() - 20), found.start()):
        return "iets anders"
    return "een andere keuze"


def _find(text: str, start: int, end: int, reason: str, general: str) -> Find:
    return asked_detail(text[start:end], start, reason, general, opens=start == 0)
