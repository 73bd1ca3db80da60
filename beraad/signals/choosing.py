"""Choices between steps that clash: one that was made against another choice does not count.

Somebody chooses by withdrawing what else stood there. When somebody else, not knowing it, withdrew
what was chosen, nobody meant that nothing is left: such a withdrawal is crossed, all of it stands
again, and it is asked once more. No clock decides, and in whatever order it came, it is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from beraad.records import Id, Step, StepKind


class Choices:
    """Which withdrawals chose what, as far as the writer of each knew."""

    def __init__(
        self,
        steps: tuple[Step, ...],
        *,
        sorts: Mapping[StepKind, str],
        knew: Callable[[Id], frozenset[Id]],
    ) -> None:
        """`steps` in their order; `knew` tells which steps the writer of one had seen.

        `sorts` tells of a kind of step of which two at once cannot both be meant.
        """
        self._steps = {step.id: step for step in steps}
        self._sorts = sorts
        self._knew = knew
        self._undoing = {
            step.id: step.about
            for step in steps
            if step.kind is StepKind.UNDONE and step.about is not None
        }
        self._chosen: dict[Id, frozenset[Id]] = {}

    @property
    def crossed(self) -> frozenset[Id]:
        """The withdrawals that do not count: each chose what somebody else withdrew at once."""
        if not any(map(self._rivals, self._undoing.values())):
            return frozenset()
        for each in self._undoing:  # In their order, so that none waits for many others.
            self._chosen_by(each)
        return self._crossed_in(self._steps)

    def standing_for(self, writer: Id) -> frozenset[Id]:
        """What stood as far as the writer of a step knew."""
        return self._standing_in(self._knew(writer))

    def _standing_in(self, view: Iterable[Id]) -> frozenset[Id]:
        some = frozenset(view)
        counting = self._in_force(some) - self._crossed_in(some)
        return some - self._undoing.keys() - {self._undoing[each] for each in counting}

    def _in_force(self, view: Iterable[Id]) -> frozenset[Id]:
        """The withdrawals of steps among these that were not withdrawn themselves."""
        some = frozenset(view)
        gone: set[Id] = set()
        found: set[Id] = set()
        for each, about in reversed(self._undoing.items()):
            if each not in some or each in gone:
                continue
            if about in self._undoing:
                gone.add(about)
            else:
                found.add(each)
        return frozenset(found)

    def _crossed_in(self, view: Iterable[Id]) -> frozenset[Id]:
        counting = self._in_force(view)
        return frozenset(
            each
            for each in counting
            if any(
                self._undoing[other] in self._chosen_by(each) and self._at_once(each, other)
                for other in counting
            )
        )

    def _chosen_by(self, undoing: Id) -> frozenset[Id]:
        """What a withdrawal let stand of the steps that clashed with the one that it took back."""
        if undoing not in self._chosen:
            rivals = self._rivals(self._undoing[undoing])
            standing = self.standing_for(undoing) if rivals else frozenset[Id]()
            self._chosen[undoing] = rivals & standing
        return self._chosen[undoing]

    def _rivals(self, step_id: Id) -> frozenset[Id]:
        """The steps that cannot be meant together with this one, and did not know of it."""
        step = self._steps.get(step_id)
        sort = self._sorts.get(step.kind) if step else None
        if sort is None:
            return frozenset()
        return frozenset(
            each.id
            for each in self._steps.values()
            if self._sorts.get(each.kind) == sort
            and each.id != step_id
            and self._at_once(each.id, step_id)
        )

    def _at_once(self, one: Id, other: Id) -> bool:
        return one not in self._knew(other) and other not in self._knew(one)
