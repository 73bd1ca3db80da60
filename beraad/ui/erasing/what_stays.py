"""Which files erasing leaves, in words: the same before it is done and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from beraad.store.beside_own import WAY_WITH_OTHERS
from beraad.store.strewn import WAY_WITH_STREWN, Strewn
from beraad.store.wiping import Reach, Wiped


def told_of_what_stays(found: Reach) -> tuple[str, ...]:
    """What stays, why, and what a person can do about it; a text for each."""
    return tuple(" ".join(filter(None, each)) for each in what_stays(found))


def what_stays(found: Reach | Wiped) -> Iterator[tuple[str, str]]:
    """What stays and why, with what a person can do about it."""
    if found.unsure:
        told = "De naam wijst naar dit beraad, maar de inhoud bevestigt dat niet."
        way_out = "Kijk zelf wat het is. Haal het weg als het bij dit beraad hoort."
        yield f"Dit blijft staan: {_names(found.unsure)}. {told}", way_out
    if found.unread:
        told = "Het is niet te lezen, dus Beraad weet niet van welk beraad het is."
        yield f"Dit blijft staan: {_names(found.unread)}. {told}", ""
    own = [each for each in found.strewn if each.what is not Strewn.OTHER]
    others = [each for each in found.strewn if each.what is Strewn.OTHER]
    if own:
        what = ", ".join(f"{each.path} ({each.what})" for each in own)
        yield f"Dit ligt hier ook, maar niet waar Beraad het neerlegt: {what}.", WAY_WITH_STREWN
    if others:
        what = ", ".join(str(each.path) for each in others)
        told = "Deze reservekopieën van een andere laptop of van eerder blijven staan"
        yield f"{told}: {what}.", WAY_WITH_OTHERS


def _names(paths: Iterable[Path]) -> str:
    return ", ".join(each.name for each in paths)
