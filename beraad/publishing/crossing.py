"""What may go from one laptop to another: only what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.leaving.later import open_in_step
from beraad.publishing.asking import require_letter_read
from beraad.publishing.stepping import StepOpen
from beraad.records import Event, Id, RegisteredSignal
from beraad.signals.events import EventKind, question_of, reply_of, step_of


def require_read(
    events: Iterable[Event],
    lexicon: Lexicon | None,
    signal_about: Callable[[Id], RegisteredSignal | None],
) -> None:
    """Raise Solvable when something may point to somebody and nobody decided about it."""
    for each in events:
        if each.payload is None:
            continue
        if each.kind == EventKind.ASKED:
            require_letter_read(question_of(each), lexicon)
        elif each.kind == EventKind.REPLIED:
            require_letter_read(reply_of(each), lexicon)
        elif each.kind == EventKind.STEP and (found := open_in_step(step_of(each), lexicon)):
            signal = signal_about(each.entity)
            if signal is not None:
                raise StepOpen(signal, found)
