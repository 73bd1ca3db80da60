"""Points out what ties one afweging to a choice or a function, where only that text can do so.

Everything in an afweging is of one person. A letter in it says what that person chose; what
changed a choice tells the same when it names what was chosen, or the function of who is here. So
does the function of who is here in what is said of who chose, or sees it, otherwise. And where the
group compares values with choices, a value that ronde 4 gives to somebody here says what they
chose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.placeholders import CASE_OWNER, PARTICIPANT
from beraad.privacy.dutch.vocabulary import ORGANISATION_TRIGGERS, SCHOOL_TRIGGERS
from beraad.privacy.find import Find
from beraad.privacy.instead.third_person import third_person
from beraad.privacy.signs.telling.asked_detail import asked_detail
from beraad.privacy.signs.telling.functions import functions_here
from beraad.privacy.signs.telling.other_names import also_called
from beraad.privacy.signs.telling.own_voice import told_of_work
from beraad.privacy.signs.telling.told_by import is_at_the_table, tells_whose
from beraad.records import Consideration, Session, Stakeholder
from beraad.records.anatomy import text_fields

_LETTER = re.compile(
    r"(?<![\w'’.-])(?P<kind>(?:optie|keuze|mogelijkheid|richting) )?"
    r"(?-i:(?P<letter>[A-L]))(?![\w'’\u0300-\u036f-]|\.? ?\w\.)",
    re.IGNORECASE,
)
_CHOOSES = re.compile(
    r"\b(?:kies|koos|kiezen|kozen|gekozen|neem|nam|werd|wordt|is|was|dan|toch|ik|liever)\s+$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG = 6
"""Letters of a word in the name of an option that says which option it is."""

_SENTENCE = 4
"""Words in an explanation of a value that is long enough to be known again."""

_MYSELF = re.compile(r"\b(?:ik|mij|mijn|me)\b", re.IGNORECASE)
_AT = re.compile(r"\b(?P<at>op|in|tijdens|binnen) $", re.IGNORECASE)
"""Before a place or an occasion: "ergens" says both."""

_TO = re.compile(r"\bnaar $", re.IGNORECASE)
_BY = re.compile(r"\b(?:van|via|door|met|aan|bij) $", re.IGNORECASE)
_SPEAKS = (
    ORGANISATION_TRIGGERS | SCHOOL_TRIGGERS | {"politie", "gemeente", "justitie", "handhaving"}
)
"""Where people work who say something: "van school"."""
_ANOTHER = {
    "iets": "iets anders", "ergens": "ergens anders", "een plek": "een andere plek",
    "anderen": "weer anderen",
}  # fmt: skip
"""What is said of the second thing of its kind, so that the two stay apart."""

_OF_DOING = ("harm", "limiting", "needs", "needs_from", "virtue")
_LISTED = ("value", *_OF_DOING)
_SHORTEST = 4
"""Letters of the first word of a role that is said for the whole of it."""

_CHOICE = "in één afweging zegt de letter wat die persoon koos"
_OPTION = "zegt wat iemand koos die van keuze veranderde"
_OTHERWISE = f"de functie zegt welke {PARTICIPANT} het anders ziet"
_VALUE = "ronde 4 zegt wiens waarde dit is: dan is te zien wat die koos"
_OWN = "in de ik-vorm is te zien wiens werk dit is"
_OF_WORK = "naast “ik” kan dit zeggen wiens werk het is"
_FUNCTION = f"de functie zegt van welke {PARTICIPANT} dit is"


@dataclass(frozen=True, kw_only=True)
class BesideChoices:
    """What in a beraad stands with choices.

    Attributes:
        texts: all that was written in afwegingen.
        in_lists: of those, what stands in a list of which each line is of somebody.
        of_work: of those, what may tell whose work it is; a value says nothing of that.
        told: in small letters: words of the case, that anybody at the table may say.
        reasons: why choices changed.
        options: in small letters: words that only one option is called by.
        otherwise: how choices differ, and how else this may be seen.
        roles: in small letters: what those who weigh do.
        compared: where the group says which values go with which choices.
        values: in small letters: what ronde 4 says is at stake for somebody who is here.
    """

    texts: frozenset[str]
    in_lists: frozenset[str]
    of_work: frozenset[str]
    told: frozenset[str]
    reasons: frozenset[str]
    options: frozenset[str]
    otherwise: frozenset[str]
    roles: frozenset[str]
    compared: frozenset[str]
    values: frozenset[str]

    @classmethod
    def of(cls, session: Session) -> BesideChoices:
        """What stands with choices here; nothing where all present agreed that it may."""
        told = () if session.stands_whole else session.considerations
        fields = text_fields(Consideration)
        said = (getattr(one, name) for one in told for name in fields if name != "needs_from")
        reasons = frozenset(one.revised_because for one in told if one.revised_because)
        return cls(
            texts=frozenset(filter(None, said)),
            in_lists=frozenset(getattr(one, name) for one in told for name in _LISTED) - {""},
            of_work=frozenset(getattr(one, name) for one in told for name in _OF_DOING) - {""},
            told=frozenset(_case_words(session)) if told else frozenset(),
            reasons=reasons,
            options=_told_apart(session) if reasons else frozenset(),
            otherwise=_otherwise(session),
            roles=_functions(session),
            compared=_compared(session),
            values=_values_of_those_here(session),
        )

    def finds(self, text: str, lexicon: Lexicon) -> Iterator[Find]:
        """Yield what ties this text to a choice or a function."""
        if text in self.otherwise:
            yield from self._otherwise(text)
        if text in self.compared:
            yield from self._compared(text)
        if text in self.texts | self.in_lists:
            yield from self._in_own_voice(text, lexicon)
        if text in self.texts:
            yield from self._chosen(text)

    def _otherwise(self, text: str) -> Iterator[Find]:
        for pattern in filter(None, (self._roles, self._before_colon)):
            for found in pattern.finditer(text):
                one = _find(text, *found.span(), _OTHERWISE, f"een {PARTICIPANT}")
                # What may stay elsewhere tells who sees it otherwise here.
                yield _known_as(one, f"otherwise:{found[0].casefold()}")

    def _compared(self, text: str) -> Iterator[Find]:
        for found in self._valued.finditer(text) if self._valued else ():
            one = _find(text, *found.span(), _VALUE, "een waarde")
            # A value may stay in ronde 4, and not beside a choice.
            yield _known_as(one, f"compared:{found[0].casefold()}")

    def _in_own_voice(self, text: str, lexicon: Lexicon) -> Iterator[Find]:
        """Who says "ik": by what their work is, and in a list also without saying that."""
        named = [*self._own_voice.finditer(text)] if self._own_voice else []
        if text in self.texts and named and _MYSELF.search(text):
            for found in named:
                says = found[0].casefold().startswith("als ")
                general = f"als {PARTICIPANT}" if says else f"een {PARTICIPANT}"
                yield _find(text, *found.span(), _FUNCTION, general)
        if text in self.in_lists and (spoken := [*third_person(text, lexicon.is_word)]):
            for start, end, instead in spoken:
                opens = text[start].isupper()
                one = asked_detail(text[start:end], start, _OWN, instead, opens=opens)
                # Asked once: "ik" is said of oneself wherever it stands.
                yield replace(_told_aloud(one, "own"), bound=True)
            here = text if text in self.of_work else ""
            said: set[str] = set()
            for place in told_of_work(here, self._functions, self.told):
                start, end, reason, general = _with_its_place(text, *place)
                general = _ANOTHER[general] if general in said else general
                one = _find(text, start, end, reason, general)
                said.add(general)
                yield _told_aloud(one, f"own:{text.casefold()}")

    def _chosen(self, text: str) -> Iterator[Find]:
        for found in _LETTER.finditer(text):
            yield _find(text, *found.span(), _CHOICE, _instead(text, found))
        if text in self.reasons:
            for found in self._named.finditer(text) if self._named else ():
                is_option = found[0].casefold() in self.options
                general = "" if is_option else f"een {PARTICIPANT}"
                yield _find(text, *found.span(), _OPTION if is_option else _FUNCTION, general)

    @cached_property
    def _functions(self) -> frozenset[str]:
        return self.roles | _shorter(self.roles) | {CASE_OWNER}

    @cached_property
    def _named(self) -> re.Pattern[str] | None:
        return _word_pattern(
            (*_role_ways(self.roles), *map(re.escape, _longest_first(self.options)))
        )

    @cached_property
    def _valued(self) -> re.Pattern[str] | None:
        """A value with its article; of one word also what is made of it: "eerlijkheid"."""
        said = "|".join(_value_way(value) for value in _longest_first(self.values))
        return _word_pattern(
            (rf"(?:(?:de|het|een|deze|die|dezelfde) )?(?:{said})",) if said else ()
        )

    @cached_property
    def _roles(self) -> re.Pattern[str] | None:
        return _word_pattern(_role_ways(self._functions))

    @cached_property
    def _own_voice(self) -> re.Pattern[str] | None:
        """Who writes "ik" in an afweging and says what their work is."""
        said = "|".join(map(re.escape, _longest_first(self.roles | _shorter(self.roles))))
        ways = (rf"als (?:de |een )?(?:{said})", rf"(?<=ik ben )(?:de |een )?(?:{said})")
        return _word_pattern(ways) if said else None

    @cached_property
    def _before_colon(self) -> re.Pattern[str] | None:
        """A speaker before what is said: "Handhaving: ...", where somebody does that work."""
        named = {word for role in self.roles for word in _small(role) if len(word) >= _SHORTEST}
        said = "|".join(map(re.escape, _longest_first(named - self.roles - _shorter(self.roles))))
        return re.compile(rf"^(?:{said})(?=:)", re.IGNORECASE | re.MULTILINE) if said else None


def _with_its_place(text: str, start: int, end: int) -> tuple[int, int, str, str]:
    """Where a thing of somebody's work stands, why that is asked, and what is said instead."""
    if text.startswith(" die ", end):
        return start, end, _OF_WORK, "anderen"
    if found := _AT.search(text[:start]):
        return found.start("at"), end, _OF_WORK, "ergens"
    if _TO.search(text[:start]):
        return start, end, _OF_WORK, "een plek"
    if _BY.search(text[:start]) and text[start:end].casefold() in _SPEAKS:
        return start, end, _OF_WORK, "anderen"
    return start, end, _OF_WORK, "iets"


def _case_words(session: Session) -> Iterator[str]:
    """The words in which the case, its options and what is at stake were told."""
    account = session.case
    texts = (
        *(getattr(account, name) for name in text_fields(type(account))),
        session.dilemma.moral_question,
        *(text for one in session.options for text in (one.text, one.short, one.remaining_harm)),
        *(text for one in session.harms for text in (one.who, one.text)),
        *(one.name for one in session.stakeholders),
        *(text for one in session.values for text in (one.name, one.meaning)),
        *(one.text for one in session.norms),
        *(text for one in session.clarifications for text in (one.question, one.answer)),
    )
    return (word for text in texts for word in _small(text))


def _word_pattern(ways: Iterable[str]) -> re.Pattern[str] | None:
    said = "|".join(ways)
    pattern = rf"(?<![\w'’-])(?:{said})(?![\w'’\u0300-\u036f-])"
    return re.compile(pattern, re.IGNORECASE) if said else None


def _role_ways(roles: Collection[str]) -> tuple[str, ...]:
    said = "|".join(map(re.escape, _longest_first(roles)))
    return (rf"(?:(?:de|het|onze|een) )?(?:{said})",) if said else ()


def _longest_first(said: Collection[str]) -> list[str]:
    return sorted(said, key=len, reverse=True)


def _shorter(roles: Iterable[str]) -> frozenset[str]:
    """How a role is said in short: "klantmanager jongeren" is "de klantmanager"."""
    firsts = (role.split()[0] for role in roles)
    return frozenset(first for first in firsts if len(first) >= _SHORTEST and first.isalpha())


def _otherwise(session: Session) -> frozenset[str]:
    """What is said of choices that differ; in it a function is of who chose that way."""
    found = session.dialogue
    said = (
        session.signal.sees_otherwise,
        found.minority_view,
        found.core_difference,
        found.same_choice_other_reason,
        found.same_value_other_choice,
    )
    return frozenset(filter(None, said))


def _compared(session: Session) -> frozenset[str]:
    """Where values are laid beside choices; nothing where all chose alike, or may stand whole."""
    ends = {one.revised_choice_id or one.choice_id for one in session.considerations} - {None}
    if session.stands_whole or len(ends) <= 1:
        return frozenset()
    found = session.dialogue
    said = (
        found.same_choice_other_reason,
        found.same_value_other_choice,
        found.minority_view,
        session.signal.sees_otherwise,
    )
    return frozenset(filter(None, said))


def _values_of_those_here(session: Session) -> frozenset[str]:
    tells = tells_whose(session)
    here = [one for one in session.stakeholders if is_at_the_table(session, one)]
    named = (value.name for one in here for value in session.values_of(one.id))
    explained = (text for one in here for text in _explained(session, one))
    sentences = (text for text in explained if len(text.split()) >= _SENTENCE)
    said = (*named, *(one.value for one in session.considerations), *sentences)
    small = (_as_said(text) for text in said if tells(text))
    return frozenset(filter(_WORD.search, small))


def _explained(session: Session, stakeholder: Stakeholder) -> Iterator[str]:
    """What ronde 4 says of the values of somebody: what they mean, and what follows from them."""
    for value in session.values_of(stakeholder.id):
        yield value.meaning
        yield from (norm.text for norm in session.norms_of(value.id))


def _as_said(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .,;:!")


def _value_way(value: str) -> str:
    """How a value is said: word for word, or with an ending when it is one word."""
    stem = value.removesuffix("heid").removesuffix("ig")
    if " " in value or len(stem) < _LONG:
        return re.escape(value)
    return rf"{re.escape(stem)}(?:ig)?(?:heid|e|er)?|{re.escape(value)}"


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
    here = frozenset(role for role in functions_here(session) if _WORD.search(role))
    return here | also_called(here)


def _small(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _instead(text: str, found: re.Match[str]) -> str:
    """What says in general what was chosen, so that the sentence stays whole."""
    if found["kind"]:
        return f"een andere {found['kind'].strip().casefold()}"
    if _CHOOSES.search(text, max(0, found.start() - 20), found.start()):
        return "iets anders"
    return "een andere keuze"


def _known_as(one: Find, key: str) -> Find:
    """The same find, decided about by itself."""
    return replace(one, key=key, identity=key)


def _told_aloud(one: Find, key: str) -> Find:
    """The same, decided about by itself; it stays where the group itself reads what it wrote."""
    return replace(_known_as(one, key), everyday=True)


def _find(text: str, start: int, end: int, reason: str, general: str) -> Find:
    return asked_detail(text[start:end], start, reason, general, opens=start == 0)
