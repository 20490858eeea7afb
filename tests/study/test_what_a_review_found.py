"""Own results stay one's own after leaving; materials are found by their title; an entry leads to what was entered."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.entries.actions import enter_for
from zuji.footprints.queries import descriptions_of
from zuji.study.models import QuizAttempt, StudyMaterial

pytestmark = pytest.mark.django_db


def test_who_has_left_still_reads_their_own_result(world, client):
    attempt = QuizAttempt.objects.get()
    world.member.memberships.update(until_on=date(2018, 12, 1))
    client.force_login(world.users.member)

    assert client.get(reverse("study:attempt-detail", args=[attempt.pk])).status_code == 200


def test_materials_are_found_by_their_title_and_a_search_writes_nothing(world, client):
    client.force_login(world.users.member)
    page = reverse("study:material-list", args=[world.branch.pk])

    found = client.get(page + "?q=会史").content.decode()
    none = client.get(page + "?q=%00%22<script>")

    assert "会史摘要" in found
    assert "宪法全文</a>" not in found
    assert none.status_code == 200
    assert StudyMaterial.objects.count() == 2


def test_a_result_entered_for_a_member_leads_to_the_result(world):
    attempt = QuizAttempt.objects.get()
    entry = enter_for(
        attempt, world.member, organization=world.branch, ground="paper", by="石三川", on=date(2018, 4, 3)
    )

    told = descriptions_of([entry.about])[entry.about]

    assert told.title == "会史测验"
    assert told.url == reverse("study:attempt-detail", args=[attempt.pk])
