"""The rondekaart: the eight rondes on the wall, so that everybody sees where the talk is."""

from __future__ import annotations

from beraad.phases.model import Stage
from beraad.privacy.clean import CleanedSession
from beraad.report.forms.model import Form, Sheet, Step, Steps
from beraad.report.forms.parts import furniture, question, stem
from beraad.report.forms.plan import Plan

_STAGES = {
    Stage.IMAGE: "beeld vormen",
    Stage.JUDGEMENT: "oordeel vormen",
    Stage.DECISION: "afspreken wat volgt",
}


def rounds(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """The rondes with what they are for, the question to begin with, and their minutes."""
    standfirst = (
        "Acht rondes. Eerst begrijpen, dan wegen, dan afspreken. Je zoekt geen gelijk: je leert "
        "van wat een ander ziet."
    )
    foot = (
        f"Samen {plan.minutes} minuten, met {plan.opening} minuten voor de opening. "
        "Wie wat zegt, blijft onder de aanwezigen."
    )
    steps = tuple(
        Step(
            number=str(number),
            title=phase.title,
            goal=phase.goal,
            question=f"“{phase.questions[0]}”",
            minutes=f"{minutes} min",
            stage=_STAGES[phase.stage],
        )
        for number, phase, minutes in plan.rounds
    )
    return Form(
        source=cleaned,
        title="Waar zijn we in het gesprek?",
        subject="Rondekaart voor een moreel beraad",
        stem=stem(cleaned, "rondekaart"),
        paper=Sheet.POSTER,
        furniture=furniture(cleaned, standfirst=standfirst, foot=foot),
        sheets=((*question(cleaned), Steps(steps)),),
    )
