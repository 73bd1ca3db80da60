"""What several forms have in common."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.phases.dates import week_label
from beraad.phases.model import Stage
from beraad.privacy.clean import CleanedSession
from beraad.privacy.leaving.file_name import file_name
from beraad.report.blocks import Furniture
from beraad.report.compose.parts import Blocks, brief, one_line, quote
from beraad.report.compose.practice import notice

_LONGEST_ACT = 60
_LONGEST_QUESTION = 240


def stem(cleaned: CleanedSession | None, name: str) -> str:
    """How the file of a form is called; a blank one is just called after what it is."""
    return file_name(cleaned.week, cleaned.title, name) if cleaned else name


def furniture(cleaned: CleanedSession | None, *, standfirst: str, foot: str) -> Furniture:
    """What stands around a form: for which beraad it is, and how it is used."""
    kicker = ["Moreel beraad"]
    if cleaned:
        kicker += [week_label(cleaned.week), one_line(cleaned.team)]
    return Furniture(
        notice=notice(is_practice=bool(cleaned and cleaned.is_practice)),
        kicker=" · ".join(filter(None, kicker)),
        standfirst=standfirst,
        foot=foot,
    )


def counted(number: int, unit: str) -> str:
    """A number with what it counts, never on two lines."""
    return f"{number}\N{NO-BREAK SPACE}{unit}"


def moral_question(cleaned: CleanedSession | None) -> str:
    """The moral question, short enough for a form; empty when it is not known."""
    return brief(cleaned.moral_question, _LONGEST_QUESTION) if cleaned else ""


def question(cleaned: CleanedSession | None) -> Blocks:
    """The moral question set apart, when it is known."""
    return quote("Morele vraag", moral_question(cleaned))


def acts(
    cleaned: CleanedSession | None, longest: int = _LONGEST_ACT
) -> tuple[tuple[str, str], ...]:
    """Each option with its letter and a few words; none when nothing was written yet."""
    if cleaned is None:
        return ()
    named = tuple(
        (letter, one_line(option.short) or brief(option.text, longest))
        for letter, option in cleaned.lettered_options
    )
    return named if any(act for _, act in named) else ()


STAGES: Mapping[Stage, str] = {
    Stage.IMAGE: "beeld vormen",
    Stage.JUDGEMENT: "oordeel vormen",
    Stage.DECISION: "afspreken wat volgt",
}
"""The three movements of the method, as they are called on paper."""
