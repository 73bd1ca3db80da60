"""As what a name is said: with which first name, form of address and family before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from beraad.privacy.dutch.folding import fold
from beraad.privacy.dutch.gender import FAMILY, TITLED, Gender
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.vocabulary import CALLED_PARTICLES, PARTICLES
from beraad.privacy.text.branching import one_of

_LOOK_BACK = 60
_TITLE = one_of(TITLED)
_FAMILY = one_of(FAMILY)
_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?P<family>{_FAMILY})(?:,| heet| heette| genaamd| was| is)? )?"
    r"(?:(?<![\w-])(?P<elder>oude|jonge|oudere|jongere|oudste|jongste) )?"
    rf"(?:(?<![\w-])(?:de )?(?P<title>{_TITLE})\.? ?)?(?:(?:prof|dr|drs|ir|ing|mr)\.? )*\Z"
)
_SEVERAL = re.compile(
    r"(?<![\w-])(?:(?:familie|fam\.?|gezin|echtpaar|gebroeders|zussen|zusjes|broers|broertjes"
    r"|ouders|grootouders|kinderen|heren|dames|beide|naam|achternaam)(?: van)?"
    rf"|(?:{_TITLE})\.? ?(?:en|&|/|of|dan wel) ?(?:de )?(?:{_TITLE})\.?) ?\Z"
)
_ROLE = re.compile(
    r"(?<![\w-])(huisarts|dokter|tandarts|wijkagent|agente?|advocate?|advocaat|rechter|notaris"
    r"|deurwaarder|curator|bewindvoerder|mentor|wethouder|burgemeester|docente?|leraar|lerares"
    r"|leerkracht|directeur|directrice|coach|wijkcoach|begeleid(?:er|ster)|psycholo(?:og|ge)"
    r"|psychiater|verpleegkundige|wijkverpleegkundige|voogd|gezinsvoogd|jeugdbeschermer|consulente?"
    r"|casemanager|dominee|imam|pastoor|huisbaas|verhuurder|huismeester|tolk|collega)"
    r"(?:,| heet)? (?:(?:prof|dr|drs|ir|ing|mr)\.? )*\Z"
)
_BEHIND = re.compile(
    rf", de (?P<family>{_FAMILY}) van\b| \((?:haar |zijn |hun )?(?P<aside>{_FAMILY})[,)]"
)
_HYPHEN = re.compile(rf" ?- ?(?:(?:{one_of(PARTICLES)}) )*")
_LED_BY = re.compile(rf"(?:(?:de )?(?:{_TITLE}|{_FAMILY})\.? )+", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[a-z]\.-?)*[a-z]")
_GENERATIONS = {"sr": "oude", "senior": "oude", "jr": "jonge", "junior": "jonge"}
_SAID_FOR = {"oudere": "oude", "oudste": "oude", "jongere": "jonge", "jongste": "jonge"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAs:
    """How somebody is called in one place.

    Attributes:
        given: the first name; empty when none stands there.
        letter: the first of the initials; empty when there are none.
        surnames: the words of the surname; one name alone may be a first name as well.
        single: whether only one name stands there, and nothing in it tells which one it is.
        gender: by form of address, else by family; None when neither stands there, and where more
            than one is called so: "familie", "de heer en mevrouw".
        titled: whether a form of address tells it.
        family: whether it is said whose son or mother this is.
        role: what somebody does whose name this is: "huisarts"; empty when nothing stands there.
        elder: which of two: "oude" or "jonge".
        begins: where the name begins, behind a form of address or a word for family.
    """

    given: str = ""
    letter: str = ""
    surnames: tuple[str, ...] = ()
    single: bool = False
    gender: Gender | None = None
    titled: bool = False
    family: bool = False
    role: str = ""
    elder: str = ""
    begins: int = 0


def said_as(text: str, start: int, end: int) -> SaidAs | None:
    """How somebody is called at this place in a text; None when no name stands there."""
    led_by = _LED_BY.match(text, start, end)
    begins = led_by.end() if led_by else start
    name = _Name.of(fold(text[begins:end]).lower)
    if not name.names:
        return None
    before = fold(text[max(0, begins - _LOOK_BACK) : begins]).lower
    several = bool(_SEVERAL.search(before))
    around = _BEFORE.search(before)
    title, family, elder = around.group("title", "family", "elder") if around else ("", "", "")
    if not title and not family and (behind := _BEHIND.match(fold(text[end:][:_LOOK_BACK]).lower)):
        family = behind["family"] or behind["aside"]
    gender = TITLED.get(title) or FAMILY.get(family)
    whole = len(name.names) > 1
    surnames = words_of(name.names[-1].replace("-", " "))
    return SaidAs(
        given=name.names[0] if whole else "",
        letter=name.letter,
        surnames=surnames,
        single=not (whole or name.letter or name.has_particle or len(surnames) > 1),
        gender=None if several else gender,
        titled=bool(title) and not several,
        family=bool(family) and not several,
        role=found[1] if (found := _ROLE.search(before)) else "",
        elder=name.elder or _SAID_FOR.get(elder or "", elder or ""),
        begins=begins,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A name taken apart, as it stands in a text."""

    letter: str
    has_particle: bool
    names: Sequence[str]
    elder: str

    @classmethod
    def of(cls, written: str) -> _Name:
        words = [one.rstrip(".,") for one in _HYPHEN.sub("-", written).split()]
        letters = list(takewhile(_INITIALS.fullmatch, words[:-1]))
        words = words[len(letters) :]
        elder = _GENERATIONS.get(words[-1], "") if len(words) > 1 else ""
        words = words[:-1] if elder else words
        return cls(
            letter=letters[0][0] if letters else "",
            has_particle=bool(words) and words[0] in PARTICLES - CALLED_PARTICLES,
            names=[
                one
                for place, one in enumerate(words)
                if one not in PARTICLES or (not place and one in CALLED_PARTICLES and words[1:])
            ],
            elder=elder,
        )
