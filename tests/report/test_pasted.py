"""What lands in a mail or a case system when a document is pasted as text."""

from __future__ import annotations

import pytest

from beraad.report.blocks import (
    ABOVE,
    Bullets,
    Callout,
    Facts,
    Heading,
    Look,
    Mark,
    Matrix,
    OptionList,
    OptionPanel,
    Paragraph,
    Quote,
    RowGroup,
    Run,
    Table,
    Voices,
    WritingLines,
)
from beraad.report.pasted import pasted
from beraad.report.visible import BOX
from tests.report.everywhere import blocks_with, everywhere


def said(*blocks):
    """What a document with only these blocks says of them."""
    return pasted(everywhere("", blocks=blocks)).lstrip("\n")


def plain(text):
    return ((Run(text),),)


def note(text):
    return (Run(text, Look.MUTED),)


def test_headings_are_underlined_and_a_part_has_room_above_it():
    text = said(Paragraph((Run("eerst"),)), Heading(1, "De casus"), Heading(2, "Toen"))

    assert text == "eerst\n\n\nDe casus\n========\n\nToen\n----\n"


def test_the_title_stands_under_what_the_document_is():
    text = pasted(everywhere("Het dak", blocks=()))

    assert text == "Het dak\n\n\nHet dak\n=======\n\nHet dak\n\nHet dak\n"


def test_a_list_has_dashes():
    assert said(Bullets(((Run("een"),), (Mark("A"), Run(" twee"))))) == "- een\n- ◆ A twee\n"


def test_a_box_is_set_apart_with_all_that_is_in_it():
    text = said(Callout("In het kort", (Run("Mag dit?"),), (Bullets(plain("bellen")),)))

    assert text == "In het kort\n===========\n\nMag dit?\n\n- bellen\n"


def test_a_label_stands_before_what_belongs_to_it():
    facts = Facts((("Voor wie", plain("het team")), ("Wie belt?", plain("de klantmanager"))))

    assert said(facts) == "Voor wie: het team\nWie belt? de klantmanager\n"
    assert said(Quote("Morele vraag", plain("Mag dit?"))) == "Morele vraag: Mag dit?\n"
    assert said(Facts((("Twee", (*plain("een"), *plain("twee"))),))) == "Twee:\n  een\n  twee\n"


def test_a_note_stands_between_brackets_behind_what_it_is_about():
    table = Table(("Wie", "Wat"), (RowGroup((*plain("Inwoner"), note("zelf gezegd")), ()),), (1,))
    row = RowGroup(table.groups[0].head, ((plain("rust"),),))

    text = said(Table(table.header, (row,), (0.5, 0.5)))

    assert text == "Wie: Inwoner (zelf gezegd)\nWat: rust\n"
    assert said(Facts((("Pleit voor", (note("onduidelijk"),)),))) == "Pleit voor: onduidelijk\n"


def test_a_row_of_a_table_is_a_line_for_each_column_that_holds_something():
    rows = (
        RowGroup(plain("Bellen"), ((plain("de inbrenger"), plain("1 december 2026")),)),
        RowGroup(plain("Schrijven"), ((plain("de jurist"), ()),)),
    )

    assert said(Table(("Wat", "Wie", "Voor"), rows, (0.5, 0.25, 0.25))) == (
        "Wat: Bellen\nWie: de inbrenger\nVoor: 1 december 2026\n\nWat: Schrijven\nWie: de jurist\n"
    )


def test_rows_that_share_their_first_cell_stand_under_it():
    several = RowGroup(
        plain("Inwoner"),
        ((plain("rust"), plain("Zij mag slapen.")), (ABOVE, plain("Niemand belt haar."))),
    )
    alone = RowGroup(plain("Team"), ((plain("trouw"), plain("Wij blijven.")),))

    assert said(Table(("Wie", "Waarde", "Norm"), (several, alone), (0.4, 0.3, 0.3))) == (
        "Wie: Inwoner\n  Waarde: rust\n  Norm: Zij mag slapen.\n\n  Norm: Niemand belt haar.\n\n"
        "Wie: Team\n  Waarde: trouw\n  Norm: Wij blijven.\n"
    )


def test_lists_beside_each_other_stand_under_each_other():
    row = RowGroup((*plain("slaap"), *plain("geld")), ((plain("bellen"),),))

    assert said(Table(("Schade", "Beperken"), (row,), (0.5, 0.5), lists=True)) == (
        "Schade:\n- slaap\n- geld\n\nBeperken:\n- bellen\n"
    )


def test_an_option_has_its_letter_its_act_and_its_harm():
    panel = OptionPanel("A", (*plain("Voorschot"), *plain("Ik geef het.")), "Schade", plain("rust"))

    assert said(OptionList((panel,))) == "◆ A  Voorschot\nIk geef het.\nSchade:\n- rust\n"


def test_what_was_weighed_for_an_option_stands_under_it():
    voices = Voices("C", "Samen bellen", ((*plain("zorg"), *plain("om hem")), plain("rust")))

    assert said(voices) == "C  Samen bellen\n- zorg\n  om hem\n- rust\n"


def test_a_picture_is_told_in_words():
    rows = (("rust", frozenset("A")), ("zorg", frozenset("AC")))
    picture = Matrix("Waarde", ("A", "C"), rows, "")

    assert said(picture) == "- rust: ◆ A\n- zorg: ◆ A  C\n"


def test_room_to_write_can_be_written_in():
    lines = WritingLines((("Uw antwoord", 3),), ("Wij doen dit",))

    assert said(lines) == "[ ] Wij doen dit\n\nUw antwoord: …\n"


@pytest.mark.parametrize(
    "block", blocks_with("Deze woorden staan er."), ids=lambda b: type(b).__name__
)
def test_nothing_of_any_block_is_left_out(block):
    asked = said(block)

    assert "Deze woorden staan er." in asked
    assert not [line for line in asked.splitlines() if line != line.rstrip()]


def test_what_is_typed_makes_no_line_and_no_heading_of_its_own():
    text = said(Paragraph((Run("Zij zei\n=======\n- niets\u202e\x00"),)))

    assert text == f"Zij zei ======= - niets{BOX}{BOX}\n"
