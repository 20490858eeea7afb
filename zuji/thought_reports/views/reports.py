"""A member's own reports: written, opened, withdrawn. To whoever is neither author nor recipient there is no page.

None of these pages is kept by a browser or on the way (`no-store`), and no error report carries what was typed.
"""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter, asked_quarter
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Member, Organization
from zuji.organizations.permissions import own_member, visible_branch
from zuji.organizations.queries import home_branch
from zuji.thought_reports import actions
from zuji.thought_reports.actions.reports import NoSuchReport
from zuji.thought_reports.forms import ReportForm
from zuji.thought_reports.models import ThoughtReport
from zuji.thought_reports.permissions import author_in
from zuji.thought_reports.queries.reports import ReportLine, recipients_for, reports_by, reports_for, standing_report

View = Callable[..., HttpResponse]


def unkept(view: View) -> View:
    """Keep a page out of every cache and what it handles out of every error report."""
    return cache_control(no_store=True, private=True)(sensitive_post_parameters()(sensitive_variables()(view)))


def reader_of(request: HttpRequest) -> Member:
    """Give the member who asks; whoever is none has no page here, the operator included."""
    member = own_member(request.user)
    if member is None:
        raise Http404
    return member


@unkept
@require_http_methods(["GET", "POST"])
def report_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Write the report of a quarter and hand it in to the one person named above the button."""
    branch = visible_branch(request.user, organization_id)
    author = author_in(request.user, branch, today())
    if author is None:
        raise Http404
    quarter = asked_quarter(request.GET.get("quarter", ""), fallback=today())
    recipients = recipients_for(author, branch, today())
    form = ReportForm(
        request.POST or None, recipients=recipients, initial={"recipient": recipients[0].pk if recipients else None}
    )
    if request.method == "POST" and form.is_valid() and _handed_in(form, branch, author, quarter):
        messages.success(request, _("Your report is handed in."))
        return redirect("thought_reports:report-list")
    context = {
        "organization": branch,
        "quarter": quarter,
        "form": form,
        "recipients": recipients,
        "standing": standing_report(author, branch, quarter.key),
    }
    return render(request, "thought_reports/report_form.html", context)


@sensitive_variables()
def _handed_in(form: ReportForm, branch: Organization, author: Member, quarter: Quarter) -> bool:
    said: dict[str, Any] = form.cleaned_data
    try:
        actions.hand_in_report(
            branch, author=author, recipient=said["recipient"], quarter=quarter, text=said["text"], at=timezone.now()
        )
    except RecordingError as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
    except ZujiError as error:
        form.add_error(None, str(error))
    else:
        return True
    return False


@unkept
@require_http_methods(["GET"])
def report_list(request: HttpRequest) -> HttpResponse:
    """What the reader wrote, with everybody who opened it and when."""
    return _list(request, "thought_reports/report_list.html", reports_by(reader_of(request), today=today()))


@unkept
@require_http_methods(["GET"])
def received_list(request: HttpRequest) -> HttpResponse:
    """What is addressed to the reader."""
    return _list(request, "thought_reports/received_list.html", reports_for(reader_of(request), today=today()))


def _list(request: HttpRequest, template: str, lines: list[ReportLine]) -> HttpResponse:
    """Write a list; where the branch keeps marks only and there is nothing from before, there is no such page."""
    branch = home_branch(request.user)
    if not lines and not (branch and author_in(request.user, branch, today())):
        raise Http404
    return render(request, template, {"organization": branch, "lines": lines})


@unkept
@require_http_methods(["GET"])
def report_detail(request: HttpRequest, number: uuid.UUID) -> HttpResponse:
    """Open a report; that it was opened is on record before the page is written."""
    member = reader_of(request)
    try:
        opened = actions.read_report(number, by=member, at=timezone.now())
    except NoSuchReport as error:
        raise Http404 from error
    except ZujiError as error:
        return render(
            request,
            "thought_reports/report_closed.html",
            {"sentence": str(error), "organization": home_branch(request.user)},
            status=410,
        )
    context = {
        "organization": home_branch(request.user),
        "opened": opened,
        "is_own": opened.report.author_id == member.pk,
        "accesses": opened.report.accesses.select_related("reader"),
    }
    return render(request, "thought_reports/report_detail.html", context)


@unkept
@require_http_methods(["GET", "POST"])
def withdrawal_create(request: HttpRequest, number: uuid.UUID) -> HttpResponse:
    """Withdraw a report, after a page that says what this does."""
    member = reader_of(request)
    report = get_object_or_404(ThoughtReport.objects.readable_by(member).filter(author=member), pk=number)
    if request.method == "POST":
        actions.withdraw_report(report.pk, by=member, at=timezone.now())
        messages.success(request, _("Your report is withdrawn; its content is gone."))
        return redirect("thought_reports:report-list")
    return render(
        request, "thought_reports/withdrawal_form.html", {"report": report, "organization": home_branch(request.user)}
    )
