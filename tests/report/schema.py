"""As much of JSON Schema as our own schemas use; a word it does not know is a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

_KINDS = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
_SAYS_NOTHING = {"$schema", "$defs", "title", "description"}
_Rules = dict[str, Any]


def faults(value: Any, schema: _Rules, root: _Rules, at: str = "$") -> Iterator[str]:
    """Where a value is not what a schema says."""
    for word, said in schema.items():
        if word in _READ:
            if not _READ[word](value, said, schema):
                yield f"{at}: {word} does not hold"
        elif word == "$ref":
            yield from faults(value, root["$defs"][said.removeprefix("#/$defs/")], root, at)
        elif word == "properties":
            for name in said.keys() & set(value):
                yield from faults(value[name], said[name], root, f"{at}.{name}")
        elif word == "items":
            for number, each in enumerate(value):
                yield from faults(each, said, root, f"{at}[{number}]")
        elif word not in _SAYS_NOTHING:
            yield f"{at}: the schema says {word}, which is read by nobody here"


def _is_of(value: Any, kinds: str | list[str], _: _Rules) -> bool:
    return type(value) in {_KINDS[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)}


_READ: dict[str, Callable[[Any, Any, _Rules], bool]] = {
    "type": _is_of,
    "const": lambda value, said, _: value == said,
    "enum": lambda value, said, _: value in said,
    "pattern": lambda value, said, _: value is None or re.search(said, value) is not None,
    "required": lambda value, said, _: set(said) <= set(value),
    "additionalProperties": lambda value, said, schema: (
        said is not False or set(value) <= set(schema["properties"])
    ),
}
