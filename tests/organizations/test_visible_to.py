"""Nobody reads what is not theirs: every list of records starts from `visible_to`, and no model may forget it."""

from datetime import date

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from zuji.footprints.models import RefusedRow
from zuji.infos.models import UNSENT_STATES
from zuji.institutions.actions import put_in_force, refresh
from zuji.organizations.models import Organization

pytestmark = pytest.mark.django_db

WITHOUT_VISIBLE_TO = {
    "organizations.Organization": "asked for through organizations_seen_by, which is what visible_to rests on",
    "organizations.OrganizationClosure": "the tree itself, names no record",
    "organizations.Member": "a member's page asks can_view_member; where the card is kept is no right",
    "organizations.Membership": "read through the roll of a branch found by visible_branch",
    "organizations.Term": "no page reads it yet",
    "organizations.PostAssignment": "read through the roll of a branch found by visible_branch",
    "organizations.MembershipTransfer": "no page reads it yet",
    "organizations.PolicySetting": "read by the judgement only",
    "organizations.PolicySpan": "read by the judgement only",
    "footprints.Freshness": "read by the judgement only",
    "infos.InfoOutcome": "read with its info; the organization it names is the desk that entered it",
    "infos.InfoDispatch": "read with its info; the organization it names is the desk it went to",
    "duplicates.KnownText": "read by the comparison only, which asks the record's app who may see what it found",
    "search.SearchDocument": "read by the search only, which asks the record's app who may see what it found",
}


def our_models():
    return [model for model in apps.get_models() if model.__module__.startswith("zuji.")]


def names_an_organization(model):
    return any(field.related_model is Organization for field in model._meta.concrete_fields if field.is_relation)


def models_with_visible_to():
    return [model for model in our_models() if hasattr(model._default_manager.all(), "visible_to")]


def is_of(sort, model):
    """Whether a model's rows are read as shared, or as confidential."""
    return sort in type(model.objects.all()).__name__


def on_their_way(model, rows, member):
    """Without what is not sent yet, which is its author's: tests/infos/test_who_reads_what.py."""
    if model._meta.label != "infos.Info":
        return rows
    return rows.exclude(Q(state__in=UNSENT_STATES) & ~Q(member=member)) if member else rows.exclude(state="draft")


@pytest.fixture
def records(world):
    """Something of every model: what a year leaves, with what only loading, judging and a committee's text leave."""
    text = "# 市委会制度\n\n第一条 每月开会。\n\n```duty city-meeting 开会\n支部 每月 全体会员学习交流会 ≥ 1 次\n```\n"
    put_in_force(world.city, code="C1", title="市委会制度", text=text, from_on=date(2018, 1, 1))
    refresh(world.branch, 2018, today=date(2019, 6, 1))
    RefusedRow.objects.create(organization=world.branch, file="2018/infos.csv", line=2, reason="…", row={})
    return world


def test_every_model_that_names_an_organization_has_visible_to_or_a_reason():
    without = {model._meta.label for model in our_models() if names_an_organization(model)}
    without -= {model._meta.label for model in models_with_visible_to()}

    assert without == set(WITHOUT_VISIBLE_TO)


def test_a_member_sees_the_own_branch_and_what_the_committee_shares(records):
    for model in models_with_visible_to():
        rows = model.objects.filter(organization__in=[records.branch, records.city])
        expected = rows if is_of("Shared", model) else rows.filter(organization=records.branch)
        if is_of("Confidential", model):
            expected = expected.filter(member=records.member)
        expected = on_their_way(model, expected, records.member)

        assert expected.exists(), f"the world has no {model._meta.label}, so this proves nothing"
        assert set(model.objects.visible_to(records.users.member)) == set(expected), model._meta.label


def test_a_member_of_another_branch_sees_nothing_of_this_branch(records):
    for model in models_with_visible_to():
        seen = model.objects.visible_to(records.users.other_member)

        assert not seen.filter(organization=records.branch).exists(), model._meta.label


def test_what_the_committee_shares_is_seen_from_every_branch(records):
    shared = [model for model in models_with_visible_to() if is_of("Shared", model)]

    assert len(shared) >= 7
    for model in shared:
        here = model.objects.visible_to(records.users.member).filter(organization=records.city)
        there = model.objects.visible_to(records.users.other_member).filter(organization=records.city)

        assert here.exists(), model._meta.label
        assert set(here) == set(there), model._meta.label


def test_who_oversees_sees_every_branch_below_but_for_what_stays_in_it(records):
    for model in models_with_visible_to():
        if is_of("Confidential", model):
            assert not model.objects.visible_to(records.users.chair).exists(), model._meta.label
            continue
        everything = set(on_their_way(model, model.objects.all(), None))

        assert set(model.objects.visible_to(records.users.chair)) == everything, model._meta.label


def test_what_is_confidential_is_read_by_the_member_and_by_who_keeps_the_records(records):
    confidential = [model for model in models_with_visible_to() if is_of("Confidential", model)]

    assert {model._meta.label for model in confidential} == {
        "contacts.VisitOccasion",
        "contacts.MemberRequest",
        "entries.EntryForMember",
        "study.QuizAttempt",
    }
    for model in confidential:
        readers = {
            role
            for role in (
                "director",
                "deputy",
                "officer",
                "member",
                "former_director",
                "other_member",
                "chair",
                "operator",
            )
            if model.objects.visible_to(getattr(records.users, role)).filter(member=records.member).exists()
        }

        assert readers == {"director", "deputy", "officer", "member", "operator"}, model._meta.label


@pytest.mark.parametrize("role", ["anonymous", "nobody_yet"])
def test_who_belongs_nowhere_sees_nothing(records, role):
    user = AnonymousUser() if role == "anonymous" else records.users.nobody_yet

    assert [m._meta.label for m in models_with_visible_to() if m.objects.visible_to(user).exists()] == []
