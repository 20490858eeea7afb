"""Around every request: what its reader holds is asked once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from zuji.organizations.entitlements import remembering_holdings


class RememberHoldings:
    """Keep a reader's posts and memberships for as long as one request is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with remembering_holdings():
            return self.get_response(request)
