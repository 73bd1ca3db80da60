"""The rondes on the wall: all of them on one sheet, and each on a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.privacy.clean import CleanedSession
from beraad.report.forms.model import Form, Poster, Sheet, Step, Steps
from beraad.report.forms.parts import STAGES, counted, furniture, question, stem
from beraad.report.forms.plan import Plan


def rounds(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """The rondes with what they are for, the question to begin with, and their minutes."""
    standfirst = (
        "Acht rondes. Eerst begrijpen, dan wegen, dan afspreken. Je zoekt geen gelijk: je leert "
        "van wat een ander ziet."
    )
    foot = (
        f"Samen {counted(plan.minutes, 'minuten')}, met {counted(plan.opening, 'minuten')} voor de "
        "opening. "
        "Wie wat zegt, blijft tussen ons."
    )
    return Form(
        source=cleaned,
        title="Waar zijn we in het gesprek?",
        subject="Rondekaart voor een moreel beraad",
        stem=stem(cleaned, "rondekaart"),
        paper=Sheet.POSTER,
        furniture=furniture(cleaned, standfirst=standfirst, foot=foot),
        sheets=((*question(cleaned), Steps(tuple(_steps(plan)))),),
    )


def posters(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """A sheet for each ronde: its question and goal can be read at three metres."""
    steps = tuple(_steps(plan))
    speaks = [phase.speaks for _, phase, _ in plan.rounds]
    return Form(
        source=cleaned,
        title="De rondes aan de muur",
        subject="Een blad per ronde voor aan de muur, bij een moreel beraad",
        stem=stem(cleaned, "rondeposters"),
        paper=Sheet.POSTER,
        furniture=furniture(cleaned, standfirst="", foot="Hang alleen het blad op van deze ronde."),
        opened=False,
        sheets=tuple(
            (Poster(step, said, f"Ronde {step.number} van {len(steps)} · {step.stage}"),)
            for step, said in zip(steps, speaks, strict=True)
        ),
    )


def _steps(plan: Plan) -> Iterator[Step]:
    for number, phase, minutes in plan.rounds:
        yield Step(
            number=str(number),
            title=phase.short_title,
            goal=phase.goal,
            question=phase.questions[0],
            minutes=counted(minutes, "min"),
            stage=STAGES[phase.stage],
        )
