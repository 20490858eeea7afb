"""党派（集体）提案: written by the committee in the party's name, without a member's signature (domain §4.1)."""

from datetime import date

import pytest
from django.urls import reverse

from tests.recording import standing_kinds
from zuji.accounts.models import User
from zuji.footprints.facts import reference_to
from zuji.footprints.models import Footprint
from zuji.foundation.clock import today
from zuji.foundation.recording import RecordingError
from zuji.organizations.actions import add_organization, assign_post, place_below, register_member
from zuji.proposals import actions
from zuji.proposals.actions import Step
from zuji.proposals.models import Proposal
from zuji.proposals.queries.rate import rate_counts

pytestmark = pytest.mark.django_db
ON = date(2018, 1, 8)
WRITTEN = {"form": "party", "title": "关于加强家庭教育指导的提案", "timing": "plenary", "situation": "家长缺少方法。"}


def url(name, *arguments):
    return reverse(f"proposals:{name}", args=arguments)


def draft(world, **said):
    text = WRITTEN | said
    return actions.write_proposal(world.city, text=text, by="齐七星", writer=None, on=ON).record


def holder_of(post, organization):
    """An account whose member holds a post."""
    member, _is_changed = register_member(organization, member_no=f"P-{post}", name="任某")
    member.user = User.objects.create_user(username=f"{post}-{organization.pk}")
    member.save()
    assign_post(member, organization, post=post, from_on=date(2016, 1, 1), until_on=None)
    return member.user


def test_from_an_empty_page_to_the_verdict(world, client):
    client.force_login(world.users.chair)
    assert "写集体提案" in client.get(url("inbox", world.city.pk)).content.decode()

    answer = client.post(url("proposal-create", world.city.pk), WRITTEN)
    proposal = Proposal.objects.get(title=WRITTEN["title"])
    assert answer.url == url("proposal-detail", proposal.pk)
    assert (proposal.form, proposal.written_by, proposal.organization) == ("party", None, world.city)
    text = WRITTEN | {"analysis": "没有指导机构。", "seen": proposal.revision}
    assert client.post(url("proposal-edit", proposal.pk), text).status_code == 302
    for what, said in (("submitted", {}), ("filed", {"body": "市政协提案委员会"})):
        answer = client.post(url("step-create", proposal.pk, what), {"on": today().isoformat(), **said})
        assert answer.status_code == 302, what

    proposal.refresh_from_db()
    assert (proposal.analysis, proposal.status) == ("没有指导机构。", "filed")
    page = client.get(url("inbox", world.city.pk), {"year": today().year}).content.decode()
    assert "本级集体提案" in page
    assert WRITTEN["title"] in page


def test_it_counts_for_the_committee_once_and_as_nobodys_signature(world):
    before = rate_counts(world.city, ON.year)
    proposal = actions.enter_step(draft(world), Step("submitted", ON), by="齐七星", today=today())

    left = Footprint.objects.standing().filter(source=reference_to(proposal))
    assert sorted(left.values_list("kind", flat=True)) == ["proposal.pending", "proposal.submitted"]
    assert set(left.values_list("organization", "member")) == {(world.city.pk, None)}
    assert rate_counts(world.city, ON.year).submitted == before.submitted + 1
    assert rate_counts(world.branch, ON.year).submitted == before.submitted
    assert "proposal.signed" in standing_kinds()


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("chair", 200),
        ("vice_chair", 200),
        ("operator", 200),
        ("director", 404),
        ("officer", 404),
        ("member", 404),
        ("other_member", 404),
        ("nobody_yet", 404),
    ],
)
def test_who_writes_and_changes_one(world, client, role, status):
    proposal = draft(world)
    client.force_login(getattr(world.users, role))

    for page in (
        url("proposal-create", world.city.pk),
        url("proposal-detail", proposal.pk),
        url("proposal-edit", proposal.pk),
        url("step-create", proposal.pk, "submitted"),
    ):
        assert client.get(page).status_code == status, page


@pytest.mark.parametrize(("post", "status"), [("secretary_general", 200), ("committee_member", 404)])
def test_of_the_committees_posts_the_secretary_general_writes_and_a_plain_member_does_not(world, client, post, status):
    client.force_login(holder_of(post, world.city))

    assert client.get(url("proposal-create", world.city.pk)).status_code == status


def test_a_committee_above_reads_what_was_handed_over_and_writes_nothing_in_its_name(world, client):
    province = add_organization(name="省委会", level="provincial")
    place_below(world.city, province)
    proposal = draft(world)
    client.force_login(holder_of("chair", province))
    assert client.get(url("proposal-create", world.city.pk)).status_code == 404
    assert client.get(url("proposal-detail", proposal.pk)).status_code == 404
    assert "写集体提案" not in client.get(url("inbox", world.city.pk)).content.decode()

    actions.enter_step(proposal, Step("submitted", ON), by="齐七星", today=today())

    assert client.get(url("proposal-detail", proposal.pk)).status_code == 200
    assert client.get(url("proposal-edit", proposal.pk)).status_code == 404


def test_a_branch_writes_no_party_proposal_and_a_committee_none_for_a_person(world, client):
    with pytest.raises(RecordingError) as refusal:
        actions.write_proposal(world.branch, text=WRITTEN, by="甲", writer=world.member, on=ON)
    assert refusal.value.field == "form"
    with pytest.raises(RecordingError) as refusal:
        draft(world, form="individual")
    assert refusal.value.field == "form"

    client.force_login(world.users.director)
    forms = client.get(url("proposal-create", world.branch.pk)).context["form"].fields["form"].choices
    assert "party" not in dict(forms)
    client.force_login(world.users.chair)
    forms = client.get(url("proposal-create", world.city.pk)).context["form"].fields["form"].choices
    assert list(dict(forms)) == ["party"]


def test_the_form_of_a_draft_does_not_become_the_partys(world):
    text = {"title": "关于停车的提案", "form": "individual"}
    proposal = actions.write_proposal(world.branch, text=text, by="甲", writer=world.member, on=ON).record

    with pytest.raises(RecordingError):
        actions.change_proposal(proposal, text=text | {"form": "party"}, seen=proposal.revision, by="甲")


def test_nobody_signs_it(world):
    with pytest.raises(RecordingError):
        actions.sign(draft(world), member=world.member, on=ON, by="林四维")


def test_its_ladder_leaves_out_the_branch(world):
    assert actions.next_steps(draft(world))[:2] == ["party_committee_review", "submitted"]


def test_who_wrote_the_material_reads_what_was_made_of_it_once_it_was_submitted(world, client):
    handed_in = actions.write_material(
        world.branch, member=world.officer, title="家庭教育", text="家长缺少方法。", on=ON, by="石三川"
    ).record
    actions.hand_in_material(handed_in, on=ON, today=today())
    proposal = actions.write_proposal(
        world.city, text=WRITTEN, by="齐七星", writer=None, on=ON, source=reference_to(handed_in)
    ).record
    client.force_login(world.users.officer)
    assert client.get(url("proposal-detail", proposal.pk)).status_code == 404

    actions.enter_step(proposal, Step("submitted", ON), by="齐七星", today=today())

    assert client.get(url("proposal-detail", proposal.pk)).status_code == 200
    client.force_login(world.users.other_member)
    assert client.get(url("proposal-detail", proposal.pk)).status_code == 404


def test_a_draft_thrown_away_leads_back_to_the_desk(world, client):
    proposal = draft(world)
    client.force_login(world.users.chair)

    answer = client.post(url("removal-create", proposal.pk))

    assert answer.url == url("inbox", world.city.pk)
    assert not Proposal.objects.filter(pk=proposal.pk).exists()
