"""`beraad reservekopie` and `beraad herstel`: backups, and putting them back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from beraad import untrusted
from beraad.cli.erasing import finish_erasing
from beraad.cli.streams import complain
from beraad.cli.vault import bring_ring_back, enter, open_copies
from beraad.errors import Solvable
from beraad.phases.dates import full_date
from beraad.phases.numbers import counted
from beraad.records import Id
from beraad.store.audit import DONE, FAILED, NOT_ALL, Source, note_came_back
from beraad.store.copies.differing import Change, Difference, compare, compare_one
from beraad.store.copies.folder import FOLDER, copies_folder
from beraad.store.copies.free import require_free
from beraad.store.copies.laptops import (
    is_of_laptop,
    own_place_among,
    place_of_this,
    places_in,
    told_of_laptop,
)
from beraad.store.copies.making import (
    Made,
    back_up,
    require_whole,
    told_of_forgotten,
)
from beraad.store.copies.moments import (
    Item,
    Moment,
    kind_of,
    moments,
    name_of_copy,
)
from beraad.store.copies.owing import Settled, forget_place, not_reached, owed, settle
from beraad.store.copies.places import latest_copies, other_places, places_of_copies, remember_place
from beraad.store.copies.restoring import (
    Restored,
    clear_up,
    note_restored,
    put_back_loose,
    restore,
)
from beraad.store.copies.saving import lost_in_words, save
from beraad.store.copies.under_way import told_of_broken_off
from beraad.store.copies.unlisted import (
    every_moment,
    gone_for_good,
    in_no_list,
    list_troubles,
    told_gone,
)
from beraad.store.glance import glance
from beraad.store.keys import UnknownKey, is_locked, is_vault
from beraad.store.places import SUFFIX, prepare
from beraad.store.tidying import tidy
from beraad.store.told_by_copies import told_by_copies
from beraad.store.trouble import Damaged, damaged, unwritable
from beraad.store.vault.kept import readable
from beraad.store.vault.missing import has_lost_keys
from beraad.store.vault.ring import ASIDE
from beraad.store.whose import identity_of

Say = Callable[[str], None]

_HEADS = {
    Change.COMES_BACK: "Komt terug",
    Change.OTHER: "Wordt anders",
    Change.GOES_ASIDE: "Zit er niet in, en gaat opzij",
    Change.LOCKED: "Is met andere sleutels versleuteld, en blijft zoals het is",
    Change.ERASED: "Is hier gewist, en komt niet terug",
    Change.DAMAGED: "Is in de kopie beschadigd, en blijft zoals het is",
    Change.LACKING: "Ontbreekt in de kopie, en blijft zoals het is",
}


_KEPT_BACK = frozenset({Change.DAMAGED, Change.LOCKED, Change.ERASED, Change.LACKING})


def make_backup(folder: Path, place: Path | None, say: Say, *, now: datetime) -> None:
    """Back up to the usual place, and to another when that is given. Raises Solvable."""
    if lacks := untrusted.no_folder(folder):
        raise Solvable(f"De map {folder} {lacks}.", way_out="Kies een andere map met --sessions.")
    made: list[Made] = []
    places = [copies_folder(folder)]
    if place is not None:
        if place.absolute().is_relative_to(folder.absolute()):
            raise Solvable(
                f"De map {place} ligt in de map met beraden zelf.",
                kept="Er is niets gemaakt.",
                way_out="Kies een map op een andere schijf, een stick of het netwerk.",
            )
        places.append(_require_there(place, folder))
    if told := told_of_broken_off(folder):
        complain(told)
    clear_up(folder)
    tidy(folder)
    owing = owed(folder)
    for each in places:
        made.append(back_up(folder, now=now, place=each))
        note_came_back(folder, made[-1].forgotten, now=now, source=Source.COMMAND)
        if each not in owing and (told := told_of_forgotten(made[-1], each)):
            complain(told)
        if each is not places[0]:
            remember_place(folder, each)
        _tell_made(made[-1], each, say)
    _tell_settled(settle(folder), folder, say)
    _require_all(made)


def forget_backups(folder: Path, place: Path, say: Say) -> None:
    """Expect no more of a folder with backups that is gone. Raises Solvable.

    One that is there is not forgotten: what is erased has to go there too.
    """
    if lacks := untrusted.no_folder(folder):
        raise Solvable(f"De map {folder} {lacks}.", way_out="Kies een andere map met --sessions.")
    known = (*other_places(folder), *owed(folder))
    meant = next((each for each in known if place.absolute() in (each, *each.parents[:2])), None)
    if meant is None:
        places = ", ".join(dict.fromkeys(map(str, known))) or "geen"
        raise Solvable(
            f"Beraad kent {place} niet als map met reservekopieën.",
            kept="Er is niets veranderd.",
            way_out=f"Geef een map die Beraad kent: {places}.",
        )
    if meant.is_dir():
        raise Solvable(
            f"{meant} is er nu. Beraad blijft daar wissen wat hier wordt gewist.",
            kept="Er is niets veranderd.",
            way_out="Wil je die kopieën niet meer, haal dan eerst de map zelf weg.",
        )
    try:
        forget_place(folder, meant)
    except OSError as error:
        raise unwritable(copies_folder(folder), error) from error
    say(f"Beraad rekent niet meer op {meant}.")
    say("Komt die schijf ooit terug, dan kan daar nog staan wat hier is gewist: wis haar dan zelf.")


def _require_all(made: list[Made]) -> None:
    """Raise Solvable when some file is not in a backup as it is now."""
    missed = {each.name: each for one in made for each in one.missed}
    without = {each.name for one in made for each in one.missed if not each.has_copy}
    told = ""
    if without:
        number = counted(len(without), "bestand staat", "bestanden staan")
        told = f"{number} niet in deze reservekopie."
    if older := len(missed) - len(without):
        number = counted(older, "bestand", "bestanden")
        told = f"{told} Van {number} staat de vorige kopie erin, geen nieuwe.".strip()
    if told:
        raise Solvable(told, way_out="Hierboven staat per bestand waarom, en wat je kunt doen.")
    _require_none_gone({name for one in made for name in one.gone})


def _require_none_gone(gone: Collection[str]) -> None:
    """Raise Solvable when a file is lost here, and its copy too; which was said before."""
    if gone:
        raise Solvable(
            f"{counted(len(gone), 'bestand is', 'bestanden zijn')} hier weg, en de kopie ook.",
            way_out="Hierboven staat welke, en waar je nog kunt kijken.",
        )


def _require_there(chosen: Path, folder: Path) -> Path:
    """Where this laptop keeps its backups in the folder that was chosen.

    Raises Solvable for a stick that is not there: no folder on this disk takes its place.
    """
    try:
        place = place_of_this(chosen, folder)
    except OSError as error:
        raise unwritable(copies_folder(folder), error) from error
    home = place.parent.parent
    if place.absolute() in other_places(folder) and not home.is_dir():
        raise Solvable(
            f"{home} is er nu niet. Daar lagen eerder reservekopieën.",
            kept="Er is niets gemaakt.",
            way_out="Sluit de stick of schijf aan. Wil je daar opnieuw beginnen, maak die map dan "
            "eerst.",
        )
    if not home.is_dir() and not home.parent.is_dir():
        raise Solvable(
            f"De map {home.parent} is er niet.",
            kept="Er is niets gemaakt.",
            way_out="Sluit de stick of schijf aan, of kies een map die er is.",
        )
    return place


def _tell_settled(settled: Settled, folder: Path, say: Say) -> None:
    """What was erased, or opened with other words, while a folder with backups was away."""
    for place in settled.places:
        say(
            f"{place} is nu bijgewerkt; eerder lukte dat niet. Wat hier is gewist, is daar ook weg."
        )
    if settled.places and is_vault(folder):
        say("Ook daar geldt nu alleen nog de wachtzin van nu.")
    for place in settled.away:
        complain(
            Solvable(
                f"{not_reached(place)} Daar liggen nog kopieën van wat is gewist, of sleutels met "
                "een vorige wachtzin.",
                way_out=_way_to_settle(place),
            )
        )


def _way_to_settle(place: Path) -> str:
    way = "Zorg dat Beraad er kan schrijven en geef beraad reservekopie."
    if place.is_dir():
        return way
    return f"{way} Komt die schijf niet terug, geef dan beraad reservekopie --vergeet {place}."


def _tell_made(made: Made, place: Path, say: Say) -> None:
    if made.moment is None and not made.missed:
        say(f"Sinds de vorige reservekopie is er niets veranderd. Ze ligt in {place}.")
    elif made.moment is not None:
        number = len(made.moment.beraden)
        beraden = "1 beraad" if number == 1 else f"{number} beraden"
        say(f"Reservekopie van {beraden} gemaakt in {place}; {made.copied} opnieuw gekopieerd.")
    for moment in made.mended:
        number = counted(len(moment.items), "bestand", "bestanden")
        say(
            f"De lijst van {_moment(moment.at)} was beschadigd of weg. Beraad maakte haar opnieuw "
            f"van de kopieën die er liggen: {number}."
        )
    for name in made.renewed:
        say(f"De kopie van {untrusted.shown(name)} was weg; ze is opnieuw gemaakt.")
    for missed in made.missed:
        had = "De vorige kopie blijft staan." if missed.has_copy else ""
        name = untrusted.shown(missed.name)
        why = missed.why if missed.name in missed.why else f"{name}. {missed.why}"
        complain(Solvable(f"Niet gekopieerd: {why}", kept=had, way_out=missed.way_out))
    _tell_gone(made.gone)


def _tell_gone(names: Iterable[str]) -> None:
    """Name the files that are lost here, and of which a list tells a copy that is lost too."""
    for name in names:
        complain(told_gone(name))


def bring_back(
    source: Path,
    folder: Path,
    say: Say,
    *,
    at: str,
    words: Path | None = None,
    show: bool,
    now: datetime,
) -> None:
    """Put back a folder with backups, or one file; with their keys, where those are gone here.

    `words` is a file with what opens backups of another vault, for who is not asked.
    Raises Solvable.
    """
    if source.is_file() and readable(source) is not None:
        _bring_back_ring(source, folder, say, words=words)
        return
    _enter(source, folder, words, show=show)
    if not (show or is_locked(folder)):
        finish_erasing(folder, now=now)
    if told := told_of_broken_off(folder):
        complain(told)
    if not (show or is_locked(folder)):
        clear_up(folder)
    if source.is_dir():
        _bring_back_all(source, folder, say, at=at, words=words, show=show, now=now)
    elif lacks := untrusted.no_file(source):
        raise Solvable(
            f"{source} {lacks}.", way_out="Geef een map met reservekopieën, of een bestand."
        )
    else:
        _bring_back_one(source, folder, say, words=words, show=show, now=now)


def _bring_back_ring(source: Path, folder: Path, say: Say, *, words: Path | None) -> None:
    """Go on with the keys of another vault, that lie in this file. Raises Solvable."""
    before = set(folder.glob(f"{ASIDE}*"))
    bring_ring_back(folder, source, words, tells=False)
    say(f"De sleutels uit {source} zijn nu die van {folder}.")
    for aside in sorted(set(folder.glob(f"{ASIDE}*")) - before):
        say(f"Opzij bewaard: {aside.name}")


def _enter(source: Path, folder: Path, words: Path | None, *, show: bool) -> None:
    """Unlock the folder; its keys come from these backups when they are nowhere else."""
    if folder.is_dir() and has_lost_keys(folder):
        place = _place_in(source, folder) if source.is_dir() else source.parent
        if show:
            return  # Nothing is written: the copies are read with their own keys.
        if place.resolve() != copies_folder(folder).resolve():
            bring_ring_back(folder, place, words)
            return
    # A copy that lies in no vault goes by the keys of the folder, or those that lie beside it.
    enter(source if source.is_file() and is_vault(source.parent) else None, home=folder)


def _place_in(source: Path, folder: Path) -> Path:
    """Where the backups are: the folder that was named, or the one of this laptop in it.

    Raises Solvable when there are those of several other laptops.
    """
    places = places_in(source)
    if source in places:
        return source
    if found := own_place_among(places, folder):
        return found
    if not places:
        return copies_folder(source)
    for each in places:
        complain(Solvable(f"{each}: {told_of_laptop(each)}."))
    all_named = all(map(is_of_laptop, places))
    several = f"van {len(places)} laptops" if all_named else "op meer dan één plek"
    raise Solvable(
        f"In {source} staan reservekopieën {several}.",
        kept="Er is niets teruggezet.",
        way_out=f"Geef de map van de laptop die je bedoelt, zoals beraad herstel {places[0]}.",
    )


def _bring_back_all(
    source: Path,
    folder: Path,
    say: Say,
    *,
    at: str,
    words: Path | None,
    show: bool,
    now: datetime,
) -> None:
    place = _place_in(source, folder)
    known = moments(place)
    found = every_moment(place, known)
    _tell_lists(place, known, found, say)
    if not found:
        raise Solvable(
            f"In {source} staan geen reservekopieën van Beraad.",
            way_out=f"Kies de map {FOLDER}, of de map waar die in staat.",
        )
    moment = _chosen(found, at, now)
    differences = compare(moment, folder)
    if _are_locked(differences):
        _borrow(moment, folder, words)
        differences = compare(moment, folder)
    gone: tuple[str, ...] = ()
    if not moment.is_aside:
        told = {each.name for each in differences}
        gone = tuple(name for name in gone_for_good(found, folder) if name not in told)
        _tell_gone(gone)
    say(f"Kopie van {_moment(moment.at)}, in {place}")
    _tell_differences(differences, say)
    if show:
        _tell_moments(found, say)
        return
    prepare(folder)
    _put_back(moment, differences, folder, say, now)
    _require_none_gone(gone)


def _tell_lists(
    place: Path, known: tuple[Moment, ...], found: tuple[Moment, ...], say: Say
) -> None:
    """Say which lists are damaged, and what lies there that no list tells of."""
    for problem in list_troubles(place, known, found):
        complain(problem)
    if loose := in_no_list(known, found):
        say(f"Zo zet je zo’n kopie terug: beraad herstel {place / loose[-1]}.")


def _are_locked(differences: tuple[Difference, ...]) -> bool:
    return any(each.change is Change.LOCKED for each in differences)


def _borrow(moment: Moment, folder: Path, words: Path | None) -> None:
    """Read these backups with their own keys. Raises Solvable; nothing is written."""
    from beraad.store.vault.borrowing import borrow

    borrow(moment.folder, folder, open_copies(folder, moment.folder, words))


def _put_back(
    moment: Moment, differences: tuple[Difference, ...], folder: Path, say: Say, now: datetime
) -> None:
    for each in differences:
        if each.change is Change.IN_USE:
            require_free(folder / each.name, kind_of(Path(each.name)))
    kept_back = [each for each in differences if each.change in _KEPT_BACK]
    if all(each.change is Change.SAME for each in differences):
        say("Alles is hier al zoals in de kopie. Er is niets teruggezet.")
        return
    restored = restore(moment, differences, folder, now=now)
    _tell_restored(restored, folder, say, now, kept_back=kept_back)


def _chosen(found: tuple[Moment, ...], at: str, now: datetime) -> Moment:
    past = [each for each in found if not each.is_aside and each.at <= now]
    # What only copies tell is the usual one in the place of a list, or where there is no list.
    usual = [each for each in past if each.list_file.exists()] or past or list(found)
    if not at:
        return usual[0]
    # A minute in which something also made way means the backup, unless the second says otherwise.
    for each in sorted(found, key=lambda moment: moment.is_aside):
        if f"{each.at.astimezone():%Y-%m-%dT%H:%M:%S}".startswith(at.strip().replace(" ", "T")):
            return each
    raise Solvable(
        f"Van {at} is er geen reservekopie.",
        way_out="Met --toon zie je welke er zijn.",
    )


def _tell_moments(found: tuple[Moment, ...], say: Say) -> None:
    say("")
    say("Deze kopieën zijn er:")
    for each in found:
        aside = "  opzij gezet" if each.is_aside else ""
        number = len(each.beraden)
        beraden = "1 beraad" if number == 1 else f"{number} beraden"
        lacks = f", {counted(len(each.lacks), 'ontbreekt', 'ontbreken')}" if each.lacks else ""
        gone = f", {counted(len(each.gone), 'kopie', 'kopieën')} weg" if each.gone else ""
        lone = "  zonder lijst, uit de kopieën zelf" if each.is_part else ""
        at = f"{each.at.astimezone():%Y-%m-%dT%H:%M:%S}"
        say(f"  {at}  {beraden}{lacks}{gone}{aside}{lone}")


def _tell_differences(differences: tuple[Difference, ...], say: Say) -> None:
    for change, head in _HEADS.items():
        mine = [each for each in differences if each.change is change]
        if mine:
            say(f"{head}:")
        for each in mine:
            rows = f" ({', '.join(each.rows)})" if each.rows else ""
            then = each.then or ("nog niet" if each.item is None else "gelijk")
            told = f"nu {each.now or 'niet hier'}, in de kopie {then}{rows}"
            say(f"  {each.title or each.name}: {told}")
    for each in differences:
        if each.change is Change.IN_USE:
            say(f"Nu open, en niet te vergelijken: {each.title or each.name}")
    same = sum(each.change is Change.SAME for each in differences)
    say(f"Gelijk: {same}")


def _tell_restored(
    restored: Restored,
    folder: Path,
    say: Say,
    now: datetime,
    *,
    kept_back: Sequence[Difference] = (),
) -> None:
    all_of_it = not (restored.refused or kept_back)
    result = DONE if all_of_it else NOT_ALL if restored.names else FAILED
    note_restored(folder, restored, result=result, source=Source.COMMAND, now=now)
    say("")
    say(f"Teruggezet: {len(restored.names)}")
    if restored.went_aside:
        say(f"Opzij gezet, want het zat niet in de kopie: {len(restored.went_aside)}")
    if restored.aside is not None:
        say(f"Wat er stond, ligt opzij als {_moment(restored.aside.at)}.")
        say("Daar blijft het minstens 30 dagen.")
    for problem in restored.refused[1:]:
        complain(problem)
    if restored.refused:
        raise restored.refused[0]
    if kept_back:
        number = counted(len(kept_back), "bestand is", "bestanden zijn")
        raise Solvable(
            f"{number} niet teruggezet.",
            kept="Wat er stond, staat er nog.",
            way_out=f"Hierboven staat waarom. {_other_way(kept_back)}".strip(),
        )


def _other_way(kept_back: Sequence[Difference]) -> str:
    changes = {each.change for each in kept_back}
    if changes & {Change.DAMAGED, Change.LACKING}:
        return (
            "Kies met --moment een andere kopie, of kijk op een stick of andere schijf. Van een "
            "beschadigde kopie redt beraad herstel KOPIE wat er nog te lezen is."
        )
    if Change.LOCKED in changes:
        return "Geef met --wachtzin-bestand de wachtzin die bij die kopieën hoort."
    return ""


def _bring_back_one(
    source: Path, folder: Path, say: Say, *, words: Path | None, show: bool, now: datetime
) -> None:
    copied = _as_item(source)
    if copied is not None:
        moment, item = copied
        difference = compare_one(moment, item, folder)
        if _are_locked((difference,)):
            _borrow(moment, folder, words)
            difference = compare_one(moment, item, folder)
        _tell_differences((difference,), say)
        if difference.change is Change.DAMAGED:
            complain(damaged(source))
            _tell_whole_backup(source, folder, say)
            if not show:
                _save(source, folder, say)
        elif not show:
            prepare(folder)
            _put_back(moment, (difference,), folder, say, now)
        return
    _bring_back_loose(source, folder, say, show=show, now=now)


def _bring_back_loose(source: Path, folder: Path, say: Say, *, show: bool, now: datetime) -> None:
    """Put back one file that no list names, or save what can be read of it. Raises Solvable."""
    target = folder / _name_of(source)
    try:
        with glance(source, kind_of(target), bounded=False) as connection:
            require_whole(connection, source)
    except Solvable as problem:
        if target.suffix != SUFFIX:
            raise
        complain(Solvable(problem.happened))
        _tell_whole_backup(source, folder, say)
        if not show:
            _save(source, folder, say, problem)
        return
    if target.absolute() == source.absolute():
        say(f"{source.name} is heel: er is niets te herstellen.")
        return
    if show:
        say(f"{source.name} is heel, en komt terug als {target.name}.")
        return
    prepare(folder)
    aside = put_back_loose(source, target, now=now)
    _tell_restored(
        Restored(aside=aside, names=(target.name,), ids=_ids_of(target)), folder, say, now
    )


def _tell_whole_backup(source: Path, folder: Path, say: Say) -> None:
    """Name the last backup of a damaged beraad that can be read as a whole, if there is one."""
    pools = [each for each in places_of_copies(folder) if each.is_dir()]
    found = told_by_copies(source, pools, ())
    if found is None:
        return
    for copy in latest_copies(folder, found.identity):
        if _is_whole(copy):
            say(f"Er ligt een hele reservekopie van: {copy}.")
            say(f"Zo zet je die terug: beraad herstel {copy}.")
            return


def _is_whole(copy: Path) -> bool:
    with suppress(Solvable, OSError), glance(copy, kind_of(copy), bounded=False) as connection:
        require_whole(connection, copy)
        return True
    return False


def _ids_of(path: Path) -> tuple[Id, ...]:
    identity = identity_of(path)
    return () if identity is None else (identity,)


def _save(source: Path, folder: Path, say: Say, why: Solvable | None = None) -> None:
    """Save what can be read of a file that is damaged as far as known, and say what could not be.

    Raises Solvable when nothing can be; `why` it could not be read, when its key is not known.
    """
    prepare(folder)
    try:
        saved = save(source, folder)
    except Damaged:
        if isinstance(why, UnknownKey):
            raise UnknownKey(
                why.happened,
                kept=why.kept,
                way_out="Zonder die sleutel is er niets uit te redden. Open het bestand in zijn "
                "eigen map, of zet de sleutels terug die erbij horen: beraad herstel MAP.",
            ) from None
        raise
    rows = counted(saved.rows, "regel", "regels")
    if saved.is_new:
        say(f"Gered: {rows}, in {saved.path.name}. Het beschadigde bestand blijft staan.")
    else:
        say(f"Dit is al gered: {rows}, in {saved.path.name}. Er komt geen tweede bij.")
    if lost := lost_in_words(saved.lost):
        say(f"Niet, of niet helemaal te lezen: {lost}.")


def _as_item(source: Path) -> tuple[Moment, Item] | None:
    for moment in moments(source.parent):
        for item in moment.items:
            if item.copy == source.name:
                return moment, item
    return None


def _name_of(source: Path) -> str:
    """The name that a copy had: "x.beraad.v3.kopie" was "x.beraad"."""
    name = source.name
    if name.endswith(".kopie"):
        name = name.rpartition(".v")[0]
    return name_of_copy(name, sent=True) or name


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{full_date(local.date())}, {local:%H:%M}"
