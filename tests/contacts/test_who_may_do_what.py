"""Role × view: what a tap on each page of contacts answers, from the outside."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.contacts.actions import answer_request
from zuji.contacts.models import MemberContact, MemberRequest, VisitOccasion
from zuji.foundation.clock import today

pytestmark = pytest.mark.django_db

# What a POST answers: 302 done and sent on, 200 the page again, 404 not there for them.
TAPS = """
                      nobody_yet other_member former_director member officer deputy director chair vice_chair operator
contact-list          404        404          404             404    302     200    302      404   404        302
removal-create        404        404          404             404    302     302    302      404   404        302
confirmation-create   404        404          404             404    404     302    302      404   404        302
assignment-edit       404        404          404             404    302     302    302      404   404        302
visit-list            404        404          404             404    302     200    302      404   404        302
occasion-create       404        404          404             404    302     302    302      404   404        302
decline-create        404        404          404             404    302     302    302      404   404        302
reopening-create      404        404          404             404    302     302    302      404   404        302
occasion-removal-create 404      404          404             404    302     302    302      404   404        302
request-create        404        404          302             302    302     302    302      404   404        200
answer-create         404        404          404             404    302     302    302      404   404        302
settlement-create     404        404          404             302    302     302    302      404   404        302
request-removal-create 404       404          404             302    302     302    302      404   404        302
"""
ROLES = TAPS.strip().splitlines()[0].split()
ROWS = [line.split() for line in TAPS.strip().splitlines()[1:]]


def tap(world, name):
    """An address and what is said there: the head's own contact and visit, whoever enters it says how they know."""
    branch, day = world.branch.pk, today().isoformat()
    made = {"on": day, "form": "电话", "by_member": world.director.pk, "ground": "phone"}
    contact, occasion, asked = MemberContact.objects.get(), VisitOccasion.objects.get(), MemberRequest.objects.get()
    said = {
        "contact-list": (branch, made | {"member": world.officer.pk}),
        "removal-create": (contact.pk, {}),
        "confirmation-create": (contact.pk, {}),
        "assignment-edit": (branch, {"seen": "x", f"keeper-{world.member.pk}": world.director.pk}),
        "visit-list": (branch, made | {"occasion": occasion.pk}),
        "occasion-create": (branch, {"member": world.deputy.pk, "occasion": "hardship", "learned_on": day}),
        "decline-create": (occasion.pk, {}),
        "reopening-create": (occasion.pk, {}),
        "occasion-removal-create": (occasion.pk, {}),
        "request-create": (branch, {"matter": "一件事"}),
        "answer-create": (asked.pk, {"text": "答复"}),
        "settlement-create": (asked.pk, {"is_settled": "yes", "ground": "phone"}),
        "request-removal-create": (asked.pk, {}),
    }
    argument, words = said[name]
    return reverse(f"contacts:{name}", args=[argument]), words


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
@pytest.mark.parametrize("role", ROLES)
def test_every_tap_by_everybody(world, client, row, role):
    """A deputy enters their own without `?for=other`, so not the head's; the operator is no member and asks nothing."""
    name, *statuses = row
    address, said = tap(world, name)
    client.force_login(getattr(world.users, role))

    assert client.post(address, said).status_code == int(statuses[ROLES.index(role)])


def test_who_is_not_signed_in_is_sent_to_the_door(world, client):
    for name, *_statuses in ROWS:
        address, said = tap(world, name)

        assert client.post(address, said).url.startswith("/account/login/"), name


def test_nobody_speaks_for_another_member(world, client):
    """The member's own word needs no ground; one who keeps the records and is not the member needs one."""
    asked = MemberRequest.objects.get()
    answer_request(asked, text="答复", by="田一禾", on=date(2018, 6, 20))
    address = reverse("contacts:settlement-create", args=[asked.pk])

    client.force_login(world.users.officer)
    client.post(address, {"is_settled": "yes"})
    asked.refresh_from_db()
    assert asked.state == "answered"

    client.force_login(world.users.member)
    client.post(address, {"is_settled": "yes"})
    asked.refresh_from_db()
    assert asked.state == "closed"


def test_who_comes_from_the_other_branch_with_the_same_post_sees_nothing_here(world, client):
    client.force_login(world.users.other_member)

    for name in ("contact-list", "visit-list", "request-list"):
        assert client.get(reverse(f"contacts:{name}", args=[world.branch.pk])).status_code == 404
