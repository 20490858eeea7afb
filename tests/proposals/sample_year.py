"""What tests/world.py records of this app."""

from datetime import date

from zuji.proposals import actions
from zuji.proposals.models import Proposal


def record(world):
    """One thing of every sort: the filed proposal handled up to a reply, a material, an office, a ground to come."""
    on = date(2018, 1, 20)
    told = {"by": world.director.name, "today": date(2018, 12, 31)}
    proposal = Proposal.objects.get(code="PR01")
    assignment = actions.assign_proposal(
        proposal, unit="市民政局", role="sole", assigned_on=date(2018, 2, 1), **told
    ).record
    actions.record_reply(assignment, replied_on=date(2018, 3, 1), scheme="three_class", reply_class="A", **told)
    material = actions.write_material(
        world.branch, member=world.member, title="小区停车难", text="车位少。", on=on, by=world.member.name
    ).record
    actions.hand_in_material(material, on=on, today=on)
    actions.note_office(world.officer, kind="npc_deputy", level="county", from_on=date(2017, 1, 1))
    actions.add_ground(world.city, label="不属于本级政协职权范围", from_on=date(2020, 1, 1), source="审查细则", **told)
