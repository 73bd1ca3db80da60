"""`make linux-test`: install the package of Debian in a clean system; the last line is the verdict.

It needs the rights of root, debootstrap and a mirror of Debian.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.linux.__main__ import BUILD
from tools.linux.program import HOME, IMPORTED
from tools.locking.places import project
from tools.windows.sbom import differences
from tools.windows.trying.screen import TOOLS, screen, take_picture, wait_for_window

_RELEASE = "bookworm"
_USER = "gebruiker"
_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
_QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


class System:
    """A clean Debian in a folder, with an ordinary user."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *command: str, user: str = "root", **more: str) -> str:
        """What a command prints there. Raises CalledProcessError."""
        home = f"/home/{user}" if user != "root" else "/srv"
        surroundings = {"PATH": _PATH, "HOME": home, "LANG": "C.UTF-8"}
        done = subprocess.run(
            ["chroot", f"--userspec={user}:{user}", str(self.root), *command],
            env={**surroundings, **_QUIET, **more},
            cwd="/",
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout


def installs(system: System, package: Path) -> str:
    """Every dependency is found, and what comes is what the SBOM says."""
    shutil.copyfile(package, system.root / "srv" / package.name)
    system.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/srv/{package.name}")
    _demand(not _unlisted(system), str(_unlisted(system)[:5]))
    return "gelijk aan de SBOM"


def finds_every_library(system: System, _: Path) -> str:
    """No library asks for one that is not there, but those for another Python."""
    pythons = system.run("python3", "-c", "import sys; print('%d%d' % sys.version_info[:2])")
    look = (
        f"find /{HOME} -name '*.so*' -type f | grep -v cpython-3 > /tmp/so; "
        f"find /{HOME} -name '*cpython-{pythons.strip()}*.so' >> /tmp/so; "
        "wc -l < /tmp/so; xargs ldd < /tmp/so | grep 'not found' | sort -u || :"
    )
    count, *lacking = system.run("sh", "-c", look).splitlines()
    _demand(not lacking, "; ".join(lacking))
    return f"{count} bibliotheken vinden alles"


def belongs_to_the_desktop(system: System, _: Path) -> str:
    """Its files have a kind, and the kind has a program."""
    system.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *_DESKTOP)
    told = (system.root / "usr/share/mime/globs2").read_text(encoding="utf-8")
    _demand("application/x-beraad:*.beraad" in told, "de soort van .beraad is niet bekend")
    opened = (system.root / "usr/share/applications/mimeinfo.cache").read_text(encoding="utf-8")
    for kind in ("application/x-beraad", "application/x-beraad-cursus"):
        _demand(f"{kind}=beraad.desktop" in opened, f"niets opent {kind}")
    system.run("desktop-file-validate", "/usr/share/applications/beraad.desktop")
    return ".beraad en .cursus openen met Beraad"


def plays(system: System, _: Path) -> str:
    """A whole practice case is played by an ordinary user."""
    place = f"/home/{_USER}/oefening"
    told = system.run("beraad", "demo", "--uit", place, user=_USER)
    _demand("Gecontroleerd: geen van" in told, told[-500:])
    made = sorted((system.root / place.lstrip("/")).glob("*.pdf"))
    _demand(len(made) >= 4, f"er zijn {len(made)} PDF’s")
    return f"{len(made)} PDF’s"


def opens(system: System, _: Path) -> str:
    """The window opens."""
    picture = BUILD / "venster.png"
    with screen() as display:
        window = subprocess.Popen(
            ["chroot", f"--userspec={_USER}:{_USER}", str(system.root), "/usr/bin/beraad"],
            env={
                "PATH": _PATH,
                "HOME": f"/home/{_USER}",
                "DISPLAY": display,
            },
            cwd="/",
        )
        try:
            wait_for_window("Beraad")
            colours = take_picture(picture)
        finally:
            window.terminate()
            window.wait(timeout=30)
    return f"{colours} kleuren, in {picture.name}"


def goes(system: System, _: Path) -> str:
    """Removing leaves what the user made and nothing else."""
    kept = f"/home/{_USER}/.local/share/beraad/sessions"
    system.run("beraad", "oefenregister", kept, user=_USER)
    made = _contents(system.root / kept.lstrip("/"))
    _demand(bool(made), "de gebruiker maakte niets")
    system.run("apt-get", "purge", "-y", "-qq", "beraad")
    ours = ("usr/lib/beraad", "usr/bin/beraad", "usr/share/doc/beraad")
    left = [path for path in ours if (system.root / path).exists()]
    _demand(not left, f"er blijft {left}")
    stays = _contents(system.root / kept.lstrip("/")) == made
    _demand(stays, "wat de gebruiker maakte, is veranderd of weg")
    return "0 bestanden over, de gegevens staan er nog"


ORDER: tuple[Callable[[System, Path], str], ...] = (
    installs,
    finds_every_library,
    belongs_to_the_desktop,
    plays,
    opens,
    goes,
)
_DESKTOP = ("shared-mime-info", "desktop-file-utils")


def main() -> int:
    """Try one thing after another; what fails is told, and the rest is tried too."""
    package = BUILD / f"beraad_{project()['project']['version']}_amd64.deb"
    if why := _cannot(package):
        print(f"{why}\nNIET BEPROEFD")
        return 3
    failed = 0
    with tempfile.TemporaryDirectory(prefix="beraad-debian-") as folder, _clean(folder) as system:
        for each in ORDER:
            try:
                print(f"  goed   {each.__name__}: {each(system, package)}", flush=True)
            except subprocess.CalledProcessError as problem:
                failed += 1
                print(f"  NIET   {each.__name__}: {problem}\n{problem.stderr[-1500:]}", flush=True)
            except (AssertionError, OSError, subprocess.SubprocessError) as problem:
                failed += 1
                print(f"  NIET   {each.__name__}: {problem}", flush=True)
    whole = f"{len(ORDER)} proeven in een schone Debian {_RELEASE}, als gewone gebruiker"
    print(f"NIET GOED: {failed} van de {whole}" if failed else f"GOED: {whole}")
    return bool(failed)


def _contents(place: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(place)): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file()
    }


def _cannot(package: Path) -> str:
    if os.getuid() != 0:
        return "Een schone Debian maken vraagt de rechten van root."
    lacking = [TOOLS[tool] for tool in TOOLS if shutil.which(tool) is None]
    if shutil.which("debootstrap") is None:
        lacking.append("debootstrap")
    if lacking:
        return f"Hier ontbreekt: {', '.join(lacking)}."
    return "" if package.exists() else "Er is nog geen pakket: geef eerst make linux."


@contextmanager
def _clean(folder: str) -> Iterator[System]:
    root = Path(folder)
    root.chmod(0o755)
    subprocess.run(
        ["debootstrap", "--variant=minbase", _RELEASE, folder],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
    system = System(root)
    system.run("useradd", "--create-home", _USER)
    system.run("apt-get", "update", "-qq")
    subprocess.run(["mount", "-t", "proc", "proc", str(root / "proc")], check=True)
    try:
        yield system
    finally:
        subprocess.run(["umount", "--lazy", str(root / "proc")], check=True)


def _unlisted(system: System) -> list[str]:
    """Where the program differs from its SBOM; bytecode was made while installing."""
    program = system.root / HOME
    made = f"{IMPORTED}/"
    return [
        line
        for line in differences(program)
        if not (line.startswith(made) and ".pyc " in line and "__pycache__" in line)
    ]


def _demand(holds: object, why: str) -> None:
    if not holds:
        raise AssertionError(why)


if __name__ == "__main__":
    sys.exit(main())
