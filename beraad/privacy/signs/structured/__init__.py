"""Numbers and addresses that have a form of their own: one finder for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from beraad.privacy.find import Find
from beraad.privacy.signs.structured.birth_date import birth_dates
from beraad.privacy.signs.structured.bsn import bsns
from beraad.privacy.signs.structured.email import emails
from beraad.privacy.signs.structured.iban import ibans
from beraad.privacy.signs.structured.licence_plate import dictated_plates, licence_plates
from beraad.privacy.signs.structured.phone import phones
from beraad.privacy.signs.structured.postcode import postcodes
from beraad.privacy.signs.structured.spelled_number import spelled_numbers, told_numbers
from beraad.privacy.signs.structured.web import handles, urls
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import first_digits

Finder: TypeAlias = Callable[[Page], Iterator[Find]]

FINDERS: tuple[Finder, ...] = (
    bsns,
    ibans,
    phones,
    emails,
    urls,
    handles,
    postcodes,
    licence_plates,
    dictated_plates,
    birth_dates,
    spelled_numbers,
    told_numbers,
)


OF_DIGITS: frozenset[Finder] = frozenset({bsns, ibans, phones, postcodes, licence_plates})
"""Of what these find, each has a digit; most pages have none."""


def structured(page: Page) -> Iterator[Find]:
    """Yield what every finder points at; finds may overlap."""
    digits = bool(first_digits(page.lower))
    for finder in FINDERS:
        if digits or finder not in OF_DIGITS:
            yield from finder(page)
