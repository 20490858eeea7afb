"""The living page of parts: each part in every state, for people and for the accessibility test."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zuji.foundation import samples
from zuji.foundation.clock import today
from zuji.foundation.states import STATES


@login_not_required
@require_safe
def show_parts(request: HttpRequest) -> HttpResponse:
    """Show every part; what stands here is invented, so no sign-in is asked."""
    names = ("board", "records", "members", "institutions", "reports")
    context = {
        "organization": samples.BRANCH,
        "nav": [{"key": name, "label": samples.PAGES[name], "url": f"#{name}"} for name in names],
        "crumbs": [{"label": samples.BRANCH.label, "url": "#board"}, {"label": samples.PARTS_TITLE}],
        "states": list(STATES),
        "board": samples.board(),
        "lists": samples.lists(),
        "today": today(),
        "fresh_form": samples.SampleForm(),
        "wrong_form": samples.SampleForm(
            {"title": "", "held_on": "2018-02-30", "hours": "0", "kind": "a"}, prefix="wrong"
        ),
        "attendance": samples.attendance(),
        "tabs": [
            {"label": label, "url": f"#{place}", "is_current": place == "board"} for place, label in samples.PARTS
        ],
    }
    return render(request, "foundation/ui_page.html", context)
