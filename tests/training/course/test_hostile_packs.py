"""A file that only says it is a course: refused with the reason, and nothing is left behind."""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.phases.data_file import DataFile
from beraad.training.course import opening
from beraad.training.course.names import PROGRAMME
from beraad.training.course.opening import checked, open_course
from beraad.training.course.pack import shipped_course
from beraad.training.course.programme import read_programme

PROGRAMME_TEXT = shipped_course().file.text


def archive(*parts: tuple[str | ZipInfo, bytes], programme: bool = True) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        if programme:
            made.writestr(PROGRAMME, PROGRAMME_TEXT)
        for name, data in parts:
            made.writestr(name, data)
    return target.getvalue()


def linked() -> bytes:
    info = ZipInfo("casussen/koppeling.casus")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return archive((info, b"/etc/passwd"))


def locked() -> bytes:
    data = bytearray(archive())
    central = data.index(b"PK\x01\x02")
    for place in (6, central + 8):
        data[place] |= 1
    return bytes(data)


def lying_about_its_size() -> bytes:
    data = bytearray(archive(("casussen/groot.casus", b"#" * 3_000_000)))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 100)
    return bytes(data)


def over_each_other() -> bytes:
    """Two names in the list that point to the same bytes, as a bomb does with thousands."""
    data = archive(("casussen/een.casus", os.urandom(40_000)))
    central = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    entry = data[central:end]
    twins = b"".join(
        entry.replace(b"een.casus", f"{number:03}.casus".encode()) for number in range(100, 110)
    )
    whole = data[:end] + twins
    first = data.index(b"PK\x01\x02")
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 12, 12, len(whole) - first, first, 0)
    return whole + tail


def packed_in(method: int) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", method) as made:
        made.writestr(PROGRAMME, PROGRAMME_TEXT)
    return target.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "no archive": (lambda: b"PK geen archief", "beschadigd"),
    "empty": (lambda: b"", "beschadigd"),
    "cut off": (lambda: archive(("casussen/a.casus", b"x"))[:-40], "beschadigd"),
    "no programme": (lambda: archive(programme=False), "ontbreekt"),
    "up a folder": (lambda: archive(("../casussen/a.casus", b"x")), "hoort niet"),
    "up inside": (lambda: archive(("casussen/../../a.casus", b"x")), "hoort niet"),
    "absolute": (lambda: archive(("/casussen/a.casus", b"x")), "hoort niet"),
    "drive": (lambda: archive(("C:/casussen/a.casus", b"x")), "hoort niet"),
    "backslash": (lambda: archive(("casussen\\a.casus", b"x")), "hoort niet"),
    "deeper": (lambda: archive(("casussen/map/a.casus", b"x")), "hoort niet"),
    "a folder": (lambda: archive(("casussen/", b"")), "hoort niet"),
    "a program": (lambda: archive(("bladen/lees mij.exe", b"MZ")), "hoort niet"),
    "a list for the gate": (lambda: archive(("woorden/toegestaan.txt", b"Jansen")), "hoort niet"),
    "another list": (lambda: archive(("suggesties/geheim.toml", b"")), "hoort niet"),
    "hidden": (lambda: archive(("casussen/.a.casus", b"x")), "hoort niet"),
    "trailing dot": (lambda: archive(("casussen/a..casus", b"x")), "hoort niet"),
    "a device": (lambda: archive(("casussen/CON.casus", b"x")), "hoort niet"),
    "a bell": (lambda: archive(("casussen/a\x07.casus", b"x")), "hoort niet"),
    "turned around": (lambda: archive(("casussen/a\u202e.casus", b"x")), "hoort niet"),
    "a stream of NTFS": (lambda: archive(("casussen/a.casus:b", b"x")), "hoort niet"),
    "very long": (lambda: archive((f"casussen/{'a' * 300}.casus", b"x")), "hoort niet"),
    "one name twice": (
        lambda: archive(("casussen/a.casus", b"x"), ("casussen/A.casus", b"y")),
        "twee keer",
    ),
    "a link": (linked, "koppeling"),
    "locked": (locked, "op slot"),
    "another method": (lambda: packed_in(ZIP_BZIP2), "onbekende manier"),
    "one large part": (
        lambda: archive(("casussen/a.casus", b"#" * 2_000_000)),
        "groter dan 1 MB",
    ),
    "a bomb": (
        lambda: archive(*((f"bladen/{n}.pdf", b"0" * 9_000_000) for n in range(8))),
        "veel te groot",
    ),
    "a case that reads the other way": (
        lambda: archive(("casussen/a.casus", "# ja\ntitel = 'a\u202eb'".encode())),
        "casussen/a.casus, regel 2, staat een teken dat niet te zien is",
    ),
    "a name that is split": (
        lambda: archive(("suggesties/waarden.toml", "# Jan\u200bsen".encode())),
        "suggesties/waarden.toml, regel 1",
    ),
    "over each other": (over_each_other, "over elkaar heen"),
    "lying about its size": (lying_about_its_size, ""),
    "many parts": (
        lambda: archive(*((f"bladen/{n}.pdf", b"") for n in range(301))),
        "meer dan 300",
    ),
    "many cases": (
        lambda: archive(*((f"casussen/{n}.casus", b"") for n in range(51))),
        "meer dan 50",
    ),
    "no text": (lambda: archive(("casussen/a.casus", b"\xff\xfe\x00")), "UTF-8"),
    "a zero in it": (lambda: archive(("casussen/a.casus", b"a\x00b")), "gewone tekst"),
    "a case that is none": (lambda: archive(("casussen/a.casus", b"[oefening]")), "klopt"),
    "a list that is none": (
        lambda: archive(("suggesties/waarden.toml", b"titel = 'a'\ndit is geen lijst")),
        "In waarden.toml, regel 2",
    ),
    "a list of other things": (
        lambda: archive(("suggesties/routes.toml", b"titel = 3")),
        "het veld titel hoort een tekst te zijn",
    ),
    "a real story": (
        lambda: archive(("casussen/a.casus", b'[oefening]\nbron = "echt gebeurd"')),
        "verzonnen",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_the_reason_and_leaves_nothing(tmp_path: Path, name: str):
    make, reason = HOSTILE[name]
    path = tmp_path / "vreemd.cursus"
    path.write_bytes(make())
    home = tmp_path / "beraden"

    with pytest.raises(Solvable) as refused:
        open_course(path, home, today=date(2026, 11, 29))

    assert reason in refused.value.happened
    assert not [each for each in home.rglob("*") if each.name != "cursussen"]
    with pytest.raises(Solvable):
        checked(path)
    assert not (tmp_path / "casussen").exists()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(opening, "LARGEST", 1000)
    path = tmp_path / "groot.cursus"
    path.write_bytes(b"0" * 1001)

    with pytest.raises(Solvable, match="groter dan"):
        checked(path)


def test_a_pipe_keeps_nobody_waiting(tmp_path: Path):
    path = tmp_path / "pijp.cursus"
    os.mkfifo(path)

    with pytest.raises(Solvable, match="geen gewoon bestand"):
        checked(path)


def test_another_name_is_no_course(tmp_path: Path):
    path = tmp_path / "cursus.zip"
    path.write_bytes(archive())

    with pytest.raises(Solvable, match=r"eindigt niet op \.cursus"):
        checked(path)


def test_stored_and_deflated_are_both_read(tmp_path: Path):
    for method in (ZIP_STORED, ZIP_DEFLATED):
        path = tmp_path / f"{method}.cursus"
        path.write_bytes(packed_in(method))
        assert checked(path).programme.title == "Gespreksleider moreel beraad"


SOUND = archive()


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_is_changed_it_opens_or_says_why(tmp_path: Path, data: st.DataObject):
    changed = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(SOUND) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "veranderd.cursus"
    path.write_bytes(bytes(changed))

    with suppress(Solvable):
        assert checked(path).programme.parts


_TASK = '\n[[daartussen]]\nwat = "Lees"\nwanneer = "Voor dag 2"\nwaarom = "Dan weet je het"\n'


def cases_in_programme() -> set[str]:
    return {part.case for part in shipped_course().programme.parts if part.case}


def test_no_line_is_looked_for_while_nothing_is_wrong(monkeypatch: pytest.MonkeyPatch):
    """To look for one takes as long as the file, and a file can have very many texts."""
    cases, looked = cases_in_programme(), list[str]()
    find = DataFile.line_of

    def line_of(self: DataFile, header: str, number: int, key: str) -> int:
        looked.append(key)
        return find(self, header, number, key)

    monkeypatch.setattr(DataFile, "line_of", line_of)
    assert read_programme(DataFile("programma.toml", PROGRAMME_TEXT + _TASK), cases)
    assert looked == []


@pytest.mark.parametrize("sign", [r"\u202e", r"\u2067", r"\u200b", r"\u00ad", r"\u2028"])
def test_a_sign_that_nobody_sees_is_refused_with_its_line_also_when_it_is_spelled(sign: str):
    task = _TASK.replace("Lees", f"Le{sign}es")
    line = (PROGRAMME_TEXT + task).count("\n", 0, len(PROGRAMME_TEXT) + task.index("Le")) + 1
    with pytest.raises(Solvable, match=rf"regel {line}: er staat een teken in dat niet te zien is"):
        read_programme(DataFile("cursus.toml", PROGRAMME_TEXT + task), cases_in_programme())


@pytest.mark.parametrize("header", ["daartussen", "daarna"])
def test_more_tasks_than_anybody_does_are_refused(header: str):
    many = _TASK.replace("daartussen", header) * 300
    with pytest.raises(Solvable, match="hoogstens 200"):
        read_programme(DataFile("programma.toml", PROGRAMME_TEXT + many), cases_in_programme())
