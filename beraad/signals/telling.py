"""What is told of a signal and its steps, in Dutch sentences: the same on screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from beraad.phases.dates import dated, full_date
from beraad.phases.phrasing import capital, listed
from beraad.phases.wording import HELPED_LABELS, OUTCOME_LABELS, ROW_STANDING_LABELS
from beraad.records import Outcome, RowStanding, SignalLine, SignalStatus, Step, StepKind
from beraad.signals.life import Lane, Owed

LANE_LABELS: Mapping[Lane, str] = {
    Lane.WAITING: "Wij wachten",
    Lane.OURS: "Wij moeten terugkoppelen",
    Lane.DONE: "Af",
}
LANE_MEANS: Mapping[Lane, str] = {
    Lane.WAITING: "Een ander is aan zet.",
    Lane.OURS: "Wij zijn aan zet.",
    Lane.DONE: "Het team hoorde wat eruit kwam, of het signaal is ingetrokken.",
}

_STATIONS = (
    "doorgegeven",
    "ontvangen",
    "in behandeling",
    "antwoord",
    "team hoort het",
    "team zegt of het hielp",
)

CLASH = ROW_STANDING_LABELS[RowStanding.CLASH]
"""How a signal stands of which two answers stand side by side."""

_OWES: Mapping[StepKind, str] = {
    StepKind.PASSED_ON: "het signaal doorgeven",
    StepKind.ANSWERED: "antwoord geven",
    StepKind.SHARPENED: "het signaal scherper maken",
    StepKind.TOLD: "het team vertellen wat eruit kwam",
    StepKind.TEAM_SAID: "het team vragen of het hielp",
    StepKind.CLOSED: "het signaal sluiten, of opnieuw doorgeven",
    StepKind.JOINED: "uitzoeken met welk signaal dit verdergaat",
}
"""What there is to do; who does it stands before it as a label, for a role has no article here."""

_TOLD: Mapping[StepKind, str] = {
    StepKind.PASSED_ON: "Doorgegeven",
    StepKind.RECEIVED: "Ontvangen",
    StepKind.IN_PROGRESS: "In behandeling",
    StepKind.REMINDED: "Gevraagd hoe het staat",
    StepKind.ASKED_BACK: "Vraag terug",
    StepKind.SHARPENED: "Samen scherp gemaakt",
    StepKind.ANSWERED: "Antwoord",
    StepKind.NO_ANSWER: "Geen antwoord gekregen",
    StepKind.TOLD: "Verteld",
    StepKind.TEAM_SAID: "Het team vindt",
    StepKind.CLOSED: "Gesloten",
    StepKind.JOINED: "Samengevoegd met een ander signaal",
    StepKind.WITHDRAWN: "Ingetrokken",
    StepKind.UNDONE: "Een stap teruggenomen",
}


def named(title: str, team: str) -> str:
    """A signal as it is called in a sentence, with the team that it is of if that is known."""
    return ", ".join(filter(None, (f"“{title}”", team)))


def owes(role: str, what: StepKind, *teams: str) -> str:
    """Who is to do what, without an end to the sentence."""
    told = _OWES[what]
    if teams and what is StepKind.TOLD:
        told = f"aan {listed(teams)} vertellen wat eruit kwam"
    return f"Aan zet: {role}. Te doen: {told}"


def owed_sentence(owing: Owed) -> str:
    """Who owes what, and by when."""
    if owing.clash:
        return (
            f"Antwoorden botsen: kies eerst welk antwoord geldt, uiterlijk {full_date(owing.by)}."
        )
    return f"{owes(owing.role, owing.what, *owing.teams)}, uiterlijk {full_date(owing.by)}."


def usual_term(owing: Owed) -> str:
    """Of a day that nobody agreed: that it is the usual one; a day for the answer may be agreed."""
    usual = "de gewone termijn"
    return f"{usual}; er is geen dag afgesproken" if owing.what is StepKind.ANSWERED else usual


def days_sentence(days_left: int) -> str:
    """How long that is from today."""
    if days_left < 0:
        return f"{counted_days(-days_left)} te laat"
    if not days_left:
        return "vandaag"
    return f"nog {counted_days(days_left)}"


def counted_days(days: int) -> str:
    """A number of days."""
    return "1 dag" if days == 1 else f"{days} dagen"


def step_sentence(step: Step) -> str:
    """What was done, and what was said with it."""
    return with_words(step_head(step), step.words)


def with_words(head: str, words: str) -> str:
    """What was said after what was done: a sentence of its own where that has a colon already."""
    words = words.strip()
    if not words:
        return f"{head}."
    return f"{head}. {capital(words)}" if ":" in head else f"{head}: {words}"


def step_head(step: Step) -> str:
    """What was done, without what was said with it."""
    told = _TOLD[step.kind]
    to = step.to.strip()
    match step.kind:
        case StepKind.ANSWERED if step.outcome is Outcome.MOVED_ON:
            return f"Verder gebracht naar {to}"
        case StepKind.ANSWERED if step.outcome is not None:
            return f"{told}: {outcome_words(step.outcome)}"
        case StepKind.TEAM_SAID if step.helped is not None:
            return f"{told}: {HELPED_LABELS[step.helped]}"
        case StepKind.IN_PROGRESS if to:
            return f"{told} bij {to}"
        case _:
            return f"{told} aan {to}" if to else told


def outcome_words(outcome: Outcome) -> str:
    """What an answer comes to, also where nothing follows."""
    return OUTCOME_LABELS[outcome].removesuffix(", want …")


def means_of(lane: Lane, since: date | None) -> str:
    """What a lane means, and since when the oldest signal waits there."""
    longest = f" Langst open: sinds {full_date(since)}." if since else ""
    return f"{LANE_MEANS[lane]}{longest}"


def mark_of_line(line: SignalLine, today: date) -> str:
    """The days, the one clock of a signal; what became of it when nothing is owed any more."""
    if line.by is not None:
        return days_sentence((line.by - today).days)
    if line.status is SignalStatus.JOINED:
        return "samengevoegd"
    if line.status is SignalStatus.WITHDRAWN:
        return "ingetrokken"
    if line.outcome is not None:
        return outcome_words(line.outcome)
    if line.unanswered:
        return "geen antwoord"
    return "beantwoord" if line.answered_on is not None else "gesloten"


def turn_of_line(line: SignalLine) -> str:
    """Whose turn it is, or what the team thought and how long it took."""
    if line.owed is not None:
        return " · ".join(filter(None, (f"aan zet: {line.role}", _of_its_answer(line))))
    said = f"Team vond: {HELPED_LABELS[line.helped]}" if line.helped else ""
    took = ""
    if line.asked_on and line.told_on:
        weeks = max(1, round((line.told_on - line.asked_on).days / 7))
        took = "rond in 1 week" if weeks == 1 else f"rond in {weeks} weken"
    return " · ".join(part for part in (said, took) if part)


def _of_its_answer(line: SignalLine) -> str:
    if line.status is not SignalStatus.JOINED:
        if line.answers_clash:
            return CLASH
        if line.answered_on is None:
            return ""
        if line.unanswered:
            return f"geen antwoord gekregen ({dated(line.answered_on)})"
        return f"antwoord van {dated(line.answered_on)}"
    if line.owed is StepKind.TOLD and line.team.strip():
        return f"samengevoegd; {line.team.strip()} hoorde nog niet wat eruit kwam"
    return "samengevoegd"


def without_words(number: int) -> str:
    """That there are signals of which nothing can be shown here, and what to do about it."""
    which = "1 signaal heeft" if number == 1 else f"{number} signalen hebben"
    return (
        f"{which} hier nog geen woorden. Ze komen mee zodra een laptop of de server ze weer heeft. "
        "Blijft het zo, meld het dan aan je beheerder."
    )


def stations_sentence(passed: int, *, ended: bool = False) -> str:
    """How far a signal is on its way, for who cannot see the line."""
    names = (
        "doorgegeven",
        "ontvangen",
        "in behandeling",
        "antwoord",
        "team hoort het",
        "team zegt",
    )
    if passed >= len(names):
        return "Hele weg: heen en terug."
    if ended:
        return f"Stap {passed} van {len(names)} gezet; verder ging het niet."
    return f"Stap {passed} van {len(names)} gezet; nu: {names[passed]}."
