"""What has to hold when everybody has met: nothing lost, nothing double, nothing overwritten."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from beraad.publishing.meeting import meet
from beraad.records import Id, SignalLine
from beraad.signals.chain import Chain
from beraad.signals.events import EventKind
from beraad.signals.fold import Folded
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from tools.postgres import PASSWORD
from tools.schedules.happenings import ENTITIES
from tools.schedules.world import World, require, standing_answers

_OF_ANSWERS = ("antwoord", "besluit")
_STEPS = ("stap", *_OF_ANSWERS)


def require_all(world: World) -> None:
    """Raise Broken when a law does not hold."""
    rows = [each for each, org in world.rows() if org == world.org]
    chain = Chain()
    for each in rows:
        require(not chain.why_not(each), "what stands on the server is a chain of sound rows")
    erased = {each.entity for each in rows if each.kind == EventKind.ERASED}
    require(erased <= world.erased, "nothing is erased that nobody erased")
    require(
        {m[len("wissen van ") :] for m in world.server_must if m.startswith("wissen")} <= erased,
        "what was erased is erased",
    )
    told = "\n".join(each.payload or "" for each in rows)
    require(
        not any(each.payload for each in rows if each.entity in erased),
        "nothing of what was erased stands on the server",
    )
    there = {name for name in world.written if name in told}
    gone = _put_in_other_words(world)
    must = {
        name
        for name in world.server_must
        if name in world.written and world.about[name] not in erased and name not in gone
    }
    require(must <= there, "nothing is lost")
    _require_equal(world, erased, there)
    _require_apart(world)


def _put_in_other_words(world: World) -> set[str]:
    """Words of steps that somebody wrote otherwise, and that may be gone because of it."""
    return {old for name, knew in world.written.items() if name.startswith("woord") for old in knew}


def _require_equal(world: World, erased: set[str], there: set[str]) -> None:
    """All registers say the same, and that is what the model says."""
    first = None
    for laptop in world.laptops:
        with Register.open(laptop.path) as register:
            found = {entity: register.folded(Id(entity)) for entity in ENTITIES}
            lines = register.lines()
            events = [*register.events(EventKind.SIGNAL), *register.events(EventKind.STEP)]
        require(
            not any(each.payload for each in events if each.entity in erased),
            "nothing of what was erased stands on a laptop",
        )
        for entity, folded in found.items():
            require(not folded.complaints, "nothing is missing at rest")
            shown = folded.versions or ((folded.signal,) if folded.signal else ())
            texts = [each.content.what for each in shown]
            require(len(texts) == len(set(texts)), "no text stands double")
            require(
                set(texts) == _standing(world, entity, there),
                "every text that nobody replaced stands there, and no other",
            )
            steps = folded.signal.steps if folded.signal else ()
            names = [step.id for step in steps]
            require(len(names) == len(set(names)), "no step stands double")
            require(
                {step.id for step in steps} >= _steps(world, entity, there),
                "every step stands there",
            )
            if folded.signal is not None:
                _require_decided(world, entity, folded, there)
        if first is None:
            first = (found, lines)
        require(first == (found, lines), "all are equal at rest")
        require(lines == _made_anew(laptop.path), "a line says what making it anew says")


def _made_anew(path: Path) -> tuple[SignalLine, ...]:
    """The signals at a glance, as other rules would have to make them."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE own SET derived_by = 0")
    return signal_lines(path)


def _standing(world: World, entity: str, there: set[str]) -> set[str]:
    texts = {n for n in there if n.startswith("tekst") and world.about[n] == entity}
    replaced = {old for name in texts for old in _all_before(world, name)}
    return texts - replaced


def _all_before(world: World, name: str) -> set[str]:
    return set(world.written[name])


def _steps(world: World, entity: str, there: set[str]) -> set[str]:
    return {n for n in there if n.startswith(_STEPS) and world.about[n] == entity}


def _require_decided(world: World, entity: str, folded: Folded, there: set[str]) -> None:
    """Who chooses one answer of two loses none, and who knew everything has the last word."""
    assert folded.signal is not None  # noqa: S101 - who asks looked
    standing = standing_answers(folded.signal)
    about = {n for n in there if n.startswith(_OF_ANSWERS) and world.about[n] == entity}
    answers = {n for n in about if n.startswith("antwoord")}
    require(standing <= answers, "no answer counts that nobody wrote")
    require(standing or not answers, "choosing leaves an answer")
    for name in about & world.decided.keys():
        last = world.decided[name]
        if about - {name} <= last.knew:
            require(standing == last.stands, "who knew everything has the last word")
            require(
                not (folded.answers_clash and len(standing) < 2),
                "nothing clashes with nothing",
            )


def _require_apart(world: World) -> None:
    """Another municipality gets nothing, and none of it comes here."""
    outsider = world.outsider()
    met = meet(outsider.path, outsider.place, PASSWORD)
    require(met is not None and not met.new, "another municipality sees nothing")
