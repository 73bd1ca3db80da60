"""`beraad zoek-betrokkene`: where somebody is mentioned, and taking that out."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from beraad import untrusted
from beraad.cli.erasing import tell_out_of_reach
from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.publishing.taking_out import take_out, told_of_others
from beraad.store.audit import Action, Source, note
from beraad.store.copies.places import copies_of, places_of_copies
from beraad.store.seeking import (
    GONE,
    Sought,
    seek,
    told,
    told_of_rest,
)

Say = Callable[[str], None]

_LIMIT = (
    "Gezocht is op het hele woord, met of zonder s erachter. Zoek ook op bijnamen, voorletters en "
    "schrijffouten."
)


def seek_person(
    folder: Path,
    word: str,
    say: Say,
    *,
    out: Path | None,
    remove: bool,
    sure: bool = False,
    now: datetime,
) -> None:
    """Say where a word stands, write what stands there, or take it out when `sure`.

    Raises Solvable, also at the end when not everything was read, or the word still stands
    somewhere.
    """
    if lacks := untrusted.no_folder(folder):
        raise Solvable(f"De map {folder} {lacks}.", way_out="Kies een andere map met --sessions.")
    sought = seek(folder, word)
    _tell(sought, say)
    if out is not None:
        _write(out, "\n".join(told(sought, word)))
        say(f"Geschreven: {out}. Lees het na: er kan ook iets over anderen in staan.")
    say(_LIMIT)
    result, left, taken = _counted(sought), sought, False
    can_go = any(not each.is_last for each in sought.mentions)
    if remove and sought.mentions and not sure:
        _tell_what_goes(folder, sought, say)
    elif remove and sought.mentions and not can_go:
        _tell_what_stays(sought, say)
        say("Er is niets weggehaald.")
    elif remove and sought.mentions:
        _tell_what_stays(sought, say)
        left = take_out(folder, sought, word, now=now)
        result = f"{result}, daarna {_counted(left)}"
        taken = _is_any_taken(sought, left)
        say("")
        say(f"{_told_taken(left) if taken else 'Er is niets weggehaald.'} Nog eens gezocht:")
        _tell(left, say)
        if others := told_of_others(sought, folder):
            say(others)
        tell_out_of_reach(folder, say)
    action = Action.TAKEN_OUT if taken else Action.SOUGHT
    note(folder, action, result=result, source=Source.COMMAND, now=now)
    if remove and sure and left.mentions:
        raise _still_there(left)
    if not left.is_whole:
        raise Solvable(
            f"Niet doorzocht: {', '.join(left.not_looked)}.",
            way_out=left.way_to_the_rest,
        )


def _is_any_taken(before: Sought, left: Sought) -> bool:
    times = {each.path: each.times for each in left.mentions}
    return any(times.get(each.path, 0) < each.times for each in before.mentions)


def _told_taken(left: Sought) -> str:
    stays = left.failed or any(not each.is_last for each in left.mentions)
    return "Niet overal weggehaald." if stays else "Weggehaald."


def _still_there(left: Sought) -> Solvable:
    names = ", ".join(mention.path.name for mention in left.mentions)
    ways = list(left.staying[-1:])
    if left.failed:
        ways += dict.fromkeys(each.way_out for each in left.failed if each.way_out)
        ways.append("Geef de opdracht dan nog eens.")
    elif not all(each.is_last for each in left.mentions):
        ways.append(
            "Sluit wat er open staat en geef de opdracht nog eens. Staat het in een signaal, wis "
            "dat dan met beraad signaal wis."
        )
    why = " ".join(each.happened for each in left.failed)
    return Solvable(f"Het woord staat nog in: {names}. {why}".strip(), way_out=" ".join(ways))


def _counted(sought: Sought) -> str:
    number = len(sought.mentions)
    return "1 bestand" if number == 1 else f"{number} bestanden"


def _tell_what_goes(folder: Path, sought: Sought, say: Say) -> None:
    """What taking out does, the backups that go first."""
    going = [each for each in sought.mentions if not each.is_last]
    copies = dict.fromkeys(each.path for each in going if each.is_copy)
    for place in places_of_copies(folder):
        for identity in sought.losing_copies:
            copies |= dict.fromkeys(place / name for name in copies_of(place, identity))
    say("")
    say("Deze reservekopieën verdwijnen:" if copies else "Er verdwijnt geen reservekopie.")
    for path in copies:
        say(f"  {path}")
    _tell_what_stays(sought, say)
    if changed := [each.path.name for each in going if not each.is_copy]:
        say(f"In deze bestanden komt “{GONE}” in de plaats:")
        for name in changed:
            say(f"  {name}")
    if not going:
        say("Er is niets gebeurd.")
        return
    say("Er is nog niets gebeurd. Met --zeker haalt Beraad het weg. Dat kun je niet terugdraaien.")


def _tell_what_stays(sought: Sought, say: Say) -> None:
    for line in sought.staying:
        say(line)


def _tell(sought: Sought, say: Say) -> None:
    for mention in sought.mentions:
        parts = ", ".join(dict.fromkeys(hit.where for hit in mention.hits))
        copy = " (reservekopie)" if mention.is_copy else ""
        say(f"{mention.path.name}{copy}: {mention.times} keer, in {parts}")
    for line in told_of_rest(sought):
        say(line)
    if not sought.mentions:
        say(f"In {counted(sought.looked, 'bestand', 'bestanden')} staat dit woord niet.")


def _write(path: Path, text: str) -> None:
    """For this user alone; what lies there stays."""
    try:
        number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise Solvable(
            f"{path.name} is er al.",
            kept="Er is niets geschreven.",
            way_out="Kies een andere naam.",
        ) from None
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(f"{text}\n")
