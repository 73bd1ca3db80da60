"""Who of several is meant by a name that more than one of them has.

"Mevrouw De Wit" and "meneer De Wit" are two people, and so are Tim and Ada de Wit. Where nothing
tells who is meant, a document says only that a name stood there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain, pairwise

from beraad.privacy.dutch.gender import Gender, called
from beraad.privacy.dutch.placeholders import NAME, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.said_as import SaidAs, said_as
from beraad.remembering import of_a_beraad

_REASON = "zo heten hier meer mensen, en er staat niet bij wie van hen dit is"
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_OWNED = re.compile(
    r" (?:(?:oudste|jongste|nieuwe|oude|eigen) )?(?:moeder|vader|zoon|dochter|broer|zus|man|vrouw"
    r"|partner|kind|kinderen|huis|kamer|werk|schuld|schulden|school|begeleider|plan|verhaal|vriend"
    r"|vriendin|oma|opa|ouders|gezin|baas|brief|vraag|wens|zorgen)(?![\w-])"
)
_NOT_KNOWN = ""
_TWO = ("eerste", "tweede")
_TEXTS = 1_000
"""More than one beraad has: a text that stays as it is, is read once."""


def told_apart(found: Mapping[str, tuple[Find, ...]]) -> Mapping[str, tuple[Find, ...]]:
    """The finds of a document, in which nobody is taken for another of the same name."""
    mentions = tuple(chain.from_iterable(map(_mentions, found.keys(), found.values())))
    others = {
        (mention.text, mention.place): mention.of(whose)
        for mention, whose in chain(_by_surname(mentions), _by_first_name(mentions))
        if whose != mention.find.identity
    }
    if not others:
        return found
    return {
        text: tuple(others.get((text, place), one) for place, one in enumerate(finds))
        for text, finds in found.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """One place where somebody is called by name.

    Attributes:
        place: which of the finds of its text it is.
    """

    text: str
    place: int
    find: Find
    said: SaidAs

    @property
    def owns(self) -> bool:
        """Whether one name with an s stands before what may be of somebody: "Tims moeder"."""
        written = self.find.text
        owned = _OWNED.match(self.text, self.find.end)
        return self.said.single and written.endswith("s") and written[0].isupper() and bool(owned)

    def of(self, whose: str) -> Find:
        """The find of this person, or of a name of which nobody knows whose it is."""
        if whose != _NOT_KNOWN:
            return replace(self.find, key=whose, identity=whose)
        key = f"name:{self.said.surnames[-1]}:whose"
        return replace(
            self.find,
            key=key,
            identity=key,
            certainty=Certainty.POSSIBLE,
            reason=_REASON,
            suggestion=bracketed(NAME),
        )


_Meant = tuple[_Mention, str]
"""A mention, and the key of who is meant."""


@of_a_beraad
@lru_cache(maxsize=_TEXTS)
def _mentions(text: str, finds: tuple[Find, ...]) -> tuple[_Mention, ...]:
    """Where somebody is called by name in a text, in order."""
    names = (placed for placed in enumerate(finds) if _is_a_name(placed[1]))
    return tuple(
        _Mention(text=text, place=place, find=find, said=said)
        for place, find in sorted(names, key=_start)
        if (said := said_as(text, find.start, find.end))
    )


def _is_a_name(find: Find) -> bool:
    return find.kind is FindKind.PERSON and find.key.startswith("name:") and not find.asks


def _start(placed: tuple[int, Find]) -> int:
    return placed[1].start


def _by_surname(mentions: Sequence[_Mention]) -> Iterator[_Meant]:
    """Yield who is meant where a surname stands that several share."""
    whole = {one.said.given for one in mentions}
    known = {
        name
        for one in mentions
        if not one.said.single or (one.said.titled and one.said.surnames[0] not in whole)
        for name in one.said.surnames
    }
    genders: defaultdict[str, set[Gender]] = defaultdict(set)
    for one in mentions:
        if one.said.single and one.said.gender:
            genders[one.said.surnames[0]].add(one.said.gender)
    known |= {name for name, some in genders.items() if len(some) > 1}
    known -= {one.said.surnames[0] for one in mentions if one.owns and _owner(one.said) in known}
    named = [(one, names) for one in mentions if (names := _surnames(one.said, known))]
    first: dict[str, str] = {}
    for _, names in named:
        for before, after in pairwise(names):
            first[_root(first, after)] = _root(first, before)
    families: defaultdict[str, list[_Mention]] = defaultdict(list)
    for one, names in named:
        families[_root(first, names[0])].append(one)
    for name, some in families.items():
        yield from _Family(name=name, mentions=tuple(some)).meant()


def _surnames(said: SaidAs, known: set[str]) -> tuple[str, ...]:
    """The words of the surname here; none where only a first name stands."""
    if not said.single:
        return said.surnames
    (name,) = said.surnames
    return next(((one,) for one in (name, name.removesuffix("s")) if one in known), ())


def _root(first: Mapping[str, str], name: str) -> str:
    """The name that stands for all that are linked to this one: "Jansen-de Boer"."""
    while (before := first.get(name, name)) != name:
        name = before
    return name


def _by_first_name(mentions: Sequence[_Mention]) -> Iterator[_Meant]:
    """Yield where a first name stands alone that two have, each with another surname."""
    whole: defaultdict[str, set[str]] = defaultdict(set)
    for one in mentions:
        if one.said.given:
            whole[one.said.given].add(one.find.identity)
    alone = {one.said.surnames[0]: one.find.identity for one in mentions if one.said.single}
    for one in mentions:
        if one.said.single and len(whole.get(one.said.surnames[0], ())) > 1:
            yield one, _NOT_KNOWN
        elif one.owns and not one.said.titled and one.said.surnames[0] not in whole:
            owner = _owner(one.said)
            among = whole.get(owner) or {alone[owner]} if owner in alone or owner in whole else ()
            yield from ((one, whose) for whose in among if len(among) == 1)


def _owner(said: SaidAs) -> str:
    """Whose something is: "Tim" in "Tims moeder"."""
    return said.surnames[0].removesuffix("s")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Somebody:
    """One of those who share a surname.

    Attributes:
        family: whether it is said whose son or mother this is.
    """

    key: str
    given: str
    gender: Gender | None
    family: bool


@dataclass(frozen=True, kw_only=True)
class _Family:
    """All mentions of a surname, and who is meant by them."""

    name: str
    mentions: tuple[_Mention, ...]

    def meant(self) -> Iterator[_Meant]:
        """Yield who is meant by each mention: one person, or each of several."""
        if len(self._everybody) > 1:
            yield from ((one, self._whose(one)) for one in self.mentions)
        elif len({one.find.identity for one in self.mentions}) > 1:
            yield from ((one, whose) for whose in self._everybody for one in self.mentions)

    def _whose(self, mention: _Mention) -> str:
        said = mention.said
        if said.given:
            return mention.find.identity
        if said.letter:
            return self._by_letter(said)
        if said.gender and not said.role:
            return self._by_address(mention)
        return _NOT_KNOWN

    @cached_property
    def _everybody(self) -> frozenset[str]:
        """The keys of all who are told apart here."""
        named = {one.key for one in (*self._whole, *self._with_letters)}
        roles = {f"{self.name}:{one.said.role}" for one in self.mentions if one.said.role}
        addressed = {
            self._by_address(one) for one in self.mentions if one.said.gender and _is_short(one)
        }
        return frozenset(named | roles | addressed - {_NOT_KNOWN})

    @cached_property
    def _whole(self) -> tuple[_Somebody, ...]:
        """Who is called by a first name somewhere."""
        by_key: defaultdict[str, list[SaidAs]] = defaultdict(list)
        for one in self.mentions:
            if one.said.given:
                by_key[one.find.identity].append(one.said)
        return tuple(_somebody(key, some[0].given, some) for key, some in by_key.items())

    @cached_property
    def _with_letters(self) -> tuple[_Somebody, ...]:
        """Who is called by an initial that is of none of these."""
        by_letter: defaultdict[str, list[SaidAs]] = defaultdict(list)
        for one in self.mentions:
            if one.said.letter and not one.said.given and not self._begin_with(one.said):
                by_letter[one.said.letter].append(one.said)
        return tuple(
            _somebody(f"name:{self.name}:{letter}", letter, some)
            for letter, some in by_letter.items()
        )

    def _begin_with(self, said: SaidAs) -> list[_Somebody]:
        return [
            one
            for one in self._whole
            if one.given.startswith(said.letter)
            and said.gender in (None, one.gender or said.gender)
        ]

    def _by_letter(self, said: SaidAs) -> str:
        among = self._begin_with(said)
        if not among:
            return f"name:{self.name}:{said.letter}"
        return among[0].key if len(among) == 1 else _NOT_KNOWN

    def _by_address(self, mention: _Mention) -> str:
        """Who is called "mevrouw De Wit" here."""
        said = mention.said
        people = [
            one
            for one in (*self._whole, *self._with_letters)
            if (one.key, said.gender) not in self._brought_in
        ]
        agree = [one for one in people if one.gender is said.gender]
        if agree:
            surely = len(agree) == 1 and not (agree[0].family and self._both)
            return agree[0].key if surely else _NOT_KNOWN
        perhaps = [one for one in people if one.gender is None]
        if perhaps:
            surely = len(perhaps) == 1 and not (perhaps[0].family or self._both)
            return perhaps[0].key if surely else _NOT_KNOWN
        return self._by_generation(mention)

    @cached_property
    def _brought_in(self) -> frozenset[tuple[str, Gender | None]]:
        """Who is brought in as family of somebody who was called "mevrouw" before: her daughter."""
        before: set[Gender | None] = set()
        found: set[tuple[str, Gender | None]] = set()
        for one in self.mentions:
            if one.said.given and one.said.family:
                found |= {(one.find.identity, gender) for gender in before}
            elif one.said.gender and _is_short(one):
                before.add(one.said.gender)
        return frozenset(found)

    @cached_property
    def _both(self) -> bool:
        """Whether a man and a woman of this name are spoken of."""
        return len({one.said.gender for one in self.mentions if one.said.gender}) > 1

    def _by_generation(self, mention: _Mention) -> str:
        """Who of those who are all called "meneer De Wit"."""
        gender = mention.said.gender
        several = {which for one, which in self._generations if one.said.gender is gender}
        which = next((which for one, which in self._generations if one is mention), "")
        if len(several) > 1 and not which:
            return _NOT_KNOWN
        return ":".join(("name", self.name, str(gender), *([which] if len(several) > 1 else ())))

    @cached_property
    def _generations(self) -> tuple[tuple[_Mention, str], ...]:
        """Who is told apart by age, or by whose son it is: "meneer De Wit en zijn zoon, meneer De
        Wit".
        """
        short = [one for one in self.mentions if one.said.gender and _is_short(one)]
        beside = [pair for pair in pairwise(short) if _are_two(*pair)]
        return (
            *((one, one.said.elder) for one in short if one.said.elder),
            *((one, which) for pair in beside for one, which in zip(pair, _TWO, strict=True)),
        )


def _is_short(mention: _Mention) -> bool:
    """Whether only a surname stands here."""
    return not (mention.said.given or mention.said.letter or mention.said.role)


def _are_two(one: _Mention, other: _Mention) -> bool:
    """Whether the other is family of the first, in one sentence."""
    between = one.text[one.find.end : other.find.start] if one.text == other.text else "\n"
    same = one.said.gender is other.said.gender
    return same and other.said.family > one.said.family and not _SENTENCE_END.search(between)


def _somebody(key: str, given: str, said: Sequence[SaidAs]) -> _Somebody:
    """Who is called so in these places; a form of address tells more than a first name."""
    told = {one.gender for one in said if one.gender}
    return _Somebody(
        key=key,
        given=given,
        gender=told.pop() if len(told) == 1 else None if told else called(given),
        family=any(one.family for one in said),
    )
