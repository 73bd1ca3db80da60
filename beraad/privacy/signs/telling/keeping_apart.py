"""What an agreement tells of who keeps it, whose function stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIDE = re.compile(
    r"\b(?:ik|mij|mijn|me|wou|wouden|wilde|wilden|wil liever|had liever|hadden liever|vond|vonden"
    r"|koos|kozen|voorstelde|bedacht|stemde|twijfelde|gevoel|tegenzin|moeite|protest"
    r"|(?:on)?eens met|(?:niet|het) (?:er )?(?:mee )?(?:on)?eens|tegen was|voor was|alleen in)\b",
    re.IGNORECASE,
)
_RELUCTANT = re.compile(
    r"(?<![\w’'-])(?:met (?:(?:veel|enige|grote|lichte) )?(?:tegenzin|frisse tegenzin|lange tanden)"
    r"|tegen beter weten in|(?:zelf )?(?:nog )?niet overtuigd"
    r"|onder protest|schoorvoetend|morrend|tegen (?:zijn|haar|hun|eigen|de eigen) (?:zin|wil)"
    r"|(?<=deed dit )met moeite|(?<=doet dit )met moeite)(?![\w’'-])",
    re.IGNORECASE,
)
_SMALL = (
    r"(?:(?:het|dit|dat|er|hier|daar|eerst|zelf|nog|toch|ook|niet|wel|eigenlijk|altijd|steeds|zo"
    r"|hiermee|ermee|daarmee|mee) ){0,4}"
)
_ENDS = r"(?=[.,;:!?)\n]|\Z| en | maar )"
_MINDED = (
    rf"(?:tegen(?:stander)?{_ENDS}|(?:er)?voor{_ENDS}|(?:on)?eens(?![\w-])"
    r"|liever [^.,;:!?()\n]{2,60}|overtuigd|gewonnen|huiverig|kritisch|blij mee|in de minderheid)"
)
_HOW = (
    rf"(?:(?:was|is|bleef|blijft|stemde|stond) {_SMALL}{_MINDED}|(?:bleef|blijft) (?:\w+ )?bij "
    r"(?:zijn|haar|hun|het|de eigen) (?:standpunt|mening|keuze|twijfels?))"
)
_WANTED = (
    rf"(?:wilde|wou|wil|had|heeft|zou|ziet|zag|koos|kiest) {_SMALL}(?:liever [^.,;:!?()\n]{{2,60}}"
    r"|moeite(?: mee| met \w+)?|bezwaren|bezwaar|twijfels|niet zitten|niets in|voor [A-L](?![\w-])"
    rf"|iets anders|wat anders|anders{_ENDS})"
)
_FELT = (
    rf"(?:twijfelde|aarzelde|vond|vindt) {_SMALL}(?:(?:niets|niks|onzin|nodig|fout|onterecht|te ver"
    rf"|te vroeg|te snel|overdreven|lastig|moeilijk|maar niks)(?![\w-])|eerst{_ENDS}|{_ENDS})"
)
_SELF = r"(?:hij|zij|ze|ie|die)"
_THOUGH = re.compile(
    rf"(?<![\w’'-])(?:(?:ook )?al (?:{_HOW}|{_WANTED}|{_FELT})"
    rf"|(?:ook )?al (?:was|is|bleef|stemde|stond) {_SELF} {_SMALL}{_MINDED}"
    rf"|(?:ook )?al (?:had|wilde|wou|zou|zag) {_SELF} {_SMALL}(?:liever|moeite|bezwaar"
    r"|twijfels|anders|niets in|meer in|weinig in)[^.,;:!?()\n]{0,60}"
    rf"|(?:ook )?al (?:vond|twijfelde|aarzelde|koos) {_SELF}[^.,;:!?()\n]{{0,60}}"
    rf"|(?:hoewel|ofschoon|terwijl|ondanks dat|al) {_SELF} [^.,;:!?()\n]{{0,40}}?(?:(?:tegen|voor"
    r"|oneens|eens) (?:was|is|bleef|stemde)|(?:wilde|wou|vond|koos|stemde|twijfelde|zag zitten)"
    rf"{_ENDS}|liever [^.,;:!?()\n]{{2,40}})"
    r"|ondanks (?:zijn|haar|hun|eigen) (?:tegenstem|twijfels?|bezwaren|bezwaar|mening|keuze)"
    r"|met (?:zijn|haar|hun) tegenstem)",
    re.IGNORECASE,
)
_OF_ITS_KEEPER = re.compile(
    rf"(?:(?<=[.;:,–-] )|(?<=[\n(])|(?<= )(?=(?:en|maar) ))(?P<who>(?:(?:en|maar) )?"
    rf"(?:{_SELF} )?(?:{_HOW}|{_WANTED}|{_FELT}))",
    re.IGNORECASE,
)
"""A sentence about whoever keeps the agreement, who stands beside it and not in it."""


def tells_a_side(agreed: str) -> bool:
    """Whether an agreement also says what somebody wanted or felt: "met tegenzin"."""
    return _SIDE.search(agreed) is not None


def reluctance(agreed: str) -> Iterator[tuple[int, int]]:
    """Yield where an agreement says that who keeps it would rather not have."""
    found = [one.span() for one in _RELUCTANT.finditer(agreed)]
    found += [one.span() for one in _THOUGH.finditer(agreed)]
    found += [one.span("who") for one in _OF_ITS_KEEPER.finditer(agreed)]
    last = 0
    for start, end in sorted(found):
        if start >= last:
            yield start, end
            last = end
