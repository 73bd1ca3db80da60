"""The leerverslag: what other teams may learn from a beraad, in general words."""

from __future__ import annotations

from beraad.privacy.leaving.lesson import CleanedLesson
from beraad.report.blocks import Document, Furniture
from beraad.report.compose.parts import Blocks, brief, facts, one_line, prose, quote, section
from beraad.report.compose.practice import foot, notice
from beraad.report.compose.summary import LONGEST_TITLE

_STANDFIRST = (
    "Wat anderen kunnen leren van een moreel beraad, in algemene woorden. Het gaat niet over één "
    "geval of één persoon. Het is geen besluit, geen regel en geen oordeel."
)
_STATUS = (
    "Een les van toen, in een andere situatie. Gebruik haar om zelf beter te wegen, niet als regel "
    "en niet als reden in een besluit."
)
_GENERAL = (
    "Het team, de dag en wat naar iemand kon wijzen zijn weggelaten. Herken je toch iemand? Laat "
    "het weten aan wie dit leerverslag goedkeurde; dan gaat het uit het register."
)


def lesson_report(cleaned: CleanedLesson) -> Document:
    """The leerverslag as a document for the register and for other teams."""
    content = cleaned.content
    return Document(
        source=cleaned,
        title=brief(content.title, LONGEST_TITLE) or "Leerverslag",
        subject="Leerverslag moreel beraad: geen besluit en geen oordeel over personen",
        stem=cleaned.stem,
        furniture=_furniture(cleaned),
        blocks=(
            *quote("De waarden die botsen", content.value_conflict),
            *section("Het soort situatie", prose(content.situation)),
            *section("Het dilemma", prose(content.dilemma)),
            *section("Wat er gewogen is", prose(content.considerations)),
            *section("De les", prose(content.lesson)),
            *section(
                "Om terug te vinden",
                facts(
                    ("Knelpunt", content.bottleneck),
                    ("Thema’s", ", ".join(content.theme_list)),
                ),
            ),
            *_about(cleaned),
        ),
    )


def _furniture(cleaned: CleanedLesson) -> Furniture:
    return Furniture(
        notice=notice(is_practice=cleaned.is_practice),
        kicker=f"Leerverslag moreel beraad · {cleaned.season}",
        standfirst=_STANDFIRST,
        foot=foot("Leerverslag", "geen besluit", cleaned.season, is_practice=cleaned.is_practice),
    )


def _about(cleaned: CleanedLesson) -> Blocks:
    title = cleaned.content.title
    return section(
        "Over dit leerverslag",
        facts(
            ("Titel", title if len(one_line(title)) > LONGEST_TITLE else ""),
            ("Status", _STATUS),
            ("Algemeen gemaakt", _GENERAL),
            ("Goedgekeurd door", _approval(cleaned)),
        ),
    )


def _approval(cleaned: CleanedLesson) -> str:
    """Who approved; a role that stands there before its day is of who is asked to."""
    role = one_line(cleaned.content.approved_by)
    if cleaned.content.approved_on and role:
        return role
    asked = f" Wie het gaat beoordelen: {role}" if role else ""
    return f"Nog niemand: dit is een concept.{asked}"
