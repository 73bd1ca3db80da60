"""Slides about the method, to project or to hand out: 16 by 9, with the words of the rondes."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.course import Course
from beraad.phases.model import Phase
from beraad.report.blocks import Furniture
from beraad.report.forms.model import Form, Sheet, Slide
from beraad.report.forms.parts import STAGES
from beraad.report.house.style import OURS, House

_MOST_POINTS = 3

_BEFORE = (
    Slide(
        "Moreel beraad in acht rondes",
        "Wat is een moreel beraad?",
        "Samen nadenken over wat hier goed is om te doen.",
        (
            "Een collega brengt een eigen moment van twijfel in.",
            "We onderzoeken de vraag. We lossen de casus niet op.",
            "Het gesprek is geen besluit.",
        ),
    ),
    Slide(
        "Moreel beraad in acht rondes",
        "Wanneer is een vraag moreel?",
        "Wat je ook kiest, je doet iemand of iets tekort.",
        (
            "Het gaat over wat goed is, niet over wat mag of handig is.",
            "Een feit of een regel alleen geeft het antwoord niet.",
            "Het gaat over wat jij kunt doen.",
        ),
    ),
    Slide(
        "Moreel beraad in acht rondes",
        "Waarde en norm",
        "Een waarde is wat telt. Een norm is wat je dan hoort te doen.",
        (
            "Waarde: vertrouwen. Norm: zeg vooraf wat je opschrijft.",
            "Eén waarde kan tot verschillende normen leiden.",
            "Een regel is een norm. Vraag welke waarde eronder ligt.",
        ),
    ),
    Slide(
        "Afspraken",
        "Wat spreken we af?",
        "Wie wat zegt, blijft tussen ons.",
        (
            "Eerst begrijpen, dan pas oordelen.",
            "Niemand hoeft het eens te worden.",
            "Van gedachten veranderen mag, en stil zijn ook.",
        ),
    ),
)
_AFTER = (
    Slide(
        "Voor wie leidt",
        "Van advies naar een vraag",
        "“Heb je al gebeld?” is advies met een vraagteken.",
        (
            "“Welke vraag zit daaronder?”",
            "“Die parkeer ik voor ronde 5.”",
            "Begin met wat, wie, welke of hoe. Wacht dan.",
        ),
    ),
    Slide(
        "Voor wie leidt",
        "Als iemand alleen staat",
        "Wat ziet degene die anders koos, wat wij niet zien?",
        (
            "Tel geen keuzes.",
            "Laat het verschil even staan.",
            "Bedank voor het andere geluid, en schrijf het op.",
        ),
    ),
    Slide(
        "Voor wie leidt",
        "Behoud en probeer",
        "Eerst kijk je zelf terug. Dan hoor je wat een ander zag.",
        (
            "Eén ding om te behouden.",
            "Eén ding om te proberen: wanneer, in welke ronde?",
            "Hoe merk je dat het lukt?",
        ),
    ),
)


def method_slides(house: House = OURS) -> Form:
    """What the method is, a slide for each ronde, and what helps who leads."""
    course = Course()
    rondes = (_ronde(course, phase) for phase in course.rondes)
    slides = (*_BEFORE, _overview(course), *rondes, *_AFTER)
    return Form(
        source=None,
        title="Moreel beraad in acht rondes",
        subject="Dia’s over de methode, voor een cursus of een eerste beraad",
        stem="methode in beeld",
        paper=Sheet.SLIDE,
        furniture=Furniture(foot="Moreel beraad in acht rondes"),
        opened=False,
        sheets=tuple((slide,) for slide in slides),
        house=house,
    )


def _overview(course: Course) -> Slide:
    return Slide(
        "Moreel beraad in acht rondes",
        "Zo gaat het gesprek",
        "Eerst begrijpen, dan wegen, dan afspreken.",
        tuple(_stages(course)),
    )


def _stages(course: Course) -> Iterator[str]:
    """Each movement of the method with its rondes."""
    for stage, name in STAGES.items():
        named = (
            f"{number}\N{NO-BREAK SPACE}{phase.short_title}"
            for number, phase in enumerate(course.rondes, start=1)
            if phase.stage is stage
        )
        yield f"{name.capitalize()}: {', '.join(named)}"


def _ronde(course: Course, phase: Phase) -> Slide:
    number = course.number(phase.key)
    first, *others = phase.questions
    return Slide(
        f"Ronde {number} van {len(course.rondes)} · {STAGES[phase.stage]} · {phase.speaks}",
        phase.title,
        phase.invitation,
        (first, *others[: _MOST_POINTS - 1]),
    )
