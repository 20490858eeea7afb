"""Rules become duties in the clauses of their institution, version by version."""

from datetime import date

import pytest

from tests.operations.folders import RULE
from zuji.footprints.models import RefusedRow
from zuji.institutions.models import Duty, InstitutionVersion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
MEETINGS = (
    "R03,I4,第二条,每月学习交流会,branch,monthly,meeting:all_member,held_count,>=,1,次,签到表,branch,14,2018-01-01,"
)
TEXT = """# 社情民意信息报送制度

第一条 为了报送信息，制定本制度。

第二条 支部每月报送社情民意信息不少于6条。
"""


def write_text(folder, text=TEXT, name="I6_info.md"):
    (folder.path / "institutions").mkdir(exist_ok=True)
    (folder.path / "institutions" / name).write_text(text, encoding="utf-8")


def test_a_rule_stands_in_the_clause_of_its_text(folder):
    write_text(folder)
    folder.write("rules", RULE)

    load = folder.load()

    duty = Duty.objects.get()
    assert (duty.code, duty.clause.label, duty.organization) == ("R13", "第二条", load.branch)
    assert duty.clause.text == "支部每月报送社情民意信息不少于6条。"
    assert duty.version.institution.title == "社情民意信息报送制度"


def test_without_a_text_the_table_makes_one_with_the_shipped_title(folder):
    folder.write("rules", RULE, RULE.replace("R13,I6", "R99,I99"))

    folder.load()

    titles = dict(InstitutionVersion.objects.values_list("institution__code", "institution__title"))
    assert titles["I6"] != "I6"
    assert titles["I99"] == "I99"


def test_a_rule_that_changes_makes_a_version_for_each_span(folder):
    write_text(folder)
    folder.write("rules", RULE + "2018-06-30", RULE.replace(",6,条", ",8,条").replace("2018-01-01", "2018-07-01"))

    folder.load()

    spans = InstitutionVersion.objects.order_by("from_on").values_list("from_on", "until_on", "duties__minimum_n")
    assert list(spans) == [(date(2018, 1, 1), date(2018, 7, 1), 6), (date(2018, 7, 1), None, 8)]


def test_a_text_without_rules_is_in_force_from_the_first_day_of_any_rule(folder):
    write_text(folder, "# 考评奖惩办法\n\n第一条 年度考评由支部大会进行。\n", "I7_rewards.md")
    folder.write("rules", RULE)

    folder.load()

    assert InstitutionVersion.objects.get(institution__code="I7").from_on == date(2018, 1, 1)


def test_texts_without_any_rules_stay_out_and_are_named(folder):
    write_text(folder)
    folder.write("rules")

    assert folder.load().notices == ["The texts in institutions/ stay out: nothing says since when they hold."]


def test_loading_the_same_rules_again_makes_no_version(folder):
    write_text(folder)
    folder.write("rules", RULE + "2018-06-30", RULE.replace(",6,条", ",8,条").replace("2018-01-01", "2018-07-01"))
    folder.load()

    load = folder.load()

    assert load.counts["rules.csv"] == {"unchanged": 2}
    assert InstitutionVersion.objects.count() == 2


def test_a_version_in_force_stays_and_only_the_changed_rule_is_refused(folder):
    other = RULE.replace("R13", "R14").replace(",6,条", ",2,条").replace("第二条", "第三条")
    folder.write("rules", RULE, other)
    folder.load()
    folder.write("rules", RULE.replace(",6,条", ",7,条"), other)

    load = folder.load()

    assert load.counts["rules.csv"] == {"refused": 1, "unchanged": 1}
    assert "stays as it is" in RefusedRow.objects.get(line=2).reason
    assert Duty.objects.get(code="R13").minimum_n == 6


def test_a_rule_amended_later_closes_the_version_before(folder):
    folder.write("rules", RULE)
    folder.load()
    folder.write("rules", RULE + "2018-12-31", RULE.replace(",6,条", ",8,条").replace("2018-01-01", "2019-01-01"))

    folder.load()

    assert list(InstitutionVersion.objects.order_by("from_on").values_list("from_on", "until_on")) == [
        (date(2018, 1, 1), date(2019, 1, 1)),
        (date(2019, 1, 1), None),
    ]


def test_an_earlier_year_loaded_later_ends_where_the_later_begins(folder):
    folder.write("rules", RULE.replace("2018-01-01", "2019-01-01"))
    folder.load()
    folder.write("rules", RULE)

    folder.load()
    again = folder.load()

    assert list(InstitutionVersion.objects.order_by("from_on").values_list("from_on", "until_on")) == [
        (date(2018, 1, 1), date(2019, 1, 1)),
        (date(2019, 1, 1), None),
    ]
    assert again.counts["rules.csv"] == {"unchanged": 1}


UNSAYABLE = [
    (RULE.replace("submitted_count", "likes_count"), "metric"),
    (RULE.replace(",info,", ",like,"), "record_kind"),
    (RULE.replace(">=", "<"), "op"),
    (RULE.replace(",6,条", ",六条,条"), "threshold"),
    (RULE.replace("monthly", "hourly"), "cadence"),
    (RULE.replace("branch,monthly", "nobody,monthly"), "bearer"),
    (RULE.replace("第二条", "第二款"), "clause"),
    (RULE.replace("R13", "R 13`"), "rule_id"),
    (RULE.replace("I6", "I/6"), "institution"),
    (RULE.replace("2018-01-01", "2018-02-30"), "effective_from"),
    (RULE + "2017-12-31", "effective_to"),
]


@pytest.mark.parametrize(("row", "column"), UNSAYABLE)
def test_a_rule_that_no_sentence_says_is_refused_and_the_others_hold(folder, row, column):
    folder.write("rules", row, MEETINGS)

    folder.load()

    refused = RefusedRow.objects.get()
    assert (refused.file, refused.line, refused.column, refused.remark) == ("year/rules.csv", 2, column, "")
    assert Duty.objects.get().code == "R03"


def test_two_versions_of_one_rule_on_one_day_are_refused_from_the_second_on(folder):
    folder.write("rules", RULE, RULE.replace(",6,条", ",8,条").replace("2018-01-01", "2018-07-01"))

    folder.load()

    assert RefusedRow.objects.get().reason == "Line 2 already says what R13 asks on that day."
    assert Duty.objects.get().minimum_n == 6


def test_a_rule_that_the_text_has_already_is_refused(folder):
    write_text(folder, TEXT + "\n```duty R13 信息\n支部 每月 报送社情民意信息 ≥ 5 条 计分 支部 14\n```\n")
    folder.write("rules", RULE, RULE.replace("R13", "R16").replace("第二条", "第三条"))

    folder.load()

    assert RefusedRow.objects.get().record_code == "R13"
    assert set(Duty.objects.values_list("code", flat=True)) == {"R13", "R16"}


def test_a_text_that_cannot_be_read_is_told_and_the_table_holds(folder):
    write_text(folder, "没有标题\n")
    folder.write("rules", RULE)

    load = folder.load()

    assert list(load.troubles) == ["institutions/I6_info.md"]
    assert Duty.objects.get().code == "R13"


def test_more_rules_than_a_text_may_have_are_refused_in_a_sentence(folder):
    rows = [RULE.replace("R13", f"R{number}") for number in range(400)]
    folder.write("rules", *rows)

    load = folder.load()

    assert load.counts["rules.csv"] == {"refused": 400}
    assert not Duty.objects.exists()
