from __future__ import annotations


def heard_of(asking):
    """Everything that is said to whoever asked, in order."""
    heard = []
    for name in ("told", "done", "failed"):
        getattr(asking, name).connect(lambda what, name=name: heard.append((name, what)))
    if hasattr(asking, "stopped"):
        asking.stopped.connect(lambda: heard.append(("stopped", None)))
    return heard
