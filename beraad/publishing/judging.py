"""What people said of two knelpunten: the same, or not; kept beside the register, by title.

Titles came through the gate; nobody's name and no team is kept with them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from os.path import lexists
from pathlib import Path
from typing import Any, cast

from beraad import untrusted
from beraad.errors import Solvable
from beraad.report.files import write
from beraad.signals.overview import Judgement

FILE_NAME = "knelpunten.json"
"""How the file is called, beside the register."""

_FIRST, _SECOND, _SAME = "een", "ander", "zelfde"


def judgements_in(folder: Path) -> tuple[Judgement, ...]:
    """What was said, the last word last; none without a file.

    Raises Solvable when the file cannot be read or is not ours.
    """
    path = folder / FILE_NAME
    if not lexists(path):
        return ()
    try:
        said = json.loads(untrusted.read_text(path))
        return tuple(map(_judgement, said))
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise Solvable(
            f"Het bestand {FILE_NAME} bij het register is niet te begrijpen.",
            kept="Geen enkel knelpunt is samengenomen. Het bestand is niet veranderd.",
            way_out="Zet een eerdere kopie terug, of haal het bestand weg.",
        ) from error


def judged(folder: Path, judgement: Judgement) -> tuple[Judgement, ...]:
    """Keep this as the last word about two knelpunten, and return all. Raises Solvable."""
    others = _without(judgements_in(folder), judgement.pair)
    return _kept(folder, (*others, judgement))


def taken_back(folder: Path, judgement: Judgement) -> tuple[Judgement, ...]:
    """Forget what was said of these two, and return the others. Raises Solvable."""
    return _kept(folder, _without(judgements_in(folder), judgement.pair))


def _without(judgements: Iterable[Judgement], pair: frozenset[str]) -> tuple[Judgement, ...]:
    return tuple(one for one in judgements if one.pair != pair)


def _kept(folder: Path, judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    said = [{_FIRST: one.first, _SECOND: one.second, _SAME: one.same} for one in judgements]
    data = json.dumps(said, ensure_ascii=False, indent=1).encode()
    write(folder / FILE_NAME, data, replace=True)
    return judgements


def _judgement(said: object) -> Judgement:
    if not isinstance(said, dict):
        raise TypeError(FILE_NAME)
    fields = cast("dict[str, Any]", said)
    first, second, same = fields[_FIRST], fields[_SECOND], fields[_SAME]
    if not (isinstance(first, str) and isinstance(second, str) and isinstance(same, bool)):
        raise TypeError(FILE_NAME)
    return Judgement(first, second, same)
