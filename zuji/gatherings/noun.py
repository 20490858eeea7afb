"""How a record app declares its gatherings to the pages and verbs that serve them all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from zuji.footprints.facts import Fact
from zuji.gatherings.models import Gathering

PAGES = (
    "attendance-edit", "cancellation-create", "confirmation-create", "file-create", "leave-create",
    "make-up-create", "notice-create", "reply-create", "sign-in", "sign-in-state-create",
)  # fmt: skip


@dataclass(frozen=True)
class GatheringNoun:
    """One kind of gathering: its model, what it amounts to in the ledger, its numbers and where its pages are."""

    model: type[Gathering]
    facts: Callable[[Any], list[Fact]]
    code_stem: str
    namespace: str
    detail: str

    def part(self, relation: str) -> Any:
        """The model of the rows below, by the name of the relation, such as leave_requests."""
        return self.model._meta.get_field(relation).related_model

    def pages(self, gathering: Gathering) -> dict[str, str]:
        """The addresses of a gathering's pages, by what templates call them."""
        found = {name.replace("-", "_"): reverse(f"{self.namespace}:{name}", args=[gathering.pk]) for name in PAGES}
        return found | {"detail": reverse(f"{self.namespace}:{self.detail}", args=[gathering.pk])}
