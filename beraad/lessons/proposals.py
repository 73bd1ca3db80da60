"""What could stand in a leerverslag, taken from the cleaned beraad; a person decides."""

from __future__ import annotations

import re
from collections.abc import Mapping

from beraad.phases.course import Course
from beraad.phases.phrasing import capital
from beraad.privacy.clean import CleanedSession
from beraad.privacy.dutch.placeholders import (
    AMOUNT,
    CASE_OWNER,
    DATE,
    FACILITATOR,
    LABELS,
    NAME,
    NEIGHBOURHOOD,
    ORGANISATION,
    PARTICIPANT,
    PERSON,
    PLACE,
    SCHOOL,
)

_A_PAIR = 2

FRAME = "Iemand (een ouder, een jongere, een ondernemer) vraagt … . De regel is … . Tegelijk … ."
POLICY_FRAME = "Er moest gekozen worden over … . De bedoeling is … . Tegelijk … ."
"""To fill in, so that nobody takes over what happened: the kind of situation and not this case."""

_IN_GENERAL = {
    PERSON: "iemand",
    NAME: "iemand",
    PARTICIPANT: "iemand",
    CASE_OWNER: "iemand",
    FACILITATOR: "iemand",
    ORGANISATION: "een organisatie",
    SCHOOL: "een school",
    PLACE: "een plaats",
    NEIGHBOURHOOD: "een buurt",
    AMOUNT: "een bedrag",
    DATE: "een tijd",
}
_FILL_IN = "…"
"""What stands for something that has no general word; approval asks to fill it in."""

_LABELS = "|".join(map(re.escape, (*_IN_GENERAL, *LABELS)))
_TAKEN_OUT = re.compile(
    rf"(?P<opens>(?:^|[.!?] |\n))?(?:\b(?:de|het|een|deze|die) )?"
    rf"\[(?P<what>{_LABELS})(?: \d{{1,3}})?\]",
    re.IGNORECASE,
)


def proposals(cleaned: CleanedSession) -> Mapping[str, str]:
    """By field of the leerverslag what this beraad offers for it; fields without are left out."""
    dialogue, conclusion = cleaned.dialogue, cleaned.conclusion
    offered = {
        "title": cleaned.title,
        "situation": POLICY_FRAME if Course(setting=cleaned.setting).is_policy else FRAME,
        "dilemma": "\n".join(_dilemma(cleaned)),
        "value_conflict": _value_conflict(cleaned),
        "considerations": _paragraphs(dialogue.shared, dialogue.core_difference),
        "lesson": _paragraphs(conclusion.lesson or conclusion.answer),
        "bottleneck": cleaned.bottleneck,
    }
    found = {field: _to_fill_in(text.strip()) for field, text in offered.items() if text.strip()}
    return found if len(found) > 1 else {}


def _to_fill_in(text: str) -> str:
    """A text without a placeholder: what was taken out is said in general, or left to fill in."""

    def general(found: re.Match[str]) -> str:
        said = _IN_GENERAL.get(found["what"].casefold(), _FILL_IN)
        opens = found["opens"]
        return said if opens is None else f"{opens}{capital(said)}"

    return _TAKEN_OUT.sub(general, text)


def _dilemma(cleaned: CleanedSession) -> tuple[str, ...]:
    options = cleaned.lettered_options[:_A_PAIR]
    acts = (f"{mark}: {option.short or option.text}" for mark, option in options if option.text)
    return tuple(line for line in (cleaned.moral_question, *acts) if line)


def _value_conflict(cleaned: CleanedSession) -> str:
    """The values that collide, each once; all of them when none was marked."""
    core = [value.name for value in cleaned.values if value.core]
    names = dict.fromkeys(name for name in core or [value.name for value in cleaned.values] if name)
    return "\n".join(names)


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(text.strip() for text in texts if text.strip())
