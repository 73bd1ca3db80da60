"""The tests that numbers pass; what knows them is loaded when the first number is tested."""

from __future__ import annotations


def is_bsn(number: str) -> bool:
    """Whether the eleven-test of a burgerservicenummer comes out."""
    from stdnum.nl import bsn

    return bsn.is_valid(number)


def is_iban(number: str) -> bool:
    """Whether the check digits of an IBAN come out, wherever the account is."""
    from stdnum import iban

    return iban.is_valid(number, check_country=False)


def written_as(country: str) -> str:
    """How the rest of an IBAN of this country is made up, as "4!a10!n"; empty for no country."""
    from stdnum import numdb

    return numdb.get("iban").info(country.upper())[0][1].get("bban", "")
