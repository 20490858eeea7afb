"""A committee, a branch and three members, for tests that record something."""

from dataclasses import dataclass
from datetime import date

from zuji.footprints.models import Footprint
from zuji.organizations.actions import add_organization, register_member, set_membership
from zuji.organizations.models import Member, Organization


@dataclass
class SmallBranch:
    """What a recording needs: who owns it and whom it names."""

    city: Organization
    branch: Organization
    director: Member
    member: Member
    other: Member


def small_branch() -> SmallBranch:
    """Make a branch of three below a city committee."""
    city = add_organization(name="市委会", level="city")
    branch = add_organization(name="一支部", level="branch", parent=city)
    people = []
    for number, name in (("M01", "田一禾"), ("M02", "乔二木"), ("M03", "石三川")):
        member, _is_changed = register_member(branch, member_no=number, name=name)
        set_membership(member, branch, from_on=date(2015, 1, 1), until_on=None)
        people.append(member)
    return SmallBranch(city, branch, *people)


def standing_kinds() -> list[str]:
    """The kinds of all footprints that stand, sorted."""
    return sorted(Footprint.objects.standing().values_list("kind", flat=True))
