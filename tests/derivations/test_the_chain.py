"""From research to what became of it: one picture of what the reader may read, and links made after the fact."""

from datetime import date, datetime, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.module_loading import import_string

from tests.site.pages import Page
from zuji.derivations.actions import derive
from zuji.derivations.models import Derivation
from zuji.derivations.queries import chain_of, links_for, pages_for_writing
from zuji.footprints.facts import reference_to
from zuji.footprints.kinds import NOUNS
from zuji.foundation.clock import SHANGHAI
from zuji.infos.actions import Destination, forward_info
from zuji.infos.actions.outcomes import OutcomeSaid, enter_outcome
from zuji.infos.models import Info
from zuji.proposals.actions.steps import Step, enter_step
from zuji.proposals.models import Proposal
from zuji.research.models import PlenarySpeech, ResearchProject

pytestmark = pytest.mark.django_db
ON = date(2018, 6, 2)


@pytest.fixture
def research(world):
    return ResearchProject.objects.get(code="RE01")


def link(world, output, source):
    derive(output, reference_to(source), organization=world.branch, by="林四维", on=ON)


def world_info(world, *, sent_on, instructed_on):
    """An info that went to the committee one day and was instructed on another."""
    info = Info.objects.create(
        organization=world.branch,
        code=f"IN{sent_on:%m}",
        title="乡镇心理教师",
        submitted_at=midday(sent_on),
        channel="市委会",
    )
    said = OutcomeSaid("instructed", "province", "统战部", "ufwd", instructed_on)
    enter_outcome(info, said=said, by="林四维", today=date(2018, 12, 31))
    return info


def midday(on):
    return datetime.combine(on, time(12), SHANGHAI)


def box_of(reference, world):
    chain = chain_of(reference, world.users.member)
    return next(box for column in chain.columns for box in column if box.reference == reference)


def test_the_chain_runs_from_research_over_its_outputs_to_what_was_written_from_them(world, research):
    proposal, speech = Proposal.objects.get(code="PR01"), PlenarySpeech.objects.get()
    info = Info.objects.filter(organization=world.branch).first()
    link(world, info, research)
    link(world, speech, proposal)

    chain = chain_of(reference_to(info), world.users.member)

    drawn = [{box.reference for box in column} for column in chain.columns]
    assert drawn == [{reference_to(research)}, {reference_to(proposal), reference_to(info)}, {reference_to(speech)}]
    boxes = {box.reference: box for column in chain.columns for box in column}
    assert boxes[reference_to(info)].is_asked
    assert boxes[reference_to(speech)].sources == (proposal.title,)
    assert boxes[reference_to(research)].steps


def test_an_info_instructed_on_two_months_later_shows_each_step_on_its_own_day_with_its_body(world, research):
    info = world_info(world, sent_on=date(2018, 9, 2), instructed_on=date(2018, 11, 3))
    link(world, info, research)

    box = box_of(reference_to(info), world)

    assert [(step.on, step.where, str(step.what)) for step in box.steps] == [
        (date(2018, 9, 2), "市委会", "已报送"),
        (date(2018, 11, 3), "统战部（省）", "批示"),
    ]


def test_an_info_that_was_passed_on_shows_once_from_where_and_to_whom(world, research):
    info = world_info(world, sent_on=date(2018, 9, 2), instructed_on=date(2018, 11, 3))
    info.dispatches.create(body="市委会", body_kind="capd", organization=world.city, on=date(2018, 9, 2))
    to = Destination("省委会", "capd")
    forward_info(info, to=to, from_body="市委会", by="齐七星", on=date(2018, 9, 20), today=date(2018, 12, 31))
    link(world, info, research)

    box = box_of(reference_to(info), world)

    assert [(step.on, step.where, str(step.what)) for step in box.steps][1:2] == [
        (date(2018, 9, 20), "市委会 → 省委会", "转报")
    ]
    assert len(box.steps) == 3


def test_a_filed_proposal_stands_on_the_day_of_the_decision_and_a_corrected_one_is_not_shown(world, research):
    proposal = Proposal.objects.create(
        organization=world.branch, code="PR90", title="配齐心理教师", state="submitted", submitted_on=date(2018, 6, 5),
        cppcc_level="city", form="party",
    )  # fmt: skip
    for step in (
        Step("not_filed", date(2018, 9, 10), body="市政协", ground="vague"),
        Step("filed", date(2018, 9, 12), body="市政协", reason="录错"),
    ):
        enter_step(proposal, step, by="林四维", today=date(2018, 12, 1))
    link(world, proposal, research)

    box = box_of(reference_to(proposal), world)

    assert [(step.on, step.where, str(step.what)) for step in box.steps] == [(date(2018, 9, 12), "市政协", "立案")]


def test_boxes_beside_each_other_stand_in_the_order_of_their_days(world, research):
    late = world_info(world, sent_on=date(2018, 9, 2), instructed_on=date(2018, 11, 3))
    early = world_info(world, sent_on=date(2018, 7, 2), instructed_on=date(2018, 12, 3))
    link(world, late, research)
    link(world, early, research)

    chain = chain_of(reference_to(research), world.users.member)

    days = [box.begins_on for box in chain.columns[1]]
    assert days == sorted(days)
    assert [box.reference for box in chain.columns[1][-2:]] == [reference_to(early), reference_to(late)]


def test_every_noun_that_tells_its_steps_has_the_function_it_names():
    named = [noun.steps for noun in NOUNS.values() if noun.steps]

    assert len(named) == 4
    for name in named:
        assert import_string(name)([]) == {}


def test_what_a_reader_may_not_read_leaves_no_trace(world, research):
    assert chain_of(reference_to(research), world.users.other_member).count == 0
    assert links_for(reference_to(research), world.users.other_member).outputs == []
    assert len(links_for(reference_to(research), world.users.member).outputs) == 1


def test_a_long_chain_asks_no_more_than_a_short_one(world, research):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            chain = chain_of(reference_to(research), world.users.member)
        return chain.count, len(queries)

    infos = Info.objects.filter(organization=world.branch, state="reported")[:6]
    link(world, infos[0], research)
    short = asked()
    for info in infos[1:]:
        link(world, info, research)

    assert short[0] == 3
    assert asked() == (8, short[1])
    assert short[1] <= 26


def test_pages_for_writing_are_those_that_there_are(world, research):
    labels = [address for _label, address in pages_for_writing(reference_to(research), world.branch)]

    assert any(address.endswith(f"?source=research_project:{research.pk}") for address in labels)


def test_the_page_draws_it_and_a_keeper_links_and_unlinks(world, research, client):
    address = [world.branch.pk, "research_project", research.pk]
    client.force_login(world.users.officer)
    info = Info.objects.filter(organization=world.branch).first()
    form = {"way": "output", "other": reference_to(info)}

    client.post(reverse("derivations:link-edit", args=address), form)
    page = Page(client.get(reverse("derivations:chain-detail", args=address)).content.decode())
    assert info.title in page.text

    made = Derivation.objects.get(output=reference_to(info))
    circle = client.post(reverse("derivations:link-edit", args=address), form | {"way": "source"})
    assert circle.context["form"].errors["other"]
    client.force_login(world.users.member)
    removal = reverse("derivations:link-removal-create", args=[made.pk])
    assert client.post(removal).status_code == 404
    client.force_login(world.users.officer)
    client.post(removal)
    assert not Derivation.objects.filter(pk=made.pk).exists()
