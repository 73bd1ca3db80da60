"""Signs of a rich talk, to be counted and nothing more: no mark, no target, no person."""

from __future__ import annotations

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
    return tuple(sign(session) for sign in SIGNS)


def questions(session: Session) -> Sign:
    """What was asked in the ronde of clarification."""
    asked = [one for one in session.clarifications if any_text(one.question)]
    answered = sum(1 for one in asked if any_text(one.answer))
    return _sign(len(asked), "vraag", "vragen", f"{answered} met antwoord" if asked else "")


def perspectives(session: Session) -> Sign:
    """Whose side was told."""
    people = [one for one in session.stakeholders if any_text(one.name)]
    on_chair = sum(1 for one in people if is_empty_chair(one))
    seat = f"{on_chair} op de lege stoel" if on_chair else ""
    return _sign(len(people), "perspectief", "perspectieven", seat)


def values(session: Session) -> Sign:
    """Different values; one that several people hold counts once."""
    named = {one.name.strip().casefold() for one in session.values if any_text(one.name)}
    return _sign(len(named), "waarde", "waarden", "")


def arguments(session: Session) -> Sign:
    """The kinds of argument among the norms."""
    used = {norm.argument for norm in session.norms if any_text(norm.text)}
    kinds = [label for kind, label in ARGUMENT_LABELS.items() if kind in used]
    return _sign(len(kinds), "soort argument", "soorten argumenten", ", ".join(kinds))


def possibilities(session: Session) -> Sign:
    """What could be done, by letter."""
    acts = [option for option in session.options if any_text(option.text)]
    letters = ", ".join(session.letter(option.id) for option in acts)
    return _sign(len(acts), "mogelijkheid", "mogelijkheden", letters)


def harm(session: Session) -> Sign:
    """Harm, and the possibilities it was named with."""
    harms = [one for one in session.harms if any_text(one.text)]
    under = [o for o in session.options if any(one.option_id == o.id for one in harms)]
    at = ", ".join(session.letter(option.id) for option in under)
    return _sign(
        len(harms), "keer schade genoemd", "keer schade genoemd", f"bij {at}" if at else ""
    )


SIGNS = (questions, perspectives, values, arguments, possibilities, harm)
"""In the order of the rondes."""


def _sign(count: int, one: str, more: str, which: str) -> Sign:
    return Sign(count=count, what=one if count == 1 else more, which=which)
