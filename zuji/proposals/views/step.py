"""What became of a proposal, entered step by step."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.organizations.queries import name_of
from zuji.proposals import actions
from zuji.proposals.actions.steps import is_going_back
from zuji.proposals.forms.steps import StepForm
from zuji.proposals.models import Proposal
from zuji.proposals.models.words import HONOURS, STATES
from zuji.proposals.permissions import can_enter_steps, can_withdraw
from zuji.proposals.queries.grounds import grounds_of
from zuji.proposals.queries.offices import office_warning
from zuji.proposals.views.finding import proposal_for, tell


@require_http_methods(["GET", "POST"])
def step_create(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """One form for each step: its day, body and paper, and what this step says besides."""
    proposal = proposal_for(request, number)
    may = can_withdraw if what == "withdrawn" else can_enter_steps
    words = STATES.get(what) or HONOURS.get(what)
    if words is None or not may(request.user, proposal):
        raise Http404
    others = Proposal.objects.visible_to(request.user).of(proposal.organization).exclude(pk=proposal.pk)
    others = others.filter(submitted_on__isnull=False).exclude(status="withdrawn").distinct()
    grounds = grounds_of(proposal.organization) if what == "not_filed" else []
    first = {"on": today(), "cppcc_level": "city"}
    form = StepForm(request.POST or None, what=what, others=others, grounds=grounds, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.enter_step(proposal, form.step, by=name_of(request.user), today=today())
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:proposal-detail", number)
    context = {
        "organization": proposal.organization,
        "proposal": proposal,
        "words": words,
        "form": form,
        "goes_back": is_going_back(proposal, what),
        "has_grounds": what == "not_filed",
        "warning": office_warning(proposal, on=today()) if what == "submitted" else "",
        "kept_as": f"proposal-step-{proposal.pk}-{what}",
    }
    return render(request, "proposals/step_form.html", context)
