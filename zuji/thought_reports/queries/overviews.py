"""Reads of overviews, and the check that none names anybody (domain §10.4.7)."""

import re
import unicodedata
from datetime import date
from typing import Any

from django.db.models import Q

from zuji.organizations.models import Member, Organization
from zuji.thought_reports.models import ThoughtOverview

HALF_YEAR = re.compile(r"((?:19|20)\d\d)H([12])", re.ASCII)


def half_year_of(on: date) -> str:
    """Give the half year of a day, as duties write it: 2018H1."""
    return f"{on.year}H{1 if on.month <= 6 else 2}"


def begins_on(half_year: str) -> date:
    """Give the first day of a half year."""
    year, _letter, number = half_year.partition("H")
    return date(int(year), 6 * int(number) - 5, 1)


def is_begun(half_year: str, today: date) -> bool:
    """Say whether a text names a half year that has begun."""
    return bool(HALF_YEAR.fullmatch(half_year)) and begins_on(half_year) <= today


def overview_of(branch: Organization, user: Any, half_year: str) -> ThoughtOverview | None:
    """Give the overview of a half year, if it is written."""
    found: ThoughtOverview | None = (
        ThoughtOverview.objects.visible_to(user).filter(organization=branch, half_year=half_year).first()
    )
    return found


def overviews_of(branch: Organization, user: Any) -> list[ThoughtOverview]:
    """Give the overviews of a branch, the newest first."""
    return list(ThoughtOverview.objects.visible_to(user).filter(organization=branch))


def names_in(text: str, branch: Organization) -> list[str]:
    """Find full names of whoever is or was a member of the branch or holds a post in it, however they are spaced.

    Only letters are compared, after making full-width, compatibility and capital letters plain: blanks, signs, digits
    and invisible characters between them hide nothing. A name of one letter is left out: it would be in every text.
    """
    said = _letters(text)
    here = Q(memberships__organization=branch) | Q(post_assignments__organization=branch)
    names = dict.fromkeys(Member.objects.filter(here).order_by("member_no").values_list("name", flat=True))
    return [name for name in names if len(_letters(name)) > 1 and _letters(name) in said]


def _letters(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalpha())
