"""补学: studied afterwards by who was not there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings import actions
from zuji.gatherings.forms import MakeUpForm
from zuji.gatherings.noun import GatheringNoun
from zuji.gatherings.permissions import can_record
from zuji.gatherings.queries import make_up_until, may_make_up
from zuji.gatherings.views.finding import gathering_for, whose
from zuji.organizations.models import Member
from zuji.organizations.queries import name_of


@require_http_methods(["GET", "POST"])
def make_up_create(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Note a make-up: one's own, or with `?for=other` somebody else's."""
    gathering = gathering_for(request, noun, number)
    own = whose(request, gathering)
    people = Member.objects.filter(pk__in=[member.pk for member in may_make_up(gathering)]).order_by("member_no")
    form = MakeUpForm(request.POST or None, people=people, own=own, initial={"studied_on": today()})
    if request.method == "POST" and form.is_valid():
        said = {"studied_on": form.cleaned_data["studied_on"], "note": form.cleaned_data["note"], "ground": form.how}
        try:
            actions.make_up(gathering, form.who, today=today(), by=name_of(request.user), **said)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect(noun.pages(gathering)["detail"])
    context = {
        "organization": gathering.organization,
        "gathering": gathering,
        "pages": noun.pages(gathering),
        "form": form,
        "is_own": own is not None,
        "until": make_up_until(gathering),
    }
    return render(request, "gatherings/make_up_form.html", context)


@require_POST
def make_up_removal_create(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Take back a make-up noted by mistake."""
    rows = noun.part("make_ups")
    found = rows.objects.visible_to(request.user).select_related(f"{rows.gathering_field}__organization", "member")
    made = get_object_or_404(found, pk=number)
    gathering = made.gathering
    if not can_record(request.user, gathering.organization):
        raise Http404
    actions.take_back_make_up(made, by=name_of(request.user))
    return redirect(noun.pages(gathering)["detail"])
