from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from beraad.phases.folding import plain
from beraad.ui.start.list_model import ROW, BeradenModel
from beraad.ui.start.listing import Row

WORDS = ("noord", "zuid", "école")


def a_row(place, title):
    return Row(
        path=Path(f"{place}.beraad"), place=(place,), sought=plain(title), title=title,
        team="", day="", state="", keep="",
    )  # fmt: skip


rows = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(WORDS)), unique_by=lambda each: each[0]
).map(lambda made: [a_row(*each) for each in made])


def shown(model):
    return [model.index(at).data(ROW) for at in range(model.rowCount())]


@given(
    rows=rows,
    cuts=st.lists(st.integers(0, 40), max_size=4),
    sought=st.sampled_from(["", "noord", "ZUID", "ecole", "niets"]),
    early=st.booleans(),
    apart=st.integers(0, 40),
)
def test_the_list_is_what_belongs_in_it_in_order_however_it_came(rows, cuts, sought, early, apart):
    model = BeradenModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    words = tuple(plain(sought).split())
    gone = Path(f"{apart}.beraad")
    if early:
        model.look_for(words)
        model.put_apart(gone)

    bounds = [0, *sorted(min(cut, len(rows)) for cut in cuts), len(rows)]
    for start, end in pairwise(bounds):
        model.add(sorted(rows[start:end], key=lambda row: row.place))
    if not early:
        model.put_apart(gone)
        model.look_for(words)

    in_order = sorted(rows, key=lambda row: row.place)
    assert model.rows == in_order
    # What stands apart is found by who looks for it.
    assert shown(model) == [
        row
        for row in in_order
        if all(word in row.sought for word in words) and (words or row.path != gone)
    ]


def test_a_line_that_changes_keeps_its_place_and_its_search():
    model = BeradenModel()
    model.add([a_row(1, "noord"), a_row(2, "zuid")])
    model.look_for(("noord",))

    model.change([a_row(2, "zuid, kopie")])

    assert [row.title for row in shown(model)] == ["noord"]
    model.look_for(())
    assert [row.title for row in shown(model)] == ["noord", "zuid, kopie"]


def test_a_line_apart_stays_apart_when_it_changes_or_comes_again():
    model = BeradenModel()
    model.put_apart(Path("1.beraad"))
    model.add([a_row(1, "noord"), a_row(2, "zuid")])

    model.change([a_row(1, "noord, kopie")])
    model.look_for(("o",))
    model.look_for(())

    assert [row.title for row in shown(model)] == ["zuid"]
    model.put_apart(None)
    assert [row.title for row in shown(model)] == ["noord, kopie", "zuid"]


def test_the_list_is_read_only_and_counts_its_lines_without_python():
    model = BeradenModel()
    model.add([a_row(1, "noord")])

    line = model.index(0)
    assert not line.flags() & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled)
    assert "rowCount" not in vars(BeradenModel)
