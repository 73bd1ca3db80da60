"""The sheet for a kwestietafel: one knelpunt, who comes to the table, and what is decided."""

from __future__ import annotations

from beraad.phases.issue_table import AFTERWARDS
from beraad.privacy.leaving.file_name import file_name
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.records import OverviewRow
from beraad.report.blocks import Document, Furniture, Heading, Paragraph, WritingLines
from beraad.report.compose.counting import half_years, often
from beraad.report.compose.overview import COLUMNS, stem_of, told_cells
from beraad.report.compose.parts import brief, facts, section, words
from beraad.report.compose.practice import foot, notice
from beraad.report.compose.summary import LONGEST_TITLE

_OF_ONE = (
    "Wat er gebeurt, wat het met inwoners doet en wat gevraagd wordt, komt uit één signaal. Vraag "
    "aan tafel hoe anderen het zien."
)
_TABLE = (
    ("Klachtencoördinator", 1),
    ("Partner die het ook ziet", 1),
    ("Iemand die dit zelf heeft meegemaakt", 1),
    ("Wie de regel of het proces kan veranderen", 1),
)
_DECIDED = (
    ("Eerste kleine stap, en wie die zet", 2),
    ("Wat we nog willen weten", 2),
    ("Wanneer we terugkijken", 1),
    ("Wie vertelt het aan de teams, en wanneer", 1),
)


def issue_sheet(cleaned: CleanedOverview, row: OverviewRow) -> Document:
    """The agenda of a kwestietafel about this knelpunt; what it decides is written on it."""
    signal = cleaned.told.get(row.key)
    content = signal.content if signal else None
    other = cleaned.otherwise.get(row.key)
    _, _, _, since, levels, standing, _ = told_cells(row)
    return Document(
        source=cleaned,
        title=brief(row.title, LONGEST_TITLE) or COLUMNS[0],
        subject="Agenda voor de kwestietafel: een knelpunt uit signalen",
        stem=file_name(f"kwestietafel {stem_of(cleaned)}", row.title),
        furniture=Furniture(
            kicker=f"Kwestietafel · {half_years(cleaned.overview.period)}",
            standfirst="Over een regel of werkwijze, niet over één inwoner.",
            foot=foot(
                "Wat de tafel besluit, schrijf je in Beraad op als stap bij het signaal.",
                is_practice=cleaned.is_practice,
            ),
            notice=notice(is_practice=cleaned.is_practice),
        ),
        blocks=(
            *section(
                "De kwestie",
                facts(
                    ("Zo schreef één team het", _OF_ONE if content else ""),
                    ("Wat er gebeurt", content.what if content else ""),
                    ("Wat het met inwoners doet", content.effect if content else ""),
                    ("Hoe vaak", f"{often(row)}, sinds {since}"),
                    ("Waar het zit", levels),
                    ("Hoe het nu staat", standing),
                    ("Wat gevraagd wordt", content.wish if content else ""),
                    ("Een ander geluid", other.content.sees_otherwise if other else ""),
                ),
            ),
            Heading(1, "Wie aan tafel"),
            WritingLines(_TABLE),
            Heading(1, "Wat we afspreken"),
            Paragraph(words(AFTERWARDS), leads=True),
            WritingLines(_DECIDED),
        ),
    )
