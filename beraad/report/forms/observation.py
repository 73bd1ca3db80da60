"""The observatieblad: what a trainer sees the gespreksleider do."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.privacy.clean import CleanedSession
from beraad.records import PhaseKey
from beraad.report.blocks import Cell, Heading, Look, RowGroup, Run
from beraad.report.compose.parts import note
from beraad.report.forms.model import Board, Form, Sheet, Write
from beraad.report.forms.parts import furniture, stem
from beraad.report.forms.plan import Plan

_HEADER = ("Ronde", "Waar je op let", "Gezien?", "Wat werd er gezegd of gedaan?")
_WIDTHS = (0.19, 0.28, 0.21, 0.32)
_TICKS = ((), (), ("ja", "deels", "nee", "n.v.t."), ())
_HIGH = 42.0
_OPENING = (
    "Zegt waar het gesprek voor is, en wat het niet is.",
    "Maakt afspraken over vertrouwelijkheid en verslag.",
)
_LOOK_FOR: Mapping[PhaseKey, tuple[str, ...]] = {
    PhaseKey.CASE: (
        "Houdt de inbrenger bij wat er gebeurde, tot het kernmoment.",
        "Schrijft op in de woorden van de inbrenger.",
    ),
    PhaseKey.DILEMMA: (
        "Helpt naar twee echte handelingen, met de schade van elk.",
        "Vraagt na of dit de vraag van de inbrenger is.",
    ),
    PhaseKey.CLARIFICATION: (
        "Legt uit waar vragen nu voor dienen, en buigt advies om.",
        "Geeft ieder een beurt; de inbrenger blijft in het midden.",
    ),
    PhaseKey.PERSPECTIVES: (
        "Haalt ook op wat telt voor wie er niet bij is.",
        "Houdt waarde, norm en feit uit elkaar.",
    ),
    PhaseKey.ALTERNATIVES: ("Maakt ruimte, zonder te wegen of het kan.",),
    PhaseKey.CONSIDERATION: (
        "Laat eerst stil schrijven, dan pas spreken.",
        "Vraagt door naar de schade en wat die kleiner maakt.",
    ),
    PhaseKey.DIALOGUE: (
        "Zoekt het verschil op, zonder keuzes te tellen.",
        "Merkt op wie stil is, en wat het gesprek onveilig maakt.",
    ),
    PhaseKey.CONCLUSION: (
        "Komt tot afspraken met rol en datum, en bewaakt de tijd daarvoor.",
        "Laat terugkijken op het gesprek zelf.",
    ),
}


def observation(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """What to look for in each ronde, with room for examples; nobody is graded."""
    groups = [_group("Opening", plan.opening, _OPENING)]
    groups += [
        _group(f"{number} {phase.short_title}", minutes, _LOOK_FOR[phase.key])
        for number, phase, minutes in plan.rounds
    ]
    return Form(
        source=cleaned,
        title="Observatieblad",
        subject="Observatieblad bij een moreel beraad, voor wie traint of meekijkt",
        stem=stem(cleaned, "observatieblad"),
        paper=Sheet.A4,
        furniture=furniture(
            cleaned,
            standfirst="Noteer wat je ziet en hoort, niet wat je ervan vindt. Laat de "
            "gespreksleider eerst zelf terugkijken. Dit blad is om van te leren, niet om iemand "
            "te beoordelen.",
            foot="Schrijf geen namen op. Geef dit blad na afloop aan de gespreksleider.",
        ),
        sheets=(
            (
                Board(_HEADER, tuple(groups), _WIDTHS, _TICKS, _HIGH),
                Heading(1, "Daarna, samen"),
                Write("Dit wil ik behouden", lines=2, above=True),
                Write("Dit probeer ik de volgende keer", lines=2, above=True),
                Write("Dit vroeg de groep van mij", lines=2, above=True),
            ),
        ),
    )


def _group(title: str, minutes: int, look_for: tuple[str, ...]) -> RowGroup:
    head: Cell = ((Run(title, Look.STRONG),), *note(f"{minutes} min"))
    rows = tuple((((Run(line),),), (), ()) for line in look_for)
    return RowGroup(head, rows)
