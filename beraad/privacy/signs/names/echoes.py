"""What was found once is found everywhere in the document, also with one typing error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.placeholders import bracketed
from beraad.privacy.dutch.vocabulary import PARTICLE_FORMS
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.kinds import kind_of_thing
from beraad.privacy.signs.names.announced import is_particle
from beraad.privacy.signs.names.heard import Heard
from beraad.privacy.signs.names.scan import LABELS
from beraad.privacy.signs.names.seed import Spot
from beraad.privacy.signs.names.teams import is_of_a_team
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.signs.names.verb_ben import is_the_verb
from beraad.privacy.text.page import Page

_MOST_PARTICLES = 3
_Mark = Callable[[Page, Token], Find]


def echoes(page: Page, words: Sequence[Token], heard: Heard, lexicon: Lexicon) -> Iterator[Find]:
    """Yield other places, among these words, of the names heard in this document."""
    if not heard.by_core and not heard.known and not heard.perhaps:
        return
    marks: dict[str, _Mark | None] = {}
    for index, word in enumerate(words):
        token = _with_its_particles(words, index) if word.capital else word
        if token.core not in marks:
            marks[token.core] = _mark_of(token.core, heard, lexicon)
        mark = marks[token.core]
        plain = token.core in lexicon.allowed or token.core in lexicon.never
        if token.core == "ben" and is_the_verb(Spot(words, index, lexicon)):
            continue
        if mark is None:
            if token.capital and token.core in heard.perhaps:
                ordinary = token.opens and lexicon.is_word(token.core)
                yield _asked(page, token, heard.perhaps[token.core], everyday=ordinary)
        elif is_of_a_team(words, index, index):
            yield _perhaps(mark(page, token), token.core)
        elif (token.capital and not (token.opens and plain)) or (
            not token.capital and token.core not in lexicon.words
        ):
            yield mark(page, token)
        elif token.capital or (token.quiet and not plain and _is_of_somebody(token.core, heard)):
            yield replace(_perhaps(mark(page, token), token.core), everyday=True)


def _perhaps(found: Find, core: str) -> Find:
    """The same find as a question."""
    key = f"name:{core}:perhaps"
    return replace(found, key=key, identity=key, certainty=Certainty.POSSIBLE, asks=True)


def _with_its_particles(words: Sequence[Token], index: int) -> Token:
    """The word from its tussenvoegsels on, where one is only that: "v.d. Meer"."""
    first = index
    while (
        first > max(0, index - _MOST_PARTICLES)
        and not words[first].opens
        and is_particle(words, first - 1)
        and words[first].joined(words[first - 1])
    ):
        first -= 1
    only = any(one.core in PARTICLE_FORMS for one in words[first:index])
    return words[index]._replace(start=words[first].start) if only else words[index]


def _is_of_somebody(core: str, heard: Heard) -> bool:
    """Whether a word is a person's name elsewhere in the document."""
    return core in heard.by_core and heard.by_core[core][0] is FindKind.PERSON


def _asked(page: Page, token: Token, key: str, *, everyday: bool) -> Find:
    """The same word elsewhere, of which nobody knows yet whether it is a name."""
    return page.mark(
        FindKind.PERSON,
        token.start,
        token.end,
        key=key,
        certainty=Certainty.POSSIBLE,
        reason="staat elders misschien als naam",
        suggestion=bracketed(LABELS[FindKind.PERSON]),
        asks=True,
        everyday=everyday,
    )


def _mark_of(core: str, heard: Heard, lexicon: Lexicon) -> _Mark | None:
    """How a word is marked that stands elsewhere as a name; None when it does not."""
    for name in (core, core.removesuffix("s")):
        if name in heard.by_core:
            return _as_name(*heard.by_core[name], core, "staat elders als naam")
    near = heard.misspelled(core, lexicon)
    if near in heard.known:
        return _as_known(heard, near, core)
    if near:
        return _as_name(*heard.by_core[near], core, "lijkt op een naam die elders staat")
    return None


def _as_name(kind: FindKind, key: str, core: str, reason: str) -> _Mark:
    return lambda page, token: page.mark(
        kind,
        token.start,
        token.end,
        key=key,
        certainty=Certainty.LIKELY,
        reason=reason,
        suggestion=bracketed(LABELS[kind]),
        generalised=kind_of_thing(kind, (core,), page.before(token.start)),
    )


def _as_known(heard: Heard, near: str, core: str) -> _Mark:
    subject = heard.known[near]
    return lambda page, token: page.mark(
        subject.kind,
        token.start,
        token.end,
        key=f"{subject.key}:{core}",
        identity=subject.key,
        certainty=Certainty.POSSIBLE,
        reason="lijkt op een naam die bekend is",
        suggestion=subject.suggestion,
    )
