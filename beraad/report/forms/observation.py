"""The observatieblad: what a trainer sees the gespreksleider do."""

from __future__ import annotations

from beraad.phases.behaviours import THROUGHOUT, Label, behaviours_in
from beraad.privacy.clean import CleanedSession
from beraad.records import PhaseKey
from beraad.report.blocks import Cell, Heading, Look, RowGroup, Run
from beraad.report.forms.model import Board, Form, Sheet, Write
from beraad.report.forms.parts import counted, furniture, stem
from beraad.report.forms.plan import Plan

_HEADER = ("Ronde", "De gespreksleider …", "Gezien?", "Wat werd er gezegd of gedaan?")
_WIDTHS = (0.19, 0.26, 0.28, 0.27)
_TICKS = ((), (), tuple(Label), ())
_HIGH = 30.0
_TALLY = "Turf de vragen: open, gesloten, sturend of advies"


def observation(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """What to look for in each ronde, with room for examples; nobody is graded."""
    groups = [_group("Opening", counted(plan.opening, "min"), PhaseKey.OPENING)]
    groups += [
        _group(f"{number} {phase.short_title}", counted(minutes, "min"), phase.key)
        for number, phase, minutes in plan.rounds
    ]
    groups.append(_group("Het hele gesprek", "", THROUGHOUT))
    return Form(
        source=cleaned,
        title="Observatieblad",
        subject="Observatieblad bij een moreel beraad, voor wie traint of meekijkt",
        stem=stem(cleaned, "observatieblad"),
        paper=Sheet.HAND,
        furniture=furniture(
            cleaned,
            standfirst="Noteer eerst wat je ziet en hoort; kies daarna een woord om over te "
            "praten. Laat de gespreksleider eerst zelf terugkijken. Dit blad is om van te leren, "
            "niet om iemand te beoordelen.",
            foot="Schrijf geen namen op. Geef dit blad na afloop aan de gespreksleider.",
        ),
        sheets=(
            (
                Board(_HEADER, tuple(groups), _WIDTHS, _TICKS, _HIGH),
                Write(_TALLY, lines=2, above=True),
                Write("Letterlijk gehoord, zonder naam", lines=2, above=True),
                Heading(1, "Daarna, samen"),
                Write("Dit wil ik behouden", lines=2, above=True),
                Write("Dit probeer ik de volgende keer", lines=2, above=True),
                Write("Dit vroeg de groep van mij", lines=2, above=True),
            ),
        ),
    )


def _group(title: str, minutes: str, place: str) -> RowGroup:
    lasts: Cell = ((Run(minutes, Look.MUTED),),) if minutes else ()
    head: Cell = ((Run(title, Look.STRONG),), *lasts)
    rows = tuple((((Run(one.text),),), (), ()) for one in behaviours_in(place))
    return RowGroup(head, rows)
