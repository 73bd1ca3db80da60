"""`beraad register uit` and `in`: handing on the register between laptops by a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from beraad.cli.streams import complain
from beraad.privacy.dutch.municipal_words import municipal_words
from beraad.publishing.exchanging import receive, send
from beraad.store.places import prepare, register_path


def send_register(folder: Path, target: Path, say: Callable[[str], None]) -> None:
    """Write the file of this laptop, in the place of an earlier one, and say its name.

    Raises Solvable as `send` does.
    """
    register = register_path(folder, practice=False)
    made = send(register, target, lexicon=municipal_words(folder).lexicon)
    say(f"Geschreven: {made}")


def receive_register(folder: Path, source: Path, say: Callable[[str], None]) -> None:
    """Take in the files of other laptops, and say how many and how much was new.

    What was refused is told on the way. Raises Solvable as `receive` does, and at the end when a
    file was refused.
    """
    prepare(folder)
    received = receive(register_path(folder, practice=False), source)
    say(received.sentence)
    for note in received.notes:
        say(note.sentence)
    for problem in received.refused[1:]:
        complain(problem)
    if received.refused:
        raise received.refused[0]
