"""Settings in force by day, inherited down the tree, compiled into spans that the judgement can join."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from zuji.organizations.models import (
    Organization,
    OrganizationClosure,
    Policy,
    PolicyKind,
    PolicyMark,
    PolicySetting,
    PolicySpan,
)

DEFAULTS: dict[str, Any] = {
    # C1: entered more than this many days after the event, a record is late and needs confirming
    "late_after_days": 30,
    # C2: marks that count as present; marks that leave the denominator
    "present_marks": ["present", "online", "late", "left_early"],
    "excused_marks": ["official_leave", "exempt"],
    # who signs in more minutes than this after the beginning is late
    "late_minutes": 15,
    # within how many days making up still completes what was missed
    "make_up_days": 15,
    # how many days before it notice of a gathering goes out
    "notice_days": {"all_member": 3, "committee": 3, "study": 3},
    # how many minutes make an hour of study
    "credit_minutes": 45,
    # what share of a quiz must be right, reached, and how often a member may try
    "quiz": {"pass": "60/100", "attempts": 3},
    # how many must be present for a meeting to decide: a share of those expected, reached or exceeded
    "quorum": {
        "all_member": {"share": "1/2", "is_exceeded": True},
        "committee": {"share": "2/3", "is_exceeded": False},
    },
    # what carries a vote: a share of those present, of those expected or of the valid votes cast, reached or exceeded
    "votes": {
        "simple": {"share": "1/2", "is_exceeded": True, "of": "present"},
        "qualified": {"share": "2/3", "is_exceeded": False, "of": "present"},
    },
    # of thought reports: "marks", only that one came, or "content", written here and sealed (domain §10.4)
    "thought_report_content": "marks",
    # categories of what a contact may be about; none: date and form are all that is kept
    "contact_topics": [],
    # CON-3: days from learning of illness or hardship until the visit
    "visit_days": 7,
    # CON-4: working days from a member's request until its answer
    "request_working_days": 10,
    # domain §12 T: how many lectures a year are aimed at; shown, never scored by itself
    "lecture_target": 40,
    # how many sorts of evidence a lecture that was given should have (domain §7)
    "lecture_evidence": 2,
    # RES-1: research is collective when at least so many took part, and at least this share of the members
    "research_min_people": {"people": 3, "share": "1/3"},
    # how many characters a research report should have
    "research_report_words": {"least": 3000, "most": 5000},
    # §5: how many characters an info should have, from least to enough, and above most is called too long
    "info_words": {"least": 600, "enough": 1200, "most": 1500},
    # §12-W: whether the author of an info may sign it where nobody else does ("waivable", noted), or never ("strict")
    "sod_mode": "waivable",
    # §12-C: which formula of the filing rate is printed first; a duty is judged by its own clause
    "filing_rate_formula": "strict",
    # §12-A: what counts as a member's one case: materials; of joint proposals every signer or the first only
    "one_case_counts": ["material", "joint"],
    # §12-B: who owes one: "all" members who are not exempt, or those who are CPPCC members
    "one_case_scope": "all",
    # §12-D: the year of the formulas on the page of the rate: that of submission or of decision
    "filing_rate_year_basis": "submission",
    # §12-N: what the letter on a reply means where nothing else is said
    "reply_scheme": "three_class",
    # §12-O: days a unit has for its reply, with extension, for handling again, and the proposer for feedback
    "proposal_handling": {"days": 90, "extended_days": 180, "again_days": 30, "feedback_days": 15},
    # §4.2: characters above which a subject or a text of a proposal is called long
    "proposal_lengths": {"subject": 30, "text": 1500},
}
JUDGED = ("late_after_days", "present_marks", "excused_marks", "one_case_counts", "one_case_scope")
"""Those that the judgement reads, compiled into spans; the others are asked for by `value_on`."""
ONE_CASE_SCOPES = {"all": "", "cppcc_members": "cppcc_member"}
"""Who owes a case, as the public office that is asked for; empty for everybody."""
BEGINNING = date(1970, 1, 1)


def compile_policies(organization: Organization) -> None:
    """Write the policy spans of an organization and everything below it anew, from the settings that reach them.

    The nearest setting in force on a day wins, of two in one place the later. Spans cover all days from 1970
    on without overlap.
    """
    pairs = OrganizationClosure.objects.filter(descendant__ancestor_links__ancestor=organization)
    settings = list(PolicySetting.objects.filter(organization__in=pairs.values("ancestor_id"), key__in=JUDGED))
    above: dict[int, dict[int, int]] = {}
    for descendant, ancestor, depth in pairs.values_list("descendant_id", "ancestor_id", "depth"):
        above.setdefault(descendant, {})[ancestor] = depth
    PolicySpan.objects.filter(organization__in=above).delete()
    spans: list[PolicySpan] = []
    for descendant, depths in above.items():
        reaching = [setting for setting in settings if setting.organization_id in depths]
        reaching.sort(key=lambda setting: setting.from_on, reverse=True)
        reaching.sort(key=lambda setting: depths[setting.organization_id])
        spans.extend(_spans(descendant, reaching))
    PolicySpan.objects.bulk_create(spans)


@dataclass(frozen=True)
class InForce:
    """A setting's value on a day and where it comes from; without an organization it is as shipped."""

    value: Any
    organization: Organization | None = None
    from_on: date | None = None
    clause: str = ""
    set_by: str = ""


def settings_on(organization: Organization, keys: Iterable[str], on: date) -> dict[str, InForce]:
    """Give several settings of an organization on a day, each the nearest above it, else as shipped; in one query."""
    found = {key: InForce(DEFAULTS[key]) for key in keys}
    settings = PolicySetting.objects.filter(
        organization__descendant_links__descendant=organization, key__in=list(found), from_on__lte=on, until_on__gt=on
    )
    # the nearest last, of one place the later last: it stands
    farthest_first = settings.order_by("-organization__descendant_links__depth", "from_on")
    for each in farthest_first.select_related("organization"):
        found[each.key] = InForce(each.value, each.organization, each.from_on, each.clause, each.set_by)
    return found


def value_on(organization: Organization, key: str, on: date) -> Any:
    """Give the value of a setting for an organization on a day: the nearest above it, else the default."""
    return settings_on(organization, [key], on)[key].value


def _spans(organization_id: int, reaching: list[PolicySetting]) -> Iterable[PolicySpan]:
    edges = {BEGINNING} | {s.from_on for s in reaching} | {s.until_on for s in reaching if s.until_on}
    starts = sorted(edge for edge in edges if edge >= BEGINNING)
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        yield PolicySpan(
            organization_id=organization_id, policy=policy_for(_values_on(start, reaching)), from_on=start, until_on=end
        )


def _values_on(on: date, reaching: list[PolicySetting]) -> dict[str, Any]:
    values = {key: DEFAULTS[key] for key in JUDGED}
    for setting in reversed(reaching):
        if setting.from_on <= on and (setting.until_on is None or on < setting.until_on):
            values[setting.key] = setting.value
    return values


def policy_for(values: dict[str, Any]) -> Policy:
    """Find or make the one policy with these values."""
    digest = hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
    policy, is_new = Policy.objects.get_or_create(
        digest=digest, defaults={"late_after_days": values["late_after_days"]}
    )
    if is_new:
        marks = dict.fromkeys([*values["present_marks"], *values["excused_marks"]])
        PolicyMark.objects.bulk_create(
            PolicyMark(
                policy=policy,
                mark=mark,
                is_present=mark in values["present_marks"],
                is_excused=mark in values["excused_marks"],
            )
            for mark in marks
        )
        PolicyKind.objects.bulk_create(
            PolicyKind(policy=policy, kind=kind, counts=counts, owed_by=ONE_CASE_SCOPES[values["one_case_scope"]])
            for kind, counts in _one_case_kinds(values).items()
        )
    return policy


def _one_case_kinds(values: dict[str, Any]) -> dict[str, str]:
    """Say how far the two kinds of a member's case count; nothing where they count in full and everybody owes one."""
    counted = values["one_case_counts"]
    kinds = {
        "proposal.signed": "own" if "first_only" in counted else "all",
        "proposal.written": "all" if "material" in counted else "none",
    }
    is_limited = values["one_case_scope"] != "all" or set(kinds.values()) != {"all"}
    return kinds if is_limited else {}
