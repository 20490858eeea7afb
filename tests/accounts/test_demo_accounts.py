"""The passwords of demo accounts are published: they open nothing but the demo on this machine."""

import pytest
from django.contrib.auth import authenticate

from zuji.accounts.models import User

PASSWORD = "published-everywhere"


@pytest.fixture
def demo_account(db):
    return User.objects.create_user("demo-director", password=PASSWORD, is_demo=True)


@pytest.fixture
def signed_in(demo_account, rf, settings):
    """Whether the demo account's password opens the door to a request such as this."""

    def attempt(*, profile_is_demo=True, **request):
        settings.IS_DEMO = profile_is_demo
        settings.ALLOWED_HOSTS = ["*"]
        came_in = rf.post("/account/login/", **{"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1:8000", **request})
        return authenticate(came_in, username="demo-director", password=PASSWORD) is not None

    return attempt


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "localhost", "[::1]:8000", "127.0.0.1"])
def test_it_opens_the_demo_on_this_machine(signed_in, host):
    assert signed_in(HTTP_HOST=host)


@pytest.mark.parametrize(
    "request_from_elsewhere",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": "2001:db8::7"},
        {"REMOTE_ADDR": ""},
        {"HTTP_HOST": "zuji.example.org"},
        {"HTTP_HOST": "192.0.2.1:8000"},
        {"HTTP_X_FORWARDED_FOR": "192.0.2.7"},
        {"HTTP_FORWARDED": "for=192.0.2.7"},
        {"HTTP_X_REAL_IP": "192.0.2.7"},
        {"HTTP_VIA": "1.1 proxy"},
    ],
    ids=str,
)
def test_it_opens_nothing_for_somebody_elsewhere(signed_in, request_from_elsewhere):
    assert not signed_in(**request_from_elsewhere)


def test_it_opens_nothing_outside_the_demo_profile(signed_in):
    assert not signed_in(profile_is_demo=False)


def test_it_opens_nothing_without_a_request(demo_account, settings):
    settings.IS_DEMO = True

    assert authenticate(None, username="demo-director", password=PASSWORD) is None


def test_another_account_signs_in_from_anywhere(db, rf):
    User.objects.create_user("secretary", password=PASSWORD)

    request = rf.post("/account/login/", REMOTE_ADDR="192.0.2.7")

    assert authenticate(request, username="secretary", password=PASSWORD) is not None
