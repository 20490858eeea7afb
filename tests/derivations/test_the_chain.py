"""From research to what became of it: one picture of what the reader may read, and links made after the fact."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.site.pages import Page
from zuji.derivations.actions import derive
from zuji.derivations.models import Derivation
from zuji.derivations.queries import chain_of, links_for, pages_for_writing
from zuji.footprints.facts import reference_to
from zuji.infos.models import Info
from zuji.proposals.models import Proposal
from zuji.research.models import PlenarySpeech, ResearchProject

pytestmark = pytest.mark.django_db
ON = date(2018, 6, 2)


@pytest.fixture
def research(world):
    return ResearchProject.objects.get(code="RE01")


def link(world, output, source):
    derive(output, reference_to(source), organization=world.branch, by="林四维", on=ON)


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
    assert boxes[reference_to(research)].outcomes


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
    assert short[1] <= 20


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
