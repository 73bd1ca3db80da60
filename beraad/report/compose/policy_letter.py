"""The beleidsbrief: two pages for who makes policy, with one question for each knelpunt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beraad.phases.phrasing import capital
from beraad.phases.wording import SIGNAL_LEVEL_LABELS
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.records import Outcome, Overview, OverviewRow, SignalContent
from beraad.report.blocks import Block, Callout, Document, Furniture, Heading, Look, Paragraph, Run
from beraad.report.compose.counting import (
    BRIEFLY,
    MAYBE_LEFT,
    OF_ONE,
    half_years,
    often,
    standing_for_others,
)
from beraad.report.compose.overview import stem_of, told_of
from beraad.report.compose.parts import Blocks, brief, bullets, labelled, section, words
from beraad.report.compose.patterns import findings, went_well
from beraad.report.compose.practice import foot, notice
from beraad.report.compose.space import Sheets, roomiest

_MOST = 5
_WHAT = (
    "In een moreel beraad weegt een team samen af wat goed is om te doen in één lastige casus. "
    "Speelt er vaker een regel of werkwijze, dan schrijft het team een signaal: wat er gebeurt, en "
    "wat er nodig is. Deze brief telt die signalen op. “Enkele” is te weinig om te noemen."
)
"""For who was never there."""
_OF_ONE = (
    "De aantallen gaan over alle signalen bij een knelpunt. De woorden komen telkens uit één "
    f"signaal. {OF_ONE}"
)
_FOOT = "Gaat over regels en werkwijzen, niet over mensen. De cijfers staan ook in het CSV-bestand."
_UNKNOWN = "Wat we niet weten"
_ELSEWHERE = "Welke waarden botsten en wie er gehoord is in beraden van andere laptops."
_CAME = {
    Outcome.CHANGE: "Na een of meer signalen is de regel of werkwijze aangepast.",
    Outcome.TRIAL: "Na een of meer signalen kwam er een proef.",
    Outcome.RESEARCH: "Na een of meer signalen wordt het onderzocht.",
    Outcome.NOTHING: "Op een of meer signalen was het antwoord dat er niets verandert.",
}


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much may be said: letters of a text, and rows of a picture.

    Attributes:
        counts: whether the numbers of the knelpunten are a picture too; they stand in the text.
    """

    text: int
    rows: int
    counts: bool = True


_MEASURES = (
    _Measure(320, 6),
    _Measure(240, 5),
    _Measure(180, 5),
    _Measure(180, 6, counts=False),
    _Measure(150, 5, counts=False),
    _Measure(120, 5, counts=False),
    _Measure(150, 3, counts=False),
    _Measure(120, 3, counts=False),
    _Measure(100, 4, counts=False),
    _Measure(80, 3, counts=False),
    _Measure(60, 2, counts=False),
)
_SHEETS = Sheets(across=588.0, high=886.0, above=130.0, most=2)


def policy_letter(cleaned: CleanedOverview) -> Document:
    """The beleidsbrief of a period, on two pages."""
    period = half_years(cleaned.overview.period)
    return Document(
        source=cleaned,
        title="Wat we zagen in beraden",
        subject="Beleidsbrief moreel beraad: over regels en werkwijzen, niet over mensen",
        stem=f"beleidsbrief {stem_of(cleaned)}",
        furniture=Furniture(
            kicker=f"Beleidsbrief moreel beraad · {period} · voor beleid sociaal domein",
            standfirst=" ".join(filter(None, (told_of(cleaned.overview), MAYBE_LEFT))),
            foot=foot(_FOOT, is_practice=cleaned.is_practice),
            notice=notice(is_practice=cleaned.is_practice),
        ),
        blocks=roomiest(_MEASURES, lambda to: tuple(_blocks(cleaned, to)), _SHEETS),
        is_short=True,
    )


def counted_rows(overview: Overview) -> tuple[OverviewRow, ...]:
    """The knelpunten that several teams saw: those of most beraden first, at most five."""
    several = [row for row in overview.rows if row.count]
    several.sort(key=lambda row: (-(row.count.beraden if row.count else 0), row.title))
    return tuple(several[:_MOST])


def _blocks(cleaned: CleanedOverview, to: _Measure) -> Iterator[Block]:
    yield Paragraph(words(_WHAT))
    yield from _first(cleaned)
    yield from _charts(cleaned, to)
    rows = counted_rows(cleaned.overview)
    if rows:
        count = "Eén knelpunt" if len(rows) == 1 else f"{_number(len(rows))} knelpunten"
        yield Heading(1, f"{count}, met per knelpunt één vraag")
        yield Paragraph((Run(_OF_ONE, Look.MUTED),), leads=True)
    for number, row in enumerate(rows, start=1):
        yield from _row(cleaned, number, row, to)
    good = went_well(cleaned.patterns)
    yield from section("Wat goed ging", bullets((Run(text),) for text in good[: to.rows]))
    yield from section(_UNKNOWN, bullets((Run(text),) for text in _unknown(cleaned, to)))
    yield Paragraph(labelled("Hoe we tellen", words(BRIEFLY)))


def _first(cleaned: CleanedOverview) -> Iterator[Callout]:
    """Three sentences before everything else."""
    found = {one.name: one for one in findings(cleaned.patterns)}
    told = [found[name].says for name in ("bottlenecks", "clashes", "answers") if name in found]
    yield Callout("In het kort", (), tuple(Paragraph(words(text)) for text in dict.fromkeys(told)))


def _charts(cleaned: CleanedOverview, to: _Measure) -> Blocks:
    blocks: Blocks = ()
    wanted = {"bottlenecks", "answers"} if to.counts else {"answers"}
    for finding in findings(cleaned.patterns, most=to.rows):
        if finding.name in wanted and finding.chart is not None:
            of = Paragraph((Run(finding.of, Look.MUTED),))
            blocks += (Heading(1, finding.question), finding.chart, of)
    return blocks


def _row(cleaned: CleanedOverview, number: int, row: OverviewRow, to: _Measure) -> Iterator[Block]:
    levels = ", ".join(SIGNAL_LEVEL_LABELS[level] for level in row.levels)
    about = (levels, often(row), f"sinds {row.since}")
    yield Heading(2, f"{number}  {row.title}")
    yield Paragraph((Run(" · ".join(filter(None, about)), Look.MUTED),), leads=True)
    yield Paragraph(labelled("Wat eruit kwam", words(capital(f"{standing_for_others(row)}."))))
    signal = cleaned.told.get(row.key)
    other = cleaned.otherwise.get(row.key)
    content = signal.content if signal else SignalContent()
    seen_otherwise = other.content.sees_otherwise if other else ""
    asked = words(brief(content.wish, to.text), Look.STRONG)
    for said in (
        labelled("Wat er gebeurt, volgens één signaal", words(brief(content.what, to.text))),
        labelled("Wat het met inwoners doet", words(brief(content.effect, to.text))),
        labelled("Een ander geluid", words(brief(seen_otherwise, to.text))),
        labelled("De vraag uit één signaal", asked),
    ):
        if said:
            yield Paragraph(said, leads=True)
    yield Paragraph(labelled("Wat al veranderde", words(_moved(cleaned, row, to))))


def _moved(cleaned: CleanedOverview, row: OverviewRow, to: _Measure) -> str:
    """What came of it so far, of whichever signal changed most."""
    signal = cleaned.answered.get(row.key)
    answer = signal.answer if signal else None
    if answer is None or answer.outcome is None or answer.outcome not in _CAME:
        return "nog niets."
    told = capital(brief(answer.change or answer.words, to.text))
    return " ".join(filter(None, (_CAME[answer.outcome], told)))


def _unknown(cleaned: CleanedOverview, to: _Measure) -> Iterator[str]:
    for in_beraden, seen in ((True, "enkele beraden noemden het"), (False, "zonder beraad gemeld")):
        rare = [one for one in cleaned.overview.rows if one.count is None]
        few = [one.title for one in rare if one.in_beraden == in_beraden]
        if few:
            shown = "; ".join(few[: to.rows])
            more = " En meer." if len(few) > to.rows else ""
            yield f"Of dit breder speelt; {seen}: {shown}.{more}"
    voices = next(one for one in findings(cleaned.patterns) if one.name == "voices")
    if voices.chart is not None:
        yield voices.says
    yield _ELSEWHERE
    rows = counted_rows(cleaned.overview)
    if alone := [row.title for row in rows if row.key not in cleaned.otherwise]:
        yield f"Welk ander geluid er is. Daar vroegen we nog niet naar bij: {'; '.join(alone)}."
    if aimless := [row.title for row in rows if not _knows_purpose(cleaned, row)]:
        yield f"Of de regel zijn doel haalt. Dat schreef nog niemand op bij: {'; '.join(aimless)}."
    yield "Hoe vaak het voorkomt buiten de beraden: dit zijn verhalen van teams, geen telling."


def _knows_purpose(cleaned: CleanedOverview, row: OverviewRow) -> bool:
    """Whether a signal that is quoted says if the rule comes to what it is for."""
    quoted = (cleaned.told.get(row.key), cleaned.otherwise.get(row.key))
    return any(one.content.purpose_met.strip() for one in quoted if one is not None)


def _number(count: int) -> str:
    return ("", "Eén", "Twee", "Drie", "Vier", "Vijf")[count]
