from __future__ import annotations

import io
import json
import lzma
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.windows.test_kept_files import qt_modules_asked_for
from tools.linux.deb import Entry, package, size_in_kibibytes
from tools.linux.debian import debian_package
from tools.linux.program import HOME, IMPORTED, build_program, entries_of, put_wheels
from tools.linux.trying import _unlisted
from tools.windows.keeping import Rules, read_rules
from tools.windows.places import PARTS, SBOM
from tools.windows.sbom import differences

MADE = 1_790_000_000
ROOT = Path(__file__).parents[2]
KEEP = ROOT / "tools" / "linux" / "keep.toml"

FILES = {
    "usr/bin/iets": Entry(b"#!/bin/sh\n", 0o755),
    "usr/lib/iets/lib.so": Entry(b"\x7fELF" * 700),
    "usr/lib/iets/koppeling": Entry(link="lib.so"),
}

pytestmark = pytest.mark.skipif(os.name != "posix", reason="er zijn koppelingen in")
DPKG = shutil.which("dpkg-deb")


def members_of(deb):
    assert deb.startswith(b"!<arch>\n")
    found, place = {}, 8
    while place < len(deb):
        name, size = deb[place : place + 16].decode().strip(), int(deb[place + 48 : place + 58])
        found[name] = deb[place + 60 : place + 60 + size]
        place += 60 + size + size % 2
    return found


def tar_of(packed):
    return tarfile.open(fileobj=io.BytesIO(packed))


def wheel(folder, name, files, version="1.2"):
    path = folder / f"{name}-{version}-{len(list(folder.iterdir()))}-none-any.whl"
    metadata = f"Name: {name}\nVersion: {version}\nLicense-Expression: MIT\n"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(f"{name}-{version}.dist-info/METADATA", metadata)
        for each, content in files.items():
            packed.writestr(each, content)
    return path


@pytest.fixture
def no_idle_rules(monkeypatch):
    """Wheels of a test hold little of what the list is about."""
    monkeypatch.setattr(Rules, "idle", lambda self, paths: [])


# --- the package ----------------------------------------------------------------------------


def test_two_packages_of_the_same_files_are_the_same_bytes():
    again = dict(reversed(FILES.items()))

    assert package({}, FILES, MADE) == package({}, again, MADE)


def test_a_package_is_what_dpkg_reads():
    members = members_of(package({"control": Entry(b"Package: iets\n")}, FILES, MADE))

    assert list(members) == ["debian-binary", "control.tar.gz", "data.tar.xz"]
    assert members["debian-binary"] == b"2.0\n"
    with tar_of(members["control.tar.gz"]) as control:
        sums = control.extractfile("./md5sums").read().decode()
        assert control.extractfile("./control").read() == b"Package: iets\n"
    assert [line.split("  ")[1] for line in sums.splitlines()] == [
        "usr/bin/iets",
        "usr/lib/iets/lib.so",
    ]
    with tar_of(lzma.decompress(members["data.tar.xz"])) as data:
        found = {entry.name: entry for entry in data}
    assert list(found)[:3] == [".", "./usr", "./usr/bin"]
    assert found["./usr/bin/iets"].mode == 0o755
    assert found["./usr/lib/iets/koppeling"].linkname == "lib.so"
    assert {(entry.uname, entry.uid, entry.mtime) for entry in found.values()} == {
        ("root", 0, MADE)
    }


@pytest.mark.skipif(DPKG is None, reason="dpkg-deb is er niet")
def test_dpkg_itself_reads_it(tmp_path):
    control = b"Package: iets\nVersion: 1\nArchitecture: amd64\nMaintainer: x <x@x.invalid>\n"
    control += b"Description: iets\n"
    made = tmp_path / "iets.deb"
    made.write_bytes(package({"control": Entry(control)}, FILES, MADE))

    subprocess.run([DPKG, "--extract", str(made), str(tmp_path / "uit")], check=True)
    told = subprocess.run(
        [DPKG, "--field", str(made), "Package"], check=True, capture_output=True, text=True
    )

    assert told.stdout == "iets\n"
    assert (tmp_path / "uit/usr/lib/iets/koppeling").read_bytes() == b"\x7fELF" * 700
    assert os.access(tmp_path / "uit/usr/bin/iets", os.X_OK)


def test_its_size_is_counted_in_whole_blocks():
    assert size_in_kibibytes({"usr/a": Entry(b"x"), "usr/b": Entry(b"x" * 1025)}) == 1 + 1 + 2


# --- one folder for every Python --------------------------------------------------------------


def test_wheels_for_two_pythons_lie_in_one_folder(tmp_path, no_idle_rules):
    of_one = wheel(tmp_path, "iets", {"iets/a.py": "1", "iets/b.cpython-311.so": "een"})
    of_two = wheel(tmp_path, "iets", {"iets/a.py": "1", "iets/b.cpython-312.so": "twee"})

    (part,) = put_wheels(tmp_path / "uit", [of_one, of_two])

    place = tmp_path / "uit" / IMPORTED / "iets"
    assert sorted(path.name for path in place.iterdir()) == [
        "a.py",
        "b.cpython-311.so",
        "b.cpython-312.so",
    ]
    assert len(part.files) == len(set(part.files)) == 4
    assert part.digest == ""


def test_wheels_that_do_not_fit_over_each_other_are_refused(tmp_path, no_idle_rules):
    wheels = [wheel(tmp_path, "iets", {"iets/a.py": text}) for text in ("1", "2")]

    with pytest.raises(SystemExit, match=r"iets/a\.py"):
        put_wheels(tmp_path / "uit", wheels)


def test_a_python_of_the_system_imports_from_there_and_from_nowhere_else(tmp_path):
    program = tmp_path / "gebouwd"
    (program / IMPORTED).mkdir(parents=True)
    (program / IMPORTED / "iets_van_ons.py").write_text("", encoding="utf-8")
    (program / "pyvenv.cfg").write_text("home = /usr/bin\n", encoding="utf-8")
    system = tmp_path / "systeem"
    (system / "usr" / "bin").mkdir(parents=True)
    (system / "usr" / "bin" / "python3").symlink_to(sys._base_executable)
    for path, entry in entries_of(program).items():
        (system / path).parent.mkdir(parents=True, exist_ok=True)
        if entry.link:
            (system / path).symlink_to(entry.link)
        else:
            (system / path).write_bytes(entry.content)

    ask = "import iets_van_ons, sys; print(*sys.path, sep='\\n')"
    told = subprocess.run(
        [str(system / HOME / "bin" / "python3"), "-I", "-c", ask],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(tmp_path / "boos")},
    )

    packages = [line for line in told.stdout.splitlines() if line.endswith("-packages")]
    assert [Path(line).relative_to(system / HOME).name for line in packages] == ["site-packages"]
    assert "boos" not in told.stdout


# --- what goes along ----------------------------------------------------------------------------


def test_every_module_of_qt_that_a_screen_imports_is_kept_and_no_other():
    kept = {
        rule.path.removeprefix("PySide6/").removesuffix(".abi3.so")
        for rule in read_rules(KEEP).qt
        if rule.path.startswith("PySide6/Qt") and rule.path.endswith(".abi3.so")
    }

    assert kept == qt_modules_asked_for()


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/QtNetwork.abi3.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/support/__pycache__/generate_pyi.cpython-311.pyc", False),
        ("stdnum/iban.dat", True),
        ("beraad/assets/wachtzin.txt", True),
    ],
)
def test_what_goes_along(path, kept):
    assert read_rules(KEEP).kept(path) is kept


def test_the_package_brings_what_the_desktop_asks(tmp_path):
    program = tmp_path / "beraad"
    (program / "licenties").mkdir(parents=True)
    (program / "licenties" / "OVERZICHT.txt").write_text("lxml: BSD\n", encoding="utf-8")

    members = members_of(debian_package(program, "9.8", MADE))

    with tar_of(lzma.decompress(members["data.tar.xz"])) as data:
        names = set(data.getnames())
        desktop = data.extractfile("./usr/share/applications/beraad.desktop").read().decode()
        assert b"lxml: BSD" in data.extractfile("./usr/share/doc/beraad/copyright").read()
    assert names >= {
        "./usr/bin/beraad",
        "./usr/share/mime/packages/beraad.xml",
        "./usr/share/icons/hicolor/scalable/apps/beraad.svg",
    }
    assert "Exec=beraad %f" in desktop
    assert "application/x-beraad-cursus" in desktop
    with tar_of(members["control.tar.gz"]) as control:
        told = control.extractfile("./control").read().decode()
        assert {entry.name: entry.mode for entry in control}["./postinst"] == 0o755
    assert "Version: 9.8\n" in told
    assert "{" not in told
    assert re.search(r"^Depends: python3 \(>= 3\.11\), python3 \(<< 3\.14~\), ", told, re.MULTILINE)


def test_only_bytecode_that_was_made_there_may_be_more_than_the_sbom_says(tmp_path, monkeypatch):
    program = tmp_path / HOME
    made = program / IMPORTED / "iets" / "__pycache__" / "a.cpython-311.pyc"
    made.parent.mkdir(parents=True)
    made.touch()
    (program / "boos.py").touch()
    (program / SBOM).write_text('{"components": []}', encoding="utf-8")

    class System:
        root = tmp_path

    assert _unlisted(System()) == ["boos.py is there and is not listed"]


def test_the_program_is_equal_to_its_sbom_and_names_its_licences(tmp_path, no_idle_rules):
    licence = {"beraad-9.8.dist-info/licenses/LICENSE": "EUPL"}
    ours = wheel(tmp_path, "beraad", {"beraad/app.py": "1", **licence}, "9.8")
    theirs = {"iets-1.2.dist-info/licenses/LICENSE": "MIT", "iets/a.py": "1"}

    program = build_program(tmp_path / "uit", [ours, wheel(tmp_path, "iets", theirs)], "9.8", MADE)

    told = json.loads((program / SBOM).read_text(encoding="utf-8"))
    assert differences(program) == []
    assert told["metadata"]["component"]["name"] == "Beraad voor Linux"
    assert {part["name"] for part in told["components"]} == {"beraad", "iets"}
    assert (program / "licenties" / "iets" / "LICENSE").read_text() == "MIT"
    shown = json.loads((program / IMPORTED / PARTS).read_text(encoding="utf-8"))
    assert (shown["versie"], shown["gemaakt"]) == ("9.8", "2026-09-21")
