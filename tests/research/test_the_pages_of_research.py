"""The pages of research: a stop in a minute, a report that two write, a sign-off that says why, and bad input."""

from datetime import date

import pytest
from django.urls import reverse

from tests.site.pages import Page
from zuji.research.models import ItineraryStop, ResearchProject

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(world):
    return ResearchProject.objects.get(title="职校实训条件")


def at(name, *arguments):
    return reverse(f"research:{name}", args=arguments)


def test_who_takes_part_notes_a_stop_with_its_place_alone(world, project, client):
    client.force_login(world.users.member)
    said = {"place": "第二职校", "on": "2018-10-11"}

    first = client.post(at("stop-create", project.pk), said)
    client.post(at("stop-create", project.pk), said)

    stop = ItineraryStop.objects.get(place="第二职校")
    assert first.url == at("stop-edit", stop.pk)


def test_a_hostile_title_is_made_plain_and_a_book_is_refused(world, client):
    client.force_login(world.users.officer)
    said = {"title": "<script>alert(1)</script>食堂", "chosen_on": "2018-10-11"}

    answer = client.post(at("project-create", world.branch.pk), said, follow=True)
    assert "<script>alert" not in answer.content.decode()
    project = ResearchProject.objects.get(title="食堂")
    long = client.post(at("report-edit", project.pk), {"situation": "长" * 400_000, "seen": 0})

    assert long.status_code == 200
    assert "20000" in str(long.context["form"].errors["situation"])


def test_days_the_wrong_way_round_and_a_stranger_are_told_at_their_fields(world, client):
    client.force_login(world.users.officer)
    said = {"title": "食堂", "chosen_on": "2018-10-11", "from_on": "2018-10-12", "to_on": "2018-10-11"}

    answer = client.post(at("project-create", world.branch.pk), said)
    stranger = client.post(
        at("project-create", world.branch.pk),
        {"title": "食堂", "chosen_on": "2018-10-11", "participants": [world.other_member.pk]},
    )

    assert "to_on" in answer.context["form"].errors
    assert "participants" in stranger.context["form"].errors


def test_a_stale_report_keeps_what_was_typed_and_shows_what_stands(world, project, client):
    client.force_login(world.users.officer)

    answer = client.post(at("report-edit", project.pk), {"situation": "我写的", "seen": 0})

    assert answer.status_code == 409
    text = Page(answer.content.decode()).text
    assert "三个专业" in text
    assert "我写的" in answer.content.decode()


def test_the_signer_reads_why_it_counts_as_it_does(world, project, client):
    client.force_login(world.users.director)
    said = {"on": date(2018, 10, 10).isoformat(), "seen": project.report.revision, "is_collective": "no"}

    page = Page(client.get(at("sign-off-create", project.pk)).content.decode()).text
    client.post(at("sign-off-create", project.pk), said)

    assert "参加 2 人，需 3 人" in page
    project.refresh_from_db()
    assert (project.state, project.is_collective) == ("reported", False)


def test_a_list_of_research_asks_the_same_however_long_it_is(world, client, django_assert_max_num_queries):
    client.force_login(world.users.member)
    for number in range(8):
        ResearchProject.objects.create(
            organization=world.branch, code=f"X{number}", title=f"题{number}", from_on=date(2018, 3, 1)
        )

    with django_assert_max_num_queries(14):
        answer = client.get(f"{at('project-list', world.branch.pk)}?year=2018")

    assert "题7" in answer.content.decode()
