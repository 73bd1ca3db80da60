"""`beraad kluis`, and unlocking for every other command."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from beraad.cli.streams import complain, is_typed_at, is_watched, tell
from beraad.errors import Solvable
from beraad.phases.dates import full_date
from beraad.store import keys
from beraad.store.audit import Action, Source, note
from beraad.untrusted import no_file, read_text

if TYPE_CHECKING:
    from beraad.store.vault.form import RingState, WayIn
    from beraad.store.vault.ring import Ring

PASSWORD_FILE = "BERAAD_WACHTWOORD_BESTAND"  # noqa: S105 - the name of a variable
_PUT_BACK = "De sleutels van deze map zijn teruggezet uit de reservekopie."
_LONGEST = 10_000
_TRIES = 3

Say = Callable[[str], None]


def enter(*places: Path | None, home: Path | None = None) -> None:
    """Unlock the vaults in which these folders and files lie, when they are locked.

    `home` is a folder with beraden: when its keys are gone, and kept among its backups, they are
    put back. Raises Solvable when no password can be asked, or it does not fit.
    """
    from beraad.store.vault.missing import are_missing

    for folder in dict.fromkeys(_folders((*places, home))):
        if keys.is_locked(folder) or (folder in _homes(places, home) and are_missing(folder)):
            _unlocked(folder)


def switch_on(folder: Path, say: Say, *, makes: bool = True) -> int:
    """Make a vault of this folder and put everything in it under a key; go on where it stopped.

    It `makes` the folder where that is not there yet.

    Returns 1 when something could not be put under a key. Raises Solvable.
    """
    if _require_ring(folder) or keys.is_vault(folder):
        say(f"De kluis van {folder} is al aan.")
        if not _can_ask():
            _urge_paper(folder, say)
            return 0
        _opened(folder)
        code = _lift(folder, say)
        _urge_paper(folder, say)
        return code
    _set_up(folder, say, makes=makes)
    return _lift(folder, say)


def _urge_paper(folder: Path, say: Say) -> None:
    """Say what to do where nothing but the password opens the vault, or the paper is not tried."""
    from beraad.store.vault.opening import standing

    paper = standing(folder).paper
    if paper is None:
        say("Er is nog geen herstelsleutel op papier. Zonder gaat alles verloren als je de")
        say("wachtzin kwijtraakt. Maak er een: beraad kluis herstelsleutel.")
    elif not paper.tried:
        say("De herstelsleutel is nog niet geprobeerd. Geef hem één keer in plaats van de")
        say("wachtzin, bijvoorbeeld bij beraad kluis stand. Raakte hij weg? Maak dan een nieuwe:")
        say("beraad kluis herstelsleutel.")


def tell_standing(folder: Path, say: Say) -> None:
    """Say whether the vault is on, and who can open it. Raises Solvable when that is unreadable."""
    if not _require_ring(folder) and not keys.is_vault(folder):
        say(f"De kluis van {folder} is uit: de bestanden zijn zonder wachtzin te lezen.")
        _go_on_erasing(folder)
        return
    from beraad.store.vault.opening import standing

    found = standing(folder)
    say(f"De kluis van {folder} is aan.")
    say(f"Wachtzin: {_told(found.password)}")
    slow = found.password and found.password.slowness
    if slow:
        say(
            f"Afgeleid met argon2id: {slow.rounds} keer, {slow.memory // 1024} MiB, "
            f"{slow.lanes} tegelijk."
        )
    tried = "" if found.paper is None or found.paper.tried else ", nog niet geprobeerd"
    say(f"Herstelsleutel op papier: {_told(found.paper)}{tried}")
    _urge_paper(folder, say)
    if found.municipality is not None:
        say(f"Sleutel van de gemeente: {_told(found.municipality)}")
        say(f"    {found.municipality.recipient}")
    if _can_ask():
        _opened(folder)
        _tell_readable(folder, say)
    _tell_practice(folder, say)


def let_municipality_in(folder: Path, recipient: str, say: Say) -> None:
    """Let a public key of the municipality open the vault too, or none. Raises Solvable."""
    from beraad.store.vault import opening

    ring = _ring(folder)
    if not recipient:
        opening.forget_municipality(ring)
        say("De sleutel van de gemeente opent deze map niet meer.")
    else:
        opening.keep_municipality(ring, _public_key(recipient))
        say("Met de geheime sleutel van de gemeente gaat deze map nu ook open.")
        say("Wachtzin en herstelsleutel blijven.")
    _renew_rings(folder)


def change_password(folder: Path, new: Path | None, say: Say) -> None:
    """Choose another password, by the present one or the key on paper. Raises Solvable."""
    ring = _ring(folder)
    from beraad.store.vault import opening

    password = _chosen(say) if new is None else _first_line(new)
    opening.require_other_password(folder, password)
    opening.change_password(ring, password)
    say("De nieuwe wachtzin geldt vanaf nu; de oude past niet meer. De herstelsleutel blijft.")
    _tell_new(folder, Action.NEW_PASSWORD)


def new_recovery_key(folder: Path, say: Say) -> None:
    """Make a key for on paper, in the place of the one before. Raises Solvable."""
    _give_paper(_ring(folder), say)
    _tell_new(folder, Action.NEW_PAPER)


def _tell_new(folder: Path, action: Action) -> None:
    """Write down that it was done; no backup opens by what it was before, or is named."""
    note(folder, action, source=Source.COMMAND, now=datetime.now(UTC))
    _renew_rings(folder)


def _renew_rings(folder: Path) -> None:
    from beraad.store.beside_own import WAY_WITH_OTHER_KEYS, rings_beside, told_of_other_keys
    from beraad.store.copies.owing import not_reached, renew_rings

    for place in renew_rings(folder):
        complain(
            Solvable(
                f"{not_reached(place)} De sleutels daar gaan nog open met wat hiervoor gold.",
                way_out="Zorg dat Beraad er kan schrijven en geef beraad reservekopie: dan daar "
                "ook niet meer.",
            )
        )
    if others := rings_beside(folder):
        told = " ".join(map(told_of_other_keys, others))
        complain(Solvable(told, way_out=WAY_WITH_OTHER_KEYS))


def _set_up(folder: Path, say: Say, *, makes: bool) -> None:
    from beraad.store.places import prepare
    from beraad.store.vault import opening

    if not folder.is_dir() and not makes:
        raise Solvable(
            f"De map {folder} is er niet.",
            kept="Er is niets gemaakt.",
            way_out="Kijk of de naam klopt. Wil je daar beginnen, maak die map dan eerst.",
        )
    password = _from_file() or _chosen(say)
    prepare(folder)
    ring = opening.set_up(folder, password)
    say(f"De kluis van {folder} is aan.")
    _give_paper(ring, say)


def _give_paper(ring: Ring, say: Say) -> None:
    from beraad.store.vault import opening
    from beraad.store.vault.paper import NotARecoveryKey, new_recovery_key, read_recovery_key

    key = new_recovery_key()
    say("")
    say("Herstelsleutel, voor als je de wachtzin kwijt bent:")
    for begin in (0, 4):
        say("    " + "  ".join(key.groups[begin : begin + 4]))
    say("Schrijf hem op papier en bewaar dat achter slot, niet bij de laptop. Met deze sleutel kan")
    say("iedereen alles openen. Hij komt niet nog eens in beeld.")
    say("")
    for _ in range(_TRIES if _is_asked() else 0):
        try:
            if read_recovery_key(_asked("Typ de herstelsleutel over van het papier: ")) == key:
                opening.keep_paper(ring, key, tried=True)
                say("De herstelsleutel past en geldt vanaf nu.")
                return
            complain(Solvable("Dit is een andere herstelsleutel dan die van net."))
        except NotARecoveryKey as problem:
            complain(problem)
    try:
        opening.keep_paper(ring, key, tried=False)
    except Solvable as problem:
        raise _not_counting(problem) from None
    say("De herstelsleutel geldt vanaf nu; hij is nog niet geprobeerd.")


def _not_counting(problem: Solvable) -> Solvable:
    return Solvable(
        f"{problem.happened} De herstelsleutel hierboven geldt dus niet.",
        kept=problem.kept,
        way_out=f"{problem.way_out} Maak er daarna een nieuwe: beraad kluis herstelsleutel.",
    )


def _lift(folder: Path, say: Say) -> int:
    from beraad.store.trouble import NoRoom
    from beraad.store.vault.lifting import lift, to_lift

    total, failed = len(to_lift(folder)), 0
    no_room: NoRoom | None = None
    for number, each in enumerate(lift(folder), start=1):
        if each.problem is None:
            say(f"Versleuteld ({number} van {total}): {each.path.name}")
            continue
        failed += 1
        if isinstance(each.problem, NoRoom):
            no_room = each.problem
        else:
            complain(each.problem)
    if no_room is not None:
        complain(
            Solvable(
                no_room.happened,
                kept="De bestanden die nog niet versleuteld zijn, zijn niet veranderd.",
                way_out="Maak ruimte vrij op de schijf en geef dan nog eens: beraad kluis aan.",
            )
        )
    _tell_readable(folder, say)
    _tell_practice(folder, say)
    return 1 if failed else 0


def _tell_readable(folder: Path, say: Say) -> None:
    from beraad.store.vault.lifting import readable, to_lift, without_key

    plain, unopened, rest = to_lift(folder), without_key(folder), readable(folder)
    if plain:
        _tell_files(f"Nog zonder wachtzin te lezen: {len(plain)}", plain, folder, say)
    elif unopened:
        say("Alles wat hier te openen is, is versleuteld.")
    else:
        say("Alle beraden zijn versleuteld.")
    if unopened:
        _tell_files(f"Niet te openen: {len(unopened)}", unopened, folder, say)
        say("Dat is beschadigd, hier gewist of van een andere kluis. Beraad weet niet wat het is.")
    if rest:
        _tell_files(
            f"Dit is ook zonder wachtzin te lezen, en versleutelt Beraad niet: {len(rest)}",
            rest,
            folder,
            say,
        )
        say("Haal weg wat je niet meer nodig hebt.")


def _tell_practice(folder: Path, say: Say) -> None:
    """Say how much of practising lies outside the vault, where there is any."""
    from beraad.store.lying_open import lying_open
    from beraad.store.practice_rest import about_leader

    found = lying_open(folder)
    if not found:
        return
    say("Dit ligt buiten de kluis, en is dus zonder wachtzin te lezen:")
    for place, told in found.items():
        say(f"    {place.relative_to(folder)}: {told}")
    if about_leader(folder):
        say("Haal weg wat over iemand gaat en niet meer nodig is, zoals een observatie.")


def _tell_files(head: str, paths: tuple[Path, ...], folder: Path, say: Say) -> None:
    say(head)
    for path in paths:
        say(f"    {path.relative_to(folder) if path.is_relative_to(folder) else path}")


def _ring(folder: Path) -> Ring:
    """The ring of this folder, opened by who may change who can."""
    if not _require_ring(folder) and not keys.is_vault(folder):
        raise Solvable(
            f"De kluis van {folder} is uit.", way_out="Zet hem eerst aan: beraad kluis aan."
        )
    return _opened(folder)


def _opened(folder: Path) -> Ring:
    """The ring of this folder, and nothing that was being erased in it stays halfway."""
    ring = _unlocked(folder)
    _go_on_erasing(folder)
    return ring


def _go_on_erasing(folder: Path) -> None:
    from beraad.cli.resuming import go_on_erasing

    go_on_erasing(folder)


def _require_ring(folder: Path) -> bool:
    """Whether the keys are gone and can be put back, which is told. Raises KeysMissing if not."""
    from beraad.store.vault.missing import KeysMissing, are_missing

    if not are_missing(folder):
        return False
    problem = KeysMissing(folder)
    if not _can_ask():
        raise problem
    complain(problem)
    return True


def _unlocked(folder: Path) -> Ring:
    from beraad.store.vault.lying import has_no_ring
    from beraad.store.vault.opening import (
        WrongPassword,
        called,
        is_like_a_key,
        unlock,
        unlock_by_key,
    )
    from beraad.store.vault.patience import tried

    said = secret(folder)
    way = unlock_by_key if is_like_a_key(said) else unlock
    lost = has_no_ring(folder)
    try:
        ring = tried(
            folder,
            lambda: way(folder, said),
            now=datetime.now(UTC),
            source=Source.COMMAND,
            by=called(said),
            typed=said,
        )
    except WrongPassword as problem:
        raise _meant(said, problem) from None
    if lost:
        tell(f"{_PUT_BACK}\n")
    return ring


def _meant(said: str, problem: Solvable) -> Solvable:
    """What is wrong with what was said, as a recovery key when that is what it looks like."""
    from beraad.store.vault.paper import NotARecoveryKey, read_recovery_key, resembles_recovery_key

    if not resembles_recovery_key(said):
        return problem
    try:
        read_recovery_key(said)
    except NotARecoveryKey as paper:
        return Solvable(
            f"{problem.happened} Het lijkt op de herstelsleutel van papier. {paper.happened}",
            kept=problem.kept,
            way_out=paper.way_out,
        )
    return problem


def bring_ring_back(folder: Path, place: Path, words: Path | None, *, tells: bool = True) -> None:
    """Where the keys of a folder are gone: take them from the backups in `place`. Raises Solvable.

    `place` may be a file with keys as well. Nothing is written before what was said fits.
    """
    from beraad.store.vault.opening import put_ring_back

    put_ring_back(folder, open_copies(folder, place, words))
    if tells:
        tell(f"{_PUT_BACK}\n")


def open_copies(folder: Path, place: Path, words: Path | None) -> RingState:
    """The ring of backups of another vault, by its own words or key. Raises Solvable.

    They are in the file `words`, or are asked for; who is not asked may have the same in both.
    """
    from beraad.store.vault.opening import WrongPassword, open_kept
    from beraad.store.vault.patience import tried

    if words is not None:
        said = _first_line(words)
    elif _is_asked() and keys.is_vault(folder):
        complain(Solvable(f"De kopieën in {place} zijn met andere sleutels versleuteld."))
        said = getpass("Wachtzin (of een sleutel) van die kopieën: ")
    else:
        said = secret(place)
    now = datetime.now(UTC)
    try:
        return tried(
            folder, lambda: open_kept(place, said), now=now, source=Source.COMMAND, typed=said
        )
    except WrongPassword as problem:
        raise Solvable(
            f"Deze wachtzin of sleutel past niet op de kopieën in {place}. Ze zijn van een andere "
            "kluis, of van een vorige wachtzin.",
            kept=problem.kept,
            way_out="Geef met --wachtzin-bestand een bestand met hun eigen wachtzin of sleutel.",
        ) from None


def secret(folder: Path, question: str = "Wachtzin (of een sleutel): ") -> str:
    """What opens a vault, from the file that is named or from who types it. Raises Solvable."""
    said = _from_file()
    if said is None:
        if not _is_asked():
            raise Solvable(
                f"De map {folder} is vergrendeld: zonder de wachtzin is er niets te lezen.",
                kept="Er is niets veranderd.",
                way_out=f"Geef de wachtzin in een terminal, of zet hem in het bestand dat in "
                f"{PASSWORD_FILE} staat.",
            )
        said = getpass(question)
    return said


def _public_key(said: str) -> str:
    """The key itself, or the one in a file of that name. Raises Solvable."""
    path = Path(said).expanduser()
    if not path.is_file():
        return said.strip()
    lines = read_text(path, most=_LONGEST).splitlines()
    return next((line.strip() for line in lines if line.strip().startswith("age1")), "")


def _chosen(say: Say) -> str:
    """A new password, typed twice; four words when nothing is typed. Raises Solvable."""
    if not _is_asked():
        raise Solvable(
            "Er is geen wachtzin gegeven.",
            kept="Er is niets veranderd.",
            way_out=f"Zet hem in een bestand en noem dat in {PASSWORD_FILE}.",
        )
    from beraad.store.vault.opening import RULE
    from beraad.store.vault.phrases import proposed

    proposal = proposed()
    say(RULE)
    say(f"Voorstel voor een wachtzin: {proposal}")
    first = getpass("Wachtzin (Enter neemt het voorstel): ") or proposal
    if getpass("Nog een keer: ") != first:
        raise Solvable("De wachtzinnen zijn niet gelijk.", kept="Er is niets veranderd.")
    return first


def _from_file() -> str | None:
    """The password in the file that the environment names; None when it names none."""
    named = os.environ.get(PASSWORD_FILE)
    return _first_line(Path(named).expanduser()) if named else None


def _first_line(path: Path) -> str:
    try:
        lines = read_text(path, most=_LONGEST).splitlines()
    except (OSError, UnicodeDecodeError):
        raise Solvable(
            f"Het bestand met de wachtzin, {path}, {no_file(path) or 'is niet te lezen'}.",
            kept="Er is niets veranderd.",
            way_out=f"Het moet een gewoon bestand zijn: geen pijp, zoals <(…), en geen /dev/stdin. "
            f"Kijk wat er in {PASSWORD_FILE} staat, of achter --wachtzin-bestand.",
        ) from None
    if not lines or not lines[0].strip():
        raise Solvable(
            f"In het bestand met de wachtzin, {path}, staat niets op de eerste regel.",
            kept="Er is niets veranderd.",
            way_out="Zet de wachtzin op de eerste regel.",
        )
    return lines[0]


def _can_ask() -> bool:
    return bool(os.environ.get(PASSWORD_FILE)) or _is_asked()


def _is_asked() -> bool:
    """Whether somebody can answer."""
    return is_typed_at() and is_watched()


def _asked(question: str) -> str:
    try:
        return input(question)
    except EOFError:
        return ""


def _told(way: WayIn | None) -> str:
    if way is None:
        return "niet gemaakt"
    from datetime import date

    return f"gemaakt op {full_date(date.fromisoformat(way.made))}"


def _folders(places: tuple[Path | None, ...]) -> list[Path]:
    """The folders themselves, those in which the files lie, and the vaults those belong to."""
    named = [place for place in places if place is not None]
    own = (_vault_of(place) for place in named)
    return [folder for place in named for folder in (place, place.parent)] + [*filter(None, own)]


def _homes(places: tuple[Path | None, ...], home: Path | None) -> list[Path]:
    """The folders with beraden: the one that is named, and those of files that are under a key.

    A folder in a vault, such as that of its backups, has no keys of its own, nor have backups that
    lie elsewhere.
    """
    from beraad.store.places import SUFFIX
    from beraad.store.vault.missing import is_under_key

    files = [place for place in places if place is not None and place.suffix == SUFFIX]
    found = [
        file.parent
        for file in files
        if _vault_of(file) is None
        and not os.path.lexists(file.parent / keys.KEPT_RING)
        and is_under_key(file)
    ]
    return found if home is None else [home, *found]


def _vault_of(file: Path) -> Path | None:
    """The vault that a file in one of its folders belongs to; None of what lies elsewhere."""
    place = file.absolute().parent
    is_inside = place.name != keys.PRACTICE_FOLDER and not keys.is_vault(place)
    return place.parent if is_inside and keys.is_vault(place.parent) else None
