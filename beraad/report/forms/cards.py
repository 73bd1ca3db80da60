"""The afwegingskaart: what each participant writes down alone in ronde 6."""

from __future__ import annotations

from beraad.phases.consideration import (
    ABSTAINS,
    CERTAINTIES,
    CERTAINTY,
    HARM,
    LIMITING,
    NEEDS,
    NEEDS_FROM,
    VALUE,
    VIRTUE,
)
from beraad.privacy.clean import CleanedSession
from beraad.report.blocks import Furniture
from beraad.report.compose.practice import foot
from beraad.report.forms.model import (
    Answers,
    Beside,
    Card,
    Form,
    FormBlock,
    Pick,
    Sheet,
    Small,
    Write,
)
from beraad.report.forms.parts import acts, question, stem
from beraad.report.forms.plan import Plan

_ON_A_SHEET = 2
_BLANK_OPTIONS = (("A", ""), ("B", ""), ("C", ""), ("D", ""))
_FEWEST = 4
_MANY, _ONE_LINE = 6, 42
"""With more options than this each is said on one line, so that two cards still fit on a sheet."""
_PROMISE = (
    "Wat je schrijft, kan in het verslag komen, los van je keuze. Wie wat koos, blijft tussen "
    "ons. Schrijf geen namen op, en ook niet je eigen functie. Waar om een rol gevraagd wordt, "
    "schrijf je die van een ander."
)
_TOGETHER = (
    "Schrijf geen namen op. Deze kaart komt heel in het verslag, zonder van wie. Dat is samen "
    "afgesproken."
)


def cards(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """Two cards on a sheet; one for everybody who weighs, by number, when that is known."""
    numbers = [f"Kaart {number}" for number in range(1, plan.weighing + 1)] or [""] * _ON_A_SHEET
    return Form(
        source=cleaned,
        title="Afwegingskaart",
        subject="Afwegingskaart voor een moreel beraad, om op te schrijven",
        stem=stem(cleaned, "afwegingskaart"),
        paper=Sheet.CARDS,
        furniture=Furniture(),
        opened=False,
        sheets=(tuple(_card(cleaned, number) for number in numbers),),
    )


def _card(cleaned: CleanedSession | None, number: str) -> Card:
    rest = foot(number, is_practice=bool(cleaned and cleaned.is_practice))
    blocks: tuple[FormBlock, ...] = (
        *(question(cleaned) or (Write("Morele vraag", lines=1),)),
        Pick("Ik kies", _options(cleaned)),
        Write(VALUE.label, VALUE.hint),
        Write(HARM.label, HARM.hint, lines=2),
        Write(LIMITING.label, LIMITING.hint, lines=2),
        Write(NEEDS.label, lines=2),
        Beside(((0.5, (Write(NEEDS_FROM.label, NEEDS_FROM.hint),)), (0.5, (Write(VIRTUE.label),)))),
        Answers(CERTAINTY.label, tuple(map(str, CERTAINTIES)), ABSTAINS.label),
        Small(_promise(cleaned)),
    )
    return Card("Mijn afweging", rest, blocks, level=1, high=True)


def _promise(cleaned: CleanedSession | None) -> str:
    return _TOGETHER if cleaned and cleaned.stands_whole else _PROMISE


def _options(cleaned: CleanedSession | None) -> tuple[tuple[str, str], ...]:
    """What is known, with room for what is not; the dilemma has at least A and B."""
    known = acts(cleaned)
    if len(known) > _MANY:
        known = acts(cleaned, _ONE_LINE)
    letters = {letter for letter, _ in known}
    return (
        known
        + tuple(one for one in _BLANK_OPTIONS if one[0] not in letters)[
            : max(0, _FEWEST - len(known))
        ]
    )
