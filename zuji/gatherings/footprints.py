"""How making up counts: a member's own footprint, about the gathering that was missed."""

from zuji.footprints.facts import Fact, reference_to
from zuji.gatherings.models import MakeUpStudyBase


def footprints_of_make_up(make_up: MakeUpStudyBase) -> list[Fact]:
    """Which fact a make-up amounts to: studied afterwards, on the day it was."""
    return [
        Fact(
            kind="study.made_up",
            organization_id=make_up.organization_id,
            credit="member",
            member_id=make_up.member_id,
            about=reference_to(make_up.gathering),
            happened_on=make_up.studied_on,
        )
    ]
