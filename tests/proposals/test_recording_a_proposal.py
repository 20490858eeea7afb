"""A proposal is recorded with its signatures and what became of it."""

from datetime import date

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.proposals.actions import record_proposal, sign_proposal

pytestmark = pytest.mark.django_db
FIELDS = {"title": "关于校园周边交通的提案", "submitted_on": date(2018, 1, 6), "status": "undecided"}


@pytest.fixture
def world():
    return small_branch()


def test_a_joint_proposal_counts_once_and_each_signature_once(world):
    record_proposal(world.branch, code="PR01", signatures={world.member.pk: "lead", world.other.pk: "joint"}, **FIELDS)

    assert standing_kinds() == ["proposal.pending", "proposal.signed", "proposal.signed", "proposal.submitted"]


def test_a_decision_counts_with_its_submission(world):
    record_proposal(world.branch, code="PR01", **FIELDS)

    record_proposal(world.branch, code="PR01", status="filed", decided_on=date(2019, 2, 1))

    filed = Footprint.objects.standing().get(kind="proposal.filed")
    assert (filed.happened_on, filed.cohort_on) == (date(2019, 2, 1), date(2018, 1, 6))


def test_withdrawing_takes_the_signatures_along(world):
    record_proposal(world.branch, code="PR01", signatures={world.member.pk: "lead"}, **FIELDS)

    record_proposal(world.branch, code="PR01", status="withdrawn")

    assert standing_kinds() == ["proposal.submitted", "proposal.withdrawn"]


def test_signing_twice_is_signing_once(world):
    proposal = record_proposal(world.branch, code="PR01", **FIELDS).record

    assert sign_proposal(proposal, signatures={world.member.pk: "lead"})
    assert not sign_proposal(proposal, signatures={world.member.pk: "lead"})
    assert standing_kinds().count("proposal.signed") == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"merged_into": "PR01"}, "merged_into"),
        ({"decided_on": date(2018, 1, 5)}, "decided_on"),
        ({"status": "lost"}, "status"),
    ],
)
def test_what_cannot_be_is_refused(world, wrong, field):
    with pytest.raises(ZujiError) as refusal:
        record_proposal(world.branch, code="PR01", **(FIELDS | wrong))

    assert refusal.value.field == field
