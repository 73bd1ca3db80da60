"""The leidraad: what the gespreksleider holds in hand, one sheet for each movement of the talk."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases import opening
from beraad.phases.model import Phase, Stage
from beraad.phases.phrasing import capital
from beraad.phases.plan_words import divided
from beraad.privacy.clean import CleanedSession
from beraad.records import PhaseKey
from beraad.report.blocks import Heading, Look, Paragraph, Run
from beraad.report.forms.model import (
    Beside,
    Clock,
    Form,
    FormBlock,
    Parting,
    Points,
    Sheet,
    Small,
    Write,
)
from beraad.report.forms.parts import STAGES, counted, furniture, question, stem
from beraad.report.forms.plan import Plan, Slot

_STANDFIRST = (
    "Jij bewaakt het gesprek, niet de uitkomst. Vraag open, geef ieder een beurt en geef twijfel "
    "ruimte. Schrijf kort, in de woorden van de inbrenger."
)
_PAUSE = "Zet de klok stil. Praat in de pauze niet verder over het dilemma."
_COLUMNS = (0.15, 0.45, 0.4)


def guide(cleaned: CleanedSession | None, plan: Plan) -> Form:
    """Per ronde when it begins, the goal, who speaks, the questions and what to watch."""
    return Form(
        source=cleaned,
        title="Leidraad voor de gespreksleider",
        subject="Leidraad voor de gespreksleider van een moreel beraad",
        stem=stem(cleaned, "leidraad"),
        paper=Sheet.HAND,
        furniture=furniture(
            cleaned,
            standfirst=_STANDFIRST,
            foot=f"Leidraad moreel beraad · {counted(plan.minutes, 'minuten')}",
        ),
        sheets=tuple(tuple(_sheet(cleaned, plan, stage)) for stage in Stage),
    )


def _sheet(cleaned: CleanedSession | None, plan: Plan, stage: Stage) -> Iterator[FormBlock]:
    yield Heading(1, capital(STAGES[stage]))
    if stage is Stage.IMAGE:
        yield from question(cleaned)
    for slot in _slots(plan, stage):
        yield Parting()
        yield _part(slot, plan)
    if stage is Stage.JUDGEMENT:
        yield Parting()
        yield _late(plan)
    if stage is Stage.DECISION:
        yield Parting()
        yield Write("Let vandaag op", lines=6, above=True)


def _slots(plan: Plan, stage: Stage) -> Iterator[Slot]:
    """What belongs to a movement; the break goes with the ronde after it."""
    waiting: list[Slot] = []
    for slot in plan.slots:
        if slot.phase is None and slot.start:
            waiting = [slot]
            continue
        if (slot.phase.stage if slot.phase else Stage.IMAGE) is stage:
            yield from (*waiting, slot)
        waiting = []


def _part(slot: Slot, plan: Plan) -> Beside:
    until = f"tot {plan.clock(slot.end)}" if plan.begins else ""
    clock = Clock(
        plan.clock(slot.start),
        tuple(line for line in (until, counted(slot.minutes, "minuten")) if line),
    )
    left, middle, right = _COLUMNS
    if slot.phase is None:
        title, lines = ("Pauze", (_PAUSE,)) if slot.start else ("Opening", opening.STEPS)
        said = (Heading(2, title), _listed(lines))
        return Beside(((left, (clock,)), (middle + right, said)))
    return Beside(
        (
            (left, (clock,)),
            (middle, tuple(_asks(slot, slot.phase, plan))),
            (right, tuple(_watch(slot.phase))),
        )
    )


def _asks(slot: Slot, phase: Phase, plan: Plan) -> Iterator[FormBlock]:
    yield Heading(2, f"{slot.number} {phase.title}")
    yield Small(f"{phase.speaks} {phase.goal}")
    if phase.key is PhaseKey.CONSIDERATION:
        yield Small(_writing(slot, plan))
    if plan.is_short:
        yield Small(f"In de korte route: {phase.in_short}")
    first, *others = phase.asked(short=plan.is_short)
    yield Points(((Run(first, Look.STRONG),), *((Run(line),) for line in others)))
    yield Small(f"Schrijf op: {phase.notes}")


def _writing(slot: Slot, plan: Plan) -> str:
    """How long everybody writes, and when the round begins."""
    begins = plan.clock(slot.start + plan.writing)
    at = f"om {begins}" if plan.begins else begins
    return f"{divided(plan.writing, slot.minutes - plan.writing)} Het rondje begint {at}."


def _watch(phase: Phase) -> Iterator[FormBlock]:
    yield Paragraph((Run("Let op", Look.STRONG),), leads=True)
    yield _listed(phase.pitfalls)
    yield from (Small(f"“{line}”") for line in phase.say)


def _late(plan: Plan) -> Beside:
    """Three honest ways when the talk takes longer."""
    named = {slot.phase.key: slot for slot in plan.slots if slot.phase}
    narrow, weighing = named[PhaseKey.PERSPECTIVES], named[PhaseKey.CONSIDERATION]
    last = named[PhaseKey.CONCLUSION]
    how = narrow.phase.in_short if narrow.phase else ""
    length = counted(last.minutes, "minuten")
    ways = (
        ("Korter", f"Houd ronde {narrow.number} klein. {how}"),
        ("Door", f"Begin {plan.clock(weighing.start)} met ronde {weighing.number}, af of niet af."),
        ("Later", f"Spreek een vervolg af. Ronde {last.number} houdt zijn {length}."),
    )
    first, *rest = _COLUMNS
    share = sum(rest) / len(ways)
    told = ((share, (Paragraph((Run(f"{way}: ", Look.STRONG), Run(text))),)) for way, text in ways)
    return Beside(((first, (Paragraph((Run("Loop je uit?", Look.STRONG),)),)), *told))


def _listed(lines: tuple[str, ...]) -> FormBlock:
    return Points(tuple((Run(line),) for line in lines))
