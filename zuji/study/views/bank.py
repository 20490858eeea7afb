"""The bank of questions: workbooks read, looked at, taken in and taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.permissions import visible_organization
from zuji.organizations.queries import name_of
from zuji.study import actions
from zuji.study.forms.quiz import WorkbookForm
from zuji.study.models import QuestionImport
from zuji.study.queries.quiz import bank_counts, imports_of, sorted_rows
from zuji.study.workbooks.blank import FILE_NAME, blank_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
def question_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A branch's bank: how many questions there are, the workbooks they came from, and the next one."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            source = actions.read_questions(
                branch, content=upload.read(), file_name=upload.name, by=name_of(request.user), on=today()
            )
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            return redirect("study:import-detail", number=source.pk)
    context = {"organization": branch, "form": form, "counts": bank_counts(branch), "imports": imports_of(branch)}
    return render(request, "study/question_list.html", context)


def question_template(request: HttpRequest, organization_id: int) -> HttpResponse:
    """The empty workbook."""
    visible_organization(request.user, organization_id, action="record_work")
    disposition = content_disposition_header(True, FILE_NAME) or "attachment"
    return HttpResponse(blank_workbook(), content_type=XLSX, headers={"Content-Disposition": disposition})


def _import_for(request: HttpRequest, number: int) -> QuestionImport:
    branches = organizations_seen_by(request.user, action="record_work")
    found: QuestionImport = get_object_or_404(
        QuestionImport.objects.filter(organization__in=branches).select_related("organization__parent"), pk=number
    )
    return found


def import_detail(request: HttpRequest, number: int) -> HttpResponse:
    """A workbook before it is taken in and after: what is new, what is there already, what cannot be taken."""
    source = _import_for(request, number)
    context = {
        "organization": source.organization,
        "source": source,
        "rows": sorted_rows(source),
        "questions": source.questions.all(),
    }
    return render(request, "study/import_detail.html", context)


@require_POST
def acceptance_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take in what is new of a workbook."""
    source = _import_for(request, number)
    taken = actions.take_in(source)
    if taken:
        text = ngettext("%(number)s question taken in.", "%(number)s questions taken in.", taken) % {"number": taken}
        messages.success(request, text)
    else:
        messages.info(request, _("Nothing is new in this workbook; the bank is as it was."))
    return redirect("study:question-list", organization_id=source.organization_id)


@require_POST
def import_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take a whole workbook back."""
    source = _import_for(request, number)
    try:
        actions.take_back_import(source)
    except ZujiError as error:
        messages.error(request, str(error))
    else:
        messages.info(request, _("Taken back: %(what)s") % {"what": source})
    return redirect("study:question-list", organization_id=source.organization_id)
