"""Ronde 6 and 7: what was weighed, without who, order or counts, and what the dialogue brought.

What people wrote stands as they wrote it, never inside a sentence of ours. What one person said
is taken apart: everything stands in lists of its own in the order of the alphabet, so that no line
leads to another one of the same person. The options that anybody chose, first or in the end, are
named beside no line at all: who changed their mind left a value and a harm behind, and how many
chose something is nobody's to work out. Only when all present agreed, each afweging stands
together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from beraad.phases.phrasing import listed
from beraad.privacy.clean import CleanedConsideration, CleanedSession
from beraad.report.blocks import Cell, Look, Mark, Matrix, Paragraph, Run, Text, Voices
from beraad.report.compose.parts import (
    Blocks,
    Shorten,
    beside,
    brief,
    bullets,
    detailed,
    facts,
    labelled,
    one_line,
    section,
    words,
)
from beraad.report.plain import cell_paragraphs

_APART = (
    "Hieronder staat wat er gekozen is, eerst of na het gesprek. Door hoeveel mensen en om welke "
    "waarde staat er niet bij: anders is te zien wie wat koos. De lijsten staan los van elkaar, op "
    "alfabet. Een regel kan van meer mensen zijn."
)
TOGETHER = "Elke afweging staat hier heel. Dat spraken alle aanwezigen zo af."
"""Above afwegingen that each stand whole."""
_HARM = "Wie of wat we daarmee tekortdoen"
_LIMITING = "Hoe we de schade beperken"
_NEEDS = "Wat we daarvoor nodig hebben"
SOURCES = "Van wie we iets nodig hebben"
_VIRTUE = "Wat het van ons vraagt"
_SHIFT = "Waardoor een keuze veranderde"
TITLE = "Afwegingen"
"""The part of the verslag with what everybody weighed; the values stand in it first."""
_BESIDE = "Welke waarde bij welke keuze"
_DIALOGUE = "Dialoog"
CHOSEN = "Gekozen"
"""Before the options that anybody chose, first or in the end."""
VALUES = "Welke waarden we noemden"
"""Above the values, that stand with no choice."""
AFTER = (_BESIDE, _DIALOGUE)
"""What stands after the values and the lists."""
LISTS = (_HARM, _LIMITING, _NEEDS, SOURCES, _VIRTUE, _SHIFT)
"""The lists below it: in each stands what different people said about one thing."""
_TOLD = (
    ("Waarde", "value"),
    (_HARM, "harm"),
    (_LIMITING, "limiting"),
    (_NEEDS, "needs"),
    (_VIRTUE, "virtue"),
    ("Na het gesprek gekozen", "revised_choice"),
    ("Waardoor de keuze veranderde", "revised_because"),
)
_ARTICLE = re.compile(r"^(?:de|het|een) ")
_LONGEST_ACT = 110
_LONGEST_VALUE = 90
_FEWEST_VALUES = 2


def _short_act(text: str) -> str:
    return brief(text, _LONGEST_ACT)


def considerations(cleaned: CleanedSession) -> Blocks:
    """The afwegingen: what was chosen, and one list each of what was said."""
    if cleaned.stands_whole:
        return section(TITLE, _together(cleaned))
    return section(
        TITLE,
        (
            *choices(cleaned),
            *section(VALUES, bullets(values(cleaned)), level=2),
            *section(_HARM, bullets(harms(cleaned)), level=2),
            *section(_LIMITING, bullets(limits(cleaned)), level=2),
            *section(_NEEDS, bullets(needs(cleaned)), level=2),
            *section(SOURCES, bullets(sources(cleaned)), level=2),
            *section(_VIRTUE, bullets(virtues(cleaned)), level=2),
            *section(_SHIFT, bullets(_shifts(cleaned)), level=2),
        ),
    )


def _together(cleaned: CleanedSession) -> Blocks:
    """Under each option that was chosen, the afwegingen that were made for it."""
    voices: list[Voices] = []
    for letter, act in _acts(cleaned, _short_act):
        chosen = [one for one in cleaned.considerations if _weighed_for(one) == letter]
        said = _merged(told for one in chosen if (told := _whole(one)))
        if chosen and (letter or said):
            voices.append(Voices(letter, act, said))
    note = (Paragraph((Run(TOGETHER, Look.MUTED),), leads=True),) if voices else ()
    found = section(_BESIDE, _matrix(cleaned), level=2)
    return (*note, *voices, *found)


def _merged(told: Iterable[Cell]) -> tuple[Cell, ...]:
    """Each afweging once; those that differ in capitals only are equal."""
    said: dict[tuple[str, ...], Cell] = {}
    for cell in told:
        said.setdefault(tuple(_shown(text)[0] for text in cell_paragraphs(cell)), cell)
    return tuple(said.values())


def _whole(one: CleanedConsideration) -> Cell:
    """One afweging: each thing that was said after what was asked."""
    told = (labelled(label, _told(one, name)) for label, name in _TOLD)
    return tuple(filter(None, told))


def _told(one: CleanedConsideration, name: str) -> Text:
    if name == "needs":
        return detailed(words(one.needs), ("van", one.needs_from))
    if name == "revised_choice":
        return (Mark(one.revised_choice),) if one.revised_choice not in {"", one.choice} else ()
    return words(getattr(one, name))


def dialogue(cleaned: CleanedSession) -> Blocks:
    """What the group found when it laid its afwegingen side by side."""
    found = cleaned.dialogue
    return section(
        _DIALOGUE,
        facts(
            ("Wat we delen", found.shared),
            ("Waar we verschillen", found.core_difference),
            ("Wat zag iemand die anders koos?", found.minority_view),
            ("Zelfde keuze, andere reden", found.same_choice_other_reason),
            ("Zelfde waarde, andere keuze", found.same_value_other_choice),
            ("Wat indruk maakte", found.moved_by),
            ("Een geluid dat we missen", found.missing_voice),
            ("Wat we gewoon zijn gaan vinden", found.taken_for_granted),
            ("Nieuwe vragen", found.new_questions),
        ),
    )


def choices(cleaned: CleanedSession, shorten: Shorten = one_line) -> Blocks:
    """Every option that anybody chose, in the order of the letters, beside nothing else."""
    said = cleaned.considerations
    chosen = {letter for one in said for letter in (one.choice, one.revised_choice)}
    acts = ((letter, act) for letter, act in _acts(cleaned, shorten) if letter and letter in chosen)
    named = beside(*((Mark(letter), Run(" "), *words(act)) for letter, act in acts))
    if not named:
        return ()
    note = Paragraph((Run(_APART, Look.MUTED),), leads=True)
    return (note, Paragraph(labelled(CHOSEN, named), leads=True))


def values(cleaned: CleanedSession, shorten: Shorten = one_line) -> tuple[Text, ...]:
    """The values, each said once."""
    return _sorted(_each(one.value for one in cleaned.considerations), shorten)


def harms(cleaned: CleanedSession, shorten: Shorten = one_line) -> tuple[Text, ...]:
    """What is done short by the choices, each said once."""
    return _sorted(_each(one.harm for one in cleaned.considerations), shorten)


def limits(cleaned: CleanedSession, shorten: Shorten = one_line) -> tuple[Text, ...]:
    """How the harm is kept small, each said once."""
    return _sorted(_each(one.limiting for one in cleaned.considerations), shorten)


def needs(cleaned: CleanedSession, shorten: Shorten = one_line) -> tuple[Text, ...]:
    """What is needed, each said once."""
    return _sorted(_each(one.needs for one in cleaned.considerations), shorten)


def sources(cleaned: CleanedSession, shorten: Shorten = one_line) -> tuple[Text, ...]:
    """From whom something is needed, each said once; what from whom would tie one's words."""
    return _sorted(_each(one.needs_from for one in cleaned.considerations), shorten)


def virtues(cleaned: CleanedSession) -> tuple[Text, ...]:
    """What it asks of those who choose, each said once."""
    return _sorted(_each(one.virtue for one in cleaned.considerations))


def _acts(cleaned: CleanedSession, shorten: Shorten) -> Iterator[tuple[str, str]]:
    for letter, option in cleaned.lettered_options:
        yield letter, shorten(option.short.strip() or option.text)
    yield "", "Nog geen keuze"


def _weighed_for(one: CleanedConsideration) -> str:
    """The choice that an afweging was made for; of who chose only afterwards that one."""
    return one.choice or one.revised_choice


def _shifts(cleaned: CleanedSession) -> tuple[Text, ...]:
    """Why choices changed; neither from what nor to what, for that would tell who."""
    return _sorted(_each(one.revised_because for one in cleaned.considerations))


def _each(texts: Iterable[str]) -> Iterator[str]:
    """What was typed on lines of its own is a thing of its own."""
    for text in texts:
        yield from filter(None, map(one_line, text.splitlines()))


def _sorted(texts: Iterable[str], shorten: Shorten = one_line) -> tuple[Text, ...]:
    """The texts by alphabet; what differs in capitals or an article in front is said once."""
    said: dict[str, str] = {}
    for text in sorted(texts, key=_shown):
        said.setdefault(_ARTICLE.sub("", _shown(text)[0]), text)
    return tuple(words(shorten(text)) for text in said.values())


def _shown(text: str) -> tuple[str, str]:
    return text.casefold().removesuffix("."), text


def _matrix(cleaned: CleanedSession) -> Blocks:
    """Values beside what they were named for, as a picture; nobody is counted."""
    found: dict[str, tuple[str, set[str]]] = {}
    for one in sorted(cleaned.considerations, key=lambda one: (one.value.casefold(), one.value)):
        if (value := brief(one.value, _LONGEST_VALUE)) and (choice := _weighed_for(one)):
            found.setdefault(value.casefold(), (value, set()))[1].add(choice)
    chosen = {letter for _, letters in found.values() for letter in letters}
    letters = tuple(letter for letter, _ in cleaned.lettered_options if letter in chosen)
    if len(found) < _FEWEST_VALUES:
        return ()
    rows = tuple((value, frozenset(marks)) for value, marks in found.values())
    told = (f"{value}: {listed(one for one in letters if one in marks)}." for value, marks in rows)
    alternative = " ".join(("Waarden bij de keuze waarvoor ze genoemd zijn.", *told))
    return (Matrix("Waarde", letters, rows, alternative),)
