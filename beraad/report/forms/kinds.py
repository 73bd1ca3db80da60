"""Which forms there are, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from beraad.privacy.clean import CleanedSession
from beraad.report.forms.board import board
from beraad.report.forms.briefing import briefing
from beraad.report.forms.cards import cards
from beraad.report.forms.feedback import feedback
from beraad.report.forms.guide import guide
from beraad.report.forms.invitation import invitation
from beraad.report.forms.model import Form
from beraad.report.forms.names import FormKind
from beraad.report.forms.observation import observation
from beraad.report.forms.peers import peers
from beraad.report.forms.plan import Plan
from beraad.report.forms.rounds import posters, rounds


@dataclass(frozen=True, slots=True, kw_only=True)
class FormType:
    """What a form is for.

    Attributes:
        use: one line that tells when to print it.
        paper: its paper, in words.
        make: makes it of a beraad, or blank, with the minutes of the plan.
    """

    title: str
    use: str
    paper: str
    make: Callable[[CleanedSession | None, Plan], Form]


FORMS: Mapping[FormKind, FormType] = {
    FormKind.INVITATION: FormType(
        title="Uitnodiging",
        use="Voor de inbrenger: wat je voorbereidt, en wat er gebeurt met wat je vertelt.",
        paper="A4",
        make=invitation,
    ),
    FormKind.BRIEFING: FormType(
        title="Briefing",
        use="Voor iedereen die meedoet, vooraf: wat een moreel beraad is en wat we vragen.",
        paper="A4",
        make=briefing,
    ),
    FormKind.ROUNDS: FormType(
        title="Rondekaart",
        use="Voor aan de muur: de acht rondes met hun vraag en minuten.",
        paper="A3 staand",
        make=rounds,
    ),
    FormKind.POSTERS: FormType(
        title="Rondeposters",
        use="Voor aan de muur: per ronde een blad met vraag en doel, leesbaar op drie meter.",
        paper="A3 staand, acht bladen",
        make=posters,
    ),
    FormKind.BOARD: FormType(
        title="Perspectievenbord",
        use="Voor ronde 4: wie, welke waarde, welke norm, en waar die voor pleit.",
        paper="A3 liggend",
        make=board,
    ),
    FormKind.CARDS: FormType(
        title="Afwegingskaart",
        use="Voor ronde 6: ieder schrijft eerst zelf, met de letters van de keuzes.",
        paper="A4, twee per blad",
        make=cards,
    ),
    FormKind.GUIDE: FormType(
        title="Leidraad",
        use="Voor de gespreksleider: hoe laat, welke vragen, waar je op let.",
        paper="A4, drie bladen",
        make=guide,
    ),
    FormKind.OBSERVATION: FormType(
        title="Observatieblad",
        use="Voor wie meekijkt: wat de gespreksleider deed, met een voorbeeld erbij.",
        paper="A4",
        make=observation,
    ),
    FormKind.PEERS: FormType(
        title="Intervisie",
        use="Voor gespreksleiders onder elkaar: een uur over een eigen moment als gespreksleider.",
        paper="A4",
        make=peers,
    ),
    FormKind.FEEDBACK: FormType(
        title="Terugkoppelbrief",
        use="Voor het team: wat er met het signaal is gedaan, en waarom.",
        paper="A4",
        make=feedback,
    ),
}
"""In the order in which they are needed. A form is added with a row."""


def made(kind: FormKind, cleaned: CleanedSession | None, plan: Plan) -> Form:
    """A form, filled with what passed the gate, or blank without a beraad."""
    make = FORMS[kind].make
    blank = make(None, plan)
    return blank if cleaned is None else replace(make(cleaned, plan), blank=blank)
