"""Who contacts whom, shared out in one screen."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zuji.contacts import actions
from zuji.contacts.forms import AssignmentForm
from zuji.contacts.queries import assigned_on, assignment_lines, in_office, marks_of_pairs, suggested
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.organizations.permissions import visible_organization
from zuji.organizations.queries import name_of


@require_http_methods(["GET", "POST"])
def assignment_edit(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Share the members out among head and deputies; what is suggested is saved by nobody but the reader."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    on = today()
    lines, holders, assigned = assignment_lines(branch, on), in_office(branch, on), assigned_on(branch, on)
    shared = {line.member.pk: line.keeper for line in lines if line.keeper}
    suggestions = suggested([line.member for line in lines], holders, shared)
    seen = marks_of_pairs(assigned)
    form = AssignmentForm(request.POST or None, lines=lines, suggestions=suggestions, initial={"seen": seen})
    status = 200
    if request.method == "POST" and form.is_valid():
        by = name_of(request.user)
        try:
            actions.share_out(branch, keepers=form.keepers, seen=form.cleaned_data["seen"], on=on, by=by)
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            data: Any = form.data
            data = data.copy()
            data["seen"] = seen  # its reader has been told: the next save of the same page stands
            form.data = data
        else:
            messages.success(request, _("Saved: it is said who contacts whom."))
            return redirect("contacts:contact-list", branch.pk)
    context = {
        "organization": branch,
        "form": form,
        "rows": form.rows,
        "holders": holders,
        "left_alone_count": sum(line.keeper is None for line in lines),
        "is_stale": status == 409,
    }
    return render(request, "contacts/assignment_form.html", context, status=status)
