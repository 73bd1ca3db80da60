"""Ronde 6, Afweging: ieder kiest zelf en zegt wat het kost (stap 7 van tien)."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.in_brief import SHORT_TITLES
from beraad.phases.model import Field, FieldKind, Minutes, Phase, Stage, any_text
from beraad.records import PhaseKey, Session

VALUE = Field(
    section="considerations",
    name="value",
    label="Wat voor mij de doorslag geeft",
    hint="welke waarde is dat?",
    kind=FieldKind.LINE,
    needed=True,
    suggestions="waarden",
)
HARM = Field(
    section="considerations",
    name="harm",
    label="Wie of wat ik hiermee tekortdoe",
    hint="en hoe?",
    needed=True,
)
LIMITING = Field(
    section="considerations",
    name="limiting",
    label="Zo beperk ik de schade",
    hint="hoe maak je die kleiner?",
    needed=True,
)
NEEDS = Field(
    section="considerations",
    name="needs",
    label="Wat ik daarvoor nodig heb",
    hint="wat heb je nodig?",
    needed=True,
)
NEEDS_FROM = Field(
    section="considerations",
    name="needs_from",
    label="Van wie ik dat nodig heb",
    hint="een rol, geen naam",
    kind=FieldKind.LINE,
    needed=True,
)
VIRTUE = Field(
    section="considerations",
    name="virtue",
    label="Wat dat van mij vraagt",
    hint="bijvoorbeeld: moed, geduld",
    kind=FieldKind.LINE,
    extra=True,
)
CERTAINTY = Field(
    section="considerations",
    name="certainty",
    label="Hoe zeker ben je?",
    kind=FieldKind.NUMBER,
    extra=True,
)
ABSTAINS = Field(
    section="considerations",
    name="abstains",
    label="Ik maak geen afweging",
    kind=FieldKind.CHECK,
)
SENTENCE = (VALUE, HARM, LIMITING, NEEDS, NEEDS_FROM)
"""The sentence that every afweging fills in, after the choice."""
MORE = (VIRTUE, CERTAINTY)
"""What can be said besides."""
CERTAINTIES = range(1, 6)
"""How sure one can be, from not at all to wholly."""


def _missing(session: Session) -> Iterator[str]:
    weighing = [person for person in session.participants if person.weighs]
    if not weighing:
        yield "Vul bij de opening in wie er zijn; ieder krijgt hier een kaart."
        return
    own = [session.consideration_of(person.id) for person in weighing]
    waiting = sum(1 for c in own if c is None or (c.choice_id is None and not c.abstains))
    if waiting:
        yield f"{waiting} van de {len(own)} afwegingen zonder keuze."
    if any(c.choice_id and not c.abstains and not any_text(c.harm) for c in own if c):
        yield "Een keuze noemt nog geen schade. Wie of wat doe je tekort?"


PHASE = Phase(
    key=PhaseKey.CONSIDERATION,
    title="Afweging",
    short_title=SHORT_TITLES[PhaseKey.CONSIDERATION],
    stage=Stage.JUDGEMENT,
    canonical_steps=(7,),
    minutes=Minutes(least=0, short=12, hour=15, hour_and_half=15, two_hours=15),
    goal="Ieder kiest zelf wat hier goed is om te doen, en zegt waarom. En ook: wie of wat doe je "
    "daarmee tekort, en hoe maak je die schade kleiner?",
    speaks="Eerst stil schrijven. Dan een rondje, zonder reactie.",
    notes="Van elke deelnemer de keuze, de waarde, de schade, wat die beperkt en wat nodig is.",
    questions=(
        "Wat vind jij hier goed om te doen, als je in de schoenen van de inbrenger staat?",
        "Welke waarde geeft voor jou de doorslag?",
        "Wie of wat doe je daarmee tekort?",
        "Hoe maak je die schade kleiner?",
        "Wat heb je nodig om dit te doen, en van wie?",
        "Kun je dit ook aan de inwoner uitleggen?",
    ),
    pitfalls=(
        "Laat iedereen uitspreken. Reageren komt in ronde 7.",
        "Laat eerst schrijven en dan pas praten, zodat niemand meebuigt met de eerste spreker.",
        "Vraag bij elke keuze wie of wat iemand tekortdoet.",
        "Vraag bij “Het hangt ervan af”: wat kies je dan in deze situatie?",
        "Vraag bij advies aan de inbrenger wat iemand zelf goed vindt om te doen.",
    ),
    say=(
        "Schrijf eerst voor jezelf. Straks horen we iedereen.",
        "De inbrenger spreekt als laatste, en een leidinggevende vlak daarvoor.",
    ),
    invitation="Schrijf stil voor jezelf: wat kies je, waarom, en wie of wat doe je tekort?",
    asks_in_short=(0, 1, 2),
    in_short="Laat ieder in het rondje alleen keuze, waarde en schade noemen.",
    started=lambda session: bool(session.considerations),
    missing=_missing,
)
