"""Texts that were marked while they were written become texts of the corpus."""

from beraad.privacy.dutch.lexicon import shipped
from tools.gate.inline import inline, mended, read


def marks(marked):
    return [(marked.text[one.start : one.end], one.label) for one in marked.spans]


def test_a_mark_becomes_a_place_in_the_text():
    marked = inline("[[Fatima|PERSOON]]'s zoon zit op [[de Regenboog|ORGANISATIE]].")
    assert marked.text == "Fatima's zoon zit op de Regenboog."
    assert marks(marked) == [("Fatima", "PERSOON"), ("de Regenboog", "ORGANISATIE")]


def test_a_form_of_address_and_a_kind_are_put_outside():
    marked = inline("[[mevrouw Bakr|PERSOON]] belt [[stichting De Brug|ORGANISATIE]]")
    assert marks(mended(marked, shipped())) == [
        ("Bakr", "PERSOON"),
        ("De Brug", "ORGANISATIE"),
    ]


def test_a_name_is_marked_wherever_it_stands_but_a_word_is_not():
    marked = inline("[[Bakr|PERSOON]] en [[wil|PERSOON]]. Later wil Bakr niet meer.")
    assert marks(mended(marked, shipped())) == [
        ("Bakr", "PERSOON"),
        ("wil", "PERSOON"),
        ("Bakr", "PERSOON"),
    ]


def test_each_text_stands_behind_its_genre(tmp_path):
    path = tmp_path / "teksten.txt"
    path.write_text(
        "=== chat\n[[An|PERSOON]] belt\n=== brief\nNiets te merken.\n", encoding="utf-8"
    )
    assert [(genre, marked.text) for genre, marked in read(path)] == [
        ("chat", "An belt"),
        ("brief", "Niets te merken."),
    ]
