"""What is typed about a signal and stands in no step yet, by the kind of step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable
from beraad.publishing.drafting import Drafting
from beraad.records import Id, Step, StepKind
from beraad.ui.signals.draft_keeper import DraftKeeper
from beraad.ui.widgets.banner import Banner

_IN_WORDS = ("words", "to", "change", "how", "role")


class HalfSteps(QObject):
    """Keeps half a step while it is typed, until somebody finishes it.

    `mixed` carries the kind of step in which somebody typed in another window too; `replaced` what
    is told of another register that lies there.
    """

    mixed = Signal(object)
    replaced = Signal(object)

    def __init__(
        self,
        signal_id: Id,
        path: Path,
        banner: Banner,
        parent: QObject,
        *,
        steps: Callable[[StepKind], dict[str, TextSteps]],
    ) -> None:
        """`steps` is what can be undone of when a step was typed at before, in this run."""
        super().__init__(parent)
        self._steps = steps
        self._typed: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._drafting = Drafting(signal_id, path)
        self._keeper = DraftKeeper(
            self._keep, banner, self, typed=self._words_waiting, again=self._drafting.again
        )
        self._keeper.replaced.connect(self.replaced)

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is typed, in the form of whatever step."""
        return tuple(self._typed.values())

    def of(self, kind: StepKind) -> dict[str, str]:
        """What stands in the form of this kind of step, by field."""
        begin = f"{kind.value}."
        return {
            field.removeprefix(begin): text
            for field, text in self._typed.items()
            if field.startswith(begin)
        }

    def undoable(self, kind: StepKind) -> dict[str, TextSteps]:
        """What can be undone in the form of this kind of step, by field; it is kept up to date."""
        return self._steps(kind)

    def begun(self) -> StepKind | None:
        """The step that somebody began to write and did not finish."""
        began = {field.partition(".")[0] for field in self._typed}
        return next((kind for kind in StepKind if kind.value in began), None)

    def read(self) -> None:
        """Read what is kept. Raises Solvable."""
        self._typed = self._kept = self._drafting.read()

    def type(self, kind: StepKind, texts: dict[str, str]) -> None:
        """Keep soon what stands in a form now.

        Only what is written anew here is kept anew: another window may write the rest.
        """
        begin = f"{kind.value}."
        before = {name: text for name, text in self._typed.items() if name.startswith(begin)}
        now = {f"{begin}{name}": text for name, text in texts.items()}
        self._waiting |= {
            name: now.get(name, "")
            for name in before | now
            if before.get(name, "") != now.get(name, "")
        }
        others = {name: text for name, text in self._typed.items() if name not in before}
        self._typed = others | now
        self._keeper.soon()

    def hand_over(self) -> Solvable | None:
        """Keep what waits; what went wrong and was told, if anything."""
        return self._keeper.hand_over()

    def finish(self, kind: StepKind) -> None:
        """A step of this kind stands in the register now. Raises Solvable."""
        self.read()
        self._steps(kind).clear()

    def forget(self) -> None:
        """The signal was erased, and with it all that was typed about it."""
        self._waiting, self._typed, self._kept = {}, {}, {}
        for kind in StepKind:
            self._steps(kind).clear()

    def _words_waiting(self) -> tuple[str, ...]:
        """What somebody wrote in words; a day or a choice names nothing by itself."""
        typed = (*_IN_WORDS, "typed")
        return tuple(
            text for name, text in self._waiting.items() if name.rpartition(".")[2] in typed
        )

    def _keep(self) -> None:
        if not self._waiting:
            return
        kept = self._drafting.keep(self._waiting, seen=self._kept)
        others = {name for name, text in self._waiting.items() if kept.get(name, "") != text}
        self._waiting, self._kept = {}, kept
        if others:
            self._typed = kept
            self.mixed.emit(StepKind(others.pop().partition(".")[0]))


def texts_of(step: Step) -> dict[str, str]:
    """A step as its form holds it."""
    said = {name: getattr(step, name) for name in _IN_WORDS}
    days = {"on": step.on.isoformat(), "due": step.due.isoformat() if step.due else ""}
    chosen = {
        "outcome": step.outcome or "",
        "helped": step.helped or "",
        "about": step.about or "",
    }
    return {name: text for name, text in (said | days | chosen).items() if text}
