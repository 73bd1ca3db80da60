"""What nothing explains is asked about: loose numbers, names of accounts, letters apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from beraad.privacy.find import Find
from beraad.privacy.signs.places.doors import doors, lettered_quarters
from beraad.privacy.signs.places.rooms import rooms
from beraad.privacy.signs.places.sites import lone_addresses, next_doors, sites
from beraad.privacy.signs.unexplained.called import (
    bare_sorts,
    bracketed_names,
    cells,
    greeted,
    house_numbers,
    labelled_values,
    legal_forms,
    letters_before_a_name,
    made_to_measure,
    months_of_people,
    nicknames,
    openings_of_an_age,
    quarters,
    schools_one_is_at,
    shortened_people,
    sides_of_towns,
    small_addresses,
    speaking_letters,
    with_whom,
)
from beraad.privacy.signs.unexplained.letters import broken_words, glued_words, spaced_letters
from beraad.privacy.signs.unexplained.long_numbers import (
    codes,
    glued_postcodes,
    long_numbers,
    rests,
)
from beraad.privacy.signs.unexplained.mixed import mixed_words
from beraad.privacy.signs.unexplained.numbers import (
    groups_of_digits,
    loose_numbers,
    months,
    short_days,
    years,
    years_in_short,
)
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import first_digits

Finder: TypeAlias = Callable[[Page], Iterator[Find]]

FINDERS: tuple[Finder, ...] = (
    loose_numbers,
    groups_of_digits,
    years,
    years_in_short,
    months,
    short_days,
    long_numbers,
    codes,
    glued_postcodes,
    rests,
    mixed_words,
    spaced_letters,
    broken_words,
    glued_words,
    labelled_values,
    cells,
    schools_one_is_at,
    quarters,
    house_numbers,
    made_to_measure,
    with_whom,
    nicknames,
    sides_of_towns,
    months_of_people,
    letters_before_a_name,
    legal_forms,
    bare_sorts,
    bracketed_names,
    openings_of_an_age,
    small_addresses,
    greeted,
    speaking_letters,
    shortened_people,
    sites,
    rooms,
    lone_addresses,
    next_doors,
    doors,
    lettered_quarters,
)

OF_DIGITS: frozenset[Finder] = frozenset(
    {
        loose_numbers,
        groups_of_digits,
        years,
        years_in_short,
        long_numbers,
        codes,
        glued_postcodes,
        rests,
        house_numbers,
        rooms,
        lone_addresses,
        doors,
    }
)
"""Of what these find, each has a digit; most pages have none."""


def unexplained(page: Page) -> Iterator[Find]:
    """Yield what asks, and a lone house or room, which goes; what is explained is blank."""
    digits = bool(first_digits(page.lower))
    for finder in FINDERS:
        if digits or finder not in OF_DIGITS:
            yield from finder(page)
