"""A committee's people find their own pages beside the branches below."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
PAGES = ("study:plan-detail", "study:material-list", "activities:calendar", "activities:activity-list")


def links(world):
    return [reverse(name, args=[world.city.pk]) for name in PAGES]


def test_the_chair_finds_the_committees_plans_and_each_opens(world, client):
    client.force_login(world.users.chair)

    text = client.get(reverse("site:organization-list")).content.decode()

    for link in links(world):
        assert f'href="{link}"' in text
        assert client.get(link).status_code == 200


@pytest.mark.parametrize("role", ["director", "member", "nobody_yet"])
def test_who_is_of_no_committee_finds_no_such_links(world, client, role):
    client.force_login(getattr(world.users, role))

    text = client.get(reverse("site:organization-list")).content.decode()

    assert not [link for link in links(world) if f'href="{link}"' in text]
