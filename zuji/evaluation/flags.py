"""The flags of a branch's year: what was entered late, wrongly or twice, whatever became of it since."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from zuji.footprints.facts import Fact
from zuji.footprints.models import Footprint, RefusedRow
from zuji.footprints.queries import records_of
from zuji.institutions.queries.judging import engine
from zuji.institutions.queries.offices import contact_posts
from zuji.kernel.engines import judge
from zuji.kernel.statements import parameters
from zuji.meetings.footprints import footprints_of as meeting_facts
from zuji.meetings.models import Meeting
from zuji.organizations.models import Membership, Organization, PolicySpan
from zuji.proposals.footprints import footprints_of as proposal_facts
from zuji.proposals.models import Proposal
from zuji.service.footprints import footprints_of_lecture
from zuji.service.models import Lecture

Flag = tuple[str, str]

CALLED_OFF: tuple[tuple[Any, str, str, str, str, Callable[[Any], list[Fact]]], ...] = (
    # the noun, its own date, what it reads, its status when called off and otherwise, what it would amount to
    (Meeting, "held_on", "attendance", "cancelled", "held", meeting_facts),
    (Lecture, "held_on", "speakers", "cancelled", "held", footprints_of_lecture),
    (Proposal, "submitted_on", "signatures", "withdrawn", "undecided", proposal_facts),
)


def flags_of(branch: Organization, year: int) -> list[Flag]:
    """Give (record code, flag) of a year, sorted, each once."""
    flags = {
        *flags_of_footprints(branch, year),
        *flags_of_called_off(branch, date(year, 1, 1), date(year, 12, 31)),
        *flags_of_refused(branch, year),
    }
    return sorted(flags)


def flags_of_footprints(branch: Organization, year: int) -> Iterator[Flag]:
    """Give the flags of what stands in the ledger. Who took part in research is not asked (no figure rests on it)."""
    remarks = judge(engine(), "remark", parameters(organization_id=branch.pk, year=year))
    remarks = [*remarks, *contacts_out_of_office(branch, year)]
    footprints = Footprint.objects.exclude(kind="research.joined").filter(pk__in={number for number, _code in remarks})
    sources = dict(footprints.values_list("pk", "source"))
    records = records_of(sources.values())
    for number, code in remarks:
        if number in sources:
            yield str(records[sources[number]].code), code


def contacts_out_of_office(branch: Organization, year: int) -> list[tuple[int, str]]:
    """Give (footprint, flag) of each contact whose maker held no office that day, though no duty may ask it (C11)."""
    held = list(branch.post_assignments.filter(post__in=contact_posts(branch)))
    contacts = Footprint.objects.standing().filter(
        organization=branch, kind="contact.made", happened_on__range=(date(year, 1, 1), date(year, 12, 31))
    )
    return [
        (contact.pk, "NOT_IN_OFFICE")
        for contact in contacts
        if not any(post.member_id == contact.actor_id and post.covers(contact.happened_on) for post in held)
    ]


def flags_of_called_off(branch: Organization, first: date, last: date) -> Iterator[Flag]:
    """Give the flags that cancelled and withdrawn records would have: these leave nothing in the ledger."""
    policies = list(PolicySpan.objects.filter(organization=branch).select_related("policy"))
    memberships = list(Membership.objects.filter(organization=branch))
    for record, facts in would_be_facts(branch, first, last):
        for fact in facts:
            on = fact.happened_on
            late_after = next(span.policy.late_after_days for span in policies if span.covers(on))
            if fact.recorded_on and (fact.recorded_on - on).days > late_after:
                yield record.code, "LATE_CONFIRMED" if fact.is_confirmed else "LATE_UNCONFIRMED"
            is_member = any(span.member_id == fact.member_id and span.covers(on) for span in memberships)
            if fact.member_id and not is_member:
                yield record.code, "NOT_A_MEMBER"


def would_be_facts(branch: Organization, first: date, last: date) -> Iterator[tuple[Any, list[Fact]]]:
    """Give each record that was called off, with the facts it would amount to otherwise, marks left out."""
    for model, own, reads, called_off, otherwise, facts_of in CALLED_OFF:
        records = model.objects.of(branch).filter(status=called_off, **{f"{own}__range": (first, last)})
        for record in records.prefetch_related(reads):
            record.status = otherwise
            yield record, [fact for fact in facts_of(record) if not fact.mark]


def flags_of_refused(branch: Organization, year: int) -> Iterator[Flag]:
    """Give the flags of rows refused and not mended since; one whose year nobody can tell is of every year."""
    for row in RefusedRow.objects.filter(organization=branch, is_mended=False).exclude(remark=""):
        if row.year in (None, year):
            yield row.record_code, row.remark
