"""From what somebody wrote in a concept to reactions that a person may take over, one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import Reaction, Session, new_id
from beraad.report.asking import ROLE_OF_READER
from beraad.report.inspecting.reactions import Written

NAMELESS = "In het vak voor de rol stond een naam. Die is niet overgenomen: vul zelf een rol in."


@dataclass(frozen=True, slots=True)
class Sent:
    """What came back in one file.

    Attributes:
        role: of who wrote it; empty when none was filled in, or when it named somebody.
        named: something that looks like a name stood where a role was asked.
        reactions: each with the place where it was written, and ready to be taken over.
    """

    role: str
    named: bool
    reactions: tuple[tuple[Written, Reaction], ...] = field(repr=False)


def sent(written: Iterable[Written], session: Session, lexicon: Lexicon | None = None) -> Sent:
    """What a file brings that the beraad does not have yet; who wrote it is kept by role only."""
    found = tuple(written)
    said = " ".join(one.text for one in found if one.name == ROLE_OF_READER)
    named = names_somebody(said, KnownNames.of(session), lexicon)
    role = "" if named else " ".join(said.split())
    made = ((one, _reaction(one, role)) for one in found if one.name != ROLE_OF_READER)
    known = {reaction.text for reaction in session.reactions}
    return Sent(role, named, tuple(pair for pair in made if pair[1].text not in known))


def names_somebody(
    role: str, known: KnownNames | None = None, lexicon: Lexicon | None = None
) -> bool:
    """Whether something that looks like a name stands where a role was asked."""
    return bool(find(role, known or KnownNames.named(), lexicon))


def _reaction(one: Written, role: str) -> Reaction:
    """What was asked stands before what was written: alone, an answer says too little."""
    between = " " if one.label.endswith("?") else ": "
    return Reaction(id=new_id(), role=role, text=f"{one.label}{between}{one.text}")
