"""What is tried of the packages, one thing after another."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader

from tools.locking.places import ROOT
from tools.windows.launcher import CONSOLE, DESKTOP
from tools.windows.places import APP, PORTABLE, PYTHON, SBOM, in_order
from tools.windows.sbom import differences
from tools.windows.trying.aids import aids_in, put_aids, put_test_module, take_aids
from tools.windows.trying.screen import screen, take_picture, until, wait_for_window
from tools.windows.wine import Wine

_USER = 4711
"""Nobody on this computer has this number."""

_UNINSTALLER = "verwijderen.exe"
_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Beraad"
_STILL_OPEN = 5
_LONG = 1800.0
_DEFECT = "Er ging iets mis in Beraad zelf."
_KEPT = "beraad-2026-W01-proef.beraad"
_OF_FORMER = "session-v7.sqlite"
"""What the former version wrote."""

_EARLIER = ROOT / "tests" / "databases"


def _earlier() -> Path:
    return max(_EARLIER.glob("session-*.sqlite"))


def demand(holds: object, why: str) -> None:
    """Raise AssertionError with what is wrong, unless it holds."""
    if not holds:
        raise AssertionError(why)


class Trial:
    """One laptop: a Windows of wine, with the packages beside it."""

    def __init__(
        self, packages: Path, folder: Path, version: str, former: Path | None = None
    ) -> None:
        user = _USER if os.getuid() == 0 else None
        folder.chmod(0o755)
        self.pictures = packages
        self.wine = Wine(folder / "wine", user)
        self.setup = folder / "setup.exe"
        self.portable = packages / f"beraad-{version}-draagbaar.zip"
        shutil.copyfile(packages / f"beraad-{version}-installeren.exe", self.setup)
        self.former = folder / "vorige.exe"
        if former is not None:
            shutil.copyfile(former, self.former)
        self.wine.folder.mkdir()
        self.wine.prepare()
        (self.home,) = (self.wine.prefix / "drive_c" / "users").glob("[!P]*")
        self.program = self.home / "AppData" / "Local" / "Programs" / "Beraad"
        self.data = self.home / "AppData" / "Local" / "beraad"

    # --- each of these raises AssertionError with what is wrong -----------------------------------

    def nothing_of_wine(self) -> str:
        """Nothing that only wine needs is in a package."""
        with zipfile.ZipFile(self.portable) as packed:
            found = aids_in(packed.namelist())
        demand(not found, f"in het pakket zit {found}")
        return "geen hulpmiddel van wine in het pakket"

    def follows_a_former_version(self) -> str:
        """Over the setup of a former version, with beraden and settings of it; then all goes."""
        self.wine.run(str(self.former), "/S")
        put_aids(self.program / PYTHON)
        sessions = self.data / "sessions"
        sessions.mkdir(parents=True)
        shutil.copyfile(_EARLIER / _OF_FORMER, sessions / _KEPT)
        (self.data / "instellingen.ini").write_text("[standaard]\nteam=Wijk\n", encoding="utf-8")
        self._own(self.data)
        before = self._ask("lijst")
        demand(_KEPT in before, f"de vorige versie ziet het niet: {before[-500:]}")
        self._ask("reservekopie")
        kept = {path: path.read_bytes() for path in self.data.rglob("*") if path.is_file()}
        had = len(in_order(self.program))
        take_aids(self.program / PYTHON)
        self.wine.run(str(self.setup), "/S")
        self._is_whole()
        lost = [path.name for path in kept if not path.exists() or path.read_bytes() != kept[path]]
        demand(not lost, f"veranderd of weg: {lost}")
        put_aids(self.program / PYTHON)
        demand(_KEPT in self._ask("lijst"), "het beraad is weg")
        take_aids(self.program / PYTHON)
        self.wine.run(str(self.program / _UNINSTALLER), "/S")
        until(lambda: not self.program.exists(), "er blijft iets van het programma staan")
        demand(all(path.exists() for path in kept), "verwijderen nam gegevens mee")
        shutil.rmtree(self.data)
        return f"van {had} bestanden van toen is er geen over; {len(kept)} van de gebruiker bleven"

    def installs(self) -> str:
        """The setup works without a word, without rights, and puts there what the SBOM says."""
        self.wine.run(str(self.setup), "/S")
        self._is_whole()
        return f"{len(in_order(self.program))} bestanden, gelijk aan de SBOM"

    def opens_files(self) -> str:
        """Windows knows whose files these are, and the start menu has the program."""
        for ending in (".beraad", ".cursus"):
            told = self.wine.run("reg", "query", rf"HKCU\Software\Classes\{ending}", "/ve")
            demand(f"Beraad{ending}" in told, f"{ending} is niet van Beraad: {told}")
        command = self.wine.run(
            *("reg", "query", r"HKCU\Software\Classes\Beraad.beraad\shell\open\command", "/ve")
        )
        demand(f'{DESKTOP}" "%1"' in command, command)
        menu = self.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Beraad.lnk"
        demand(menu.exists(), "er staat niets in het startmenu")
        return ".beraad en .cursus, en het startmenu"

    def plays(self) -> str:
        """A whole practice case is played, and its documents can be read."""
        put_aids(self.program / PYTHON)
        out = self.home / "Mijn oefening ë"
        told = self._ask("demo", "--uit", self.wine.named(out))
        demand("Gecontroleerd: geen van" in told, told[-500:])
        pages = [len(PdfReader(path).pages) for path in sorted(out.glob("*.pdf"))]
        demand(len(pages) >= 4, f"er zijn {len(pages)} PDF’s")
        text = PdfReader(out / "verslag.pdf").pages[0].extract_text()
        demand("beraad" in text.lower(), "het verslag is niet te lezen")
        return f"{len(pages)} PDF’s van samen {sum(pages)} bladzijden"

    def looks_apart(self) -> str:
        """Without a console it looks into a document in a process of its own, all the same."""
        document = self.home / "Mijn oefening ë" / "verslag.pdf"
        windowed = str(self.program / PYTHON / "pythonw.exe")
        asked = ("-I", "-X", "utf8", "-m", "beraad", "controleer", self.wine.named(document))
        code = self._exit_code(windowed, *asked)
        demand(code in {0, 1}, f"controleer eindigt met {code}")
        told = self.wine.run(str(self.program / CONSOLE), *asked[5:], check=False)
        demand("blad" in told.lower() or "pdf" in told.lower(), told[-500:])
        return f"controleer eindigt met {code}"

    def keeps(self) -> str:
        """A beraad of an earlier version is kept, encrypted, and found again."""
        folder = self.data / "sessions"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_earlier(), folder / _KEPT)
        self._own(self.data)
        told = self._ask("lijst")
        demand(_KEPT in told, told[-500:])
        return "een eerder beraad staat in de lijst"

    def upgrades(self) -> str:
        """The setup once more, over a program that has a file too many; beraden stay."""
        take_aids(self.program / PYTHON)
        own = self.program / "van mij.txt"
        own.write_text("van de gebruiker", encoding="utf-8")
        (self.program / "app" / "beraad" / "app.py").write_text("oud", encoding="utf-8")
        self._own(self.program)
        self.wine.run(str(self.setup), "/S")
        demand(own.exists(), "een bestand van de gebruiker is weg")
        own.unlink()
        try:
            self._is_whole()
        finally:  # Whatever is wrong, what comes after it is tried as well.
            put_aids(self.program / PYTHON)
        demand(_KEPT in self._ask("lijst"), "het beraad is weg")
        return "alles vernieuwd, het beraad en een eigen bestand bleven"

    def minds_no_surroundings(self) -> str:
        """A hostile PYTHONPATH, PYTHONHOME and PATH change nothing."""
        evil = self.wine.folder / "boos"
        (evil / "beraad").mkdir(parents=True)
        for name in ("beraad/__init__.py", "beraad/__main__.py", "sitecustomize.py", "json.py"):
            (evil / name).write_text("print('BOOS')", encoding="utf-8")
        for name in ("python313.dll", "Qt6Core.dll", "beraad.com"):
            (evil / name).write_bytes(b"MZ")
        place = self.wine.named(evil)
        told = self._ask(
            "lijst",
            more={
                "PYTHONPATH": place,
                "PYTHONHOME": place,
                "PYTHONSTARTUP": f"{place}\\json.py",
                "PYTHONINSPECT": "1",
                "WINEPATH": place,
                "QT_PLUGIN_PATH": place,
            },
        )
        demand("BOOS" not in told, told)
        demand(_KEPT in told, told)
        return "een vijandig PATH en PYTHONPATH veranderen niets"

    def opens(self) -> str:
        """The window opens from the program itself; meanwhile nothing comes over it or goes."""
        picture = self.pictures / "venster.png"
        with screen() as display, self._started(display):
            wait_for_window("Beraad")
            colours = take_picture(picture)
            refused = self._exit_code(str(self.setup), "/S")
            kept = self._exit_code(*self._uninstalling())
        demand(refused == _STILL_OPEN, f"over een open programma geeft de setup {refused}")
        demand(kept == _STILL_OPEN, f"verwijderen van een open programma geeft {kept}")
        demand((self.program / SBOM).exists(), "een open programma is verwijderd")
        demand(colours > 20, "het venster is leeg")
        return f"{picture.relative_to(ROOT)}; installeren en verwijderen wordt dan geweigerd"

    def tells_of_a_defect(self) -> str:
        """Without a console a mistake of ours is told in the window, without its words."""
        script = self.wine.folder / "defect.py"
        shutil.copyfile(Path(__file__).parent / "defect.py", script)
        told = self.wine.folder / "verteld.txt"
        folder = self.wine.folder / "proefmap"
        folder.mkdir()
        self._own(folder)
        with screen() as display:
            wine = Wine(self.wine.folder, self.wine.user, {"DISPLAY": display})
            running = subprocess.Popen(
                wine.command(
                    *(str(self.program / PYTHON / "pythonw.exe"), "-I", "-X", "utf8"),
                    *(wine.named(script), wine.named(folder), wine.named(told)),
                ),
                env=wine.surroundings(),
                cwd=wine.folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                until(told.exists, "het venster zegt niets")
                take_picture(self.pictures / "fout.png")
            finally:
                self.wine.stop()
                running.wait(timeout=60)
        text = told.read_text(encoding="utf-8")
        demand(text.startswith("zonder console"), "er was een console")
        demand(_DEFECT in text, f"het venster zegt: {text[:500]}")
        demand("een proef" not in text, "de woorden van de fout staan in beeld")
        return "verteld in het venster, zonder console; fout.png"

    def heeds_an_organisation(self) -> str:
        """What an organisation chose counts, and a file that cannot be is told in one sentence."""
        ask = (
            "from beraad.store.organisation import read_organisation as r; t = r(); "
            "print(dict(t.values), t.problem)"
        )
        python = str(self.program / PYTHON / "python.exe")
        beside = self.program / "organisatie.toml"
        shared = self.wine.prefix / "drive_c" / "ProgramData" / "Beraad" / "organisatie.toml"
        shared.parent.mkdir(parents=True, exist_ok=True)
        said: list[str] = []
        for place, text in (
            (beside, "[kluis]\nminuten = 5\n"),
            (shared, "[kluis]\nminuten = 'x'\n"),
        ):
            place.write_text(text, encoding="utf-8")
            self._own(place.parent)
            said.append(self.wine.run(python, "-I", "-X", "utf8", "-c", ask))
        beside.unlink()
        shared.unlink()
        demand("{'kluis/minuten': '5'} None" in said[0], said[0])
        demand("{} " in said[1] and "hoort een heel getal te zijn" in said[1], said[1])
        return "naast het programma, en in ProgramData"

    def shows_every_screen(self) -> str:
        """Nothing that was left out of Qt is missed on any screen."""
        trial = self.wine.folder / "schermen"
        program = trial / "Beraad"
        shutil.copytree(self.program, program)
        put_aids(program / PYTHON)
        put_test_module(program / APP)
        shutil.copytree(ROOT / "tools", trial / "bron" / "tools")
        pictures = trial / "beelden"
        pictures.mkdir()
        self._own(trial)
        with screen() as display:
            wine = Wine(self.wine.folder, self.wine.user, {"DISPLAY": display})
            told = wine.run(
                *(str(program / PYTHON / "python.exe"), "-I", "-X", "utf8"),
                wine.named(trial / "bron/tools/windows/trying/walk.py"),
                *(wine.named(trial / "bron"), wine.named(pictures)),
                timeout=_LONG,
            )
        wanted, *seen = told.split()
        demand(len(seen) == int(wanted), f"na {len(seen)} van de {wanted} schermen hield het op")
        kept = self.pictures / "schermen"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(pictures, kept)
        return f"{wanted} schermen, in {kept.relative_to(ROOT)}"

    def is_portable(self) -> str:
        """The zip works from a folder with an odd name and keeps everything beside itself."""
        place = self.wine.folder / "Mijn programma’s – Zoë"
        with zipfile.ZipFile(self.portable) as packed:
            packed.extractall(place)
        program = place / "Beraad"
        (program / PORTABLE).rename(program / "even weg")
        (program / "even weg").rename(self.wine.folder / "even weg")
        found = differences(program)
        (self.wine.folder / "even weg").rename(program / PORTABLE)
        demand(not found, "; ".join(found[:5]))
        put_aids(program / PYTHON)
        sessions = program / "gegevens" / "sessions"
        sessions.mkdir(parents=True)
        shutil.copyfile(_earlier(), sessions / _KEPT)
        self._own(place)
        before = sorted(self.data.rglob("*"))
        told = self.wine.run(str(program / CONSOLE), "lijst")
        demand(_KEPT in told, told)
        self.wine.run(str(program / CONSOLE), "reservekopie")
        demand(
            (sessions / "reservekopieen").is_dir(), "er is geen reservekopie naast het programma"
        )
        demand(sorted(self.data.rglob("*")) == before, "er kwam iets bij het account")
        return "gelijk aan de SBOM, en alles blijft ernaast"

    def goes(self) -> str:
        """Uninstalling leaves nothing of the program and everything of the user."""
        take_aids(self.program / PYTHON)
        kept = sorted(self.data.rglob("*.beraad"))
        self.wine.run(str(self.program / _UNINSTALLER), "/S")
        until(lambda: not self.program.exists(), "er blijft iets van het programma staan")
        demand(kept, "er was geen beraad")
        demand(sorted(self.data.rglob("*.beraad")) == kept, "er is een beraad weg")
        told = self.wine.run("reg", "query", r"HKCU\Software\Classes\.beraad", check=False)
        demand("Beraad.beraad" not in told, "Windows opent nog met Beraad")
        return "0 bestanden over, het beraad staat er nog"

    def installs_for_everybody(self) -> str:
        """With /ALLUSERS it comes where only an administrator writes, and goes from there."""
        program = self.wine.prefix / "drive_c" / "Program Files" / "Beraad"
        self.wine.run(str(self.setup), "/S", "/ALLUSERS")
        found = [line for line in differences(program) if not line.startswith(_UNINSTALLER)]
        demand(not found, "; ".join(found[:5]))
        told = self.wine.run("reg", "query", rf"HKLM\{_KEY}", "/v", "QuietUninstallString")
        demand("/ALLUSERS" in told, told)
        demand(not self.program.exists(), "het staat ook bij de gebruiker")
        self.wine.run(str(program / _UNINSTALLER), "/S", "/ALLUSERS")
        until(lambda: not program.exists(), "er blijft iets staan")
        return "in Program Files, en er weer uit"

    # --- how ---------------------------------------------------------------------------------

    def _is_whole(self) -> None:
        found = [line for line in differences(self.program) if not line.startswith(_UNINSTALLER)]
        demand((self.program / SBOM).exists(), "er is niets geïnstalleerd")
        demand(not found, "; ".join(found[:5]))

    def _uninstalling(self) -> tuple[str, ...]:
        """The command that Windows keeps for this: it waits, and its exit code tells."""
        told = self.wine.run("reg", "query", rf"HKCU\{_KEY}", "/v", "QuietUninstallString")
        command, found, place = told.strip().partition("_?=")
        demand(found and command.rstrip().endswith(f'{place}\\{_UNINSTALLER}" /S'), told)
        return str(self.program / _UNINSTALLER), "/S", f"_?={place}"

    def _ask(self, *arguments: str, more: dict[str, str] | None = None) -> str:
        wine = Wine(self.wine.folder, self.wine.user, more or {})
        return wine.run(str(self.program / CONSOLE), *arguments)

    def _exit_code(self, *command: str) -> int:
        done = subprocess.run(
            self.wine.command(*command),
            env=self.wine.surroundings(),
            cwd=self.wine.folder,
            input=b"",
            capture_output=True,
            check=False,
        )
        return done.returncode

    def _started(self, display: str) -> _Running:
        return _Running(self.wine, self.program / DESKTOP, display)

    def _own(self, folder: Path) -> None:
        if self.wine.user is not None:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, self.wine.user, self.wine.user)


class _Running:
    """The program with its window, for as long as it is needed."""

    def __init__(self, wine: Wine, program: Path, display: str) -> None:
        self._wine = wine
        self._process = subprocess.Popen(
            wine.command(str(program)),
            env={**wine.surroundings(), "DISPLAY": display},
            cwd=wine.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        self._wine.stop()
        self._process.communicate(timeout=60)


ORDER: tuple[Callable[[Trial], str], ...] = (
    Trial.nothing_of_wine,
    Trial.follows_a_former_version,
    Trial.installs,
    Trial.opens_files,
    Trial.plays,
    Trial.looks_apart,
    Trial.keeps,
    Trial.upgrades,
    Trial.minds_no_surroundings,
    Trial.opens,
    Trial.tells_of_a_defect,
    Trial.heeds_an_organisation,
    Trial.shows_every_screen,
    Trial.is_portable,
    Trial.goes,
    Trial.installs_for_everybody,
)
