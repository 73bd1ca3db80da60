"""`beraad vraag`: asking teams whether they see something, and answering that."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from beraad.cli.arguments import often
from beraad.cli.exporting import made_folder
from beraad.errors import Solvable
from beraad.phases.dates import full_date
from beraad.privacy.dutch.municipal_words import municipal_words
from beraad.publishing.asking import asked as put_in
from beraad.publishing.asking import letter_written, opened, questions_in, replied, taken_in
from beraad.report.compose.asking import told_counts, told_question
from beraad.store.places import prepare, register_path

_Say = Callable[[str], None]
_NOTHING = "Er is nog geen vraag. Stel er een met: beraad vraag stel “Zien jullie …?”"


def ask(folder: Path, asked: argparse.Namespace, say: _Say) -> None:
    """Do what is asked with a question. Raises Solvable, with the way out in it."""
    register = register_path(folder, practice=False)
    if asked.doe == "toon":
        _show(register, say)
        return
    if not asked.wat.strip():
        missing = "de vraag zelf" if asked.doe == "stel" else "het bestand met de vraag"
        raise Solvable(f"Er ontbreekt nog iets: {missing}.", way_out="Zie beraad vraag --help.")
    prepare(folder)
    match asked.doe:
        case "stel":
            _put(register, folder, asked, say)
        case "lees":
            _take(register, folder, Path(asked.wat), say)
        case _:
            _answer(register, folder, asked, say)


def _put(register: Path, folder: Path, asked: argparse.Namespace, say: _Say) -> None:
    lexicon = municipal_words(folder).lexicon
    question = put_in(
        register,
        asked.wat,
        role=asked.rol,
        bottleneck=asked.knelpunt,
        today=_today(),
        due=asked.voor,
        lexicon=lexicon,
    )
    made = letter_written(register, question, made_folder(asked.uit), lexicon=lexicon)
    say(f"Geschreven: {made}. Stuur dit naar de gespreksleiders.")


def _take(register: Path, folder: Path, file: Path, say: _Say) -> None:
    taken = taken_in(file, register, municipal_words(folder).lexicon, today=_today())
    letter = taken.letter
    done = "Overgenomen" if taken.is_new else "Was al bekend, er is niets veranderd"
    say(f"{done}: {'een antwoord op' if letter.reply else 'de vraag'}")
    say(f"  {told_question(letter.question)}")


def _answer(register: Path, folder: Path, asked: argparse.Namespace, say: _Say) -> None:
    if asked.gezien is None:
        raise Solvable(
            "Hoe vaak zien jullie dit?", way_out="Zeg het met --gezien niet, 1-2, 3-5 of vaker."
        )
    lexicon = municipal_words(folder).lexicon
    question = opened(Path(asked.wat), lexicon, today=_today()).question
    reply = replied(
        register,
        question,
        often=often(asked.gezien),
        team=asked.team,
        held_on=asked.op or _today(),
        today=_today(),
        words=asked.zeg,
        lexicon=lexicon,
    )
    made = letter_written(register, question, made_folder(asked.uit), reply=reply, lexicon=lexicon)
    say(f"Geschreven: {made}. Stuur dit terug, of wissel het register uit.")


def _show(register: Path, say: _Say) -> None:
    known = questions_in(register)
    if not known:
        say(_NOTHING)
    for one in known:
        question = one.question
        about = (question.role, full_date(question.on), question.bottleneck)
        say(told_question(question))
        say(f"  {' · '.join(filter(None, about))}")
        for line in told_counts(one):
            say(f"  {line}")


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
