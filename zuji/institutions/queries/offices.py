"""Which posts make a contact count (C11)."""

from zuji.institutions.models import DutyPost
from zuji.organizations.models import Organization

USUAL_POSTS = ("branch_director", "deputy_branch_director")
"""Who keeps in touch with the members where no text says it."""


def contact_posts(branch: Organization) -> set[str]:
    """Give the posts of which a contact's maker holds one: those a duty of the branch asks, else the usual ones."""
    asked = DutyPost.objects.filter(
        role="actor",
        duty__kinds__kind="contact.made",
        duty__organization__descendant_links__descendant=branch,
    )
    return set(asked.values_list("post", flat=True)) or set(USUAL_POSTS)
