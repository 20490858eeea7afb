"""How contacts, visits and requests count: for the branch, naming who was contacted and who did it."""

from zuji.contacts.models import MemberContact, MemberRequest, VisitOccasion
from zuji.footprints.facts import Fact, reference_to


def footprints_of(contact: MemberContact) -> list[Fact]:
    """Which facts a contact amounts to, credited to the branch (C11).

    A talk and a visit are contacts too: the text names the visit among the forms of one. A visit is about what called
    for it.
    """
    about = f"visit_occasion:{contact.occasion_id}" if contact.occasion_id else reference_to(contact)
    more = {"heart_talk": [("talk.held", reference_to(contact))], "visit": [("visit.made", about)]}
    return [
        Fact(
            kind=kind,
            organization_id=contact.organization_id,
            credit="branch",
            member_id=contact.member_id,
            actor_id=contact.by_member_id,
            about=of,
            happened_on=contact.on,
            recorded_on=contact.recorded_on,
            is_confirmed=bool(contact.confirmed_by),
        )
        for kind, of in [("contact.made", reference_to(contact)), *more.get(contact.kind, [])]
    ]


def footprints_of_occasion(occasion: VisitOccasion) -> list[Fact]:
    """What calls for a visit opens a window until its due day (CON-3); where the member declined, none."""
    if occasion.declined_on is not None:
        return []
    return [
        Fact(
            kind="visit.due",
            organization_id=occasion.organization_id,
            credit="branch",
            member_id=occasion.member_id,
            about=reference_to(occasion),
            happened_on=occasion.learned_on,
            due_on=occasion.due_on,
        )
    ]


def footprints_of_request(request: MemberRequest) -> list[Fact]:
    """A request opens a window until its due day (CON-4); each answer that the member let stand is one."""
    own = reference_to(request)
    made = Fact(
        kind="request.made",
        organization_id=request.organization_id,
        credit="branch",
        member_id=request.member_id,
        about=own,
        happened_on=request.asked_on,
        due_on=request.due_on,
    )
    answered = [
        Fact(
            kind="request.answered",
            organization_id=request.organization_id,
            credit="branch",
            member_id=request.member_id,
            about=own,
            happened_on=answer.answered_on,
        )
        for answer in request.answers.all()
        if answer.is_enough
    ]
    return [made, *answered]
