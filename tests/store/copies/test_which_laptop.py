from __future__ import annotations

import pytest

from beraad.store.copies.folder import FOLDER, copies_folder
from beraad.store.copies.laptops import place_of_this


@pytest.fixture
def stick(tmp_path):
    return tmp_path / "stick"


def test_a_laptop_keeps_its_place(tmp_path, stick):
    place = place_of_this(stick, tmp_path / "beraden")
    assert place.parent == stick / FOLDER
    assert place_of_this(stick, tmp_path / "beraden") == place


@pytest.mark.parametrize("led", ["../../ab", "..\\..\\ab", "a/../../b", "", "abc"])
def test_what_somebody_wrote_in_the_list_leads_to_no_other_folder(tmp_path, stick, led):
    folder = tmp_path / "beraden"
    mark = place_of_this(stick, folder).name.removeprefix("laptop-")
    (known,) = copies_folder(folder).glob("laptop.json")
    known.write_text(known.read_text().replace(mark, led.replace("\\", "\\\\")))
    place = place_of_this(stick, folder)
    assert place.parent == stick / FOLDER
    assert place.name.removeprefix("laptop-").isalnum()
