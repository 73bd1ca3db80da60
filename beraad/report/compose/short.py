"""The werkverslag in short: two pages that a team reads, whatever was written.

Long texts and lists are cut, and say that there is more in the whole verslag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from beraad.phases.dates import full_date
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
from beraad.report.compose.about import opening_agreed
from beraad.report.compose.parts import (
    Blocks,
    brief,
    facts,
    labelled,
    section,
    words,
)
from beraad.report.compose.summary import furniture, recurrence
from beraad.report.compose.tables import table
from beraad.report.compose.weighing import choices, harms, limits, needs

_TITLE = 50
_MORE = "meer in het volledige verslag"
_HORNS = 2
_QUESTION, _ANSWER, _SITUATION, _TEXT, _LINE, _NAME = 160, 270, 270, 130, 84, 40
"""Most characters of the question, the answer, the situation, a text, a line and a name."""
_VALUES, _ROWS, _LINES, _HARMS = 3, 4, 3, 3
"""Most values, rows of another table, lines of a list, and lines of harm under A and B."""
_WIDTHS = (0.4, 0.24, 0.18, 0.18)
_STANDING = {
    AnswerState.OPEN: "Antwoord voor nu",
    AnswerState.SHARED: "Antwoord voor nu, door iedereen gedeeld",
    AnswerState.DIVIDED: "Antwoord voor nu, niet door iedereen gedeeld",
    AnswerState.NONE: "Geen gezamenlijk antwoord",
}
_PLEADS = {Plea.UNCLEAR: "", Plea.A: "A", Plea.B: "B", Plea.BOTH: "AB"}
_PRIVACY = (
    "Namen en nummers zijn weggehaald; wie de casus kent, kan die herkennen. Wie wat zei of "
    "koos, staat hier niet in. Bewaar dit verslag buiten het dossier van de inwoner."
)


def short_report(cleaned: CleanedSession) -> Document:
    """The werkverslag of a cleaned beraad on two pages. What was left empty is not mentioned."""
    around = furniture(cleaned)
    return Document(
        source=cleaned,
        title=brief(cleaned.title, _TITLE) or "Moreel beraad",
        subject="Kort werkverslag moreel beraad: geen besluit en geen oordeel over personen",
        stem=f"{cleaned.stem} kort",
        furniture=around,
        blocks=(
            *_question(cleaned),
            *section("Waar het over ging", (*_situation(cleaned), *_horns(cleaned))),
            *section("Wat botst", (*_values(cleaned), *_dialogue(cleaned))),
            *section("Wat iedereen afwoog", _weighed(cleaned)),
            *section("Afspraken", _agreements(cleaned.agreements)),
            *section("Wat we meenemen", _taken(cleaned)),
            *section("Over dit verslag", _about(cleaned)),
        ),
        is_short=True,
    )


def _question(cleaned: CleanedSession) -> Blocks:
    """The moral question with the answer for now, and how far that is shared."""
    found = cleaned.conclusion
    label = _STANDING[found.answer_state]
    answer = _cut(found.answer, _ANSWER)
    lead = _cut(cleaned.moral_question, _QUESTION, Look.STRONG)
    told: tuple[Paragraph, ...] = ()
    if answer:
        told = (Paragraph(labelled(label, answer)),)
    elif found.answer_state is AnswerState.NONE:
        told = (Paragraph((Run(f"{label}.", Look.STRONG),)),)
    return (Callout("De vraag", lead, told),) if lead or told else ()


def _situation(cleaned: CleanedSession) -> Iterator[Paragraph]:
    if text := _cut(cleaned.case.situation, _SITUATION):
        yield Paragraph(text)


def _horns(cleaned: CleanedSession) -> Blocks:
    """A and B side by side, with whom or what each does short."""
    panels = tuple(
        OptionPanel(mark, _act(option), "Wie of wat we daarmee tekortdoen", _harms(cleaned, option))
        for mark, option in cleaned.lettered_options[:_HORNS]
    )
    said = [panel for panel in panels if panel.act or panel.details]
    return (OptionPair(*said),) if len(said) == _HORNS else ()


def _act(option: Option) -> Cell:
    short = _cut(option.short, _NAME, Look.STRONG)
    text = _cut(option.text, _TEXT)
    return tuple(line for line in (short, text) if line)


def _harms(cleaned: CleanedSession, option: Option) -> tuple[Text, ...]:
    """The first lines of harm; one less when any of them is long."""
    said = cleaned.harms_of(option.id)
    long = any(len(harm.text) > _LINE for harm in said)
    return _listed((_harm(harm) for harm in said), _HARMS - long)


def _harm(harm: Harm) -> Text:
    text = _cut(harm.text, _LINE)
    return labelled(brief(harm.who, _NAME), text) if harm.who.strip() else text


def _values(cleaned: CleanedSession) -> Blocks:
    """The values that collide, with for whom and what they plead for."""
    named = [value for value in cleaned.values if value.name.strip()]
    core = [value for value in named if value.core] or named
    groups = [_value(cleaned, value) for value in core[:_VALUES]]
    columns = ("Waarde", "Wat die hier betekent", "Voor wie", "Pleit voor")
    found = table(columns, (0.22, 0.4, 0.24, 0.14), groups)
    return (*found, *_left_out(len(core) - _VALUES))


def _value(cleaned: CleanedSession, value: Value) -> RowGroup:
    letters = sorted({*"".join(_PLEADS[norm.plea] for norm in cleaned.norms_of(value.id))})
    marks: list[Run | Mark] = []
    for letter in letters:
        marks += [Run(" "), Mark(letter)] if marks else [Mark(letter)]
    who = [one.name for one in cleaned.stakeholders if one.id == value.stakeholder_id]
    row = (
        _cell(value.meaning, _LINE),
        _cell(who[0] if who else "", _NAME),
        (tuple(marks),) if marks else (),
    )
    return RowGroup((_cut(value.name, _NAME, Look.STRONG),), (row,))


def _dialogue(cleaned: CleanedSession) -> Blocks:
    found = cleaned.dialogue
    return _beside(
        ("Dit delen we", _cell(found.shared, _TEXT)),
        ("Hier verschillen we", _cell(found.core_difference, _TEXT)),
        ("Een ander geluid", _cell(found.minority_view, _TEXT)),
    )


def _weighed(cleaned: CleanedSession) -> Blocks:
    return (
        *choices(cleaned, most=_ROWS, longest=_NAME, more=_left_out),
        *_beside(
            ("Wie of wat we daarmee tekortdoen", _listed(harms(cleaned, _LINE), _LINES)),
            ("Hoe we de schade beperken", _listed(limits(cleaned, _LINE), _LINES)),
            ("Wat we daarvoor nodig hebben", _listed(needs(cleaned, _LINE), _LINES)),
        ),
    )


def _beside(*lists: tuple[str, Cell]) -> Blocks:
    """Lists next to each other; each stands by itself, no line belongs to the one beside it."""
    said = [(label, lines) for label, lines in lists if lines]
    if len(said) <= 1:
        return facts(*said)
    (_, first), *others = said
    row = tuple(lines for _, lines in others)
    share = 1 / len(said)
    header = tuple(label for label, _ in said)
    return (Table(header, (RowGroup(first, (row,)),), (share,) * len(said)),)


def _agreements(agreements: tuple[Agreement, ...]) -> Blocks:
    """By day, with the role that does it; what has no day comes last."""
    made = [one for one in agreements if one.what.strip() or one.role.strip() or one.due]
    made.sort(key=lambda one: one.due or date.max)
    groups = map(_agreement, made[:_ROWS])
    rows = table(("Wat", "Wie", "Voor", "Terugkijken"), _WIDTHS, groups)
    return (*rows, *_left_out(len(made) - _ROWS))


def _agreement(agreement: Agreement) -> RowGroup:
    due = full_date(agreement.due) if agreement.due else ""
    again = full_date(agreement.look_back) if agreement.look_back else ""
    row = (_cell(agreement.role, _NAME), _cell(due), _cell(again))
    return RowGroup(_cell(agreement.what, _LINE), (row,))


def _taken(cleaned: CleanedSession) -> Blocks:
    found = cleaned.conclusion
    return _beside(
        ("Wat we leren", _cell(found.lesson, _TEXT)),
        ("De inbrenger neemt mee", _cell(found.case_owner_takes, _TEXT)),
        ("Signaal", (*_cell(cleaned.bottleneck, _LINE), *_cell(_recurs(cleaned)))),
    )


def _recurs(cleaned: CleanedSession) -> str:
    """Whether this is seen more often, as an answer to the question that was asked."""
    answer = recurrence(cleaned)
    return f"Zien we dit vaker? {answer}" if answer else ""


def _about(cleaned: CleanedSession) -> Blocks:
    agreed = (_after(label, said) for label, said in opening_agreed(cleaned))
    readers = _after("Voor wie", cleaned.conclusion.recipients)
    return _beside(
        ("Afgesproken bij de opening", tuple(line for line in agreed if line)),
        ("Over privacy", (words(_PRIVACY), *((readers,) if readers else ()))),
    )


def _after(label: str, text: str) -> Text:
    return labelled(label, _cut(text, _LINE), Look.MUTED)


def _cell(text: str, limit: int = _NAME) -> Cell:
    said = _cut(text, limit)
    return (said,) if said else ()


def _cut(text: str, limit: int, look: Look = Look.PLAIN) -> Text:
    """A text on one line, cut when it is longer."""
    return words(brief(text, limit), look)


def _listed(lines: Iterable[Text], most: int) -> tuple[Text, ...]:
    """The first lines of a list, and how many there are besides."""
    said = tuple(line for line in lines if line)
    if len(said) <= most:
        return said
    return (*said[:most], (Run(f"en nog {len(said) - most}: {_MORE}", Look.MUTED),))


def _left_out(count: int) -> Blocks:
    return (Paragraph((Run(f"En nog {count}: {_MORE}.", Look.MUTED),)),) if count > 0 else ()
