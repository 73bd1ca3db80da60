"""What returns, as questions with a sentence, a picture and what it is of.

The window, the overzicht and the beleidsbrief say the same, from the same findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from beraad.phases.phrasing import capital, listed
from beraad.phases.rondes import phase_of
from beraad.phases.wording import SIGNAL_LEVEL_LABELS, WAITING_LABELS
from beraad.records import SOON, Count, Patterns, PhaseKey, Tally, Voice
from beraad.report.blocks import Bullets, Heading, Look, Paragraph, Run
from beraad.report.charts import Bar, Bars, Fill, Series
from beraad.report.compose.counting import at_least, of_what, out_of
from beraad.report.compose.parts import Blocks
from beraad.signals.small_numbers import FEW

ORDERS = (
    (
        "Plakken we de band?",
        "We helpen deze ene inwoner. Wat zou er nodig zijn om dat niet steeds opnieuw te doen?",
    ),
    (
        "Zoeken we het gaatje?",
        "We veranderen hoe wij zelf werken. Waar ontstaat het, en wat kunnen we daar anders doen?",
    ),
    (
        "Liggen er steentjes op de weg?",
        "De regel of het systeem moet anders. Welke steentjes zien we steeds, en wie haalt ze weg?",
    ),
)
"""Three orders of learning, as questions: nobody is asked to label what they did."""

_NAMED = 3
_CLASHES_UNKNOWN = "Welke waarden botsen, is nog niet te tellen."
_BOTTLENECKS_UNKNOWN = "Welke knelpunten terugkomen, is nog niet te tellen."
_LEVELS_UNKNOWN = "Waar het zit, is nog niet te tellen."
_ANSWERS_UNKNOWN = "Hoe vaak er antwoord kwam, is nog niet te tellen."
_PACES_UNKNOWN = "Hoeveel tijd een ronde kost, is nog niet te zeggen."
_VOICES_UNKNOWN = "Welk perspectief vaker ontbreekt, is nog niet te zeggen."
_HERE = "in deze map"
_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternFinding:
    """One question with what is known of it.

    Attributes:
        name: how it is called in the program.
        says: one sentence; what is seen first.
        chart: the same as a picture; None where there is nothing to draw.
        of: what was counted, and what to know about it.
    """

    name: str
    question: str
    says: str
    chart: Bars | None
    of: str


def findings(patterns: Patterns, *, most: int = _MOST) -> tuple[PatternFinding, ...]:
    """Every pattern, in the order in which they are read; a picture has at most so many rows."""
    fewer = replace(
        patterns,
        clashes=patterns.clashes[:most],
        bottlenecks=patterns.bottlenecks[:most],
        levels=patterns.levels[:most],
    )
    return tuple(_findings(fewer))


def pattern_blocks(patterns: Patterns, *, level: int = 2) -> Blocks:
    """The patterns as parts of a document; what nothing is known of is left out."""
    found: list[Blocks] = []
    for finding in findings(patterns):
        if finding.chart is None:
            continue
        found.append(
            (
                Heading(level, finding.question),
                Paragraph((Run(finding.says),), leads=True),
                Paragraph((Run(finding.of, Look.MUTED),), leads=True),
                finding.chart,
            )
        )
    return tuple(block for blocks in found for block in blocks)


def went_well(patterns: Patterns) -> tuple[str, ...]:
    """What went well, each a sentence with how often."""
    return tuple(tally.name.format(at_least(tally.count)) for tally in patterns.went_well)


def order_blocks() -> Blocks:
    """The three orders of learning, as questions to talk about."""
    items = tuple((Run(f"{asked} ", Look.STRONG), Run(help_)) for asked, help_ in ORDERS)
    return (Bullets(items),)


def _findings(patterns: Patterns) -> Iterator[PatternFinding]:
    total = of_what(patterns.total)
    yield PatternFinding(
        name="clashes",
        question="Welke waarden botsen?",
        says=_clash_says(patterns),
        chart=_bars("Waarden", "beraden", patterns.clashes),
        of=f"{total} {_HERE}; die van andere laptops zitten er niet bij. In één beraad kan meer "
        "botsen. Alleen waarden uit de lijst tellen mee.",
    )
    yield PatternFinding(
        name="bottlenecks",
        question="Welke knelpunten komen terug?",
        says=_tally_says(patterns.bottlenecks, "knelpunt", _BOTTLENECKS_UNKNOWN),
        chart=_bars("Knelpunt", "beraden", patterns.bottlenecks),
        of=f"{of_what(patterns.named)} in de aantallen per knelpunt, uit de signalen. In één "
        "beraad kan meer dan één knelpunt zitten.",
    )
    levels = tuple(Tally(SIGNAL_LEVEL_LABELS[level], count) for level, count in patterns.levels)
    yield PatternFinding(
        name="levels",
        question="Waar zit het?",
        says=_tally_says(levels, "niveau", _LEVELS_UNKNOWN),
        chart=_bars("Niveau", "beraden", levels),
        of=f"{of_what(patterns.located)} in deze aantallen, uit de signalen waarin staat waar het "
        "zit. In één beraad kan meer dan één niveau voorkomen.",
    )
    yield PatternFinding(
        name="voices",
        question="Wiens stem missen we?",
        says=_voice_says(patterns),
        chart=_voices(patterns.voices),
        of=f"{total} {_HERE}. Wat het minst genoemd is, staat eerst. “Enkele” kan ook nul zijn. "
        "Niet elk perspectief hoort bij elke casus. Alleen perspectieven uit de lijst tellen mee.",
    )
    yield PatternFinding(
        name="answers",
        question="Wanneer kwam er antwoord?",
        says=_answer_says(patterns),
        chart=_bars("Antwoord", "beraden", patterns.answers.steps),
        of=f"{of_what(patterns.answers.total)} met een doorgegeven signaal. Rijen overlappen: "
        "binnen 4 weken is ook binnen 8, en een beraad kan antwoord hebben en ook nog wachten.",
    )
    yield PatternFinding(
        name="paces",
        question="Hoeveel tijd kost een ronde?",
        says=_pace_says(patterns),
        chart=_paces(patterns),
        of="Minuten per ronde, de middelste waarde, van ten minste 5 beraden.",
    )


def _bars(head: str, unit: str, tallies: Iterable[Tally]) -> Bars | None:
    rows = tuple(
        Bar(one.name, (one.count.beraden,)) if one.count else Bar(one.name, said=FEW)
        for one in tallies
    )
    if not rows:
        return None
    told = "; ".join(f"{row.label}: {row.said or row.parts[0]}" for row in rows)
    return Bars(head, (Series(unit),), rows, f"{head} en aantal {unit}. {told}.")


def _voices(voices: Iterable[Voice]) -> Bars | None:
    rows = tuple(map(_voice, voices))
    if not rows:
        return None
    series = (
        Series("zelf gezegd"),
        Series("door ons ingevuld", Fill.HATCHED),
        Series("niet genoemd", Fill.OUTLINE),
    )
    told = "; ".join(f"{row.label}: {row.said or _parts(row, series)}" for row in rows)
    return Bars("Perspectief", series, rows, f"Perspectieven en hoe vaak in beraden. {told}.")


def _parts(row: Bar, series: Iterable[Series]) -> str:
    pairs = zip(series, row.parts, strict=True)
    return ", ".join(f"{one.name} {part}" for one, part in pairs)


def _voice(voice: Voice) -> Bar:
    counts = (voice.said, voice.filled_in, voice.unnamed)
    if not any(counts):
        return Bar(voice.name, said=FEW)
    return Bar(voice.name, tuple(one.beraden if one else FEW for one in counts))


def _paces(patterns: Patterns) -> Bars | None:
    rows = tuple(Bar(_ronde(one.key), (one.used,), mark=one.planned) for one in patterns.paces)
    if not rows:
        return None
    told = "; ".join(f"{row.label}: {row.parts[0]} gebruikt, {row.mark} gepland" for row in rows)
    alternative = f"Minuten per ronde. {told}."
    return Bars("Ronde", (Series("gebruikt"),), rows, alternative, marked="gepland")


def _ronde(key: PhaseKey) -> str:
    return "Opening" if key is PhaseKey.OPENING else phase_of(key).short_title


def _clash_says(patterns: Patterns) -> str:
    first = next((one for one in patterns.clashes if one.count), None)
    if first is None:
        return "Enkele waarden botsten." if patterns.clashes else _CLASHES_UNKNOWN
    as_many = [one for one in patterns.clashes if one.count and _as_many(one.count, first.count)]
    names = [one.name.replace(" ↔ ", " met ") for one in as_many]
    return f"{_in(first.count, patterns.total)} botst {_in_as_many(names)}."


def _tally_says(tallies: Iterable[Tally], what: str, unknown: str) -> str:
    found = tuple(tallies)
    counts = [(one.count, one.name) for one in found if one.count]
    if not counts:
        return f"Elk {what} kwam nog maar in enkele beraden voor." if found else unknown
    largest, _ = max(counts, key=lambda one: one[0].beraden)
    most = [(count, name) for count, name in counts if _as_many(count, largest)]
    if len(most) == 1:
        return f"{capital(most[0][1])}: in {out_of(largest)}."
    return f"{capital(_some([name for _, name in most]))}: elk in {at_least(largest)} beraden."


def _voice_says(patterns: Patterns) -> str:
    missing = [one for one in patterns.voices if one.unnamed]
    if not missing:
        return _VOICES_UNKNOWN
    most = max((one.unnamed for one in missing if one.unnamed), key=lambda one: one.beraden)
    names = [one.name for one in missing if one.unnamed and _as_many(one.unnamed, most)]
    return f"{_in(most, patterns.total)} werd niet genoemd: {_in_as_many(names)}."


def _answer_says(patterns: Patterns) -> str:
    """What came, and what waits: numbers of the rows beneath, and no other."""
    answers = patterns.answers
    told: list[str] = []
    if answers.answered:
        said = f"Op signalen uit {at_least(answers.answered.count)} beraden kwam antwoord"
        if answers.soon:
            said += f", bij {at_least(answers.soon.count)} daarvan binnen {SOON} weken"
        told.append(f"{said}.")
    elif answers.steps:
        told.append("Er kwam nog geen antwoord op een signaal.")
    if answers.waiting:
        told.append(f"Uit {at_least(answers.waiting.count)} beraden wacht nog een signaal.")
    if answers.longest:
        told.append(f"Langst open: {WAITING_LABELS[answers.longest]}.")
    return " ".join(told) or _ANSWERS_UNKNOWN


def _as_many(count: Count, other: Count | None) -> bool:
    return other is not None and count.beraden == other.beraden


def _in_as_many(names: Sequence[str]) -> str:
    """The first of these, and the others of which the number is the same."""
    first, *others = names
    return f"{first}; in evenveel beraden {_some(others)}" if others else first


def _some(names: Sequence[str]) -> str:
    """The first of these, and how many more there are."""
    if len(names) <= _NAMED:
        return listed(names)
    return f"{', '.join(names[:_NAMED])} en nog {len(names) - _NAMED}"


def _pace_says(patterns: Patterns) -> str:
    over = [_ronde(one.key) for one in patterns.paces if one.used > one.planned]
    under = [_ronde(one.key) for one in patterns.paces if one.used < one.planned]
    if not patterns.paces:
        return _PACES_UNKNOWN
    told: list[str] = []
    if over:
        told.append(f"{listed(over)} {_runs(over)} uit.")
    if under:
        told.append(f"{listed(under)} {_gets(under)} minder dan gepland.")
    return " ".join(told) or "Elke ronde krijgt wat gepland is."


def _runs(rondes: list[str]) -> str:
    return "loopt" if len(rondes) == 1 else "lopen"


def _gets(rondes: list[str]) -> str:
    return "krijgt" if len(rondes) == 1 else "krijgen"


def _in(count: Count | None, total: Count | None) -> str:
    if count is None or total is None:
        return f"In {FEW} beraden"
    if count and count.beraden == total.beraden:
        return f"In {count.beraden} van {total.beraden} beraden"
    return f"In {at_least(count)} van {total.beraden} beraden"
