"""The table form of institutions: each row of a rules table as the terms of a duty, and as a block in its clause.

A metric is a row of `METRICS`, never a branch of code. The conditions that the conventions attach to it (C4, C5, C11,
C18) come with it; the table itself does not state them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from zuji.kernel.clauses import CLAUSE, CODE, CONTROL, Clause, InstitutionText, label_of, parse_text, write_text
from zuji.kernel.duties import DutyTerms, KindTerm
from zuji.kernel.language.errors import UnsayableTerms
from zuji.kernel.language.numerals import number_of
from zuji.kernel.language.vocabulary import UNITS
from zuji.kernel.language.writing import write_duty


@dataclass(frozen=True)
class RuleRow:
    """One version of one rule, every column as the text that stands in the table."""

    rule_id: str
    institution: str
    clause: str
    title: str
    bearer: str
    cadence: str
    record_kind: str
    metric: str
    op: str
    threshold: str
    unit: str
    evidence: str
    score_group: str
    weight: str
    effective_from: str
    effective_to: str = ""


class UnsayableRule(ValueError):  # noqa: N818 - the rule is what is raised, as with UnsayableTerms
    """A row that no sentence says: the column that stands in the way, and why, in words for its author."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(column, reason)
        self.column = column
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.column}：{self.reason}"


PERIODS = ("monthly", "quarterly", "half_yearly", "yearly")
TRIGGERS = {
    "per_task": "study_task.issued",
    "per_issue": "journal.issued",
    "per_node_day": "node_day.planned",
    "per_activity": "activity.held",
    "per_service_activity": "service.held",
}
BEARERS: dict[str, dict[str, Any]] = {
    "branch": {"bearer": "branch"},
    "member": {"bearer": "member"},
    "director": {"bearer": "post", "bearer_post": "branch_director"},
}
C4_QUARTERLY = {"owed_on_last_day": True, "minimum_days": 30, "waive_exempt_on_last_day": True}
C5_YEARLY = {"owed_on_last_day": True, "joined_by_month": 6, "joined_by_day": 30}
C11_CONTACT = {
    "about": "member",
    "excluded_posts": ("branch_director",),
    "actor_posts": ("branch_director", "deputy_branch_director"),
}
C18_NODE_DAY = {"opens_offset": -30, "closes_offset": 15}

Numbers = tuple[int, ...]


def deadline(numbers: Numbers) -> dict[str, Any]:
    """Take the date out of sessions_held_by_03_31."""
    return {"deadline_month": numbers[0], "deadline_day": numbers[1]}


def days_after(numbers: Numbers) -> dict[str, Any]:
    """Take the days out of held_within_15_days, counted from 0."""
    return {"closes_offset": numbers[0]}


@dataclass(frozen=True)
class Metric:
    """What one metric of one record kind measures, for whom and when it may be asked, and what it brings along.

    `yearly` is added for a member's yearly duty (C5); `of_numbers` reads the numbers in the metric's name.
    """

    record_kind: str
    pattern: str
    bearers: tuple[str, ...]
    cadences: tuple[str, ...]
    kinds: tuple[KindTerm, ...]
    measure: str = "count"
    terms: dict[str, Any] = field(default_factory=dict)
    yearly: dict[str, Any] = field(default_factory=dict)
    of_numbers: Callable[[Numbers], dict[str, Any]] | None = None


def one(kind: str) -> tuple[KindTerm, ...]:
    """Count a single kind."""
    return (KindTerm(kind),)


def came(event: str) -> tuple[KindTerm, ...]:
    """Divide those who came by those who were expected."""
    return KindTerm(f"{event}.attended"), KindTerm(f"{event}.held", "denominator")


C7_FILING_RATE = (
    KindTerm("proposal.filed"),
    KindTerm("proposal.merged"),
    KindTerm("proposal.submitted", "denominator"),
    KindTerm("proposal.withdrawn", "denominator", -1),
    KindTerm("proposal.pending", "denominator", -1),
)
BRANCH, MEMBER, BOTH = ("branch",), ("member",), ("branch", "member")
ABOUT = {"about_window": True}

METRICS = (
    Metric(
        "study_session:plenary",
        r"sessions_held_by_(\d\d)_(\d\d)",
        BRANCH,
        ("yearly",),
        one("plenary_study.held"),
        of_numbers=deadline,
    ),
    Metric(
        "study_task",
        "studied_on_or_before_due",
        BRANCH,
        ("per_task",),
        one("study_task.studied"),
        terms={"closes_by": "due"} | ABOUT,
    ),
    Metric("meeting:all_member", "held_count", BRANCH, PERIODS, one("meeting.held")),
    Metric("attendance:meeting", "present_over_required", MEMBER, PERIODS, came("meeting"), "share"),
    Metric("contact", "contacts_per_member", ("director",), PERIODS, one("contact.made"), terms=C11_CONTACT),
    Metric("thought_report", "submitted", MEMBER, PERIODS, one("thought_report.submitted"), terms=ABOUT),
    Metric("node_day", "held", BRANCH, ("per_node_day",), one("node_day.held"), terms=C18_NODE_DAY | ABOUT),
    Metric("article", "submitted_count", BOTH, PERIODS, one("journal.submitted")),
    Metric(
        "study_session:journal_reading",
        r"held_within_(\d{1,3})_days",
        BRANCH,
        ("per_issue",),
        one("reading.held"),
        terms=ABOUT,
        of_numbers=days_after,
    ),
    Metric("activity", "all_required_present", BRANCH, ("per_activity",), came("activity"), "coverage"),
    Metric("service_activity", "all_required_present", BRANCH, ("per_service_activity",), came("service"), "coverage"),
    Metric("proposal", "signed_count", MEMBER, PERIODS, one("proposal.signed"), yearly={"waive_exempt_months": 6}),
    Metric("proposal", "filed_over_submitted", BRANCH, PERIODS, C7_FILING_RATE, "ratio"),
    Metric("info", "submitted_count", BOTH, PERIODS, one("info.reported"), yearly={"prorate_months": 12}),
    Metric("research", "collective_with_report", BRANCH, PERIODS, one("research.completed")),
    Metric("lecture", "held_count", BOTH, PERIODS, one("lecture.given")),
)


def terms_of(row: RuleRow) -> DutyTerms:
    """Turn a row into the terms of a duty, which a sentence is sure to say.

    Raises: UnsayableRule, naming the column, where the metric is unknown or another column does not go with it.
    """
    check_words(row)
    metric, numbers = metric_of(row)
    if row.op.strip() != ">=":
        raise UnsayableRule("op", f"“{row.op}”写不成句子：只能是 >=")
    if row.bearer not in metric.bearers:
        raise UnsayableRule("bearer", f"“{row.bearer}”不能承担 {row.metric}：只能是 {'、'.join(metric.bearers)}")
    if row.cadence not in metric.cadences:
        raise UnsayableRule("cadence", f"“{row.cadence}”与 {row.metric} 不合：只能是 {'、'.join(metric.cadences)}")
    owner = "member" if row.bearer == "member" else "branch"
    if row.score_group != owner:
        raise UnsayableRule("score_group", f"“{row.score_group}”与 {row.bearer} 不合：只能是 {owner}")
    given: dict[str, Any] = BEARERS[row.bearer] | timing_of(row) | conditions_of(row, metric) | metric.terms
    if metric.of_numbers:
        given |= metric.of_numbers(numbers)
    terms = DutyTerms(
        code=row.rule_id,
        title=row.title,
        measure=metric.measure,
        minimum=minimum_of(row, metric),
        unit=unit_of(row, metric),
        kinds=metric.kinds,
        credited_to=row.score_group,
        weight=exact("weight", row.weight),
        evidence=row.evidence,
        **given,
    )
    try:
        write_duty(terms)
    except UnsayableTerms as refusal:
        raise UnsayableRule(column_at_fault(row, terms), str(refusal)) from None
    return terms


def check_words(row: RuleRow) -> None:
    """Refuse what could not stand in a text: a code that is none, and signs that would break or hide its lines."""
    if not CODE.match(row.rule_id):
        raise UnsayableRule("rule_id", f"“{row.rule_id}”不能作代号：请用英文字母、数字和 - 写")
    for column in ("title", "evidence"):
        if re.search("[`\r\n]", getattr(row, column)) or CONTROL.search(getattr(row, column)):
            raise UnsayableRule(column, "含有换行、反引号或看不见的控制字符")


def metric_of(row: RuleRow) -> tuple[Metric, Numbers]:
    """Find the metric of a row and the numbers in its name."""
    for metric in METRICS:
        found = re.fullmatch(metric.pattern, row.metric, re.ASCII) if metric.record_kind == row.record_kind else None
        if found:
            return metric, tuple(int(each) for each in found.groups())
    if row.record_kind not in {each.record_kind for each in METRICS}:
        raise UnsayableRule("record_kind", f"“{row.record_kind}”写不成句子：没有这类记录")
    known = "、".join(each.pattern.replace(r"\d", "N") for each in METRICS if each.record_kind == row.record_kind)
    raise UnsayableRule("metric", f"“{row.metric}”写不成句子：{row.record_kind} 只能是 {known}")


def timing_of(row: RuleRow) -> dict[str, Any]:
    """Give the calendar period, or the trigger."""
    if row.cadence in TRIGGERS:
        return {"cadence": "per_trigger", "trigger_kind": TRIGGERS[row.cadence]}
    return {"cadence": row.cadence}


def conditions_of(row: RuleRow, metric: Metric) -> dict[str, Any]:
    """Give who owes what is owed member by member: C5 for a year, C4 for a quarter and any other part of a year."""
    if row.bearer == "branch":
        return {}
    if row.cadence == "yearly":
        return C5_YEARLY | metric.yearly
    return C4_QUARTERLY


def minimum_of(row: RuleRow, metric: Metric) -> Fraction:
    """Read the threshold exactly: a whole number to count to, a fraction up to 1 for what divides, 1 for everyone."""
    value = exact("threshold", row.threshold)
    if metric.measure == "count" and (value.denominator != 1 or value < 1):
        raise UnsayableRule("threshold", f"“{row.threshold}”写不成句子：应是 1 以上的整数")
    if metric.measure == "coverage" and value != 1:
        raise UnsayableRule("threshold", f"“{row.threshold}”写不成句子：{row.metric} 要求全员，只能是 1")
    if not 0 < value <= 1 and metric.measure != "count":
        raise UnsayableRule("threshold", f"“{row.threshold}”写不成句子：比率应大于 0，不超过 1")
    return value


def unit_of(row: RuleRow, metric: Metric) -> str:
    """Give what is counted by; what divides has no unit."""
    if metric.measure != "count":
        return ""
    if row.unit not in UNITS:
        raise UnsayableRule("unit", f"“{row.unit}”写不成句子：单位只能是 {'、'.join(UNITS)}")
    return row.unit


def exact(column: str, text: str) -> Fraction:
    """Read a decimal number without rounding."""
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text.strip(), re.ASCII):
        raise UnsayableRule(column, f"“{text}”不是数字")
    return Fraction(text.strip())


def column_at_fault(row: RuleRow, terms: DutyTerms) -> str:
    """Find the column without whose value the terms could be said."""
    harmless: dict[str, dict[str, Any]] = {
        "threshold": {"minimum": Fraction(1)},
        "weight": {"weight": Fraction(0)},
        "evidence": {"evidence": ""},
    }
    for column, change in harmless.items():
        try:
            write_duty(replace(terms, **change))
        except UnsayableTerms:
            continue
        return column
    return "metric"


def rule_row(cells: Mapping[str, str]) -> RuleRow:
    """Take the columns of a rule out of a record of the table. Raises: UnsayableRule for a column that is missing."""
    names = [each.name for each in fields(RuleRow)]
    for name in names:
        if cells.get(name) is None:
            raise UnsayableRule(name, "表中没有这一栏")
    return RuleRow(**{name: cells[name].strip() for name in names})


def insert_rules(markdown: str, rows: Iterable[RuleRow]) -> str:
    """Put each row's duty into the clause that the row names, and add a clause where there is none.

    The words of the text stay as they are. Raises: TextErrors for a text that cannot be read, UnsayableRule.
    """
    text = parse_text(markdown)
    clauses = {each.number: each for each in text.clauses}
    codes = {each.code for each in text.duties}
    for row in rows:
        terms, number = terms_of(row), clause_number(row)
        if terms.code in codes:
            raise UnsayableRule("rule_id", f"“{row.rule_id}”重复：同一时间只能有一个版本")
        codes.add(terms.code)
        clause = clauses.get(number) or Clause(number, label_of(number), f"{row.title}。")
        clauses[number] = replace(clause, duties=(*clause.duties, terms))
    present = [each.number for each in text.clauses]
    for number in sorted(set(clauses) - set(present)):
        later = (place for place, each in enumerate(present) if each > number)
        present.insert(next(later, len(present)), number)
    return write_text(InstitutionText(text.title, tuple(clauses[each] for each in present), text.preamble))


def clause_number(row: RuleRow) -> int:
    """Read the clause that a row names."""
    found = CLAUSE.match(row.clause)
    number = number_of(found[1]) if found and not found[3] else None
    if not number:
        raise UnsayableRule("clause", f"“{row.clause}”看不懂：应写 第二条 这样的条号")
    return number


Version = tuple[date, date | None, str]


def texts_from_rules(rows: Iterable[RuleRow], titles: Mapping[str, str]) -> dict[str, list[Version]]:
    """Make institutions from the table alone: a version from each day on which one of their rules begins or has ended.

    Grain: per institution its versions as (first day, last day or None, Markdown); none where no rule is in force.
    """
    by_institution: dict[str, list[tuple[date, date | None, RuleRow]]] = {}
    for row in rows:
        by_institution.setdefault(row.institution, []).append((*span_of(row), row))
    return {name: versions_of(spans, titles.get(name, name)) for name, spans in by_institution.items()}


def span_of(row: RuleRow) -> tuple[date, date | None]:
    """Read the first and the last day on which a row is in force."""
    first = day_of("effective_from", row.effective_from)
    last = day_of("effective_to", row.effective_to) if row.effective_to.strip() else None
    if last and last < first:
        raise UnsayableRule("effective_to", f"“{row.effective_to}”早于生效之日 {row.effective_from}")
    return first, last


def day_of(column: str, text: str) -> date:
    """Read a date as year-month-day."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UnsayableRule(column, f"“{text}”不是日期：应写 2018-01-01 这样的日期") from None


def versions_of(spans: list[tuple[date, date | None, RuleRow]], title: str) -> list[Version]:
    """Cut time where a rule begins or has ended, and write the rules in force between the cuts."""
    cuts = {first for first, _, _ in spans}
    cuts |= {last + timedelta(days=1) for _, last, _ in spans if last and last < date.max}
    versions: list[Version] = []
    ordered = sorted(cuts)
    for first, following in zip(ordered, [*ordered[1:], None], strict=True):
        rows = [row for begins, ends, row in spans if begins <= first and (ends is None or first <= ends)]
        if rows:
            last = following - timedelta(days=1) if following else None
            versions.append((first, last, text_of(rows, title)))
    return versions


def text_of(rows: list[RuleRow], title: str) -> str:
    """Write an institution that has only what the table says: the titles of its rules as the words of its clauses."""
    words: dict[int, list[str]] = {}
    for row in rows:
        words.setdefault(clause_number(row), []).append(row.title)
    clauses = (Clause(number, label_of(number), "；".join(words[number]) + "。") for number in sorted(words))
    return insert_rules(write_text(InstitutionText(title, tuple(clauses))), rows)
