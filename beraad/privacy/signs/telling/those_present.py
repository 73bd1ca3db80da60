"""Points out what a function of somebody present wanted, in whatever the group said together.

In the case "de consulent" is one of many; in what the group says it is the one who was there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import chain

from beraad.phases.residents import names_residents
from beraad.privacy.dutch.placeholders import BLANK, CASE_OWNER, ONE_OF_US, PARTICIPANT
from beraad.privacy.find import Find, FindKind
from beraad.privacy.signs.telling.asked_detail import asked_detail
from beraad.privacy.signs.telling.chosen import told_by_count
from beraad.privacy.signs.telling.cut_words import beginnings, fields_alone, initials, is_of_a_head
from beraad.privacy.signs.telling.functions import functions_here
from beraad.privacy.signs.telling.keeping_apart import reluctance
from beraad.privacy.signs.telling.other_names import also_called, works_at
from beraad.privacy.signs.telling.own_side import moves, own_side
from beraad.privacy.signs.telling.said_of import Matter, with_a_side
from beraad.privacy.signs.telling.seats import seats
from beraad.privacy.signs.telling.shares import SEATED, is_said_of_somebody, shares
from beraad.privacy.signs.telling.sides import sides_in
from beraad.privacy.signs.telling.stances import (
    ABOUT,
    DOES,
    DOES_ALONE,
    PEOPLE_OF,
    WISHES,
    WITHOUT_VERB,
)
from beraad.privacy.signs.telling.tallies import Tallies
from beraad.privacy.text.branching import one_of
from beraad.records import Session, letter
from beraad.records.anatomy import text_fields
from beraad.remembering import of_a_beraad

_FLAGS = re.IGNORECASE | re.MULTILINE
_WORD = re.compile(r"[^\W\d_][\w-]*")
_SHORTEST = 4
_NO_FUNCTION = frozenset({
    "lid", "team", "ander", "andere", "algemeen", "medewerker", "school", "gemeente", "sociaal",
    "sociale", "maatschappelijk", "juridisch", "terug", "naar", "voor", "deelnemer",
    "gespreksleider", "collega", "eigen", "extern", "intern", "interne", "senior", "junior", "hulp",
    "zorg",
})  # fmt: skip
"""Words of a role that say too little to know somebody by, when they stand alone."""

_SMALL_WORDS = frozenset({
    "van", "het", "een", "der", "den", "aan", "bij", "uit", "met", "tot", "wmo", "wlz", "zvw",
    "awb", "avg", "wet", "mbo", "hbo", "zzp", "nog", "lid", "voor", "naar", "team", "deelnemer",
    "terug", "ander", "andere", "eigen",
})  # fmt: skip
"""Short words of a role that are no function: of grammar, or a law."""

_NO_FIELD = frozenset({
    "groep", "case", "casu", "proce", "proces", "huis", "ouderen", "account", "project", "afdeling",
    "beleid", "gezin", "mens", "maat", "regio", "familie", "basis", "staf",
})  # fmt: skip
"""Parts of a function in one word that say too little to know somebody by."""

_WOMEN = (
    (r"werker$", "werkster"),
    (r"er$", "ster"),
    (r"aar$", "aarster"),
    (r"eur$", "euse"),
    (r"(?:eu|o)r$", "rice"),
    (r"man$", "vrouw"),
    (r"$", "e"),
)
"""How a woman is called who does that: the end of a word, and what stands for it."""

_SIDES = rf"(?:{DOES}|zei:|zegt:|zei dat|zegt dat|schoof)"
_OPENS = (
    r"(?:(?:^|[.;:,!?(–-] |\n)[\"“‘]?(?:\d{1,3}[.)]? )?"
    r"|\b(?:en|maar|alleen|behalve|enkel|ook|want|zelfs|juist|vooral|terwijl|of) )"
)
_LEADS = re.compile(
    r"(?<!klant)(?<!case)manager|(?<!bege)leider|(?<!bege)leiding|hoofd|chef|directeur|bestuur|regisseur|coördinator"
)
_LEADERS = (
    "baas",
    "bazin",
    "chef",
    "manager",
    "teamleider",
    "leidinggevende",
    "directeur",
    "leiding",
)
"""How somebody is called who leads, whatever the function is."""

_WORKERS = re.compile(
    r"(?P<field>[^\W\d_]{3,}?)s?-?"
    r"(?P<work>consulent|adviseur|medewerker|manager|coach|arts|begeleider|jurist|regisseur|werker"
    r"|verlener|specialist|handhaver|verpleegkundige|ondersteuner|analist|functionaris|controller"
    r"|ambtenaar|agent)"
)
"""One word that says where somebody works and as what: "wmo-consulent", "bedrijfsarts"."""

_SERVICES = {"agent": ("politie",), "handhaver": ("handhaving",)}
"""The word for where somebody works that is no part of what they are called."""

_ALSO_CALLED = {"agent": ("politieman", "politievrouw", "politieagent")}
"""What else somebody is called who does that."""

_DEFINITE = r"(?:de|het|onze|ons|deze|die)"
_THE_PERSON = r"(?:de|onze|deze|die)"
_THE_HEAD = (
    r"(?<!boven )(?<!over )(?<!uit )(?<!in )(?<!aan )(?<!hield )(?<!hielden )(?<!houden )"
    r"(?:het|ons|dit|dat) hoofd(?! (?:koel|boven|bied\w*|bood|boden|leeg|vol|omhoog|erbij)\b)"
)
"""Who leads, and not what somebody keeps cool."""

_A_FIELD_SAYS = (
    r"(?:wil|wilde|wou|koos|kiest|stemde|stemt|twijfelt|twijfelde|vond|vindt|zei"
    r"|(?:had|heeft) (?:\w+ )?(?:moeite|bezwaar|bezwaren|twijfels)|(?:ging|gaat) (?:\w+ )?akkoord"
    r"|(?:zag|ziet) (?:\w+ )?(?:bezwaren|niets in)|(?:hield|houdt) het bij|(?:was|is) tegen)"
)
"""What nobody says of the field itself: "beleid vond", not "beleid gaat"."""

_NO_GROUP = (
    r"(?! (?:hij|zij|ze|mevrouw|meneer|we|wij|ik|je|men|er|de|onze|iedereen|niemand"
    r"|het team|het niet)\b)"
)
"""Who stands behind the verb is who does it: "juridisch vond de groep"."""

_SMALLER = r"(?:(?:et|t|p)?je)?"
_ALONE = re.compile(r"(?<!niet )\b(?:alleen|enkel|slechts) \Z", re.IGNORECASE)
"""Words before somebody that say that nobody else did; they go with who it was."""

_MYSELF = re.compile(r"\b(?:ik|mij|mijn|me)\b", re.IGNORECASE)
_LONGEST_ALONE = 16
_TEXTS = 1_000
"""More than one beraad has: a text that stays as it is, is read once."""

_MOST_LETTERS = 12
"""How many letters are read as those of options."""

_NAMES = frozenset({FindKind.PARTICIPANT, FindKind.PERSON})
_OF_OTHERS = frozenset({"role", "needs_from"})
"""Fields that are roles, as they should be."""

_ABOUT_ELSE = {
    "deviation": Matter.CASE,
    "motivated_separately": Matter.CASE,
    "resident_hears": Matter.CASE,
    "went_well": Matter.CASE,
    "recipients": Matter.CASE,
    "sees_otherwise": Matter.TALK,
}
"""Fields that tell something else than the record they stand in."""

_NOBODY_HERE = r"(?<!\been )(?<!\bgeen )(?<!\belke )(?<!\biedere )"
"""Behind these a function is of anybody: "vraag een jurist"."""

_TELLS = f"de functie zegt welke {PARTICIPANT} dit wilde"
_TELLS_SIDE = "zegt hoe wie dit doet erover denkt"
_COUNTS = "telt of zegt wie van jullie: in een kleine groep is dan te zien wie dat was"


@dataclass(frozen=True, kw_only=True)
class ThosePresent:
    """Who was there, by function, and what the group said together.

    Attributes:
        texts: what goes out of a beraad and may say of somebody who chose what, with what it is
            about.
        roles: in small letters: what those who weigh do.
        letters: of the options.
    """

    texts: Mapping[str, Matter]
    roles: frozenset[str]
    letters: frozenset[str]

    @classmethod
    def of(cls, session: Session) -> ThosePresent:
        """Who was at the table of this beraad, and what was said there."""
        texts: dict[str, Matter] = {}
        for told, text in _said_together(session):
            texts[text] = max(told, texts.get(text, told))
        return cls(
            texts=texts,
            roles=frozenset(one for one in _called(session) if len(one) >= _SHORTEST - 1),
            letters=frozenset(map(letter, range(min(len(session.options), _MOST_LETTERS)))),
        )

    def finds(self, text: str, taken: Iterable[Find] = ()) -> tuple[Find, ...]:
        """Where somebody here has a side; not where that place is asked about already."""
        return _found(self._table, text, self.texts.get(text), tuple(taken))

    def are_mentioned_in(self, text: str) -> bool:
        """Whether a text speaks of somebody here by function, with or without a side.

        A word for where somebody works counts where it stands for people: at the beginning, or
        behind "van", "bij" or "en".
        """
        return self._table.has_somebody_in(text)

    def are_counted_in(self, text: str) -> bool:
        """Whether a text that goes out still counts them, or says who stood by which option.

        What was proposed instead of such words says so no more; what a person kept does.
        """
        if not text:
            return False
        counted = any(one.reason == _COUNTS for one in _found(self._table, text, Matter.TALK, ()))
        return counted or any(sides_in(text))

    @property
    def _table(self) -> _Table:
        return _table(self.roles, self.letters)


@dataclass(frozen=True, kw_only=True)
class _Table:
    """Who weighs what, whatever they write of it."""

    roles: frozenset[str]
    letters: frozenset[str]

    def finds(self, text: str, told: Matter | None, taken: Iterable[Find]) -> Iterator[Find]:
        """Yield what `ThosePresent.finds` says of a text that is about this, or about nothing."""
        if told is None:
            yield from self._in_own_voice(text)
            return
        named = [one for one in taken if one.kind in _NAMES]
        asked = [(one.start, one.end) for one in taken if one.kind is FindKind.DETAIL and one.asks]
        runs: list[tuple[int, int]] = []
        if told >= Matter.DEED:
            masked = _without(text, map(self._before_a_letter, named), BLANK)
            of_oneself = (*moves(text, self.letters), *own_side(text))
            for start, end, general in (
                *self._tallies.finds(masked),
                *(of_oneself if told >= Matter.OUTCOME else ()),
            ):
                if not _overlaps(start, end, runs):
                    runs.append((start, end))
                    yield _in_one(text, masked, start, end, general)
        asked += runs
        if told is Matter.DEED:
            runs = [*reluctance(text)]
            asked += runs
            for start, end in runs:
                yield _find(text, start, end, _TELLS_SIDE, "zoals afgesproken")
        seated = _without(
            text,
            map(self._before_a_letter, (one for one in named if CASE_OWNER in one.suggestion)),
            SEATED,
        )
        for start, end, reason, general in chain(
            self._by_function(text, told) if self.roles else (),
            ((start, end, _COUNTS, general) for start, end, general in _of_some(seated, told)),
        ):
            if not _overlaps(start, end, asked):
                asked.append((start, end))
                one = _find(text, start, end, reason, general)
                yield _of_the_seat(one) if SEATED in seated[start:end] else one

    def _by_function(self, text: str, told: Matter) -> Iterator[tuple[int, int, str, str]]:
        """Yield where a function has a side, why that is asked, and what is less telling."""
        mentions = [found.span() for found in self._mentioned.finditer(text)]
        patterns = filter(None, self._patterns)
        for start, end in chain(
            (found.span("who") for pattern in patterns for found in pattern.finditer(text)),
            self._are_alone_in(text),
            with_a_side(text, mentions, told) if mentions else (),
        ):
            yield start, end, _TELLS, ONE_OF_US
        if self._from_there:
            for found in self._from_there.finditer(text):
                yield *found.span(), _TELLS, "vanuit een andere hoek"
        if told is Matter.TALK:
            for found in self._in_brackets.finditer(text):
                yield *found.span("who"), _TELLS, ONE_OF_US

    def has_somebody_in(self, text: str) -> bool:
        """What `ThosePresent.are_mentioned_in` says."""
        return any(pattern.search(text) for pattern in self._anywhere)

    def _are_alone_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield who is here by the word for where they work, alone with what they did."""
        if self._alone:
            for found in self._alone.finditer(text):
                if is_said_of_somebody(text, found.end()):
                    yield found.span("who")

    def _in_own_voice(self, text: str) -> Iterator[Find]:
        """Yield what somebody here is called by in a text in which they say "ik"."""
        if self._as and _MYSELF.search(text):
            for found in self._as.finditer(text):
                yield _find(text, *found.span(), _TELLS, f"als {PARTICIPANT}")

    @cached_property
    def _as(self) -> re.Pattern[str] | None:
        """What somebody here is called by: "als wijkverpleegkundige"."""
        called = one_of(form for role in self.roles for form in _forms(role))
        return _read(rf"als (?:de |een )?(?:{called})(?![\w’'-])") if called else None

    def _before_a_letter(self, one: Find) -> Find:
        """A name without the letter of an option that was read as a part of it: "Farida B"."""
        name, _, last = one.text.rpartition(" ")
        behind = len(one.text) - len(name) if name and last.strip(".") in self.letters else 0
        return replace(one, end=one.end - behind)

    @cached_property
    def _tallies(self) -> Tallies:
        words = {word for role in self.roles for word in _WORD.findall(role)}
        others = chain.from_iterable(
            (*_forms(role), *_in_short(role), *fields_alone(role), *_workers(role))
            for role in self.roles
        )
        called = {one for one in (*words, *others) if _says_something(one)}
        return Tallies(letters=self.letters, functions=frozenset(called))

    @cached_property
    def _alone(self) -> re.Pattern[str] | None:
        short = one_of(form for role in self.roles for form in _in_short(role))
        return (
            _read(rf"(?:alleen|enkel|slechts) (?P<who>(?:de )?(?:{short}))(?![\w’'-])")
            if short
            else None
        )

    @cached_property
    def _anywhere(self) -> tuple[re.Pattern[str], ...]:
        whole = one_of(form for role in self.roles for form in (*_forms(role), *_workers(role)))
        in_short = (form for role in self.roles for form in _in_short(role))
        short = one_of(form for form in in_short if not names_residents(form))
        found = [_read(rf"{_NOBODY_HERE}(?:{whole})(?![\w’'-])")] if whole else []
        if short:
            called = rf"(?:(?:de|het) )?(?:{short})(?![\w’'-])"
            found += [
                re.compile(rf"{_OPENS}{called}", _FLAGS),
                _read(rf"(?:van|bij|door|volgens|op|en|zonder|toen|dat|al|nu|want|dus) {called}"),
            ]
        return tuple(found)

    @cached_property
    def _mentioned(self) -> re.Pattern[str]:
        """Whoever is here, by what they do: "de jurist", "onze consulente", "jurist"."""
        forms = (form for role in self.roles for form in _forms(role))
        whole = one_of(way for form in forms for way in _spelled(form))
        ends = {way for role in self.roles for way in _ends(role)}
        worker = one_of({*ends, *(woman for end in ends for woman in _of_a_woman(end))})
        called = rf"(?:{_DEFINITE} )?(?:{whole})"
        if worker:
            called = rf"{called}|{_DEFINITE} (?:{worker})"
        for cut in self._cut_words:
            called = rf"{called}|{cut}"
        return _read(rf"{_NOBODY_HERE}(?:{called}){_SMALLER}(?![\w’'-])")

    @cached_property
    def _from_there(self) -> re.Pattern[str] | None:
        """Where somebody works, for where a word came from: "vanuit handhaving klinkt"."""
        short = one_of(word for role in self.roles for word in (*_in_short(role), *works_at(role)))
        heard = (
            r"(?:klinkt|klonk|klonken|kwam|kwamen|komt|komen|hoorden|horen|hoorde|bezien|gezien"
            r"|gedacht|geredeneerd|bekeken|gezegd|was|is|werd|wordt|wilde|wil|denk|dacht|zei"
            r"|wel|niet)"
        )
        said = rf"vanuit (?:de |het )?(?:{short})(?= {heard}(?![\w’'-]))"
        return _read(said) if short else None

    @cached_property
    def _in_brackets(self) -> re.Pattern[str]:
        """Somebody behind a word that is theirs: "moe (jurist), blij (ergo)"."""
        called = one_of(
            name
            for role in self.roles
            for name in (*_forms(role), *_cut(role), *_workers(role), *_in_short(role))
        )
        return re.compile(rf"(?<=\w )\((?P<who>(?:de )?(?:{called}))(?=\))", re.IGNORECASE)

    @cached_property
    def _cut_words(self) -> tuple[str, ...]:
        """Whoever is here, by less than a word: "de WV'er", "onze ergo"."""
        letters = one_of(found for role in self.roles for found in initials(role))
        begun = one_of(found for role in self.roles for found in beginnings(role))
        found = [rf"(?:{_DEFINITE} )?(?:{letters})[’'-]er"] if letters else []
        found += [rf"{_THE_PERSON} (?-i:{letters})"] if letters else []
        found += [_THE_HEAD] if any(map(is_of_a_head, self.roles)) else []
        return (*found, *([rf"{_THE_PERSON} (?:{begun})"] if begun else []))

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str] | _SaidOf, ...]:
        whole = one_of(form for role in self.roles for form in _forms(role))
        named = one_of(form for role in self.roles for form in (*_forms(role), *_cut(role)))
        in_short = [form for role in self.roles for form in _in_short(role)]
        places = [place for role in self.roles for place in works_at(role)]
        short = one_of((*in_short, *places))
        worker = one_of(form for role in self.roles for form in _workers(role))
        role = rf"(?:(?:de|het|onze|een|deze) )?(?:{whole})"
        the_place = rf"|(?:de|het) (?:{one_of(places)})" if places else ""
        short_who = rf"(?:(?:de )?(?:{short}){the_place})"
        people_of = rf"{PEOPLE_OF} (?:{short})"
        called = "|".join((role, short_who, people_of)) if short else role
        if worker:
            called = rf"{called}|(?:de|onze|het) (?:{worker})"
        patterns: list[re.Pattern[str] | _SaidOf] = [
            _read(rf"(?<!\bgeen )(?<!\belke )(?<!\biedere )(?P<who>{role})(?=,? {_SIDES})"),
            _read(rf"{WISHES} (?:alleen )?(?P<who>(?:de|het|onze) (?:{whole}))"),
            *(_SaidOf(way, called) for way in ABOUT),
            re.compile(rf"(?:^|[.;:,(] |\n)(?P<who>{named})(?=: )", re.IGNORECASE | re.MULTILINE),
        ]
        if short:
            patterns += (
                re.compile(
                    rf"{_OPENS}(?P<who>{short_who})(?= {DOES_ALONE}|{WITHOUT_VERB})", _FLAGS
                ),
                _read(rf"(?P<who>{people_of})(?=,? {DOES})"),
            )
        if field := one_of(found for role in self.roles for found in fields_alone(role)):
            says = rf"(?: {_A_FIELD_SAYS}(?![\w’'-]){_NO_GROUP}|{WITHOUT_VERB})"
            patterns.append(re.compile(rf"{_OPENS}(?P<who>{field})(?={says})", _FLAGS))
        if cut := "|".join(self._cut_words):
            patterns.append(_read(rf"(?P<who>{cut})(?=,? {DOES})"))
        if worker:
            patterns.append(_read(rf"(?P<who>(?:de|onze) (?:{worker}))(?=,? {_SIDES})"))
        return tuple(patterns)


@of_a_beraad
@lru_cache(maxsize=2)
def _table(roles: frozenset[str], letters: frozenset[str]) -> _Table:
    """The same table at every key that is typed: what it reads with is made once."""
    return _Table(roles=roles, letters=letters)


@of_a_beraad
@lru_cache(maxsize=_TEXTS)
def _found(
    table: _Table, text: str, told: Matter | None, taken: tuple[Find, ...]
) -> tuple[Find, ...]:
    return tuple(table.finds(text, told, taken))


def _without(text: str, named: Iterable[Find], sign: str) -> str:
    """The text with one sign for each letter of a name."""
    signs = [*text]
    for one in named:
        signs[one.start : one.end] = sign * (one.end - one.start)
    return "".join(signs)


def _of_some(text: str, told: Matter) -> Iterator[tuple[int, int, str]]:
    """Yield where those present are counted, or one of them is told apart, whatever they do."""
    yield from told_by_count(text, told)
    yield from shares(text, told)
    yield from seats(text, told)


def _overlaps(start: int, end: int, others: Iterable[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in others)


def _in_one(text: str, masked: str, start: int, end: int, general: str) -> Find:
    """A run with the names in it, known by what it says without them."""
    key = f"tally:{masked[start:end].casefold()}"
    one = asked_detail(text[start:end], start, _COUNTS, general, opens=False)
    return replace(one, key=key, identity=key, whole=True)


def _of_the_seat(one: Find) -> Find:
    """Whoever told the case, by name: decided about as the seat is."""
    key = f"present:de {CASE_OWNER}"
    return replace(one, key=key, identity=key, generalised=ONE_OF_US, whole=True)


def _says_something(word: str) -> bool:
    return len(word) >= _SHORTEST - 1 and word not in _SMALL_WORDS


def _said_together(session: Session) -> Iterator[tuple[Matter, str]]:
    """Every text that may say of somebody here who chose what, with what it is about."""
    kinds = (
        *((one, Matter.TALK) for one in (session.dialogue, session.look_back, *session.reactions)),
        *((one, Matter.DEED) for one in session.agreements),
        (session.conclusion, Matter.OUTCOME),
        *((one, Matter.CASE) for one in (session.signal, session.lesson)),
        *((one, Matter.CASE) for one in (*session.considerations, *session.options[2:])),
    )
    for record, told in kinds:
        for name in text_fields(type(record)):
            text = getattr(record, name)
            if text and name not in _OF_OTHERS:
                yield _ABOUT_ELSE.get(name, told), text


def _called(session: Session) -> frozenset[str]:
    """What those who weigh do, in their own words and in those of others."""
    here = functions_here(session)
    return here | also_called(here)


def _forms(role: str) -> Iterator[str]:
    """How a function is said: whole, by its first word, and of a woman."""
    first, _, rest = role.partition(" ")
    alone = _says_something(first) and first not in _NO_FUNCTION
    for word in (first, *_of_a_woman(first)):
        yield f"{word} {rest}".strip()
        if alone:
            yield word
    if rest:
        before, _, last = role.rpartition(" ")
        yield from (f"{before} {form}" for form in _of_a_woman(last))


def _of_a_woman(word: str) -> Iterator[str]:
    """The same function of a woman: "vrijwilligster", "consulente", "stagiaire"."""
    for ending, instead in _WOMEN:
        made, count = re.subn(ending, instead, word)
        if count:
            yield made


def _in_short(role: str) -> Iterator[str]:
    """The word for where somebody works, said for who does: "inkomen", "de wijk"."""
    for place, match in enumerate(_WORD.finditer(role)):
        word = match[0]
        before = role[: match.start()].split()
        turned = before and before[-1] in {"naar", "terug"}
        if place and _says_something(word) and word not in _NO_FUNCTION and not turned:
            yield word
        if (found := _WORKERS.fullmatch(word)) and not _is_of_others(found["field"]):
            yield found["field"]
            yield from _SERVICES.get(found["work"], ())


def _is_of_others(field: str) -> bool:
    """Whether a part of a function is what residents, or all together, are called."""
    return field in _NO_FUNCTION | _NO_FIELD or names_residents(field)


def _workers(role: str) -> Iterator[str]:
    """The end of a function in one word; and how somebody is called who leads."""
    for word in _WORD.findall(role):
        if found := _WORKERS.fullmatch(word):
            yield found["work"]
            yield from _ALSO_CALLED.get(found["work"], ())
    if _LEADS.search(role):
        yield from _LEADERS


def _ends(role: str) -> Iterator[str]:
    """The end of a function in one word, also where that is a function of two."""
    yield from _workers(role)
    if "hulpverlener" in role:
        yield "hulpverlener"


def _spelled(form: str) -> Iterator[str]:
    """A function in one word, in two, with a hyphen, or the other way round."""
    yield form
    parts = re.split(r"[ -]", form)
    if len(parts) == 2:  # noqa: PLR2004 - two words make one
        for two in (parts, parts[::-1]):
            yield from (mark.join(two) for mark in (" ", "-", ""))


def _cut(role: str) -> Iterator[str]:
    """A function cut short before a colon: "ergo: blij"."""
    first = role.split(maxsplit=1)[0]
    if first not in _NO_FUNCTION:
        yield from (first[:length] for length in range(_SHORTEST, len(first)))


@dataclass(frozen=True, slots=True)
class _SaidOf:
    """Where something is said, in this way, of who is called so.

    The pattern has every function of everybody in it, and is made when a text has what stands
    around them: few texts say something in any of these ways.
    """

    way: str
    who: str

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        if all(around.search(text) for around in _around(self.way)):
            return _said_of(self.way, self.who).finditer(text)
        return ()


@cache
def _around(way: str) -> tuple[re.Pattern[str], ...]:
    """What stands before somebody, and what behind."""
    return tuple(re.compile(each, _FLAGS) for each in way.split("{who}") if each)


@of_a_beraad
@lru_cache(maxsize=64)
def _said_of(way: str, who: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-]){way}".replace("{who}", f"(?P<who>{who})"), _FLAGS)


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-]){pattern}", re.IGNORECASE)


def _find(text: str, start: int, end: int, reason: str, general: str) -> Find:
    if alone := _ALONE.search(text, max(0, start - _LONGEST_ALONE), start):
        start = alone.start()
    opens = text[start : start + 1].isupper()
    one = asked_detail(text[start:end], start, reason, general, opens=opens)
    key = f"present:{text[start:end].casefold()}"
    return replace(one, key=key, identity=key)
