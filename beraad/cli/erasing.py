"""`beraad wis`: which beraden are past their date, and erasing one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from beraad import untrusted
from beraad.cli.streams import complain, tell
from beraad.errors import Solvable
from beraad.phases.dates import dated, iso_week, week_label
from beraad.phases.numbers import counted
from beraad.publishing.lasting import lasting
from beraad.store.audit import DONE, NOT_ALL, Action, Source, note, note_came_back
from beraad.store.beside_own import WAY_WITH_OTHERS
from beraad.store.catalog import Summary, look_at
from beraad.store.erased import NAME, Erased, told_foreign, told_unread, unfinished
from beraad.store.going_along import Along, going_along, told_of_more
from beraad.store.keys import is_vault
from beraad.store.places import SUFFIX, is_synchronised, register_path
from beraad.store.practice_rest import left_over, ways_to, wipe_left_over
from beraad.store.strewn import WAY_WITH_STREWN, Lying, Strewn
from beraad.store.term import HELD_BACK, due, past
from beraad.store.whose import identity_of
from beraad.store.wiping import (
    OUT_OF_REACH,
    WAY_TO_WIPE,
    Wiped,
    beraden_of,
    came_back,
    finish,
    not_wiped,
    reach,
    require_none_open,
    told_of_back,
    told_of_line,
    unfinished_files,
    wipe_beraad,
)

Say = Callable[[str], None]


def list_due(folder: Path, say: Say, *, today: date) -> None:
    """Say which beraden are past their date; nothing is done about it."""
    found = due(folder, today)
    for each in found:
        until = dated(each.line.keep_until) if each.line.keep_until else ""
        days = "1 dag" if each.days == 1 else f"{each.days} dagen"
        say(f"{each.line.path.name}  bewaren tot {until}, {days} voorbij")
    if found:
        return
    late = len(past(folder, today))
    if late:
        beraden = counted(late, "beraad", "beraden")
        clock = f"Volgens de klok van deze laptop ({dated(today)})"
        say(f"{clock} is van {beraden} de bewaartermijn voorbij.")
        say(HELD_BACK)
    else:
        say("Er is geen beraad waarvan de bewaartermijn voorbij is.")


def tell_left_over(folder: Path, say: Say, *, sure: bool) -> None:
    """Say what is left of oefeningen that are not there any more, or erase it. Raises Solvable."""
    found = left_over(folder)
    if not found:
        return
    if not sure:
        say("Dit bleef over van oefeningen die er niet meer zijn:")
        for each in found:
            say(f"  {each}")
        say("Met beraad wis --resten --zeker wist Beraad dit. Dat kun je niet terugdraaien.")
        return
    gone, left = wipe_left_over(found)
    say(f"Gewist: {counted(gone, 'bestand', 'bestanden')} van oefeningen die er niet meer zijn.")
    require_gone(left)


def finish_erasing(folder: Path, *, now: datetime, sure: bool = False) -> tuple[Erased, ...]:
    """Go on with erasing that was broken off, and say so; what is finished now.

    A vault knows that it began this itself. Elsewhere anybody may have written so: what would go
    is said, and it goes when somebody is `sure`.
    """
    _complain_of_foreign(folder)
    begun, back = unfinished(folder), came_back(folder)
    if not begun and not back:
        return ()
    if not sure and not is_vault(folder) and (files := unfinished_files(folder, back=back)):
        complain(
            Solvable(
                f"Volgens {NAME} {told_of_line(begun)}:",
                kept="Er is niets gewist.",
                way_out=f"Geef beraad wis --verder om dit te wissen. Wil je het houden, haal dan "
                f"{NAME} weg.",
            ),
            listed=(f"  {each}{_title_of(each)}" for each in files),
        )
        return ()
    finish(folder, back=back)
    note_came_back(folder, beraden_of(back), now=now, source=Source.COMMAND)
    if told := told_of_back(back, folder):
        complain(told)
    left = unfinished(folder)
    done = tuple(line for line in begun if line not in left)
    for line in done:
        note(folder, Action.ERASED, about=line.id, source=Source.COMMAND, role=line.role, now=now)
        tell("Het wissen van een beraad was niet afgemaakt. Dat is nu gedaan.\n")
    if left:
        complain(
            Solvable(
                "Het wissen van een beraad is niet afgemaakt.",
                way_out=f"{WAY_TO_WIPE} De opdracht is beraad wis.",
            )
        )
    return done


def _complain_of_foreign(folder: Path) -> None:
    for problem in (told_unread(folder), told_foreign(folder)):
        if problem is not None:
            complain(problem)


def erase(path: Path, folder: Path, say: Say, *, role: str, sure: bool, now: datetime) -> None:
    """Erase a beraad when `sure`, else say what would go. Raises Solvable.

    What was broken off before is finished first.
    """
    finished = finish_erasing(folder, now=now) if is_vault(folder) or not path.is_file() else ()
    if lacks := untrusted.no_file(path):
        if finished:
            return
        raise Solvable(f"{path} {lacks}.", way_out="Geef het bestand van een beraad.")
    found = None if sure else reach(path, folder)
    is_read = identity_of(path) is not None
    signals = lasting(path, register_path(folder, practice=False))
    if found is not None:
        _tell_unreadable(path, say, is_read=is_read)
        say("Dit wordt gewist:")
        along = {each.path: each for each in going_along(path, folder, found)}
        for each in found.files:
            if each not in along:
                say(f"  {each}{_title_of(each)}")
        for each in found.rings:
            say(f"  {each}  {Strewn.RING}")
        if signals.goes:
            say(f"  {signals.goes}")
        _tell_along(tuple(along.values()), say)
        for told in filter(None, (signals.stays, signals.way_out)):
            say(told)
        tell_unsure(found.unsure, say)
        tell_unread(found.unread, say)
        tell_strewn(found.strewn, say)
        _tell_staying(found.staying, say)
        tell_out_of_reach(folder, say)
        require_none_open(found.files)
        say("Er is nog niets gebeurd. Met --zeker wist Beraad dit. Dat kun je niet terugdraaien.")
        return
    wiped = wipe_beraad(path, folder, role=role, now=now)
    failed = NOT_ALL if wiped.left else DONE
    note(
        folder,
        Action.ERASED,
        about=wiped.line.id,
        result=failed,
        source=Source.COMMAND,
        role=role,
        now=now,
    )
    _tell_unreadable(path, say, is_read=is_read)
    files = "1 bestand" if wiped.files == 1 else f"{wiped.files} bestanden"
    week = wiped.line.week or "onbekend"
    say(f"Gewist: {files}. Wat blijft: week {week}, {wiped.line.on}, door {role}.")
    if signals.stays:
        say(signals.stays)
    tell_away(wiped)
    tell_unsure(wiped.unsure, say)
    tell_unread(wiped.unread, say)
    tell_strewn(wiped.strewn, say)
    _tell_staying(wiped.staying, say)
    tell_out_of_reach(folder, say)
    require_gone(wiped.left)


def _tell_unreadable(path: Path, say: Say, *, is_read: bool) -> None:
    """Say that nobody knows what a file was, so that nobody takes more for gone than is."""
    if not is_read:
        say(f"{path.name} is hier niet te lezen: het is beschadigd, of van een andere kluis.")
        say("Beraad weet dus niet wat erin staat, en vindt misschien niet elke kopie ervan.")


def _title_of(path: Path) -> str:
    """What stands in a file, so that nobody has to go by its name."""
    line = look_at(path) if path.name.endswith(SUFFIX) else None
    if not isinstance(line, Summary):
        return ""
    return f"  “{line.title.strip() or 'zonder titel'}”, {week_label(iso_week(line.held_on))}"


def _tell_along(along: tuple[Along, ...], say: Say) -> None:
    """Name the other files of this beraad, and how only the one that was given goes."""
    if not along:
        return
    say("Ook deze andere bestanden van dit beraad worden gewist:")
    for each in along:
        say(f"  {each.told}{_title_of(each.path)}")
        say(f"    {each.path}")
    if more := told_of_more(along):
        say(more)
    if any(each.is_listed for each in along):
        say("Wil je alleen dit ene bestand kwijt: kies in het venster, in de lijst, Verwijderen.")


def tell_unsure(unsure: tuple[Path, ...], say: Say) -> None:
    """Say which files stay, for nobody can say that they are of this beraad."""
    if unsure:
        say("Dit blijft staan: de naam wijst naar dit beraad, maar de inhoud bevestigt dat niet.")
        for each in unsure:
            say(f"  {each}{_title_of(each)}")
        say("  Kijk zelf wat het is. Haal het weg als het bij dit beraad hoort.")


def tell_unread(unread: tuple[Path, ...], say: Say) -> None:
    """Say which files stay, for nobody can read of which beraad they are."""
    if unread:
        say("Dit blijft staan: het is niet te lezen, dus Beraad weet niet van welk beraad het is.")
        for each in unread:
            say(f"  {each}")


def tell_strewn(strewn: tuple[Lying, ...], say: Say) -> None:
    """Say which copies a user put somewhere or another laptop has, and what to do with them."""
    own = [each for each in strewn if each.what is not Strewn.OTHER]
    others = [each for each in strewn if each.what is Strewn.OTHER]
    if own:
        say("Dit ligt hier ook, maar niet waar Beraad het neerlegt. Beraad haalt het niet weg:")
        for each in own:
            say(f"  {each.path}: {each.what}")
        say(f"  {WAY_WITH_STREWN}")
    if others:
        say("Deze reservekopieën zijn van een andere laptop of van eerder. Beraad laat ze staan:")
        for each in others:
            say(f"  {each.path}")
        say(f"  {WAY_WITH_OTHERS}")


def _tell_staying(staying: tuple[Path, ...], say: Say) -> None:
    """Say which files may be about the same oefening, and how they go."""
    if staying:
        say("Dit blijft staan, en kan over dezelfde oefening gaan:")
        for each in staying:
            say(f"  {each}")
        say(f"  {ways_to(staying)}")


def tell_away(wiped: Wiped) -> None:
    """Say which drives with copies are not there, and what to do about it."""
    for place in wiped.away:
        complain(
            Solvable(
                f"{place} is er nu niet. Daar liggen nog kopieën.",
                way_out="Sluit die schijf aan en geef beraad reservekopie: dan verdwijnen ze daar.",
            )
        )


def require_gone(left: tuple[Path, ...]) -> None:
    """Raise Solvable when there is something that could not be erased."""
    if left:
        raise not_wiped(left)


def tell_out_of_reach(folder: Path, say: Say) -> None:
    """Say what Beraad cannot reach, and a person has to think of."""
    say("Dit heeft Beraad niet in de hand:")
    for each in OUT_OF_REACH:
        say(f"  {each}")
    if service := is_synchronised(folder):
        say(f"  de geschiedenis van {service}, waar deze map in staat")
