"""The roll of a branch, and the working calendar of an organization."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.foundation.periods import chosen_period, picker_of
from zuji.foundation.recording import RecordingError
from zuji.organizations.actions import import_work_days
from zuji.organizations.entitlements import POSTS
from zuji.organizations.forms import WorkDaysForm
from zuji.organizations.permissions import may, visible_branch, visible_organization
from zuji.organizations.queries import exempt_on, members_on, posts_on, shipped_work_days, work_days_of


def member_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Who is on the roll on a day, with posts; each line opens the member's page for those who may read it."""
    branch = visible_branch(request.user, organization_id)
    period = chosen_period(request.GET, fallback_year=today().year)
    on = period.as_of or today()
    posts, exempt, opens_all = posts_on(branch, on), exempt_on(branch, on), may(request.user, "view_member", branch)
    people = [
        {
            "member": member,
            "posts": [POSTS[post][0] for post in posts.get(member.pk, [])],
            "is_exempt": member.pk in exempt,
            "opens": opens_all or member.user_id == request.user.pk,
        }
        for member in members_on(branch, on)
    ]
    context = {"organization": branch, "period": period, "people": people, "on": on}
    return render(request, "organizations/member_list.html", context)


@require_http_methods(["GET", "POST"])
def work_day_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A year's holidays and worked weekends, for who may take over lists."""
    organization = visible_organization(request.user, organization_id, action="load_records")
    period = chosen_period(request.GET, fallback_year=today().year)
    shipped = shipped_work_days(period.year)
    form = WorkDaysForm(request.POST or None, initial={"text": shipped})
    if request.method == "POST" and form.is_valid():
        try:
            changed = import_work_days(organization, text=form.cleaned_data["text"])
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            told = ngettext("%(number)s day taken over.", "%(number)s days taken over.", changed) % {"number": changed}
            messages.success(request, told)
            return redirect(f"{reverse('organizations:work-day-list', args=[organization.pk])}?year={period.year}")
    context = {
        "organization": organization,
        "period": period,
        "picker": picker_of(period, [period.year - 1, period.year + 1], request.path),
        "days": work_days_of(organization, period.year),
        "is_shipped": bool(shipped),
        "form": form,
    }
    return render(request, "organizations/work_day_list.html", context)
