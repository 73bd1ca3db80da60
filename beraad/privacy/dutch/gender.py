"""Whether a form of address, a word for family or a first name is that of a man or of a woman."""

from __future__ import annotations

from enum import StrEnum

from beraad.privacy.dutch.naming import name_parts, words_of
from beraad.privacy.dutch.vocabulary import CALLED_BY_MEN, CALLED_BY_WOMEN


class Gender(StrEnum):
    """As whom somebody is spoken of; the value is the form of address."""

    MAN = "meneer"
    WOMAN = "mevrouw"


_TITLES_OF_MEN = ("meneer", "mijnheer", "mister", "heer", "dhr", "mnr", "hr", "jhr")
_TITLES_OF_WOMEN = (
    "mevrouw", "mevr", "mvr", "mw", "mejuffrouw", "juffrouw", "mej", "juf", "jkvr", "madam",
)  # fmt: skip

_BEFORE_FAMILY = ("", "stief", "pleeg", "schoon", "klein", "half", "tweeling", "groot")
_MEN = (
    "zoon", "zoontje", "broer", "broertje", "vader", "neef", "neefje", "man", "ex-man", "exman",
    "echtgenoot", "opa", "oom", "zwager", "weduwnaar", "buurman", "buurjongen", "vriend", "jongen",
    "papa", "bewoner", "inwoner",
)  # fmt: skip
_WOMEN = (
    "dochter", "dochtertje", "zus", "zusje", "zuster", "moeder", "nicht", "nichtje", "vrouw",
    "ex-vrouw", "exvrouw", "echtgenote", "oma", "tante", "weduwe", "buurvrouw", "buurmeisje",
    "vriendin", "meisje", "mama", "bewoonster", "inwoonster",
)  # fmt: skip
FAMILY: dict[str, Gender] = {
    f"{before}{word}": gender
    for words, gender in ((_MEN, Gender.MAN), (_WOMEN, Gender.WOMAN))
    for word in words
    for before in _BEFORE_FAMILY
}
"""Words that say who somebody is to another: "zoon", "stiefmoeder"."""

TITLED: dict[str, Gender] = {
    title: gender
    for titles, gender in ((_TITLES_OF_MEN, Gender.MAN), (_TITLES_OF_WOMEN, Gender.WOMAN))
    for title in titles
}
"""Forms of address."""


def called(given: str) -> Gender | None:
    """Who has this first name, in comparable form; None where both do, or nobody knows."""
    if given in CALLED_BY_MEN:
        return Gender.MAN
    return Gender.WOMAN if given in CALLED_BY_WOMEN else None


def gender_of(name: str) -> Gender | None:
    """Who has this whole name, as it is written: by its form of address, else by its first name."""
    title = next((one for word in words_of(name) if (one := TITLED.get(word))), None)
    return title or called(name_parts(name).given)
