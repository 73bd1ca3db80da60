"""From an oefening that a trainer filled in to the file of an oefencasus.

What names real people stays out: names of who were there, words to take out, decisions about them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from beraad.errors import Solvable
from beraad.phases.phrasing import capital, listed
from beraad.records import Id, Session
from beraad.records.anatomy import list_sections, single_sections
from beraad.storable import VISIBLE_GAP, storable
from beraad.training.coaching import Coaching, Seen
from beraad.training.naming import called_after
from beraad.training.practice import LONGEST_LINE, LONGEST_TITLE, NO_AIM, require_readable
from beraad.training.reading import LINKS, hints_of, plain_hint, written_name
from beraad.training.sections import WRITTEN_IN

_LEFT_OUT = frozenset({"known_words", "decisions"})
_NO_FIELDS: Mapping[str, frozenset[str]] = {
    "opening": frozenset({"title", "held_on", "setting", "whole_on", "whole_by"}),
    "participants": frozenset({"name"}),
    "wordings": frozenset({"replaced_at"}),
    "lesson": frozenset({"approved_by"}),
}
_SENTENCE = re.compile(r"[^.!?]*[.!?]?")
_LINES = re.compile(r"\n+")
ABOUT = """\
# Oefencasus, gemaakt in Beraad. Alles hoort verzonnen te zijn: gebruik geen echt verhaal.
# Wat er nog bij kan voor wie traint, staat in de handleiding voor trainers.
"""


def written_case(
    session: Session,
    *,
    today: date,
    summary: str = "",
    aim: str = "",
    coaching: Coaching | None = None,
) -> str:
    """The file of a case that makes this beraad, without names of who were there.

    Without a `summary` it is taken from the beraad; without an `aim` the file says that there is
    none yet, for a beraad does not say what who leads learns. Raises Solvable when it is no
    oefening, or has no title or no A and B yet, and with the place of what could not be read again.
    """
    opening = session.opening
    if ways := _lacking(session):
        raise Solvable(
            "Dit is nog geen casus om door te geven.",
            kept="Wat je schreef, is bewaard.",
            way_out=f"{capital(listed(ways))}.",
        )
    header = _header(session, today, summary, aim, coaching or Coaching())
    if len(opening.title) > LONGEST_TITLE:
        raise Solvable(
            f"De titel is te lang: hij heeft {len(opening.title)} tekens.",
            kept="Je oefening is bewaard.",
            way_out=f"Maak er in de opening hoogstens {LONGEST_TITLE} van.",
        )
    text = "\n".join((ABOUT, *header, *_sections(session)))
    _require_readable(text, opening.title)
    return text


def _require_readable(text: str, title: str) -> None:
    """Raise Solvable for a case that would be refused when it is opened."""
    try:
        require_readable(text, Path(f"{called_after(title)}.casus"))
    except Solvable as problem:
        raise Solvable(
            f"Zo kan dit geen casus worden. {problem.happened}",
            kept="Je oefening is bewaard. Er is geen casus geschreven.",
            way_out="Verander dat in de oefening, en bewaar hem dan nog eens als casus.",
        ) from problem


def _lacking(session: Session) -> list[str]:
    """What somebody still does before this is a case."""
    if not session.is_practice:
        return ["maak er eerst een oefening van"]
    ways = [] if session.opening.title.strip() else ["geef de oefening een titel"]
    dilemma = {"A": session.option_a, "B": session.option_b}
    empty = [name for name, option in dilemma.items() if not option.text.strip()]
    return [*ways, f"schrijf {listed(empty)} op in ronde 2"] if empty else ways


def _header(
    session: Session, today: date, summary: str, aim: str, coaching: Coaching
) -> Iterator[str]:
    account, question = session.case, session.dilemma.moral_question
    told = summary.strip() or _short(_first_sentence(account.situation or question))
    yield "[oefening]"
    yield f"titel = {_text(session.opening.title)}"
    yield f"samenvatting = {_text(told or session.opening.title)}"
    yield f"leerdoel = {_text(aim.strip() or NO_AIM)}"
    yield 'bron = "verzonnen"'
    yield f"peildatum = {today.isoformat()}"
    if session.opening.setting.is_policy:
        yield "beleidsvraag = true"
    if coaching.difficulty is not None:
        yield f"moeilijkheid = {_text(coaching.difficulty)}"
    yield ""
    yield from _coaching(coaching)


def _coaching(coaching: Coaching) -> Iterator[str]:
    for one in coaching.rounds:
        yield from _table(
            "[[oefening.ronden]]",
            {
                "phase": _text(one.phase),
                "leerdoel": _text(one.aim),
                "valkuil": _text(one.pitfall),
                "modelvraag": _text(one.question),
                "minuten": str(one.minutes),
            },
        )
    for role in coaching.roles:
        yield from _table(
            "[[oefening.rollen]]",
            {
                "rol": _text(role.name),
                "weet": _text(role.knows),
                "bij_open_vraag": _text(role.when_asked),
                "gedrag": _text(role.manner),
                "zegt": _text(role.says),
            },
        )
    for seen in coaching.seen:
        yield from _seen(seen)
    if coaching.takeaway is not None:
        taken = coaching.takeaway
        yield from _table(
            "[oefening.terugblik]",
            {
                "behoud": _text(taken.keep),
                "probeer": _text(taken.attempt),
                "wanneer": _text(taken.when),
                "phase": _text(taken.phase),
                "merk": _text(taken.noticed_by),
            },
        )


def _seen(seen: Seen) -> Iterator[str]:
    labels = ", ".join(f"{_text(key)} = {_text(label)}" for key, label in seen.labels.items())
    tally = ", ".join(f"{_text(kind)} = {count}" for kind, count in seen.tally.items())
    yield from _table(
        "[[oefening.observatie]]",
        {
            "phase": _text(seen.place),
            "gezien": f"{{ {labels} }}" if labels else "{}",
            "vragen": f"{{ {tally} }}" if tally else "{}",
            "gehoord": f"[{', '.join(map(_text, seen.heard))}]",
        },
    )
    for moment in seen.moments:
        yield from _table(
            "[[oefening.observatie.momenten]]",
            {
                "op": _text(moment.at),
                "wat": _text(moment.what),
                "ingreep": _text(moment.step),
            },
        )


def _table(header: str, values: Mapping[str, str]) -> Iterator[str]:
    yield header
    yield from (f"{name} = {value}" for name, value in values.items())
    yield ""


def _sections(session: Session) -> Iterator[str]:
    written = dict.fromkeys(name for names in WRITTEN_IN.values() for name in names)
    names = (*written, "wordings", "parked", "private_notes")
    singles, lists = single_sections(), list_sections()
    keys = _keys(session)
    for name in names:
        if name in _LEFT_OUT:
            continue
        if name in singles:
            yield from _record(f"[{name}]", name, getattr(session, name), session, keys)
        elif name in lists:
            for record in getattr(session, name):
                yield from _record(f"[[{name}]]", name, record, session, keys)


def _keys(session: Session) -> dict[Id, str]:
    """What each record is called that another can point to."""
    return {
        record.id: f"{section}_{number}"
        for section in dict.fromkeys(LINKS.values())
        for number, record in enumerate(getattr(session, section), start=1)
    }


def _record(
    header: str, section: str, record: Any, session: Session, keys: Mapping[Id, str]
) -> Iterator[str]:
    yield header
    hints = hints_of(record.__class__)
    key = keys.get(getattr(record, "id", Id("")))
    if key is not None:
        yield f"key = {_text(key)}"
    for field in fields(record):
        if field.name == "id" or field.name in _NO_FIELDS.get(section, frozenset()):
            continue
        value = getattr(record, field.name)
        if value is None or value == field.default:
            continue
        name, kind = written_name(field.name, hints[field.name]), plain_hint(hints[field.name])
        yield f"{name} = {_value(value, kind, session.opening.held_on, keys)}"
    yield ""


def _value(value: Any, kind: Any, held_on: date, keys: Mapping[Id, str]) -> str:
    if kind is Id:
        return _text(keys[value])
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return str((value - held_on).days)
    if isinstance(value, StrEnum):
        return _text(value.value)
    if isinstance(value, int):
        return str(value)
    return _text(value)


def _text(text: str) -> str:
    """A text as TOML has it on one line; each line of it becomes a paragraph."""
    told = json.dumps(_LINES.sub("\n\n", storable(text).strip()), ensure_ascii=False)
    return told.replace("\x7f", "\\u007f")


def _short(text: str) -> str:
    """As much of a text as the head of a case has room for, to a whole word."""
    line = " ".join(storable(text).replace(VISIBLE_GAP, " ").split())
    if len(line) <= LONGEST_LINE:
        return line
    return f"{line[: LONGEST_LINE - 1].rpartition(' ')[0] or line[: LONGEST_LINE - 1]}…"


def _first_sentence(text: str) -> str:
    found = _SENTENCE.match(" ".join(text.split()))
    return found[0].strip() if found else ""
