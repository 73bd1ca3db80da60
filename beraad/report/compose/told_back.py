"""The terugkoppeling: half a page for the team, about what became of its signal and why."""

from __future__ import annotations

from collections.abc import Iterable

from beraad.phases.dates import full_date, short_date
from beraad.phases.phrasing import listed
from beraad.privacy.clean import CleanedSignal
from beraad.privacy.leaving.file_name import file_name
from beraad.records import Outcome, Step, StepKind
from beraad.report.blocks import (
    Block,
    Callout,
    Document,
    Furniture,
    Heading,
    Look,
    Paragraph,
    RowGroup,
    Table,
    WritingLines,
)
from beraad.report.compose.parts import (
    Blocks,
    beside,
    brief,
    bullets,
    cell,
    labelled,
    one_line,
    prose,
    section,
    words,
)
from beraad.report.compose.practice import foot, notice
from beraad.report.compose.summary import LONGEST_TEAM
from beraad.signals.teams import names, names_own, same
from beraad.signals.telling import outcome_words, step_sentence, with_words

SUBJECT = "Terugkoppeling van een signaal aan het team"
TITLE = "Dit is er met jullie signaal gedaan"
_SEEN, _DONE = "Wat jullie zagen", "Wat ermee is gedaan"
_EXPLAINED, _WHY_NOT = "Toelichting", "Waarom niet"
_CHANGES = "Wat verandert er maandag?"
_HELPED = "Heeft dit geholpen?"
_ANSWERS = ("ja", "deels", "nee, we geven het opnieuw door")
_NOW = "Wat doen we nu?"
_NEXT = ("opnieuw doorgeven", "het iemand anders vragen", "het laten rusten")
_NO_WHY = "De reden staat er niet bij. Vraag ernaar: jullie horen die te weten."
_NO_CHANGE = "Dat is nog niet gezegd. Vraag ernaar in het werkoverleg."
_NOTHING = "Er verandert nu niets."
_FROM = "Antwoord van"
"""Before the role that answered; whether that is "de" or "het" is not known."""
_HOLDS = "Dit geldt nu. Eerder was het anders; dat staat hieronder."
_LONGEST = 420
"""Characters of what the team saw: it knows that best itself."""

_ON_THE_WAY = frozenset(
    {
        StepKind.IN_PROGRESS,
        StepKind.ASKED_BACK,
        StepKind.SHARPENED,
        StepKind.ANSWERED,
        StepKind.JOINED,
    }
)
_MOST = 4
"""Steps on the way to the answer that are told, the latest."""


_BY_THIS = "met deze brief"
"""When they hear it of whom it was not noted that they did: printing tells nobody yet."""


def answer_letter(cleaned: CleanedSignal, teams: Iterable[str] = ()) -> Document:
    """The terugkoppeling of the answer that a signal has now, to its team and these besides.

    Who did not hear it yet, hears it by this letter: of that no day is known. Raises
    ValueError when there is no answer.
    """
    answer = cleaned.answer
    if answer is None:
        raise ValueError(cleaned.status)
    to = tuple(dict.fromkeys(one_line(team) for team in (cleaned.team, *teams) if team.strip()))
    return Document(
        source=cleaned,
        title=TITLE,
        subject=SUBJECT,
        stem=file_name(cleaned.week, cleaned.content.bottleneck, "terugkoppeling"),
        furniture=_furniture(cleaned, to),
        blocks=tuple(_blocks(cleaned, answer, to)),
        is_short=True,
    )


def _furniture(cleaned: CleanedSignal, to: tuple[str, ...]) -> Furniture:
    teams = brief(listed(to), LONGEST_TEAM)
    to_whom = f" aan {teams}" if teams else ""
    about = brief(cleaned.content.bottleneck, LONGEST_TEAM)
    role = one_line(cleaned.content.reports_back)
    sender = f"Van: {role}. " if role else ""
    return Furniture(
        notice=notice(is_practice=cleaned.is_practice),
        kicker=" · ".join(filter(None, (f"Terugkoppeling{to_whom}", about))),
        standfirst="",
        foot=foot(f"{sender}Vragen? Stel ze in het werkoverleg.", is_practice=cleaned.is_practice),
    )


def _blocks(cleaned: CleanedSignal, answer: Step, to: tuple[str, ...]) -> Iterable[Block]:
    content = cleaned.content
    yield _way(cleaned, answer, to)
    yield from section(_SEEN, prose(brief(content.what or content.bottleneck, _LONGEST)))
    yield from section(_DONE, _done(cleaned, answer))
    unanswered = answer.kind is StepKind.NO_ANSWER
    refused = unanswered or answer.outcome is Outcome.NOTHING
    why = _WHY_NOT if refused else _EXPLAINED
    yield from section(why, prose(answer.words) or prose(_NO_WHY))
    first, *more = cell(answer.change) or cell(_NOTHING if refused else _NO_CHANGE)
    yield Callout(_CHANGES, first, tuple(Paragraph(line) for line in more))
    yield Heading(1, _NOW if unanswered else _HELPED)
    yield WritingLines((), ticks=_NEXT if unanswered else _ANSWERS)


def _way(cleaned: CleanedSignal, answer: Step, to: tuple[str, ...]) -> Table:
    """Four steps with their days: there, and back."""
    round_ = _round(cleaned.steps, answer)
    passed = next((one for one in round_ if one.kind is StepKind.PASSED_ON), None)
    received = next((one for one in round_ if one.kind is StepKind.RECEIVED), None)
    what = f"antwoord: {outcome_words(answer.outcome)}" if answer.outcome else "antwoord"
    if answer.kind is StepKind.NO_ANSWER:
        what = "geen antwoord"
    header = ("doorgegeven", "ontvangen", what, "terug bij jullie")
    days = (
        cell(full_date(passed.on) if passed else "niet bekend"),
        cell(full_date(received.on) if received else "niet bekend"),
        cell(full_date(answer.on)),
        cell(_heard(cleaned, answer, to)),
    )
    return Table(header, (RowGroup(days[0], (days[1:],)),), (0.25,) * len(header))


def _heard(cleaned: CleanedSignal, answer: Step, to: tuple[str, ...]) -> str:
    """When they heard it; for each team apart as soon as that is not the same day."""
    after = cleaned.steps[cleaned.steps.index(answer) :]
    tellings = [one for one in reversed(after) if _tells(one, answer)]

    def day_of(team: str) -> str:
        names_it = names_own if same(team, one_line(cleaned.team)) else names
        told = next((one.on for one in tellings if names_it(one.to, team)), None)
        return full_date(told) if told else _BY_THIS

    days = {team: day_of(team) for team in to or ("",)}
    if len(set(days.values())) == 1:
        return next(iter(days.values()))
    return "\n".join(f"{team}: {day}" for team, day in days.items())


def _tells(step: Step, answer: Step) -> bool:
    """Whether a step after an answer tells the team of that one."""
    return step.kind is StepKind.TOLD and step.about in {None, answer.id}


def _done(cleaned: CleanedSignal, answer: Step) -> Blocks:
    """What the answer comes to and from whom, and what was done on the way."""
    way = [
        one
        for one in _round(cleaned.steps, answer)
        if (one.kind in _ON_THE_WAY or one.ends_waiting)
        and one.id not in cleaned.uncounted | {answer.id}
    ][-_MOST:]
    done = (beside(words(short_date(one.on), Look.MUTED), words(_said(one))) for one in way)
    came = _came_to(answer)
    if any(one.ends_waiting for one in way):
        came = f"{came} {_HOLDS}"
    role = labelled(_FROM, words(answer.role), Look.MUTED)
    return (*prose(came), *((Paragraph(role),) if role else ()), *bullets(done))


def _came_to(answer: Step) -> str:
    if answer.kind is StepKind.NO_ANSWER:
        return "Er kwam geen antwoord. Waarom niet, staat hieronder."
    match answer.outcome:
        case Outcome.CHANGE:
            return "Dit wordt aangepast."
        case Outcome.TRIAL:
            return "Er komt een proef."
        case Outcome.RESEARCH:
            return "Dit wordt verder uitgezocht."
        case Outcome.NOTHING:
            return "Er verandert niets."
        case _:
            return "Het antwoord staat hieronder."


def _said(step: Step) -> str:
    """A step on the way; an answer of before holds no more."""
    if not step.ends_waiting:
        return one_line(step_sentence(step))
    outcome = outcome_words(step.outcome) if step.outcome else ""
    if not step.is_answer:
        head = "Eerder kwam er geen antwoord"
    else:
        head = f"Eerder was het antwoord: {outcome}" if outcome else "Eerder was er een antwoord"
    return one_line(with_words(head, step.words))


def _round(steps: tuple[Step, ...], answer: Step) -> tuple[Step, ...]:
    """The steps of the round that this answer ends, from when it was passed on."""
    until = next(place for place, one in enumerate(steps) if one.id == answer.id)
    begun = [place for place, one in enumerate(steps[:until]) if one.kind is StepKind.PASSED_ON]
    return steps[begun[-1] if begun else 0 : until + 1]
