"""`beraad agenda`: days to look back on and to answer, for a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.privacy.dutch.municipal_words import MunicipalWords
from beraad.publishing.agenda import agenda_of, told_days, write_agenda
from beraad.store.places import register_path
from beraad.store.register_lines import practice_since


def make_agenda(
    folder: Path, target: Path, *, words: MunicipalWords, say: Callable[[str], None]
) -> None:
    """Write the calendar file, and say how many days are in it.

    Raises Solvable when the register is an oefenregister or cannot be read, the file is another one
    than ours, or it cannot be written.
    """
    if practice_since(register_path(folder, practice=False)) is not None:
        raise Solvable(
            "Dit is een oefenregister: daar komt niets van in je agenda.",
            kept="Er is niets geschreven.",
            way_out="Kies met --sessions de map met je echte beraden.",
        )
    now = datetime.now(UTC).astimezone()
    days, unread = agenda_of(folder, today=now.date(), lexicon=words.lexicon)
    if unread:
        say(f"Niet te lezen, en dus niet erbij: {counted(unread, 'bestand', 'bestanden')}.")
    path = write_agenda(days, target, now=now)
    say(f"Geschreven: {path} ({told_days(days, now.date())}).")
