"""An older ledger learns who led a joint proposal, and says then what it would say today."""

import importlib
from datetime import date

import pytest
from django.apps import apps

from tests.recording import small_branch
from zuji.footprints.models import Footprint
from zuji.operations.verification import differences
from zuji.proposals import actions
from zuji.proposals.actions import Step

pytestmark = pytest.mark.django_db
ON = date(2018, 3, 1)


def test_an_older_ledger_is_told_who_led_and_verifies():
    world = small_branch()
    written = actions.write_material(
        world.branch, member=world.other, title="停车", text="车位少。", on=ON, by="甲"
    ).record
    actions.hand_in_material(written, on=ON, today=ON)
    proposal = actions.write_proposal(
        world.branch, text={"title": "关于停车的提案", "form": "individual"}, by="甲", writer=world.director, on=ON,
        source=f"proposal_material:{written.pk}",
    ).record  # fmt: skip
    for member in (world.member, world.other):
        actions.sign(proposal, member=member, on=ON, by=member.name)
    actions.enter_step(proposal, Step("submitted", ON), by="甲", today=ON)
    signed = Footprint.objects.filter(kind="proposal.signed")
    today = set(signed.values_list("member__name", "actor__name"))
    signed.update(actor=None)
    assert list(differences()) != []

    migration = importlib.import_module("zuji.proposals.migrations.0004_grounds_and_who_led_a_joint_proposal")
    migration.name_who_led(apps, None)

    assert set(signed.values_list("member__name", "actor__name")) == today
    assert today == {("田一禾", None), ("乔二木", "田一禾"), ("石三川", None)}
    assert list(differences()) == []
