"""Whether who approves a leerverslag is another role than who led the beraad or brought it in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import pairwise

from beraad.privacy.dutch.folding import fold
from beraad.records import Part, Session

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"de", "het", "een", "onze", "mijn", "jullie", "als", "van", "bij", "in"})
_OF_A_WOMAN = re.compile(r"(?<=leid)ster$|(?<=breng)ster$|(?<=voorzit)ster$|(?<=[ai]t)(?:rice)$")

_LED = (
    "gespreksleider", "gespreksleiding", "gespreksbegeleider", "gespreksvoorzitter",
    "beraadleider", "beraadsleider", "beraadbegeleider", "beraadsbegeleider",
    "procesbegeleider", "procesbegeleiding", "facilitator", "moderator", "dagvoorzitter",
)  # fmt: skip
"""What who leads a beraad is called."""
_LED_ALONE = frozenset({"leider", "begeleider", "leiding", "begeleiding", "voorzitter"})
"""The same, where nothing says of what: "ambulant begeleider" is a function."""
_LEADS = re.compile(r"(?:be|ge)?(?:ge)?lei(?:d(?:er|ing|de|t)?)|voorzit(?:ter)?|voorzat")
_TALK = re.compile(r"(?:\w*gesprek|beraad|bijeenkomst|dialoog|sessie)(?:ken|s|en)?")
_BROUGHT = ("inbrenger", "casusinbrenger", "vraaginbrenger", "casuseigenaar")
_BRINGS = frozenset({"inbracht", "inbrengt", "inbreng", "inbrengende"})

_ONESELF = frozenset({"ik", "ikzelf", "mijzelf", "mezelf", "wij", "wijzelf", "onszelf"})
_NO_ROLE = _ONESELF | {
    "mij", "we", "ons", "zelf", "ondergetekende", "geen", "niemand", "nvt", "onbekend", "iemand",
    "iedereen", "allen", "allemaal", "samen", "idem", "hij", "zij", "ze", "jij", "je", "u", "wie",
    "persoon", "collega", "team", "groep", "hele", "rol", "functie", "naam", "weet", "niet",
    "nog", "ander", "andere", "ja", "nee", "akkoord",
}  # fmt: skip
"""Words of which alone nobody learns what somebody does."""
_FEWEST_LETTERS = 2
"""Different letters: "x" and "xx" are signs."""
_ALIKE = 0.88
"""How much a word is like another that was mistyped: "gesprekleider", and not "facilitair"."""
_OTHERS = ("kwaliteitsmedewerker", "teamleider", "beleidsadviseur")
"""Who may well approve, the usual one first."""


def refused(session: Session) -> str:
    """Why who approves is no other role than who led or brought in; empty when it is one.

    Two short Dutch sentences. Whether it is a name is looked at elsewhere.
    """
    said = " ".join(session.lesson.approved_by.split())
    asked = _words(said)
    led, brought = _of(session, Part.FACILITATOR), _of(session, Part.CASE_OWNER)
    if _ONESELF & {*asked}:
        why = "is geen andere rol: wie het schreef, keurt niet zelf goed"
    elif len({*"".join(asked)}) < _FEWEST_LETTERS or {*asked} <= _NO_ROLE:
        why = "zegt niet wat iemand doet"
    elif _leads(asked) or _is_one_of(asked, led):
        why = "leidde het gesprek, en keurt niet zelf goed"
    elif _brings(asked) or _is_one_of(asked, brought):
        why = "bracht dit in, en keurt niet zelf goed"
    else:
        return ""
    others = (one for one in _OTHERS if not _is_one_of((one,), (*led, *brought)))
    return f"“{said}” {why}. Laat een andere rol lezen, zoals de {next(others)}."


def _words(text: str) -> tuple[str, ...]:
    """The words of a role that say something, each as of a man."""
    found = _WORD.findall(fold(text).lower.replace("n.v.t", "nvt"))
    return tuple(_OF_A_WOMAN.sub(_as_of_a_man, word) for word in found if word not in _SMALL)


def _as_of_a_man(match: re.Match[str]) -> str:
    return "or" if match[0] == "rice" else "ter" if match.string.startswith("voor") else "er"


def _of(session: Session, part: Part) -> tuple[tuple[str, ...], ...]:
    """The functions of those who had this part."""
    return tuple(_words(one.role) for one in session.participants if one.part is part)


def _is_one_of(asked: tuple[str, ...], functions: Iterable[tuple[str, ...]]) -> bool:
    """Whether a role is one of these, or one of these in short."""
    return any({*asked} <= {*function} for function in functions)


def _leads(asked: tuple[str, ...]) -> bool:
    if len(asked) == 1 and asked[0] in _LED_ALONE:
        return True
    told = any(map(_LEADS.fullmatch, asked)) and any(map(_TALK.fullmatch, asked))
    return told or _is_like(asked, _LED)


def _brings(asked: tuple[str, ...]) -> bool:
    return bool(_BRINGS & {*asked}) or _is_like(asked, _BROUGHT)


def _is_like(asked: tuple[str, ...], called: tuple[str, ...]) -> bool:
    """Whether one of the words, or two that stand together, is one of these or nearly so."""
    return any(get_close_matches(word, called, n=1, cutoff=_ALIKE) for word in _joined(asked))


def _joined(asked: tuple[str, ...]) -> Iterator[str]:
    yield from asked
    yield from map("".join, pairwise(asked))
