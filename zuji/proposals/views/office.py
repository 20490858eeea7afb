"""社会职务: the public offices of a branch's members, by which it is known who may propose alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.organizations.models import PublicOffice
from zuji.organizations.permissions import visible_branch, visible_organization
from zuji.organizations.queries import branch_of_member, members_on
from zuji.proposals import actions
from zuji.proposals.forms.writing import OfficeForm
from zuji.proposals.permissions import can_keep
from zuji.proposals.queries.offices import offices_of
from zuji.proposals.views.finding import tell


@require_http_methods(["GET", "POST"])
def office_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Who holds which office; who keeps proposals notes one."""
    branch = visible_branch(request.user, organization_id)
    may_keep = can_keep(request.user, branch)
    if request.method == "POST":
        visible_organization(request.user, organization_id, action="keep_participation")
    form = OfficeForm(request.POST or None, people=members_on(branch, today()))
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_office(**form.cleaned_data)
        except ZujiError as error:
            tell(form, error)
        else:
            return redirect("proposals:office-list", organization_id)
    context = {
        "organization": branch,
        "offices": offices_of(branch, today()),
        "form": form,
        "may_keep": may_keep,
    }
    return render(request, "proposals/office_list.html", context)


@require_POST
def office_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take a wrong note back."""
    office = get_object_or_404(PublicOffice.objects.select_related("member"), pk=number)
    branch = branch_of_member(office.member)
    place = visible_organization(request.user, branch.pk if branch else 0, action="keep_participation")
    actions.forget_office(office)
    return redirect("proposals:office-list", place.pk)
