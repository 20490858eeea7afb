"""What every page's frame needs: the text size, the languages, and where the main pages are."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TEXT_SIZES = (100, 125, 150, 200)
TEXT_SIZE_COOKIE = "text_size"


@dataclass(frozen=True)
class Destination:
    """A main page, by URL name: the frame knows the names of pages above it, never their code.

    `level` is whose page it is: a branch's, a committee's, or anybody's.
    """

    key: str
    label: str | Promise
    url_name: str
    level: str = ""


NAVIGATION = (
    Destination("board", _("Board"), "institutions:board", "branch"),
    Destination("records", _("Records"), "footprints:timeline", "branch"),
    Destination("members", _("Members"), "organizations:member-list", "branch"),
    Destination("branches", _("Branches"), "site:organization-list", "committee"),
    Destination("institutions", _("Institutions"), "institutions:institution-list"),
    Destination("me", _("My year"), "evaluation:me"),
)


def text_size(request: HttpRequest) -> int:
    """Give the reader's text size in per cent: the account's when signed in, else this device's."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        chosen = user.text_size
    else:
        cookie = request.COOKIES.get(TEXT_SIZE_COOKIE, "")
        chosen = int(cookie) if cookie.isdecimal() else 100
    return chosen if chosen in TEXT_SIZES else 100


def navigation(organization: Any) -> list[dict[str, Any]]:
    """List the main pages that exist, for an organization where a page is one's own, without where it is not."""
    level = "branch" if getattr(organization, "level", "branch") == "branch" else "committee"
    entries = []
    for destination in NAVIGATION:
        if destination.level not in ("", level):
            continue
        for args in ([organization.pk], []) if getattr(organization, "pk", None) else ([],):
            try:
                url = reverse(destination.url_name, args=args)
            except NoReverseMatch:
                continue
            entries.append({"key": destination.key, "label": destination.label, "url": url})
            break
    return entries


def layout(request: HttpRequest) -> dict[str, Any]:
    """Give `layout.html` its frame."""
    size = text_size(request)
    return {
        "text_size": size,
        "is_smallest_text": size == TEXT_SIZES[0],
        "is_largest_text": size == TEXT_SIZES[-1],
        "languages": settings.LANGUAGES,
    }
