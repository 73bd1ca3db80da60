"""What the group has said in a ronde, as blocks for its screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from beraad.group.options import at_length, worded
from beraad.group.passages import passages
from beraad.group.view import Act, Block, Horns, Letters, Line, Offer, Row, Table
from beraad.group.weighing import echoes, matrix, weighings
from beraad.phases.course import Course
from beraad.phases.dates import full_date
from beraad.phases.wording import KEPT_LABELS, PRESENCE_LABELS
from beraad.privacy.clean import CleanedSession
from beraad.privacy.dutch.placeholders import TRAIT
from beraad.records import CaseState, Option, PhaseKey, Plea, Presence, Stakeholder

_STARTERS = (
    "Ik kies: …",
    "Wat voor mij de doorslag geeft: …",
    "Wie of wat ik hiermee tekortdoe: …",
    "Zo beperk ik de schade: …",
    "Wat ik daarvoor nodig heb, en van wie: …",
)
_EMPTY_CHAIR = PRESENCE_LABELS[Presence.EMPTY_CHAIR]
_PLEADS: Mapping[Plea, tuple[str, ...]] = {
    Plea.UNCLEAR: (),
    Plea.A: ("A",),
    Plea.B: ("B",),
    Plea.BOTH: ("A", "B"),
}

_NO_NAME = re.compile(rf"^\[{TRAIT}( \d+)?\]$")
"""A perspective of which nothing is left: nobody can speak for a trait."""


def horns(cleaned: CleanedSession) -> Iterator[Block]:
    """A and B with the harm under each."""
    acts = tuple(
        Act(letter=letter, text=at_length(option), harms=_harms(cleaned, option))
        for letter, option in cleaned.lettered_options[:2]
    )
    if any(act.text or act.harms for act in acts):
        yield Horns(acts=acts)


def _dilemma(cleaned: CleanedSession) -> Iterator[Block]:
    """The moral question as it is being found, and the horns."""
    yield from passages(("", cleaned.moral_question))
    yield from horns(cleaned)


def perspectives(cleaned: CleanedSession) -> Iterator[Block]:
    """The perspective table."""
    rows = [row for one in cleaned.stakeholders for row in _of_stakeholder(cleaned, one)]
    if rows:
        heads = ("Perspectief", "Waarde", "Norm", "")
        yield Row(table=Table.PERSPECTIVES, cells=heads, head=True)
    yield from rows


def since_last_time(cleaned: CleanedSession) -> Iterator[Block]:
    """The answers that were told, and what came of earlier agreements."""
    for told in cleaned.told_answers:
        yield from passages((told.title.strip(), told.said), ("Wat er verandert", told.change))
    rows = [
        Row(
            table=Table.AGREEMENTS,
            cells=(one.what.strip(), one.role.strip(), KEPT_LABELS[one.kept]),
        )
        for one in cleaned.earlier_agreements
    ]
    if rows:
        heads = ("We spraken af", "Wie", "Wat het werd")
        yield Row(table=Table.AGREEMENTS, cells=heads, head=True)
    yield from rows


def _opening(course: Course) -> Iterator[Block]:
    for number, phase in enumerate(course.rondes, start=1):
        yield Line(mark=str(number), text=phase.title)


def _case(cleaned: CleanedSession) -> Iterator[Block]:
    yield from passages(("", cleaned.case.situation))
    for moment in cleaned.timeline:
        if moment.what.strip() or moment.when.strip():
            yield Line(mark=moment.when.strip(), text=moment.what.strip())
    yield from passages(
        ("Het kernmoment", cleaned.case.hot_moment), ("Wat wringt", cleaned.case.friction)
    )


def _clarification(cleaned: CleanedSession) -> Iterator[Block]:
    rows = [
        Row(
            table=Table.ANSWERS,
            cells=(
                one.question.strip(),
                one.answer.strip() or ("nog uitzoeken" if one.open_point else ""),
            ),
        )
        for one in cleaned.clarifications
        if one.question.strip() or one.answer.strip()
    ]
    if rows:
        yield Row(table=Table.ANSWERS, cells=("Vraag", "Antwoord"), head=True)
    yield from rows
    yield from passages(("De bedoeling van de regel", cleaned.case.rule_purpose))


def _alternatives(cleaned: CleanedSession) -> Iterator[Block]:
    lines = worded(cleaned)
    if lines:
        yield Offer(lines=lines)


def _consideration(cleaned: CleanedSession) -> Iterator[Block]:
    revealed = tuple(weighings(cleaned))
    if revealed:
        yield from revealed
        return
    yield Offer(lines=worded(cleaned), title="Maak deze zinnen af, voor jezelf", starters=_STARTERS)


def _dialogue(cleaned: CleanedSession) -> Iterator[Block]:
    yield from matrix(cleaned)
    yield from echoes(cleaned)
    found = cleaned.dialogue
    yield from passages(
        ("Wat we delen", found.shared),
        ("Waar we verschillen", found.core_difference),
        ("Welk argument maakte indruk?", found.moved_by),
        ("Welk geluid missen we nog?", found.missing_voice),
        ("Wat zijn wij gewoon gaan vinden?", found.taken_for_granted),
        ("Welke vraag ligt hier eigenlijk onder?", found.new_questions),
    )


def _conclusion(cleaned: CleanedSession) -> Iterator[Block]:
    yield from passages(
        ("Antwoord voor nu", cleaned.conclusion.answer),
        ("Dit neemt de inbrenger mee", cleaned.conclusion.case_owner_takes),
    )
    rows = [
        Row(
            table=Table.AGREEMENTS,
            cells=(
                one.what.strip(),
                one.role.strip(),
                full_date(one.due) if one.due else "",
            ),
        )
        for one in cleaned.agreements
        if one.what.strip()
    ]
    if rows:
        closed = cleaned.case_state is CaseState.CLOSED
        heads = ("We spreken af", "Wie", "" if closed else "Wanneer")
        yield Row(table=Table.AGREEMENTS, cells=heads, head=True)
    yield from rows
    again = cleaned.conclusion.second_meeting
    is_policy = Course(setting=cleaned.setting).is_policy
    hears, whose = (
        ("Dit horen inwoners en uitvoerders", "Van wie zij dat horen")
        if is_policy
        else ("Dit hoort de inwoner", "Van wie de inwoner dat hoort")
    )
    yield from passages(
        ("We gaan verder op", full_date(again) if again else ""),
        (hears, cleaned.conclusion.resident_hears),
        (whose, cleaned.conclusion.resident_hears_from),
        ("Wat goed ging", cleaned.conclusion.went_well),
        ("Wat we hiervan leren", cleaned.conclusion.lesson),
    )


_SAID: Mapping[PhaseKey, Callable[[CleanedSession], Iterator[Block]]] = {
    PhaseKey.CASE: _case,
    PhaseKey.DILEMMA: _dilemma,
    PhaseKey.CLARIFICATION: _clarification,
    PhaseKey.PERSPECTIVES: perspectives,
    PhaseKey.ALTERNATIVES: _alternatives,
    PhaseKey.CONSIDERATION: _consideration,
    PhaseKey.DIALOGUE: _dialogue,
    PhaseKey.CONCLUSION: _conclusion,
}


def said_in(phase: PhaseKey, cleaned: CleanedSession, course: Course) -> tuple[Block, ...]:
    """Return what was said in a ronde; the opening shows the rondes to come."""
    if phase is PhaseKey.OPENING:
        return tuple(_opening(course))
    return tuple(_SAID[phase](cleaned))


def _harms(cleaned: CleanedSession, option: Option) -> tuple[str, ...]:
    lines = ((harm.text.strip(), harm.who.strip()) for harm in cleaned.harms_of(option.id))
    return tuple(_harm(text, who) for text, who in lines if text or who)


def _harm(text: str, who: str) -> str:
    return " · ".join(part for part in (text, who and f"Voor wie: {who}") if part)


def _of_stakeholder(cleaned: CleanedSession, one: Stakeholder) -> Iterator[Row]:
    """The rows of one perspective; what is the same as in the row above is not said again."""
    name = _NO_NAME.sub(r"betrokkene\1", one.name.strip())
    if one.presence is Presence.EMPTY_CHAIR and _EMPTY_CHAIR not in name.casefold():
        name = f"{name}\n{_EMPTY_CHAIR}" if name else _EMPTY_CHAIR
    for value in cleaned.values_of(one.id):
        words = value.name.strip()
        for norm in cleaned.norms_of(value.id):
            yield _perspective(name, words, norm.text.strip(), _PLEADS[norm.plea])
            name, words = "", ""
        if words:
            yield _perspective(name, words, "", ())
            name = ""
    if name:
        yield _perspective(name, "", "", ())


def _perspective(name: str, value: str, norm: str, letters: tuple[str, ...]) -> Row:
    return Row(table=Table.PERSPECTIVES, cells=(name, value, norm, Letters(letters)))
