"""What a vault costs beside the same beraden without a key: unlocking, the list, opening, keeping.

Plain and sealed take turns, so that both meet the same machine.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from beraad.editing.operations import with_field
from beraad.records import Session
from beraad.records.anatomy import Address
from beraad.store.catalog import summaries
from beraad.store.session_file import SessionFile
from beraad.store.vault.opening import lock, unlock
from tools.invented.vaults import PLAIN, SEALED, WORDS
from tools.speed.telling import FOLDER, tell

_UNLOCKED, _LISTED, _OPENED, _KEPT = 5, 5, 30, 200
_NAMES = {PLAIN: "plain", SEALED: "sealed"}


def _took(action: Callable[[], object]) -> float:
    begun = perf_counter()
    action()
    return (perf_counter() - begun) * 1000


def _all(folder: Path) -> list[object]:
    return list(summaries(folder))


def _first(folder: Path) -> Path:
    return min(folder.glob("beraad-*.beraad"))


def _with(session: Session, number: int) -> Session:
    address = Address("norms", "text", session.norms[0].id)
    return with_field(session, address, f"Doe wat je kunt en leg uit wat niet kan. {number}")


figures: dict[str, list[float]] = {"unlock": [], "lock": []}
for _ in range(_UNLOCKED):
    figures["unlock"].append(_took(lambda: unlock(FOLDER / SEALED, WORDS)))
    figures["lock"].append(_took(lambda: lock(FOLDER / SEALED)))
unlock(FOLDER / SEALED, WORDS)
ways: dict[str, tuple[int, Callable[[Path], object]]] = {
    "list": (_LISTED, _all),
    "open": (_OPENED, lambda folder: SessionFile.open(_first(folder)).close()),
}
for what, (times, act) in ways.items():
    for number in range(times + 1):
        for name, said in _NAMES.items():
            took = _took(partial(act, FOLDER / name))
            if number:  # The first only warms up.
                figures.setdefault(f"{what}-{said}", []).append(took)
files = {said: SessionFile.open(_first(FOLDER / name)) for name, said in _NAMES.items()}
for number in range(_KEPT):
    for said, file in files.items():
        session = _with(file.session, number)
        figures.setdefault(f"keep-{said}", []).append(_took(partial(file.keep, session)))
for file in files.values():
    file.close()
lock(FOLDER / SEALED)
tell(figures)
