"""What a page of results shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from zuji.footprints.queries import Description, descriptions_of
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Membership, Organization
from zuji.search.queries import documents_in_order, people_found_by
from zuji.search.snippets import Piece, pieces
from zuji.search.words import folded

TITLE_LENGTH, SNIPPET_LENGTH = 120, 110


@dataclass(frozen=True)
class Hit:
    """A record that answers: what it is, and its title and a stretch of its words in pieces."""

    record: Description
    title: list[Piece]
    snippet: list[Piece]
    organization: Organization
    on: date | None
    has_all: bool
    begins_partial: bool


def hits_in_order(numbers: Sequence[int], words: Sequence[str]) -> list[Hit]:
    """Give the hits of a page, in order; a record that is gone is left out.

    `begins_partial` marks the first that holds only some of the words.
    """
    documents = documents_in_order(numbers)
    records = descriptions_of(document.about for document in documents)
    hits: list[Hit] = []
    for document in documents:
        if document.about not in records:
            continue
        text = f"{folded(document.title)}\n{folded(document.body)}"
        has_all = all(word in text for word in words)
        hits.append(
            Hit(
                record=records[document.about],
                title=pieces(document.title or records[document.about].title, words, length=TITLE_LENGTH),
                snippet=pieces(document.body, words, length=SNIPPET_LENGTH),
                organization=document.organization,
                on=document.on,
                has_all=has_all,
                begins_partial=not has_all and not any(hit.begins_partial for hit in hits),
            )
        )
    return hits


@dataclass(frozen=True)
class Person:
    """Somebody of that name, with the branch; `opens` where the reader may open their page."""

    membership: Membership
    opens: bool


def people_for(user: Any, query: str) -> list[Person]:
    """Give the people whom a query names."""
    people = people_found_by(user, query)
    if not people:
        return []
    opened = set(organizations_seen_by(user, action="view_member").values_list("pk", flat=True))
    return [Person(each, each.organization_id in opened or each.member.user_id == user.pk) for each in people]
