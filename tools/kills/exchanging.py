"""Three laptops of a municipality that exchange their registers by files in a folder."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

from beraad.publishing.exchanging import exchange, send
from beraad.records import Id, RegisteredSignal, Step, StepKind
from beraad.signals.lines import lines_among
from beraad.store.places import prepare, register_path
from beraad.store.register import Register
from tools.invented.many_signals import signals
from tools.kills.broken import require

_OURS, _THEIRS = "laptop-1", ("laptop-2", "laptop-3")
_SHARED = "gedeeld"
_EACH = 120
"""Signals of each laptop: taking in the others takes long enough to be broken off anywhere."""

_LATER = date(2026, 12, 1)


def lay(home: Path) -> None:
    """Three registers; two of them were handed on, and the third has yet to take them in."""
    shared = home / _SHARED
    shared.mkdir()
    for number, name in enumerate((_OURS, *_THEIRS)):
        register = _register(home / name)
        _put(register, [_of(number, each) for each in signals(_EACH, seed=number)])
        if name != _OURS:
            send(register, shared)


def do(home: Path) -> None:
    """Take in the others, and write our own file."""
    exchange(_register(home / _OURS), home / _SHARED)


def law(home: Path) -> None:
    """Of each laptop all came in or nothing; done again, everybody has the same."""
    ours, shared = _register(home / _OURS), home / _SHARED
    with Register.open(ours) as register:
        known = {device: count for device, (_, count) in register.tips().items()}
        found, lines = register.signals(), register.lines()
    whole = _counts(home)
    require(all(whole[each] == count for each, count in known.items()), "een half bestand")
    require({each.id: each for each in lines} == lines_among(found), "de regels zeggen iets anders")
    do(home)
    for name in (*_THEIRS, *_THEIRS):
        exchange(_register(home / name), shared)
    do(home)
    registers = [_all(_register(home / name)) for name in (_OURS, *_THEIRS)]
    require(len(registers[0]) == (1 + len(_THEIRS)) * _EACH, "er ontbreken signalen")
    require(all(each == registers[0] for each in registers), "de laptops zijn niet gelijk")
    leftover = [each.name for each in shared.iterdir() if each.suffix != ".jsonl"]
    require(not leftover, f"er bleef iets liggen: {len(leftover)}")


def _register(folder: Path) -> Path:
    prepare(folder)
    return register_path(folder, practice=False)


def _of(number: int, signal: RegisteredSignal) -> RegisteredSignal:
    """A signal of one laptop; some go on in one of another, and so wait for what comes in."""
    told = replace(
        signal,
        id=Id(f"{number}-{signal.id}"),
        steps=tuple(replace(step, id=Id(f"{number}-{step.id}")) for step in signal.steps),
    )
    if not int(signal.id, 16) % 5 and number:
        joined = Step(
            id=Id(f"{told.id}-samen"),
            kind=StepKind.JOINED,
            on=_LATER,
            recorded_on=_LATER,
            about=Id(f"{number - 1}-{signal.id}"),
        )
        return replace(told, steps=(*told.steps[:1], joined))
    return told


def _put(path: Path, made: list[RegisteredSignal]) -> None:
    with Register.open(path) as register:
        register.put(*made)


def _counts(home: Path) -> Counter[str]:
    """How many events each laptop wrote."""
    found = Counter[str]()
    for name in (_OURS, *_THEIRS):
        with Register.open(_register(home / name)) as register:
            found[register.device] = len(register.own_events())
    return found


def _all(path: Path) -> frozenset[RegisteredSignal]:
    with Register.open(path) as register:
        return frozenset(register.signals())
