"""A known name that somebody else has: "haar man Bas", "meneer Hoekema" beside Trijntje Hoekema."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from beraad.privacy.dutch.folding import fold
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.placeholders import PERSON, bracketed
from beraad.privacy.dutch.vocabulary import PARTICLES, TITLES
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.names.said_as import SaidAs, said_as
from beraad.privacy.text.branching import one_of
from beraad.privacy.text.page import Page

_KIN = one_of(
    [
        "man", "vrouw", "echtgenoot", "echtgenote", "partner", "ex", "ex-man", "ex-vrouw",
        "ex-partner", "verloofde", "weduwe", "weduwnaar",
        *(
            f"{before}{whose}"
            for before in ("", "klein", "stief", "pleeg", "schoon")
            for whose in ("zoon", "dochter", "kind", "vader", "moeder", "ouders", "zoontje",
                          "dochtertje", "zonen", "dochters", "kinderen")
        ),
        *(f"{before}{whose}" for before in ("", "half", "stief", "tweeling", "schoon")
          for whose in ("broer", "zus", "broertje", "zusje", "broers", "zussen")),
        "baby", "tweeling", "peuter", "kleuter", "puber", "meisje", "jongen", "jongetje",
        "opa", "oma", "oom", "tante", "neef", "nicht", "neefje", "nichtje", "zwager", "mama",
        "papa", "vriend", "vriendin", "buurman", "buurvrouw", "buurjongen", "buurmeisje",
        "huisgenoot", "kennis", "mantelzorger", "inwoner", "inwoonster", "bewoner", "bewoonster",
        "client", "cliente", "leerling",
    ]
)  # fmt: skip
_BEFORE = re.compile(
    rf"(?<![\w'-])(?:{_KIN})(?:,? |,? die | heet | heette |,? genaamd |,? met de naam | \()\Z"
)
_BEHIND = re.compile(rf",? \(?(?:haar|zijn|hun|mijn|d'?r|z'n) (?:\w+ )?(?:{_KIN})(?![\w'-])")
_REACH = 48
_OF_PEOPLE = (FindKind.PARTICIPANT, FindKind.KNOWN_WORD)
_AS_KIN = "heet zoals een deelnemer, maar staat er als familie of bekende van iemand"
_OTHERWISE = "heet zoals {}, maar wordt anders aangesproken"


def of_somebody_else(finds: Iterable[Find], page: Page, known: KnownNames) -> Iterator[Find]:
    """Yield the finds; a participant's name that stands for another person is asked about.

    A full name stays that of the participant. Who is called like a name that was added, and is
    spoken of otherwise, is somebody else too.
    """
    for find in finds:
        if _is_one_name(find) and _is_kin(find, page):
            yield _other(find, _AS_KIN)
        elif find.kind in _OF_PEOPLE and (said := _said_otherwise(find, page, known)):
            yield _behind_its_title(find, said, page)
        else:
            yield find


def _other(find: Find, reason: str) -> Find:
    key = f"{find.identity}:somebody-else"
    return replace(
        find,
        kind=FindKind.PERSON,
        key=key,
        identity=key,
        certainty=Certainty.LIKELY,
        reason=reason,
        suggestion=bracketed(PERSON),
        asks=True,
    )


def _said_otherwise(find: Find, page: Page, known: KnownNames) -> SaidAs | None:
    """How somebody is called here whose form of address is not that of who is known."""
    gender = known.genders.get(find.identity)
    start, end = find.start - page.start, find.end - page.start
    said = said_as(page.original, start, end) if gender else None
    other = said and said.titled and not said.given and said.gender is not gender
    return said if other else None


def _behind_its_title(find: Find, said: SaidAs, page: Page) -> Find:
    """The find of somebody else, without the form of address, as that of any other name."""
    find = replace(
        find,
        start=said.begins + page.start,
        text=page.original[said.begins : find.end - page.start],
    )
    if find.kind is FindKind.PARTICIPANT:
        return _other(find, _OTHERWISE.format("een deelnemer"))
    key = f"name:{said.surnames[-1]}:{said.gender}"
    found = _other(find, _OTHERWISE.format("iemand die al bekend is"))
    return replace(found, key=key, identity=key, asks=False)


def _is_one_name(find: Find) -> bool:
    """Whether one word of a participant's name stands here, and may well be a name."""
    if find.kind is not FindKind.PARTICIPANT or (find.asks and find.text.islower()):
        return False
    return sum(word not in PARTICLES | TITLES for word in words_of(find.text)) == 1


def _is_kin(find: Find, page: Page) -> bool:
    """Whether the words around it say whose man, daughter or neighbour this is."""
    text, start, end = page.original, find.start - page.start, find.end - page.start
    if _BEFORE.search(fold(text[max(0, start - _REACH) : start]).lower):
        return True
    return bool(_BEHIND.match(fold(text[end : end + _REACH]).lower))
