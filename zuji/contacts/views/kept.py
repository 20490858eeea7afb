"""All that is kept about the reader in contacts."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zuji.contacts.queries import kept_about
from zuji.organizations.permissions import own_member
from zuji.organizations.queries import home_branch

PAGE_LENGTH = 40


def kept_list(request: HttpRequest) -> HttpResponse:
    """Every row about the signed-in member, who wrote it and when."""
    member = own_member(request.user)
    if member is None:
        raise Http404
    page = Paginator(kept_about(member), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {"organization": home_branch(request.user), "page": page, "lines": page.object_list}
    return render(request, "contacts/kept_list.html", context)
