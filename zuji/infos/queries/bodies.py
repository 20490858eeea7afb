"""Bodies by name: one that is a node of the tree has a desk there, however its name was given."""

from zuji.organizations.models import Organization


def committee_named(name: str, near: Organization) -> Organization | None:
    """Give the committee above an organization that bears a name, if any."""
    above = Organization.objects.above(near).exclude(pk=near.pk)
    return above.filter(name=name.strip()).first()
