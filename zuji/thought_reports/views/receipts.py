"""Whose thought report of a quarter came in: a tick and a day, never a word of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter, asked_quarter
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Organization
from zuji.organizations.permissions import visible_branch
from zuji.organizations.queries import members_on
from zuji.thought_reports import actions
from zuji.thought_reports.forms import ReceiptForm
from zuji.thought_reports.models import ThoughtReportReceipt
from zuji.thought_reports.permissions import can_tick_in
from zuji.thought_reports.queries.receipts import own_receipts, receipt_lines
from zuji.thought_reports.queries.reports import ways_of


@require_http_methods(["GET", "POST"])
def receipt_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A quarter's receipts: all for who keeps the records, one's own for a member."""
    branch = visible_branch(request.user, organization_id)
    quarter = asked_quarter(request.GET.get("quarter", ""), fallback=today())
    ways = ways_of(request.user, branch, today=today())
    if not can_tick_in(request.user, branch):
        if request.method == "POST":
            raise Http404
        own = own_receipts(branch, request.user, quarter)
        context = {"organization": branch, "quarter": quarter, "ways": ways, "own": own}
        return render(request, "thought_reports/own_receipts.html", context)
    on = min(quarter.last_on, max(today(), quarter.first_on))
    form = ReceiptForm(request.POST or None, people=members_on(branch, on), initial={"on": on})
    if request.method == "POST" and form.is_valid() and _ticked(form, request.user, branch, quarter):
        return redirect(_address(branch, quarter))
    lines = receipt_lines(branch, quarter, today=today())
    context = {
        "organization": branch,
        "quarter": quarter,
        "ways": ways,
        "form": form,
        "lines": lines,
        "waiting_count": sum(line.is_waited_for for line in lines),
    }
    return render(request, "thought_reports/receipt_list.html", context)


def _ticked(form: ReceiptForm, user: Any, branch: Organization, quarter: Quarter) -> bool:
    said = form.cleaned_data
    try:
        actions.tick_in(branch, member=said["member"], quarter=quarter, on=said["on"], by=user, today=today())
    except RecordingError as error:
        form.add_error(error.field, str(error))
    except ZujiError as error:
        form.add_error(None, str(error))
    else:
        return True
    return False


def _address(branch: Organization, quarter: Quarter) -> str:
    return f"{reverse('thought_reports:receipt-list', args=[branch.pk])}?quarter={quarter.key}"


@require_POST
def removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take back a tick made by mistake."""
    receipts = ThoughtReportReceipt.objects.visible_to(request.user).select_related("organization")
    receipt = get_object_or_404(receipts, pk=number)
    if not can_tick_in(request.user, receipt.organization):
        raise Http404
    address = _address(receipt.organization, asked_quarter(receipt.quarter, fallback=receipt.submitted_on))
    try:
        actions.take_back(receipt)
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect(address)
