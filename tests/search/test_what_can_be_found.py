"""What reaches the index, what leaves it, and what never gets there."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from zuji.footprints.kinds import CLOSE_KINDS, NOUNS, PERSONAL_KINDS
from zuji.meetings.actions import approve_minutes
from zuji.meetings.models import MeetingMinutes
from zuji.proposals.models import Proposal
from zuji.search.actions import make_findable, make_unfindable
from zuji.search.index import Index
from zuji.search.models import SEARCHED, SearchDocument
from zuji.search.queries import found_by

pytestmark = pytest.mark.django_db


def found(world, query, role="member"):
    """What a role finds, as references."""
    numbers = found_by(getattr(world.users, role), query)
    return [SearchDocument.objects.get(pk=number).about for number in numbers]


def proposal_of(world):
    return Proposal.objects.get(organization=world.branch)


def draft_minutes(world, text):
    """Minutes of January that say something and are not approved."""
    world.held.agenda.create(position=1, title="校园", text=text)
    return MeetingMinutes.objects.get(meeting=world.held)


def test_minutes_are_found_once_they_are_approved(world):
    minutes = draft_minutes(world, "讨论校园足球场地开放")
    assert found(world, "足球场地") == []

    approve_minutes(minutes, on=date(2018, 2, 1), by="田一禾")

    assert found(world, "足球场地") == [f"meeting_minutes:{minutes.pk}"]


def test_a_record_made_findable_again_is_found_by_its_new_words_alone(world):
    proposal = proposal_of(world)

    make_findable(proposal, organization_id=world.branch.pk, title="关于校车的提案", body="增设线路")

    assert found(world, "供热企业") == []
    assert found(world, "校车") == [f"proposal:{proposal.pk}"]
    assert SearchDocument.objects.filter(noun="proposal").count() == 1


def test_a_record_taken_out_is_not_found(world):
    make_unfindable(proposal_of(world))

    assert found(world, "供热企业") == []
    assert not any("供热企业" in text for _tokens, text in Index().rows().values())


def test_documents_deleted_by_the_dozen_leave_the_index_too(world):
    SearchDocument.objects.all().delete()

    assert Index().rows() == {}


def test_a_very_long_text_is_indexed(world):
    body = "".join(chr(0x4E00 + number * 7 % 20_000) for number in range(200_000)) + "末尾"

    make_findable(proposal_of(world), organization_id=world.branch.pk, title="长文", body=body)

    assert found(world, "长文") == [f"proposal:{proposal_of(world).pk}"]


def test_nothing_that_concerns_one_member_is_searched():
    assert NOUNS.keys() >= SEARCHED
    assert not [noun for noun in SEARCHED if NOUNS[noun].stays_in_branch or NOUNS[noun].is_walled]
    assert not SEARCHED & {kind.partition(".")[0] for kind in [*CLOSE_KINDS, *PERSONAL_KINDS]}
    assert not SEARCHED & {"member_contact", "leave_request", "member_request", "standing_leave", "quiz_attempt"}


@pytest.mark.parametrize("app", ["thought_reports", "contacts", "entries", "gatherings"])
def test_no_model_of_an_app_of_confidences_can_be_made_findable(world, app):
    for model in apps.get_app_config(app).get_models():
        with pytest.raises(ValueError, match="is not searched"):
            make_findable(model(pk=1), organization_id=world.branch.pk, title="", body="心里话")

    assert not SEARCHED & {model._meta.db_table for model in apps.get_app_config(app).get_models()}


@pytest.mark.parametrize("noun", ["thought_report", "thought_report_receipt"])
def test_the_database_itself_refuses_a_thought_report(world, noun):
    for about, kept_as in ((f"{noun}:1", "proposal"), ("proposal:999", noun)):
        with pytest.raises(IntegrityError), transaction.atomic():
            SearchDocument.objects.create(
                organization=world.branch, about=about, noun=kept_as, record_number=999, body="心里话"
            )


def test_no_column_of_a_thought_report_is_in_the_index():
    with connection.cursor() as cursor:
        columns = {
            column.name
            for table in ("search_document", "search_index")
            for column in connection.introspection.get_table_description(cursor, table)
        }

    assert columns == {
        *("id", "organization_id", "about", "noun", "record_number", "title", "body", "on"),
        *("tokens", "folded"),
    }
