"""The terugkoppelbrief: what became of a signal, for the team that gave it."""

from __future__ import annotations

from beraad.privacy.clean import CleanedSession
from beraad.report.blocks import Heading, Paragraph
from beraad.report.compose.parts import brief, labelled, prose, words
from beraad.report.compose.summary import LONGEST_TEAM
from beraad.report.forms.model import Beside, Card, Form, FormBlock, Pick, Sheet, Write
from beraad.report.forms.parts import furniture, stem
from beraad.report.forms.plan import Plan

_STEPS = ("Doorgegeven op", "Ontvangen op", "Beantwoord op", "Terug bij jullie op")
_HELPED = "Heeft dit geholpen?"
_ANSWERS = ("ja", "deels", "nee, we geven het opnieuw door")
_HONEST = (
    "Jullie gaven een signaal door. Hier lees je wat ermee is gedaan en waarom, ook als er niets "
    "verandert."
)


def feedback(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """A letter to the team with the steps, what was done and why, and what changes from when."""
    del plan
    return Form(
        source=cleaned,
        title="Dit is er met jullie signaal gedaan",
        subject="Terugkoppeling van een signaal aan het team",
        stem=stem(cleaned, "terugkoppelbrief"),
        paper=Sheet.A4,
        furniture=furniture(
            cleaned,
            standfirst=_HONEST,
            foot="Bespreek deze brief in het werkoverleg. Schrijf er geen namen op.",
        ),
        sheets=(
            (
                Beside(((0.5, (_to(cleaned),)), (0.5, (Write("Van (rol)"),)))),
                Beside(
                    tuple((1 / len(_STEPS), (Write(step, lines=1, above=True),)) for step in _STEPS)
                ),
                Heading(1, "Wat jullie zagen"),
                *_seen(cleaned),
                Heading(1, "Wat ermee is gedaan"),
                _lines(3),
                Heading(1, "Waarom zo"),
                _lines(3),
                Card(
                    "Dit verandert er voor jullie",
                    "",
                    (Write("Vanaf"), Write("Wat", lines=2), Write("Wie weet er meer van (rol)")),
                ),
                Heading(1, _HELPED),
                Pick("Vul dit samen in", tuple(("", answer) for answer in _ANSWERS)),
            ),
        ),
    )


def _to(cleaned: CleanedSession | None) -> FormBlock:
    """The team it goes to, when that is known; room for it otherwise."""
    team = words(brief(cleaned.team, LONGEST_TEAM)) if cleaned else ()
    return Paragraph(labelled("Aan het team", team)) if team else Write("Aan het team")


def _seen(cleaned: CleanedSession | None) -> tuple[FormBlock, ...]:
    """What the signal is about, when that was written down; room for it otherwise."""
    known = prose(cleaned.bottleneck) if cleaned else ()
    return known or (_lines(2),)


def _lines(count: int) -> Write:
    return Write("", lines=count, above=True)
