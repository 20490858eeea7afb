"""The words of proposals: forms, states, grounds, classes of reply (domain §4)."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ROLES = {"lead": _("first proposer"), "joint": _("joint proposer")}
FORMS = {
    "individual": pgettext_lazy("proposal form", "individual"),
    "joint": pgettext_lazy("proposal form", "joint"),
    "party": pgettext_lazy("proposal form", "party"),
    "organization": pgettext_lazy("proposal form", "people’s organization"),
    "constituency": pgettext_lazy("proposal form", "constituency"),
    "group": pgettext_lazy("proposal form", "group"),
    "committee": pgettext_lazy("proposal form", "special committee"),
}
SIGNED_FORMS = ("individual", "joint")
"""Forms that people sign in their own name; the others are an organization's."""
TIMINGS = {
    "plenary": pgettext_lazy("proposal", "at the session"),
    "intersession": pgettext_lazy("proposal", "between sessions"),
}
CATEGORIES = {
    "economy": _("economy"),
    "politics": _("politics"),
    "culture": _("culture"),
    "society": _("society"),
    "ecology": _("ecological civilisation"),
    "other": _("other matters"),
}
LEVELS = {
    "county": _("county CPPCC"),
    "city": _("city CPPCC"),
    "province": _("provincial CPPCC"),
    "national": _("national CPPCC"),
}
STATES = {
    "draft": pgettext_lazy("proposal", "draft"),
    "branch_review": _("being read in the branch"),
    "party_committee_review": _("with the Minjin city committee"),
    "submitted": pgettext_lazy("proposal", "submitted"),
    "screening": _("being screened"),
    "returned": _("returned for changes"),
    "not_filed": _("not filed"),
    "converted": pgettext_lazy("proposal", "passed on as an opinion"),
    "merged": _("merged"),
    "withdrawn": pgettext_lazy("proposal", "withdrawn"),
    "filed": _("filed"),
    "numbered": _("numbered"),
    "assigned": _("assigned to a unit"),
    "handling": _("being handled"),
    "replied": pgettext_lazy("proposal", "replied"),
    "feedback": _("feedback given"),
    "re_handling": _("being handled again"),
    "closed": pgettext_lazy("proposal", "closed"),
}
"""In the order of a proposal's life (domain §4.3)."""
CLOSED_STATES = ("draft", "branch_review", "withdrawn")
"""States in which a text that was never submitted is not yet the branch's to read."""
IN_BRANCH = ("draft", "branch_review")
BEFORE_SUBMISSION = (*IN_BRANCH, "party_committee_review")
OUTCOMES = ("filed", "not_filed", "converted", "merged")
HANDLED = ("numbered", "assigned", "handling", "replied", "feedback", "re_handling", "closed")
"""States that only a filed proposal reaches."""
HONOURS = {"key": _("key proposal"), "excellent": _("excellent proposal")}
UNIT_ROLES = {
    "lead": pgettext_lazy("unit", "lead unit"),
    "co_handler": pgettext_lazy("unit", "co-handler"),
    "split": pgettext_lazy("unit", "handles its part"),
    "sole": pgettext_lazy("unit", "handles it alone"),
}
SCHEMES = {
    "three_class": _("three classes"),
    "four_class": _("four classes"),
    "progress": _("by progress"),
}
CLASSES = {
    "three_class": {
        "A": _("solved or basically solved"),
        "B": _("partly solved or planned"),
        "C": _("constrained, kept for reference"),
    },
    "four_class": {
        "A": _("solved"),
        "B": _("being solved or planned"),
        "C": _("later, constrained"),
        "D": _("kept for reference"),
    },
    "progress": {"A": _("solved"), "B": _("started, under way"), "C": _("planned, step by step")},
}
"""What a letter on a reply means; it means something else in each scheme (domain §4.5)."""
SATISFACTIONS = {
    "satisfied": _("satisfied"),
    "basically": _("basically satisfied"),
    "unsatisfied": _("not satisfied"),
}
PROPOSING_OFFICE = "cppcc_member"
"""The office whose holder may submit in their own name (domain §4.1)."""


@dataclass(frozen=True)
class FilingGround:
    """A ground for not filing, in force from a day until another, as a code list that later rules may add to."""

    code: str
    label: str | Promise
    from_on: date
    until_on: date | None = None

    def is_in_force(self, on: date) -> bool:
        return self.from_on <= on and (self.until_on is None or on < self.until_on)


_PUBLISHED = date(2011, 1, 1)
FILING_GROUNDS = (
    FilingGround("secrets", _("touches secrets of the party or the state"), _PUBLISHED),
    FilingGround("prohibited", _("asks for what the state prohibits"), _PUBLISHED),
    FilingGround("cpc_internal", _("a Communist Party member on the party’s own organisation"), _PUBLISHED),
    FilingGround("party_internal", _("a democratic party’s member on its internal affairs"), _PUBLISHED),
    FilingGround("litigation", _("a matter before a court or in arbitration"), _PUBLISHED),
    FilingGround("academic", _("purely academic debate"), _PUBLISHED),
    FilingGround("private", _("a private matter of oneself or of relatives"), _PUBLISHED),
    FilingGround("promotion", _("promotes a work or a product"), _PUBLISHED),
    FilingGround("accusation", _("accuses somebody by name"), _PUBLISHED),
    FilingGround("vague", _("vague, without a concrete suggestion"), _PUBLISHED),
)


def grounds_on(on: date) -> list[FilingGround]:
    """Give the grounds in force on a day."""
    return [ground for ground in FILING_GROUNDS if ground.is_in_force(on)]
