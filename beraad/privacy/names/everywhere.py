"""What was found once is found everywhere in the document, also with one typing error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from beraad.privacy.finds import Certainty, Find, FindKind
from beraad.privacy.general.kinds import kind_of_thing
from beraad.privacy.lexicon import Lexicon
from beraad.privacy.names.people import LABELS
from beraad.privacy.names.tokens import tokens
from beraad.privacy.naming import words_of
from beraad.privacy.page import Page
from beraad.privacy.placeholders import bracketed
from beraad.privacy.vocabulary import OF_PEOPLE, PARTICLES, TITLES

_SHORTEST_WITH_ERROR = 5
_SHORTEST = 2
_FIRST_LETTERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The names of a document.

    Attributes:
        by_core: for one word: what kind of name it is in, and the key of that name.
        near: words with the same first two letters, for typing errors.
    """

    by_core: Mapping[str, tuple[FindKind, str]]
    near: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, finds: Iterable[Find], lexicon: Lexicon) -> Heard:
        """The names among these finds. A word of several names is its own."""
        keys: defaultdict[str, dict[str, FindKind]] = defaultdict(dict)
        for find in finds:
            if find.key.startswith("name:") and not find.asks:
                for core in cores_of(find):
                    if not _is_too_plain(core, find, lexicon):
                        keys[core].setdefault(find.key, find.kind)
        by_core = {core: _meant(core, among) for core, among in keys.items()}
        near: defaultdict[str, set[str]] = defaultdict(set)
        for core in by_core:
            if len(core) >= _SHORTEST_WITH_ERROR:
                near[core[:_FIRST_LETTERS]].add(core)
        return cls(by_core=by_core, near={start: frozenset(ws) for start, ws in near.items()})

    def settled(self, find: Find) -> Find:
        """The same find under the key of the one whose name it is a part of."""
        cores = cores_of(find)
        if find.asks or not find.key.startswith("name:") or len(cores) != 1:
            return find
        _, key = self.by_core.get(cores[0], (find.kind, find.key))
        return replace(find, key=key, identity=key)


def cores_of(find: Find) -> tuple[str, ...]:
    """The words of a name that point to somebody."""
    return tuple(
        word
        for word in words_of(find.text)
        if word not in PARTICLES and word not in TITLES and len(word) >= _SHORTEST
    )


def _is_too_plain(core: str, find: Find, lexicon: Lexicon) -> bool:
    """Whether this word is part of a name and still an everyday word: "Thuis in de Wijk"."""
    if core.isdecimal() or core in OF_PEOPLE:
        return True
    if core in lexicon.never or core in lexicon.allowed:
        return find.certainty is not Certainty.CERTAIN or find.kind is not FindKind.PERSON
    people = find.kind in (FindKind.PERSON, FindKind.PLACE)
    return core in lexicon.words and not (people and lexicon.is_name(core))


def _meant(core: str, among: Mapping[str, FindKind]) -> tuple[FindKind, str]:
    longer = [key for key in among if " " in key]
    key = longer[0] if len(longer) == 1 else f"name:{core}"
    return among.get(key, next(iter(among.values()))), key


def echoes(page: Page, heard: Heard, lexicon: Lexicon) -> Iterator[Find]:
    """Yield other places of the names heard in this document."""
    if not heard.by_core:
        return
    for token in tokens(page):
        core = token.core
        plain = core in lexicon.words
        if plain and not token.capital:
            continue
        if token.opens and (core in lexicon.allowed or core in lexicon.never):
            continue
        known = core if core in heard.by_core else core.removesuffix("s")
        reason = "staat elders als naam"
        if known not in heard.by_core:
            if plain or len(core) < _SHORTEST_WITH_ERROR or lexicon.is_word(core):
                continue
            known = _misspelled(core, heard)
            reason = "lijkt op een naam die elders staat"
        if known in heard.by_core:
            kind, key = heard.by_core[known]
            yield page.mark(
                kind,
                token.start,
                token.end,
                key=key,
                certainty=Certainty.LIKELY,
                reason=reason,
                suggestion=bracketed(LABELS[kind]),
                generalised=kind_of_thing(kind, (core,), page.before(token.start)),
            )


def _misspelled(core: str, heard: Heard) -> str:
    for known in sorted(heard.near.get(core[:_FIRST_LETTERS], ())):
        if _one_error(core, known):
            return known
    return ""


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
