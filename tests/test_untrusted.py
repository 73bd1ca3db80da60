"""Files that somebody else made: read within limits, or refused in words, and never waited for."""

from __future__ import annotations

import os
import stat
import struct
import zlib
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad import untrusted
from beraad.assets import HOUSE as FILE_NAME
from beraad.errors import Solvable
from beraad.phases.data_file import DataFile, open_data
from beraad.phases.suggestions import NAMES, load
from beraad.privacy.dutch.municipal_words import FILES, municipal_words
from beraad.report.house.file import house_for, read_house
from beraad.report.house.pictures import Unusable, logo
from beraad.report.house.style import OURS
from beraad.training.practice import practice_cases
from beraad.ui.settings import Settings
from beraad.ui.spelling.word_list import WordList
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.theme.scale import TEXT_SIZES
from tests.odd_files import odd_things

TOO_DEEP = "x = " + "[" * 5_000
LONG_NUMBER = "a = 1\nb = " + "9" * 5_000
CONTROLS = '"\\u001b[2J\\u202e" = 1'


@odd_things
def test_what_is_no_file_is_refused_in_dutch(tmp_path, odd):
    odd(tmp_path / "iets")

    with pytest.raises(OSError, match="het is") as told:
        untrusted.read_bytes(tmp_path / "iets", most=10_000)

    assert told.value.strerror


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "groeit"
    path.write_bytes(b"x" * 11)
    small = os.stat_result((stat.S_IFREG, *[0] * 9))
    monkeypatch.setattr(Path, "stat", lambda _self: small)
    monkeypatch.setattr(os, "fstat", lambda _number: small)

    with pytest.raises(OSError, match="groter dan"):
        untrusted.read_bytes(path, most=10)


def test_a_file_of_just_the_limit_is_read(tmp_path):
    (tmp_path / "past").write_bytes(b"x" * 10)

    assert untrusted.read_bytes(tmp_path / "past", most=10) == b"x" * 10


def test_a_file_that_is_not_there_is_still_told_apart(tmp_path):
    with pytest.raises(FileNotFoundError):
        untrusted.read_text(tmp_path / "weg")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000])
def test_a_name_that_cannot_be_is_refused(tmp_path, name):
    with pytest.raises(OSError, match="naam"):
        untrusted.read_bytes(tmp_path / name, most=10)


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_shown_of_a_file_is_one_short_line_that_prints(text):
    shown = untrusted.shown(text)

    assert shown.isprintable()
    assert len(shown) <= len("…") + 40


@odd_things
def test_odd_lists_of_suggestions_leave_ours(tmp_path, odd):
    (tmp_path / "suggesties").mkdir()
    for name in NAMES:
        odd(tmp_path / "suggesties" / f"{name}.toml")

    suggestions = load(tmp_path)

    assert len(suggestions.problems) == len(NAMES)
    assert suggestions.lists == load(None).lists


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TOO_DEEP, 1),
        (LONG_NUMBER, 2),
        ("a = 1\nb = {c = " + "[" * 3_000, 2),
        ("a." * 100_000 + "b = 1", 1),
        ('a = "x"\n[' + '"a".' * 100_000 + "b]", 2),
        ("a = 1\nb = {c = 1, " + "a." * 100_000 + "d = 1}", 2),
        ('a = """\nx\\\n"""\n' + "a." * 100_000 + "b = 1", 4),
    ],
)
def test_a_list_that_python_cannot_take_is_refused_with_its_line(tmp_path, text, line):
    (tmp_path / "waarden.toml").write_text(text)

    with pytest.raises(Solvable, match=f"waarden.toml, regel {line}: ") as told:
        open_data(tmp_path / "waarden.toml").table()

    assert "9999" not in str(told.value)


@pytest.mark.parametrize(
    "text",
    [
        f'a = "{"ja. " * 5_000}"',
        f"a = '{'ja. ' * 5_000}'",
        f'a = """\n{"ja. " * 5_000}\n"""',
        f'a = "\\"{"ja. " * 5_000}"',
        f"# {'.' * 5_000}\na = 1",
        f"a = [{'1.5, ' * 5_000}]",
    ],
)
def test_a_line_with_many_stops_in_it_is_read(text):
    assert "a" in DataFile("eigen.toml", text).table()


@pytest.mark.parametrize(
    "piece", ['"""\\', "'" * 3 + "\\", '\\"""', "'" * 3 + ".", '"\\', "#", '""" \\"', '."', "'"]
)
def test_texts_that_are_not_closed_take_no_time(piece):
    text = f"{'a.' * 600}\n{piece * 100_000}\\"
    began = process_time()

    with pytest.raises(Solvable):
        DataFile("eigen.toml", text).table()

    assert process_time() - began < 5


def test_no_control_sign_of_a_file_reaches_a_message(tmp_path):
    (tmp_path / FILE_NAME).write_text(CONTROLS)

    with pytest.raises(Solvable) as told:
        read_house(tmp_path / FILE_NAME)

    assert told.value.happened.isprintable()


@odd_things
def test_an_odd_house_style_leaves_ours(tmp_path, odd):
    odd(tmp_path / FILE_NAME)

    house, problem = house_for(tmp_path)

    assert house == OURS
    assert problem is not None
    assert FILE_NAME in problem.happened


@odd_things
def test_an_odd_logo_is_refused_by_its_key(tmp_path, odd):
    odd(tmp_path / "logo.png")
    (tmp_path / FILE_NAME).write_text('[logo]\nbestand = "logo.png"\nbeschrijving = "x"')

    with pytest.raises(Solvable, match=r"logo\.bestand"):
        read_house(tmp_path / FILE_NAME)


@odd_things
def test_odd_word_lists_are_told_one_by_one(tmp_path, odd):
    (tmp_path / "woorden").mkdir()
    for name in FILES:
        odd(tmp_path / "woorden" / name)

    words = municipal_words(tmp_path)

    assert [one.file for one in words.refused] == list(FILES)
    assert words.problem is not None


@odd_things
def test_an_odd_list_of_own_words_counts_as_empty_and_is_left_alone(tmp_path, odd):
    odd(tmp_path / "woordenlijst.txt")
    words = WordList(tmp_path / "woordenlijst.txt")

    assert "leefgeld" not in words
    with pytest.raises(Solvable, match="woordenlijst"):
        words.add("leefgeld")
    assert "leefgeld" in words


@odd_things
def test_an_odd_practice_case_is_told_by_its_name(tmp_path, odd):
    odd(tmp_path / "casus.toml")

    with pytest.raises(Solvable, match=r"casus\.toml"):
        practice_cases(tmp_path)


@odd_things
def test_odd_settings_are_told_and_the_usual_ones_count(tmp_path, odd):
    odd(tmp_path / "instellingen.ini")

    settings = Settings(tmp_path / "instellingen.ini")
    settings.percent = TEXT_SIZES[-1]

    assert settings.problem is not None
    assert "instellingen-onleesbaar-1.ini" in settings.problem.kept
    assert settings.percent == TEXT_SIZES[-1]
    assert settings.theme is ThemeChoice.SYSTEM


@pytest.mark.parametrize("kept", ["9" * 5_000, "-1", "²", "100, 125"])
def test_settings_that_mean_nothing_count_as_the_usual(tmp_path, kept):
    path = tmp_path / "instellingen.ini"
    path.write_text(f"[weergave]\ntekst={kept}\nthema={kept}\n[groepsscherm]\ntekst={kept}\n")

    settings = Settings(path)

    assert settings.problem is None
    assert settings.percent == TEXT_SIZES[0]
    assert settings.group_percent == 100
    assert settings.theme is ThemeChoice.SYSTEM


def jpeg(scans):
    frame = b"\xff\xc2\x00\x0b\x08\x07\xd0\x07\xd0\x01\x01\x11\x00"
    return b"\xff\xd8" + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x00\x00" * scans + b"\xff\xd9"


def png(*chunks):
    def packed(name, content):
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    return b"\x89PNG\r\n\x1a\n" + b"".join(packed(*each) for each in (*chunks, (b"IEND", b"")))


HEAD = (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
POINTS = (b"IDAT", zlib.compress(b"\0\0"))


def test_a_picture_that_takes_hours_to_draw_is_no_logo():
    assert logo(jpeg(10), "x").width == 2_000
    with pytest.raises(Unusable, match="rondes"):
        logo(jpeg(5_000), "x")


def test_a_picture_with_much_beside_the_picture_is_no_logo():
    assert logo(png(HEAD, POINTS), "x").width == 1
    with pytest.raises(Unusable, match="geen beeld"):
        logo(png(HEAD, (b"zTXt", b"x\0\0" + zlib.compress(b"a" * 20_000_000)), POINTS), "x")


@given(st.data())
def test_whatever_is_damaged_in_a_picture_is_drawn_or_refused(data):
    whole = data.draw(st.sampled_from([png(HEAD, POINTS), png((b"IHDR", b"x"), POINTS), jpeg(2)]))
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:place] + data.draw(st.binary(max_size=3)) + whole[place + 1 :]
    try:
        logo(damaged, "x")
    except Unusable:
        return
