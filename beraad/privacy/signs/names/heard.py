"""The names of a whole document: what was found once, and what is known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.remembering import Remembered
from beraad.privacy.dutch.vocabulary import CALLED_PARTICLES, OF_PEOPLE, PARTICLES, TITLES
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.subjects import Subject

_SHORTEST_WITH_ERROR = 5
_INITIAL = re.compile(r"[A-Z]\. ?(?:[A-Z]\. ?)*[\w'-]{2}")
_SHORTEST = 2


@dataclass(frozen=True, kw_only=True)
class Heard:
    """The names of a document.

    Attributes:
        by_core: for one word: what kind of name it is in, and the key of that name.
        known: for one word of what is known in the beraad: whose it is.
        perhaps: for one word that was only asked about as somebody's: the key of that.
        ages: the ages of persons that stand somewhere in it.
        lettered: the surnames that stand somewhere behind an initial: "T. Dijkhuis".
    """

    by_core: Mapping[str, tuple[FindKind, str]]
    known: Mapping[str, Subject]
    perhaps: Mapping[str, str] = field(default_factory=dict[str, str])
    ages: frozenset[int] = frozenset()
    lettered: frozenset[str] = frozenset()

    @classmethod
    def of(cls, finds: Iterable[Find], known: KnownNames, lexicon: Lexicon) -> Heard:
        """The names among these finds. A word of several names is its own."""
        keys: defaultdict[str, dict[str, FindKind]] = defaultdict(dict)
        perhaps: dict[str, str] = {}
        lettered: set[str] = set()
        for find in finds:
            if not find.asks and _begins_with_an_initial(find):
                lettered.add(cores_of(find)[-1])
            capital = find.kind is FindKind.PERSON and find.text[:1].isupper()
            for core in _all_cores_of(find) if find.key.startswith("name:") else ():
                if not find.asks and not _is_too_plain(core, find, lexicon):
                    keys[core].setdefault(find.key, find.kind)
                elif capital and core not in OF_PEOPLE - lexicon.given:
                    perhaps[core] = f"name:{core}:perhaps"
        by_core = {core: _meant(core, among) for core, among in keys.items()}
        subjects = {core: some[0] for core, some in known.by_core.items() if len(some) == 1}
        return cls(by_core=by_core, known=subjects, perhaps=perhaps, lettered=frozenset(lettered))

    @cached_property
    def _near(self) -> Mapping[str, Sequence[str]]:
        """Words with the same first letter, for typing errors."""
        near: defaultdict[str, list[str]] = defaultdict(list)
        for core in sorted({*self.by_core, *self.known}):
            if len(core) >= _SHORTEST_WITH_ERROR:
                near[core[0]].append(core)
        return dict(near)

    def settled(self, find: Find, lexicon: Lexicon) -> Find:
        """The same find under the key of the one whose name it is a part or a misspelling of."""
        cores = cores_of(find)
        if find.asks and _begins_with_an_initial(find) and cores[-1] in self.lettered:
            key = find.key.removesuffix(":perhaps")
            return replace(find, key=key, identity=key, asks=False, everyday=False)
        if not find.key.startswith("name:") or len(cores) != 1:
            return find
        if find.asks and (key := self._settling(find, cores[0])):
            find = replace(find, key=key, identity=key, asks=False, everyday=False)
        if find.asks:
            return find
        exact = self.known.get(cores[0])
        if exact and find.kind is FindKind.PERSON:
            # A word like any other, that stands here as a name: "Roos werd stil".
            return replace(
                find,
                kind=exact.kind,
                key=exact.key,
                identity=exact.key,
                suggestion=exact.suggestion,
            )
        subject = self.known.get(self.misspelled(cores[0], lexicon))
        if subject and find.kind is FindKind.PERSON:
            return replace(
                find,
                kind=subject.kind,
                key=f"{subject.key}:{cores[0]}",
                identity=subject.key,
                certainty=Certainty.POSSIBLE,
                reason="lijkt op een naam die bekend is",
                suggestion=subject.suggestion,
            )
        _, key = self.by_core.get(cores[0], (find.kind, find.key))
        return find if find.key == find.identity == key else replace(find, key=key, identity=key)

    def _settling(self, find: Find, core: str) -> str:
        """The key of somebody called so elsewhere, where a word is asked about that very likely is
        a name; empty when nobody is.
        """
        if find.kind is not FindKind.PERSON or find.certainty is not Certainty.LIKELY:
            return ""
        kind, key = self.by_core.get(core, (None, ""))
        return key if kind is FindKind.PERSON else ""

    def misspelled(self, core: str, lexicon: Lexicon) -> str:
        """The name of which this is written with one error; a name of its own is no error."""
        near = self._near.get(core[:1], ()) if len(core) >= _SHORTEST_WITH_ERROR else ()
        if not near or lexicon.is_name(core) or lexicon.is_word(core):
            return ""
        return next((name for name in near if name != core and _one_error(core, name)), "")


def _begins_with_an_initial(find: Find) -> bool:
    """Whether somebody is called by an initial and a surname: "T. Dijkhuis"."""
    named = find.kind is FindKind.PERSON and find.key.startswith("name:")
    return named and bool(_INITIAL.match(find.text)) and bool(cores_of(find))


def cores_of(find: Find) -> tuple[str, ...]:
    """The words of a name that point to somebody."""
    return _CORES[find.text]


def _cores_in(name: str) -> tuple[str, ...]:
    words = words_of(name)
    cores = tuple(
        word
        for word in words
        if word not in PARTICLES and word not in TITLES and len(word) >= _SHORTEST
    )
    return cores or tuple(word for word in words if word in CALLED_PARTICLES)


_CORES = Remembered(_cores_in)


def _all_cores_of(find: Find) -> tuple[str, ...]:
    """The words of a name, also the first name that is a tussenvoegsel too: "Ben de Haan"."""
    cores = cores_of(find)
    first = words_of(find.text)[:1]
    called = find.text[:1].isupper() and CALLED_PARTICLES.issuperset(first)
    return (*first, *cores) if called and first != cores else cores


def _is_too_plain(core: str, find: Find, lexicon: Lexicon) -> bool:
    """Whether this word is part of a name and still an everyday word: "Thuis in de Wijk"."""
    if core.isdecimal() or core in OF_PEOPLE:
        return True
    if core in CALLED_PARTICLES and find.text[:1].isupper():
        return find.kind is not FindKind.PERSON
    if core in lexicon.never or core in lexicon.allowed:
        return find.certainty is not Certainty.CERTAIN or find.kind is not FindKind.PERSON
    if find.certainty is Certainty.CERTAIN and find.kind is FindKind.PERSON:
        return False
    people = find.kind in (FindKind.PERSON, FindKind.PLACE)
    return core in lexicon.words and not (people and lexicon.is_name(core))


def _meant(core: str, among: Mapping[str, FindKind]) -> tuple[FindKind, str]:
    longer = [key for key in among if key != f"name:{core}"]
    key = longer[0] if len(longer) == 1 else f"name:{core}"
    return among.get(key, next(iter(among.values()))), key


def _one_error(left: str, right: str) -> bool:
    """Whether one letter is missing, too many, another, or two changed places."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1:
        return False
    place = next((at for at, sign in enumerate(short) if sign != long[at]), len(short))
    if len(short) < len(long):
        return short[place:] == long[place + 1 :]
    swapped = short[place : place + 2] == long[place : place + 2][::-1]
    return short[place + 1 :] == long[place + 1 :] or (
        swapped and short[place + 2 :] == long[place + 2 :]
    )
