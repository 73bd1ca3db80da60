"""What the walk says, in Dutch."""

from __future__ import annotations

from tools.soak.supervising import Outcome

_COUNTED = (("widgets", "widgets"), ("objects", "objecten"), ("threads", "draden"),
            ("files", "bestanden"), ("memory", "MB"))  # fmt: skip


def counted(number: int) -> str:
    """A number as it is written in Dutch."""
    return f"{number:,}".replace(",", ".")


def progress(steps: int, seconds: float) -> str:
    """How far a walk is."""
    return f"  {counted(steps)} stappen in {seconds / 60:.1f} minuten"


def held(outcome: Outcome) -> list[str]:
    """What the longest-living process held at its second rest and at its last."""
    longest = max(outcome.samples, key=len, default=[])
    if len(longest) < 3:
        return []
    first, last = longest[1], longest[-1]
    figures = ", ".join(f"{said} {first[name]:.0f} → {last[name]:.0f}" for name, said in _COUNTED)
    return [f"In rust ({len(longest)} metingen): {figures}."]


def verdict(outcome: Outcome, seed: str) -> str:
    """The last line."""
    killed = f", {outcome.kills} keer afgebroken" if outcome.kills else ""
    walked = f"Dwaaltocht: {counted(outcome.steps)} stappen, zaad {seed}{killed}"
    return (
        f"{walked}, gebroken wet: {outcome.law}" if outcome.law else f"{walked}, geen wet gebroken"
    )
