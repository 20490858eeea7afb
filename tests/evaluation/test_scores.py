"""A score is one exact fraction, from what is decided, rounded half up once at the end (C12)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from zuji.evaluation.scores import rounded, score
from zuji.institutions.models import Duty, Standing


def duty(code, weight, credited_to="branch", from_on=date(2018, 1, 1), until_on=None):
    return Duty(code=code, weight=Decimal(weight), credited_to=credited_to, from_on=from_on, until_on=until_on)


def standings(of, **counts):
    """So many standings of each status."""
    return [Standing(duty=of, status=status) for status, number in counts.items() for _each in range(number)]


def branch_score(duties, found):
    return score(duties, found, year=2018, credited_to="branch")


def test_a_score_is_weight_times_satisfied_over_owed_scaled_to_a_hundred():
    infos, lectures = duty("infos", 20), duty("lectures", 10)
    found = standings(infos, met=5, missed=7) + standings(lectures, met=1)

    total = branch_score([infos, lectures], found)

    assert total.value == Fraction(100) * (20 * Fraction(5, 12) + 10) / 30
    assert [(line.code, line.satisfied, line.owed, line.points) for line in total.lines] == [
        ("infos", 5, 12, Fraction(25, 3)),
        ("lectures", 1, 1, Fraction(10)),
    ]


def test_it_stays_exact_where_decimals_would_not():
    thirds = duty("thirds", 30)

    total = branch_score([thirds], standings(thirds, met=1, missed=2))

    assert total.value == Fraction(100, 3)


def test_what_was_made_up_counts_as_satisfied():
    infos = duty("infos", 20)

    assert branch_score([infos], standings(infos, made_up=1, missed=1)).value == 50


@pytest.mark.parametrize("status", ["pending", "due", "waived", "not_applicable"])
def test_what_is_not_decided_or_not_owed_does_not_count(status):
    infos = duty("infos", 20)

    total = branch_score([infos], standings(infos, met=1, **{status: 3}))

    assert (total.lines[0].satisfied, total.lines[0].owed) == (1, 1)
    assert total.value == 100


def test_a_rule_with_nothing_owed_is_left_out_and_the_others_fill_the_hundred():
    infos, lectures = duty("infos", 20), duty("lectures", 10)

    total = branch_score([infos, lectures], standings(infos, met=1, missed=1) + standings(lectures, waived=1))

    assert total.value == 50
    assert total.lines[1].points is None


def test_where_nothing_is_owed_there_is_no_score():
    infos = duty("infos", 20)

    assert branch_score([infos], standings(infos, pending=12)).value is None
    assert branch_score([], []).value is None


def test_where_nothing_owed_has_a_weight_there_is_no_score():
    infos = duty("infos", 0)

    assert branch_score([infos], standings(infos, met=3)).value is None


def test_a_branchs_score_leaves_out_what_feeds_the_members():
    infos, proposals = duty("infos", 20), duty("proposals", 30, credited_to="member")
    found = standings(infos, met=1) + standings(proposals, missed=5)

    assert branch_score([infos, proposals], found).value == 100
    assert score([infos, proposals], found, year=2018, credited_to="member").value == 0


def test_two_versions_of_a_duty_are_one_line_with_the_weight_of_the_years_first_day():
    """C9: each period follows the version of its own first day, the weight that of the year's."""
    old = duty("infos", 20, from_on=date(2017, 1, 1), until_on=date(2018, 7, 1))
    new = duty("infos", 40, from_on=date(2018, 7, 1))
    lectures = duty("lectures", 20)
    found = standings(old, met=6) + standings(new, missed=6) + standings(lectures, met=1)

    total = branch_score([old, new, lectures], found)

    assert [(line.code, line.weight, line.satisfied, line.owed) for line in total.lines] == [
        ("infos", 20, 6, 12),
        ("lectures", 20, 1, 1),
    ]
    assert total.value == 75


def test_a_duty_that_began_within_the_year_has_no_weight_in_it():
    new, lectures = duty("new", 40, from_on=date(2018, 7, 1)), duty("lectures", 20)

    total = branch_score([new, lectures], standings(new, missed=6) + standings(lectures, met=1))

    assert total.value == 100


def test_the_lines_stand_in_the_order_of_the_duties():
    lines = branch_score([duty("z", 1), duty("a", 1), duty("m", 1)], []).lines

    assert [line.code for line in lines] == ["z", "a", "m"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(865, 10), "86.50"),
        (Fraction(86505, 1000), "86.51"),
        (Fraction(86504999, 1000000), "86.50"),
        (Fraction(200, 3), "66.67"),
        (Fraction(100, 3), "33.33"),
        (Fraction(5, 1000), "0.01"),
        (Fraction(0), "0.00"),
        (Fraction(100), "100.00"),
        (None, None),
    ],
)
def test_it_is_rounded_half_up_once(value, written):
    assert rounded(value) == written
