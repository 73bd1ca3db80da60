"""The SBOM: a list in CycloneDX of every part and every file that is in the folder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from tools.windows.inside import Inside
from tools.windows.part import Part
from tools.windows.places import SBOM, in_order

_UNKNOWN = {"properties": [{"name": "beraad:versie", "value": "onbekend"}]}
"""Said of what no file tells a version of: it was not forgotten."""

_OPERATORS = (" OR ", " AND ", " WITH ")


def bill(
    version: str, parts: Iterable[Part], folder: Path, made: int, *, system: str = "Windows"
) -> str:
    """The SBOM of a folder; `made` is when, in seconds since 1970."""
    components = [_component(part, folder) for part in parts]
    mark = json.dumps(components, sort_keys=True)
    whole = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, f'beraad {version} {mark}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(made, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": f"beraad-{system.lower()}",
                "name": f"Beraad voor {system}",
                "version": version,
                "licenses": [{"expression": "EUPL-1.2"}],
            },
        },
        "components": components,
    }
    return json.dumps(whole, separators=(",", ":"), ensure_ascii=False) + "\n"


def differences(folder: Path) -> list[str]:
    """How a folder differs from its own SBOM, a line for each file; nothing when it does not."""
    told = json.loads((folder / SBOM).read_text(encoding="utf-8"))
    listed = dict(_files(told["components"]))
    there = {
        path.relative_to(folder).as_posix(): _digest(path)
        for path in in_order(folder)
        if path != folder / SBOM
    }
    return [
        *(f"{name} is listed and is not there" for name in sorted(listed.keys() - there.keys())),
        *(f"{name} is there and is not listed" for name in sorted(there.keys() - listed.keys())),
        *(
            f"{name} is not what is listed"
            for name in sorted(there.keys() & listed.keys())
            if there[name] != listed[name]
        ),
    ]


def _files(components: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for each in components:
        if each["type"] == "file":
            yield each["name"], each["hashes"][0]["content"]
        yield from _files(each.get("components", []))


def _component(part: Part, folder: Path) -> dict[str, Any]:
    inside = [_inside(part, each) for each in part.inside]
    files = [
        {"type": "file", "name": name, "hashes": [_hash(_digest(folder / name))]}
        for name in part.files
    ]
    return {
        "type": "library",
        "bom-ref": part.source,
        "name": part.name,
        "version": part.version,
        "purl": part.source,
        "licenses": [_licence(part.licence)],
        **({"hashes": [_hash(part.digest)]} if part.digest else {}),
        "components": [*inside, *files],
    }


def _inside(part: Part, inside: Inside) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"{part.source}#{inside.name}" + f"@{inside.version}" * bool(inside.version),
        "name": inside.name,
        **({"version": inside.version} if inside.version else _UNKNOWN),
        **({"purl": inside.purl} if inside.purl else {}),
        **({"cpe": inside.cpe} if inside.cpe else {}),
        **({"licenses": [_licence(inside.licence)]} if inside.licence else {}),
        **({"evidence": _evidence(inside.places)} if inside.places else {}),
    }


def _evidence(places: Iterable[str]) -> dict[str, Any]:
    return {"occurrences": [{"location": place} for place in places]}


def _licence(licence: str) -> dict[str, Any]:
    """CycloneDX has one word for an expression and another for a name."""
    is_expression = any(word in licence for word in _OPERATORS) or " " not in licence
    return {"expression": licence} if is_expression else {"license": {"name": licence}}


def _hash(digest: str) -> dict[str, str]:
    return {"alg": "SHA-256", "content": digest}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
