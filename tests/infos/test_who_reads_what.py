"""The line of an info is the branch's; its text is its author's, theirs who check and sign, the desk's it went to."""

import pytest
from django.core.files.base import ContentFile

from tests.infos.steps import ON, TODAY, at, begin, handed_in, sent, step, written
from zuji.attachments.actions import attach
from zuji.infos import actions
from zuji.infos.models import Info
from zuji.organizations.queries import name_of

pytestmark = pytest.mark.django_db
ROLES = [
    *("director", "deputy", "officer", "member", "former_director", "other_member"),
    *("chair", "vice_chair", "nobody_yet"),
]


def readers(world, info, how):
    rows = Info.objects
    return {role for role in ROLES if getattr(rows, how)(getattr(world.users, role)).filter(pk=info.pk).exists()}


def test_a_draft_is_its_authors_alone(world):
    info = begin(world)

    assert readers(world, info, "visible_to") == readers(world, info, "readable_by") == {"member"}


def test_a_draft_entered_for_a_member_is_read_by_who_entered_it_and_no_other_post(world):
    told = actions.Origin(ground="phone")
    info = actions.write_info(
        world.branch, world.member, written=written(), by=name_of(world.users.officer), on=ON, origin=told
    ).record

    assert readers(world, info, "visible_to") == readers(world, info, "readable_by") == {"member", "officer"}


@pytest.mark.parametrize("take_back", [actions.return_info, actions.withdraw_info])
def test_one_that_never_left_the_branch_is_seen_by_none_above_and_none_beside(world, take_back):
    info = handed_in(world)

    take_back(info, step=step(), today=TODAY)

    assert readers(world, info, "visible_to") == {"member", "director", "deputy", "officer"}


@pytest.mark.parametrize("take_back", [actions.return_info, actions.withdraw_info])
def test_one_taken_back_after_it_was_sent_keeps_its_line(world, take_back):
    info = sent(world)

    take_back(info, step=step(), today=TODAY)

    assert readers(world, info, "visible_to") == set(ROLES) - {"other_member", "nobody_yet"}


def test_handed_in_it_is_read_by_who_checks_and_signs(world):
    info = handed_in(world)

    assert readers(world, info, "visible_to") == {"member", "director", "deputy", "officer"}


def test_sent_its_line_is_the_branchs_and_its_text_is_not(world):
    info = sent(world)

    assert readers(world, info, "visible_to") == set(ROLES) - {"other_member", "nobody_yet"}
    assert readers(world, info, "readable_by") == {"member", "director", "deputy", "officer", "chair", "vice_chair"}


def test_a_desk_it_was_not_sent_to_reads_its_line_only(world):
    info = handed_in(world)
    actions.send_info(info, to=[actions.Destination("市委统战部", "ufwd")], by="田一禾", at=at(ON))

    assert "chair" in readers(world, info, "visible_to")
    assert "chair" not in readers(world, info, "readable_by")


def test_a_scan_of_it_is_read_by_those_who_read_its_text(world, client):
    info = sent(world)
    upload = ContentFile("批示件".encode(), name="批示.txt")
    scan = attach(info, organization=world.branch, upload=upload, by="石三川", at=at(ON)).record

    def answer_to(role):
        client.force_login(getattr(world.users, role))
        return client.get(f"/attachments/{scan.pk}/").status_code

    assert [answer_to(role) for role in ("member", "officer", "chair")] == [200, 200, 200]
    assert [answer_to(role) for role in ("former_director", "other_member")] == [404, 404]


def test_the_record_page_shows_no_text(world, client):
    info = sent(world)
    client.force_login(world.users.former_director)

    for address in (f"/records/info/{info.pk}/", f"/infos/{info.pk}/"):
        page = client.get(address, follow=True).content.decode()

        assert info.title in page
        assert "室温常在十五度以下" not in page


def test_while_it_is_mended_the_desk_reads_its_line_and_no_text(world):
    info = sent(world)
    actions.return_info(info, step=step(body="市委会"), today=TODAY)

    assert "chair" in readers(world, info, "visible_to")
    assert readers(world, info, "readable_by") == {"member", "director", "deputy", "officer"}
