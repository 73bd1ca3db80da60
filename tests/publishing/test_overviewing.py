"""From register and beraden to documents for beleid, in which nobody can be found."""

from __future__ import annotations

import csv
import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import page
import pytest

from beraad.errors import Solvable
from beraad.phases.dates import iso_week
from beraad.phases.phrasing import capital
from beraad.phases.wording import ROW_STANDING_LABELS, STANDING_FOR_OTHERS
from beraad.privacy.clean import admitted_overview
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.privacy.leaving.seal import SEAL
from beraad.publishing.overviewing import (
    cleaned_overview,
    counted_in,
    csv_of,
    documents,
    files_of,
    for_documents,
    sheet_for,
)
from beraad.records import (
    Count,
    Id,
    Outcome,
    RegisteredSignal,
    RowStanding,
    Setting,
    SignalContent,
    SignalLevel,
    Stakeholder,
    StepKind,
    Value,
    Voice,
    Waiting,
    blank_session,
)
from beraad.report.blocks import Document
from beraad.report.compose.overview import since_when, told_cells
from beraad.report.compose.patterns import findings
from beraad.report.compose.policy_letter import policy_letter
from beraad.report.compose.practice import PRACTICE
from beraad.report.drawing.ruler import Ruler
from beraad.report.drawing.shapes import Frame, Words
from beraad.report.drawing.timeline import timeline_drawn
from beraad.report.formats import Format, rendered
from beraad.report.plain import plain_text
from beraad.report.tabled import chart_tabled
from beraad.signals.overview import Judgement, telling_best
from beraad.signals.small_numbers import half_year
from beraad.store.places import practice_folder, prepare, register_path, session_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from tests.report.reading import pdf_pages
from tests.steps import a_step, passed_on

TODAY = date(2026, 11, 27)
SPRING = half_year(date(2026, 3, 1))
TEAMS = ("Team Kwartel", "Team Leeuwerik", "Team Merel")
STREET = "Zonnebloemlaan"
HOSTILE = '=cmd|"/c calc"!A0'


def signal(number, title="Wachten zonder inkomen", **content):
    day = date(2026, 1, 12) + timedelta(weeks=number)
    said = {
        "bottleneck": title,
        "what": "Inwoners wachten weken.",
        "effect": "Zij lenen bij familie, zag team  kwartel.",
        "wish": "Mag een team een voorschot geven?",
        "level": SignalLevel.POLICY_RULE,
        **content,
    }
    return RegisteredSignal(
        id=Id(f"{number:032x}"),
        content=SignalContent(**said),
        team=TEAMS[number % 3],
        week=iso_week(day),
        registered_on=day,
    )


def talk(number, *, setting=Setting.CASEWORK):
    made = blank_session(
        now=datetime(2026, 1, 1, tzinfo=UTC), held_on=date(2026, 1, 13) + timedelta(weeks=number)
    )
    who = Stakeholder(id=Id("s"), name="de inwoner")
    return replace(
        made,
        opening=replace(made.opening, team=TEAMS[number % 3], title=STREET, setting=setting),
        case=replace(made.case, situation=f"Zij woont aan de {STREET} 12."),
        stakeholders=(who,),
        values=(
            Value(id=Id("v1"), stakeholder_id=who.id, name="moed", core=True),
            Value(id=Id("v2"), stakeholder_id=who.id, name="privacy", core=True),
            Value(id=Id("v3"), stakeholder_id=who.id, name=STREET, core=True),
        ),
    )


@pytest.fixture(scope="module")
def filled_folder(tmp_path_factory):
    """Nobody writes in it."""
    home = tmp_path_factory.mktemp("overzicht") / "beraden"
    prepare(home)
    prepare(practice_folder(home))
    with Register.open(register_path(home, practice=False)) as register:
        for number in range(5):
            register.put(signal(number))
        register.put(replace(signal(4, title=HOSTILE), id=Id("f" * 32)))
        register.put(signal(5))
    for number in range(6):
        made = talk(number)
        SessionFile.create(session_path(home, made), made).close()
    for number in range(3):
        made = talk(number, setting=Setting.PRACTICE)
        SessionFile.create(session_path(home, made), made).close()
    return home


@pytest.fixture
def folder(filled_folder, tmp_path):
    """One of its own for every test."""
    return shutil.copytree(filled_folder, tmp_path / "beraden")


@pytest.fixture(scope="module")
def cleaned(filled_folder):
    counted = counted_in(filled_folder)
    made = cleaned_overview(counted, SPRING, today=TODAY)
    return for_documents(made, counted, about=made.overview.rows)


def test_only_real_beraden_are_counted(folder, cleaned):
    assert len(counted_in(folder).facts) == 6
    assert cleaned.patterns.total.beraden == 6
    assert cleaned.overview.total.beraden == 6


def test_a_copy_of_a_beraad_counts_no_second_time(folder, tmp_path):
    before = counted_in(folder)
    path = next(folder.glob("beraad-*.beraad"))
    copy = path.with_name(path.name.replace(".beraad", " (kopie van laptop).beraad"))
    copy.write_bytes(path.read_bytes())
    path.with_name(path.name.replace(".beraad", ".reddingskopie.beraad")).write_bytes(
        path.read_bytes()
    )

    assert len(counted_in(folder).facts) == len(before.facts)
    assert counted_in(folder).unread == before.unread


def test_an_oefening_that_lies_among_them_does_not_count(folder):
    made = talk(9, setting=Setting.PRACTICE)
    path = folder / session_path(folder, made).name
    SessionFile.create(path, made).close()

    assert len(counted_in(folder).facts) == 6


def test_what_cannot_be_read_is_left_out_and_told(folder):
    (folder / "beraad-2026-W09-00000000.beraad").write_bytes(b"geen beraad")

    found = counted_in(folder)

    assert len(found.facts) == 6


def test_reading_can_be_stopped(folder):
    assert counted_in(folder, goes_on=lambda: False).facts == ()


def test_no_document_names_a_team_or_anything_of_a_case(cleaned, tmp_path):
    sheet = sheet_for(cleaned, cleaned.overview.rows[0])
    files = {**files_of(cleaned, tmp_path), tmp_path / "t.pdf": rendered(sheet, Format.PDF)}

    assert len(files) == 8
    told = [plain_text(one) for one in (*documents(cleaned), sheet)]
    told += [path.name for path in files]
    told += [" ".join(pdf_pages(data)) for path, data in files.items() if path.suffix == ".pdf"]
    told += [
        data.decode("utf-8-sig") for path, data in files.items() if path.suffix in {".md", ".csv"}
    ]
    for word in (*TEAMS, STREET, "Kwartel", "Leeuwerik", "Merel"):
        assert not [text for text in told if word in text]


def test_documents_come_from_sealed_content_only(cleaned):
    with pytest.raises(TypeError):
        Document(source=cleaned.overview, title="Overzicht")
    with pytest.raises(TypeError):
        CleanedOverview(
            seal=None, overview=cleaned.overview, patterns=cleaned.patterns, told={}, open_count=0
        )


def test_the_beleidsbrief_is_two_pages_whatever_is_told(folder):
    long = "Dit is een zin die lang doorgaat over wat er gebeurt. " * 30
    with Register.open(register_path(folder, practice=False)) as register:
        register.put(
            *(
                signal(
                    100 + 6 * place + number,
                    title=f"Knelpunt {place} met een naam die ook lang is, zoals mensen schrijven",
                    what=long,
                    effect=long,
                    wish=long,
                    sees_otherwise=long,
                )
                for place in range(9)
                for number in range(3)
            )
        )
    years = replace(SPRING, last=date(2029, 12, 31))
    counted = replace(counted_in(folder), is_practice=True)  # Which takes a line more.
    made = cleaned_overview(counted, years, today=TODAY)

    _, letter = documents(for_documents(made, counted))

    assert len(pdf_pages(rendered(letter, Format.PDF))) <= 2
    assert "Dit is een zin" in plain_text(letter)


def letter_of(folder):
    counted = counted_in(folder)
    made = cleaned_overview(counted, SPRING, today=TODAY)
    return plain_text(documents(for_documents(made, counted))[1])


def test_the_beleidsbrief_says_who_sees_it_otherwise_and_what_nobody_wrote(folder):
    without = letter_of(folder)
    assert "Daar vroegen we nog niet naar bij: Wachten zonder inkomen" in without
    assert "Dat schreef nog niemand op bij: Wachten zonder inkomen" in without

    said = {"sees_otherwise": "Team Merel: de kas telt ook.", "purpose_met": "Deels."}
    with Register.open(register_path(folder, practice=False)) as register:
        register.put(signal(1, **said))
    told = letter_of(folder)

    assert "Een ander geluid: een team: de kas telt ook." in told
    assert "vroegen we nog niet" not in told
    assert "schreef nog niemand" not in told
    sheet = sheet_for(*sheet_parts(folder))
    assert "de kas telt ook" in plain_text(sheet)


def sheet_parts(folder):
    counted = counted_in(folder)
    made = cleaned_overview(counted, SPRING, today=TODAY)
    row = next(one for one in made.overview.rows if one.count)
    return for_documents(made, counted, about=(row,)), row


def test_a_row_is_told_by_the_same_signal_on_the_screen_and_on_the_sheet(folder):
    texts = {
        0: {"what": "Zij wachten al lang."},
        1: {"what": "Zij wachten en lenen.", "wish": ""},
        2: {"what": "Zij wachten op de post."},
        5: {"what": "", "wish": "Mag het sneller?"},
    }
    with Register.open(register_path(folder, practice=False)) as register:
        for number, said in texts.items():
            register.put(signal(number, **said))
        for number in (3, 4):
            register.put(signal(number, what=""))

    for_sheet, row = sheet_parts(folder)

    assert telling_best(row, counted_in(folder).lines).what == "Zij wachten op de post."
    assert "Zij wachten op de post." in plain_text(sheet_for(for_sheet, row))


def test_what_changed_is_told_also_when_another_signal_still_waits(folder):
    steps = (
        passed_on(date(2026, 2, 1)),
        a_step(StepKind.ANSWERED, date(2026, 3, 1), outcome=Outcome.CHANGE, change="Het mag."),
    )
    with Register.open(register_path(folder, practice=False)) as register:
        register.put(replace(signal(0), steps=steps))
        register.put(replace(signal(1), steps=(passed_on(date(2026, 2, 2)),)))

    told = letter_of(folder)

    assert "Na een of meer signalen is de regel of werkwijze aangepast. Het mag." in told
    waits = "het team wacht op antwoord en het team gaf het nog niet door"
    assert f"verschilt per signaal: het team hoort nog wat eruit kwam, {waits}." in told


def test_words_about_who_sees_it_otherwise_go_out_only_when_all_of_that_signal_was_read(folder):
    step = passed_on(words="Mevrouw Jansen belt 06-12345678.")
    said = signal(1, sees_otherwise="De kas telt ook.")
    with Register.open(register_path(folder, practice=False)) as register:
        register.put(replace(said, steps=(step,)))
    counted = counted_in(folder)
    told = for_documents(cleaned_overview(counted, SPRING, today=TODAY), counted)

    assert told.open_count > 0
    with pytest.raises(Solvable):
        rendered(documents(told)[1], Format.MARKDOWN)


def test_every_pdf_keeps_the_rules(cleaned):
    for document in (*documents(cleaned), sheet_for(cleaned, cleaned.overview.rows[0])):
        data = rendered(document, Format.PDF)
        for profile in ("ua1", "2a"):
            assert page.validate_pdf_bytes(data, profile=profile).failures == []


def test_a_spreadsheet_runs_nothing_and_knows_its_letters(cleaned):
    data = csv_of(cleaned)

    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["Knelpunt", "Teams", "Beraden"]
    assert {len(row) for row in rows} == {8}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "|"))]
    assert any("cmd" in cell for row in rows for cell in row)
    assert ["Wachten zonder inkomen", "3", "6"] in [row[:3] for row in rows]


@pytest.fixture
def practised(folder):
    counted = replace(counted_in(folder), is_practice=True)
    made = cleaned_overview(counted, SPRING, today=TODAY)
    return for_documents(made, counted, about=made.overview.rows)


def test_every_page_of_an_oefening_says_that_all_is_made_up(practised, cleaned):
    for document in (*documents(practised), sheet_for(practised, practised.overview.rows[0])):
        pages = pdf_pages(rendered(document, Format.PDF))
        assert document.furniture.foot.startswith(f"{PRACTICE} · ")
        for each in pages:
            assert PRACTICE in " ".join(each.split()), document.title
    for document in documents(cleaned):
        assert "Oefening" not in document.furniture.foot


def test_every_row_for_a_spreadsheet_of_an_oefening_says_that_all_is_made_up(practised, cleaned):
    def told(source):
        data = csv_of(source).decode("utf-8-sig")
        return [row[-1] for row in csv.reader(StringIO(data), delimiter=";")][1:]

    assert told(practised)
    assert all(text.startswith(f"{PRACTICE}. ") for text in told(practised))
    assert not any(PRACTICE in text for text in told(cleaned))


def test_a_row_of_a_few_says_so_everywhere(cleaned):
    row = next(one for one in cleaned.overview.rows if one.title == HOSTILE)

    assert row.count is None
    report, letter = map(plain_text, documents(cleaned))
    assert "enkele" in report
    assert HOSTILE in letter[letter.index("Wat we niet weten") :]


def test_one_number_is_the_same_wherever_it_stands(folder):
    """What has one name is one number: in the rows, the pictures, the letter and the CSV."""
    with Register.open(register_path(folder, practice=False)) as register:
        for number in range(6):
            other = signal(number, title="Geen geld in de wachttijd", wish="Anders?")
            register.put(replace(other, id=Id(f"{number + 100:032x}")))
    counted = counted_in(folder)
    same = Judgement("Geen geld in de wachttijd", "Wachten zonder inkomen", same=True)
    apart = replace(same, same=False)
    for judgements in ((), (same,), (apart,)):
        made = cleaned_overview(counted, SPRING, today=TODAY, judgements=judgements)
        told = for_documents(made, counted)
        report, letter = map(plain_text, documents(told))
        rows = list(csv.reader(StringIO(csv_of(told).decode("utf-8-sig")), delimiter=";"))[1:]
        counts = {row[0].removeprefix("'"): row[2] for row in rows}

        (chart,) = [one.chart for one in findings(told.patterns) if one.name == "bottlenecks"]
        assert {bar.label: bar.said or str(bar.parts[0]) for bar in chart.rows} == counts
        assert told.patterns.named == told.overview.total
        for title, count in counts.items():
            if count != "enkele":
                about = letter.partition(f"  {title}\n")[2].strip().splitlines()[0]
                assert f" ten minste {count} beraden " in about, about
        names = r"in deze map|in de(?:ze)? aantallen[^.;]*|met een [^.]+"
        totals = set(re.findall(rf"Geteld: (.+?) ({names})", f"{report} {letter}"))
        assert len({name for _, name in totals}) == len(totals) > 2
        named = next(number for number, name in totals if "aantallen" in name)
        for text in (report, letter):
            assert f"In de aantallen per knelpunt zitten {named}." in text


@pytest.mark.parametrize("since", ["voorjaar 2026", "najaar 2025", "2025", "2023"])
def test_how_long_it_is_seen_is_a_picture_on_paper_and_on_the_screen(cleaned, since):
    row = next(one for one in cleaned.overview.rows if one.count)
    chart, *_ = since_when(replace(cleaned.overview, rows=(replace(row, since=since),)))
    ruler = Ruler(10, lambda text, strong: 0.54 * len(text), str)

    assert timeline_drawn(chart, 490, ruler) is not None
    (lane,) = chart.lanes
    assert lane.said == f"sinds {since}"
    places = {label: place for place, label in chart.ticks}
    year = since[-4:]
    later = 1 if since.startswith("najaar") else 0
    assert lane.spans[0].begin == places[year] + later


def overview_in(counted, period, today):
    return cleaned_overview(counted, period, today=today).overview


@pytest.mark.parametrize(
    ("day", "today", "since", "ticks"),
    [
        (date(2026, 1, 1), date(2026, 6, 30), "2025", ["2025", "2026", "nu"]),
        (date(2026, 1, 1), date(2026, 7, 1), "2025", ["2025", "juni 2026"]),
        (date(2026, 1, 1), date(2026, 7, 1), "2026", ["2026", "juni 2026"]),
        (date(2026, 7, 1), date(2026, 12, 31), "2026", ["2026", "nu"]),
        (date(2026, 7, 1), date(2027, 1, 1), "2026", ["2026", "eind 2026"]),
        (date(2026, 1, 1), date(2027, 1, 1), "2017", [*map(str, range(2017, 2026)), "juni 2026"]),
    ],
)
def test_the_line_of_years_ends_now_or_where_the_period_ended(folder, day, today, since, ticks):
    counted = counted_in(folder)
    seen = next(one for one in overview_in(counted, SPRING, today).rows if one.count)
    rows = (replace(seen, since=since),)
    chart, *_ = since_when(replace(overview_in(counted, half_year(day), today), rows=rows))

    assert [text for _, text in chart.ticks] == ticks
    assert timeline_drawn(chart, 490, Ruler(10, lambda text, strong: 0.54 * len(text), str))


def test_where_a_bar_ends_is_said_beside_what_was_answered(cleaned):
    row = next(one for one in cleaned.overview.rows if one.count)

    def told(standing, waits=None):
        rows = (replace(row, standings=(standing,), waits=waits),)
        _, *said = since_when(replace(cleaned.overview, rows=rows))
        return said

    assert "niet wanneer" in told(RowStanding.CHANGED)[0].text[0].text
    assert not told(RowStanding.WAITING, Waiting.MONTH)
    assert not told(RowStanding.DRAFT)


@pytest.mark.parametrize(
    ("standings", "waits", "kind"),
    [
        ((RowStanding.CHANGED,), None, "wacht niet meer op antwoord"),
        ((RowStanding.TELL_TEAM, RowStanding.WAITING), Waiting.MONTH, "wacht nog op antwoord"),
        ((RowStanding.WAITING, RowStanding.DRAFT), Waiting.MONTH, "wacht nog op antwoord"),
        ((RowStanding.DRAFT,), None, "nog niet doorgegeven"),
        ((RowStanding.DRAFT, RowStanding.CHANGED), None, "nog niet doorgegeven"),
    ],
)
def test_what_was_never_passed_on_is_drawn_as_answered_nowhere(cleaned, standings, waits, kind):
    row = next(one for one in cleaned.overview.rows if one.count)
    changed = replace(row, standings=standings, waits=waits)
    chart, *_ = since_when(replace(cleaned.overview, rows=(changed,)))
    (lane,) = chart.lanes

    fills = {one.name: one.fill for one in chart.series}
    assert len(set(fills.values())) == len(fills) == 3
    assert [span.fill for span in lane.spans] == [fills[kind]]
    assert f"{row.title}: {lane.said}, {kind}." in chart.alternative
    (group,) = chart_tabled(chart).groups
    assert [cell[0][0].text for cell in group.rows[0]] == [lane.said, kind]
    picture = timeline_drawn(chart, 490, Ruler(10, lambda text, strong: 0.54 * len(text), str))
    assert kind in {part.text for part in picture.parts if isinstance(part, Words)}


def test_an_outline_that_stands_alone_is_as_high_as_a_bar(cleaned):
    row = next(one for one in cleaned.overview.rows if one.count)
    rows = (replace(row, standings=(RowStanding.DRAFT,), waits=None),)
    chart, *_ = since_when(replace(cleaned.overview, rows=rows))
    ruler = Ruler(10, lambda text, strong: 0.54 * len(text), str)
    high = {part.height for part in timeline_drawn(chart, 490, ruler).parts if type(part) is Frame}

    assert max(high) > 8


def test_how_long_it_is_open_says_that_it_was_not_passed_on(cleaned):
    row = next(one for one in cleaned.overview.rows if one.count)
    draft = replace(row, standings=(RowStanding.DRAFT,), waits=None)

    assert told_cells(draft)[-1] == "niet doorgegeven"
    assert told_cells(replace(draft, standings=(RowStanding.CHANGED,)))[-1] == "–"
    assert told_cells(replace(draft, standings=(RowStanding.TELL_TEAM,)))[-1] == "wacht niet meer"
    assert told_cells(replace(draft, waits=Waiting.MONTH))[-1] == "hooguit 1 maand"


def test_the_words_of_one_signal_are_not_told_as_those_of_all(folder):
    letter, (for_sheet, row) = letter_of(folder), sheet_parts(folder)
    sheet = plain_text(sheet_for(for_sheet, row))

    assert "Wat er gebeurt, volgens één signaal: Inwoners wachten weken." in letter
    assert "De vraag uit één signaal: Mag een team" in letter
    for text in (letter, sheet):
        assert "één team het" in text
        assert "Onze vraag" not in text
        assert "Wat we vragen" not in text


def test_nothing_to_tell_is_told(folder):
    nothing = replace(counted_in(folder), lines=(), facts=())
    report, letter = documents(cleaned_overview(nothing, SPRING, today=TODAY))

    assert "Een overzicht begint bij signalen uit 3 beraden van 2 teams" in plain_text(report)
    assert "aantallen" not in plain_text(report)
    assert "Welke knelpunten terugkomen, is nog niet te tellen." in plain_text(letter)


def test_every_sentence_of_the_letter_says_what_it_is_about(cleaned):
    voice = Voice("de inwoner", Count(6, 3), None, None)
    unheard = replace(cleaned.patterns, voices=(voice,))
    _, letter = documents(admitted_overview(cleaned.overview, unheard, {}))
    unknown = plain_text(letter).partition("Wat we niet weten")[2]

    assert "Welk perspectief vaker ontbreekt, is nog niet te zeggen." in unknown
    assert "Nog niet te zeggen" not in unknown


def test_a_voice_of_which_one_amount_is_too_small_still_has_a_bar(cleaned):
    voices = (
        Voice("de inwoner", Count(9, 3), None, None),
        Voice("de kinderen", Count(3, 2), Count(3, 2), Count(3, 2)),
        Voice("de buren", None, None, None),
    )
    (said,) = [
        one for one in findings(replace(cleaned.patterns, voices=voices)) if one.name == "voices"
    ]

    assert [row.parts for row in said.chart.rows] == [(9, "enkele", "enkele"), (3, 3, 3), ()]
    assert "de inwoner: zelf gezegd 9, door ons ingevuld enkele" in said.chart.alternative
    assert "kan ook nul zijn" in said.of


def test_no_sentence_in_short_stands_there_twice(folder):
    nothing = replace(counted_in(folder), lines=(), facts=())
    _, letter = documents(cleaned_overview(nothing, SPRING, today=TODAY))

    sentences = plain_text(letter).partition("In het kort")[2].split(". ")
    assert len(sentences) == len(set(sentences))


def letter_where(cleaned, *standings):
    """The beleidsbrief in which every knelpunt stands so."""
    rows = tuple(replace(row, standings=standings) for row in cleaned.overview.rows)
    return plain_text(
        policy_letter(replace(cleaned, seal=SEAL, overview=replace(cleaned.overview, rows=rows)))
    )


@pytest.mark.parametrize("standing", RowStanding)
def test_the_beleidsbrief_says_in_whole_words_what_came_of_it(cleaned, standing):
    letter = letter_where(cleaned, standing)

    assert f"Wat eruit kwam: {capital(STANDING_FOR_OTHERS[standing])}." in letter
    assert "af: " not in letter
    assert ROW_STANDING_LABELS[RowStanding.ASK_TEAM] not in letter


def test_where_signals_differ_the_beleidsbrief_says_that_first(cleaned):
    letter = letter_where(cleaned, RowStanding.WAITING, RowStanding.CHANGED)

    told = "het team wacht op antwoord en er is iets aangepast"
    assert f"Wat eruit kwam: Dat verschilt per signaal: {told}." in letter
