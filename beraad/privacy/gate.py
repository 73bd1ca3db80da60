"""A beraad read as one document: what was found in it, and what stands there instead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from beraad.privacy.find import candidates, find
from beraad.privacy.finds import Find
from beraad.privacy.known import KnownNames
from beraad.privacy.lexicon import Lexicon, shipped
from beraad.privacy.numbering import numbered
from beraad.privacy.outgoing import outgoing
from beraad.privacy.overlap import settle
from beraad.privacy.replacing import put
from beraad.records import Decision, Session, Verdict
from beraad.records.anatomy import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Everything the gate knows about one beraad.

    Attributes:
        passages: every text that may go out, with its address.
        found: by text: what finders pointed at in it; finds may overlap.
        suggestions: by key of a find: the replacement it has in this whole document.
        generalised: by key of a find: the generalisations of its mentions.
        decisions: by key of a find: what a person decided, the last time.
        lexicon: the words it was read with.
    """

    known: KnownNames
    passages: tuple[tuple[Address, str], ...]
    found: Mapping[str, tuple[Find, ...]]
    suggestions: Mapping[str, str]
    generalised: Mapping[str, frozenset[str]]
    decisions: Mapping[str, Decision]
    lexicon: Lexicon

    @classmethod
    def of(cls, session: Session, lexicon: Lexicon | None = None) -> Gate:
        """Read a beraad; with the shipped lexicon unless another is given."""
        lexicon = lexicon or shipped()
        known = KnownNames.of(session)
        passages = tuple((address, text) for address, text in outgoing(session) if text)
        found = candidates(dict.fromkeys(text for _, text in passages), known, lexicon)
        return cls(
            known=known,
            passages=passages,
            found=found,
            suggestions=_suggestions(known, found, lexicon),
            generalised=_generalised(found),
            decisions={decision.key: decision for decision in session.decisions},
            lexicon=lexicon,
        )

    def decision(self, found: Find) -> Decision | None:
        """What a person decided about this find; a doubtful mention follows the certain ones."""
        return self.decisions.get(found.key) or self.decisions.get(found.identity)

    def stays(self, found: Find) -> bool:
        """Whether this stays: a person decided so, or it only asks and nobody decided yet."""
        decision = self.decision(found)
        return found.asks if decision is None else decision.verdict is Verdict.KEEP

    def is_open(self, found: Find) -> bool:
        """Whether a person still has to decide about this."""
        return found.asks and self.decision(found) is None

    def in_force(self, text: str) -> tuple[Find, ...]:
        """What is taken out of a text: everything that nobody decided to keep.

        A name inside something that stays, such as a web address, is still taken out.
        """
        return settle(text, (one for one in self.found[text] if not self.stays(one)))

    def replacement(self, found: Find) -> str:
        """What stands instead of a find: what a person chose, if it is safe, or the suggestion.

        A generalisation that was chosen for one mention takes the form that fits each other one.
        """
        decision = self.decision(found)
        chosen = decision.replacement.strip() if decision else ""
        if found.generalised and chosen in self.generalised.get(found.key, ()):
            chosen = found.generalised
        safe = chosen and is_safe(chosen, self.known, self.lexicon)
        return chosen if safe else self.suggestions[found.key]

    def cleaned(self, text: str) -> str:
        """Return a text of this beraad as it may go out."""
        return put(text, self.in_force(text), self.replacement) if text else text

    def removed(self, counts: Callable[[Address], bool]) -> int:
        """How many mentions are taken out at the addresses that count."""
        return sum(len(self.in_force(text)) for address, text in self.passages if counts(address))


def is_safe(replacement: str, known: KnownNames, lexicon: Lexicon | None = None) -> bool:
    """Whether a replacement does not identify anybody itself."""
    return all(found.asks for found in find(replacement, known, lexicon))


def _suggestions(
    known: KnownNames, found: Mapping[str, tuple[Find, ...]], lexicon: Lexicon
) -> dict[str, str]:
    """The suggestion for every key. Depends on what is found only, never on a decision."""
    visible = [one for text, finds in found.items() for one in settle(text, finds)]
    hidden = [one for finds in found.values() for one in finds]
    wishes = {one.suggestion for one in hidden}
    unsafe = {wish for wish in wishes if not is_safe(wish, known, lexicon)}
    return numbered(visible, hidden, unsafe=unsafe)


def _generalised(found: Mapping[str, tuple[Find, ...]]) -> dict[str, frozenset[str]]:
    """The generalisations under each key; the mentions of one thing differ in grammar only."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for finds in found.values():
        for one in finds:
            if one.generalised:
                forms[one.key].add(one.generalised)
    return {key: frozenset(words) for key, words in forms.items()}
