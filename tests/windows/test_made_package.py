from __future__ import annotations

import json
import os
import struct
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from tests.windows.library import a_library
from tools.windows.bytecode import bytecode_of, source_of
from tools.windows.installer import coming, going
from tools.windows.launcher import icon
from tools.windows.libraries import asked_by, missing
from tools.windows.licences import write_licences
from tools.windows.packing import pack
from tools.windows.part import Inside, Part, part_of_wheel
from tools.windows.places import APP, LICENCES, PARTS, SBOM
from tools.windows.sbom import bill, differences
from tools.windows.trying import __main__ as trying
from tools.windows.trying.aids import NAMES, aids_in

MADE = 1_790_000_000
ROOT = Path(__file__).parents[2]

FILES = {
    "Beraad.exe": b"MZ starter",
    "app/lxml/etree.pyd": b"MZ library",
    "app/beraad/app.py": b"pass\n",
    "python/python313.dll": b"MZ python",
}


def make(folder, files=None):
    for name, content in (files or FILES).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def parts_of():
    return [
        Part("Beraad", "1.2", "EUPL-1.2", "pkg:pypi/beraad@1.2").with_files(
            ("Beraad.exe", "app/beraad/app.py")
        ),
        Part(
            "lxml",
            "6.1",
            "BSD-3-Clause",
            "pkg:pypi/lxml@6.1",
            "ab" * 32,
            (Inside("libxml2", "MIT"), Inside("Runtime van een ander", "")),
        ).with_files(("app/lxml/etree.pyd",)),
        Part("CPython", "3.13", "PSF License", "pkg:generic/cpython@3.13").with_files(
            ("python/python313.dll",)
        ),
    ]


@pytest.fixture
def folder(tmp_path):
    made = make(tmp_path / "Beraad")
    (made / SBOM).write_text(bill("1.2", parts_of(), made, MADE), encoding="utf-8")
    return made


# --- the zip --------------------------------------------------------------------------------


def test_two_zips_of_one_folder_are_the_same_bytes(tmp_path):
    first = make(tmp_path / "een" / "Beraad")
    second = make(tmp_path / "twee" / "Beraad", dict(reversed(FILES.items())))
    for path in second.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700)

    pack(first, tmp_path / "een.zip", MADE, {"draagbaar.txt": b"ja"})
    pack(second, tmp_path / "twee.zip", MADE, {"draagbaar.txt": b"ja"})

    assert (tmp_path / "een.zip").read_bytes() == (tmp_path / "twee.zip").read_bytes()


def test_a_zip_has_every_file_in_one_folder_with_one_time(tmp_path):
    pack(make(tmp_path / "Beraad"), tmp_path / "alles.zip", MADE, {"draagbaar.txt": b"ja"})

    with zipfile.ZipFile(tmp_path / "alles.zip") as packed:
        names = packed.namelist()
        times = {entry.date_time for entry in packed.infolist()}
        found = {name.removeprefix("Beraad/"): packed.read(name) for name in names}
    assert names == sorted(names)
    assert found == {**FILES, "draagbaar.txt": b"ja"}
    assert len(times) == 1


# --- the SBOM -------------------------------------------------------------------------------


def test_the_sbom_is_equal_to_its_folder(folder):
    assert differences(folder) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda folder: (folder / "app/lxml/etree.pyd").unlink(), "is listed and is not there"),
        (lambda folder: (folder / "python/icuuc.dll").touch(), "is there and is not listed"),
        (lambda folder: (folder / "Beraad.exe").write_bytes(b"MZ boos"), "is not what is listed"),
    ],
)
def test_a_folder_that_is_not_as_listed_is_told(folder, change, told):
    change(folder)

    (found,) = differences(folder)
    assert found.endswith(told)


def test_the_sbom_says_what_each_part_is_and_what_is_inside(folder):
    told = json.loads((folder / SBOM).read_text(encoding="utf-8"))
    parts = {part["name"]: part for part in told["components"]}

    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert parts["lxml"]["purl"] == "pkg:pypi/lxml@6.1"
    assert parts["lxml"]["hashes"] == [{"alg": "SHA-256", "content": "ab" * 32}]
    assert parts["lxml"]["licenses"] == [{"expression": "BSD-3-Clause"}]
    assert parts["CPython"]["licenses"] == [{"license": {"name": "PSF License"}}]
    inside = [each["name"] for each in parts["lxml"]["components"] if each["type"] == "library"]
    assert inside == ["libxml2", "Runtime van een ander"]
    marks = [each.get("bom-ref") for part in parts.values() for each in (part, *part["components"])]
    assert len(set(filter(None, marks))) == len(list(filter(None, marks)))


def test_the_sbom_of_the_same_folder_is_the_same(folder, tmp_path):
    other = make(tmp_path / "elders" / "Beraad")

    assert bill("1.2", parts_of(), other, MADE) == (folder / SBOM).read_text(encoding="utf-8")


# --- the parts and their licences -----------------------------------------------------------


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("Name: Iets\nVersion: 1\nLicense-Expression: MIT\n", "MIT"),
        ("Name: Iets\nVersion: 1\nLicense: Zlib\n", "Zlib"),
        (
            "Name: Iets\nVersion: 1\nClassifier: License :: OSI Approved :: BSD License\n",
            "BSD License",
        ),
        ("Name: sqlcipher3\nVersion: 1\nLicense: whatever\n", "Zlib"),
    ],
)
def test_a_part_tells_its_licence(metadata, licence):
    part = part_of_wheel(metadata, digest="", files=(), texts={})

    assert part.licence == licence


def test_a_part_without_a_licence_is_refused():
    with pytest.raises(ValueError, match="licence"):
        part_of_wheel("Name: Iets\nVersion: 1\n", digest="", files=(), texts={})


def test_every_part_has_its_licence_in_the_folder(tmp_path):
    parts = [
        Part("Iets", "1", "MIT", "pkg:pypi/iets@1", texts={"LICENSE": b"Permission"}),
        Part("beraad", "1.2", "EUPL-1.2", "pkg:pypi/beraad@1.2", texts={"LICENSE": b"EUPL"}),
    ]

    written = write_licences(tmp_path, parts, "1.2", MADE)

    assert f"{LICENCES}/Iets/LICENSE" in written
    assert "Iets 1: MIT" in (tmp_path / LICENCES / "OVERZICHT.txt").read_text(encoding="utf-8")
    told = json.loads((tmp_path / APP / PARTS).read_text(encoding="utf-8"))
    assert told["versie"] == "1.2"
    assert [part["naam"] for part in told["onderdelen"]] == ["Iets"]


def test_a_part_of_which_the_text_is_missing_ends_the_build(tmp_path):
    with pytest.raises(SystemExit, match="Iets"):
        write_licences(tmp_path, [Part("Iets", "1", "MIT", "pkg:pypi/iets@1")], "1.2", MADE)


# --- bytecode -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "bytecode"),
    [
        ("beraad/ui/window.py", "beraad/ui/__pycache__/window.cpython-313.pyc"),
        ("lxml/builder.py", "lxml/builder.pyc"),
        ("typing_extensions.py", "typing_extensions.pyc"),
    ],
)
def test_of_beraad_the_source_stays_beside_the_bytecode(module, bytecode):
    assert bytecode_of(module) == bytecode
    assert source_of(bytecode) == module
    assert source_of(f"app/{bytecode}") == f"app/{module}"
    assert source_of("app/lxml/etree.pyd") == "app/lxml/etree.pyd"


# --- the setup ------------------------------------------------------------------------------


def test_the_setup_takes_away_what_it_puts_there_and_no_folder_that_has_more(tmp_path):
    folder = make(tmp_path / "Beraad")
    paths = sorted(FILES)

    put = [line for line in coming(folder, paths) if line.startswith("File ")]
    gone = list(going(paths))

    assert len(put) == len(FILES)
    assert [line for line in gone if line.startswith("Delete ")] == [
        f'Delete "$INSTDIR\\{path.replace("/", chr(92))}"' for path in paths
    ]
    folders = [line for line in gone if line.startswith("RMDir ")]
    assert not any("/r" in line for line in folders)
    depth = [line.count("\\") for line in folders]
    assert depth == sorted(depth, reverse=True)


def test_a_dollar_in_a_name_is_no_word_of_the_setup():
    assert next(going(["app/a$b.py"])) == 'Delete "$INSTDIR\\app\\a$$b.py"'


# --- what Windows loads ---------------------------------------------------------------------


def test_a_library_tells_what_it_asks_for():
    assert asked_by(a_library("Qt6Core.dll", "KERNEL32.dll")) == ["qt6core.dll", "kernel32.dll"]
    assert asked_by(a_library()) == []


def test_a_library_that_is_asked_for_and_left_out_is_missed():
    files = {
        "app/PySide6/QtGui.pyd": a_library("Qt6Gui.dll", "KERNEL32.dll", "python3.dll"),
        "app/PySide6/Qt6Gui.dll": a_library("api-ms-win-crt-heap-l1-1-0.dll", "Qt6Core.dll"),
        "app/pikepdf/_core.pyd": a_library("qpdf30.dll"),
        "app/pikepdf.libs/qpdf30.dll": a_library(),
        "python/python3.dll": a_library(),
    }

    assert missing(files) == ["app/PySide6/Qt6Gui.dll asks for qt6core.dll"]


def test_an_icon_points_to_each_of_its_pictures():
    pictures = [
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", size, size) + b"x" * size
        for size in (16, 256)
    ]

    whole = icon(pictures)

    assert struct.unpack_from("<3H", whole) == (0, 1, 2)
    for number, picture in enumerate(pictures):
        length, start = struct.unpack_from("<2I", whole, 6 + 16 * number + 8)
        assert whole[start : start + length] == picture


def test_the_setup_ends_when_a_former_version_does_not_go():
    """In silence nothing else makes the folder that the former uninstaller is copied to."""
    script = (ROOT / "tools" / "windows" / "beraad.nsi").read_text(encoding="utf-8")
    section = script.partition("\nSection\n")[2].partition("SectionEnd")[0]

    steps = [
        section.index(step)
        for step in ("InitPluginsDir", "CopyFiles", "IfErrors stays", "ExecWait", "SetErrorLevel 2")
    ]
    assert steps == sorted(steps)
    assert section.count("$PLUGINSDIR") == script.count("$PLUGINSDIR")


def test_uninstalling_in_silence_tells_by_its_exit_code_how_it_went():
    """Without _?= a copy does the work, and what was started ends with 0 before it began."""
    script = (ROOT / "tools" / "windows" / "beraad.nsi").read_text(encoding="utf-8")

    quiet = [line for line in script.splitlines() if '"QuietUninstallString"' in line]
    assert len(quiet) == 2
    assert all(line.endswith("_?=$INSTDIR'") for line in quiet)
    steps = script.partition("\nSection Uninstall\n")[2].partition("SectionEnd")[0]
    moved = steps.index('Rename "$INSTDIR\\verwijderen.exe"')
    assert steps.index("$EXEPATH") < moved < steps.index('RMDir "$INSTDIR"')


# --- trying under wine ----------------------------------------------------------------------


def test_what_only_wine_needs_is_found_in_a_package():
    assert aids_in(["Beraad/python/ICUUC.dll", "Beraad/python/python313.dll"]) == [
        "Beraad/python/ICUUC.dll"
    ]
    assert all(PurePosixPath(name).suffix == ".dll" for name in NAMES)


def test_without_wine_there_is_a_word_and_no_pass(monkeypatch, capsys):
    monkeypatch.setattr(trying, "is_there", lambda: False)
    monkeypatch.setattr("sys.argv", ["make windows-test"])

    assert trying.main() != 0
    told = capsys.readouterr().out.splitlines()
    assert "wine" in told[0]
    assert told[-1] == "NIET BEPROEFD"


class NothingTried:
    """In the place of a laptop; every trial of it goes well."""

    def __init__(self, *_):
        self.wine = self

    def stop(self):
        pass


@pytest.mark.parametrize("former", [None, "vorige.exe"])
def test_without_a_former_version_the_verdict_says_so(monkeypatch, capsys, former, tmp_path):
    def follows(_):
        return "gevolgd"

    def installs(_):
        return "geïnstalleerd"

    NothingTried.follows_a_former_version = follows
    monkeypatch.setattr(trying, "_cannot", lambda *_: "")
    monkeypatch.setattr(trying, "Trial", NothingTried)
    monkeypatch.setattr(trying, "ORDER", (follows, installs))
    monkeypatch.setattr(trying, "former_setup", lambda: former)
    monkeypatch.setattr("sys.argv", ["make windows-test", "--uit", str(tmp_path)])

    assert trying.main() == 0

    told = capsys.readouterr().out
    assert ("gevolgd" in told) is bool(former)
    assert ("NIET BEPROEFD" in told.splitlines()[-1]) is (former is None)


def test_what_the_window_says_of_a_defect_is_what_is_looked_for():
    from beraad.ui.leaving import Leaving
    from tools.windows.trying.trials import _DEFECT

    assert Leaving.defect(None, None).happened == _DEFECT
