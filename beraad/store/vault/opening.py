"""Setting up a vault, unlocking it, and changing who can."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, pairwise
from pathlib import Path

from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.copies.folder import copies_folder, kept_files
from beraad.store.copies.places import places_of_copies
from beraad.store.erased import adopt, erased
from beraad.store.keys import KEPT_RING, RING_COPY, RING_NAME
from beraad.store.shredding import key_name_of
from beraad.store.trouble import unwritable
from beraad.store.vault import form
from beraad.store.vault.alone import alone
from beraad.store.vault.by_page import key_by_page
from beraad.store.vault.form import DamagedRing, Entry, RingState, ShutRing, Way, WayIn
from beraad.store.vault.kept import kept_in, of_other_vaults, readable
from beraad.store.vault.leftovers import wipe_drafts
from beraad.store.vault.lying import both, has_no_ring
from beraad.store.vault.missing import SAMPLE, KeysMissing, are_missing, strays
from beraad.store.vault.no_core import leave_no_core
from beraad.store.vault.paper import RecoveryKey, is_like_a_recovery_key, read_recovery_key
from beraad.store.vault.ring import Ring
from beraad.store.vault.sealing import WrongSecret
from beraad.store.whole_file import whole_file

_AGE = "AGE-SECRET-KEY-"
"""How a secret key of age begins."""

_SHORTEST = 8
"""Signs of a password, spaces not counted."""

_MOST_NAMED = 5
"""Files that are named in a message."""

_MOST_TRIED = 8
"""Other vaults of which the keys are tried: each costs as much as a guess."""

_CALLED = {
    Way.PASSWORD: "Deze wachtzin",
    Way.PAPER: "Deze herstelsleutel",
    Way.MUNICIPALITY: "Deze sleutel van de gemeente",
}
_UNTOUCHED = "Er is niets veranderd."


class AlreadyVault(Solvable):
    """The folder is a vault already."""


class WrongPassword(Solvable):
    """What was given does not open the vault."""


class OtherVault(Solvable):
    """What was given opens another vault than the one of this folder.

    Attributes:
        ring: the file with the keys of that vault.
    """

    def __init__(self, ring: Path, what: str, names: Sequence[str]) -> None:
        opens = "Geen bestand in deze map is ermee versleuteld."
        if names:
            rest = len(names) - _MOST_NAMED
            more = f" en nog {rest}" if rest > 0 else ""
            opens = f"Daarmee gaat hier open: {', '.join(names[:_MOST_NAMED])}{more}."
        super().__init__(
            f"{what} hoort bij een andere kluis dan de sleutels in deze map ({RING_NAME}). De "
            f"sleutels van die kluis liggen in {ring}. {opens}",
            kept=_UNTOUCHED,
            way_out="Geef wat bij de sleutels van deze map hoort, of werk verder met die andere "
            f"sleutels: beraad herstel {ring}. De sleutels van nu blijven dan opzij bewaard.",
        )
        self.ring = ring


@dataclass(frozen=True, slots=True)
class Standing:
    """What can be said of a vault without opening it; None where there is no such way in."""

    password: WayIn | None
    paper: WayIn | None
    municipality: WayIn | None = None


def set_up(folder: Path, password: str) -> Ring:
    """Make a vault of this folder and open it; what lies there already stays as it is.

    Raises AlreadyVault, KeysMissing, and Solvable when the password is empty or nothing can be
    written.
    """
    if keys.is_vault(folder):
        raise AlreadyVault(f"De map {folder} is al een kluis.", kept=_UNTOUCHED)
    require_no_keys_missing(folder)
    require_password(password)
    leave_no_core()
    state = form.new_state(password, today=_today())
    gone = erased(folder)
    try:
        with alone(folder):
            wipe_drafts(folder)
            for name in (RING_COPY, RING_NAME):  # From the last on, it counts.
                with whole_file(folder / name) as draft:
                    draft.write_bytes(form.write(state))
    except OSError as error:
        if not os.path.lexists(folder / RING_NAME):
            with suppress(OSError):
                (folder / RING_COPY).unlink(missing_ok=True)
        why = unwritable(folder, error)
        raise Solvable(
            f"In de map {folder} kan Beraad geen sleutels bewaren. {why.happened}",
            kept=_UNTOUCHED,
            way_out=why.way_out,
        ) from None
    ring = _entered(Ring(folder, state))
    with suppress(OSError):  # Then what was erased before is only told.
        adopt(folder, gone)
    return ring


def unlock(folder: Path, password: str) -> Ring:
    """Open the vault. Raises WrongPassword, and Solvable when no ring can be read."""
    return _unlock(folder, Way.PASSWORD, lambda ring: ring.opened_by_password(password))


def unlock_by_paper(folder: Path, typed: str) -> Ring:
    """Open the vault with what stands on paper. Raises NotARecoveryKey, WrongPassword, Solvable."""
    key = read_recovery_key(typed)
    ring = _unlock(folder, Way.PAPER, lambda ring: ring.opened_by_paper(key))
    with suppress(Solvable):  # It opened the vault, whether that can be written down or not.
        _note_paper_tried(ring)
    return ring


def _note_paper_tried(ring: Ring) -> None:
    """Let the vault know that the key on paper was used, so that it is known to fit."""

    def step(state: RingState) -> RingState:
        known = state.way(Way.PAPER)
        if known is None or known.tried:
            return state
        return state.with_way(replace(known, tried=_today()))

    if step(ring.state) != ring.state:
        ring.change(step)


def is_like_a_key(typed: str) -> bool:
    """Whether this can only be a key, of paper or of the municipality, and no password."""
    return _is_of_age(typed) or is_like_a_recovery_key(typed)


def called(typed: str) -> str:
    """What a log calls the key that was typed; empty for a password."""
    if not is_like_a_key(typed):
        return ""
    return "de sleutel van de gemeente" if _is_of_age(typed) else "de herstelsleutel"


def unlock_by_key(folder: Path, typed: str) -> Ring:
    """Open the vault with what stands on paper, or with the secret key of the municipality.

    Raises NotARecoveryKey, WrongPassword and Solvable.
    """
    if not _is_of_age(typed):
        return unlock_by_paper(folder, typed)
    return _unlock(folder, Way.MUNICIPALITY, lambda ring: ring.opened_by_identity(typed))


def ring_of(folder: Path) -> Ring:
    """The ring of a vault that is open. Raises Locked when it is not."""
    ring = keys.open_keys(folder)
    if not isinstance(ring, Ring):
        raise keys.Locked(folder)
    return ring


def write_back(folder: Path) -> bool:
    """Write the ring of an open vault where somebody took it away; whether that was so.

    Raises Solvable when it cannot be written: nobody but this process can open the vault then.
    """
    ring = keys.open_keys(folder)
    return isinstance(ring, Ring) and ring.write_back()


def lock(folder: Path) -> None:
    """Forget the keys of this folder, which lie there for who comes next. Raises Solvable."""
    write_back(folder)
    keys.lock(folder)


def change_password(ring: Ring, password: str) -> None:
    """Let this password open the vault, and the one before no more. Raises Solvable."""
    require_password(password)
    known = ring.state.way(Way.PASSWORD)

    def step(state: RingState) -> RingState:
        if state.way(Way.PASSWORD) != known:
            raise Solvable(
                "Intussen is de wachtzin ergens anders al veranderd.",
                kept="Die andere wachtzin geldt. Hier is niets veranderd.",
                way_out="Wil je toch een nieuwe, vergrendel dan, open met die wachtzin en kies "
                "hem opnieuw.",
            )
        return state.with_way(form.password_way(state, password, today=_today()))

    try:
        with _new_way_in(ring):
            ring.change(step)
    except Solvable:
        ring.refresh()
        raise


def _new_way_in(ring: Ring) -> AbstractContextManager[None]:
    from beraad.store.copies.owing import new_way_in

    return new_way_in(ring.folder)


def require_other_password(folder: Path, password: str) -> None:
    """Raise Solvable when this is the password already: nothing would be other than it was."""
    try:
        check_password(folder, password)
    except WrongPassword:
        return
    raise Solvable(
        "Dit is al je wachtzin.",
        kept=_UNTOUCHED,
        way_out="Kies een andere. Of laat het zo: deze blijft gelden.",
    )


def keep_paper(ring: Ring, key: RecoveryKey, *, tried: bool) -> None:
    """Let this key on paper open the vault, and one before no more. Raises Solvable."""
    with _new_way_in(ring):
        ring.change(
            lambda state: state.with_way(form.paper_way(state, key, today=_today(), tried=tried))
        )


def keep_municipality(ring: Ring, recipient: str) -> None:
    """Let who has the secret key of this public one open the vault as well. Raises Solvable."""
    new = form.municipal_way(ring.state, recipient, today=_today())
    with _new_way_in(ring):
        ring.change(lambda state: state.with_way(new))


def forget_municipality(ring: Ring) -> None:
    """Let no key of the municipality open the vault any more. Raises Solvable."""
    with _new_way_in(ring):
        ring.change(lambda state: state.without_way(Way.MUNICIPALITY))


def standing(folder: Path) -> Standing:
    """Which ways in there are. Raises Solvable when no ring can be read."""
    ring = next(iter(_whole(folder)))
    return Standing(*(ring.way(way) for way in Way))


def require_no_keys_missing(folder: Path) -> None:
    """Raise Solvable when something here is under keys that a new ring would not have."""
    if are_missing(folder):
        raise KeysMissing(folder)
    found = strays(folder)
    if found:
        raise Solvable(
            f"{found[0]} is versleuteld met sleutels die hier niet zijn.",
            kept="Er is geen nieuwe kluis gemaakt.",
            way_out="Haal dit bestand uit deze map, of zet de sleutels terug die erbij horen: "
            "beraad herstel MAP.",
        )


_FEWEST = 5
"""Different signs of a password."""

_COMMON = frozenset(
    (
        *("wachtwoord", "wachtzin", "welkom", "geheim", "beraad", "gemeente", "administrator"),
        *("zomer", "winter", "lente", "herfst", "password", "letmein", "iloveyou"),
        *("qwerty", "qwertyuiop", "azertyuiop"),
    )
)
"""What is tried first by who guesses, with or without a number behind it."""

RULE = (
    "Minstens 8 tekens, waarvan 5 verschillende, en geen bekend woord of jaartal alleen. Vier "
    "losse woorden is goed."
)
"""What a password has to be, as it is said before one is chosen."""


def require_password(password: str) -> None:
    """Raise Solvable when this is no password at all, or one that is guessed at once."""
    signs = len("".join(password.split()))
    if not signs:
        raise Solvable("De wachtzin is leeg.", kept=_UNTOUCHED, way_out="Kies een paar woorden.")
    if signs < _SHORTEST:
        raise Solvable(
            f"De wachtzin is te kort: die heeft minstens {_SHORTEST} tekens, buiten de spaties.",
            kept=_UNTOUCHED,
            way_out="Kies liever vier woorden.",
        )
    bare = "".join(password.casefold().split())
    word = bare.strip("0123456789!?.-_@#$%&*+=")
    if len(set(bare)) < _FEWEST or not word or word in _COMMON or _is_a_row(bare):
        raise Solvable(
            "Deze wachtzin is te makkelijk te raden.",
            kept=_UNTOUCHED,
            way_out=f"Kies een andere. {RULE}",
        )


def _is_a_row(signs: str) -> bool:
    """Whether each sign follows on the one before: 12345678, abcdefgh."""
    steps = {ord(after) - ord(before) for before, after in pairwise(signs)}
    return len(steps) == 1


def check_password(folder: Path, password: str) -> None:
    """See whether this opens the vault; nothing changes. Raises WrongPassword and Solvable."""
    _opened(_whole(folder), Way.PASSWORD, lambda ring: ring.opened_by_password(password), folder)


def _unlock(folder: Path, way: Way, opened: Callable[[ShutRing], RingState]) -> Ring:
    leave_no_core()
    rings = _whole(folder)
    try:
        state = _opened(rings, way, opened, folder)
    except WrongPassword:
        _require_no_other(folder, {each.vault for each in rings}, way, opened)
        raise
    ring = Ring(folder, state)
    if has_no_ring(folder):
        ring.change(lambda state: state)  # What lay among the backups is in its place again.
    ring.refresh(*kept_in(copies_folder(folder)))
    ring.mend()
    ring.clear_up(places_of_copies(folder))
    return _entered(ring)


def _opened(
    rings: tuple[ShutRing, ...], way: Way, opened: Callable[[ShutRing], RingState], folder: Path
) -> RingState:
    tried: list[bytes] = []
    for each in rings:
        found = each.way(way)
        if found is None or found.wrapped in tried:
            continue
        tried.append(found.wrapped)
        try:
            return opened(each)
        except WrongSecret:
            continue
        except DamagedRing:
            raise KeysMissing(folder) from None
    raise _wrong(way, known=bool(tried))


def _require_no_other(
    folder: Path, vaults: Collection[str], way: Way, opened: Callable[[ShutRing], RingState]
) -> None:
    """Raise OtherVault when what was given opens a ring of another vault that lies here too."""
    for path, ring in islice(of_other_vaults(folder, vaults), _MOST_TRIED):
        with suppress(WrongSecret, DamagedRing):
            known = opened(ring).keys
            names = sorted(_opened_by(known, folder, kept_files(folder)))
            raise OtherVault(path, _CALLED[way], names)


def open_kept(place: Path, said: str) -> RingState:
    """The ring among the backups in a folder that these words, or this key, open.

    Nothing is written. Raises NotARecoveryKey and WrongPassword, and Solvable when no ring lies
    there.
    """
    leave_no_core()
    rings = kept_in(place)
    if not rings:
        raise Solvable(
            f"In {place} ligt geen kopie van de sleutels ({KEPT_RING}).",
            kept=_UNTOUCHED,
            way_out="Kies de map waarin de reservekopieën staan.",
        )
    if _is_of_age(said):
        return _opened(rings, Way.MUNICIPALITY, lambda ring: ring.opened_by_identity(said), place)
    if is_like_a_recovery_key(said):
        key = read_recovery_key(said)
        return _opened(rings, Way.PAPER, lambda ring: ring.opened_by_paper(key), place)
    return _opened(rings, Way.PASSWORD, lambda ring: ring.opened_by_password(said), place)


def open_kept_in(places: Sequence[Path], said: str, folder: Path) -> RingState:
    """Of the rings that these words open, here and there, the one that opens most in the folder.

    Raises as `open_kept` does when there is none.
    """
    found: list[RingState] = []
    refused: Solvable | None = None
    for place in places:
        try:
            found.append(open_kept(place, said))
        except Solvable as problem:
            refused = problem
    if refused is not None and not found:
        raise refused
    names = strays(folder)
    return max(found, key=lambda state: len(list(_opened_by(state.keys, folder, names))))


def put_ring_back(folder: Path, state: RingState) -> Ring:
    """Open a folder, of which the rings are gone, with one that was kept elsewhere, and keep it.

    What lies in the place of a ring is set aside. Raises Solvable when it opens nothing that lies
    there, or cannot be written.
    """
    names = strays(folder)
    if names and not any(_opened_by(state.keys, folder, names)):
        raise Solvable(
            "Deze sleutels horen niet bij de beraden in deze map.",
            kept=_UNTOUCHED,
            way_out="Geef de wachtzin die bij deze beraden hoort: elke laptop op een stick heeft "
            "haar eigen. Of kies een andere map.",
        )
    ring = Ring(folder, state)
    ring.change(lambda state: state)
    return _entered(ring)


def _opened_by(known: Mapping[bytes, Entry], folder: Path, names: Collection[str]) -> Iterator[str]:
    """The files that are under one of these keys, also when their beginning is damaged.

    First those that name their key. Of the others every key has to be tried: on a sample of them.
    """
    others: list[str] = []
    for name in names:
        if key_name_of(folder / name) in known:
            yield name
        else:
            others.append(name)
    for name in others[:SAMPLE]:
        if key_by_page(folder / name, known) is not None:
            yield name


def _whole(folder: Path) -> tuple[ShutRing, ...]:
    """The rings that can be read, the one that counts first. Raises Solvable when none can.

    One among the backups counts when it is later than those of the folder, or those are gone.
    """
    found = tuple(each.ring for each in both(folder) if each.ring is not None)
    kept = kept_in(copies_folder(folder))
    if not found:
        kept += tuple(filter(None, map(readable, keys.copied_rings(folder))))
    if not found and not kept:
        raise KeysMissing(folder)
    latest = max((each.serial for each in found), default=0)
    vaults = {each.vault for each in found}
    later = (each for each in kept if each.serial > latest and each.vault in vaults)
    return found + (tuple(later) if found else kept)


def _entered(ring: Ring) -> Ring:
    keys.unlock(ring.folder, ring)
    return ring


def _is_of_age(typed: str) -> bool:
    return typed.strip().upper().startswith(_AGE)


def _wrong(way: Way, *, known: bool) -> WrongPassword:
    if way is Way.MUNICIPALITY:
        return WrongPassword(
            "Deze sleutel van de gemeente past niet op deze map."
            if known
            else "Deze map laat geen sleutel van de gemeente toe.",
            kept=_UNTOUCHED,
            way_out="Gebruik je wachtzin, of de herstelsleutel op papier.",
        )
    if way is Way.PASSWORD:
        return WrongPassword(
            "Deze wachtzin past niet.",
            kept=_UNTOUCHED,
            way_out="Probeer het nog eens, of gebruik de herstelsleutel op papier.",
        )
    return WrongPassword(
        "Deze herstelsleutel hoort niet bij deze map."
        if known
        else "Bij deze map is geen herstelsleutel gemaakt.",
        kept=_UNTOUCHED,
        way_out="Kijk of er een nieuwer papier is, of gebruik je wachtzin.",
    )


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 - as the user's clock
