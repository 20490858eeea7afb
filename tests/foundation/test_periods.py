"""Which year a page shows, and as seen from which day; what makes no sense is told, never an error."""

from datetime import date

import pytest

from zuji.foundation.periods import ChosenPeriod, chosen_period, picker_of


def chosen(**asked):
    return chosen_period(asked, fallback_year=2018)


def test_without_a_wish_the_page_chooses():
    assert chosen() == ChosenPeriod(2018)
    assert chosen(year="", as_of=" ") == ChosenPeriod(2018)


def test_a_year_is_taken():
    assert chosen(year="2019") == ChosenPeriod(2019)
    assert chosen(year=" 2019 ") == ChosenPeriod(2019)


def test_a_day_brings_its_year():
    assert chosen(as_of="2019-06-01") == ChosenPeriod(2019, date(2019, 6, 1))


def test_a_year_may_be_seen_from_a_day_of_another():
    assert chosen(year="2018", as_of="2019-06-01") == ChosenPeriod(2018, date(2019, 6, 1))


@pytest.mark.parametrize(
    "year", ["abc", "99999", "0", "-1", "1944", "2101", "２０１８", "2018.0", "1e3", "9" * 5000, "0020189999"]
)
def test_what_is_no_year_is_told_and_the_page_chooses(year):
    period = chosen(year=year)

    assert (period.year, period.as_of) == (2018, None)
    assert period.complaint == f"“{year[:30]}”不是可查的年份。"


@pytest.mark.parametrize("day", ["2018-02-30", "yesterday", "2018", "2018-13-01", "<script>", "9" * 5000])
def test_what_is_no_day_is_told_and_the_whole_year_is_shown(day):
    period = chosen(as_of=day)

    assert (period.year, period.as_of) == (2018, None)
    assert day[:30] in period.complaint
    assert len(period.complaint) < 60


@pytest.mark.parametrize("day", ["0001-01-01", "1944-12-31", "2101-01-01", "9999-12-31"])
def test_a_day_outside_the_ledger_is_told(day):
    period = chosen(as_of=day)

    assert (period.year, period.as_of) == (2018, None)
    assert period.complaint


def test_the_first_and_the_last_year_are_in_the_ledger():
    assert [chosen(year=year).complaint for year in ("1945", "2100")] == ["", ""]


def test_the_choice_goes_on_to_the_next_page():
    assert ChosenPeriod(2018).query == "?year=2018"
    assert ChosenPeriod(2018, date(2018, 6, 1)).query == "?year=2018&as_of=2018-06-01"


def test_the_picker_offers_the_nearest_years_with_records():
    picker = picker_of(ChosenPeriod(2018), [2012, 2016, 2018, 2020, 2024], "/here/")

    assert (picker.previous, picker.next) == (2016, 2020)
    assert (picker.previous_url, picker.next_url, picker.action) == ("?year=2016", "?year=2020", "/here/")


def test_the_picker_offers_nothing_where_nothing_is():
    picker = picker_of(ChosenPeriod(2018), [2018], "/here/")

    assert (picker.previous_url, picker.next_url) == ("", "")
