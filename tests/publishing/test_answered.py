"""The answer on a signal that was filled in elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest

from beraad.cli import main
from beraad.privacy.clean import clean_signal
from beraad.publishing.answered import Answer, answer
from beraad.publishing.registering import put_in_register, signals_in
from beraad.publishing.role_and_day import role_and_day
from beraad.publishing.signal_page import page_of
from beraad.records import Id, Outcome, SignalContent, SignalLink, StepKind
from beraad.report import markdown, pdf
from beraad.report.asking import ANSWERS
from beraad.report.compose import signal_report
from beraad.report.inspecting.inspect import inspected
from beraad.report.inspecting.reactions import Written, written_in
from beraad.report.office import docx, odt
from beraad.report.printed import are_signs, signed
from beraad.report.returned import Kind
from beraad.signals.form_marks import form_mark
from beraad.store.places import prepare, register_path, session_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from tests.builders import filled_session
from tests.steps import SIGNAL as SHARED
from tests.steps import a_step, answered, passed_on
from tests.store.support import a_session

SIGNAL = signal_report(clean_signal(filled_session()))
TODAY = date(2026, 12, 5)
TYPED = {"Toelichting": "Vanaf maart.", "Rol en datum": "beleidsadviseur, 3 december"}
EXPECTED = Answer(
    outcomes=(Outcome.TRIAL,),
    words="Vanaf maart.",
    to="",
    role="beleidsadviseur",
    named=False,
    on=date(2026, 12, 3),
)

BLANK = Answer(outcomes=(), words="", to="", role="", named=False, on=None)


def in_pdf(crossed, typed, document=SIGNAL):
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf.render(document))) as made:
        for field in made.Root.AcroForm.Fields if "/AcroForm" in made.Root else ():
            if str(field.TU) in crossed:
                field.V = field.AS = pikepdf.Name.Ja
            elif pikepdf.Name.Tx == field.FT:
                field.V = pikepdf.String(typed.get(str(field.TU), ""))
        made.save(target)
    return target.getvalue()


def in_office(data, crossed, typed):
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as made:
        for name in source.namelist():
            text = source.read(name)
            if name in ("word/document.xml", "content.xml"):
                text = _filled(text.decode(), name, crossed, typed).encode()
            made.writestr(name, text)
    return target.getvalue()


def _filled(text, name, crossed, typed):
    for label in crossed:
        assert f"☐ {label}" in text
        text = text.replace(f"☐ {label}", f"☐ x {label}")
    for number, (label, _) in enumerate(ANSWERS.asks, start=1):
        if name == "content.xml":
            before = f' {label}" text:style-name="Ruimte">'
            line = '<text:p text:style-name="Schrijfregel">'
        else:
            before = f'<w:tag w:val="antwoord-{number}'
            line = '<w:pStyle w:val="Schrijfregel"></w:pStyle></w:pPr>'
        said = typed.get(label, "")
        at = text.index(line, text.index(before)) + len(line)
        written = said if name == "content.xml" else f"<w:r><w:t>{said}</w:t></w:r>"
        text = text[:at] + written + text[at:]
    return text


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".odt"])
def test_a_form_tells_of_which_signal_it_is(kind):
    marked = signal_report(clean_signal(filled_session()), form_mark(Id("een")))
    crossed = ["We doen een proef"]
    if kind == ".pdf":
        data = in_pdf(crossed, {}, marked)
    else:
        data = in_office((docx if kind == ".docx" else odt).render(marked), crossed, {})
    found = answer(written_in(kind, data, Kind.ANSWER), today=TODAY)

    assert found.outcome is Outcome.TRIAL
    assert found.about == form_mark(Id("een")) != form_mark(Id("twee"))
    plain = answer(written_in(kind, filled(kind, crossed, {}), Kind.ANSWER), today=TODAY)
    assert plain.about == ""


def saved_elsewhere(data, *, keeps_properties, foot):
    """A form as other programs save it: without the names of its fields."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as made:
        for name in source.namelist():
            text = source.read(name).decode("utf-8", "surrogateescape")
            if name in ("word/document.xml", "content.xml"):
                text = re.sub(r'<w:tag w:val="[^"]*"[^>]*>|</w:tag>', "", text)
                text = re.sub(r'(text:name="antwoord-[^"@ ]*)@\w+', r"\1", text)
            if name in ("docProps/custom.xml", "meta.xml") and not keeps_properties:
                text = re.sub(r'(name="Kenmerk"[^>]*>(?:<vt:lpwstr>)?)[a-z ]+', r"\1", text)
            if name in ("word/footer1.xml", "styles.xml"):
                text = text.replace("kenmerk", foot)
            made.writestr(name, text.encode("utf-8", "surrogateescape"))
    return target.getvalue()


@pytest.mark.parametrize("kind", [".docx", ".odt"])
@pytest.mark.parametrize(
    ("keeps_properties", "foot", "is_known"),
    [(True, "weg", True), (False, "Kenmerk:", True), (False, "weg", False)],
)
def test_a_form_that_lost_the_names_of_its_fields_is_known_by_its_reference(
    kind, keeps_properties, foot, is_known
):
    marked = signal_report(clean_signal(filled_session()), form_mark(Id("een")))
    data = in_office(
        (docx if kind == ".docx" else odt).render(marked), ["We doen een proef"], TYPED
    )
    data = saved_elsewhere(data, keeps_properties=keeps_properties, foot=foot)
    found = answer(written_in(kind, data, Kind.ANSWER), today=TODAY)

    assert found.outcome is Outcome.TRIAL
    assert found.about == (form_mark(Id("een")) if is_known else "")
    assert found.title == ("" if is_known else marked.title)


def converted(data):
    """A filled form as LibreOffice saves it in another kind: lines and styles stay, fields do not.

    Each section becomes empty paragraphs around what stood in it, and the first line of a control
    a field of its own; a line gets a style of its own, made of the one that it had.
    """
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as made:
        for name in source.namelist():
            text = source.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                text = re.sub(r"<w:sdtPr>.*?</w:sdtPr>", "", text, flags=re.DOTALL)
                text = re.sub(r"</?w:sdt(Content)?>", "", text)
                text = re.sub(r"(<w:p>)", r"<w:p><w:pPr></w:pPr></w:p>\1", text)
            if name == "content.xml":
                text = re.sub(r"<text:section[^>]*>|</text:section>", "<text:p/>", text)
                text = text.replace('style-name="Schrijfregel">', 'style-name="P7">')
                own = (
                    '<style:style style:name="P7" style:family="paragraph" '
                    'style:parent-style-name="Schrijfregel"/>'
                )
                text = text.replace("<office:automatic-styles>", f"<office:automatic-styles>{own}")
                assert own in text
                line = '(<text:p text:style-name="P7">)([^<]+)(</text:p>)'
                text = re.sub(line, r"\1<text:text-input>\2&#13;</text:text-input>\3", text)
            made.writestr(name, text.encode("utf-8", "surrogateescape"))
    return target.getvalue()


@pytest.mark.parametrize("kind", [".docx", ".odt"])
def test_a_form_that_was_saved_as_another_kind_still_answers_each_question(kind):
    data = converted(filled(kind, ["We doen een proef"], TYPED))
    found = answer(written_in(kind, data, Kind.ANSWER), today=TODAY)

    assert replace(found, title="") == EXPECTED


@pytest.mark.parametrize("kind", [".docx", ".odt"])
def test_an_empty_form_that_was_saved_as_another_kind_answers_nothing(kind):
    data = converted(filled(kind, [], {}))

    assert answer(written_in(kind, data, Kind.ANSWER), today=TODAY).is_empty


def test_a_form_without_a_mark_says_so_and_what_its_title_tells(tmp_path, capsys):
    folder = tmp_path / "beraden"
    folder.mkdir()
    path = tmp_path / "signaal.docx"
    path.write_bytes(filled(".docx", ["We doen een proef"], {}))

    assert main(["antwoord", str(path), "--sessions", str(folder)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Beraad weet niet bij welk signaal dit formulier hoort.")
    assert "Kijk zelf op het formulier" in said

    content = replace(SHARED.content, bottleneck=filled_session().signal.bottleneck)
    with Register.open(register_path(folder, practice=False)) as register:
        register.put(replace(SHARED, content=content))
    assert main(["antwoord", str(path), "--sessions", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "Beraad weet niet bij welk signaal dit formulier hoort." in said
    assert f"“{content.bottleneck}”, Team Jongeren. Kijk zelf of het daarover gaat." in said


def test_the_command_line_names_the_signal_of_a_form(tmp_path, capsys):
    path = tmp_path / "signaal.pdf"
    marked = signal_report(clean_signal(filled_session()), form_mark(SHARED.id))
    path.write_bytes(in_pdf(["We doen een proef"], {}, marked))
    folder = ["--sessions", str(tmp_path / "beraden")]
    (tmp_path / "beraden").mkdir()

    assert main(["antwoord", str(path), *folder]) == 0
    said = capsys.readouterr().out
    assert "hoort bij een signaal dat niet in dit register staat" in said
    assert "Lees eerst het register in" in said

    with Register.open(register_path(tmp_path / "beraden", practice=False)) as register:
        register.put(SHARED)
    assert main(["antwoord", str(path), *folder]) == 0
    assert "“Wachttijd”, Team Jongeren" in capsys.readouterr().out


def test_a_form_that_is_not_there_is_not_to_be_made_again(tmp_path, capsys):
    assert main(["antwoord", str(tmp_path / "weg.pdf")]) == 1

    said = capsys.readouterr().err
    assert "Er is geen bestand weg.pdf" in said
    assert "opnieuw" not in said


def filled(kind, crossed, typed):
    if kind == ".pdf":
        return in_pdf(crossed, typed)
    return in_office((docx if kind == ".docx" else odt).render(SIGNAL), crossed, typed)


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".odt"])
def test_what_was_filled_in_is_the_answer(kind):
    data = filled(kind, ["We doen een proef"], TYPED)

    found = answer(written_in(kind, data, Kind.ANSWER), today=TODAY)
    assert replace(found, title="") == EXPECTED


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".odt"])
def test_a_form_that_was_left_empty_answers_nothing(kind):
    found = answer(written_in(kind, filled(kind, [], {}), Kind.ANSWER), today=TODAY)

    assert found.is_empty
    assert found.outcome is None


@pytest.mark.parametrize(
    ("label", "outcome"), list(zip(ANSWERS.ticks, Outcome, strict=True)), ids=list(Outcome)
)
def test_each_box_has_its_own_outcome(label, outcome):
    found = written_in(".pdf", filled(".pdf", [label], {}), Kind.ANSWER)

    assert answer(found, today=TODAY).outcome is outcome


def test_with_two_crosses_a_person_has_to_choose():
    found = written_in(".odt", filled(".odt", ANSWERS.ticks[:2], {}), Kind.ANSWER)

    assert answer(found, today=TODAY).outcomes == (Outcome.CHANGE, Outcome.TRIAL)
    assert answer(found, today=TODAY).outcome is None


def test_a_name_in_the_place_of_a_role_is_not_kept():
    written = (Written("Rol", "Anneke de Vries, beleid", ANSWERS.field(3)),)

    found = answer(written, today=TODAY)
    assert found.named
    assert found.role == ""


@pytest.mark.parametrize(
    ("typed", "role", "on"),
    [
        ("teamleider, do 3 december 2026", "teamleider", date(2026, 12, 3)),
        ("3-12-2026 teamleider", "teamleider", date(2026, 12, 3)),
        ("adviseur 2e team", "adviseur 2e team", None),
        ("3-12", "", date(2026, 12, 3)),
        ("", "", None),
    ],
)
def test_role_and_day_stand_on_one_line(typed, role, on):
    found = answer((Written("Rol en datum", typed, ANSWERS.field(3)),), today=TODAY)

    assert (found.role, found.on) == (role, on)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("wethouder 31 sept", "31 sept"),
        ("wethouder, 32 augus", "32 augus"),
        ("32 mrt, wethouder", "32 mrt"),
        ("wethouder 32 mrt. 2026", "32 mrt. 2026"),
        ("wethouder 31 september", "31 september"),
        ("wethouder 31ste sep '26", "31ste sep '26"),
        ("wethouder 3 brumaire 2026", "3 brumaire 2026"),
    ],
)
def test_a_day_that_does_not_exist_is_told_however_its_month_is_written(typed, day):
    found = role_and_day(typed, TODAY)

    assert found == ("wethouder", None, day)


@pytest.mark.parametrize(
    "typed",
    ["adviseur 2e team", "wethouder 2 ju", "2 medewerkers", "team 2 maatwerk"],
)
def test_a_number_before_another_word_is_no_day(typed):
    assert role_and_day(typed, TODAY) == (typed, None, "")


def test_what_is_remarked_beside_the_text_belongs_to_the_words():
    written = (
        Written("Toelichting", "Wij doen het.", ANSWERS.field(1)),
        Written("Opmerking op bladzijde 1", "Sinds 2025?"),
    )

    assert answer(written, today=TODAY).words == (
        "Wij doen het.\nOpmerking op bladzijde 1: Sinds 2025?"
    )


def test_the_command_line_tells_it_without_changing_anything(tmp_path, capsys):
    path = tmp_path / "signaal.pdf"
    path.write_bytes(
        in_pdf(["We doen een proef"], TYPED | {"Rol en datum": "Anneke de Vries, 3-12"})
    )

    assert main(["antwoord", str(path)]) == 0

    told = capsys.readouterr().out
    assert "Antwoord\n  Proef\n" in told
    assert "Toelichting\n  Vanaf maart.\n" in told
    assert "staat een naam" in told
    assert "Anneke" not in told


@pytest.mark.parametrize(
    ("crossed", "typed", "asked"),
    [
        (ANSWERS.ticks[:2], TYPED, "bij meer dan één antwoord"),
        (ANSWERS.ticks[-1:], {}, "waarom er niets verandert"),
        (ANSWERS.ticks[:1], {"Rol en datum": "beleid, 31-2-2026"}, "geen dag die bestaat"),
    ],
)
def test_what_is_not_clear_in_an_answer_has_to_be_asked(tmp_path, capsys, crossed, typed, asked):
    path = tmp_path / "signaal.pdf"
    path.write_bytes(in_pdf(list(crossed), typed))

    assert main(["antwoord", str(path)]) == 0
    assert asked in capsys.readouterr().out


def flattened(data, remark=""):
    """A form as a program leaves it that converts or prints it: the words, and no fields."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as made:
        del made.Root.AcroForm
        for page in made.pages:
            page.obj.Annots = pikepdf.Array()
        if remark:
            note = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Text,
                Rect=[0, 0, 9, 9],
                Contents=pikepdf.String(remark),
            )
            made.pages[0].obj.Annots.append(made.make_indirect(note))
        made.save(target)
    return target.getvalue()


@pytest.mark.parametrize("command", ["antwoord", "reacties"])
def test_a_form_that_was_converted_says_that_its_fields_are_gone(tmp_path, capsys, command):
    path = tmp_path / "signaal.pdf"
    path.write_bytes(flattened(in_pdf(["We doen een proef"], TYPED)))

    assert main([command, str(path)]) == 1
    said = capsys.readouterr().err
    assert "geen invulvakken van Beraad meer: hij is omgezet of afgedrukt" in said
    assert "Vraag om het bestand zelf, zoals het is ingevuld." in said


def test_a_remark_on_a_form_that_was_converted_is_read_with_what_is_not_seen(tmp_path, capsys):
    path = tmp_path / "signaal.pdf"
    path.write_bytes(flattened(in_pdf([], TYPED), "Wij doen een proef."))

    assert main(["antwoord", str(path)]) == 0
    said = capsys.readouterr().out
    assert "Wij doen een proef." in said
    assert "kan in dit bestand niet zien wat er buiten de vakken is veranderd" in said


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [(in_pdf([], {}), 0, "Er staat geen antwoord"), (b"%PDF-1.7", 1, "geen heel PDF-bestand")],
)
def test_an_empty_or_broken_file_says_so(tmp_path, capsys, data, code, said):
    path = tmp_path / "signaal.pdf"
    path.write_bytes(data)

    assert main(["antwoord", str(path)]) == code

    told = capsys.readouterr()
    assert said in told.out + told.err


@pytest.mark.parametrize(
    ("steps", "asks"),
    [
        ((), True),
        ((passed_on(),), True),
        ((passed_on(), a_step(StepKind.RECEIVED)), True),
        ((passed_on(), a_step(StepKind.IN_PROGRESS, to="beleid")), True),
        ((passed_on(), a_step(StepKind.ASKED_BACK)), True),
        (answered("Het mag."), False),
        ((passed_on(), a_step(StepKind.NO_ANSWER)), False),
        ((*answered("Het mag."), passed_on()), True),
        ((passed_on(), a_step(StepKind.WITHDRAWN)), False),
        ((passed_on(), a_step(StepKind.JOINED)), False),
    ],
)
def test_the_page_of_a_signal_asks_as_long_as_an_answer_is_owed(tmp_path, steps, asks):
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register:
        register.put(replace(SHARED, steps=steps))
    page = page_of(SHARED.id, path)
    found = answer(
        written_in(".pdf", in_pdf({ANSWERS.ticks[1]}, TYPED, page), Kind.ANSWER), today=TODAY
    )

    assert found == (replace(EXPECTED, about=form_mark(SHARED.id)) if asks else BLANK)
    assert (ANSWERS.ticks[1] in markdown.render(page)) == asks


def edited(kind, *changes):
    """The form as a program leaves it in which somebody wrote between what was printed."""
    target = BytesIO()
    data = (docx if kind == ".docx" else odt).render(SIGNAL)
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as made:
        for name in source.namelist():
            text = source.read(name)
            if name in ("word/document.xml", "content.xml"):
                said = text.decode()
                for before, after in changes:
                    assert said.count(before) == 1, before
                    said = said.replace(before, after)
                text = said.encode()
            made.writestr(name, text)
    return target.getvalue()


def paragraph(kind, text):
    return (
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        if kind == ".docx"
        else f"<text:p>{text}</text:p>"
    )


def last_of(kind):
    return "<w:sectPr>" if kind == ".docx" else "</office:text>"


def read(kind, *changes):
    return answer(written_in(kind, edited(kind, *changes), Kind.ANSWER), today=TODAY)


OFFICE = pytest.mark.parametrize("kind", [".docx", ".odt"])


@OFFICE
@pytest.mark.parametrize(
    ("before", "after", "outcomes", "words"),
    [
        (
            "☐ We doen niets, want:",
            "☒ We doen niets, want: de wet laat het niet toe",
            (Outcome.NOTHING,),
            "de wet laat het niet toe",
        ),
        ("☐ We doen niets, want:", "☐ x We doen niets, want: de wet", (Outcome.NOTHING,), "de wet"),
        ("☐ We doen niets, want:", "☒ We doen niets: de wet", (Outcome.NOTHING,), "de wet"),
        (
            "☐ We doen niets, want:",
            "☐ We doen niets, want: de wet laat het niet toe",
            (),
            "Bij “We doen niets”: de wet laat het niet toe",
        ),
        (
            "☐ We zoeken het uit",
            "☒ We zoeken het uit, maar pas in maart",
            (Outcome.RESEARCH,),
            "maar pas in maart",
        ),
        ("☐ We passen dit aan", "We passen dit aan x", (Outcome.CHANGE,), "x"),
        ("☐ We passen dit aan", "☐ We passen dit aan x", (Outcome.CHANGE,), ""),
        ("☐ We passen dit aan", "[x] We passen dit aan", (Outcome.CHANGE,), ""),
        ("☐ We passen dit aan", "[ ] We passen dit aan", (), ""),
        (
            "☐ We passen dit aan",
            "☐ We passen dit aantal niet aan",
            (),
            "☐ We passen dit aantal niet aan",
        ),
    ],
)
def test_words_behind_a_choice_belong_to_that_choice(kind, before, after, outcomes, words):
    found = read(kind, (before, after))

    assert (found.outcomes, found.words) == (outcomes, words)
    assert found.more == ""


@OFFICE
def test_words_on_the_next_line_belong_to_the_choice_above(kind):
    split = "</w:t></w:r></w:p><w:p><w:r><w:t>" if kind == ".docx" else "</text:p><text:p>"
    found = read(kind, ("☐ We doen niets, want:", f"☒ We doen niets, want:{split}de wet"))
    assert (found.outcome, found.words) == (Outcome.NOTHING, "de wet")

    broken = "</w:t><w:br/><w:t>" if kind == ".docx" else "<text:line-break/>"
    found = read(kind, ("☐ We doen niets, want:", f"☒ We doen niets, want:{broken}de wet"))
    assert (found.outcome, found.words) == (Outcome.NOTHING, "de wet")


@OFFICE
def test_what_was_written_below_or_between_is_told(kind):
    label = "Toelichting</w:t>" if kind == ".docx" else "Toelichting</text:p>"
    asked = label.replace("Toelichting", "Toelichting: zie onderaan")
    below = paragraph(kind, "Wij komen er in maart op terug.") + last_of(kind)
    found = read(kind, (label, asked), (last_of(kind), below))

    assert found.more.splitlines() == [
        "Toelichting: zie onderaan",
        "Wij komen er in maart op terug.",
    ]
    assert not found.is_empty
    assert not found.unseen
    assert found.lacks_choice


@OFFICE
def test_a_form_that_lost_its_signs_tells_what_stands_under_it_and_that_it_cannot_see_all(kind):
    below = paragraph(kind, "In maart.") + last_of(kind)
    data = edited(kind, (last_of(kind), below))
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as made:
        for name in source.namelist():
            if name not in ("docProps/custom.xml", "meta.xml"):
                made.writestr(name, source.read(name))
    found = answer(written_in(kind, target.getvalue(), Kind.ANSWER), today=TODAY)

    assert "In maart." in found.more.splitlines()
    assert found.unseen


def test_a_word_file_that_lost_its_tags_keeps_choices_and_what_stands_elsewhere():
    changes = (
        ("☐ We doen niets, want:", "☒ We doen niets, want: de wet"),
        (last_of(".docx"), paragraph(".docx", "Groet.") + last_of(".docx")),
    )
    target = BytesIO()
    with ZipFile(BytesIO(edited(".docx", *changes))) as source, ZipFile(target, "w") as made:
        for name in source.namelist():
            made.writestr(name, re.sub(rb"<w:tag [^>]*></w:tag>", b"", source.read(name)))
    found = answer(written_in(".docx", target.getvalue(), Kind.ANSWER), today=TODAY)

    assert (found.outcome, found.words) == (Outcome.NOTHING, "de wet")
    assert found.more == "Groet."


@pytest.mark.parametrize("kind", [".docx", ".odt"])
def test_the_command_line_shows_what_it_did_not_place(tmp_path, capsys, kind):
    path = tmp_path / f"signaal{kind}"
    below = paragraph(kind, "Wij komen er in maart op terug.") + last_of(kind)
    path.write_bytes(edited(kind, (last_of(kind), below)))

    assert main(["antwoord", str(path)]) == 0

    told = capsys.readouterr().out
    assert "Er staat meer dan ik las\n  Wij komen er in maart op terug.\n" in told
    assert "geen kruisje" in told


def test_what_is_drawn_or_typed_in_a_field_of_others_is_told():
    target = BytesIO()
    with pikepdf.open(BytesIO(in_pdf([], {}))) as made:
        page = made.pages[0].obj
        drawn = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Ink, Rect=[0, 0, 9, 9]
        )
        other = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T="Tekst1",
            V="De wet laat het niet toe.",
            Rect=[0, 0, 9, 9],
        )
        other = made.make_indirect(other)
        made.Root.AcroForm.Fields.append(other)
        page.Annots.extend([made.make_indirect(drawn), other])
        made.save(target)
    found = answer(written_in(".pdf", target.getvalue(), Kind.ANSWER), today=TODAY)

    assert "iets getekends" in found.words
    assert found.more == "De wet laat het niet toe."


@pytest.mark.parametrize(
    ("typed", "role", "on", "unread"),
    [
        ("Beleidsadviseur Inkomen", "Beleidsadviseur Inkomen", None, ""),
        ("wethouder 1 september 2026", "wethouder", date(2026, 9, 1), ""),
        ("beleidsadviseur, 31 februari 2026", "beleidsadviseur", None, "31 februari 2026"),
        ("20260901 klachtencoördinator", "klachtencoördinator", date(2026, 9, 1), ""),
        ("klachtencoördinator 20261340", "klachtencoördinator", None, "20261340"),
        ("teamleider (3 dec 2026), beleid", "teamleider, beleid", date(2026, 12, 3), ""),
        ("adviseur 2e team", "adviseur 2e team", None, ""),
        ("Hoofd Inkomen en Schuldhulp", "Hoofd Inkomen en Schuldhulp", None, ""),
    ],
)
def test_a_role_is_kept_and_nothing_is_said_of_it_that_is_not_so(typed, role, on, unread):
    found = answer((Written("Rol en datum", typed, ANSWERS.field(3)),), today=TODAY)

    assert (found.role, found.on, found.day_unread) == (role, on, unread)
    assert not found.named
    assert not found.is_empty


def test_a_role_that_may_be_a_name_is_asked_about():
    found = answer((Written("Rol", "Hoofd Inkomen en Schuldhulp", ANSWERS.field(3)),), today=TODAY)

    assert found.doubtful


@pytest.mark.parametrize("is_registered", [True, False])
def test_the_form_of_a_beraad_of_before_knows_its_signal_in_the_register(tmp_path, is_registered):
    """Of before signals had an identity of their own in a beraad."""
    folder = tmp_path / "beraden"
    prepare(folder)
    path = register_path(folder, practice=False)
    wish = SignalContent(bottleneck="Wachten zonder inkomen", wish="Een voorschot")
    made = replace(a_session(), signal=wish, signal_link=SignalLink())
    session = SessionFile.create(session_path(folder, made), made)
    session.close()
    if is_registered:
        put_in_register(made, path, today=TODAY)

    asked = [
        "--sessions",
        str(folder),
        "verslag",
        str(session.path),
        "--laag",
        "signaal",
        "--vorm",
        "pdf,docx,odt",
    ]
    assert main([*asked, "--uit", str(tmp_path / "uit")]) == 0

    put_in_register(made, path, today=TODAY)
    (signal,) = signals_in(path)
    for made_file in (tmp_path / "uit").iterdir():
        data = made_file.read_bytes()
        assert f"antwoord-1@{form_mark(signal.id)}" in _names_in(made_file.suffix, data)


def _names_in(kind, data):
    if kind == ".pdf":
        with pikepdf.open(BytesIO(data)) as made:
            return [str(field.T) for field in made.Root.AcroForm.Fields]
    return b"".join(_parts(data)).decode(errors="replace")


def _parts(data):
    with ZipFile(BytesIO(data)) as source:
        yield from map(source.read, source.namelist())


@OFFICE
def test_the_signs_of_a_form_are_taken_for_nobody(kind):
    data = (docx if kind == ".docx" else odt).render(SIGNAL)

    text = inspected(kind, data).text
    assert not any(map(are_signs, text.splitlines()))
    assert are_signs(signed(["Toelichting", "Rol en datum"])[0][1])
    assert not are_signs("Anneke")
