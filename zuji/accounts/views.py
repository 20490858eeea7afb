"""Settings of one's own reading: text size and language, with or without an account."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from zuji.accounts.actions import remember_text_size
from zuji.accounts.forms import TextSizeForm
from zuji.accounts.models import User
from zuji.foundation.context import TEXT_SIZE_COOKIE, text_size

YEAR = 365 * 24 * 3600


@login_not_required
@require_POST
def change_text_size(request: HttpRequest) -> HttpResponse:
    """Set the text size with the account when signed in, on this device when not, and return to the page."""
    form = TextSizeForm(request.POST, now=text_size(request))
    if not form.is_valid():
        return HttpResponseBadRequest()
    per_cent = form.cleaned_data["size"]
    response = HttpResponseRedirect(_page_to_return_to(request))
    if isinstance(request.user, User):
        remember_text_size(request.user, per_cent=per_cent)
    else:
        response.set_cookie(
            TEXT_SIZE_COOKIE,
            str(per_cent),
            max_age=YEAR,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    return response


def _page_to_return_to(request: HttpRequest) -> str:
    page = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    return page if is_ours else "/"


change_language = login_not_required(set_language)
