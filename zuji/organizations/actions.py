"""Verbs that change the tree and its people. Each raises the branch's people revision, so that standings know."""

import csv
from datetime import date
from io import StringIO
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, refuse_absurd
from zuji.foundation.spelling import keys_of
from zuji.organizations.entitlements import POSTS
from zuji.organizations.models import (
    Exemption,
    Member,
    Membership,
    NameKey,
    Organization,
    OrganizationClosure,
    PolicySetting,
    PostAssignment,
    WorkDayException,
)
from zuji.organizations.policies import DEFAULTS, compile_policies

WORK_DAY_WORDS = {"放假": False, "上班": True, "照常": None}
"""What a list says of a day: off, worked, or after all as the week says."""


@transaction.atomic
def add_organization(*, name: str, level: str, parent: Organization | None = None, **fields: Any) -> Organization:
    """Add a node to the tree below `parent`, with its links to everything above and its inherited policies."""
    organization = Organization.objects.create(name=name, level=level, parent=parent, **fields)
    links = [OrganizationClosure(ancestor=organization, descendant=organization, depth=0)]
    if parent is not None:
        links += [
            OrganizationClosure(ancestor_id=link.ancestor_id, descendant=organization, depth=link.depth + 1)
            for link in parent.ancestor_links.all()
        ]
    OrganizationClosure.objects.bulk_create(links)
    compile_policies(organization)
    return organization


@transaction.atomic
def place_below(organization: Organization, parent: Organization) -> Organization:
    """Put a root of the tree, with everything below it, under `parent`.

    Raises ZujiError where it already belongs somewhere, or where the tree would close in a ring.
    """
    if organization.parent_id is not None:
        raise ZujiError(_("“%(name)s” already belongs to a committee.") % {"name": organization})
    if parent.ancestor_links.filter(ancestor=organization).exists():
        raise ZujiError(_("An organization cannot be placed below itself."))
    organization.parent = parent
    organization.save()
    OrganizationClosure.objects.bulk_create(
        OrganizationClosure(
            ancestor_id=above.ancestor_id, descendant_id=below.descendant_id, depth=above.depth + below.depth + 1
        )
        for above in parent.ancestor_links.all()
        for below in organization.descendant_links.all()
    )
    compile_policies(organization)
    note_people_changed(organization)
    return organization


def note_people_changed(*organizations: Organization) -> None:
    """Raise the people revision of organizations and everything below them."""
    below = OrganizationClosure.objects.filter(ancestor__in=organizations).values("descendant_id")
    Organization.objects.filter(pk__in=below).update(people_revision=F("people_revision") + 1)


@transaction.atomic
def register_member(organization: Organization, *, member_no: str, **fields: Any) -> tuple[Member, bool]:
    """Write a member's card where it is kept; gives the member and whether anything changed."""
    member = Member.objects.filter(registered_at=organization, member_no=member_no).first()
    if member is None:
        member = Member.objects.create(registered_at=organization, member_no=member_no, **fields)
        is_changed = True
    else:
        is_changed = change(member, **fields)
    if is_changed:
        _note_how_it_is_typed(member.name)
    return member, is_changed


def _note_how_it_is_typed(name: str) -> None:
    NameKey.objects.bulk_create((NameKey(name=name, key=key) for key in keys_of(name)), ignore_conflicts=True)


def change(record: Any, **fields: Any) -> bool:
    """Set fields of a record where they differ, and say whether any did."""
    changed = [name for name, value in fields.items() if getattr(record, name) != value]
    for name in changed:
        setattr(record, name, fields[name])
    if changed:
        record.save()
    return bool(changed)


@transaction.atomic
def set_membership(
    member: Member, organization: Organization, *, from_on: date, until_on: date | None
) -> tuple[Membership, bool]:
    """Write one span of membership, known by its first day. Refuses a span that overlaps another of the same member."""
    if until_on is not None and until_on <= from_on:
        raise ZujiError(_("A membership cannot end before it began."))
    others = Membership.objects.filter(member=member).exclude(organization=organization, from_on=from_on)
    if any(_overlap(from_on, until_on, other.from_on, other.until_on) for other in others):
        raise ZujiError(_("The span overlaps another membership of the same member."))
    span, is_new = Membership.objects.get_or_create(
        member=member, organization=organization, from_on=from_on, defaults={"until_on": until_on}
    )
    is_changed = is_new or change(span, until_on=until_on)
    if is_changed:
        note_people_changed(organization)
    return span, is_changed


def _overlap(from_a: date, until_a: date | None, from_b: date, until_b: date | None) -> bool:
    return (until_b is None or from_a < until_b) and (until_a is None or from_b < until_a)


@transaction.atomic
def assign_post(
    member: Member, organization: Organization, *, post: str, from_on: date, until_on: date | None
) -> tuple[PostAssignment, bool]:
    """Write one post held, known by its first day."""
    if post not in POSTS:
        raise ZujiError(_("There is no post “%(post)s”.") % {"post": post})
    if until_on is not None and until_on <= from_on:
        raise ZujiError(_("A post cannot end before it began."))
    assignment, is_new = PostAssignment.objects.get_or_create(
        member=member, organization=organization, post=post, from_on=from_on, defaults={"until_on": until_on}
    )
    is_changed = is_new or change(assignment, until_on=until_on)
    if is_changed:
        note_people_changed(organization)
    return assignment, is_changed


@transaction.atomic
def exempt(
    member: Member, organization: Organization, *, from_on: date, until_on: date | None, reason: str, approved_by: str
) -> tuple[Exemption, bool]:
    """Write an approved exemption; `organization` is the branch that keeps it. It counts wherever one is a member."""
    if until_on is not None and until_on <= from_on:
        raise ZujiError(_("An exemption cannot end before it began."))
    alike = Exemption.objects.filter(member=member, from_on=from_on)
    exemption = next((other for other in alike if other.until_on == until_on), None)
    is_changed = exemption is None or change(exemption, reason=reason, approved_by=approved_by)
    if exemption is None:
        exemption = Exemption.objects.create(
            member=member, from_on=from_on, until_on=until_on, reason=reason, approved_by=approved_by
        )
    if is_changed:
        note_people_changed(organization, *Organization.objects.filter(memberships__member=member))
    return exemption, is_changed


@transaction.atomic
def set_policy(  # noqa: PLR0913 - what is said of it, each by its name
    organization: Organization,
    *,
    key: str,
    value: Any,
    from_on: date,
    until_on: date | None = None,
    clause: str = "",
    by: str = "",
) -> PolicySetting:
    """Put a setting in force for an organization and all below that say nothing nearer."""
    if key not in DEFAULTS:
        raise ZujiError(_("There is no setting “%(key)s”.") % {"key": key})
    if until_on is not None and until_on <= from_on:
        raise ZujiError(_("A setting cannot end before it begins."))
    setting, _is_new = PolicySetting.objects.update_or_create(
        organization=organization,
        key=key,
        from_on=from_on,
        defaults={"value": value, "until_on": until_on, "clause": clause, "set_by": by},
    )
    compile_policies(organization)
    note_people_changed(organization)
    return setting


@transaction.atomic
def import_work_days(organization: Organization, *, text: str) -> int:
    """Take over a list of holidays and worked weekends, for an organization and everything below it.

    Takes: lines such as 2018-02-11,上班,春节, a heading or none. Gives how many days changed: the second time none.
    Raises RecordingError with the line that makes no sense; then nothing is taken.
    """
    rows = [[cell.strip() for cell in row] for row in csv.reader(StringIO(text.lstrip("\ufeff").strip()))]
    wanted = dict(
        _work_day(number, row)
        for number, row in enumerate(rows, start=1)
        if any(row) and (number, row[0]) != (1, "day")
    )
    known = {row.on: row for row in WorkDayException.objects.filter(organization=organization, on__in=wanted)}
    changed = 0
    for on, (is_working, name) in wanted.items():
        there = known.get(on)
        if is_working is None:
            changed += there is not None and bool(there.delete()[0])
        elif there is None:
            WorkDayException.objects.create(organization=organization, on=on, is_working=is_working, name=name)
            changed += 1
        else:
            changed += change(there, is_working=is_working, name=name)
    return changed


def _work_day(number: int, row: list[str]) -> tuple[date, tuple[bool | None, str]]:
    cells = [*row, "", ""]
    try:
        on, is_working = date.fromisoformat(cells[0]), WORK_DAY_WORDS[cells[1]]
    except (ValueError, KeyError) as error:
        example = "2018-02-11,上班,春节"
        told = {"number": number, "text": ",".join(row)[:40], "example": example}
        raise RecordingError("text", _("Line %(number)s: “%(text)s” is not like %(example)s.") % told) from error
    refuse_absurd(text=on)
    return on, (is_working, cells[2][:20])
