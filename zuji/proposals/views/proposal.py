"""One proposal: written, read, signed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.attachments.forms import AttachmentForm
from zuji.attachments.queries import attachments_of, removals_of
from zuji.attachments.views import receive_upload
from zuji.derivations.queries import described, outputs_of, sources_of
from zuji.footprints.facts import reference_to
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import StaleRecord
from zuji.gatherings.forms import seen_now
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Member, Organization
from zuji.organizations.permissions import own_member, visible_organization
from zuji.organizations.policies import value_on
from zuji.organizations.queries import members_on, name_of
from zuji.proposals import actions
from zuji.proposals.forms.writing import ProposalForm, SignatureForm, shown_proposal
from zuji.proposals.models import Proposal
from zuji.proposals.models.words import CLOSED_STATES, HANDLED, HONOURS, SIGNED_FORMS, STATES
from zuji.proposals.permissions import can_enter_steps, can_keep, can_withdraw, can_write
from zuji.proposals.queries.offices import keeps_offices, may_propose_alone, office_warning
from zuji.proposals.queries.proposals import ground_words, ladder_of, look_of, number_words, overdue
from zuji.proposals.views.finding import lengths, proposal_for, readable_source, tell


def _writer(request: HttpRequest, organization: Organization) -> Member | None:
    """Give the reader as a member of the branch, if they are one."""
    own = own_member(request.user)
    is_one = own is not None and members_on(organization, today()).filter(pk=own.pk).exists()
    return own if is_one else None


@require_http_methods(["GET", "POST"])
def proposal_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Begin a proposal: a member their own, the branch's keeper one for the branch, a committee the party's."""
    organization = visible_organization(request.user, organization_id)
    writer = _writer(request, organization)
    if organization.level != "branch":
        writer = None
    if writer is None and not can_keep(request.user, organization):
        raise Http404
    source = request.GET.get("source", "")[:80]
    record = readable_source(request, source)
    first: dict[str, Any] = {"form": "individual" if organization.level == "branch" else "party"}
    if record is not None:
        first |= {"title": str(record)[:160], "situation": getattr(record, "text", "")}
    form = ProposalForm(request.POST or None, initial=first, organization=organization)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.write_proposal(
                organization,
                text=form.text,
                by=name_of(request.user),
                writer=writer,
                on=today(),
                source=source if record is not None else "",
            )
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:proposal-detail", made.record.pk)
    context = {
        "organization": organization,
        "form": form,
        "source": record,
        "kept_as": f"proposal-of-{organization.pk}-{source}",
        "is_material_advised": bool(writer and keeps_offices(organization) and not may_propose_alone(writer, today())),
    }
    return render(request, "proposals/proposal_form.html", context)


@require_http_methods(["GET", "POST"])
def proposal_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change the text; a page grown stale is refused with everything typed still in it."""
    proposal = proposal_for(request, number)
    if not can_write(request.user, proposal):
        raise Http404
    form = ProposalForm(request.POST or None, initial=shown_proposal(proposal), organization=proposal.organization)
    status, theirs = 200, None
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            actions.change_proposal(proposal, text=form.text, seen=seen, by=name_of(request.user))
        except StaleRecord as error:
            form.add_error(None, str(error))
            seen_now(form, proposal)
            status, theirs = 409, proposal
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:proposal-detail", number)
    context = {
        "organization": proposal.organization,
        "proposal": proposal,
        "theirs": theirs,
        "form": form,
        "kept_as": f"proposal-{proposal.pk}-{proposal.revision}",
    }
    return render(request, "proposals/proposal_form.html", context, status=status)


def proposal_detail(request: HttpRequest, number: int) -> HttpResponse:
    """A proposal with its ladder, its signatures, its files, and what may be done next."""
    proposal = proposal_for(request, number)
    return _detail_page(request, proposal, _signature_form(request, proposal))


def _signature_form(request: HttpRequest, proposal: Proposal) -> SignatureForm:
    return SignatureForm(
        people=members_on(proposal.organization, today()), initial={"signed_on": today()}, auto_id="sign_%s"
    )


def _detail_page(request: HttpRequest, proposal: Proposal, form: SignatureForm) -> HttpResponse:
    user, place, reference = request.user, proposal.organization, reference_to(proposal)
    own, moves = _writer(request, place), can_enter_steps(user, proposal)
    signatures = list(proposal.signatures.select_related("member"))
    signs = proposal.form in SIGNED_FORMS and proposal.status != "withdrawn"
    steps = [what for what in actions.next_steps(proposal) if what != "withdrawn"] if moves else []
    assignments = list(proposal.assignments.select_related("reply"))
    for assignment in assignments:
        assignment.proposal = proposal
    context = {
        "organization": place,
        "proposal": proposal,
        "look": look_of(proposal),
        "number": number_words(proposal),
        "ground": ground_words(proposal),
        "rungs": ladder_of(proposal),
        "signatures": signatures,
        "long": lengths(place, proposal, value_on(place, "proposal_lengths", today())),
        "warning": office_warning(proposal, on=today()) if proposal.is_before_submission else "",
        "may_sign": signs and own is not None and own.pk not in [each.member_id for each in signatures],
        "may_unsign": proposal.is_before_submission and own is not None and own.pk in [e.member_id for e in signatures],
        "may_keep": can_keep(user, place),
        "may_enter_signatures": signs and can_keep(user, place),
        "signature_form": form,
        "may_write": can_write(user, proposal) and (proposal.is_before_submission or proposal.state == "returned"),
        "may_discard": can_write(user, proposal) and proposal.state == "draft",
        "may_withdraw": proposal.state not in ("draft", "withdrawn") and can_withdraw(user, proposal),
        "may_move": moves,
        "nearest": [(what, STATES.get(what) or HONOURS[what]) for what in steps],
        "assignments": assignments,
        "overdue": overdue(assignments, today()),
        "may_assign": moves and proposal.status == "filed",
        "is_handled": proposal.state in HANDLED,
        "sources": _links(request, sources_of(reference)),
        "outputs": _links(request, outputs_of(reference)),
        "attachments": attachments_of([reference])[reference],
        "removals": removals_of([reference])[reference],
        "may_attach": moves and (proposal.submitted_on is not None or proposal.state not in CLOSED_STATES),
        "file_form": AttachmentForm(),
        "record_url": reverse("footprints:record-detail", args=["proposal", proposal.pk]),
    }
    return render(request, "proposals/proposal_detail.html", context, status=200)


def _links(request: HttpRequest, references: list[str]) -> list[Any]:
    return described(each for each in references if readable_source(request, each) is not None)


@require_POST
def signature_create(request: HttpRequest, number: int) -> HttpResponse:
    """Sign with one's own hand, or enter the signature of a member who told so."""
    proposal = proposal_for(request, number)
    own = _writer(request, proposal.organization)
    if "member" not in request.POST:
        if own is None:
            raise Http404
        try:
            actions.sign(proposal, member=own, on=today(), by=name_of(request.user))
        except ZujiError as error:
            messages.error(request, str(error))
        return redirect("proposals:proposal-detail", number)
    if not can_keep(request.user, proposal.organization):
        raise Http404
    # who has left the branch, or belongs to another that the reader looks into, is refused by name
    known = Member.objects.filter(memberships__organization__in=organizations_seen_by(request.user)).distinct()
    form = SignatureForm(request.POST, people=known, auto_id="sign_%s")
    if form.is_valid():
        said = form.cleaned_data
        is_own = own is not None and own.pk == said["member"].pk
        try:
            actions.sign(
                proposal, member=said["member"], on=said["signed_on"], by=name_of(request.user),
                ground=said["ground"], is_own=is_own,
            )  # fmt: skip
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:proposal-detail", number)
    return _detail_page(request, proposal, form)


def _known(request: HttpRequest) -> list[int]:
    asked = request.POST.get("member", "")
    return [int(asked)] if asked.isascii() and asked.isdecimal() and len(asked) < 12 else []


@require_POST
def signature_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take one's own signature back, or one that was entered wrongly."""
    proposal = proposal_for(request, number)
    own = _writer(request, proposal.organization)
    member = own
    if "member" in request.POST:
        if not can_keep(request.user, proposal.organization):
            raise Http404
        member = Member.objects.filter(pk__in=_known(request)).first()
    if member is None:
        raise Http404
    try:
        actions.unsign(proposal, member=member)
    except ZujiError as error:
        messages.error(request, str(error))
    if not Proposal.objects.visible_to(request.user).filter(pk=number).exists():
        return redirect("proposals:proposal-list", proposal.organization_id)
    return redirect("proposals:proposal-detail", number)


@require_POST
def removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Throw a draft away."""
    proposal = proposal_for(request, number)
    if not can_write(request.user, proposal):
        raise Http404
    try:
        actions.discard_proposal(proposal)
    except ZujiError as error:
        messages.error(request, str(error))
        return redirect("proposals:proposal-detail", number)
    messages.info(request, _("Thrown away: %(what)s") % {"what": proposal.title})
    return redirect(_list_of(proposal.organization), proposal.organization_id)


def _list_of(organization: Organization) -> str:
    """Where an organization's proposals are listed: a committee's stand at its desk."""
    return "proposals:proposal-list" if organization.level == "branch" else "proposals:inbox"


@require_POST
def file_create(request: HttpRequest, number: int) -> HttpResponse:
    """Attach a scan or another file."""
    proposal = proposal_for(request, number)
    if not (can_write(request.user, proposal) or can_enter_steps(request.user, proposal)):
        raise Http404
    if proposal.submitted_on is None and proposal.state in CLOSED_STATES:
        # the whole branch reads a file, and nobody else reads a draft
        messages.error(request, _("Files are added once the proposal has been handed over."))
        return redirect("proposals:proposal-detail", number)
    back = reverse("proposals:proposal-detail", args=[number])
    return receive_upload(request, proposal, organization=proposal.organization, back=back)
