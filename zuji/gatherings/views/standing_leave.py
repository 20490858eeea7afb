"""Who is away for a while: entered once, taken over by every list."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings import actions
from zuji.gatherings.forms import StandingLeaveForm
from zuji.gatherings.models import StandingLeave
from zuji.gatherings.permissions import can_record
from zuji.gatherings.queries import standing_leave_of
from zuji.organizations.permissions import visible_organization
from zuji.organizations.queries import members_on, name_of


@require_http_methods(["GET", "POST"])
def standing_leave_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Who is on standing leave, and a form for one more; for those who keep the records only."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    first = {"kind": "sick_leave", "from_on": today()}
    form = StandingLeaveForm(request.POST or None, people=members_on(branch, today()), own=None, initial=first)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("kind", "from_on", "until_on", "reason", "ground")}
        try:
            actions.enter_standing_leave(branch, form.who, by=name_of(request.user), today=today(), **said)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("gatherings:standing-leave-list", organization_id=branch.pk)
    context = {
        "organization": branch,
        "form": form,
        "leave": [(each, each.until_on >= today()) for each in standing_leave_of(branch, today())],
    }
    return render(request, "gatherings/standing_leave_list.html", context)


@require_POST
def ending_create(request: HttpRequest, number: int) -> HttpResponse:
    """End a standing leave today."""
    leave = get_object_or_404(StandingLeave.objects.visible_to(request.user).select_related("organization"), pk=number)
    if not can_record(request.user, leave.organization):
        raise Http404
    actions.end_standing_leave(leave, today=today())
    return redirect("gatherings:standing-leave-list", organization_id=leave.organization_id)
