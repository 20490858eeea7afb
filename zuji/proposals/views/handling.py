"""Units that handle a proposal, what they reply, and what the proposer thinks of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.policies import value_on
from zuji.organizations.queries import name_of
from zuji.proposals import actions
from zuji.proposals.forms.steps import AssignmentForm, ContactForm, FeedbackForm, ReplyForm
from zuji.proposals.models import Proposal, ProposalAssignment, ProposalReply
from zuji.proposals.permissions import can_enter_steps, can_withdraw
from zuji.proposals.views.finding import proposal_to_move, tell

Form = AssignmentForm | ContactForm | ReplyForm | FeedbackForm


def _page(request: HttpRequest, proposal: Proposal, form: Form, words: str | Promise) -> HttpResponse:
    context = {
        "organization": proposal.organization,
        "proposal": proposal,
        "form": form,
        "words": words,
        "kept_as": request.path,
    }
    return render(request, "proposals/step_form.html", context)


def _assignment_for(request: HttpRequest, number: int) -> ProposalAssignment:
    assignment: ProposalAssignment = get_object_or_404(ProposalAssignment, pk=number)
    assignment.proposal = proposal_to_move(request, assignment.proposal_id)
    return assignment


@require_http_methods(["GET", "POST"])
def assignment_create(request: HttpRequest, number: int) -> HttpResponse:
    """Give a filed proposal to a unit."""
    proposal = proposal_to_move(request, number)
    form = AssignmentForm(request.POST or None, initial={"assigned_on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.assign_proposal(proposal, by=name_of(request.user), today=today(), **form.cleaned_data)
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:proposal-detail", number)
    return _page(request, proposal, form, _("Assign it to a unit"))


@require_http_methods(["GET", "POST"])
def contact_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Note contact, consultation and extension."""
    assignment = _assignment_for(request, number)
    days = ("contacted_on", "consulted_on", "extended_on")
    form = ContactForm(request.POST or None, initial={day: getattr(assignment, day) for day in days})
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_contact(assignment, **form.cleaned_data)
        except RecordingError as error:
            tell(form, error)
        else:
            return redirect("proposals:proposal-detail", assignment.proposal_id)
    return _page(request, assignment.proposal, form, _("Contact with the proposer"))


@require_http_methods(["GET", "POST"])
def reply_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Record a unit's reply, or correct it."""
    assignment = _assignment_for(request, number)
    reply = ProposalReply.objects.filter(assignment=assignment).first()
    kept = ("replied_on", "scheme", "reply_class", "document_no", "text")
    scheme = value_on(assignment.proposal.organization, "reply_scheme", today())
    first = {name: getattr(reply, name) for name in kept} if reply else {"replied_on": today(), "scheme": scheme}
    form = ReplyForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_reply(assignment, by=name_of(request.user), today=today(), **form.cleaned_data)
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:proposal-detail", assignment.proposal_id)
    return _page(request, assignment.proposal, form, _("Reply of the unit"))


@require_http_methods(["GET", "POST"])
def feedback_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Say how content the proposer is: by the first proposer, or entered by who keeps proposals."""
    found = ProposalReply.objects.select_related("assignment__proposal__organization")
    reply: ProposalReply = get_object_or_404(
        found.filter(assignment__proposal__in=Proposal.objects.visible_to(request.user)), pk=number
    )
    proposal = reply.assignment.proposal
    if not (can_withdraw(request.user, proposal) or can_enter_steps(request.user, proposal)):
        raise Http404
    form = FeedbackForm(request.POST or None, initial={"on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_feedback(reply, by=name_of(request.user), today=today(), **form.cleaned_data)
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:proposal-detail", proposal.pk)
    return _page(request, proposal, form, _("Feedback on the reply"))
