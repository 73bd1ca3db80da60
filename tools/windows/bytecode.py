"""Compiles every module for the Python of the package, by that Python itself, under wine.

Without it every start on a laptop where the folder cannot be written would compile everything
anew. The bytecode looks at no times and no sources, so that a copied folder stays valid. Of Beraad
the source is there too, for who wants to read it; of other packages only the bytecode, for everyone
can fetch the source by its hash in the SBOM.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path, PurePosixPath

from tools.windows.wine import Wine

_TAG = "cpython-313"
_OURS = "beraad/"

_COMPILE = """
import json, pathlib, py_compile, sys
root = pathlib.Path(sys.argv[1])
targets = json.loads(sys.stdin.buffer.read())
for name in targets:
    path = root.joinpath(*name.split("/"))
    target = root.joinpath(*targets[name].split("/"))
    target.parent.mkdir(exist_ok=True)
    py_compile.compile(
        str(path), str(target), name, doraise=True, optimize=0,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
print(len(targets))
"""


def compile_all(app: Path, python: Path, wine: Wine) -> int:
    """Put the bytecode beside every module of `app`; returns how many there were."""
    trial = wine.folder / "compiler"
    shutil.rmtree(trial, ignore_errors=True)
    shutil.copytree(python, trial)
    # Wine 8 does not know what this asks of the system.
    (trial / "_wmi.pyd").unlink(missing_ok=True)
    names = sorted(path.relative_to(app).as_posix() for path in app.rglob("*.py"))
    targets = {name: bytecode_of(name) for name in names}
    done = wine.run(
        *(str(trial / "python.exe"), "-I", "-X", "utf8", "-c", _COMPILE, wine.named(app)),
        given=json.dumps(targets).encode(),
    )
    for name in names:
        if not _keeps_source(name):
            (app / name).unlink()
    return int(done)


def bytecode_of(module: str) -> str:
    """Where the bytecode of a module goes: beside its source, or in its place."""
    path = PurePosixPath(module)
    if _keeps_source(module):
        return str(path.parent / "__pycache__" / f"{path.stem}.{_TAG}.pyc")
    return str(path.with_suffix(".pyc"))


def source_of(path: str) -> str:
    """The module that a file of bytecode was made of; anything else is its own source."""
    found = PurePosixPath(path)
    if found.suffix != ".pyc":
        return path
    if found.parent.name == "__pycache__":
        return str(found.parent.parent / f"{found.name.removesuffix(f'.{_TAG}.pyc')}.py")
    return str(found.with_suffix(".py"))


def _keeps_source(module: str) -> bool:
    return module.startswith(_OURS)
