"""The pins are complete in every place, so that installing has nothing left to look up."""

from __future__ import annotations

import re
import sys
from importlib.metadata import requires, version

import pytest
from packaging.markers import default_environment

from tools.locking.pins import NEEDS, REQUIREMENTS, asked_for, lacking, read_needs, read_pins
from tools.locking.places import ROOT, SYSTEMS, Place, places, pythons

FILES = ("run", "gemeente", "dev")


def pins_of(name):
    return read_pins(REQUIREMENTS / f"{name}.txt")


class ThisComputer:
    """The place where the tests run."""

    def environments(self):
        return [default_environment()]


@pytest.mark.parametrize("place", places(), ids=lambda place: place.name)
@pytest.mark.parametrize("name", FILES)
def test_the_pins_are_complete_in_every_place(name, place):
    assert lacking(pins_of(name), read_needs(), asked_for(name), place) == []


def test_what_is_written_down_is_what_the_packages_say_themselves():
    told = {}
    for pin in pins_of("dev"):
        if pin.holds_in(default_environment()):
            assert version(pin.name) == pin.version
            told[pin.key] = requires(pin.name) or []

    assert lacking(pins_of("dev"), told, asked_for("dev"), ThisComputer()) == []


def test_what_is_tested_is_what_is_run():
    tested = {pin.name: pin for pin in pins_of("dev")}

    for pin in (*pins_of("run"), *pins_of("gemeente")):
        assert tested[pin.name] == pin


@pytest.mark.parametrize("name", [*FILES, "lock"])
def test_every_pin_has_hashes(name):
    assert pins_of(name)
    assert all(pin.hashes for pin in pins_of(name))


def test_what_makes_the_pins_is_pinned_too():
    asked = {
        line
        for line in (REQUIREMENTS / "lock.in").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    }

    assert asked == {pin.name for pin in pins_of("lock")}


def test_nothing_is_written_down_about_versions_that_are_no_pin():
    assert set(read_needs()) == {pin.key for pin in pins_of("dev")}


def test_the_pythons_are_the_ones_the_documents_name():
    first, *_, last = pythons()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert first == "3.11"
    assert re.search(rf"Python {first}, [\d., ]+ (?:of|en) {last}", readme)
    assert f"{sys.version_info[0]}.{sys.version_info[1]}" >= first


PLACE = Place(SYSTEMS[1], "3.11")
WINDOWS = Place(SYSTEMS[0], "3.11")


def pins(tmp_path, *lines):
    file = tmp_path / "pins.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    return read_pins(file)


def test_a_package_without_a_pin_is_missed(tmp_path):
    some = pins(tmp_path, "left==1.0")

    assert lacking(some, {"left==1.0": ["right>=2"]}, ["left"], PLACE) == [
        "right>=2 is asked for and has no pin"
    ]


def test_a_pin_that_is_too_old_is_missed(tmp_path):
    some = pins(tmp_path, "left==1.0", "right==1.9")
    needs = {"left==1.0": ["right>=2"], "right==1.9": []}

    assert lacking(some, needs, ["left"], PLACE) == ["right>=2 is asked for and the pin is 1.9"]


def test_what_an_extra_asks_is_missed_only_with_the_extra(tmp_path):
    some = pins(tmp_path, "left==1.0")
    needs = {"left==1.0": ['right; extra == "more"']}

    assert lacking(some, needs, ["left"], PLACE) == []
    assert len(lacking(some, needs, ["left[more]"], PLACE)) == 1


def test_a_pin_for_another_system_is_no_pin_here(tmp_path):
    some = pins(tmp_path, "left==1.0", "right==2.0 ; sys_platform == 'win32'")
    needs = {"left==1.0": ["right"], "right==2.0": []}

    assert lacking(some, needs, ["left"], WINDOWS) == []
    assert len(lacking(some, needs, ["left"], PLACE)) == 1


def test_a_pin_that_nobody_asked_the_index_about_is_missed(tmp_path):
    some = pins(tmp_path, "left==1.0")

    assert lacking(some, {}, ["left"], PLACE) == [f"left==1.0 has no line in {NEEDS.name}"]


@pytest.mark.parametrize("line", ["left>=1.0", "left", "left[more]==1.0", "left==1.0,<2"])
def test_a_line_that_pins_no_single_version_is_refused(tmp_path, line):
    with pytest.raises(ValueError, match="no single version"):
        pins(tmp_path, line)


def test_two_pins_of_one_package_in_one_place_are_refused(tmp_path):
    some = pins(tmp_path, "left==1.0", "left==2.0 ; python_version >= '3.11'")

    with pytest.raises(ValueError, match="pinned twice"):
        lacking(some, {}, ["left"], PLACE)
