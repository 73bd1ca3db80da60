"""Intervisie of gespreksleiders: a sheet about one's own dilemma in leading."""

from __future__ import annotations

from beraad.privacy.clean import CleanedSession
from beraad.report.blocks import Bullets, Furniture, Heading, Run
from beraad.report.forms.model import Form, Sheet, Write
from beraad.report.forms.plan import Plan

_ASKED = (
    "Wat wilde je op dat moment beschermen?",
    "Wat had de groep van je nodig, en wat de inbrenger?",
    "Welke waarde van jou als gespreksleider stond op het spel?",
    "Wat gebeurde er in jou, voordat je iets zei of niets zei?",
)


def peers(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """The same sheet beside every beraad: nothing of a case belongs on it."""
    del cleaned, plan
    return Form(
        source=None,
        title="Intervisie voor gespreksleiders",
        subject="Werkblad voor intervisie over een eigen dilemma bij het leiden van een beraad",
        stem="intervisie",
        paper=Sheet.HAND,
        furniture=Furniture(
            kicker="Voor wie leidt",
            standfirst="Een uur, met drie tot zes gespreksleiders. Een van jullie brengt een "
            "moment in waarop leiden moeilijk was, in tien minuten. Vertel niets over de mensen "
            "van toen. Daarna vragen de anderen door, een half uur lang en zonder raad te geven. "
            "Dan schrijft wie inbracht op wat dit oplevert, en zegt ieder één ding.",
            foot="Schrijf geen namen op. Dit blad blijft bij wie inbracht.",
        ),
        sheets=(
            (
                Write("Het moment: wat gebeurde er, en in welke ronde?", lines=4, above=True),
                Write("A: ik had kunnen …", lines=2, above=True),
                Write("Wie of wat doe ik daarmee tekort?", lines=1, above=True),
                Write("B: ik had ook kunnen …", lines=2, above=True),
                Write("Wie of wat doe ik daarmee tekort?", lines=1, above=True),
                Write("Mijn vraag als gespreksleider", lines=2, above=True),
                Heading(1, "Vragen van de anderen"),
                Bullets(tuple((Run(text),) for text in _ASKED)),
                Write("Wat ik ervan meeneem", lines=3, above=True),
                Write("Dit probeer ik, en wanneer", lines=2, above=True),
            ),
        ),
    )
