"""Numbers and addresses that have a form of their own: one finder for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from beraad.privacy.finds import Find
from beraad.privacy.page import Page
from beraad.privacy.structured.birth_date import birth_dates
from beraad.privacy.structured.bsn import bsns
from beraad.privacy.structured.email import emails
from beraad.privacy.structured.iban import ibans
from beraad.privacy.structured.licence_plate import licence_plates
from beraad.privacy.structured.phone import phones
from beraad.privacy.structured.postcode import postcodes
from beraad.privacy.structured.spelled_number import spelled_numbers
from beraad.privacy.structured.web import handles, urls

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
    birth_dates,
    spelled_numbers,
)


def structured(page: Page) -> Iterator[Find]:
    """Yield what every finder points at; finds may overlap."""
    for finder in FINDERS:
        yield from finder(page)
