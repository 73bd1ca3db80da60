"""Text of people in Markdown: shown letter by letter, never obeyed."""

from __future__ import annotations

import re

from beraad.report.visible import visible

_ENTITIES = {"<": "&lt;", "~": "&#126;", "$": "&#36;", "@": "&#64;"}
_MARKUP = re.compile(
    r"""[\\`*_{}\[\]|\#]        # what both CommonMark and python-markdown undo with a backslash
      | [<~$@]                  # what only an entity disarms everywhere
      | &(?=\#?\w+;)            # what would be read as an entity
      | :(?=//) | \b[Ww]{3}\.   # what becomes a link by itself
    """,
    re.VERBOSE,
)
_AT_START = re.compile(r"^(?:(?P<mark>[-+=>:!])|(?P<number>\d+)(?P<dot>[.)]))")


def escape(text: str) -> str:
    """Text that Markdown shows letter by letter, wherever in a line it stands."""
    literal = _MARKUP.sub(_disarmed, visible(text).strip())
    return _AT_START.sub(_disarmed_start, literal)


def _disarmed(found: re.Match[str]) -> str:
    markup = found[0]
    if markup == "&":
        return "&amp;"
    if markup == ":":
        return "&#58;"
    if markup.endswith("."):
        return f"{markup[:-1]}&#46;"
    return _ENTITIES.get(markup, f"\\{markup}")


def _disarmed_start(found: re.Match[str]) -> str:
    if found["mark"]:
        return f"\\{found['mark']}" if found["mark"] not in "=:" else f"&#{ord(found['mark'])};"
    return f"{found['number']}\\{found['dot']}"
