"""Guards what goes into the repository: no large files, no traces of one machine or registry."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 2 * 1024 * 1024

# Written with bracketed letters, so that this file does not match itself.
TRACES = {
    "pad van één computer": re.compile(
        r"(?<![\w.~*-])/(?:[w]ork|[r]oot)/|/[t]mp/(?:x\.|w/)|/[o]pt/(?:pypi|wheels)"
    ),
    "adres van een pakketregister": re.compile(
        r"files\.[p]ythonhosted|\b[p]ypi\.(?:org|python)|[r]egistry\.(?:npmjs|yarnpkg)"
        r"|(?:deb|security|ftp)\.[d]ebian\.org|(?:archive|security)\.[u]buntu\.com"
    ),
}

# PySide ties what these find to the widget that was asked: it stays as long as that does.
HOLDS_ON = {
    "houdt vast wat het vindt, neem below()": re.compile(r"\.(?:[f]indChildren|[c]hildAt)\("),
}


def tracked_files() -> list[Path]:
    """Everything git tracks here, or would track with the next `git add`."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        sys.exit("Dit is geen git-map: er valt niet te zien welke bestanden erbij horen.")
    paths = [ROOT / name for name in sorted(set(listing.decode().split("\0"))) if name]
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def faults(path: Path) -> list[str]:
    """What is wrong with one file, in words for the developer."""
    name = path.relative_to(ROOT)
    content = path.read_bytes()
    if len(content) > LARGEST:
        return [f"{name}: {len(content) / 1024**2:.1f} MB, meer dan {LARGEST // 1024**2} MB"]
    if b"\0" in content:
        return []
    return [
        f"{name}:{number}: {what}: {found.group()}"
        for number, line in enumerate(content.decode(errors="replace").splitlines(), start=1)
        for what, trace in (TRACES | (HOLDS_ON if name.parts[0] == "beraad" else {})).items()
        if (found := trace.search(line))
    ]


def twins(paths: list[Path]) -> list[str]:
    """Files of tests with one name: pytest takes them for the same when it runs them together."""
    tests = [path for path in paths if path.name.startswith("test_") and path.suffix == ".py"]
    names = Counter(path.name for path in tests)
    return [
        f"{path.relative_to(ROOT)}: er is nog een {path.name}"
        for path in tests
        if names[path.name] > 1
    ]


def main() -> int:
    """Print every fault; the exit code tells whether there were any."""
    files = tracked_files()
    found = [*twins(files), *(fault for path in files for fault in faults(path))]
    print("\n".join([*found, f"{len(files)} bestanden bekeken, {len(found)} opmerkingen"]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
