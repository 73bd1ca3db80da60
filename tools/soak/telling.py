"""What the walk says, in Dutch."""

from __future__ import annotations

from tools.soak.reach import Overview
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


def reached(found: Overview) -> list[str]:
    """How much of the window a walk got to, and what it never did."""
    told: list[str] = []
    for what, (there, never) in (
        ("Onderdelen gezien", found.parts),
        ("Knoppen en velden gebruikt", found.controls),
        ("Toetsen gebruikt", found.keys),
    ):
        names = ", ".join(each.replace("\\", "").replace(".*", "…") for each in never)
        told.append(f"{what}: {len(there)} van {len(there) + len(never)}.")
        told += [f"  nooit: {names}"] * bool(never)
    return told


def verdict(outcome: Outcome, seed: str) -> str:
    """The last line."""
    killed = f", {outcome.kills} keer afgebroken" if outcome.kills else ""
    walked = f"Dwaaltocht: {counted(outcome.steps)} stappen, zaad {seed}{killed}"
    return (
        f"{walked}, gebroken wet: {outcome.law}" if outcome.law else f"{walked}, geen wet gebroken"
    )
