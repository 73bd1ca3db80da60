"""More than one signal in a beraad: which is at hand, and which lie beside it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from beraad.records import Id, OtherSignal, Recurrence, Session, SignalContent, SignalLink, new_id

_HERE, _ASIDE = "signal", "other_signals"


def with_new_signal(session: Session) -> Session:
    """Lay the signal at hand beside the others and begin an empty one.

    The same session when nothing was written in it yet.
    """
    if session.signal.is_empty:
        return session
    return _take_up(session, SignalContent(), new_id())


def with_how_often(session: Session) -> Session:
    """Let the only signal of a beraad say how often, once that was answered in ronde 8.

    The same session when it says so itself, or nobody counted.
    """
    count = session.conclusion.recurrence_count
    seen = session.conclusion.recurrence is Recurrence.YES and count is not None
    if not seen or session.other_signals or session.signal.frequency.strip():
        return session
    return replace(session, signal=replace(session.signal, frequency=f"ongeveer {count} keer"))


def with_other_signal(session: Session, signal_id: Id) -> Session:
    """Take up another signal, and lay the one at hand beside the others.

    Raises KeyError when there is no such signal.
    """
    found = next((each for each in session.other_signals if each.id == signal_id), None)
    if found is None:
        raise KeyError(signal_id)
    return _take_up(session, found.content, found.id)


def with_words_of_register(session: Session, content: SignalContent) -> Session:
    """Let the signal at hand say what the register says of it; what was half typed in it goes."""
    left = tuple(each for each in session.as_typed if each.place.partition(".")[0] != _HERE)
    return replace(session, signal=content, as_typed=left)


def _take_up(session: Session, content: SignalContent, identity: Id) -> Session:
    here = session.signal_at_hand
    others = tuple(each for each in session.other_signals if each.id != identity)
    if not session.signal.is_empty:
        others = (*others, OtherSignal(id=here, **_values(session.signal)))
    return replace(
        session,
        signal=content,
        signal_link=SignalLink(signal_id=identity),
        other_signals=others,
        as_typed=tuple(
            replace(each, place=_moved(each.place, here, identity)) for each in session.as_typed
        ),
    )


def _values(content: SignalContent) -> dict[str, Any]:
    return {field.name: getattr(content, field.name) for field in fields(SignalContent)}


def _moved(place: str, here: Id, identity: Id) -> str:
    """Where what was typed and is no value yet stands after that: it goes with its signal."""
    section, _, rest = place.partition(".")
    if section == _HERE:
        return f"{_ASIDE}.{rest}.{here}"
    if section == _ASIDE and rest.endswith(f".{identity}"):
        return f"{_HERE}.{rest.removesuffix(f'.{identity}')}"
    return place
