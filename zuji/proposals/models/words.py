"""The words of proposals: forms, states, grounds, classes of reply (domain §4)."""

from datetime import date

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
COMMITTEE_FORMS = ("party",)
"""Forms in which a committee proposes, and it alone: in the name of the party, with its seal."""
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


GROUNDS_PUBLISHED_ON = date(2011, 1, 1)
SHIPPED_GROUNDS = {
    "secrets": _("touches secrets of the party or the state"),
    "prohibited": _("asks for what the state prohibits"),
    "cpc_internal": _("a Communist Party member on the party’s own organisation"),
    "party_internal": _("a democratic party’s member on its internal affairs"),
    "litigation": _("a matter before a court or in arbitration"),
    "academic": _("purely academic debate"),
    "private": _("a private matter of oneself or of relatives"),
    "promotion": _("promotes a work or a product"),
    "accusation": _("accuses somebody by name"),
    "vague": _("vague, without a concrete suggestion"),
}
"""Grounds for not filing as the national body published them in 2011; organizations add to them and end them."""
