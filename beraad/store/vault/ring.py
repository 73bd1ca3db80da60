"""The keys of a vault that is open, kept on disk twice."""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from beraad.errors import Defect, Solvable
from beraad.moving import patiently
from beraad.store.keys import RING_COPY, RING_NAME, Key, UnknownKey, has_ring, is_ring
from beraad.store.places import homes
from beraad.store.vault import form
from beraad.store.vault.alone import alone
from beraad.store.vault.by_page import key_by_page, opened_pages
from beraad.store.vault.form import DamagedRing, Entry, RingState, ShutRing
from beraad.store.vault.leftovers import mentions, other_rings, wipe, wipe_drafts, wipe_drafts_of
from beraad.store.vault.lying import Lying, both, lying
from beraad.store.vault.sealing import of_secret, seal, unseal
from beraad.store.whole_file import whole_file

ASIDE = f"{RING_NAME}.apart-"
"""How the name of a ring begins that made way for another."""

_UNTOUCHED = "Er is niets veranderd."
_ERASED = b"beraad gewist"
"""For what the secret is by which a line about erasing is known as ours."""

_TYPED = b"beraad half getypt"
"""For what is set aside in memory while the folder is locked."""

_SECRET, _NAME = 32, 16


class Ring:
    """Hands out keys and makes new ones; every change is on disk, twice, when it returns."""

    def __init__(self, folder: Path, state: RingState) -> None:
        self.folder = folder
        self._state = state
        self._spare: list[Key] = []
        self._strangers: dict[tuple[Path, bytes], int] = {}
        self._is_ahead = False

    @property
    def state(self) -> RingState:
        """The ring as it was last read or written here."""
        return self._state

    @property
    def has_no_paper(self) -> bool:
        """Whether no key on paper opens this ring, so that forgetting the password loses all."""
        return self._state.way(form.Way.PAPER) is None

    def key_of(self, path: Path, name: bytes) -> Key:
        """The key of a file, also when its first bytes are damaged. Raises UnknownKey."""
        key = self._state.key(name)
        if key is None:
            # Another window may have made it since.
            self.refresh()
            key = self._state.key(name) or self._by_page(path, name)
        if key is None:
            raise UnknownKey(
                f"Van {path.name} is hier geen sleutel, of het is geen bestand van Beraad.",
                kept="Het bestand is niet veranderd.",
                way_out="Is het van hier, dan is het begin beschadigd: zet een reservekopie terug, "
                f"of red wat erin staat met beraad herstel {path.name}. "
                f"Is het van een andere kluis, open het in zijn eigen map, of zet de {RING_NAME} "
                "terug die erbij hoort.",
            )
        return key

    def _by_page(self, path: Path, name: bytes) -> Key | None:
        """The key of a file whose name for it is damaged; each such file is looked for once.

        Names are damaged alike: those of two files may be the same zeros.
        """
        known = len(self._state.keys)
        if name in self._state.gone or self._strangers.get((path, name)) == known:
            return None
        key = key_by_page(path, self._state.keys)
        if key is None:
            self._strangers[path, name] = known
        return key

    def true_name(self, path: Path, name: bytes) -> bytes:
        """What the first bytes of a file were, when they are damaged; else as they are."""
        if name in self._state.keys:
            return name
        key = self._by_page(path, name)
        return name if key is None else key.name

    def opened_pages(self, pages: Sequence[bytes]) -> list[bytes | None]:
        """The pages of a damaged file without their key; None for each that is damaged itself."""
        return opened_pages(pages, self._state.keys)

    def proof_of(self, content: bytes) -> str:
        """What only this vault can have written about `content`: a mark under its master key."""
        secret = of_secret(self._state.master, self._state.vault.encode(), _ERASED)
        return hmac.digest(secret, content, "sha256").hex()

    def sealed(self, text: str) -> bytes:
        """A text that only this vault can read again, and only while it is open."""
        return seal(text.encode("utf-8", "surrogatepass"), self._for_typed, about=_TYPED)

    def unsealed(self, sealed: bytes) -> str:
        """A text that was sealed. Raises WrongSecret when another vault did that."""
        return unseal(sealed, self._for_typed, about=_TYPED).decode("utf-8", "surrogatepass")

    @property
    def _for_typed(self) -> bytes:
        return of_secret(self._state.master, self._state.vault.encode(), _TYPED)

    def new_key(self, path: Path) -> Key:
        """A key for a file that is made. Raises Solvable when it cannot be kept."""
        del path
        self.write_back()
        if not self._spare:
            self.reserve(1)
        return self._spare.pop()

    def reserve(self, count: int) -> None:
        """Have keys for the next files at once, safe on disk when this returns. Raises Solvable."""
        count -= len(self._spare)
        if count <= 0:
            return
        made = date.today().isoformat()  # noqa: DTZ011 - as the user's clock
        fresh = [Key(os.urandom(_SECRET), os.urandom(_NAME)) for _ in range(count)]
        entries = {key.name: Entry(secret=key.secret, made=made) for key in fresh}
        self.change(lambda state: replace(state, keys={**state.keys, **entries}))
        self._spare += fresh

    def unknown(self, names: Iterable[bytes]) -> set[bytes]:
        """Those of these keys that are in the ring and of which it is not known whose they are."""
        known = self._state.keys
        return {name for name in names if name in known and not known[name].of}

    def learn(self, owners: Mapping[bytes, str]) -> None:
        """Keep of which beraad a key is, for when its file is gone by then. Raises Solvable."""

        def step(state: RingState) -> RingState:
            learnt = {
                name: replace(state.keys[name], of=owner)
                for name, owner in owners.items()
                if name in state.keys
            }
            return replace(state, keys={**state.keys, **learnt})

        if step(self._state) != self._state:
            self.change(step)

    def names_of(self, owner: str) -> frozenset[bytes]:
        """The keys that are known to be of one beraad, also what another program learned of it."""
        self.refresh()
        return frozenset(name for name, each in self._state.keys.items() if each.of == owner)

    def take_over(self, key: Key) -> None:
        """Keep the key of a file that comes from another vault. Raises Solvable."""
        self.refresh()
        if key.name in self._state.gone:
            raise Solvable(
                "Dit is een beraad dat hier is gewist.", kept="Beraad zette het niet terug."
            )
        if self._state.key(key.name) is None:
            made = date.today().isoformat()  # noqa: DTZ011 - as the user's clock
            entry = Entry(secret=key.secret, made=made)
            self.change(lambda state: replace(state, keys={**state.keys, key.name: entry}))

    def destroy(self, names: Iterable[bytes]) -> None:
        """Let these keys be nowhere any more, in no copy of the ring. Raises Solvable.

        Whatever copy there is of a file under one of them, nobody can read it afterwards.
        """
        destroyed = frozenset(names)

        def without(state: RingState) -> RingState:
            keys = {name: each for name, each in state.keys.items() if name not in destroyed}
            return replace(state, keys=keys, gone=state.gone | destroyed)

        self.change(without)
        for aside in self._asides():
            wipe(aside)

    def _asides(self) -> Iterator[Path]:
        """What was set aside in the place of the ring, unless it is the ring of another vault."""
        for path in self.folder.glob(f"{ASIDE}*"):
            if not is_ring(path) or mentions(path, self._state.vault):
                yield path

    def refresh(self, *others: ShutRing) -> None:
        """Read what another program wrote, and what these rings of the same vault hold besides."""
        with suppress(Solvable):
            lying_there = self._joined()
            known = [found.ring for found in both(self.folder)]
            self._state = _with(lying_there, (each for each in others if each not in known))
            self._is_ahead = self._state != lying_there

    def take_in(self, other: ShutRing) -> None:
        """Keep the keys that another ring of this vault holds besides; who may open it stays so.

        A stick may hold the ring of another laptop, where somebody erased or chose another
        password. Raises Solvable, and DamagedRing.
        """
        self._take_keys_of(other.opened_with(self._state.master))

    def change(self, step: Callable[[RingState], RingState]) -> None:
        """Write the ring as `step` makes it of what lies there now. Raises Solvable.

        Whenever this is broken off, the old ring or the new one lies there, never neither.
        """
        try:
            with alone(self.folder):
                wipe_drafts(self.folder)
                before = self._joined()
                made = step(before)
                after = replace(made, serial=max(made.serial, before.serial) + 1)
                content = form.write(after)
                if form.read(content).opened_with(after.master) != after:
                    raise Defect("The ring that was written cannot be read")
                for name in (RING_NAME, RING_COPY):
                    self._put(self.folder / name, content)
        except OSError:
            raise Solvable(
                "De sleutels van deze map kunnen niet worden bewaard.",
                kept="Wat er al was, is niet veranderd.",
                way_out="Maak ruimte op de schijf, of vraag je beheerder om schrijfrechten.",
            ) from None
        self._state = after

    def clear_up(self, places: Iterable[Path] = ()) -> None:
        """Wipe the rings that a program which was killed left half written; failing is no harm.

        `places` are folders with backups.
        """
        with suppress(OSError), alone(self.folder):
            wipe_drafts(self.folder)
            for place in places:
                wipe_drafts_of(self._state.vault, place)

    def others(self, place: Path) -> Iterator[Path]:
        """The copies of this ring that erasing wipes in a folder."""
        for path in self._others(place):
            with suppress(Solvable):  # Of a later version: it stays.
                found = lying(path).ring
                if found is None or self._opened(found) is not None:
                    yield path

    def forget_others(self, place: Path) -> None:
        """Wipe the copies of this ring that lie in a folder under another name.

        The keys that one of them holds besides are taken in first; who may open the vault is as it
        was. Raises OSError and Solvable.
        """
        self.clear_up((place,))
        first: OSError | Solvable | None = None
        for path in self._others(place):
            try:
                self._forget(path)
            except (OSError, Solvable) as problem:  # The others go, whatever holds this one.
                first = first or problem
        if first is not None:
            raise first

    def _others(self, place: Path) -> tuple[Path, ...]:
        asides = self._asides() if place == self.folder else ()
        return tuple(dict.fromkeys((*asides, *other_rings(self._state.vault, place))))

    def _forget(self, path: Path) -> None:
        found = lying(path).ring
        if found is not None:
            opened = self._opened(found)
            if opened is None:
                return
            self._take_keys_of(opened)
        with alone(self.folder):
            wipe(path)

    def _opened(self, found: ShutRing) -> RingState | None:
        """None where it is under another master key: none of ours is in it."""
        with suppress(DamagedRing):
            return found.opened_with(self._state.master)
        return None

    def _take_keys_of(self, other: RingState) -> None:
        def step(state: RingState) -> RingState:
            return state.with_keys_of(other, lying=self._lying(other.gone & state.keys.keys()))

        if step(self._state) != self._state:
            self.change(step)

    def _lying(self, names: Collection[bytes]) -> frozenset[bytes]:
        """Those of these keys that a file in this folder is under."""
        if not names:
            return frozenset()
        from beraad.store.copies.folder import kept_files
        from beraad.store.shredding import key_name_of

        here = (place / name for place in homes(self.folder) for name in kept_files(place))
        return frozenset(map(key_name_of, here)).intersection(names)

    def write_back(self) -> bool:
        """Write the ring where somebody took it away; whether that was so. Raises Solvable.

        What was erased meanwhile, as the ring among the backups knows, stays so.
        """
        if has_ring(self.folder) or not self.folder.is_dir():
            return False
        from beraad.store.copies.folder import copies_folder
        from beraad.store.vault.kept import kept_in

        self.refresh(*kept_in(copies_folder(self.folder)))
        self.change(lambda state: state)
        return True

    def mend(self) -> None:
        """Let both files say what is known, when one of them does not; failing is no harm."""
        with suppress(Solvable):
            if self._is_ahead or any(not self._says_all(found) for found in both(self.folder)):
                self.change(lambda state: state)
                self._is_ahead = False

    def _says_all(self, found: Lying) -> bool:
        return found.ring is not None and found.ring.serial == self._state.serial

    def _joined(self) -> RingState:
        """What is known here and what lies on disk, together. Raises Solvable."""
        there = (found.ring for found in both(self.folder))
        return _with(self._state, (ring for ring in there if ring is not None))

    def _put(self, path: Path, content: bytes) -> None:
        found = lying(path)
        if found.damaged or (found.ring is not None and found.ring.vault != self._state.vault):
            # Not ours, or not whole: it keeps what it holds, under another name.
            moment = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}-{os.urandom(2).hex()}"
            patiently(lambda: path.rename(path.with_name(f"{ASIDE}{moment}")))
        with whole_file(path, instead=True) as draft, draft.open("r+b") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _with(state: RingState, others: Iterable[ShutRing]) -> RingState:
    """A state with what other rings of the same vault hold besides."""
    for ring in others:
        if ring.vault == state.vault:
            with suppress(DamagedRing):
                state = state.joined(ring.opened_with(state.master))
    return state
