"""The briefing: what everybody who takes part reads before the talk."""

from __future__ import annotations

from beraad.privacy.clean import CleanedSession
from beraad.report.blocks import Bullets, Heading, Paragraph, Run
from beraad.report.forms.model import Beside, Form, FormBlock, Sheet, Write
from beraad.report.forms.parts import counted, furniture, question, stem
from beraad.report.forms.plan import Plan

_WELCOME = (
    "Je doet mee aan een moreel beraad. Een collega brengt een situatie in waarin twee dingen goed "
    "lijken en niet allebei kunnen. Samen denken we na over wat hier goed is om te doen. We "
    "lossen de casus niet op en nemen geen besluit."
)
_POLICY_WELCOME = (
    "Je doet mee aan een moreel beraad. Een collega brengt een beleidskeuze in waarin twee dingen "
    "goed lijken en niet allebei kunnen. Samen denken we na over wat we met dit beleid bedoelen. "
    "We schrijven het beleid niet en nemen geen besluit."
)
_MORAL = (
    "Het gaat over wat goed is om te doen, niet over wat mag of handig is.",
    "Wat je ook kiest, je doet iemand of iets tekort.",
    "Een feit of een regel alleen geeft het antwoord niet.",
)
_YOURS = (
    "Stel vragen om te begrijpen. Bewaar je mening en je advies tot later.",
    "Zeg wat voor jou telt, en denk ook aan mensen die er niet bij zijn.",
    "In ronde 6 kies je voor jezelf, eerst op papier. Er is geen goed of fout antwoord.",
    "Je hoeft niets te zeggen wat je niet kwijt wilt. Van gedachten veranderen mag.",
)
_AFTER = (
    "Wie wat zegt of kiest, blijft tussen ons.",
    "Er komt een verslag zonder namen. Bij de opening spreken we af wat erin komt.",
    "Wat jullie vaker tegenkomen, kan een signaal worden. Je hoort wat daarmee gebeurt.",
)
_THINK = (
    "Wanneer deed jij iets waarvan je dacht: klopt dit wel?",
    "Welke waarde laat jij in je werk niet los?",
)


def briefing(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """A sheet for everybody who comes; day and place are written in by hand."""
    rounds = " · ".join(
        f"{number}\N{NO-BREAK SPACE}{phase.short_title}" for number, phase, _ in plan.rounds
    )
    return Form(
        source=cleaned,
        title="Straks doe je mee aan een moreel beraad",
        subject="Briefing voor deelnemers aan een moreel beraad",
        stem=stem(cleaned, "briefing"),
        paper=Sheet.HAND,
        furniture=furniture(
            cleaned,
            standfirst="Voor iedereen die meedoet. Lezen kost vijf minuten.",
            foot="Schrijf geen namen op. Dit blad is van jou.",
        ),
        sheets=(
            (
                Paragraph((Run(_POLICY_WELCOME if plan.course.is_policy else _WELCOME),)),
                Beside(
                    (
                        (0.5, (Write("Wanneer"), Write("Waar"))),
                        (0.5, (Write("Gespreksleider"), Write("Vragen vooraf"))),
                    )
                ),
                *question(cleaned),
                Heading(1, "Wanneer is iets een morele vraag?"),
                _listed(_MORAL),
                Heading(1, "Wat vragen we van je?"),
                _listed(_YOURS),
                Heading(1, f"Zo gaat het, in {counted(plan.minutes, 'minuten')}"),
                Paragraph((Run(f"Opening · {rounds}"),)),
                Heading(1, "Wat gebeurt er met wat je zegt?"),
                _listed(_AFTER),
                Heading(1, "Denk hier alvast over na"),
                *(Write(ask, above=True) for ask in _THINK),
            ),
        ),
    )


def _listed(lines: tuple[str, ...]) -> FormBlock:
    return Bullets(tuple((Run(line),) for line in lines))
