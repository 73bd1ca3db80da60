"""What a course prints: the programme, cards to play with, and sheets to look back on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from beraad.phases.behaviours import THROUGHOUT, Label, behaviours_in
from beraad.phases.course import Course
from beraad.phases.parts import part_name
from beraad.phases.phrasing import capital
from beraad.records import PhaseKey
from beraad.report.blocks import (
    Cell,
    Furniture,
    Heading,
    Look,
    Paragraph,
    Quote,
    RowGroup,
    Run,
    Table,
)
from beraad.report.compose.practice import PRACTICE
from beraad.report.forms.model import (
    Board,
    Card,
    Form,
    FormBlock,
    Sheet,
    Small,
    Write,
)
from beraad.report.forms.observation import observation
from beraad.report.forms.plan import plan_of
from beraad.training.coaching import Guidance, Manner, Role
from beraad.training.course.programme import DayPart, Programme, Task
from beraad.training.practice import PracticeCase, at_any_moment, planned_in
from beraad.training.seen_words import besides

_MANNERS = {
    Manner.USUAL: "",
    Manner.ADVISES: "je geeft advies",
    Manner.JOKES: "je maakt grapjes",
    Manner.SILENT: "je bent stil",
    Manner.BY_THE_BOOK: "je houdt je aan de regel",
    Manner.MANAGES: "je bent de leidinggevende",
}


_ROWS_TOGETHER = 7
"""Parts that days may have to stand on one sheet; more would break a day in two."""


def programme_sheet(programme: Programme, titles: Mapping[str, str]) -> Form:
    """The days, what is done between them and after; `titles` are those of the cases, by name."""
    return Form(
        source=None,
        title=programme.title,
        subject="Programma van een cursus voor gespreksleiders",
        stem="programma",
        paper=Sheet.A4,
        furniture=Furniture(
            kicker="Cursus moreel beraad",
            standfirst=programme.meant_for,
            foot="Schrijf geen namen op. Wat hier wordt geoefend, blijft in de groep.",
        ),
        sheets=tuple(_programme(programme, titles)),
    )


def _programme(programme: Programme, titles: Mapping[str, str]) -> Iterator[tuple[FormBlock, ...]]:
    """First when it is and what one does oneself; then a sheet for each day, so that no day is
    broken in two, or for some short ones together.
    """
    days = programme.days
    between = "Tussen de dagen" if len(days) > 1 else "Voor een volgende keer"
    yield (
        *(_said(part) for part in programme.introduction.split("\n\n")),
        _said(_when(programme)),
        *_tasks(between, programme.between),
        *_tasks("Daarna", programme.after),
    )
    sheet, rows = list[FormBlock](), 0
    for day, parts in days:
        if rows and rows + len(parts) > _ROWS_TOGETHER:
            yield tuple(sheet)
            sheet, rows = [], 0
        sheet.append(Heading(1, day))
        sheet.append(
            Table(
                ("Tijd", "Wat we doen", "Hoe"),
                tuple(_day_part(part, titles) for part in parts),
                (0.14, 0.42, 0.44),
            )
        )
        rows += len(parts)
    yield tuple(sheet)


def _when(programme: Programme) -> str:
    """From when until when each day is, and where to read on."""
    days = programme.days
    told = " ".join(
        f"{day}: {parts[0].begins:%H:%M}–{parts[-1].ends:%H:%M}." for day, parts in days
    )
    if len(days) == 1:
        return f"{told} Wat we dan doen, staat op het volgende blad."
    return f"{told} Wat we op elke dag doen, staat op de volgende bladen."


def _day_part(part: DayPart, titles: Mapping[str, str]) -> RowGroup:
    case = " · ".join(filter(None, (titles.get(part.case, part.case), part.rondes)))
    about = f"Casus: {case}" if part.case else capital(case)
    what: Cell = (
        (Run(part.name, Look.STRONG),),
        (Run(part.aim),),
        *(((Run(about, Look.MUTED),),) if about else ()),
    )
    needs = f"Klaarleggen: {part.needs}" if part.needs else ""
    how: Cell = ((Run(part.way),), *(((Run(needs, Look.MUTED),),) if needs else ()))
    return RowGroup(((Run(part.clock),),), ((what, how),))


def _tasks(title: str, tasks: tuple[Task, ...]) -> Iterator[FormBlock]:
    if not tasks:
        return
    yield Heading(1, title)
    yield Table(
        ("Wanneer", "Wat je doet", "Waarom"),
        tuple(
            RowGroup(((Run(task.when),),), ((((Run(task.what),),), ((Run(task.why),),)),))
            for task in tasks
        ),
        (0.24, 0.4, 0.36),
    )


def role_cards(case: PracticeCase) -> Form:
    """A card for everybody who plays along, two on a sheet, to cut out."""
    return Form(
        source=None,
        title=f"Rollenkaarten: {case.title}",
        subject="Rollenkaarten bij een oefencasus, om uit te knippen",
        stem=f"rollenkaarten {case.name}",
        paper=Sheet.CARDS,
        furniture=Furniture(),
        opened=False,
        sheets=(tuple(_role(case, role) for role in case.coaching.roles),),
    )


def _role(case: PracticeCase, role: Role) -> Card:
    manner = _MANNERS[role.manner]
    blocks: tuple[FormBlock, ...] = (
        Heading(1, "Wat je weet"),
        _said(role.knows),
        Heading(1, "Wat je pas zegt als iemand er open naar vraagt"),
        _said(role.when_asked),
        Heading(1, f"Zo doe je: {manner}" if manner else "Zo klink je"),
        _said(role.says if role.says.startswith("(") else f"“{role.says}”"),
        Write("Wat je er zelf bij verzint", lines=3, above=True),
        Small(f"{PRACTICE}. Verzin wat er niet op staat, en laat je verrassen."),
    )
    return Card(f"Jij speelt: {role.name}", case.title, blocks, level=1, high=True)


def story_sheet(case: PracticeCase) -> Form:
    """What happened, for who plays the inbrenger: to tell it, and to have answers."""
    return Form(
        source=None,
        title=case.title,
        subject="Het verhaal van een oefencasus, voor wie de inbrenger speelt",
        stem=f"verhaal {case.name}",
        paper=Sheet.A4,
        furniture=Furniture(
            notice=PRACTICE,
            kicker="Voor wie de inbrenger speelt",
            standfirst="Dit is jouw verhaal. Lees het vooraf, en vertel het in je eigen woorden.",
            foot="Alleen voor de inbrenger. Wat er niet op staat, verzin je.",
        ),
        sheets=(tuple(_story(case)),),
    )


def _story(case: PracticeCase) -> Iterator[FormBlock]:
    told = at_any_moment(case).case
    for head, text in (
        ("Wat er gebeurde", told.situation),
        ("Het moment waarop je twijfelde", told.hot_moment),
        ("Wat je tot nu toe deed", told.done_so_far),
        ("Wie formeel beslist", told.decides_formally),
        ("Tot wanneer", told.deadline),
    ):
        if text.strip():
            yield Heading(1, head)
            yield from (_said(part) for part in text.split("\n\n") if part.strip())


def trainer_sheet(case: PracticeCase) -> Form:
    """Per ronde what to practise, what often comes and how to ask on; for the trainer."""
    asks = case.coaching.difficulty
    return Form(
        source=None,
        title=case.title,
        subject="Blad voor de trainer bij een oefencasus",
        stem=f"trainersblad {case.name}",
        paper=Sheet.A4,
        furniture=Furniture(
            notice=PRACTICE,
            kicker=" · ".join(filter(None, ("Voor de trainer", asks, f"{case.minutes} minuten"))),
            standfirst=case.aim if case.has_aim else "",
            foot="Voor de trainer. Lees “Zo kun je doorvragen” na afloop voor, niet eerder.",
        ),
        sheets=((_said(case.summary), *_guidance(case)),),
    )


def example_sheet(case: PracticeCase) -> Form:
    """The filled observation that a case has, to see what one looks like before one looks along."""
    return Form(
        source=None,
        title="Zo kan een observatie eruitzien",
        subject="Voorbeeld van een ingevulde observatie bij een oefencasus",
        stem=f"voorbeeldobservatie {case.name}",
        paper=Sheet.A4,
        furniture=Furniture(
            notice=PRACTICE,
            kicker=f"Voor wie meekijkt · {case.title}",
            standfirst="Verzonnen. Noteer eerst wat je ziet en hoort. Kies daarna per gedraging "
            "een woord om over te praten. Er is geen totaal en geen gemiddelde.",
            foot="Schrijf geen namen op. Geef je blad na afloop aan wie leidde.",
        ),
        sheets=(tuple(_worked_observation(case)),),
    )


def _guidance(case: PracticeCase) -> Iterator[FormBlock]:
    planned = planned_in(case)
    for phase in (PhaseKey.OPENING, *case.course.keys):
        found = case.coaching.of(phase)
        if found is not None:
            said = tuple(_one_ronde(found))
            yield Card(part_name(case.course, phase), f"{planned[phase]} minuten", said)


def _one_ronde(found: Guidance) -> Iterator[FormBlock]:
    yield _labelled("Leerdoel", found.aim)
    yield _labelled("Dit komt vaak", found.pitfall)
    yield _labelled("Zo kun je doorvragen", found.question)


def _worked_observation(case: PracticeCase) -> Iterator[FormBlock]:
    """The observation that ships with a case, to see what one looks like."""
    if not case.coaching.seen:
        return
    for seen in case.coaching.seen:
        yield Heading(1, part_name(case.course, seen.place))
        yield Table(
            ("De gespreksleider", "Gezien"),
            tuple(
                RowGroup(((Run(one.text),),), ((((Run(seen.labels[one.key]),),),),))
                for one in behaviours_in(seen.place)
                if one.key in seen.labels
            ),
            (0.74, 0.26),
        )
        for called, told in besides(seen):
            yield _labelled(called, told)
    takeaway = case.coaching.takeaway
    if takeaway is not None:
        yield Heading(1, "Daarna, samen")
        yield _labelled("Behoud", takeaway.keep)
        yield _labelled("Probeer", takeaway.attempt)
        where = part_name(case.course, takeaway.phase)
        yield _labelled("Wanneer", f"{takeaway.when} · {where}")
        yield _labelled("Hoe merk ik het", takeaway.noticed_by)


def observation_sheet(case: PracticeCase) -> Form:
    """What to look for in an oefening of this case, in its order and with its minutes."""
    form = observation(None, plan_of(at_any_moment(case)))
    return replace(
        form,
        stem=f"{form.stem} {case.name}",
        furniture=replace(form.furniture, kicker=f"Voor wie meekijkt · {case.title}"),
    )


def self_sheets(cases: Iterable[PracticeCase]) -> Iterator[Form]:
    """What who led fills in, in the usual order, and for each case that has another one."""
    usual = Course()
    yield _self_sheet(usual)
    for case in cases:
        if case.course.keys != usual.keys:
            form = _self_sheet(case.course)
            yield replace(
                form,
                stem=f"{form.stem} {case.name}",
                furniture=replace(form.furniture, kicker=f"Jij eerst · {case.title}"),
            )


def _self_sheet(course: Course) -> Form:
    return Form(
        source=None,
        title="Zelfbeeld",
        subject="Zelfbeeld van de gespreksleider, in te vullen voor het observatieblad open gaat",
        stem="zelfbeeld",
        paper=Sheet.HAND,
        furniture=Furniture(
            kicker="Jij eerst",
            standfirst="Vul dit in voordat je hoort wat een ander zag. Er is geen cijfer en geen "
            "optelsom. Een verschil is straks een vraag.",
            foot="Dit blad is van jou. Schrijf geen namen op.",
        ),
        sheets=(tuple(_self(course)),),
    )


def _self(course: Course) -> Iterator[FormBlock]:
    places = (PhaseKey.OPENING, *course.keys, THROUGHOUT)
    yield Board(
        ("Ronde", "Wat je deed", "Hoe ging dat?"),
        tuple(_looked_at(part_name(course, place), place) for place in places),
        (0.2, 0.38, 0.42),
        ((), (), tuple(Label)),
        26.0,
    )
    yield Heading(1, "In je eigen woorden")
    yield Write("Waar ben je trots op?", lines=2, above=True)
    yield Write("Wat was een lastig moment?", lines=2, above=True)
    yield Write("Wat deed de groep met jou?", lines=2, above=True)


def _looked_at(name: str, place: str) -> RowGroup:
    head: Cell = ((Run(name, Look.STRONG),),)
    rows = tuple((((Run(capital(one.text)),),), ()) for one in behaviours_in(place))
    return RowGroup(head, rows)


def takeaway_sheet() -> Form:
    """One thing to keep, one to try; and a card for the opening of the next beraad."""
    blocks: tuple[FormBlock, ...] = (
        Write("Dit behoud ik", lines=3, above=True),
        Write("Dit probeer ik", lines=3, above=True),
        Write("Wanneer", lines=1),
        Write("In welke ronde", lines=1),
        Write("Hoe merk ik dat het lukt?", lines=2, above=True),
        Small("Leg deze kaart naast je laptop bij de opening van je volgende beraad."),
    )
    card = Card("Behoud en probeer", "van mij", blocks, level=1, high=True)
    return Form(
        source=None,
        title="Behoud en probeer",
        subject="Kaart voor wie een moreel beraad leidde",
        stem="behoud en probeer",
        paper=Sheet.CARDS,
        furniture=Furniture(),
        opened=False,
        sheets=((card, card),),
    )


def attendance_sheet(programme: Programme) -> Form:
    """That somebody was there; never that somebody can do it."""
    days = " en ".join(day.lower() for day, _ in programme.days)
    return Form(
        source=None,
        title="Bewijs van aanwezigheid",
        subject="Bewijs dat iemand een cursus bijwoonde; geen beoordeling",
        stem="bewijs van aanwezigheid",
        paper=Sheet.A4,
        furniture=Furniture(
            kicker=programme.title,
            standfirst=f"Hieronder staat wie erbij was, op {days}.",
            foot="Dit is geen diploma. Een gespreksleider leert het door te doen.",
        ),
        sheets=(
            (
                Write("Naam", lines=1),
                Write("Aanwezig op", lines=2, above=True),
                Quote(
                    "Wat dit niet zegt",
                    (
                        (
                            Run(
                                "Aanwezig zijn is een begin. Woon vier beraden bij voordat je "
                                "zelf leidt, leid de eerste twee samen met een ander, en vraag "
                                "iemand om mee te kijken."
                            ),
                        ),
                    ),
                ),
                Write("Trainer", lines=1),
                Write("Plaats en datum", lines=1),
            ),
        ),
    )


def _said(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Run(f"{label}: ", Look.STRONG), Run(text)))
