"""The rules of the first year as sentences: what each one asks, and that it is written back word for word."""

from dataclasses import replace
from fractions import Fraction

import pytest

from zuji.kernel.duties import DutyTerms, KindTerm
from zuji.kernel.language import UnsayableTerms, parse_duty, write_duty

PLENARY = DutyTerms(
    code="R01",
    title="年初全会精神集中学习",
    bearer="branch",
    cadence="yearly",
    measure="count",
    minimum=Fraction(1),
    unit="次",
    kinds=(KindTerm("plenary_study.held"),),
    credited_to="branch",
    weight=Fraction(5),
    deadline_month=3,
    deadline_day=31,
)
BLANK = replace(PLENARY, code="R", title="", deadline_month=0, deadline_day=0, weight=Fraction(0))
QUARTERLY = {"owed_on_last_day": True, "minimum_days": 30, "waive_exempt_on_last_day": True}
YEARLY = {"owed_on_last_day": True, "joined_by_month": 6, "joined_by_day": 30}
EVERYONE = {"measure": "coverage", "minimum": Fraction(1), "unit": "", "cadence": "per_trigger"}


def kinds(*codes: str) -> tuple[KindTerm, ...]:
    return tuple(KindTerm(code) for code in codes)


def came(event: str) -> tuple[KindTerm, ...]:
    return KindTerm(f"{event}.attended"), KindTerm(f"{event}.held", "denominator")


RULES: list[tuple[str, dict[str, object]]] = [
    (
        "支部 每年 3月31日前 全会精神集中学习 ≥ 1 次 计分 支部 5",
        {"kinds": kinds("plenary_study.held"), "deadline_month": 3, "deadline_day": 31, "weight": Fraction(5)},
    ),
    (
        "支部 每份学习任务 规定期限内 学完 ≥ 1 份 计分 支部 8",
        {
            "cadence": "per_trigger",
            "trigger_kind": "study_task.issued",
            "closes_by": "due",
            "about_window": True,
            "kinds": kinds("study_task.studied"),
            "unit": "份",
            "weight": Fraction(8),
        },
    ),
    (
        "支部 每月 全体会员学习交流会 ≥ 1 次 计分 支部 14",
        {"cadence": "monthly", "kinds": kinds("meeting.held"), "weight": Fraction(14)},
    ),
    (
        "会员 每年 到会 ÷ 应到会议 ≥ 75% 计分 会员 30\n承担 期末在册 且 6月30日以前加入",
        {
            "bearer": "member",
            "measure": "share",
            "minimum": Fraction(3, 4),
            "unit": "",
            "kinds": came("meeting"),
            "credited_to": "member",
            "weight": Fraction(30),
            **YEARLY,
        },
    ),
    (
        "主任 每季 对主任以外的每名会员 由主任或副主任 联系 ≥ 1 次 计分 支部 8\n"
        "承担 期末在册 且 入会满30日\n免除 期末豁免",
        {
            "bearer": "post",
            "bearer_post": "branch_director",
            "cadence": "quarterly",
            "about": "member",
            "excluded_posts": ("branch_director",),
            "actor_posts": ("branch_director", "deputy_branch_director"),
            "kinds": kinds("contact.made"),
            "weight": Fraction(8),
            **QUARTERLY,
        },
    ),
    (
        "会员 每季 提交本季思想动态汇报 ≥ 1 份 计分 会员 20\n承担 期末在册 且 入会满30日\n免除 期末豁免",
        {
            "bearer": "member",
            "cadence": "quarterly",
            "about_window": True,
            "kinds": kinds("thought_report.submitted"),
            "unit": "份",
            "credited_to": "member",
            "weight": Fraction(20),
            **QUARTERLY,
        },
    ),
    (
        "支部 每个节点日 前30日至后15日内 纪念活动 ≥ 1 次 计分 支部 6",
        {
            "cadence": "per_trigger",
            "trigger_kind": "node_day.planned",
            "opens_offset": -30,
            "closes_offset": 15,
            "about_window": True,
            "kinds": kinds("node_day.held"),
            "weight": Fraction(6),
        },
    ),
    (
        "支部 每年 会刊投稿 ≥ 12 篇 计分 支部 6",
        {"minimum": Fraction(12), "unit": "篇", "kinds": kinds("journal.submitted"), "weight": Fraction(6)},
    ),
    (
        "支部 每期会刊 出版后15日内 集中阅读 ≥ 1 次 计分 支部 5",
        {
            "cadence": "per_trigger",
            "trigger_kind": "journal.issued",
            "closes_offset": 15,
            "about_window": True,
            "kinds": kinds("reading.held"),
            "weight": Fraction(5),
        },
    ),
    (
        "支部 每次主题活动 当日 到场 ÷ 应到 ≥ 100% 计分 支部 6",
        {**EVERYONE, "trigger_kind": "activity.held", "kinds": came("activity"), "weight": Fraction(6)},
    ),
    (
        "会员 每年 署名提案 ≥ 1 件 计分 会员 30\n承担 期末在册 且 6月30日以前加入\n免除 豁免满6个整月",
        {
            "bearer": "member",
            "kinds": kinds("proposal.signed"),
            "unit": "件",
            "credited_to": "member",
            "weight": Fraction(30),
            "waive_exempt_months": 6,
            **YEARLY,
        },
    ),
    (
        "支部 每年 (立案 + 并案) ÷ (提交 − 撤回 − 未决) ≥ 85% 计分 支部 8",
        {
            "measure": "ratio",
            "minimum": Fraction(17, 20),
            "unit": "",
            "kinds": (
                *kinds("proposal.filed", "proposal.merged"),
                KindTerm("proposal.submitted", "denominator"),
                KindTerm("proposal.withdrawn", "denominator", -1),
                KindTerm("proposal.pending", "denominator", -1),
            ),
            "weight": Fraction(8),
        },
    ),
    (
        "支部 每月 报送社情民意信息 ≥ 6 条 计分 支部 14",
        {
            "cadence": "monthly",
            "minimum": Fraction(6),
            "unit": "条",
            "kinds": kinds("info.reported"),
            "weight": Fraction(14),
        },
    ),
    ("支部 每年 集体调研 ≥ 1 次 计分 支部 5", {"kinds": kinds("research.completed"), "weight": Fraction(5)}),
    (
        "支部 每年 公益讲座 ≥ 40 场 计分 支部 10",
        {"minimum": Fraction(40), "unit": "场", "kinds": kinds("lecture.given"), "weight": Fraction(10)},
    ),
    (
        "会员 每年 报送社情民意信息 ≥ 4 条 按12个整月折算 计分 会员 20\n承担 期末在册 且 6月30日以前加入",
        {
            "bearer": "member",
            "minimum": Fraction(4),
            "unit": "条",
            "kinds": kinds("info.reported"),
            "credited_to": "member",
            "weight": Fraction(20),
            "prorate_months": 12,
            **YEARLY,
        },
    ),
    (
        "支部 每次社会服务活动 当日 到场 ÷ 应到 ≥ 100% 计分 支部 5",
        {**EVERYONE, "trigger_kind": "service.held", "kinds": came("service"), "weight": Fraction(5)},
    ),
]


@pytest.mark.parametrize(("sentence", "asked"), RULES, ids=[f"R{number:02}" for number in range(1, 18)])
def test_each_rule_of_the_year_is_read_as_its_terms_and_written_back_word_for_word(
    sentence: str, asked: dict[str, object]
) -> None:
    terms = parse_duty(sentence, code="R")

    assert terms == replace(BLANK, **asked)  # type: ignore[arg-type]
    assert write_duty(terms) == sentence


def test_a_duty_keeps_the_code_and_title_it_is_given() -> None:
    terms = parse_duty(
        "支部 每年 3月31日前 全会精神集中学习 ≥ 1 次 计分 支部 5", code="R01", title="年初全会精神集中学习"
    )

    assert terms == PLENARY


@pytest.mark.parametrize(
    "sentence",
    [
        "支部每月报送社情民意信息≥6条计分支部14",
        "支部　每月　报送社情民意信息　≥　６　条　计分　支部　１４",
        "支部 每月，报送社情民意信息 >= 6 条；计分：支部 14 分。",
        "支部 每个月 报送社情民意信息 不少于6条 计分 支部 14.0",
        "支部 每月 社情民意信息 ＞＝ 6\n计分 支部 14",
        "支部\t每月\r\n报送 社情民意信息\u00a0至少 6 条\n\n计分 支部 14",
    ],
)
def test_however_it_is_typed_a_sentence_has_one_written_form(sentence: str) -> None:
    assert write_duty(parse_duty(sentence, code="R")) == "支部 每月 报送社情民意信息 ≥ 6 条 计分 支部 14"


@pytest.mark.parametrize("typed", ["（立案＋并案）／（提交－撤回）≥85％", "(立案 + 并案) / (提交 - 撤回) >= 85.00%"])
def test_signs_may_be_full_width_and_a_slash_divides(typed: str) -> None:
    assert write_duty(parse_duty("支部 每年 " + typed, code="R")) == "支部 每年 (立案 + 并案) ÷ (提交 − 撤回) ≥ 85%"


def test_conditions_scores_and_evidence_may_stand_in_any_order() -> None:
    terms = parse_duty("会员 每年 署名提案 ≥ 1 件 免除 期末豁免 凭据 回执、签名 承担 期末在册 计分 会员 3", code="R")

    assert terms.evidence == "回执、签名"
    assert write_duty(terms) == "会员 每年 署名提案 ≥ 1 件 计分 会员 3\n承担 期末在册\n免除 期末豁免\n凭据 回执、签名"


def test_without_a_score_the_bearer_is_credited_with_weight_nought() -> None:
    branch = parse_duty("支部 每月 学习活动 ≥ 1 次", code="R")
    member = parse_duty("会员 每月 报送社情民意信息 ≥ 1 条", code="R")
    director = parse_duty("主任 每季 对每名会员 联系 ≥ 1 次", code="R")

    assert [each.credited_to for each in (branch, member, director)] == ["branch", "member", "branch"]
    assert [each.weight for each in (branch, member, director)] == [0, 0, 0]


def test_without_a_unit_the_kind_brings_its_own() -> None:
    assert parse_duty("支部 每年 公益讲座 ≥ 40", code="R").unit == "场"


def test_several_kinds_may_be_summed_and_subtracted() -> None:
    terms = parse_duty("支部 每年 报送社情民意信息 + 会刊投稿 − 撤回 ≥ 10 篇", code="R")

    assert [(each.kind, each.sign) for each in terms.kinds] == [
        ("info.reported", 1),
        ("journal.submitted", 1),
        ("proposal.withdrawn", -1),
    ]


def test_weights_and_percentages_are_exact() -> None:
    terms = parse_duty("支部 每年 立案 ÷ 提交 ≥ 84.6% 计分 支部 0.1", code="R")

    assert (terms.minimum, terms.weight) == (Fraction(846, 1000), Fraction(1, 10))


def test_a_share_that_no_percentage_says_is_a_fraction() -> None:
    terms = parse_duty("支部 每年 立案 ÷ 提交 ≥ 2/3", code="R")

    assert terms.minimum == Fraction(2, 3)
    assert write_duty(terms) == "支部 每年 立案 ÷ 提交 ≥ 2/3"


@pytest.mark.parametrize(
    ("window", "offsets", "written"),
    [
        ("当日", (0, 0), "当日"),
        ("前7日内", (-7, 0), "前7日内"),
        ("后7日内", (0, 7), "出版后7日内"),
        ("当天至后7天以内", (0, 7), "出版后7日内"),
        ("前30日至前5日", (-30, -5), "前30日至前5日内"),
        ("出版后3日至后9日内", (3, 9), "后3日至后9日内"),
    ],
)
def test_a_window_is_told_in_days_around_its_trigger(window: str, offsets: tuple[int, int], written: str) -> None:
    terms = parse_duty(f"支部 每期会刊 {window} 集中阅读 ≥ 1 次", code="R")

    assert (terms.opens_offset, terms.closes_offset) == offsets
    assert write_duty(terms) == f"支部 每期会刊 {written} 集中阅读 ≥ 1 次"


def test_what_is_triggered_means_its_own_trigger_unless_any_will_do() -> None:
    assert parse_duty("支部 每期会刊 当日 本期集中阅读 ≥ 1 次", code="R").about_window
    assert parse_duty("支部 每期会刊 当日 集中阅读 ≥ 1 次", code="R").about_window
    assert not parse_duty("支部 每期会刊 当日 不限对象 集中阅读 ≥ 1 次", code="R").about_window


def test_a_period_means_whatever_falls_into_it_unless_it_says_this_period() -> None:
    assert not parse_duty("会员 每季 提交思想动态汇报 ≥ 1 份", code="R").about_window
    assert parse_duty("会员 每季 提交本季度思想动态汇报 ≥ 1 份", code="R").about_window


@pytest.mark.parametrize(
    ("terms", "obstacle"),
    [
        (replace(PLENARY, kinds=kinds("no.such")), "no.such"),
        (replace(PLENARY, about_window=True, measure="coverage", kinds=came("meeting"), unit=""), "每次主题活动"),
        (replace(PLENARY, unit="斤"), "斤"),
        (replace(PLENARY, minimum=Fraction(3, 2)), "3/2|1.5"),
        (replace(PLENARY, weight=Fraction(1, 3)), "1"),
        (replace(PLENARY, owed_on_last_day=True), "承担"),
        (replace(PLENARY, bearer_post="branch_director"), "bearer_post"),
        (replace(PLENARY, closes_offset=3), "closes_offset"),
    ],
)
def test_terms_that_no_sentence_says_are_refused_not_bent(terms: DutyTerms, obstacle: str) -> None:
    with pytest.raises(UnsayableTerms, match=obstacle):
        write_duty(terms)
