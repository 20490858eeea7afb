"""The settings of an organization: what is in force, since when, by which clause, and changing one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.organizations.actions import set_policy
from zuji.organizations.forms import EDITORS, setting_lines
from zuji.organizations.permissions import may, visible_organization
from zuji.organizations.policies import value_on
from zuji.organizations.queries import name_of


def setting_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Every setting in words, with where it comes from; members read it too."""
    organization = visible_organization(request.user, organization_id)
    context = {
        "organization": organization,
        "lines": setting_lines(organization, EDITORS, today()),
        "may_change": may(request.user, "adopt_institution", organization),
    }
    return render(request, "organizations/setting_list.html", context)


@require_http_methods(["GET", "POST"])
def setting_edit(request: HttpRequest, organization_id: int, key: str) -> HttpResponse:
    """Change one setting from a day on."""
    organization = visible_organization(request.user, organization_id, action="adopt_institution")
    if key not in EDITORS:
        raise Http404
    editor = EDITORS[key]
    first = editor.form.shown(value_on(organization, key, today())) | {"from_on": today()}
    form = editor.form(request.POST or None, today=today(), initial=first)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        set_policy(
            organization,
            key=key,
            value=form.value,
            from_on=said["from_on"],
            clause=said["clause"],
            by=name_of(request.user),
        )
        messages.success(request, _("Saved: in force from the day you gave."))
        return redirect("organizations:setting-list", organization_id=organization.pk)
    context = {"organization": organization, "editor": editor, "form": form}
    return render(request, "organizations/setting_form.html", context)
