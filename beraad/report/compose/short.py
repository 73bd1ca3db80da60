"""The werkverslag in short: two pages that a team reads, whatever was written.

Long texts and lists are cut, and say that there is more in the whole verslag.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from beraad.phases.dates import full_date
from beraad.phases.since import TITLE
from beraad.privacy.clean import CleanedSession
from beraad.records import Agreement, AnswerState, Harm, Option, Plea, Value
from beraad.report.blocks import (
    Callout,
    Cell,
    Document,
    Look,
    Mark,
    OptionPair,
    OptionPanel,
    Paragraph,
    RowGroup,
    Run,
    Table,
    Text,
)
from beraad.report.compose.about import opening_agreed, told_whose
from beraad.report.compose.letters import lines
from beraad.report.compose.longer import Cuts, longer
from beraad.report.compose.names import Names
from beraad.report.compose.parts import (
    Blocks,
    beside,
    brief,
    bullets,
    by_day,
    cell,
    facts,
    labelled,
    section,
    words,
)
from beraad.report.compose.since import came_of, heard
from beraad.report.compose.space import Sheets, first_held
from beraad.report.compose.subject import subject_of
from beraad.report.compose.summary import ANSWER_STANDING, furniture, recurrence
from beraad.report.compose.tables import table
from beraad.report.compose.weighing import (
    SOURCES,
    choices,
    harms,
    limits,
    needs,
    sources,
    values,
)

_TITLE = 50
_MORE = "meer in het volledige verslag"
_HORNS = 2
_SHORTEST = 40
_WHOLE = 100_000
"""More than anybody asks in one question."""
_FEWEST_ROWS = 6
"""So many agreements stand beside a question of any length."""
_DONE_SHORT = "Wie of wat we daarmee tekortdoen"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """How much is said: most characters of each text, and most values, rows and lines.

    Attributes:
        agreed: of what the opening agreed on.
        line: of a line in a list or a cell.
        name: of who somebody is, or what something is called.
        rows: agreements.
        harms: lines of harm under A and B.
    """

    question: int
    answer: int
    situation: int
    agreed: int
    text: int
    line: int
    name: int
    values: int
    rows: int
    lines: int
    harms: int


_MEASURES = (
    _Measure(
        question=200, answer=700, situation=700, agreed=320, text=420, line=200, name=60,
        values=6, rows=8, lines=7, harms=6,
    ),
    _Measure(
        question=180, answer=450, situation=450, agreed=240, text=260, line=150, name=60,
        values=5, rows=6, lines=6, harms=5,
    ),
    _Measure(
        question=170, answer=350, situation=350, agreed=190, text=190, line=120, name=50,
        values=4, rows=6, lines=5, harms=4,
    ),
    _Measure(
        question=160, answer=270, situation=270, agreed=150, text=150, line=100, name=45,
        values=4, rows=5, lines=4, harms=4,
    ),
    _Measure(
        question=160, answer=270, situation=270, agreed=130, text=130, line=84, name=40,
        values=3, rows=4, lines=3, harms=3,
    ),
    _Measure(
        question=140, answer=230, situation=230, agreed=110, text=110, line=70, name=36,
        values=3, rows=4, lines=3, harms=2,
    ),
    _Measure(
        question=120, answer=200, situation=200, agreed=90, text=90, line=60, name=32,
        values=3, rows=3, lines=2, harms=2,
    ),
    _Measure(
        question=100, answer=160, situation=150, agreed=70, text=70, line=48, name=28,
        values=2, rows=2, lines=2, harms=1,
    ),
    _Measure(
        question=100, answer=140, situation=120, agreed=60, text=60, line=42, name=26,
        values=2, rows=2, lines=1, harms=1,
    ),
    _Measure(
        question=100, answer=140, situation=60, agreed=28, text=30, line=26, name=20,
        values=2, rows=2, lines=1, harms=1,
    ),
)  # fmt: skip
"""From roomy to tight; the last fits whatever was written, but for a question without end."""

_MOST = {"lines": 12, "harms": 9, "values": 9}
"""How many of each are shown at most, where the sheets have room for them."""
_MORE_VALUES = 2
"""A choice shows so many values more than a list has lines."""
_NEARLY = 0.94
"""How full a page is made on purpose."""
_FULLER = 0.99
"""How full it is made with what would be left out; what then goes over is set a little smaller."""
_FIRST_MORE = (
    "answer", "lines", "harms", "line", "agreed", "text", "situation", "values", "name",
)  # fmt: skip
"""What becomes roomier first, where a page would stay empty."""
_ACROSS, _HIGH = 588.0, 886.0
_ABOVE, _TITLE_LINE, _NOTICE = 103.0, 27.0, 20.0
"""What stands above the text: with a logo and a version; for each line of the title; a notice."""
_TITLE_SIZE = 21.0

_WIDTHS = (0.4, 0.24, 0.18, 0.18)
_PLEADS = {Plea.UNCLEAR: "", Plea.A: "A", Plea.B: "B", Plea.BOTH: "AB"}
_NOT_WHO = "Wie wat zei of koos, staat hier niet in."
_PASSED_ON = "Geef het alleen door zoals samen is afgesproken."


def short_report(cleaned: CleanedSession) -> Document:
    """The werkverslag of a cleaned beraad on two pages. What was left empty is not mentioned."""
    title = brief(cleaned.title, _TITLE) or "Moreel beraad"
    around = furniture(cleaned)
    above = _ABOVE + _TITLE_LINE * lines(words(title, Look.STRONG), _ACROSS, _TITLE_SIZE)
    above += _NOTICE if around.notice else 0.0
    sheets = Sheets(across=_ACROSS, high=_HIGH, above=above, most=2)

    names = Names.of(cleaned)

    def made(to: _Measure, lengths: Mapping[str, int]) -> _Short:
        return _Short(cleaned, to, Cuts(lengths), names)

    blocks = _filled(made, sheets, len(by_day(cleaned.agreements)))
    return Document(
        source=cleaned,
        title=title,
        subject="Kort werkverslag moreel beraad: geen besluit en geen oordeel over personen",
        stem=f"{cleaned.stem} kort",
        furniture=around,
        blocks=blocks,
        is_short=True,
    )


def _filled(
    made: Callable[[_Measure, Mapping[str, int]], _Short], sheets: Sheets, agreements: int
) -> Blocks:
    """The blocks to the roomiest measure, and then of each thing as much more as still fits.

    What would be cut within a sentence or a name gets its room first, then what lists leave out,
    and then what else is cut.
    """

    def blocks(to: _Measure) -> Blocks:
        return made(to, {}).blocks()

    nearly = replace(sheets, high=sheets.high * _NEARLY)
    question, answer, rows = _last_to_go(blocks, nearly, agreements)
    measures = tuple(replace(one, question=question, answer=answer, rows=rows) for one in _MEASURES)
    to: _Measure = first_held(measures, blocks, nearly)
    fuller = replace(sheets, high=sheets.high * _FULLER)

    def wider(to: _Measure, name: str, lengths: Mapping[str, int]) -> _Measure:
        tries = (replace(to, **{name: count}) for count in _more_than(getattr(to, name), name))
        return next((one for one in tries if fuller.hold(made(one, lengths).blocks())), to)

    lengths = longer(partial(made, to), {}, fuller, torn_only=True)
    for name in _FIRST_MORE:
        to = wider(to, name, lengths)
    return made(to, longer(partial(made, to), lengths, fuller)).blocks()


def _more_than(count: int, name: str) -> Iterator[int]:
    """From most on how much of it could be said, where that is more than this."""
    known = {getattr(measure, name) for measure in _MEASURES}
    if most := _MOST.get(name):
        known = set(range(most + 1))
    return (one for one in sorted(known, reverse=True) if one > count)


def _last_to_go(
    made: Callable[[_Measure], Blocks], sheets: Sheets, agreements: int
) -> tuple[int, int, int]:
    """Most characters of the question and of the answer, and how many agreements are shown.

    All of each, as long as they fit when everything else is cut; the answer is cut before an
    agreement is left out, and both before a word of the question.
    """
    *_, tightest = _MEASURES
    fewest = replace(tightest, rows=min(agreements, _FEWEST_ROWS))
    questions = (_WHOLE, *(one.question for one in _MEASURES))
    held = (one for one in questions if sheets.hold(made(replace(fewest, question=one))))
    tightest = replace(tightest, question=next(held, tightest.question))
    lengths = [one.answer for one in _MEASURES]
    tries = (
        *((length, agreements) for length in lengths),
        *((tightest.answer, count) for count in range(agreements - 1, tightest.rows, -1)),
    )
    fits = (
        (answer, rows)
        for answer, rows in tries
        if sheets.hold(made(replace(tightest, answer=answer, rows=rows)))
    )
    answer, rows = next(fits, (tightest.answer, min(agreements, tightest.rows)))
    return tightest.question, answer, rows


@dataclass(frozen=True, slots=True)
class _Short:
    """The parts of the short werkverslag, each to the measure that was chosen."""

    cleaned: CleanedSession
    to: _Measure
    cuts: Cuts
    names: Names

    def blocks(self) -> Blocks:
        """All parts that say something."""
        return (
            *self._question(),
            *section("Waar het over ging", (*self._situation(), *self._horns())),
            *section("Wat botst", (*self._values(), *self._dialogue())),
            *section("Wat iedereen afwoog", self._weighed()),
            *section(TITLE, self._since()),
            *section("Afspraken", self._agreements()),
            *section("Wat we meenemen", self._taken()),
            *section("Over dit verslag", self._about()),
        )

    def _question(self) -> Blocks:
        """The moral question with the answer for now, and how far that is shared."""
        found = self.cleaned.conclusion
        label = ANSWER_STANDING[found.answer_state]
        answer = self._cut(found.answer, self.to.answer)
        lead = self._cut(self.cleaned.moral_question, self.to.question, Look.STRONG)
        told: tuple[Paragraph, ...] = ()
        if answer:
            told = (Paragraph(labelled(label, answer)),)
        elif found.answer_state is AnswerState.NONE:
            told = (Paragraph((Run(f"{label}.", Look.STRONG),)),)
        return (Callout("De vraag", lead, told),) if lead or told else ()

    def _situation(self) -> Iterator[Paragraph]:
        if text := self._cut(self.cleaned.case.situation, self.to.situation):
            yield Paragraph(text)

    def _horns(self) -> Blocks:
        """A and B side by side, with whom or what each does short."""
        panels = tuple(
            OptionPanel(mark, self._act(option), _DONE_SHORT, self._harms(option))
            for mark, option in self.cleaned.lettered_options[:_HORNS]
        )
        said = [panel for panel in panels if panel.act or panel.details]
        return (OptionPair(*said),) if len(said) == _HORNS else ()

    def _act(self, option: Option) -> Cell:
        short = self._cut(option.short, self.to.name, Look.STRONG, named=True)
        text = self._cut(option.text, self.to.text)
        return tuple(line for line in (short, text) if line)

    def _harms(self, option: Option) -> tuple[Text, ...]:
        """The first lines of harm, at least one; one less when any of them is long."""
        said = self.cleaned.harms_of(option.id)
        long = any(len(harm.text) > self.to.line for harm in said)
        most = max(1, self.to.harms - long)
        return _listed(map(self._harm, said), most)

    def _harm(self, harm: Harm) -> Text:
        """What it is, after for whom; either may have been left empty."""
        who, text = self._name(harm.who), self._cut(harm.text, self.to.line)
        return labelled(who, text) if who and text else text or words(who, Look.STRONG)

    def _values(self) -> Blocks:
        """The values that collide, with for whom and what they plead for."""
        named = [value for value in self.cleaned.values if value.name.strip()]
        core = [value for value in named if value.core] or named
        groups = [self._value(value) for value in core[: self.to.values]]
        columns = ("Waarde", "Wat die hier betekent", "Voor wie", "Pleit voor")
        found = table(columns, (0.22, 0.4, 0.24, 0.14), groups)
        return (*found, *_left_out(len(core) - self.to.values))

    def _value(self, value: Value) -> RowGroup:
        norms = self.cleaned.norms_of(value.id)
        told = self.cleaned.may_tell_plea_of(value)
        letters = sorted({*"".join(_PLEADS[norm.plea] for norm in norms)}) if told else []
        marks: list[Run | Mark] = []
        for letter in letters:
            marks += [Run(" "), Mark(letter)] if marks else [Mark(letter)]
        who = [one.name for one in self.cleaned.stakeholders if one.id == value.stakeholder_id]
        row = (
            self._cell(value.meaning, self.to.line),
            self._cell(who[0] if who else "", self.to.name, named=True),
            (tuple(marks),) if marks else (),
        )
        return RowGroup((self._cut(value.name, self.to.name, Look.STRONG, named=True),), (row,))

    def _dialogue(self) -> Blocks:
        found = self.cleaned.dialogue
        return _beside(
            ("Dit delen we", self._cell(found.shared, self.to.text)),
            ("Hier verschillen we", self._cell(found.core_difference, self.to.text)),
            ("Een ander geluid", self._cell(found.minority_view, self.to.text)),
        )

    def _weighed(self) -> Blocks:
        cleaned, most = self.cleaned, self.to.lines
        return (
            *choices(cleaned, self._name),
            *self._values_named(most + 2 * _MORE_VALUES),
            *_beside(
                (_DONE_SHORT, _listed(harms(cleaned, self._line), most)),
                ("Hoe we de schade beperken", _listed(limits(cleaned, self._line), most)),
                ("Wat we daarvoor nodig hebben", _listed(needs(cleaned, self._line), most)),
                (SOURCES, _listed(sources(cleaned, self._name), most)),
            ),
        )

    def _values_named(self, most: int) -> Blocks:
        """The values on one line: none of them stands with a choice."""
        said = _listed(values(self.cleaned, self._line), most)
        return (Paragraph(labelled("Waarden", beside(*said))),) if said else ()

    def _since(self) -> Blocks:
        """What the opening looked back on: the answers on signals, and earlier agreements."""
        most = max(1, self.to.lines - 1)
        told = (heard(one, self._line, self._name) for one in self.cleaned.told_answers)
        kept = (came_of(one, self._line, self._name) for one in self.cleaned.earlier_agreements)
        return bullets((*_listed(told, most), *_listed(kept, most)))

    def _agreements(self) -> Blocks:
        """By day, with the role that does it."""
        made = by_day(self.cleaned.agreements)
        rows = map(self._agreement, made[: self.to.rows])
        found = table(("Wat", "Wie", "Voor", "Terugkijken"), _WIDTHS, rows, shares=True)
        rest = len(made) - self.to.rows
        if rest <= 0:
            return found
        count = "1 afspraak" if rest == 1 else f"{rest} afspraken"
        told = f"En nog {count}: zie het volledige verslag."
        return (*found, Paragraph((Run(told, Look.MUTED),)))

    def _agreement(self, agreement: Agreement) -> RowGroup:
        due = full_date(agreement.due) if agreement.due else ""
        again = full_date(agreement.look_back) if agreement.look_back else ""
        row = (
            self._cell(agreement.role, self.to.name, named=True),
            self._cell(due),
            self._cell(again),
        )
        return RowGroup(self._cell(agreement.what, self.to.line), (row,))

    def _taken(self) -> Blocks:
        found = self.cleaned.conclusion
        signal = self._cell(self.cleaned.bottleneck, self.to.line)
        again = cell(_recurs(self.cleaned))
        return _beside(
            ("Wat we leren", self._cell(found.lesson, self.to.text)),
            ("De inbrenger neemt mee", self._cell(found.case_owner_takes, self.to.text)),
            ("Signaal", (*signal, *again)),
        )

    def _about(self) -> Blocks:
        agreed = (self._after(label, said) for label, said in opening_agreed(self.cleaned))
        readers = self._after("Voor wie", self.cleaned.conclusion.recipients)
        whose = told_whose(self.cleaned) or _NOT_WHO
        privacy = f"{whose} {subject_of(self.cleaned).kept_outside} {_PASSED_ON}"
        return _beside(
            ("Afgesproken bij de opening", tuple(line for line in agreed if line)),
            ("Over privacy", (words(privacy), *((readers,) if readers else ()))),
        )

    def _after(self, label: str, text: str) -> Text:
        return labelled(label, self._cut(text, self.to.agreed), Look.MUTED)

    def _line(self, text: str) -> str:
        return self.cuts.brief(text, self.to.line)

    def _name(self, text: str) -> str:
        return self.cuts.brief(text, self.to.name, self.names.brief)

    def _cell(self, text: str, limit: int = _SHORTEST, *, named: bool = False) -> Cell:
        said = self._cut(text, limit, named=named)
        return (said,) if said else ()

    def _cut(self, text: str, limit: int, look: Look = Look.PLAIN, *, named: bool = False) -> Text:
        """A text on one line, cut when it is longer."""
        return words(self.cuts.brief(text, limit, self.names.brief if named else brief), look)


def _recurs(cleaned: CleanedSession) -> str:
    """Whether this is seen more often, as an answer to the question that was asked."""
    answer = recurrence(cleaned)
    return f"Zien we dit vaker? {answer}" if answer else ""


def _beside(*lists: tuple[str, Cell]) -> Blocks:
    """Lists next to each other; each stands by itself, no line belongs to the one beside it."""
    said = [(label, lines) for label, lines in lists if lines]
    if len(said) == 1 and len(said[0][1]) > 1:
        ((label, lines),) = said
        return (Paragraph((Run(label, Look.STRONG),), leads=True), *bullets(lines))
    if len(said) <= 1:
        return facts(*said)
    (_, first), *others = said
    row = tuple(lines for _, lines in others)
    share = 1 / len(said)
    header = tuple(label for label, _ in said)
    group = RowGroup(first, (row,))
    return (Table(header, (group,), (share,) * len(said), lists=True, listed=True),)


def _listed(lines: Iterable[Text], most: int) -> tuple[Text, ...]:
    """The first lines of a list, and how many there are besides; never that there is one more."""
    said = tuple(line for line in lines if line)
    if len(said) <= most + 1:
        return said
    return (*said[:most], (Run(f"en nog {len(said) - most}: {_MORE}", Look.MUTED),))


def _left_out(count: int) -> Blocks:
    return (Paragraph((Run(f"En nog {count}: {_MORE}.", Look.MUTED),)),) if count > 0 else ()
