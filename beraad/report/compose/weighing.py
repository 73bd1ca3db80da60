"""Ronde 6 and 7: what was weighed, without who, order or counts, and what the dialogue brought.

What people wrote stands as they wrote it, never inside a sentence of ours. What one person said
is taken apart: values stand with what was chosen in the end, everything else in lists of its own
in the order of the alphabet, so that no line leads to another one of the same person. A value that
ronde 4 names for somebody at the table stands with no choice: both together would tell who chose.
And where one person alone chose something, no value stands with any choice: who is known to have
chosen it would be known by its value. Only when all present agreed, each afweging stands together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from beraad.phases.phrasing import listed
from beraad.privacy.clean import CleanedConsideration, CleanedSession
from beraad.report.blocks import Cell, Look, Mark, Matrix, Paragraph, RowGroup, Run, Text, Voices
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
from beraad.report.compose.tables import table
from beraad.report.plain import cell_paragraphs

_COLUMNS = ("Keuze", "Waarden van wie dit koos")
_WIDTHS = (0.5, 0.5)
_ENDS = "De keuzes aan het eind van het gesprek."
_MOVED = "Is iemand anders gaan kiezen, dan is de waarde genoemd bij de eerste keuze."
_LISTS_APART = "De lijsten eronder staan hier los van, op alfabet."
_OF_THE_TABLE = "Een waarde die in ronde 4 bij iemand aan tafel hoort, staat niet bij een keuze."
_ALL_APART = (
    "De keuzes aan het eind van het gesprek. Welke waarde bij welke keuze hoort, staat er niet "
    "bij: anders is te zien wie wat koos. De lijsten staan los van elkaar, op alfabet."
)
TOGETHER = "Elke afweging staat hier heel. Dat spraken alle aanwezigen zo af."
"""Above afwegingen that each stand whole."""
_HARM = "Wie of wat we daarmee tekortdoen"
_LIMITING = "Hoe we de schade beperken"
_NEEDS = "Wat we daarvoor nodig hebben"
_SOURCES = "Van wie we iets nodig hebben"
_VIRTUE = "Wat het van ons vraagt"
_SHIFT = "Waardoor een keuze veranderde"
TITLE = "Afwegingen"
"""The part of the verslag with what everybody weighed; the values stand in it first."""
_BESIDE = "Welke waarde bij welke keuze"
_DIALOGUE = "Dialoog"
CHOSEN = "Gekozen"
"""Before the choices, when no value stands with any of them."""
VALUES = "Welke waarden we noemden"
"""Above the values that stand with no choice, when none of them does."""
NO_CHOICE = "Niet bij een keuze gezet"
"""Before the values in it that stand with no choice, when others do."""
AFTER = (_BESIDE, _DIALOGUE)
"""What stands after the values and the lists."""
LISTS = (_HARM, _LIMITING, _NEEDS, _SOURCES, _VIRTUE, _SHIFT)
"""The lists below it: in each stands what different people said about one thing."""
_TOLD = (
    ("Waarde", "value"),
    (_HARM, "harm"),
    (_LIMITING, "limiting"),
    (_NEEDS, "needs"),
    (_VIRTUE, "virtue"),
    ("Waardoor de keuze veranderde", "revised_because"),
)
_ARTICLE = re.compile(r"^(?:de|het|een) ")
_LONGEST_ACT = 110
_LONGEST_VALUE = 90
_FEWEST_VALUES = _FEWEST_CHOICES = 2


def _short_act(text: str) -> str:
    return brief(text, _LONGEST_ACT)


def considerations(cleaned: CleanedSession) -> Blocks:
    """The afwegingen: values by choice, and one list each of what else was said."""
    if cleaned.stands_whole:
        return section(TITLE, _together(cleaned))
    return section(
        TITLE,
        (
            *choices(cleaned),
            *section(VALUES, bullets(loose_values(cleaned)), level=2),
            *section(_HARM, bullets(harms(cleaned)), level=2),
            *section(_LIMITING, bullets(limits(cleaned)), level=2),
            *section(_NEEDS, bullets(needs(cleaned)), level=2),
            *section(_SOURCES, bullets(sources(cleaned)), level=2),
            *section(_VIRTUE, bullets(virtues(cleaned)), level=2),
            *section(_BESIDE, _matrix(cleaned), level=2),
            *section(_SHIFT, bullets(_shifts(cleaned)), level=2),
        ),
    )


def _together(cleaned: CleanedSession) -> Blocks:
    """Under each option that was chosen in the end, the afwegingen as they were made."""
    voices: list[Voices] = []
    for letter, act in _acts(cleaned, _short_act):
        chosen = [one for one in cleaned.considerations if _final(one) == letter]
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
    told = tuple(
        labelled(label, _need(one) if name == "needs" else words(getattr(one, name)))
        for label, name in _TOLD
    )
    moved = one.choice if one.revised_choice and one.choice != one.revised_choice else ""
    first = labelled("Eerst gekozen", (Mark(moved),)) if moved else ()
    return tuple(line for line in (first, *told) if line)


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


def choices(
    cleaned: CleanedSession,
    *,
    most: int | None = None,
    shorten: Shorten = _short_act,
    values: int | None = None,
    more: Callable[[int], Blocks] = lambda _: (),
) -> Blocks:
    """Every option that somebody chose in the end, with the values named for it.

    At most this many rows, each with at most so many values; `more` says how many rows were left
    out. What was chosen is shortened, and where there are fewer rows the values are too.
    """
    cut = shorten if most else one_line
    apart = _apart(cleaned)
    if _are_all_apart(cleaned, apart):
        return _chosen(cleaned, cut)
    said = tuple(
        _row(cleaned, letter, act, cut, apart, values) for letter, act in _acts(cleaned, shorten)
    )
    rows = tuple(row for row in said if row is not None)
    note = (Paragraph((Run(_note(cleaned, apart), Look.MUTED),), leads=True),) if rows else ()
    shown = rows[:most]
    last = _without_choice(cleaned, cut, apart, values)
    return (
        *note,
        *table(_COLUMNS, _WIDTHS, (*shown, *last), listed=True),
        *more(len(rows) - len(shown)),
    )


def _note(cleaned: CleanedSession, apart: frozenset[str]) -> str:
    """What the table of choices means; only what applies to this beraad."""
    said = cleaned.considerations
    moved = any(one.revised_because or one.choice != _final(one) for one in said)
    around = any(
        one.harm or one.limiting or one.needs or one.needs_from or one.virtue for one in said
    )
    told = (
        _ENDS,
        _MOVED if moved else "",
        _LISTS_APART if around or moved else "",
        _OF_THE_TABLE if apart else "",
    )
    return " ".join(filter(None, told))


def loose_values(cleaned: CleanedSession, shorten: Shorten = one_line) -> tuple[Text, ...]:
    """The values, each said once, when none of them stands with a choice; else nothing."""
    if not _are_all_apart(cleaned, _apart(cleaned)):
        return ()
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


def _apart(cleaned: CleanedSession) -> frozenset[str]:
    """The values, in small letters, that stand with no choice.

    None stands with a choice where one person alone chose something: a reader who knows who that
    was, finds that value, and the other way round. Whose telling values are left is known too:
    they are of the others. Where those chose one thing, or where a choice is left without a value,
    none stands with a choice either. Where everybody chose the same there is nothing to find.
    """
    said = [one for one in cleaned.considerations if _final(one) or one.value.strip()]
    ends = Counter(_final(one) for one in said)
    if len(ends) < _FEWEST_CHOICES:
        return frozenset()
    values = frozenset(value for one in said if (value := _small(one.value)))
    if 1 in ends.values():
        return values
    telling = frozenset(_small(one.value) for one in said if one.value_tells)
    if not telling:
        return telling
    named = {(_final(one), _small(one.value)) for one in said} - {(end, "") for end in ends}
    kept = Counter(end for end, value in named if value not in telling)
    return telling if all(kept[end] >= _FEWEST_VALUES for end in ends) else values


def _are_all_apart(cleaned: CleanedSession, apart: frozenset[str]) -> bool:
    values = {_small(one.value) for one in cleaned.considerations} - {""}
    return bool(values) and values <= apart


def _chosen(cleaned: CleanedSession, shorten: Shorten) -> Blocks:
    """What was chosen, in the order of the letters, beside no value at all."""
    ends = {_final(one) for one in cleaned.considerations}
    acts = ((letter, act) for letter, act in _acts(cleaned, shorten) if letter and letter in ends)
    named = beside(*((Mark(letter), Run(" "), *words(act)) for letter, act in acts))
    note = Paragraph((Run(_ALL_APART, Look.MUTED),), leads=True)
    return (note, *((Paragraph(labelled(CHOSEN, named), leads=True),) if named else ()))


def _small(text: str) -> str:
    return text.strip().casefold()


def _without_choice(
    cleaned: CleanedSession, shorten: Shorten, apart: frozenset[str], most: int | None
) -> tuple[RowGroup, ...]:
    """One row more for the values that stand with no choice."""
    said = (one.value for one in cleaned.considerations if _small(one.value) in apart)
    values = _few(_sorted(_each(said), shorten), most)
    if not values:
        return ()
    label: Text = (Run(NO_CHOICE, Look.MUTED),)
    return (RowGroup((label,), ((values,),)),)


def _row(
    cleaned: CleanedSession,
    letter: str,
    act: str,
    shorten: Shorten,
    apart: frozenset[str],
    most: int | None,
) -> RowGroup | None:
    chosen = [one for one in cleaned.considerations if _final(one) == letter]
    beside = (one.value for one in chosen if _small(one.value) not in apart)
    values = _few(_sorted(_each(beside), shorten), most)
    if not chosen or not (letter or values):
        return None
    mark: Text = (Mark(letter), Run(" ")) if letter else ()
    return RowGroup(((*mark, *words(act)),), ((values,),))


def _few(values: tuple[Text, ...], most: int | None) -> tuple[Text, ...]:
    """The first values, and how many there are besides."""
    if most is None or len(values) <= most:
        return values
    return (*values[:most], (Run(f"en nog {len(values) - most}", Look.MUTED),))


def _final(one: CleanedConsideration) -> str:
    """The choice at the end, so that nobody can see who moved."""
    return one.revised_choice or one.choice


def _need(one: CleanedConsideration) -> Text:
    return detailed(words(one.needs), ("van", one.needs_from))


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
    """The table of choices as a picture: values beside what was chosen; nobody is counted."""
    found: dict[str, tuple[str, set[str]]] = {}
    apart: frozenset[str] = frozenset() if cleaned.stands_whole else _apart(cleaned)
    for one in sorted(cleaned.considerations, key=lambda one: (one.value.casefold(), one.value)):
        if _small(one.value) in apart:
            continue
        if (value := brief(one.value, _LONGEST_VALUE)) and (choice := _final(one)):
            found.setdefault(value.casefold(), (value, set()))[1].add(choice)
    chosen = {letter for _, letters in found.values() for letter in letters}
    letters = tuple(letter for letter, _ in cleaned.lettered_options if letter in chosen)
    if len(found) < _FEWEST_VALUES:
        return ()
    rows = tuple((value, frozenset(marks)) for value, marks in found.values())
    told = (f"{value}: {listed(one for one in letters if one in marks)}." for value, marks in rows)
    alternative = " ".join(("Waarden van wie dit aan het eind koos.", *told))
    return (Matrix("Waarde", letters, rows, alternative),)
