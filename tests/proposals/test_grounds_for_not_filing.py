"""不予立案的理由: a list kept by who keeps the settings; a ground ends and is never deleted."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.proposals import actions
from zuji.proposals.actions import Step
from zuji.proposals.models import FilingGround, Proposal
from zuji.proposals.queries.grounds import ground_of, grounds_of, grounds_on
from zuji.proposals.queries.proposals import ground_words

pytestmark = pytest.mark.django_db
NOW = date(2018, 6, 1)


def added(organization, label="与已有提案重复", from_on=NOW):
    told = {"source": "市政协审查细则第五条", "by": "齐七星", "today": NOW}
    return actions.add_ground(organization, label=label, from_on=from_on, **told).record


def ended(organization, code, until_on=date(2018, 7, 1)):
    return actions.end_ground(organization, code=code, until_on=until_on, source="2018年修订", by="田一禾", today=NOW)


def labels(organization, on=NOW):
    return [str(each.label) for each in grounds_on(organization, on)]


def test_the_ten_published_grounds_are_there_from_the_start(world):
    assert len(labels(world.branch)) == 10
    assert grounds_on(world.branch, date(2010, 12, 31)) == []


def test_a_ground_holds_from_its_day_for_everybody_below(world):
    added(world.city)

    assert labels(world.branch)[-1] == "与已有提案重复"
    assert labels(world.city)[-1] == "与已有提案重复"
    assert len(labels(world.branch, NOW - timedelta(days=1))) == 10


def test_a_branchs_own_ground_is_nobody_elses(world):
    added(world.branch)

    assert len(labels(world.branch)) == 11
    assert len(labels(world.other_branch)) == len(labels(world.city)) == 10


def test_said_twice_it_is_one_and_one_that_is_there_is_not_added_again(world):
    assert added(world.city) == added(world.city)
    with pytest.raises(RecordingError) as refusal:
        added(world.branch)
    assert refusal.value.field == "label"
    assert FilingGround.objects.filter(label="与已有提案重复").count() == 1


def test_it_ends_and_stays_on_the_list_with_who_and_why(world):
    row = added(world.city)
    ended(world.city, row.code)

    assert len(labels(world.branch, date(2018, 6, 30))) == 11
    assert len(labels(world.branch, date(2018, 7, 1))) == 10
    kept = ground_of(world.branch, row.code)
    assert (kept.row.end_source, kept.row.ended_by, kept.row.source) == ("2018年修订", "田一禾", "市政协审查细则第五条")
    assert kept in grounds_of(world.branch)


def test_a_published_ground_ends_where_somebody_ends_it_and_below(world):
    ended(world.city, "academic")
    ended(world.branch, "vague")

    assert len(labels(world.branch, date(2018, 7, 1))) == 8
    assert len(labels(world.other_branch, date(2018, 7, 1))) == 9


def test_the_day_of_an_end_is_corrected_by_saying_it_again(world):
    ended(world.city, "academic")
    ended(world.city, "academic", date(2018, 8, 1))

    assert len(labels(world.city, date(2018, 7, 15))) == 10
    assert FilingGround.objects.filter(code="academic").count() == 1


def test_what_ended_in_a_year_that_is_over_stays_so(world):
    ended(world.city, "academic")

    with pytest.raises(ZujiError):
        actions.end_ground(
            world.city, code="academic", until_on=date(2019, 5, 1), source="改", by="甲", today=date(2019, 3, 1)
        )


@pytest.mark.parametrize(
    ("field", "said"),
    [("label", {"label": " "}), ("source", {"source": ""}), ("from_on", {"from_on": date(2017, 12, 31)})],
)
def test_what_cannot_be_is_refused_at_its_field(world, field, said):
    told = {"label": "重复", "from_on": NOW, "source": "细则", "by": "甲", "today": NOW}

    with pytest.raises(RecordingError) as refusal:
        actions.add_ground(world.city, **told | said)

    assert refusal.value.field == field


def test_an_end_before_the_beginning_and_of_an_unknown_ground_are_refused(world):
    row = added(world.city, from_on=date(2018, 9, 1))

    with pytest.raises(RecordingError):
        ended(world.city, row.code, date(2018, 9, 1))
    with pytest.raises(ZujiError):
        ended(world.city, "unheard-of")


def not_filed(world, ground, on):
    proposal = Proposal.objects.get(code="PR01")
    step = Step("not_filed", on, body="市政协提案委员会", ground=ground, reason="更正")
    return actions.enter_step(proposal, step, by="甲", today=today())


def test_a_proposal_is_not_filed_on_a_ground_of_its_day_only_and_keeps_it(world):
    ended(world.city, "academic")
    with pytest.raises(RecordingError) as refusal:
        not_filed(world, "academic", date(2018, 7, 1))
    assert refusal.value.field == "ground"

    proposal = not_filed(world, "academic", date(2018, 6, 30))

    assert proposal.filing_ground == "academic"
    assert ground_words(proposal) == "纯学术研讨"


def url(name, *arguments):
    return reverse(f"proposals:{name}", args=arguments)


def said(**fields):
    return {"source": "细则第五条", **fields}


def test_the_chair_adds_one_and_the_branchs_desk_chooses_it(world, client):
    client.force_login(world.users.chair)
    answer = client.post(url("ground-list", world.city.pk), said(label="与已有提案重复", from_on=today().isoformat()))
    assert answer.status_code == 302
    assert "细则第五条" in client.get(url("ground-list", world.branch.pk)).content.decode()

    client.force_login(world.users.officer)
    proposal = Proposal.objects.get(code="PR01")
    form = client.get(url("step-create", proposal.pk, "not_filed")).content.decode()
    assert "与已有提案重复" in form


def test_the_director_ends_one_on_the_page(world, client):
    client.force_login(world.users.director)
    answer = client.post(url("ground-end-edit", world.branch.pk, "vague"), said(until_on=today().isoformat()))

    assert answer.status_code == 302
    page = client.get(url("ground-list", world.branch.pk))
    assert [each.code for each in page.context["ended"]] == ["vague"]
    assert "已停用" in page.content.decode()


def test_a_wrong_day_is_told_beside_the_field(world, client):
    client.force_login(world.users.director)

    page = client.post(url("ground-list", world.branch.pk), said(label="重复", from_on="2016-01-01"))

    assert page.status_code == 200
    assert page.context["form"].errors["from_on"]


@pytest.mark.parametrize(("role", "status"), [("deputy", 404), ("officer", 404), ("member", 404), ("vice_chair", 404)])
def test_who_may_not_change_the_list(world, client, role, status):
    client.force_login(getattr(world.users, role))

    answer = client.post(url("ground-list", world.branch.pk), said(label="重复", from_on=today().isoformat()))

    assert answer.status_code == status
    assert not FilingGround.objects.filter(label="重复").exists()
