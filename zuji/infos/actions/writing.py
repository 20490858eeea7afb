"""An info is written: a draft that its author alone reads, changed as often as they like."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.derivations.actions import derive
from zuji.duplicates.actions import forget_text
from zuji.entries.actions import enter_for, forget_entry
from zuji.foundation.errors import ZujiError
from zuji.foundation.pasted import plain_line, plain_lines
from zuji.foundation.recording import Recorded, RecordingError, validate
from zuji.infos.actions.steps import locked, note_step, refuse_state
from zuji.infos.models import CommissionedTopic, Info
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on

CHANGEABLE = ("draft", "submitted", "branch_checked", "returned")


@dataclass(frozen=True)
class Written:
    """What is said: the parts of §5."""

    title: str
    situation: str = ""
    analysis: str = ""
    suggestions: str = ""
    contact: str = ""
    topic_id: int | None = None

    def made_plain(self) -> "Written":
        """Give it without markup. Raises RecordingError for no title."""
        title = plain_line(self.title)
        if not title:
            raise RecordingError("title", _("Please give it a title."))
        return Written(
            title,
            plain_lines(self.situation),
            plain_lines(self.analysis),
            plain_lines(self.suggestions),
            plain_line(self.contact),
            self.topic_id,
        )


@dataclass(frozen=True)
class Origin:
    """Where an info comes from: the record it is written from, and how the member told who enters it for them."""

    source: str = ""
    ground: str = "own"


OWN = Origin()


@transaction.atomic
def write_info(
    branch: Organization,
    member: Member | None,
    *,
    written: Written,
    by: str,
    on: date,
    origin: Origin = OWN,
) -> Recorded[Info]:
    """Begin an info; nobody but its author reads a draft. The same words again are the same draft: a double tap.

    Takes: no member for the branch's own. Raises ZujiError for who is no member, RecordingError for no title or a dead
    source.
    """
    said = written.made_plain()
    Organization.objects.select_for_update().get(pk=branch.pk)
    if member is not None and not members_on(branch, on).filter(pk=member.pk).exists():
        raise ZujiError(_("%(name)s is not a member of this branch on that day.") % {"name": member})
    _refuse_topic(branch, said.topic_id)
    fields = asdict(said)
    there = Info.objects.filter(organization=branch, member=member, state="draft", **fields).first()
    if there is not None:
        return Recorded(there)
    info = Info(organization=branch, member=member, state="draft", code=_draft_code(branch), **fields)
    validate(info)
    info.changed_by = by[:40]
    info.save()
    info.events.create(what="written", on=on, by=by[:40])
    if origin.source:
        derive(info, origin.source, organization=branch, by=by, on=on)
    if member is not None and origin.ground != "own":
        enter_for(info, member, organization=branch, ground=origin.ground, by=by, on=on)
    return Recorded(info, is_new=True, is_changed=True)


def _draft_code(branch: Organization) -> str:
    """A number for the time until it is sent, which then gives the real one."""
    last = Info.objects.filter(organization=branch).order_by("-pk").values_list("pk", flat=True).first() or 0
    return f"draft-{last + 1}"


def _refuse_topic(branch: Organization, topic_id: int | None) -> None:
    if topic_id is not None and not CommissionedTopic.objects.of(branch).filter(pk=topic_id).exists():
        raise RecordingError("topic", _("That topic is not asked of this branch."))


@transaction.atomic
def change_info(info: Info, *, written: Written, seen: int, by: str, on: date) -> Info:
    """Change the words of an info that is not sent; changed, its author vouches for it anew.

    Raises StaleRecord for a page grown stale, ZujiError for one signed or sent, RecordingError for no title.
    """
    said = written.made_plain()
    current = locked(info)
    if all(getattr(current, name) == value for name, value in asdict(said).items()):
        return current
    current = locked(info, seen=seen)
    refuse_state(current, CHANGEABLE)
    _refuse_topic(current.organization, said.topic_id)
    for name, value in asdict(said).items():
        setattr(current, name, value)
    validate(current)
    if current.state == "branch_checked":
        current.state = "submitted"
    current.is_clear = current.is_clear and current.state == "submitted"
    note_step(current, "changed", on=on, by=by)
    return current


@transaction.atomic
def throw_away(info: Info) -> None:
    """Throw a draft away that was never sent. Raises ZujiError for any other; twice is once."""
    current = Info.objects.select_for_update().filter(pk=info.pk).first()
    if current is None:
        return
    refuse_state(current, ("draft",))
    if current.submitted_at is not None:
        raise ZujiError(_("This was sent before, so it is withdrawn with a reason rather than thrown away."))
    forget_entry(current)
    forget_text(current)
    current.delete()
