"""The leidraad: what the gespreksleider holds in hand, ronde by ronde."""

from __future__ import annotations

from beraad.phases import Phase
from beraad.privacy.clean import CleanedSession
from beraad.report.blocks import Bullets, Look, Paragraph, Run
from beraad.report.compose.parts import facts
from beraad.report.forms.model import Beside, Card, Form, FormBlock, Sheet, Write
from beraad.report.forms.parts import furniture, question, stem
from beraad.report.forms.plan import Plan

_STANDFIRST = (
    "Jij bewaakt het gesprek, niet de uitkomst. Vraag open, geef ieder een beurt en geef twijfel "
    "ruimte. Schrijf kort, in de woorden van de inbrenger."
)
_OPENING = (
    "Heet welkom en zeg wat dit gesprek is: samen nadenken, geen besluit.",
    "Spreek af wat onder ons blijft en wat in het verslag komt.",
    "Spreek af wie het verslag als eerste leest. Dat is vaak de inbrenger.",
    "Is de leidinggevende erbij? Vraag of het team dat wil, en laat die als laatste spreken.",
    "Wijs de lege stoel aan: wie is er niet, maar wordt wel geraakt?",
)


def guide(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """Per ronde the goal, who speaks, the questions and what tends to go wrong."""
    return Form(
        source=cleaned,
        title="Leidraad voor de gespreksleider",
        subject="Leidraad voor de gespreksleider van een moreel beraad",
        stem=stem(cleaned, "leidraad"),
        paper=Sheet.A4,
        furniture=furniture(
            cleaned,
            standfirst=_STANDFIRST,
            foot=f"Leidraad moreel beraad · {plan.minutes} minuten",
        ),
        sheets=(
            (
                *question(cleaned),
                Card(
                    "Opening",
                    f"{plan.opening} min",
                    (Bullets(tuple((Run(line),) for line in _OPENING)),),
                ),
                *(_card(number, phase, minutes) for number, phase, minutes in plan.rounds),
                Write("Let vandaag op", lines=6, above=True),
            ),
        ),
    )


def _card(number: int, phase: Phase, minutes: int) -> Card:
    say = _listed("Zeg bijvoorbeeld", phase.say) if phase.say else ()
    blocks: tuple[FormBlock, ...] = (
        Paragraph((Run(phase.goal),)),
        *facts(("Wie spreekt", phase.speaks), ("Schrijf op", phase.notes)),
        Beside(
            (
                (0.55, _listed("Vragen", phase.questions)),
                (0.45, (*_listed("Waar het misgaat", phase.pitfalls), *say)),
            )
        ),
    )
    return Card(f"{number} · {phase.title}", f"{minutes} min", blocks)


def _listed(title: str, lines: tuple[str, ...]) -> tuple[FormBlock, ...]:
    items = tuple((Run(line),) for line in lines)
    return (Paragraph((Run(title, Look.STRONG),), leads=True), Bullets(items))
