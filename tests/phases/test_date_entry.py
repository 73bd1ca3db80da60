from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.phases.date_entry import DAYS, Reach, Unreadable, question_about, read_date
from beraad.phases.dates import dated, full_date
from beraad.phases.number_entry import read_number

TODAY = date(2026, 11, 18)  # a Wednesday
NEW_YEAR = date(2027, 1, 5)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1-12-2026", date(2026, 12, 1)),
        ("1/12/26", date(2026, 12, 1)),
        ("1.12.26", date(2026, 12, 1)),
        ("1/12", date(2026, 12, 1)),
        ("1–12–2026", date(2026, 12, 1)),
        ("1 – 12 – 2026", date(2026, 12, 1)),
        ("2026-12-01", date(2026, 12, 1)),
        ("1 december", date(2026, 12, 1)),
        ("1e december", date(2026, 12, 1)),
        ("1ste dec", date(2026, 12, 1)),
        ("2de dec.", date(2026, 12, 2)),
        ("1 dec", date(2026, 12, 1)),
        ("1-dec-2026", date(2026, 12, 1)),
        ("23 nov 26", date(2026, 11, 23)),
        ("23 nov '26", date(2026, 11, 23)),
        ("di 17 november", date(2026, 11, 17)),
        ("di 24 november", date(2026, 11, 24)),
        ("dinsdag 24-11", date(2026, 11, 24)),
        ("wo. 18 november 2026", date(2026, 11, 18)),
        ("woensdag, 18 november 2026", date(2026, 11, 18)),
        ("vandaag", TODAY),
        ("Morgen", date(2026, 11, 19)),
        ("overmorgen", date(2026, 11, 20)),
        ("gisteren", date(2026, 11, 17)),
        ("eergisteren", date(2026, 11, 16)),
        ("vrijdag", date(2026, 11, 20)),
        ("wo", TODAY),
        ("1 mrt", date(2027, 3, 1)),
        ("1\u00a0december\u00a02026", date(2026, 12, 1)),
        (" 18 November 2026 ", date(2026, 11, 18)),
        ("18-11", date(2026, 11, 18)),
        ("17-11", date(2027, 11, 17)),
        ("29-2-2028", date(2028, 2, 29)),
        ("", None),
        ("   ", None),
    ],
)
def test_a_date_is_read_as_it_is_meant(typed, meant):
    assert read_date(typed, today=TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("29-2-2027", "februari 2027 heeft 28 dagen."),
        ("31-2-2026", "februari 2026 heeft 28 dagen."),
        ("31 november", "november 2026 heeft 30 dagen."),
        ("31 februari", "februari 2027 heeft 28 dagen."),
        ("31 april", "april 2027 heeft 30 dagen."),
        ("12-13-2026", "Er is geen maand 13."),
        ("0-1-2026", "januari 2026 heeft 31 dagen."),
        ("ma 24 november 2026", "24 november 2026 is een dinsdag."),
        ("1-1-0026", "Het jaar 26 is te ver weg."),
        ("ooit", "begrijpt Beraad niet"),
        ("1 ju", "begrijpt Beraad niet"),
        ("1-12-2026 of later", "begrijpt Beraad niet"),
        ("1-12-2026 " + "x" * 5000, "begrijpt Beraad niet"),
        ("3-4-5-6", "begrijpt Beraad niet"),
        ("١-١٢-2026 x", "begrijpt Beraad niet"),
        ("maart", "begrijpt Beraad niet"),
    ],
)
def test_what_is_no_date_says_why(typed, why):
    assert why in read_date(typed, today=TODAY).why


@pytest.mark.parametrize(
    ("reach", "typed", "meant"),
    [
        (Reach.PAST, "30 december", date(2026, 12, 30)),
        (Reach.COMING, "30 december", date(2027, 12, 30)),
        (Reach.NEAREST, "30 december", date(2026, 12, 30)),
        (Reach.NEAREST, "3 maart", date(2027, 3, 3)),
        (Reach.PAST, "5-1", NEW_YEAR),
        (Reach.COMING, "5-1", NEW_YEAR),
        (Reach.PAST, "6-1", date(2026, 1, 6)),
        (Reach.PAST, "maandag", date(2027, 1, 4)),
        (Reach.NEAREST, "di", NEW_YEAR),
    ],
)
def test_a_day_without_a_year_lies_where_its_field_looks(reach, typed, meant):
    assert read_date(typed, today=NEW_YEAR, reach=reach) == meant


@pytest.mark.parametrize(
    ("day", "reach", "asks"),
    [
        (date(2026, 11, 20), Reach.COMING, ""),
        (date(2026, 11, 17), Reach.COMING, "al geweest"),
        (date(2026, 11, 19), Reach.PAST, "moet nog komen"),
        (date(2026, 11, 17), Reach.PAST, ""),
        (date(2062, 11, 20), Reach.COMING, "ver weg: 20 november 2062"),
        (date(2019, 11, 20), Reach.NEAREST, "ver weg"),
        (date(2026, 11, 17), Reach.NEAREST, ""),
    ],
)
def test_a_day_that_is_far_off_or_lies_the_other_way_is_asked_about(day, reach, asks):
    told = question_about(day, today=TODAY, reach=reach, years=3)
    assert asks in told
    assert bool(asks) == bool(told)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(Reach), st.dates())
def test_a_date_as_it_is_written_reads_back(day, reach, today):
    today = today.replace(year=min(max(today.year, 1950), 2150)) if today.day < 29 else TODAY
    weekday = DAYS[day.weekday()]
    for written in (
        full_date(day),
        dated(day),
        day.isoformat(),
        f"{weekday} {full_date(day)}",
        f"{weekday[:2]} {day.day}-{day.month}-{day.year}",
    ):
        assert read_date(written, today=today, reach=reach) == day


@given(st.text(max_size=40), st.sampled_from(Reach))
def test_any_text_is_a_date_or_says_why_not(text, reach):
    read = read_date(text, today=TODAY, reach=reach)
    assert read is None or isinstance(read, date) or read.why


@given(st.integers(1, 28), st.integers(1, 12), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_direction_of_a_field_is_kept(day, month, today):
    typed = f"{day}-{month}"
    assert read_date(typed, today=today, reach=Reach.COMING) >= today
    assert read_date(typed, today=today, reach=Reach.PAST) <= today
    assert abs(read_date(typed, today=today, reach=Reach.NEAREST) - today).days <= 184


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("3", 3), (" 12 ", 12), ("4 keer", 4), ("007", 7), ("", None), ("  ", None), ("999", 999)],
)
def test_a_number_is_read(typed, meant):
    assert read_number(typed, least=1, most=999, unit="keer") == meant


@pytest.mark.parametrize(
    "typed",
    ["3-4", "3 4", "een paar", "1.000", "-3", "0", "1000", "9" * 400, "3½", "٣", "²", "1e3"],
)
def test_what_is_not_one_number_is_glued_to_none_and_says_what_fits(typed):
    read = read_number(typed, least=1, most=999, unit="keer")
    assert isinstance(read, Unreadable)
    assert "van 1 tot en met 999" in read.why


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("over twee weken", date(2026, 12, 2)),
        ("over 10 dagen", date(2026, 11, 28)),
        ("Over een week", date(2026, 11, 25)),
        ("over één maand", date(2026, 12, 18)),
        ("over een half jaar", date(2027, 5, 18)),
        ("over een jaar", date(2027, 11, 18)),
        ("twee weken geleden", date(2026, 11, 4)),
        ("3 dagen geleden", date(2026, 11, 15)),
        ("komende vrijdag", date(2026, 11, 20)),
        ("aanstaande wo", date(2026, 11, 25)),
        ("vrijdag a.s.", date(2026, 11, 20)),
        ("afgelopen vrijdag", date(2026, 11, 13)),
        ("volgende maandag", date(2026, 11, 23)),
        ("vorige vrijdag", date(2026, 11, 13)),
        ("volgende week vrijdag", date(2026, 11, 27)),
        ("vrijdag volgende week", date(2026, 11, 27)),
        ("deze week vr", date(2026, 11, 20)),
        ("vorige week maandag", date(2026, 11, 9)),
        ("eind januari", date(2027, 1, 31)),
        ("eind november", date(2026, 11, 30)),
        ("eind feb 2028", date(2028, 2, 29)),
        ("eind van de maand", date(2026, 11, 30)),
        ("eind volgende maand", date(2026, 12, 31)),
        ("half december", date(2026, 12, 15)),
        ("half november", date(2027, 11, 15)),
    ],
)
def test_a_day_is_read_as_it_is_said_in_a_talk(typed, meant):
    assert read_date(typed, today=TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("volgende vrijdag", ["20 november 2026", "27 november 2026"]),
        ("vorige maandag", ["9 november 2026", "16 november 2026"]),
        ("begin februari", ["1-2-2027"]),
        ("volgende week", ["Welke dag?"]),
        ("deze maand", ["Welke dag?"]),
    ],
)
def test_what_may_be_more_than_one_day_is_named_and_asked(typed, named):
    read = read_date(typed, today=TODAY)

    assert isinstance(read, Unreadable)
    assert typed.capitalize() in read.why
    assert all(each in read.why for each in named)


def test_the_next_friday_is_one_day_when_this_week_has_none_left():
    saturday = date(2026, 11, 21)

    assert read_date("volgende vrijdag", today=saturday) == date(2026, 11, 27)


def test_a_month_that_is_meant_lies_the_way_the_field_looks():
    assert read_date("eind januari", today=TODAY, reach=Reach.PAST) == date(2026, 1, 31)
    assert read_date("eind januari", today=date(2027, 1, 31)) == date(2027, 1, 31)


def test_a_month_later_is_no_day_that_is_not_there():
    assert read_date("over een maand", today=date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize("typed", ["over duizend jaar", "over 900 jaar", "eind snarf", "half de"])
def test_what_is_no_day_stays_unread(typed):
    assert isinstance(read_date(typed, today=TODAY), Unreadable)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(DAYS))
def test_next_week_is_always_the_week_after_this_one(today, day):
    read = read_date(f"volgende week {day}", today=today)
    assert (read - timedelta(days=read.weekday())) - (today - timedelta(days=today.weekday())) == (
        timedelta(weeks=1)
    )
    assert DAYS[read.weekday()] == day


def test_a_day_that_never_comes_is_named_in_the_year_that_was_meant():
    past = read_date("31 februari", today=TODAY, reach=Reach.PAST)
    assert past == Unreadable("februari 2026 heeft 28 dagen.")
    long_ago = read_date("31 april", today=NEW_YEAR, reach=Reach.PAST)
    assert long_ago == Unreadable("april 2026 heeft 30 dagen.")
