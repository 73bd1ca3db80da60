"""Whose perspective is that of the resident the case is about."""

from __future__ import annotations

import re

from beraad.records import Stakeholder

_RESIDENT_OR_FAMILY = re.compile(
    r"""\b(?:
    inwoners?|inwoonster|bewoners?|bewoonster|burger|cliënt|klant|aanvrager|aanvraagster|
    belanghebbende|werkzoekende|statushouder|asielzoeker|huurder|huurster|ondernemer|ondernemster|
    zelfstandige|uitkeringsgerechtigde|patiënt|jongeren?|jeugdige|student|leerling|oudere|
    alleenstaande|meneer|mevrouw|man|vrouw|
    kind|kinderen|ouders?|moeder|vader|zoon|dochter|broer|zus|oma|opa|grootouder|gezin|huishouden|
    partner|echtgenoot|echtgenote|weduwe|weduwnaar|mantelzorger
    )\b""",
    re.VERBOSE,
)
_SOMEBODY_ELSE = re.compile(r"\b(?:andere|overige|alle|toekomstige)\b")


def names_residents(name: str) -> bool:
    """Whether this is what residents are called, of the case or others."""
    return bool(_RESIDENT_OR_FAMILY.search(name.casefold()))


def is_resident(stakeholder: Stakeholder) -> bool:
    """Whether this may be the resident of the case or one of the family."""
    name = stakeholder.name
    return names_residents(name) and not _SOMEBODY_ELSE.search(name.casefold())
