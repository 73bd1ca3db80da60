"""The beleidsbrief: two pages for who makes policy, with one question for each knelpunt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beraad.phases.wording import ROW_STANDING_LABELS, SIGNAL_LEVEL_LABELS
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.records import Overview, OverviewRow, RowStanding
from beraad.report.blocks import Block, Callout, Document, Furniture, Heading, Look, Paragraph, Run
from beraad.report.compose.counting import beraden, half_years, out_of
from beraad.report.compose.overview import stem_of
from beraad.report.compose.parts import Blocks, brief, bullets, labelled, section, words
from beraad.report.compose.patterns import findings, went_well
from beraad.report.compose.space import Sheets, roomiest

_MOST = 5
_STANDFIRST = (
    "Uit {}. Een aantal noemen we pas vanaf 3 beraden van 2 teams. Teams worden niet vergeleken. "
    "Oefeningen tellen niet mee."
)
_UNKNOWN = "Wat we niet weten"
_MOVED = {
    RowStanding.CHANGED: "De regel of werkwijze is aangepast.",
    RowStanding.TRIAL: "Er loopt een proef.",
    RowStanding.RESEARCH: "Het wordt onderzocht.",
    RowStanding.NOTHING: "Er verandert niets; de reden is aan het team verteld.",
    RowStanding.TELL_TEAM: "Er is een antwoord; het team hoort het nog.",
}


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much may be said: letters of a text, and rows of a picture."""

    text: int
    rows: int


_MEASURES = (
    _Measure(320, 6),
    _Measure(240, 5),
    _Measure(180, 5),
    _Measure(130, 4),
    _Measure(90, 3),
    _Measure(60, 3),
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
            standfirst=_STANDFIRST.format(out_of(cleaned.overview.total)),
            foot="Gaat over regels en werkwijzen, niet over mensen. De cijfers staan ook in het "
            "CSV-bestand.",
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
    yield from _first(cleaned)
    yield from _charts(cleaned, to)
    rows = counted_rows(cleaned.overview)
    if rows:
        count = "Eén knelpunt" if len(rows) == 1 else f"{_number(len(rows))} knelpunten"
        yield Heading(1, f"{count}, met per knelpunt één vraag")
    for number, row in enumerate(rows, start=1):
        yield from _row(cleaned, number, row, to)
    good = went_well(cleaned.patterns)
    yield from section("Wat goed ging", bullets((Run(text),) for text in good[: to.rows]))
    yield from section(_UNKNOWN, bullets((Run(text),) for text in _unknown(cleaned, to)))


def _first(cleaned: CleanedOverview) -> Iterator[Callout]:
    """Three sentences before everything else."""
    found = {one.name: one for one in findings(cleaned.patterns)}
    told = [found[name].says for name in ("bottlenecks", "clashes", "answers") if name in found]
    yield Callout("In het kort", (), tuple(Paragraph(words(text)) for text in told))


def _charts(cleaned: CleanedOverview, to: _Measure) -> Blocks:
    blocks: Blocks = ()
    for finding in findings(cleaned.patterns, most=to.rows):
        if finding.name in {"bottlenecks", "answers"} and finding.chart is not None:
            of = Paragraph((Run(finding.of, Look.MUTED),))
            blocks += (Heading(1, finding.question), finding.chart, of)
    return blocks


def _row(cleaned: CleanedOverview, number: int, row: OverviewRow, to: _Measure) -> Iterator[Block]:
    levels = ", ".join(SIGNAL_LEVEL_LABELS[level] for level in row.levels)
    about = (levels, f"{beraden(row.count)} beraden", f"sinds {row.since}")
    yield Heading(2, f"{number}  {row.title}")
    yield Paragraph((Run(" · ".join(filter(None, about)), Look.MUTED),), leads=True)
    signal = cleaned.told.get(row.key)
    if signal is not None:
        for label, text in (
            ("Wat er gebeurt", signal.content.what),
            ("Wat het met inwoners doet", signal.content.effect),
        ):
            if told := words(brief(text, to.text)):
                yield Paragraph(labelled(label, told), leads=True)
        asked = words(brief(signal.content.wish, to.text))
        if asked:
            yield Callout("Onze vraag", asked, ())
    moved = _MOVED.get(row.standing, f"Nog niets: {ROW_STANDING_LABELS[row.standing]}.")
    if signal is not None and signal.answer is not None and row.standing in _MOVED:
        moved = f"{moved} {brief(signal.answer.change or signal.answer.words, to.text)}".strip()
    yield Paragraph(labelled("Wat al veranderde", words(moved)))


def _unknown(cleaned: CleanedOverview, to: _Measure) -> Iterator[str]:
    few = [row.title for row in cleaned.overview.rows if row.count is None]
    if few:
        shown = "; ".join(few[: to.rows])
        more = " En meer." if len(few) > to.rows else ""
        yield f"Of dit breder speelt; enkele beraden noemden het: {shown}.{more}"
    voices = next(one for one in findings(cleaned.patterns) if one.name == "voices")
    if voices.chart is not None:
        yield voices.says
    yield "Hoe vaak het voorkomt buiten de beraden: dit zijn verhalen van teams, geen telling."


def _number(count: int) -> str:
    return ("", "Eén", "Twee", "Drie", "Vier", "Vijf")[count]
