"""Beleid asks "Zien jullie …?", teams answer after a beraad: by small files, or with the exchange.

Every word is read before it comes into the register, and again when it leaves. A file of another
meets its limits first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.dates import full_date, iso_week
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import KIND_LABELS, Find
from beraad.privacy.leaving.later import mark_of, open_in_step
from beraad.records import Id, Often, Question, Reply
from beraad.report.files import write
from beraad.signals.events import EventKind, new_device, question_of, reply_of, said_payload
from beraad.signals.question_file import (
    MOST_BYTES,
    Letter,
    Unfit,
    is_too_early,
    misdated,
    read,
    written,
)
from beraad.signals.questions import ABOUT, Gathered, entity_of, gathered, team_mark
from beraad.store.register import Register
from beraad.store.register_lines import events_about, practice_since

_SHOWN = 8
"""Signs of an identity in the name of a file."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out of a file.

    Attributes:
        is_new: False when it was known already, and nothing changed.
    """

    letter: Letter
    is_new: bool


class LetterOpen(Solvable):
    """In a question or a reply stands something that may point to somebody."""

    def __init__(self, found: tuple[Find, ...]) -> None:
        kinds = ", ".join(dict.fromkeys(KIND_LABELS[one.kind] for one in found))
        super().__init__(
            f"In deze vraag of dit antwoord staat iets waaraan iemand te herkennen is: {kinds}.",
            kept="Er is niets overgenomen en niets geschreven.",
            way_out="Schrijf het anders, zonder namen en zonder het verhaal van één inwoner.",
        )


def require_letter_read(said: Question | Reply, lexicon: Lexicon | None = None) -> None:
    """Raise LetterOpen while something in it is open."""
    if found := open_in_step(said, lexicon):
        raise LetterOpen(found)


def questions_in(path: Path) -> tuple[Gathered, ...]:
    """Every question that is known, with what was answered; none without a register.

    Raises Solvable when it cannot be read.
    """
    return gathered(events_about(path, ABOUT))


def asked(
    path: Path,
    text: str,
    *,
    role: str,
    bottleneck: str = "",
    today: date,
    due: date | None = None,
    is_read: bool = False,
    lexicon: Lexicon | None = None,
) -> Question:
    """Put a question in the register. Raises LetterOpen as long as nobody read it, and Solvable."""
    if due is not None and due < today:
        raise Solvable(
            f"{full_date(due)} is al geweest: voor die dag kan niemand meer antwoorden.",
            kept="Wat je typte staat er nog.",
            way_out="Kies een dag die nog komt, of laat hem weg.",
        )
    question = Question(
        id=Id(new_device()),
        asked=_line(text),
        role=_line(role),
        bottleneck=_line(bottleneck),
        on=today,
        due=due,
    )
    if is_read:
        question = replace(question, read=mark_of(question))
    require_letter_read(question, lexicon)
    with Register.open(path) as register:
        register.write(EventKind.ASKED, entity_of(question.id), said_payload(question))
    return question


def replied(
    path: Path,
    question: Question,
    *,
    often: Often,
    team: str,
    held_on: date,
    today: date,
    words: str = "",
    is_read: bool = False,
    lexicon: Lexicon | None = None,
) -> Reply:
    """Put in the register what a team says after a beraad; of the team only a mark is kept.

    Raises LetterOpen as long as nobody read it, and Solvable when a team is missing or the register
    cannot be written.
    """
    if not team.strip():
        raise Solvable(
            "Voor welk team is dit antwoord?",
            kept="Wat je typte staat er nog.",
            way_out="Vul het team in. Het gaat niet mee: er wordt alleen mee geteld.",
        )
    if held_on > today:
        raise Solvable(
            "De dag van het beraad ligt nog voor ons.",
            kept="Wat je typte staat er nog.",
            way_out="Antwoord na een beraad, met de dag waarop het was.",
        )
    if is_too_early(iso_week(held_on), question):
        raise Solvable(
            "Dit beraad was meer dan een jaar vóór de vraag.",
            kept="Wat je typte staat er nog.",
            way_out="Antwoord na een beraad van het laatste jaar.",
        )
    reply = Reply(
        id=Id(new_device()),
        question=question.id,
        often=often,
        team=_mark_here(path, question.id, team),
        week=iso_week(held_on),
        words=_line(words),
        on=today,
    )
    if is_read:
        reply = replace(reply, read=mark_of(reply))
    require_letter_read(reply, lexicon)
    _take_in(path, Letter(question=question, reply=reply, practice=_is_practice(path)))
    return reply


def opened(file: Path, lexicon: Lexicon | None = None, *, today: date) -> Letter:
    """The question or reply in a file of another.

    Raises Solvable when it cannot be read, is none, or is of a day that cannot be; and LetterOpen
    when a word in it may point to somebody.
    """
    try:
        letter = read(untrusted.read_text(file, most=MOST_BYTES))
    except OSError as error:
        raise _unfit(file, error.strerror or "") from error
    except UnicodeDecodeError:
        raise _unfit(file, "het is niet te lezen") from None
    except Unfit as wrong:
        raise _unfit(file, str(wrong)) from None
    if why := misdated(letter, today):
        raise _unfit(file, why)
    for said in filter(None, (letter.question, letter.reply)):
        require_letter_read(said, lexicon)
    return letter


def taken_in(file: Path, path: Path, lexicon: Lexicon | None = None, *, today: date) -> Taken:
    """Take a question or a reply out of a file into the register; again changes nothing.

    Raises as `opened` does, Solvable for an oefening among what is real and the other way round,
    for what was erased here or is known with another content, and when the register cannot be
    written.
    """
    letter = opened(file, lexicon, today=today)
    return Taken(letter, is_new=_take_in(path, letter))


def letter_written(
    path: Path,
    question: Question,
    folder: Path,
    *,
    reply: Reply | None = None,
    lexicon: Lexicon | None = None,
) -> Path:
    """Write a question, or a reply to it, as a file for others. Raises Solvable."""
    practice = _is_practice(path)
    for said in filter(None, (question, reply)):
        require_letter_read(said, lexicon)
    number = question.id[:_SHOWN]
    name = f"antwoord {number} {reply.id[:_SHOWN]}" if reply else f"vraag {number}"
    data = written(Letter(question=question, reply=reply, practice=practice))
    target = folder / f"{'oefening ' if practice else ''}{name}.json"
    return write(target, data, replace=False)


def _take_in(path: Path, letter: Letter) -> bool:
    """Whether something of it is new. Raises Solvable."""
    entity = entity_of(letter.question.id)
    with Register.open(path) as register:
        if (register.practice_since() is not None) != letter.practice:
            there = "een oefening" if letter.practice else "een echte vraag"
            raise Solvable(
                f"Dit is {there}, en dat hoort hier niet bij.",
                kept="Er is niets overgenomen.",
                way_out="Open oefeningen in het oefenregister, en echte vragen bij Signalen.",
            )
        known = register.events_about(entity)
        if any(each.kind == EventKind.ERASED for each in known):
            raise Solvable(
                "Deze vraag is hier gewist.",
                kept="Er is niets overgenomen.",
                way_out="Wil je er toch antwoord op? Laat de vraag dan opnieuw stellen.",
            )
        told = [each for each in known if each.payload is not None]
        questions = [question_of(each) for each in told if each.kind == EventKind.ASKED]
        replies = [reply_of(each) for each in told if each.kind == EventKind.REPLIED]
        if letter.reply is None:
            return _added(register, EventKind.ASKED, letter.question, entity, questions)
        if not questions:
            register.write(EventKind.ASKED, entity, said_payload(letter.question))
        same = [each for each in replies if each.id == letter.reply.id]
        return _added(register, EventKind.REPLIED, letter.reply, entity, same)


def _added(
    register: Register,
    kind: EventKind,
    said: Question | Reply,
    entity: Id,
    known: Sequence[Question | Reply],
) -> bool:
    """Whether it was written, for it was not known. Raises Solvable when it was, but otherwise."""
    if not known:
        register.write(kind, entity, said_payload(said))
        return True
    if said not in known:
        raise Solvable(
            "Dit was al bekend, met een andere inhoud.",
            kept="Er is niets veranderd: wat er al stond, geldt.",
            way_out="Vraag waar dit bestand vandaan komt. Een ander antwoord is een nieuw bestand.",
        )
    return False


def _mark_here(path: Path, question: Id, team: str) -> str:
    """The mark by which this laptop counts a team. Raises Solvable."""
    with Register.open(path) as register:
        return team_mark(question, team, key=register.key_of_teams)


def _is_practice(path: Path) -> bool:
    return practice_since(path) is not None


def _line(text: str) -> str:
    """A text on one line, as it goes into a letter."""
    return " ".join(text.split())


def _unfit(file: Path, why: str) -> Solvable:
    return Solvable(
        f"{untrusted.shown(file.name)} is niet overgenomen: {why}.",
        kept="Er is niets veranderd.",
        way_out="Vraag om het bestand zelf, zoals Beraad het maakte.",
    )
