"""Whose a folder is: the branch by its name and the committee above it, found or made."""

from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.operations.load.files import Sheet, quoted
from zuji.organizations.actions import add_organization, place_below
from zuji.organizations.models import Organization

NAMELESS_COMMITTEE = "市委会"
LONGEST_NAME = 80


def home_of(name: str, parent: str | None, sheets: dict[str, Sheet]) -> tuple[Organization, Organization]:
    """Find or make the branch and the committee that owns what its branches share.

    Raises ZujiError where a name is none, or several carry it.
    """
    branch = branch_called(checked(name))
    committee = committee_for(branch, parent, sheets)
    if branch is None:
        return add_organization(name=checked(name), level="branch", parent=committee), committee
    if branch.parent_id is None:
        place_below(branch, committee)
    return branch, committee


def checked(name: str) -> str:
    """Refuse what cannot be a name."""
    found = name.strip()
    if not found or len(found) > LONGEST_NAME or not found.isprintable():
        raise ZujiError(_("“%(name)s” cannot be the name of an organization.") % {"name": quoted(name)})
    return found


def branch_called(name: str) -> Organization | None:
    """Find a branch by its name or short name, or None."""
    branch = only_one(name, branches_only=True)
    if branch is None and only_one(name) is not None:
        raise ZujiError(_("“%(name)s” is not a branch.") % {"name": name})
    return branch


def only_one(name: str, *, branches_only: bool = False) -> Organization | None:
    """Find the one organization of a name or short name."""
    rows = Organization.objects.branches() if branches_only else Organization.objects.all()
    found = list(rows.filter(name=name)[:2]) or list(rows.filter(short_name=name)[:2])
    if len(found) > 1:
        raise ZujiError(_("More than one organization is called “%(name)s”; use the full name.") % {"name": name})
    return found[0] if found else None


def committee_for(branch: Organization | None, parent: str | None, sheets: dict[str, Sheet]) -> Organization:
    """Find or make the committee: the one that is named, the one above, the only one, or one as the files call it."""
    above = branch.parent if branch else None
    if parent is not None:
        return named_committee(checked(parent), above)
    if above is not None:
        return above
    known = list(Organization.objects.filter(level="city")[:2])
    if len(known) > 1:
        raise ZujiError(_("There is more than one city committee; say which with --parent."))
    return known[0] if known else add_organization(name=organiser(sheets), level="city")


def named_committee(name: str, above: Organization | None) -> Organization:
    """Find or make a committee by name. Raises ZujiError where the branch already belongs to another."""
    committee = only_one(name)
    if committee is not None and committee.level in ("branch", "group"):
        raise ZujiError(_("“%(name)s” is a branch and has no branches below it.") % {"name": name})
    if above is not None and committee != above:
        raise ZujiError(_("The branch already belongs to “%(above)s”; loading does not move it.") % {"above": above})
    return committee or add_organization(name=name, level="city")


def organiser(sheets: dict[str, Sheet]) -> str:
    """Give what the files call whoever organises activities."""
    for file in ("activities", "service_activities"):
        for row in sheets[file].rows if file in sheets else ():
            name = row.cells.get("organiser", "").strip()
            if name and len(name) <= LONGEST_NAME and name.isprintable():
                return name
    return NAMELESS_COMMITTEE
