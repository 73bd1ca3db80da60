"""What stands above the text: the status of the document, and the beraad in short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from beraad.phases.dates import full_date, week_label
from beraad.phases.phrasing import listed
from beraad.privacy.clean import CleanedSession
from beraad.records import Agreement, AnswerState, Conclusion, Recurrence
from beraad.report.blocks import Bullets, Callout, Furniture, Look, Mark, Paragraph, Run, Text
from beraad.report.compose.longer import Cuts, longer
from beraad.report.compose.names import Names
from beraad.report.compose.parts import (
    Blocks,
    beside,
    brief,
    by_day,
    detailed,
    labelled,
    one_line,
    words,
)
from beraad.report.compose.practice import foot, notice
from beraad.report.compose.space import Sheets
from beraad.report.compose.standing import declaration

ANSWER_STANDING = {
    AnswerState.OPEN: "Antwoord voor nu",
    AnswerState.SHARED: "Antwoord voor nu, door iedereen gedeeld",
    AnswerState.DIVIDED: "Antwoord voor nu, niet door iedereen gedeeld",
    AnswerState.NONE: "Geen gezamenlijk antwoord",
}
"""What stands before the answer, so that nobody takes it for more than it is."""

AGREED = "De inbrenger heeft dit verslag gelezen en is akkoord"
"""How the yes of the inbrenger begins, above what they agreed with."""
_MOST_AGREEMENTS = 4
_HORNS = 2
LONGEST_TITLE, LONGEST_TEAM = 85, 50
"""Most characters above the text; what is longer stands whole under "Over dit verslag"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """Most characters in the box.

    Attributes:
        answer: of the answer for now.
        long: of another longer text.
        together: of all agreements together.
        short: of A, B and the signal.
        role: of the role that does what was agreed.
    """

    question: int
    answer: int
    long: int
    together: int
    short: int
    role: int


_MEASURES = (
    _Measure(question=160, answer=480, long=480, together=700, short=130, role=60),
    _Measure(question=140, answer=320, long=320, together=480, short=100, role=45),
    _Measure(question=120, answer=240, long=240, together=360, short=90, role=45),
    _Measure(question=105, answer=180, long=180, together=280, short=72, role=36),
    _Measure(question=105, answer=130, long=130, together=240, short=72, role=36),
    _Measure(question=105, answer=85, long=85, together=170, short=54, role=26),
    _Measure(question=90, answer=60, long=60, together=100, short=50, role=14),
)
"""From roomy to tight; with the last the box never leaves the first page."""
_FIRST_MORE = ("role", "together", "answer", "short", "long")
"""What becomes roomier first, as far as the page goes."""
_WHOLE = 100_000
"""More than anybody asks in one question: it is cut last."""

_SHEET = Sheets(across=469.0, high=675.0, above=175.0, most=1)
_FULLER = replace(_SHEET, high=690.0)
"""The same, for what would be cut otherwise."""


def furniture(cleaned: CleanedSession) -> Furniture:
    """The status of the werkverslag, said before anything else."""
    return Furniture(
        notice=notice(is_practice=cleaned.is_practice),
        kicker=" · ".join(
            part
            for part in (
                "Werkverslag moreel beraad",
                week_label(cleaned.week),
                brief(cleaned.team, LONGEST_TEAM),
            )
            if part
        ),
        standfirst=_status(cleaned),
        foot=_foot(cleaned),
    )


def in_short(cleaned: CleanedSession) -> Blocks:
    """The box "In het kort"; nothing as long as there is no more than the dilemma.

    It fits on the first page, also with long texts: those are cut, and say where the rest stands;
    the moral question is cut last, and before that what was agreed and the answer.
    """

    names = Names.of(cleaned)

    def made(to: _Measure, lengths: Mapping[str, int]) -> _Box:
        return _Box(cleaned, to, Cuts(lengths), names)

    *_, tightest = _MEASURES
    questions = (_WHOLE, *(one.question for one in _MEASURES))
    asked = (replace(tightest, question=question) for question in questions)
    to: _Measure = next((one for one in asked if _SHEET.hold(made(one, {}).blocks())), tightest)
    for name in _FIRST_MORE:
        known: set[int] = {getattr(one, name) for one in _MEASURES}
        for most in sorted(known, reverse=True):
            wider: _Measure = replace(to, **{name: most})
            if _SHEET.hold(made(wider, {}).blocks()):
                to = wider
                break
    return made(to, longer(partial(made, to), {}, _FULLER)).blocks()


def recurrence(cleaned: CleanedSession) -> str:
    """The answer to "Zien we dit vaker?" as a sentence; empty when it was not asked."""
    match cleaned.conclusion.recurrence:
        case Recurrence.UNASKED:
            return ""
        case Recurrence.NO:
            return "Nee, dit zien we niet vaker."
        case Recurrence.UNKNOWN:
            return "We weten niet of dit vaker voorkomt."
        case Recurrence.YES:
            count = cleaned.conclusion.recurrence_count
            if count == 1:
                return "Ja, één keer eerder."
            return f"Ja, ongeveer {count} keer." if count else "Ja, dit zien we vaker."


@dataclass(frozen=True, slots=True)
class _Box:
    """What stands in the box, to the measure that was chosen."""

    cleaned: CleanedSession
    to: _Measure
    cuts: Cuts
    names: Names

    def blocks(self) -> Blocks:
        cleaned = self.cleaned
        dialogue = cleaned.dialogue
        signal = words(self.cuts.brief(cleaned.bottleneck, self.to.short))
        found = (
            *self._answer(cleaned.conclusion),
            *self._line("Dit delen we", dialogue.shared),
            *self._line("Hier verschillen we", dialogue.core_difference),
            *self._line("Een ander geluid", dialogue.minority_view),
            *self._agreements(cleaned.agreements),
            *_paragraph(labelled("Zien we dit vaker?", words(recurrence(cleaned)))),
            *_paragraph(labelled("Signaal", signal)),
        )
        question = self._cut(cleaned.moral_question, self.to.question, "Het dilemma", Look.STRONG)
        return (Callout("In het kort", question, (*self._horns(), *found)),) if found else ()

    def _answer(self, found: Conclusion) -> Iterator[Paragraph]:
        """The answer for now and how far it is shared, or that there is none."""
        label = ANSWER_STANDING[found.answer_state]
        if found.answer.strip():
            answer = self._cut(found.answer, self.to.answer, "Conclusie")
            yield from _paragraph(labelled(label, answer))
        elif found.answer_state is AnswerState.NONE:
            yield Paragraph((Run(f"{label}.", Look.STRONG),))

    def _horns(self) -> Iterator[Paragraph]:
        """A and B in a few words, unless one of them is still empty."""
        acts = [
            (mark, one_line(option.short) or one_line(option.text))
            for mark, option in self.cleaned.lettered_options[:_HORNS]
        ]
        if all(act for _, act in acts):
            for mark, act in acts:
                text = words(self.cuts.brief(act, self.to.short))
                yield Paragraph((Mark(mark), Run(" "), *text), leads=mark == "A")

    def _line(self, label: str, text: str) -> Iterator[Paragraph]:
        return _paragraph(labelled(label, self._cut(text, self.to.long, "Dialoog")))

    def _agreements(self, agreements: tuple[Agreement, ...]) -> Iterator[Paragraph | Bullets]:
        made = by_day(agreements)
        named = made if len(made) <= _MOST_AGREEMENTS else made[: _MOST_AGREEMENTS - 1]
        room = self.to.together // max(min(len(made), _MOST_AGREEMENTS), 1)
        shown = tuple(self._agreement(one, room) for one in named)
        if rest := len(made) - len(named):
            shown = (*shown, (Run(f"en nog {rest}: "), Run("zie Afspraken", to="Afspraken")))
        if len(shown) == 1:
            yield Paragraph(labelled("Afgesproken", shown[0]))
        elif shown:
            yield Paragraph((Run("Afgesproken:", Look.STRONG),), leads=True)
            yield Bullets(shown)
        if again := sorted({one.look_back for one in agreements if one.look_back}):
            yield Paragraph(labelled("Terugkijken", words(_days(again))))

    def _agreement(self, agreement: Agreement, room: int) -> Text:
        """An agreement on one line: what, who and by when."""
        due = full_date(agreement.due) if agreement.due else ""
        role = self.cuts.brief(agreement.role, self.to.role, self.names.brief)
        return detailed(words(self.cuts.brief(agreement.what, room)), ("wie", role), ("voor", due))

    def _cut(self, text: str, limit: int, more: str, look: Look = Look.PLAIN) -> Text:
        """The first sentences of a text, and under which heading the rest stands."""
        said = self.cuts.brief(text, limit)
        if said == one_line(text):
            return words(said, look)
        return beside(words(said, look), (Run(f"meer onder {more}", Look.MUTED, to=more),))


def _days(days: Sequence[date]) -> str:
    """Days in order; of many the first and the last."""
    if len(days) > _MOST_AGREEMENTS:
        return f"{len(days)} dagen, van {full_date(days[0])} tot en met {full_date(days[-1])}"
    return listed(full_date(day) for day in days)


def _paragraph(text: Text) -> Iterator[Paragraph]:
    if text:
        yield Paragraph(text)


def _status(cleaned: CleanedSession) -> str:
    agreed = _agreed(cleaned.conclusion)
    return (
        "In dit verslag staat wat de deelnemers hebben afgewogen. Het is geen besluit en geen "
        f"oordeel over personen. {declaration(cleaned)}. {agreed}"
    )


def _foot(cleaned: CleanedSession) -> str:
    """What every page says on one line: no decision, and until when it is kept."""
    conclusion = cleaned.conclusion
    kept = f"bewaren tot {full_date(conclusion.keep_until)}" if conclusion.keep_until else ""
    return foot("Geen besluit", kept, is_practice=cleaned.is_practice)


def _agreed(conclusion: Conclusion) -> str:
    if not conclusion.case_owner_agrees:
        return "Concept: de inbrenger is nog niet akkoord."
    day = conclusion.case_owner_agreed_on
    since = f" sinds {full_date(day)}" if day else ""
    return f"{AGREED}{since}."
