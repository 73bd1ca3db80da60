"""A sample leaves out what it should, and over time nothing."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests import sampling
from tests.conftest import pytest_collection_modifyitems
from tests.sampling import Sample, seed_of_the_program

THINGS = [f"bladzijde-{number}" for number in range(600)]


def taken(seed, **how):
    return {each for each in THINGS if Sample(seed, **how).takes(each, one_in=6)}


def test_a_sample_is_about_as_large_as_was_asked_and_the_same_every_time():
    assert 60 < len(taken("a")) < 140
    assert taken("a") == taken("a") != taken("b")


def test_samples_together_leave_nothing_out():
    assert set().union(*(taken(str(seed)) for seed in range(80))) == set(THINGS)


def test_whole_takes_everything():
    assert taken("a", whole=True) == set(THINGS)


def test_one_of_several_is_each_of_them_in_turn():
    found = {Sample(str(seed)).some_of("abc", "letters") for seed in range(40)}

    assert found == {"a", "b", "c"}
    assert Sample("a", whole=True).some_of("abc", "letters") == "abc"
    assert Sample("a").some_of("", "letters") == ""


def items_of(one_in):
    mark = SimpleNamespace(kwargs={"one_in": one_in, "always": "hostile"} if one_in else {})
    return [
        SimpleNamespace(
            nodeid=f"test[{name}]",
            callspec=SimpleNamespace(id=f"{name}-pdf"),
            get_closest_marker=lambda _: mark,
        )
        for name in (*THINGS, "hostile")
    ]


@pytest.mark.parametrize(
    ("whole", "one_in", "least", "most"),
    [(False, 6, 60, 140), (True, 6, 601, 601), (False, None, 601, 601)],
)
def test_of_parameters_a_part_is_tried_and_always_what_has_to_be(whole, one_in, least, most):
    left = []

    def deselected(items):
        left.extend(items)

    config = SimpleNamespace(
        option=SimpleNamespace(sample="a", whole=whole),
        hook=SimpleNamespace(pytest_deselected=deselected),
    )
    items = items_of(one_in)

    pytest_collection_modifyitems(config, items)

    assert least <= len(items) <= most
    assert items[-1].nodeid == "test[hostile]"
    assert len(items) + len(left) == 601


@pytest.fixture
def program(tmp_path, monkeypatch):
    monkeypatch.setattr(sampling, "_PROGRAM", tmp_path)
    (tmp_path / "deep").mkdir()
    line = tmp_path / "deep" / "one.py"
    line.write_text("a = 1\n", encoding="utf-8")
    return line


def test_another_program_is_tried_in_another_way(program):
    read = seed_of_the_program.__wrapped__
    before = read()
    assert read() == before

    program.write_text("a = 2\n", encoding="utf-8")

    assert read() != before
