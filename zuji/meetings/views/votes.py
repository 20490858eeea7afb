"""Votes of a meeting: counted in the room, or cast on one's own phone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.forms import seen_now
from zuji.gatherings.permissions import can_record
from zuji.gatherings.views.finding import gathering_to_record
from zuji.meetings import actions
from zuji.meetings.forms.votes import BallotForm, CorrectionForm, ReasonForm, VoteForm, shown_tally
from zuji.meetings.models import METHODS, Meeting, Vote
from zuji.meetings.noun import MEETING
from zuji.meetings.queries.votes import house_of, may_vote_now, rule_of, voted_count, votes_visible_to
from zuji.organizations.permissions import own_member
from zuji.organizations.queries import name_of


def _vote_for(request: HttpRequest, number: int) -> Vote:
    return get_object_or_404(votes_visible_to(request.user).select_related("meeting__organization__parent"), pk=number)


def _vote_to_record(request: HttpRequest, number: int) -> Vote:
    vote = _vote_for(request, number)
    if not can_record(request.user, vote.meeting.organization):
        raise Http404
    return vote


@require_http_methods(["GET", "POST"])
def vote_create(request: HttpRequest, number: int) -> HttpResponse:
    """Write down a vote counted in the room, or open a secret ballot; `?method=` says which."""
    meeting = gathering_to_record(request, MEETING, number)
    asked = request.GET.get("method", "")
    method = asked if asked in METHODS else "show_of_hands"
    form = VoteForm(request.POST or None, meeting=meeting, method=method)
    if request.method == "POST" and form.is_valid():
        try:
            vote = _recorded(request, meeting, form)
        except RecordingError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("meetings:vote-detail", number=vote.pk)
    context = {
        "organization": meeting.organization,
        "meeting": meeting,
        "form": form,
        "method": method,
        "method_words": METHODS[method],
        "house": house_of(meeting),
    }
    return render(request, "meetings/vote_form.html", context)


def _recorded(request: HttpRequest, meeting: Meeting, form: VoteForm) -> Vote:
    by = name_of(request.user)
    if form.method == "secret_ballot":
        return actions.open_ballot(meeting, form.motion, by=by).record
    return actions.record_vote(meeting, form.motion, tally=form.tally, by=by).record


@never_cache
def vote_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One vote: the ballot while it is open, without any number but of how many have voted; then what came of it."""
    vote = _vote_for(request, number)
    minutes = getattr(vote.meeting, "minutes", None)
    context = {
        "organization": vote.meeting.organization,
        "meeting": vote.meeting,
        "vote": vote,
        "rule": rule_of(vote),
        "form": BallotForm(),
        "may_record": can_record(request.user, vote.meeting.organization),
        "is_closed": minutes is not None and minutes.is_approved,
        "may_vote": may_vote_now(vote, own_member(request.user)),
        "voted_count": voted_count(vote) if vote.state == "open" else None,
        "corrections": vote.corrections.all(),
    }
    return render(request, "meetings/vote_detail.html", context)


@never_cache
@require_POST
def ballot_create(request: HttpRequest, number: int) -> HttpResponse:
    """Cast one's own vote. What is said back never tells which."""
    vote = _vote_for(request, number)
    own = own_member(request.user)
    if own is None or not vote.is_secret:
        raise Http404
    form = BallotForm(request.POST)
    try:
        actions.cast_ballot(vote, own, choice=form.cleaned_data["choice"] if form.is_valid() else "")
    except ZujiError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Your vote is in. No page shows what you chose."))
    return redirect("meetings:vote-detail", number=vote.pk)


@require_POST
def closing_create(request: HttpRequest, number: int) -> HttpResponse:
    """End a secret ballot and show its numbers."""
    vote = _vote_to_record(request, number)
    try:
        actions.close_ballot(vote, by=name_of(request.user))
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect("meetings:vote-detail", number=vote.pk)


@require_http_methods(["GET", "POST"])
def correction_create(request: HttpRequest, number: int) -> HttpResponse:
    """Correct the numbers of a vote counted in the room."""
    vote = _vote_to_record(request, number)
    if vote.is_secret:
        raise Http404
    form = CorrectionForm(request.POST or None, method=vote.method, initial=shown_tally(vote))
    status = 200
    if request.method == "POST" and form.is_valid():
        said, by = form.cleaned_data, name_of(request.user)
        try:
            actions.correct_vote(vote, tally=form.tally, reason=said["reason"], seen=said["seen"], on=today(), by=by)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
            status = 409
            seen_now(form, vote.meeting)
        else:
            return redirect("meetings:vote-detail", number=vote.pk)
    context = {
        "organization": vote.meeting.organization,
        "meeting": vote.meeting,
        "vote": Vote.objects.get(pk=vote.pk),
        "form": form,
        "is_clash": status == 409,
    }
    return render(request, "meetings/vote_correction.html", context, status=status)


@require_http_methods(["GET", "POST"])
def withdrawal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take a vote back, with a reason."""
    vote = _vote_to_record(request, number)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw_vote(vote, reason=form.cleaned_data["reason"], by=name_of(request.user))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("meetings:meeting-detail", number=vote.meeting_id)
    context = {"organization": vote.meeting.organization, "meeting": vote.meeting, "vote": vote, "form": form}
    return render(request, "meetings/vote_withdrawal.html", context)
