"""The file behind an observation: what was noted is there, whatever happens after."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.report import files
from beraad.training.observing import notebook as room
from beraad.training.observing.notebook import Notebook

KIND = "observatie"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def begun(folder, **head):
    return Notebook.begin(folder / "een.observatie", KIND, head)


def test_what_was_noted_last_counts_and_is_read_again(tmp_path):
    book = begun(tmp_path, casus="Boodschappen")
    book.note("case", "gedrag feiten", "goed")
    book.note("case", "gedrag feiten", "matig")
    book.note("case", "vragen", "oog")

    again = Notebook.open(book.path, KIND)

    assert list(again) == [("case", "gedrag feiten", "matig"), ("case", "vragen", "oog")]
    assert again.head == {"casus": "Boodschappen"}


@settings(max_examples=15)
@given(st.lists(st.tuples(st.text(), st.text(), VALUES), max_size=12))
def test_every_value_comes_back_as_it_was(tmp_path_factory, notes):
    book = begun(tmp_path_factory.mktemp("boek"))
    for place, name, value in notes:
        book.note(place, name, value)

    assert list(Notebook.open(book.path, KIND)) == list(book)


@settings(max_examples=15)
@given(cut=st.integers(min_value=1, max_value=400))
def test_what_was_cut_off_anywhere_leaves_whole_notes_and_can_be_gone_on_with(
    tmp_path_factory, cut
):
    book = begun(tmp_path_factory.mktemp("boek"))
    for number in range(8):
        book.note("case", f"gehoord {number}", "“Wat zag je toen?”")
    data = book.path.read_bytes()
    begin = data.index(b"\n") + 1
    book.path.write_bytes(data[: max(begin, len(data) - cut)])

    again = Notebook.open(book.path, KIND)
    left = list(again)
    assert left == list(book)[: len(left)]
    again.note("case", "vragen", "o")
    assert list(Notebook.open(book.path, KIND)) == [*left, ("case", "vragen", "o")]


def test_a_full_disk_is_told_and_takes_nothing_away(tmp_path, monkeypatch):
    book = begun(tmp_path)
    book.note("case", "vragen", "o")
    real = os.write

    monkeypatch.setattr(room.os, "write", lambda number, data: real(number, data[:5]))
    with pytest.raises(Solvable, match="niet te bewaren"):
        book.note("case", "gehoord 1", "“Wat zag je?”")
    monkeypatch.undo()

    def full(part, data):
        del part, data
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_fill", full)
    with pytest.raises(Solvable, match="vol") as told:
        book.note("case", "vragen", "oo")
    assert told.value.kept == "Wat er al was, staat er nog."
    monkeypatch.undo()

    assert book.of("case", "vragen") == "o"
    assert list(Notebook.open(book.path, KIND)) == [("case", "vragen", "o")]
    book.note("case", "vragen", "oo")
    assert Notebook.open(book.path, KIND).of("case", "vragen") == "oo"


@pytest.mark.parametrize("after", ["matig", None, ""])
def test_what_was_changed_or_taken_back_is_not_in_the_file_any_more(tmp_path, after):
    book = begun(tmp_path)
    book.note("case", "moment 1", "MERKWOORD")
    book.note("case", "gehoord 1", "blijft")
    assert b"MERKWOORD" in book.path.read_bytes()

    book.note("case", "moment 1", after)
    assert b"MERKWOORD" not in book.path.read_bytes()
    book.note("case", "gehoord 2", "erbij")

    again = Notebook.open(book.path, KIND)
    assert [again.of("case", f"gehoord {each}") for each in (1, 2)] == ["blijft", "erbij"]
    assert again.of("case", "moment 1") == after
    assert b"moment 1" not in again.given() or after is not None
    assert [each.name for each in tmp_path.iterdir()] == [book.path.name]


def test_what_an_earlier_version_left_in_the_file_goes_with_the_next_note(tmp_path):
    book = begun(tmp_path)
    with book.path.open("ab") as file:
        file.write(b'["case","moment 1","MERKWOORD"]\n["case","moment 1",null]\n')
    again = Notebook.open(book.path, KIND)

    again.note("case", "gehoord 1", "erbij")

    assert b"MERKWOORD" not in book.path.read_bytes()
    assert Notebook.open(book.path, KIND).of("case", "gehoord 1") == "erbij"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "regel 1"),
        (b"geen json\n", "regel 1 is niet te lezen"),
        (b"[1]\n", "regel 1 is geen begin"),
        (b'{"soort":"zelfbeeld","vorm":1}\n', "geen observatie"),
        (b'{"soort":"observatie","vorm":2}\n', "andere versie"),
        (b'{"soort":"observatie","vorm":1}\n["a","b"]\n', "regel 2"),
        (b'{"soort":"observatie","vorm":1}\n["a","b",1]\n{}\n', "regel 3"),
        (b'{"soort":"observatie","vorm":1}\n' + b"[" * 100_000 + b"\n", "regel 2"),
    ],
)
def test_what_is_no_notebook_is_refused_with_its_line(tmp_path, data, why):
    path = tmp_path / "vreemd.observatie"
    path.write_bytes(data)

    with pytest.raises(Solvable, match=why):
        Notebook.open(path, KIND)


WRITER = """
import sys
from pathlib import Path
from beraad.training.observing.notebook import Notebook
book = Notebook.begin(Path(sys.argv[1]), "observatie", {})
for number in range(1_000_000):
    book.note("case", f"gehoord {number % 40}", f"zin {number}")
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
def test_nothing_that_was_noted_is_lost_at_kill_9(tmp_path):
    for turn in range(2):
        path = tmp_path / f"{turn}.observatie"
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[3],
        )
        assert writer.stdout is not None
        said = [int(writer.stdout.readline()) for _ in range(30 + 61 * turn)]
        writer.send_signal(signal.SIGKILL)
        said += [
            int(line)
            for line in writer.stdout.read().splitlines(keepends=True)
            if line[-1:] == b"\n"
        ]
        writer.wait()
        writer.stdout.close()

        book = Notebook.open(path, "observatie")

        for number in said[-40:]:
            told = int(book.of("case", f"gehoord {number % 40}").removeprefix("zin "))
            assert told >= number
