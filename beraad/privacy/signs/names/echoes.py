"""What was found once is found everywhere in the document, also with one typing error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.placeholders import bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.kinds import kind_of_thing
from beraad.privacy.signs.names.heard import Heard
from beraad.privacy.signs.names.scan import LABELS
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.page import Page

_Mark = Callable[[Page, Token], Find]


def echoes(page: Page, words: Sequence[Token], heard: Heard, lexicon: Lexicon) -> Iterator[Find]:
    """Yield other places, among these words, of the names heard in this document."""
    if not heard.by_core and not heard.known:
        return
    marks: dict[str, _Mark | None] = {}
    for token in words:
        if token.core not in marks:
            marks[token.core] = _mark_of(token.core, heard, lexicon)
        mark = marks[token.core]
        if mark is None or (not token.capital and token.core in lexicon.words):
            continue
        if not (token.opens and (token.core in lexicon.allowed or token.core in lexicon.never)):
            yield mark(page, token)


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
