"""Signs of a rich talk, to be counted and nothing more: no mark, no target, no person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beraad.listening.perspectives import is_empty_chair
from beraad.phases.model import any_text
from beraad.phases.wording import ARGUMENT_LABELS
from beraad.records import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """How much of something is on the table.

    Attributes:
        what: what is counted, for one or for more than one.
        which: what they are, when that helps more than the number.
    """

    count: int
    what: str
    which: str = ""


def signs(session: Session) -> tuple[Sign, ...]:
    """What was brought to the table so far, in the order of the rondes."""
    return tuple(_signs(session))


def _signs(session: Session) -> Iterator[Sign]:
    asked = [one for one in session.clarifications if any_text(one.question)]
    answered = sum(1 for one in asked if any_text(one.answer))
    yield _sign(len(asked), "vraag", "vragen", f"{answered} met antwoord" if asked else "")
    people = [one for one in session.stakeholders if any_text(one.name)]
    on_chair = sum(1 for one in people if is_empty_chair(one))
    seat = f"{on_chair} op de lege stoel" if on_chair else ""
    yield _sign(len(people), "perspectief", "perspectieven", seat)
    values = {one.name.strip().casefold() for one in session.values if any_text(one.name)}
    yield _sign(len(values), "waarde", "waarden", "")
    used = {norm.argument for norm in session.norms if any_text(norm.text)}
    kinds = [label for kind, label in ARGUMENT_LABELS.items() if kind in used]
    yield _sign(len(kinds), "soort argument", "soorten argumenten", ", ".join(kinds))
    acts = [option for option in session.options if any_text(option.text)]
    letters = ", ".join(session.letter(option.id) for option in acts)
    yield _sign(len(acts), "mogelijkheid", "mogelijkheden", letters)
    harms = [harm for harm in session.harms if any_text(harm.text)]
    under = [o for o in session.options if any(harm.option_id == o.id for harm in harms)]
    at = ", ".join(session.letter(option.id) for option in under)
    yield _sign(len(harms), "keer schade genoemd", "keer schade genoemd", f"bij {at}" if at else "")


def _sign(count: int, one: str, more: str, which: str) -> Sign:
    return Sign(count=count, what=one if count == 1 else more, which=which)
