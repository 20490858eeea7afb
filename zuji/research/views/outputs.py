"""What research became: papers, articles."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.organizations.queries import name_of
from zuji.research import actions
from zuji.research.forms import ConversionForm
from zuji.research.models import ResearchConversion, ResearchProject
from zuji.research.permissions import can_keep
from zuji.research.views.finding import address_of, answer, form_page, project_to_keep


@require_http_methods(["GET", "POST"])
def conversion_create(request: HttpRequest, number: int) -> HttpResponse:
    """Note an output that is no record here."""
    project = project_to_keep(request, number)
    form = ConversionForm(request.POST or None, initial={"on": today()})
    return answer(
        request,
        form,
        lambda: actions.add_conversion(project, by=name_of(request.user), today=today(), **form.cleaned_data),
        form_page(project, _("Another output")),
    )


@require_POST
def conversion_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take an output back."""
    projects = ResearchProject.objects.visible_to(request.user)
    rows = ResearchConversion.objects.filter(project__in=projects).select_related("project__organization")
    conversion = get_object_or_404(rows, pk=number)
    if not can_keep(request.user, conversion.project.organization):
        raise Http404
    actions.remove_conversion(conversion)
    return redirect(address_of(conversion.project))
