"""The door out of a beraad: nothing leaves the raw session by any other way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TypeVar

from beraad.phases.dates import iso_week
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.finding.outgoing import stands_in, told_considerations
from beraad.privacy.instead.spoken import spoken
from beraad.privacy.instead.undivided import undivided
from beraad.privacy.leaving.cleaned import CleanedConsideration, CleanedSession, CleanedSignal
from beraad.privacy.leaving.fingerprint import fingerprint
from beraad.privacy.leaving.later import open_places
from beraad.privacy.leaving.leaks import (
    forbidden_words,
    kept_by,
    leaks,
    left_elsewhere,
    mentions_removed,
    names_kept,
    words_in_places,
)
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.privacy.leaving.seal import SEAL
from beraad.privacy.leaving.undecided import require_decided
from beraad.privacy.review.gate import Gate, is_safe
from beraad.privacy.review.reviewed import Reviewed, all_checked, reviewed
from beraad.privacy.signs.telling.keeping_apart import tells_a_side
from beraad.privacy.signs.telling.those_present import ThosePresent
from beraad.privacy.signs.telling.told_by import is_at_the_table
from beraad.records import (
    Agreement,
    Fingerprint,
    Layer,
    Overview,
    Patterns,
    RegisteredSignal,
    Session,
    SignalLine,
    SignalStatus,
    StepKind,
    ToldAnswer,
    in_force,
)
from beraad.records.anatomy import Address, list_sections, map_texts, single_sections, text_fields
from beraad.signals.told_back import life_among

__all__ = [
    "CleanedConsideration",
    "CleanedOverview",
    "CleanedSession",
    "CleanedSignal",
    "admitted",
    "admitted_overview",
    "clean",
    "clean_signal",
    "fingerprint_of",
    "forbidden_words",
    "leaks",
    "left_elsewhere",
    "mentions_removed",
    "names_kept",
    "team_is_decided",
    "told_beside",
    "with_decisions",
    "words_in_places",
]

R = TypeVar("R")

_is_of_report = partial(stands_in, Layer.WORK)
_is_of_signal = partial(stands_in, Layer.SIGNAL)
_OF_OTHERS = frozenset(
    {"needs_from", "shared", "missing_voice", "new_questions", "recipients", "resident_hears_from"}
)
"""Where a function tells who is needed, missing or told, and not who said something."""

_BY_CONTENT = attrgetter("choice", "revised_choice", *text_fields(CleanedConsideration))


def clean(
    session: Session,
    lexicon: Lexicon | None = None,
    *,
    cautious: bool = False,
    within: Session | None = None,
) -> CleanedSession:
    """Return a beraad without whatever points to a person, as far as was found and decided.

    What nobody decided about yet still stands in it, and is counted: it can be read on the screen
    of the gespreksleider, and no file is made of it (`require_decided`). For a screen that others
    see it is `cautious`: then that is said more generally or taken out as well. A part of a beraad
    is cleaned `within` the whole, so that one person is called the same in both.
    """
    gate = Gate.of(session, lexicon, cautious=cautious, within=within)
    content = _content(gate, session)
    review = session.review
    stands = (
        review.declared_content is not None
        and all_checked(review)
        and not content.open_count
        and review.declared_content == fingerprint(content, session.decisions)
    )
    return replace(content, seal=SEAL, reviewed=reviewed(_record(gate, review), stands=stands))


def told_beside(cleaned: CleanedSession) -> CleanedSession:
    """The same of which an earlier version tells what one or two wrote."""
    return replace(cleaned, seal=SEAL, told_beside=True)


def fingerprint_of(session: Session, lexicon: Lexicon | None = None) -> Fingerprint:
    """The mark of what goes out of this beraad as it is now."""
    return fingerprint(_content(Gate.of(session, lexicon), session), session.decisions)


def _content(gate: Gate, session: Session) -> CleanedSession:
    opening = session.opening
    considerations = _considerations(gate, session)
    dialogue, conclusion = _record(gate, session.dialogue), _record(gate, session.conclusion)
    agreements, look_back = _records(gate, session.agreements), _record(gate, session.look_back)
    together = (dialogue, conclusion)
    return CleanedSession(
        seal=SEAL,
        title=_said(gate, opening.title),
        week=_week(session),
        team=_said(gate, opening.team),
        setting=opening.setting,
        clarification_first=opening.clarification_first,
        is_practice=session.is_practice,
        case_state=opening.case_state,
        manager=opening.manager,
        participant_count=sum(person.weighs for person in session.participants),
        stands_whole=session.stands_whole,
        may_be_told_by=_may_be_told_by(session, considerations, together, agreements),
        told_beside=False,
        names_left=bool(kept_by(gate, _is_of_report)),
        told_answers=_told(gate, session),
        earlier_agreements=(
            () if session.is_practice else _records(gate, session.earlier_agreements)
        ),
        confidentiality=_said(gate, opening.confidentiality),
        report_content=_said(gate, opening.report_content),
        first_reader=_said(gate, opening.first_reader),
        case=_record(gate, session.case),
        timeline=_records(gate, session.timeline),
        moral_question=_said(gate, session.dilemma.moral_question),
        options=_records(gate, session.options),
        harms=_records(gate, session.harms),
        clarifications=_records(gate, session.clarifications),
        stakeholders=_records(gate, session.stakeholders),
        at_the_table=frozenset(
            one.id for one in session.stakeholders if is_at_the_table(session, one)
        ),
        values=_records(gate, session.values),
        norms=_records(gate, session.norms),
        considerations=considerations,
        dialogue=dialogue,
        conclusion=conclusion,
        agreements=agreements,
        look_back=look_back,
        reactions=_records(gate, session.reactions),
        bottleneck=_said(gate, session.signal.bottleneck),
        removed_count=gate.removed(_is_of_report),
        open_count=len(gate.undecided(_is_of_report)),
        reviewed=Reviewed(),
    )


def _may_be_told_by(
    session: Session,
    cards: Iterable[CleanedConsideration],
    together: Iterable[object],
    agreements: Iterable[Agreement],
) -> bool:
    """Whether who was there may know from the words themselves who said or chose something."""
    present = ThosePresent.of(session)
    agreed = tuple(one.what for one in agreements)
    told = _texts_of((*cards, *together), without=_OF_OTHERS)
    counted = (*_texts_of(together), *agreed)
    return (
        any(map(present.are_mentioned_in, told))
        or any(map(present.are_counted_in, counted))
        or any(map(tells_a_side, agreed))
    )


def _texts_of(records: Iterable[object], without: frozenset[str] = frozenset()) -> Iterator[str]:
    for record in records:
        for name in text_fields(type(record)):
            if name not in without:
                yield getattr(record, name)


def team_is_decided(session: Session, lexicon: Lexicon | None = None) -> bool:
    """Whether nothing waits in the name of the team, whatever does elsewhere in this beraad."""
    team = Address("opening", "team")
    return not Gate.of(session, lexicon).undecided(lambda address: address == team)


def with_decisions(session: Session, lexicon: Lexicon | None = None) -> Session:
    """The same beraad, in which everything that was decided is done; for an oefencasus.

    About what never goes out, such as a note for oneself, nobody is asked: such a text is left out
    when anything in it points to a person. Raises Solvable while a place in what may go out is
    undecided.
    """
    gate = Gate.of(session, lexicon)
    require_decided(_content(gate, session))

    def said(_: str, text: str) -> str:
        if text in gate.found:
            return _said(gate, text)
        return text if is_safe(text, gate.known, lexicon) else ""

    singles = {name: map_texts(getattr(session, name), said) for name in single_sections()}
    lists = {
        name: tuple(map_texts(one, said) for one in getattr(session, name))
        for name in list_sections()
    }
    return replace(session, **singles, **lists)


def clean_signal(session: Session, lexicon: Lexicon | None = None) -> CleanedSignal:
    """Return the structural signal of a beraad without whatever points to a person."""
    gate = Gate.of(session, lexicon)
    return CleanedSignal(
        seal=SEAL,
        content=_record(gate, session.signal),
        team=gate.cleaned(session.opening.team),
        week=_week(session),
        is_practice=session.is_practice,
        status=SignalStatus.DRAFT,
        answer=None,
        steps=(),
        removed_count=gate.removed(_is_of_signal),
        open_count=len(gate.undecided(_is_of_signal)),
    )


def admitted(
    signal: RegisteredSignal,
    lexicon: Lexicon | None = None,
    *,
    joined: Iterable[SignalLine] = (),
    clash: bool = False,
    practice: bool = False,
) -> CleanedSignal:
    """Return a signal that passed the gate before it came into the register.

    What was written about it later counts as open as long as nobody read it as it is now. `joined`
    are the signals that go on in it; its answers `clash` while nobody chose one of two. In
    `practice` it comes from an oefenregister.
    """
    now = life_among(signal, joined, clash=clash)
    steps = in_force(signal.steps)
    return CleanedSignal(
        seal=SEAL,
        content=signal.content,
        team=signal.team,
        week=signal.week,
        registered_in=iso_week(signal.registered_on),
        is_practice=practice,
        status=now.status,
        answer=now.answer,
        steps=steps,
        written=tuple(step for step in signal.steps if step.kind is not StepKind.UNDONE),
        uncounted=frozenset(step.id for step in steps if step not in now.counted),
        answers_clash=clash,
        removed_count=0,
        open_count=len(open_places(signal, lexicon)),
    )


def admitted_overview(
    overview: Overview,
    patterns: Patterns,
    told: Mapping[str, RegisteredSignal],
    lexicon: Lexicon | None = None,
    *,
    otherwise: Mapping[str, RegisteredSignal] | None = None,
    answered: Mapping[str, RegisteredSignal] | None = None,
    without: Callable[[RegisteredSignal], RegisteredSignal] = lambda signal: signal,
    practice: bool = False,
    waiting: bool = False,
) -> CleanedOverview:
    """Return what many signals say together, with the words of one signal for each row.

    And of one that tells who looks at it `otherwise`, and of one that was `answered`.

    `without` takes still more out of those words than the gate does. What is open is counted before
    that: somebody decided about the words as they were written.
    """
    quoted = {
        signal.id: signal
        for each in (told, otherwise, answered)
        for signal in (each or {}).values()
    }
    let_in = {
        key: admitted(without(signal), lexicon, practice=practice) for key, signal in quoted.items()
    }

    def through(
        each: Mapping[str, RegisteredSignal] | None,
    ) -> dict[str, CleanedSignal]:
        return {key: let_in[signal.id] for key, signal in (each or {}).items()}

    return CleanedOverview(
        seal=SEAL,
        overview=overview,
        patterns=patterns,
        told=through(told),
        otherwise=through(otherwise),
        answered=through(answered),
        open_count=sum(len(open_places(signal, lexicon)) for signal in quoted.values()),
        is_practice=practice,
        is_waiting=waiting,
    )


def _told(gate: Gate, session: Session) -> tuple[ToldAnswer, ...]:
    """The answers that were told; the name of the team in the register stays behind."""
    if session.is_practice:
        return ()
    return _records(gate, tuple(replace(one, team="") for one in session.told_answers))


def _said(gate: Gate, text: str) -> str:
    """A text as a document says it: nobody is told apart, and no number stands in brackets."""
    return spoken(undivided(gate.cleaned(text)))


def _record(gate: Gate, record: R) -> R:
    return map_texts(record, lambda _, text: _said(gate, text))


def _records(gate: Gate, records: tuple[R, ...]) -> tuple[R, ...]:
    return tuple(_record(gate, record) for record in records)


def _considerations(gate: Gate, session: Session) -> tuple[CleanedConsideration, ...]:
    """The afwegingen in the order of what they say, so that nobody's place can be told."""
    told = [
        CleanedConsideration(
            choice=session.letter(one.choice_id),
            value=_said(gate, one.value),
            harm=_said(gate, one.harm),
            limiting=_said(gate, one.limiting),
            needs=_said(gate, one.needs),
            needs_from=_said(gate, one.needs_from),
            virtue=_said(gate, one.virtue),
            revised_choice=session.letter(one.revised_choice_id),
            revised_because=_said(gate, one.revised_because),
        )
        for one in told_considerations(session)
    ]
    return tuple(sorted(told, key=_BY_CONTENT))


def _week(session: Session) -> str:
    """The ISO week of a beraad: "2026-W47"."""
    return iso_week(session.opening.held_on)
