"""A beleidsvraag: the same eight rondes about what a policy should mean.

Nobody brings in an inwoner's case. The inbrenger brings in a choice in policy that he or she works
on: "Wat bedoelen we met zelfredzaamheid?", "Wat is ons mensbeeld?".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from beraad.phases import dilemma, perspectives
from beraad.phases.model import Field, Phase, Rows, any_text
from beraad.records import PhaseKey, Session


def _missing_choice(session: Session) -> Iterator[str]:
    case = session.case
    if not any_text(case.situation):
        yield "Om welke keuze het gaat, staat er nog niet."
    if not any_text(case.hot_moment):
        yield "Het kernmoment ontbreekt: waar wringt het?"
    if any_text(case.situation) and not case.account_agreed:
        yield "Vraag de inbrenger of dit klopt."


THE_CHOICE = "De beleidskeuze"
"""What ronde 1 tells of, where that is a case otherwise."""

_HARM = "Wie of wat doen we hiermee tekort?"
_LACKING = "Wie of wat doen we tekort"
ASKS_NORM = "Wat hoort de gemeente dan te doen?"
"""How ronde 4 asks for a norm."""
WHOSE_FIRST = "Begin bij inwoners die dit hard raakt: wat staat er voor hen op het spel?"

_WORDS: Mapping[PhaseKey, Mapping[str, Any]] = {
    PhaseKey.CASE: {
        "title": "Beleidskeuze",
        "short_title": "Beleidskeuze",
        "goal": "De inbrenger vertelt om welke beleidskeuze het gaat, en waar die in de uitvoering "
        "wringt.",
        "notes": "De keuze, het kernmoment en wat we uit de uitvoering horen, in de woorden van de "
        "inbrenger.",
        "questions": (
            "Aan welk beleid werk je, en wat moet er gekozen worden?",
            "Welk woord of welk idee gebruiken we, zonder te zeggen wat we ermee bedoelen?",
            "Welke inwoners en collega’s krijgen hiermee te maken?",
            "Wat horen we daarover uit de uitvoering?",
            "Op welk moment twijfelde je het meest?",
            "Wat weet je zeker, en wat vul je in?",
            "Wat maakt dit voor jou een morele kwestie?",
        ),
        "pitfalls": (
            "Houd het bij één keuze: het hele beleidsplan hoeft niet op tafel.",
            "Vraag om een voorbeeld uit de uitvoering.",
            "Laat weg waaraan een inwoner te herkennen is.",
            "Laat de inbrenger uitpraten.",
        ),
        "say": ("Laten we eerst horen om welke keuze het gaat. Vragen komen zo.",),
        "missing": _missing_choice,
    },
    PhaseKey.DILEMMA: {
        "goal": "Twee richtingen voor het beleid, A en B, met de morele schade van elk: wie of wat "
        "je tekortdoet. En dan één vraag over wat we met dit beleid bedoelen.",
        "questions": (
            "Tussen welke twee richtingen moeten we kiezen?",
            "Wie of wat doen we tekort als we A kiezen?",
            "En wie of wat als we B kiezen?",
            "Wat is er voor A te zeggen, en wat voor B?",
            "Hoe luidt dan de vraag: wat bedoelen we hier met … ?",
            "Is dit de vraag waar je vandaag over wilt nadenken?",
        ),
        "pitfalls": (
            "Begin met A en B. De vraag staat bovenaan, maar komt daarna.",
            "Maak de vraag klein genoeg: één keuze, één begrip.",
            "Kijk of de wet het antwoord al geeft. Dan is er geen dilemma.",
            "Maak A en B allebei echt: iets wat het college zou kunnen voorstellen.",
            "Zeg bij elke schade wie of wat je tekortdoet. Geld en tijd zijn dat zelden.",
        ),
        "say": ("Als we A kiezen, dan doen we … tekort.", "Wat bedoelen we hier met … ?"),
        "missing": partial(dilemma.missing, lacks=_LACKING),
    },
    PhaseKey.CLARIFICATION: {
        "goal": "Iedereen begrijpt de keuze zo goed dat je straks zelf zou kunnen kiezen.",
        "questions": (
            "Welk feit mis je nog?",
            "Hoe werkt dit beleid nu uit in het leven van een inwoner?",
            "Wat hebben inwoners hier zelf over gezegd?",
            "Welke regel of afspraak geldt hier, en wat is daarvan de bedoeling?",
            "Welke verhalen uit eerdere beraden gaan hierover?",
            "Wat is al geprobeerd?",
            "Kun jij je nu in de inbrenger verplaatsen?",
            "Klopt de vraag nog voor jou, inbrenger?",
        ),
    },
    PhaseKey.PERSPECTIVES: {
        "questions": (
            "Welke inwoners raakt dit, en wie van hen het hardst?",
            "Wat is voor hen belangrijk?",
            ASKS_NORM,
            "Pleit dat voor A, voor B of voor beide?",
            "Hebben inwoners dit gezegd, of vullen wij het in?",
            "Wat is er belangrijk voor de collega’s die dit moeten uitvoeren?",
            "Wie zit er op de lege stoel?",
            "Welke waarde staat er voor jouzelf op het spel?",
            "Welke waarden botsen, volgens de inbrenger?",
        ),
        "in_short": "Hoor alleen inwoners die dit hard raakt, wie het uitvoert en de lege stoel.",
        "missing": partial(perspectives.missing, asks_norm=ASKS_NORM, resident="inwoners"),
    },
    PhaseKey.ALTERNATIVES: {
        "questions": (
            "Wat kan nog meer?",
            "Wat als geld en tijd geen rol speelden?",
            "Wat zouden inwoners en uitvoerders zelf bedenken?",
            "Aan welke waarde doen we zo meer recht?",
            "Wat kan kleiner, tijdelijk of samen?",
            "Na het verzamelen: welke ruimte geeft de regel?",
        ),
    },
    PhaseKey.CONSIDERATION: {
        "questions": (
            "Wat vind jij hier goed om als gemeente te doen?",
            "Welke waarde geeft voor jou de doorslag?",
            "Wie of wat doen we daarmee tekort?",
            "Hoe maken we die schade kleiner?",
            "Wat is er nodig om dit te doen, en van wie?",
            "Kun je dit ook aan een inwoner uitleggen die er last van heeft?",
        ),
    },
    PhaseKey.CONCLUSION: {
        "in_short": "Antwoord, één afspraak, en de vraag aan de teams die hiermee werken.",
        "questions": (
            "Wat is voor nu jouw antwoord, inbrenger?",
            "Wie deelt dat antwoord, en wie ziet het anders?",
            "Deden we wat we gewend zijn, of weken we daarvan af, en waarom?",
            "Wat spreken we af: wat, welke rol, wanneer, en wanneer kijken we terug?",
            "Wat horen inwoners en uitvoerders hiervan, en van wie?",
            "Wat vragen we aan de teams die hiermee werken?",
            "Wat ging hier juist goed?",
            "Hoe ging dit gesprek: luisteren, open vragen, tijd, veiligheid?",
        ),
    },
}


_FIELDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("case", "situation"): {
        "label": THE_CHOICE,
        "hint": "Wat moet er gekozen worden, en voor wie? Vijf tot acht zinnen, in gewone woorden.",
    },
    ("case", "hot_moment"): {"hint": "Waar in de uitvoering gaat het wringen?"},
    ("case", "friction"): {"hint": "Wat klopt er niet aan hoe het nu gaat, en waarom?"},
    ("case", "done_so_far"): {"label": "Wat is er al bekeken of besloten?"},
    ("case", "decides_formally"): {"hint": "een bestuur of een rol, geen naam"},
    ("timeline", "when"): {"hint": "dit voorjaar"},
    ("timeline", "what"): {"label": "Wat veranderde er", "hint": "wat veranderde er?"},
    ("dilemma", "moral_question"): {"hint": "Wat bedoelen we hier met … ?"},
    ("options", "text"): {"label": "Welke richting is dat?", "hint": "Wij …"},
    ("harms", "text"): {
        "label": _HARM,
        "hint": "wie of wat doen we hiermee tekort?",
    },
    ("opening", "title"): {"hint": "zoals: Zelfredzaamheid"},
    ("participants", "role"): {"hint": "bijvoorbeeld: beleidsadviseur"},
    ("conclusion", "motivated_separately"): {
        "hint": "Volgt er een voorstel? Dan horen de redenen in de nota zelf.",
    },
    ("opening", "case_state"): {"label": THE_CHOICE},
    ("conclusion", "resident_hears"): {"label": "Wat horen inwoners en uitvoerders hiervan?"},
    ("conclusion", "resident_hears_from"): {"label": "Van wie horen zij dat?"},
}
"""By section and name, what is written down otherwise than of a case."""

TO_PREPARE = (
    ("Welke keuze moet er gemaakt worden, in vijf zinnen?", 5),
    ("Waar in de uitvoering gaat het wringen?", 3),
    ("Tussen welke twee richtingen moet je kiezen?", 3),
    ("Wie of wat doen we tekort bij A, en wie of wat bij B?", 3),
    ("Welke inwoners en collega’s krijgen hiermee te maken?", 3),
    ("Wat wil je de groep vragen? Begin met: wat bedoelen we hier met …", 3),
)
"""What the inbrenger thinks about before the talk, with the lines that an answer needs."""


def for_policy(phase: Phase) -> Phase:
    """The ronde in words that fit a question about policy; the record stays the same."""
    return replace(
        phase,
        fields=tuple(map(in_policy, phase.fields)),
        rows=tuple(map(_rows, phase.rows)),
        **_WORDS.get(phase.key, {}),
    )


def in_policy(field: Field) -> Field:
    """What is written down, in words that fit a question about policy."""
    words = _FIELDS.get((field.section, field.name))
    return replace(field, **words) if words else field


def _rows(rows: Rows) -> Rows:
    return replace(rows, columns=tuple(map(in_policy, rows.columns)))
