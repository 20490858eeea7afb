"""What was entered for the reader, and the objections that a branch has to answer."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from zuji.entries import actions
from zuji.entries.forms import EntryAnswerForm, ReplyForm
from zuji.entries.models import EntryForMember
from zuji.entries.permissions import can_reply, is_about
from zuji.entries.queries import EntryLine, described, entries_of, open_objections
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.models import Organization
from zuji.organizations.permissions import own_member, visible_branch
from zuji.organizations.queries import home_branch, name_of

PAGE_LENGTH = 20


@dataclass(frozen=True)
class Part:
    """An entry on a page, with the form under it."""

    line: EntryLine
    form: EntryAnswerForm | ReplyForm


def own_entries(request: HttpRequest) -> HttpResponse:
    """What somebody else entered for the reader: agree in one tap, or object."""
    return _own_page(request)


def _own_page(request: HttpRequest, number: int = 0, form: EntryAnswerForm | None = None) -> HttpResponse:
    """Show the reader's entries, one of them with a form that was refused."""
    member = own_member(request.user)
    if member is None:
        raise Http404
    lines = entries_of(member)
    waiting = [line for line in lines if not line.entry.answer or line.entry.pk == number]
    page = Paginator([line for line in lines if line not in waiting], PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "organization": home_branch(request.user),
        "waiting": [Part(line, form if form and line.entry.pk == number else _answer_form(line)) for line in waiting],
        "answered": [Part(line, _answer_form(line)) for line in page.object_list],
        "page": page,
    }
    return render(request, "entries/own_entries.html", context, status=422 if form else 200)


def _answer_form(line: EntryLine) -> EntryAnswerForm:
    return EntryAnswerForm(initial={"seen": line.entry.revision}, auto_id=f"entry-{line.entry.pk}-%s")


@require_POST
def answer_create(request: HttpRequest, number: int) -> HttpResponse:
    """Agree with an entry, or object."""
    entry = _entry_for(request, number)
    if not is_about(request.user, entry):
        raise Http404
    form = EntryAnswerForm(request.POST, auto_id=f"entry-{number}-%s")
    if form.is_valid():
        try:
            actions.answer_entry(entry, on=today(), **form.cleaned_data)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
            data: Any = form.data
            data = data.copy()
            data["seen"] = str(EntryForMember.objects.get(pk=number).revision)
            form.data = data
        else:
            return redirect("entries:own-entries")
    return _own_page(request, number, form)


def objection_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Objections that wait for an answer."""
    branch = visible_branch(request.user, organization_id)
    if not can_reply(request.user, branch):
        raise Http404
    return _objections_page(request, branch)


def _objections_page(
    request: HttpRequest, branch: Organization, number: int = 0, form: ReplyForm | None = None
) -> HttpResponse:
    lines = open_objections(branch)
    if form and number not in {line.entry.pk for line in lines}:  # somebody else was quicker: what was typed stays
        lines += described(EntryForMember.objects.filter(pk=number).select_related("member"))
    parts = [
        Part(line, form if form and line.entry.pk == number else ReplyForm(auto_id=f"entry-{line.entry.pk}-%s"))
        for line in lines
    ]
    context = {"organization": branch, "parts": parts}
    return render(request, "entries/objection_list.html", context, status=422 if form else 200)


@require_POST
def reply_create(request: HttpRequest, number: int) -> HttpResponse:
    """Answer an objection."""
    entry = _entry_for(request, number)
    if not can_reply(request.user, entry.organization):
        raise Http404
    form = ReplyForm(request.POST, auto_id=f"entry-{number}-%s")
    if form.is_valid():
        try:
            actions.reply_to_objection(entry, reply=form.cleaned_data["reply"], by=name_of(request.user), on=today())
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("entries:objection-list", entry.organization_id)
    return _objections_page(request, entry.organization, number, form)


def _entry_for(request: HttpRequest, number: int) -> EntryForMember:
    entries = EntryForMember.objects.visible_to(request.user).select_related("organization__parent", "member")
    entry: EntryForMember = get_object_or_404(entries, pk=number)
    return entry
