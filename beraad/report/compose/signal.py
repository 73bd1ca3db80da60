"""The signaal: what a rule or a process does to people, without a case or persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

from beraad.phases.dates import full_date, origin_label
from beraad.phases.phrasing import capital
from beraad.phases.wording import (
    OUTCOME_LABELS,
    SEVERITY_LABELS,
    SIGNAL_LEVEL_LABELS,
    SIGNAL_SCALE_LABELS,
    STEP_LABELS,
    status_words,
)
from beraad.privacy.clean import CleanedSignal
from beraad.records import SignalContent, SignalStatus, Step, StepKind
from beraad.report.asking import ANSWERS
from beraad.report.blocks import (
    Callout,
    Cell,
    Document,
    Furniture,
    Heading,
    Look,
    Paragraph,
    Run,
    Text,
)
from beraad.report.compose.parts import (
    Blocks,
    brief,
    cell,
    facts,
    labelled,
    one_line,
    section,
    words,
)
from beraad.report.compose.practice import foot, notice
from beraad.report.compose.space import Sheets, roomiest
from beraad.report.compose.summary import LONGEST_TITLE
from beraad.report.printed import reference
from beraad.report.returned import REFERENCE

_STANDFIRST = (
    "Dit signaal gaat over wat een regel of werkwijze doet, niet over één casus of één persoon. "
)
_FROM_A_BERAAD = "Het komt uit een moreel beraad; namen en nummers zijn weggehaald."
_FROM_ELSEWHERE = "Het komt niet uit een moreel beraad; namen en nummers horen er niet in."


_WHOLE = 0
"""No most: a text stands as it was written."""

_LONGEST = (_WHOLE, 420, 260, 160, 100, 60)
"""Most characters of a text on the first page, from roomy to tight."""

_ASKED = 3
"""How much longer what is asked may be than other texts."""

_BESIDE = (
    ("Aan", "Van"),
    ("Antwoord voor", "Oplossing nodig voor"),
    ("Wie koppelt terug", "Terug naar"),
    ("Contact",),
)
"""What is asked of whom, by what stands on one line."""

_BESIDE_ON_ONE_SHEET = (*_BESIDE[:2], ("Wie koppelt terug", "Terug naar", "Contact"))
_TOGETHER = (
    ("Regel of werkwijze", "Waar het zit", "Hoe ver het reikt"),
    ("Wat het doet met inwoners", "Hoe erg voor inwoners", "Als er niets gebeurt"),
    ("Hoe vaak, en sinds wanneer", "Hoe groot"),
    ("Hoe vaak", "Sinds wanneer", "Hoe groot"),
    ("Wie het ziet", "Gezien door", "Zien anderen het ook?", "Een ander geluid"),
    ("Maatwerk: wat is geprobeerd", "Waarom niet genoeg"),
    ("Doel van de regel", "Haalt de regel dat hier?"),
    ("Een kleine stap", "Structureel"),
)
"""What stands after each other when all of a signal fits on one sheet."""

_ON_ONE_LINE = 88
"""Most characters of two things on one line."""

_ENDED = frozenset({SignalStatus.JOINED, SignalStatus.WITHDRAWN})
"""Nobody answers this one any more."""

_CLASH = "Twee laptops schreven een ander antwoord. Geen van beide geldt zolang niemand koos."
_SHEET = Sheets(across=588.0, high=886.0, above=150.0, most=1)
_ONE_SHEET = Sheets(across=623.0, high=935.0, above=150.0, most=1)
"""The same sheet in the smallest letter, for when everything fits on it."""

_ABOVE, _NOTICE, _TITLE_LINE = 114.0, 26.0, 27.0
_IN_A_TITLE_LINE = 46
_MORE = "Voluit"
_BESIDES = "Meer over dit signaal"
_GOES_ON = "Niet alles past op het eerste blad. Dit zijn de teksten in hun geheel."


def signal_report(cleaned: CleanedSignal, about: str = "") -> Document:
    """The signaal as a document for who can do something about it.

    `about` is the mark by which its answer form is known when it comes back.

    Everything stands on one sheet where that can be. Otherwise what is asked, by when and the
    answer do, and what was told besides comes after it. Texts that are too long for that are cut
    there, lead to the next sheet, and stand there as a whole.
    """
    blocks = _one_sheet(cleaned, about)
    if not _sheet_of(cleaned).hold(blocks):
        first = roomiest(_LONGEST, lambda most: _first_sheet(cleaned, most, about), _SHEET)
        blocks = (*first, *_rest(cleaned, first, about))
    return Document(
        source=cleaned,
        title=brief(cleaned.content.bottleneck, LONGEST_TITLE) or "Structureel signaal",
        subject=f"Structureel signaal{' uit moreel beraad' if cleaned.week else ''}",
        stem=cleaned.stem,
        furniture=_furniture(cleaned, about),
        blocks=blocks,
        is_short=True,
    )


def _sheet_of(cleaned: CleanedSignal) -> Sheets:
    """A sheet, with what stands above the text of this signal."""
    lines = ceil(len(brief(cleaned.content.bottleneck, LONGEST_TITLE)) / _IN_A_TITLE_LINE) or 1
    above = _ABOVE + _NOTICE * cleaned.is_practice + _TITLE_LINE * (lines - 1)
    return replace(_ONE_SHEET, above=above)


def _one_sheet(cleaned: CleanedSignal, about: str) -> Blocks:
    """Everything, with what belongs together after one label."""
    told = dict((*_told(cleaned), *told_besides(cleaned.content)))
    rows = ((labels[0], _after_each_other(told, labels)) for labels in _together(told))
    asked = _question(cleaned, _WHOLE, _BESIDE_ON_ONE_SHEET)
    return (*asked, *facts(*rows), *_end(cleaned, _WHOLE, about))


def _together(told: Mapping[str, str]) -> Iterator[Sequence[str]]:
    """Labels of what was said, in the order of the page; the first one stands before the others."""
    said = [label for label, text in told.items() if text.strip()]
    beside = {label: labels for labels in _TOGETHER if labels[0] in said for label in labels}
    shown: set[str] = set()
    for label in said:
        if label not in shown:
            with_it = [one for one in beside.get(label, (label,)) if one in said]
            shown.update(with_it)
            yield with_it


def _after_each_other(told: Mapping[str, str], labels: Sequence[str]) -> Cell:
    """What was said after these labels; all but the first say their label themselves."""
    first, *others = labels
    shown = cell(told[first])
    for label in others:
        more = cell(told[label])
        line = labelled(label, more[0], Look.MUTED)
        shown = (*shown[:-1], (*shown[-1], Run(" · ", Look.MUTED), *line), *more[1:])
    return shown


def _first_sheet(cleaned: CleanedSignal, most: int, about: str) -> Blocks:
    told = ((label, _cut(said, most)) for label, said in _told(cleaned))
    return (*_question(cleaned, most), *facts(*told), *_end(cleaned, most, about))


def _end(cleaned: CleanedSignal, most: int, about: str) -> Blocks:
    """What was done with it, and as long as somebody may answer, where to write that."""
    form = (Heading(1, "Antwoord"), replace(ANSWERS, about=about))
    return (*_answer(cleaned, most), *(form if _asks(cleaned) else ()))


def _asks(cleaned: CleanedSignal) -> bool:
    """Whether somebody may still answer."""
    return cleaned.answer is None and cleaned.status not in _ENDED


def _told(cleaned: CleanedSignal) -> tuple[tuple[str, str], ...]:
    content = cleaned.content
    outgrown = len(one_line(content.bottleneck)) > LONGEST_TITLE
    return (
        ("Knelpunt", content.bottleneck if outgrown else ""),
        ("Wat er gebeurt", content.what),
        ("Regel of werkwijze", content.process),
        ("Waar het zit", SIGNAL_LEVEL_LABELS[content.level] if content.level else ""),
        ("Wat het doet met inwoners", content.effect),
        *_how_often(content),
        ("Wie het ziet", content.seen_by),
        ("Maatwerk: wat is geprobeerd", content.custom_tried),
        ("Waarom niet genoeg", content.custom_falls_short),
    )


def _how_often(content: SignalContent) -> Iterator[tuple[str, str]]:
    """How often and since when, after one label when both are short."""
    often, since = one_line(content.frequency), one_line(content.since)
    if often and since and len(often) + len(since) <= _ON_ONE_LINE:
        yield "Hoe vaak, en sinds wanneer", f"{often} · {since}"
        return
    yield "Hoe vaak", content.frequency
    yield "Sinds wanneer", content.since


def told_besides(content: SignalContent) -> tuple[tuple[str, str], ...]:
    """What was told besides; what was left out says nothing."""
    seen = (
        "mensen in dienst" if content.seen_employed else "",
        "mensen in opdracht" if content.seen_contracted else "",
    )
    return (
        ("Hoe ver het reikt", SIGNAL_SCALE_LABELS[content.scale] if content.scale else ""),
        ("Hoe erg voor inwoners", SEVERITY_LABELS[content.severity] if content.severity else ""),
        ("Hoe groot", content.extent),
        ("Gezien door", " en ".join(filter(None, seen))),
        ("Doel van de regel", content.purpose),
        ("Haalt de regel dat hier?", content.purpose_met),
        ("Als er niets gebeurt", content.if_nothing),
        ("Een kleine stap", content.small_step),
        ("Structureel", content.lasting),
        ("Zien anderen het ook?", content.other_sources),
        ("Een ander geluid", content.sees_otherwise),
        ("Besproken", "zonder leidinggevende" if content.without_manager else ""),
    )


def _rest(cleaned: CleanedSignal, first: Blocks, about: str) -> Blocks:
    """What was cut on the first sheet, as a whole, and what was told besides."""
    return (
        *_uncut(cleaned, first, about),
        *section(_BESIDES, facts(*told_besides(cleaned.content))),
    )


def _uncut(cleaned: CleanedSignal, first: Blocks, about: str) -> Blocks:
    if first == _first_sheet(cleaned, _WHOLE, about):
        return ()
    whole = (
        ("Wij vragen", cleaned.content.wish),
        *_asked(cleaned),
        *_told(cleaned),
        ("Antwoord", said_in(cleaned.answer)),
        ("Wat er verandert", cleaned.answer.change if cleaned.answer else ""),
    )
    long = (pair for pair in whole if len(one_line(pair[1])) > min(filter(None, _LONGEST)))
    return section(_MORE, (Paragraph(words(_GOES_ON), leads=True), *facts(*long)))


def _cut(text: str, most: int, look: Look = Look.PLAIN) -> Cell:
    """A text as it is, or its first sentences and where the rest stands."""
    if not most or len(one_line(text)) <= most:
        return cell(text, look)
    more = Run(f"meer onder {_MORE}", to=_MORE)
    return ((*words(brief(text, most), look), Run(" (", Look.MUTED), more, Run(")", Look.MUTED)),)


def _furniture(cleaned: CleanedSignal, about: str) -> Furniture:
    content = cleaned.content
    kicker = ("Structureel signaal", origin_label(cleaned.week), one_line(cleaned.team))
    due = f"antwoord voor {full_date(content.answer_due)}" if content.answer_due else ""
    said = reference(about) if _asks(cleaned) else ""
    mark = f"{REFERENCE.lower()} {said}" if said else ""
    return Furniture(
        notice=notice(is_practice=cleaned.is_practice),
        kicker=" · ".join(part for part in kicker if part),
        standfirst=_STANDFIRST + (_FROM_A_BERAAD if cleaned.week else _FROM_ELSEWHERE),
        foot=foot("Structureel signaal", due, mark, is_practice=cleaned.is_practice),
    )


def _asked(cleaned: CleanedSignal) -> tuple[tuple[str, str], ...]:
    content = cleaned.content
    return (
        ("Aan", content.recipient),
        ("Van", content.sender_role),
        ("Antwoord voor", full_date(content.answer_due) if content.answer_due else ""),
        ("Oplossing nodig voor", full_date(content.urgent_before) if content.urgent_before else ""),
        ("Wie koppelt terug", content.reports_back),
        ("Terug naar", content.back_to),
        ("Contact", content.contact),
    )


def _question(
    cleaned: CleanedSignal, most: int, together: Sequence[Sequence[str]] = _BESIDE
) -> Blocks:
    """The ask, to whom, before when and who reports back, before anything else."""
    asked = _cut(cleaned.content.wish, _ASKED * most, Look.STRONG)
    about = dict(_asked(cleaned))
    beside = (line for labels in together for line in _on_a_line(about, labels, most))
    told = tuple(Paragraph(line) for line in (*asked[1:], *beside) if line)
    lead = asked[0] if asked else ()
    return (Callout("Wij vragen", lead, told),) if lead or told else ()


def _on_a_line(about: Mapping[str, str], labels: Sequence[str], most: int) -> Iterator[Text]:
    """What belongs together on one line when it is short, and under each other otherwise."""
    said = [(label, _cut(about[label], most)) for label in labels if about[label].strip()]
    length = sum(len(label) + len(one_line(about[label])) for label, _ in said)
    longest = _ON_ONE_LINE * (1 + (len(labels) > len(_BESIDE[0])))
    if any(len(cell) > 1 for _, cell in said) or length > longest:
        for label, cell in said:
            yield labelled(label, cell[0], Look.MUTED)
            yield from cell[1:]
        return
    line: Text = ()
    for label, cell in said:
        line = (
            *line,
            *((Run(" · ", Look.MUTED),) if line else ()),
            *labelled(label, cell[0], Look.MUTED),
        )
    yield line


def said_in(answer: Step | None) -> str:
    """An answer in words: what it comes to and what was said; empty without one."""
    if answer is None:
        return ""
    if answer.kind is StepKind.NO_ANSWER:
        what = STEP_LABELS[StepKind.NO_ANSWER]
    else:
        what = OUTCOME_LABELS[answer.outcome].removesuffix(", want …") if answer.outcome else ""
    said = one_line(answer.words).casefold()
    if what and re.match(rf"{re.escape(what.casefold())}\b", said):
        return capital(answer.words)
    if what and said:
        return f"{capital(what)}: {answer.words}"
    return answer.words or (f"{capital(what)}." if what else "")


def _said_or_why(answer: Step | None) -> str:
    """The answer, or why none came beside the words that none did."""
    if answer is None or answer.is_answer:
        return said_in(answer)
    return capital(answer.words)


def _answer(cleaned: CleanedSignal, most: int) -> Blocks:
    is_draft = cleaned.status is SignalStatus.DRAFT
    answer = None if cleaned.answers_clash else cleaned.answer
    none_came = answer is not None and not answer.is_answer
    standing = status_words(cleaned.status, unanswered=none_came)
    return section(
        "Wat ermee is gedaan",
        facts(
            ("Status", "" if is_draft else standing),
            ("Antwoorden", _CLASH if cleaned.answers_clash else ""),
            ("Waarom" if none_came else "Antwoord", _cut(_said_or_why(answer), most)),
            (
                "Opgeschreven op" if none_came else "Beantwoord op",
                full_date(answer.on) if answer else "",
            ),
            ("Wat er verandert", _cut(answer.change if answer else "", most)),
        ),
    )
