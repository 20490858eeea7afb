"""members.csv, posts.csv and exemptions.csv: registers, whose rows are spans."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, validate
from zuji.operations.load.cells import OPEN_END, Finding, Line, RefusedLine, read_month
from zuji.operations.load.context import Load, outcome_of
from zuji.operations.load.files import quoted
from zuji.organizations.actions import assign_post, exempt, register_member, set_membership
from zuji.organizations.entitlements import POSTS
from zuji.organizations.models import Member, Membership, PostAssignment, Sector

SEXES = {"女": "female", "男": "male", "female": "female", "male": "male", "": ""}
MAIN_SECTORS = {"教育", "文化", "出版", "出版传媒", "新闻出版", "文化艺术", "传媒", "科技"}
POST_LABELS = {
    "主任": "branch_director",
    "支部主任": "branch_director",
    "副主任": "deputy_branch_director",
    "支部副主任": "deputy_branch_director",
    "组织委员": "organization_officer",
    "宣传委员": "publicity_officer",
    "参政议政委员": "participation_officer",
    "社会服务委员": "service_officer",
    "信息委员": "info_officer",
    "信息员": "info_officer",
    "主委": "chair",
    "主任委员": "chair",
    "副主委": "vice_chair",
    "副主任委员": "vice_chair",
    "秘书长": "secretary_general",
    "委员": "committee_member",
}


def read_cards(load: Load, lines: list[Line]) -> None:
    """Note each person's card as the last good row has it, so that two spans of one person do not quarrel over it."""
    for line in lines:
        with suppress(RefusedLine, ZujiError):
            line.read_days(("joined_branch_on",), ("left_on",))
            load.cards[line.code("member_id")] = read_card(load, line)


def read_card(load: Load, line: Line) -> dict[str, Any]:
    """Read a person's card. What is unreadable but not needed stays empty and is told as a doubt."""
    fields: dict[str, Any] = {
        "name": line.text("name"),
        "employer_kind": line.text("employer_kind"),
        "employer": line.text("employer"),
        "sex": SEXES.get(line.name("sex"), ""),
        "birth_month": read_month(line.text("birth_month")),
        "joined_month": read_month(line.text("joined_org_month")),
    }
    if not fields["name"]:
        raise RefusedLine("name", _("This must not be empty."))
    line.doubts = []
    for column, known in (("sex", "sex"), ("birth_month", "birth_month"), ("joined_org_month", "joined_month")):
        if line.text(column) and not fields[known]:
            reason = _("“%(text)s” cannot be read; the membership is taken without it.")
            line.doubts.append(Finding(column, reason % {"text": quoted(line.text(column))}))
    validate(Member(registered_at=load.branch, member_no=line.code("member_id"), **fields))
    sector = line.text("sector")
    validate(Sector(name=sector))
    return fields | {"sector": sector}


def load_member(load: Load, line: Line) -> str:
    """Write the span of a row, and the card once."""
    read_card(load, line)
    number = line.code("member_id")
    is_card_changed = number in load.cards and write_card(load, number, load.cards.pop(number))
    member = Member.objects.get(pk=load.members[number])
    from_on = line.day("joined_branch_on")
    is_known = Membership.objects.filter(member=member, organization=load.branch, from_on=from_on).exists()
    span, is_changed = set_membership(member, load.branch, from_on=from_on, until_on=open_or(line.maybe_day("left_on")))
    return outcome_of(Recorded(span, not is_known, is_changed or is_card_changed))


def write_card(load: Load, number: str, card: dict[str, Any]) -> bool:
    """Write a person's card and say whether it changed."""
    sector = None
    if card["sector"]:
        sector, _is_new = Sector.objects.get_or_create(
            name=card["sector"], defaults={"is_main_sector": card["sector"] in MAIN_SECTORS}
        )
    member, is_changed = register_member(load.branch, member_no=number, **(card | {"sector": sector}))
    load.members[number] = member.pk
    return is_changed


def load_post(load: Load, line: Line) -> str:
    """Write a post held; the last day is inclusive in the file."""
    member = Member.objects.get(pk=load.member(line, "member_id"))
    label = line.code("post")
    post = POST_LABELS.get(label, label)
    if post not in POSTS:
        raise RefusedLine("post", _("There is no post “%(post)s”.") % {"post": quoted(label)})
    from_on = line.day("from_on")
    key = {"member": member, "organization": load.branch, "post": post, "from_on": from_on}
    is_known = PostAssignment.objects.filter(**key).exists()
    held, is_changed = assign_post(member, load.branch, post=post, from_on=from_on, until_on=day_after(line, "to_on"))
    return outcome_of(Recorded(held, not is_known, is_changed))


def load_exemption(load: Load, line: Line) -> str:
    """Write an approved exemption; the last day is inclusive in the file."""
    member = Member.objects.get(pk=load.member(line, "member_id"))
    from_on, until_on = line.day("from_on"), day_after(line, "to_on")
    is_known = any(known.until_on == until_on for known in member.exemptions.filter(from_on=from_on))
    exemption, is_changed = exempt(
        member,
        load.branch,
        from_on=from_on,
        until_on=until_on,
        reason=line.text("reason"),
        approved_by=line.text("approved_by"),
    )
    return outcome_of(Recorded(exemption, not is_known, is_changed))


def open_or(on: date | None) -> date | None:
    """Take 9999-12-31 for the open end that it is."""
    return None if on is None or on.year == OPEN_END else on


def day_after(line: Line, column: str) -> date | None:
    """Give the first day no longer covered, for a column that names the last one covered."""
    last = open_or(line.maybe_day(column))
    return None if last is None else last + timedelta(days=1)
