"""Leave from everything for a while, entered once."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.entries.actions import enter_for, forget_entry
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, refuse_absurd
from zuji.gatherings.models import StandingLeave
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on


@transaction.atomic
def enter_standing_leave(  # noqa: PLR0913 - what is said of it, each by its name
    branch: Organization,
    member: Member,
    *,
    kind: str,
    from_on: date,
    until_on: date,
    reason: str,
    ground: str,
    by: str,
    today: date,
) -> StandingLeave:
    """Enter leave from everything between two days for a member, who may agree or object.

    Entered again from the same day, the new words stand. Raises RecordingError for days that cannot be, ZujiError for
    somebody who is no member then, or where another standing leave covers one of the days.
    """
    refuse_absurd(from_on=from_on, until_on=until_on)
    if until_on < from_on:
        raise RecordingError("until_on", _("Leave cannot end before it begins."))
    if until_on > from_on + timedelta(days=731):
        raise RecordingError("until_on", _("Two years at most; for longer, an exemption is decided."))
    if not members_on(branch, from_on).filter(pk=member.pk).exists():
        raise ZujiError(_("%(name)s is not a member of this branch on that day.") % {"name": member})
    others = StandingLeave.objects.select_for_update().filter(organization=branch, member=member)
    if others.filter(from_on__lte=until_on, until_on__gte=from_on).exclude(from_on=from_on).exists():
        raise ZujiError(_("%(name)s is on standing leave on some of these days already.") % {"name": member})
    said = {"kind": kind, "until_on": until_on, "reason": reason.strip()[:120], "ground": ground, "entered_by": by}
    leave, _is_new = StandingLeave.objects.update_or_create(
        organization=branch, member=member, from_on=from_on, defaults=said
    )
    enter_for(leave, member, organization=branch, ground=ground, by=by, on=today)
    return leave


@transaction.atomic
def end_standing_leave(leave: StandingLeave, *, today: date) -> None:
    """End it with yesterday; what had not begun is taken back altogether. Marks already set stay."""
    if leave.from_on >= today:
        forget_entry(leave)
        leave.delete()
    elif leave.until_on >= today:
        leave.until_on = today - timedelta(days=1)
        leave.save(update_fields=["until_on"])
