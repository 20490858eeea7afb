"""Finding an organization by the name that people use."""

from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.organizations.models import Organization


def organization_named(name: str) -> Organization:
    """Find an organization by its name or short name; raises ZujiError where there is none or more than one."""
    found = list(Organization.objects.filter(name=name)[:2]) or list(Organization.objects.filter(short_name=name)[:2])
    if not found:
        raise ZujiError(_("There is no organization called “%(name)s”.") % {"name": name})
    if len(found) > 1:
        raise ZujiError(_("More than one organization is called “%(name)s”; use the full name.") % {"name": name})
    return found[0]


def branch_named(name: str) -> Organization:
    """Find a branch by its name or short name."""
    organization = organization_named(name)
    if organization.level != "branch":
        raise ZujiError(_("“%(name)s” is not a branch.") % {"name": name})
    return organization
