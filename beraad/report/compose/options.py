"""Ronde 2 and 5: the dilemma with A and B, and what else could be done."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.wording import FEASIBILITY_LABELS, HARM_TERM_LABELS
from beraad.privacy.clean import CleanedSession
from beraad.records import Feasibility, Harm, HarmTerm, Option
from beraad.report.blocks import Cell, Look, OptionList, OptionPair, OptionPanel, Text
from beraad.report.compose.parts import (
    Blocks,
    cell,
    detailed,
    labelled,
    note,
    quote,
    section,
    words,
)

_HORNS = 2
_HARM = "Schade"


def dilemma(cleaned: CleanedSession) -> Blocks:
    """The moral question with A and B, and the harm that each does."""
    horns = tuple(_horns(cleaned))
    options: Blocks = ()
    if len(horns) == _HORNS:
        options = (OptionPair(*horns),)
    elif horns:
        options = (OptionList(horns),)
    question = quote("Morele vraag", cleaned.moral_question, leads=bool(options))
    return section("Het dilemma", (*question, *options))


def alternatives(cleaned: CleanedSession) -> Blocks:
    """Options C, D, E … with what was found about each."""
    panels = tuple(_alternatives(cleaned))
    return section("Alternatieven", (OptionList(panels),) if panels else ())


def _horns(cleaned: CleanedSession) -> Iterator[OptionPanel]:
    for mark, option in cleaned.lettered_options[:_HORNS]:
        act = (*_act(option), *_findings(option))
        harms = tuple(_harms(cleaned, option))
        if act or harms:
            yield OptionPanel(mark, act, _HARM, harms)


def _alternatives(cleaned: CleanedSession) -> Iterator[OptionPanel]:
    for mark, option in cleaned.lettered_options[_HORNS:]:
        act = _act(option)
        harms = (labelled(_HARM, harm, Look.MUTED) for harm in _harms(cleaned, option))
        details = (*_findings(option), *harms)
        if act or details:
            yield OptionPanel(mark, act, details=details)


def _act(option: Option) -> Cell:
    """What one does with this option: its short name first, when it has one."""
    short = words(option.short, Look.STRONG)
    return (short, *cell(option.text)) if short else cell(option.text)


def _findings(option: Option) -> Cell:
    """What was found about an option besides its harm."""
    judged = option.feasibility is not Feasibility.UNJUDGED
    nature = note(
        "Niets doen" if option.nothing else "",
        FEASIBILITY_LABELS[option.feasibility].capitalize() if judged else "",
    )
    lines = (
        labelled("Doet recht aan", words(option.from_value), Look.MUTED),
        labelled("Ruimte in de regels", words(option.ground), Look.MUTED),
        labelled("Wie mag dit beslissen", words(option.mandate), Look.MUTED),
        labelled("Welke schade blijft", words(option.remaining_harm), Look.MUTED),
    )
    return (*nature, *(line for line in lines if line))


def _harms(cleaned: CleanedSession, option: Option) -> Iterator[Text]:
    """The harm of one option, each with for whom and for how long."""
    for harm in cleaned.harms_of(option.id):
        if line := _harm(harm):
            yield line


def _harm(harm: Harm) -> Text:
    if not (harm.text.strip() or harm.who.strip()):
        return ()
    term = "" if harm.term is HarmTerm.UNKNOWN else HARM_TERM_LABELS[harm.term]
    return detailed(words(harm.text), ("voor wie", harm.who), ("duur", term))
