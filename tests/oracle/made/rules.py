"""Made-up versions of the seventeen rules: changed, interrupted, ended, begun within the year."""

from datetime import date

from tests.oracle.days import DAY
from tests.oracle.made.dice import Dice, Row

# The first columns of rules.csv; `threshold` holds the choices from which each version draws.
COLUMNS = (
    "rule_id",
    "institution",
    "clause",
    "title",
    "bearer",
    "cadence",
    "record_kind",
    "metric",
    "op",
    "threshold",
    "unit",
    "evidence",
    "score_group",
)
RULES = (
    "R01|I1|第二条|年初全会精神集中学习|branch|yearly|study_session:plenary|sessions_held_by_|>=|1 2|次|签到表|branch",
    "R02|I1|第三条|市委会年度学习任务|branch|per_task|study_task|studied_on_or_before_due|>=|1|份|学习笔记|branch",
    "R03|I4|第二条|每月学习交流会|branch|monthly|meeting:all_member|held_count|>=|1 1 2|次|签到表+会议记录|branch",
    "R04|I4|第四条|会员到会率|member|yearly|attendance:meeting|present_over_required|>=|0.5 0.75 0.85|比率|签到|member",
    "R05|I2|第二条|主任联系会员|director|quarterly|contact|contacts_per_member|>=|1 1 2|次|联系记录|branch",
    "R06|I3|第二条|季度思想动态汇报|member|quarterly|thought_report|submitted|>=|1|份|提交标记(不存内容)|member",
    "R07|I1|第五条|节点纪念活动|branch|per_node_day|node_day|held|>=|1|次|活动记录+照片|branch",
    "R08|I6|第六条|会刊投稿|branch|yearly|article|submitted_count|>=|1 3 12|篇|投稿底稿|branch",
    "R09|I1|第六条|会刊逐期集中阅读|branch|per_issue|study_session:journal_reading|held_within_15_days|>=|1|次|阅读记录|branch",
    "R10|I5|第五条|主题活动全员参加|branch|per_activity|activity|all_required_present|>=|1|次|签到表|branch",
    "R11|I5|第三条|一人一案|member|yearly|proposal|signed_count|>=|1 1 2|件|提案回执|member",
    "R12|I5|第三条|提案立案率|branch|yearly|proposal|filed_over_submitted|>=|0.5 0.6 0.75 0.85|比率|立案通知|branch",
    "R13|I6|第二条|社情民意信息月报送|branch|monthly|info|submitted_count|>=|1 2 3 6|条|报送底稿+采用通知|branch",
    "R14|I5|第四条|年度集体调研|branch|yearly|research|collective_with_report|>=|1 1 2|次|调研报告|branch",
    "R15|I5|第六条|公益讲座|branch|yearly|lecture|held_count|>=|1 2 4 40|场|讲座登记表|branch",
    "R16|I6|第三条|会员报送信息|member|yearly|info|submitted_count|>=|1 2 4 7|条|报送底稿+采用通知|member",
    "R17|I5|第六条|社会服务活动全员参加|branch|per_service_activity|service_activity|all_required_present|>=|1|次|签到表|branch",
)
DAYS_OF_R01 = ("02_28", "03_31", "06_30")


def rules(dice: Dice) -> list[Row]:
    """Every rule in one or more versions that do not overlap; a few rules in none, or in other years only."""
    rows = []
    for line in RULES:
        rule = dict(zip(COLUMNS, line.split("|"), strict=True))
        for first, last in lives(dice):
            dice.edge_at(first)
            version = rule | {
                "threshold": dice.pick(rule["threshold"].split()),
                "weight": str(dice.count(1, 30)),
                "effective_from": str(first),
                "effective_to": str(last or ""),
            }
            if rule["rule_id"] == "R01":
                version["metric"] += dice.pick(DAYS_OF_R01)
            rows.append(version)
    return rows


def lives(dice: Dice) -> list[tuple[date, date | None]]:
    """The stretches in which a rule is in force, all of the year in half of the cases."""
    new_year = date(dice.year, 1, 1)
    before = date(dice.year - 1, 1, 1)
    changed_on, back_on = sorted((dice.day_in_year(), dice.day_in_year()))
    whole: list[tuple[date, date | None]] = [(before, None)]
    shapes: list[list[tuple[date, date | None]]] = [
        [],
        [(date(dice.year - 3, 1, 1), date(dice.year - 2, 12, 31))],
        [(date(dice.year + 1, 1, 1), None)],
        [(new_year, None)],
        [(before, changed_on), (changed_on + DAY, None)],
        [(before, changed_on), (back_on + 2 * DAY, None)],
        [(before, changed_on)],
        [(changed_on, None)],
        [(before, new_year - DAY)],
        [(before, new_year), (back_on + 2 * DAY, None)],
        [(new_year + DAY, None)],
    ]
    return whole if dice.chance(0.5) else dice.pick(shapes)
