"""What else somebody is called whose function is this: by another word, or by where they work.

A "juridisch medewerker" is "de jurist" to everybody at the table, and the wethouder "de politiek".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_PEOPLE = (
    (r"juridisch|rechtskundig|bezwaar en beroep", ("jurist",)),
    (r"ergotherapie", ("ergotherapeut",)),
    (r"fysiotherapie", ("fysiotherapeut",)),
    (r"handhav|toezicht|\bboa\b|opsporing", ("handhaver", "toezichthouder", "boa")),
    (r"wethouder|burgemeester|raadslid", ("bestuurder", "politicus")),
    (r"bewindvoering", ("bewindvoerder",)),
    (r"schuldhulpverlening|schuldhulp\b", ("schuldhulpverlener",)),
    (r"maatschappelijk werk\b", ("maatschappelijk werker",)),
    (r"sociaal werk\b", ("sociaal werker",)),
    (r"jongerenwerk\b", ("jongerenwerker",)),
    (r"corporatie|woningbouw", ("woonconsulent", "verhuurder")),
    (r"in opleiding|stagiair|trainee|leerling", ("stagiair", "collega in opleiding")),
    (r"communicatie", ("voorlichter", "woordvoerder")),
    (r"beleid", ("beleidsmaker",)),
    (r"leerplicht", ("leerplichtambtenaar",)),
)
"""By a part of a function: what who does that is called too."""

_ENDINGS = (
    (r"therapeut$", "therapie"),
    (r"loog$", "logie"),
    (r"iater$", "iatrie"),
    (r"agoog$", "agogiek"),
    (r"voerder$", "voering"),
    (r"verlener$", "verlening"),
    (r"haver$", "having"),
    (r"beschermer$", "bescherming"),
    (r"begeleider$", "begeleiding"),
    (r"ondersteuner$", "ondersteuning"),
    (r"verpleegkundige$", "verpleging"),
    (r"toezichthouder$", "toezicht"),
)
"""The end of a function, and that of the word for what is done there."""

_FIELDS = (
    (r"handhav|\bboa\b", ("handhaving",)),
    (r"wethouder|burgemeester", ("politiek", "bestuur")),
    (r"raadslid", ("politiek", "raad")),
    (r"school|leerkracht|docent|\bleraar|intern begeleider", ("school", "onderwijs")),
    (r"wijkverpleeg", ("wijkzorg", "thuiszorg")),
    (r"bewindvoer", ("bewind",)),
    (r"schuldhulp", ("schuldhulp", "schuldhulpverlening")),
    (r"corporatie", ("corporatie",)),
    (r"manager|teamleider", ("management",)),
    (r"jurist|juridisch", ("juridische zaken",)),
    (r"wmo", ("wmo",)),
)
"""By a part of a function: where who does that works."""

_WORD = re.compile(r"[^\W\d_]+")


def also_called(roles: Iterable[str]) -> frozenset[str]:
    """What those with these functions, in small letters, are called in another word."""
    return frozenset(
        name for role in roles for part, names in _PEOPLE if re.search(part, role) for name in names
    )


def works_at(role: str) -> Iterator[str]:
    """The words for where somebody works whose function has no such word in it."""
    for word in _WORD.findall(role):
        for ending, instead in _ENDINGS:
            made, count = re.subn(ending, instead, word)
            if count:
                yield made
    for part, fields in _FIELDS:
        if re.search(part, role):
            yield from fields
