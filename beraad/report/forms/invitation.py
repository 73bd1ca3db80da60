"""The invitation for the inbrenger, with what to think about beforehand."""

from __future__ import annotations

from beraad.phases.policy import TO_PREPARE
from beraad.privacy.clean import CleanedSession
from beraad.report.blocks import Bullets, Heading, Paragraph, Run
from beraad.report.forms.model import Beside, Form, FormBlock, Sheet, Write
from beraad.report.forms.parts import counted, furniture, question, stem
from beraad.report.forms.plan import Plan

_WELCOME, _POLICY_WELCOME = (
    f"Fijn dat je een {brought} wilt inbrengen. In een moreel beraad denken we samen na over een "
    f"{about} waar je zelf mee zit. Je hoeft niets te verdedigen en we zoeken geen fout. Aan het "
    "eind heb je geen opdracht, wel een beter gewogen antwoord voor nu."
    for brought, about in (("casus", "vraag"), ("beleidsvraag", "keuze"))
)
_PEOPLE = (Write("Gespreksleider"), Write("Met wie"))
_PREPARE = (
    ("Wat gebeurde er, in vijf zinnen?", 5),
    ("Op welk moment twijfelde je het meest?", 3),
    ("Tussen welke twee dingen moest je kiezen?", 3),
    ("Wie of wat doe je tekort bij A, en wie of wat bij B?", 3),
    ("Wie worden erdoor geraakt, ook mensen die er niet bij zijn?", 3),
    ("Wat wil je de groep vragen? Begin met: mag ik … of moet ik …", 3),
)
_LEAVE = (
    "Namen, adressen en geboortedata. Zeg ‘de inwoner’, ‘de dochter’, ‘een collega’.",
    "Het dossier. Je vertelt uit je hoofd wat ertoe doet.",
    "Een casus van iemand anders, of een verzonnen geval. Het moet je eigen vraag zijn.",
)
_POLICY_LEAVE = (
    "Namen en adressen van inwoners en collega’s. Zeg ‘inwoners die …’ of ‘een collega’.",
    "Het hele beleidsplan. Je vertelt uit je hoofd welke keuze ertoe doet.",
    "Een keuze van iemand anders, of een verzonnen vraag. Het moet je eigen vraag zijn.",
)
_AFTER = (
    "Wie wat zegt of kiest, blijft tussen ons.",
    "Er komt een verslag zonder namen. Jij leest het als eerste.",
    "Een afweging is geen besluit. Dat valt later, volgens de gewone regels.",
    "Merk je dat het te dichtbij komt? Zeg het. We kunnen altijd stoppen.",
)


def invitation(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """A letter with room for the answers; day and place are written in by hand."""
    policy = plan.course.is_policy
    return Form(
        source=cleaned,
        title="Uitnodiging voor een moreel beraad",
        subject="Uitnodiging en voorbereiding voor de inbrenger van een moreel beraad",
        stem=stem(cleaned, "uitnodiging"),
        paper=Sheet.A4,
        furniture=furniture(
            cleaned,
            standfirst="Voor de inbrenger. Een half uur voorbereiden is genoeg.",
            foot="Dit blad is van jou. Neem het mee en gooi het daarna weg.",
        ),
        sheets=(
            (
                Paragraph((Run(_POLICY_WELCOME if policy else _WELCOME),)),
                Beside(((0.5, (Write("Wanneer"), Write("Waar"))), (0.5, _PEOPLE))),
                Paragraph(
                    (Run(f"Het gesprek duurt {counted(plan.minutes, 'minuten')}, in acht rondes."),)
                ),
                *question(cleaned),
                Heading(1, "Dit laat je thuis"),
                _listed(_POLICY_LEAVE if policy else _LEAVE),
                Heading(1, "Dit gebeurt er met wat je vertelt"),
                _listed(_AFTER),
            ),
            (
                Heading(1, "Denk hier alvast over na"),
                *(
                    Write(ask, lines=lines, above=True)
                    for ask, lines in (TO_PREPARE if policy else _PREPARE)
                ),
            ),
        ),
    )


def _listed(lines: tuple[str, ...]) -> FormBlock:
    return Bullets(tuple((Run(line),) for line in lines))
