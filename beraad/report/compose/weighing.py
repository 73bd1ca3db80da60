"""Ronde 6 and 7: the afwegingen without names, order or counts, and what the dialogue brought."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.clean import CleanedConsideration, CleanedSession
from beraad.report.blocks import Block, Cell, Mark, Matrix, Run, Text, Voices
from beraad.report.compose.parts import (
    Blocks,
    brief,
    bullets,
    capital,
    cell,
    facts,
    is_one_sentence,
    labelled,
    listed,
    one_line,
    section,
)

_SMALL_START = re.compile(
    r"(?:De|Het|Een|Dat|Dit|Die|Deze|Er|Ik|Wij|We|Hij|Zij|Ze|Je|Mijn|Ons|Onze|Niet|Geen|Als|Met"
    r"|In|Op|Om|Door|Voor|Vooraf|Eerst|Samen)\b"
)
_LONGEST_ACT = 110
_LONGEST_VALUE = 90
_FEWEST_VALUES = 2
_NEEDS_IN_SENTENCE = 5
"""Up to this many words, what is needed reads well before the verb."""


def considerations(cleaned: CleanedSession) -> Blocks:
    """Each afweging as sentences, grouped by what was chosen."""
    acts = {
        letter: capital(one_line(option.short) or brief(option.text, _LONGEST_ACT))
        for letter, option in cleaned.lettered_options
    }
    return section(
        "Afwegingen",
        (
            *(voices for letter in acts for voices in _voices(cleaned, letter, acts[letter])),
            *_voices(cleaned, "", "Zonder keuze"),
            *section("Welke waarde bij welke keuze", _matrix(cleaned), level=2),
            *section("Wat er verschoof in het gesprek", _shifts(cleaned), level=2),
        ),
    )


def dialogue(cleaned: CleanedSession) -> Blocks:
    """What the group found when it laid its afwegingen side by side."""
    found = cleaned.dialogue
    return section(
        "Dialoog",
        facts(
            ("Wat we delen", found.shared),
            ("Waar we verschillen", found.core_difference),
            ("Wat zag iemand die anders koos?", found.minority_view),
            ("Zelfde keuze, andere reden", found.same_choice_other_reason),
            ("Zelfde waarde, andere keuze", found.same_value_other_choice),
            ("Wat indruk maakte", found.moved_by),
            ("Nieuwe vragen", found.new_questions),
        ),
    )


def _voices(cleaned: CleanedSession, letter: str, act: str) -> Iterator[Voices]:
    """What was said for one option; who said the same is heard once."""
    said = (_said(one) for one in cleaned.considerations if one.choice == letter)
    if texts := tuple(dict.fromkeys(text for text in said if text)):
        yield Voices(letter, act, texts)


def _matrix(cleaned: CleanedSession) -> Blocks:
    """Values beside what was chosen first, as each afweging says it; nobody is counted."""
    found: dict[str, tuple[str, set[str]]] = {}
    for one in cleaned.considerations:
        if (value := brief(one.value, _LONGEST_VALUE)) and one.choice:
            found.setdefault(value.casefold(), (capital(value), set()))[1].add(one.choice)
    chosen = {letter for _, letters in found.values() for letter in letters}
    letters = tuple(letter for letter, _ in cleaned.lettered_options if letter in chosen)
    if len(found) < _FEWEST_VALUES:
        return ()
    rows = tuple((value, frozenset(marks)) for value, marks in found.values())
    told = (
        f"{value.removesuffix('.')}: {listed(one for one in letters if one in marks)}."
        for value, marks in rows
    )
    alternative = " ".join(("Welke waarde genoemd is bij welke keuze.", *told))
    return (Matrix("Waarde", letters, rows, alternative),)


def _said(one: CleanedConsideration) -> Cell:
    """An afweging: one flowing paragraph, then what does not fit in a sentence."""
    flowing = [*_choice(one), *_limiting(one), *_needs(one), *_virtue(one)]
    apart = (
        *_apart("Wat ik belangrijk vind", one.value),
        *_apart("Wat het kost", one.harm),
        *_apart("Zo beperk ik de schade", one.limiting),
        *_apart("Wat ik nodig heb", one.needs),
        *_apart("Van wie", one.needs_from),
        *_apart("Wat dat van mij vraagt", one.virtue),
    )
    return (tuple(flowing), *apart) if flowing else apart


def _choice(one: CleanedConsideration) -> Iterator[Run | Mark]:
    value, harm = _fragment(one.value), _fragment(one.harm)
    if one.choice:
        yield Run("Ik kies ")
        yield Mark(one.choice)
        yield Run(f", omdat ik {value} belangrijk vind" if value else "")
    elif value:
        yield Run(f"Ik vind {value} belangrijk")
    if harm and (one.choice or value):
        yield Run(f", ook al {harm}")
    elif harm:
        yield Run(f"Wat het kost: {harm}")
    if one.choice or value or harm:
        yield Run(".")


def _limiting(one: CleanedConsideration) -> Iterator[Run]:
    if limiting := _fragment(one.limiting):
        yield Run(f" Ik beperk de schade door {limiting}.")


def _needs(one: CleanedConsideration) -> Iterator[Run]:
    needs, source = _fragment(one.needs), _fragment(one.needs_from)
    of_whom = f" van {source}" if source else ""
    if needs and len(needs.split()) <= _NEEDS_IN_SENTENCE:
        yield Run(f" Daarvoor heb ik {needs} nodig{of_whom}.")
    elif needs:
        yield Run(f" Daarvoor heb ik nodig: {needs}{',' if source else ''}{of_whom}.")
    elif source:
        yield Run(f" Daarvoor heb ik {source} nodig.")


def _virtue(one: CleanedConsideration) -> Iterator[Run]:
    if virtue := _fragment(one.virtue):
        yield Run(f" Dat vraagt {virtue} van mij.")


def _fragment(text: str) -> str:
    """The text as a part of a sentence: without a full stop, with a small first letter."""
    if not is_one_sentence(text):
        return ""
    said = one_line(text).removesuffix(".")
    return f"{said[:1].lower()}{said[1:]}" if _SMALL_START.match(said) else said


def _apart(label: str, text: str) -> Iterator[Text]:
    """What cannot be a part of a sentence, after a label of its own."""
    if text.strip() and not is_one_sentence(text):
        first, *rest = cell(text)
        yield labelled(label, first)
        yield from rest


def _shifts(cleaned: CleanedSession) -> tuple[Block, ...]:
    lines = (_shift(one) for one in cleaned.considerations)
    return bullets(dict.fromkeys(line for line in lines if line))


def _shift(one: CleanedConsideration) -> Text:
    because = capital(one_line(one.revised_because))
    if not one.revised_choice or one.revised_choice == one.choice:
        return (Run(f"Wat meewoog: {because}"),) if because else ()
    start: Text = (Run("Een keuze voor "), Mark(one.choice)) if one.choice else (Run("Een keuze"),)
    changed = (*start, Run(" werd een keuze voor "), Mark(one.revised_choice))
    return (*changed, Run(f". {because}" if because else "."))
