"""An info is handed in, checked, signed and sent."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.clock import local_date
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.infos.actions.steps import count_anew, locked, note_step, refuse_future, refuse_state
from zuji.infos.models import BODY_KINDS, COUNTED_STATES, Info, InfoDispatch, SentText
from zuji.infos.queries.likeness import texts_like_info
from zuji.infos.queries.separation import is_own_work, must_be_signed_by_another

HANDED_IN = ("submitted", "branch_checked", "signed")


@dataclass(frozen=True)
class Destination:
    """A body an info goes to; `organization_id` where it is a node of the tree, `is_direct` past the branch."""

    body: str
    body_kind: str
    organization_id: int | None = None
    channel: str = ""
    is_direct: bool = False


@dataclass(frozen=True)
class SignerSaw:
    """What the signer had before them: `seen`, the revision whose words they read (None where no page was shown), and
    `reasons`, for each text that is the same or nearly (its reference) why this one is sent all the same.

    `member_id` is who signs, as a member; `why_own` says why they sign what they wrote themselves.
    """

    seen: int | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    member_id: int | None = None
    why_own: str = ""


UNSEEN = SignerSaw()


@transaction.atomic
def hand_in(info: Info, *, is_clear: bool, by: str, on: date) -> Info:
    """Hand a draft, or one that came back, to the branch; handed in again, nothing changes.

    Takes: `is_clear`, that it holds no secret of state or of work and nobody's privacy. Raises RecordingError at
    "is_clear" where that is not said: such a text goes on paper. ZujiError without words.
    """
    current = locked(info)
    if current.state in HANDED_IN:
        return current
    refuse_state(current, ("draft", "returned"))
    if not is_clear:
        raise RecordingError(
            "is_clear",
            _("What holds a secret or somebody’s privacy must not be sent here. Take it out, or hand it in on paper."),
        )
    if not current.text:
        raise ZujiError(_("There is nothing written yet."))
    current.is_clear = True
    current.state = "submitted"
    note_step(current, "submitted", on=on, by=by)
    return current


@transaction.atomic
def send_info(
    info: Info,
    *,
    to: Collection[Destination],
    by: str,
    at: datetime,
    today: date | None = None,
    saw: SignerSaw = UNSEEN,
) -> Info:
    """Check, sign and send an info in one go, to one or more bodies; sent again to the same body that day, it is sent.

    Its first sending gives it number and month; one that came back keeps both. Who signs their own leaves a step that
    says so (domain §12 W). Takes: an instant; `today` where that lies back, as for one that went on paper (C1); `saw`,
    what the signer read and why they send it.
    Raises StaleRecord where its words were changed meanwhile; ZujiError for one not handed in, or for its author where
    somebody else must sign; RecordingError at "reasons" for a likeness without a reason, at "to" for nobody or a body
    without a name. Who may sign is asked by the page.
    """
    current = locked(info)
    destinations = [named(each) for each in to]
    if not destinations:
        raise RecordingError("to", _("Please say to whom it is sent."))
    on = local_date(at)
    refuse_future(on, today or on)
    if current.state in COUNTED_STATES and _is_sent_to(current, destinations, on):
        return current
    current = locked(info, seen=saw.seen)
    refuse_state(current, HANDED_IN)
    _separate(current, saw, by=by, on=on)
    _refuse_alike(current, saw.reasons, by=by, on=on)
    if current.submitted_at is None:
        current.submitted_at, current.code, current.recorded_on = at, next_number(current, on.year), today or on
    current.channel = current.channel or destinations[0].body[:40]
    for what in ("checked", "signed"):
        if current.state == "submitted" or what == "signed":
            note_step(current, what, on=on, by=by)
    current.state = "reported"
    note_step(current, "reported", on=on, by=by, body="、".join(each.body for each in destinations)[:80])
    words = _words_sent(current)
    for each in destinations:
        dispatch(current, each, on=on, by=by, words=words)
    count_anew(current)
    return current


def named(destination: Destination) -> Destination:
    """Give a destination with its name as it is kept. Raises RecordingError at "to" for a body without a name."""
    body = destination.body.strip()[:80]
    if not body or destination.body_kind not in BODY_KINDS:
        raise RecordingError("to", _("Please name the body it is sent to."))
    return replace(destination, body=body)


def _words_sent(info: Info) -> SentText:
    return SentText.objects.create(
        info=info,
        title=info.title,
        situation=info.situation,
        analysis=info.analysis,
        suggestions=info.suggestions,
    )


def _is_sent_to(info: Info, destinations: Collection[Destination], on: date) -> bool:
    there = set(info.dispatches.filter(on=on).values_list("body", flat=True))
    return {each.body for each in destinations} <= there


def _separate(info: Info, saw: SignerSaw, *, by: str, on: date) -> None:
    """Refuse an author who signs, or keep that nobody else did."""
    if not is_own_work(info, by=by, member_id=saw.member_id):
        return
    if must_be_signed_by_another(info, on):
        raise ZujiError(_("In this branch an info is signed by somebody else than its author. Please ask them."))
    note_step(info, "waived", on=on, by=by, reason=saw.why_own.strip())


def _refuse_alike(info: Info, reasons: Mapping[str, str], *, by: str, on: date) -> None:
    for match in texts_like_info(info):
        reason = reasons.get(match.about, "").strip()
        if match.verdict != "same_matter" and not reason:
            raise RecordingError(
                "reasons", _("A text that is the same or nearly was sent before; say why this goes too.")
            )
        info.duplicate_checks.create(
            against=match.about,
            percent=round(match.score * 100),
            verdict=match.verdict,
            reason=reason[:200],
            on=on,
            by=by[:40],
        )


def next_number(info: Info, year: int) -> str:
    """Give the next number of a branch's year, such as 2018-007."""
    taken = Info.objects.filter(organization=info.organization_id, code__startswith=f"{year}-")
    last = max((int(code[5:]) for code in taken.values_list("code", flat=True) if code[5:].isdecimal()), default=0)
    return f"{year}-{last + 1:03d}"


def dispatch(
    info: Info, to: Destination, *, on: date, by: str, words: SentText | None, from_body: str = ""
) -> InfoDispatch:
    """Note that these words went to a body on a day; sent there again that day, it has the newer words."""
    row, _is_new = InfoDispatch.objects.update_or_create(
        info=info,
        body=to.body,
        on=on,
        defaults={"sent_text": words},
        create_defaults={
            "sent_text": words,
            "body_kind": to.body_kind,
            "organization_id": to.organization_id,
            "channel": to.channel[:40],
            "is_direct": to.is_direct,
            "from_body": from_body[:80],
            "by": by[:40],
        },
    )
    return row


@transaction.atomic
def confirm_info(info: Info, *, by: str, on: date) -> Info:
    """Confirm one entered late, which then counts (C1); twice is once. Raises ZujiError for its enterer, or unsent."""
    current = locked(info)
    refuse_state(current, COUNTED_STATES)
    if current.confirmed_by:
        return current
    sending = current.events.filter(what="reported").first()
    if sending is not None and sending.by == by:
        raise ZujiError(_("You entered this yourself; somebody else has to confirm it."))
    current.confirmed_by = by[:40]
    note_step(current, "confirmed", on=on, by=by)
    count_anew(current)
    return current
