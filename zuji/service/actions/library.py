"""Topics to lecture on and units that host: kept, changed, no longer offered."""

from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.recording import Recorded, RecordingError, validate
from zuji.foundation.wording import plain
from zuji.organizations.models import Organization
from zuji.service.models import HostUnit, LectureTopic


class TopicFields(TypedDict, total=False):
    """What is said of a topic."""

    title: str
    category: str
    outline: str
    duration_minutes: int | None
    suited_audience: str


class HostFields(TypedDict, total=False):
    """What is said of a unit that hosts."""

    name: str
    contact_person: str
    phone: str
    address: str


@transaction.atomic
def keep_topic(organization: Organization, **fields: Unpack[TopicFields]) -> Recorded[LectureTopic]:
    """Add a topic to the library of an organization; one of the same title is the same, and is offered again."""
    Organization.objects.select_for_update().get(pk=organization.pk)
    own = LectureTopic.objects.filter(organization=organization)
    there = next((topic for topic in own if plain(topic.title) == plain(fields["title"])), None)
    if there is not None:
        if not there.is_offered:
            there.is_offered = True
            there.save(update_fields=["is_offered"])
        return Recorded(there)
    topic = LectureTopic(organization=organization, code=f"LT{own.count() + 1:03}", **fields)
    validate(topic)
    topic.save()
    return Recorded(topic, is_new=True, is_changed=True)


@transaction.atomic
def change_topic(topic: LectureTopic, **fields: Unpack[TopicFields]) -> LectureTopic:
    """Change a topic; lectures given on it keep the words they were given under."""
    current: LectureTopic = LectureTopic.objects.select_for_update().get(pk=topic.pk)
    own = LectureTopic.objects.filter(organization=current.organization_id).exclude(pk=current.pk)
    _refuse_same("title", fields.get("title", ""), [each.title for each in own])
    for name, value in fields.items():
        setattr(current, name, value)
    validate(current)
    current.save()
    return current


@transaction.atomic
def withdraw_topic(topic: LectureTopic) -> LectureTopic:
    """Offer a topic no longer; what was given on it stays."""
    topic.is_offered = False
    topic.save(update_fields=["is_offered"])
    return topic


@transaction.atomic
def keep_host_unit(organization: Organization, **fields: Unpack[HostFields]) -> Recorded[HostUnit]:
    """Keep a unit that hosts lectures; one of the same name is the same."""
    Organization.objects.select_for_update().get(pk=organization.pk)
    own = HostUnit.objects.of(organization)
    there = next((unit for unit in own if plain(unit.name) == plain(fields["name"])), None)
    if there is not None:
        return Recorded(there)
    unit = HostUnit(organization=organization, code=f"HU{own.count() + 1:03}", **fields)
    validate(unit)
    unit.save()
    return Recorded(unit, is_new=True, is_changed=True)


@transaction.atomic
def change_host_unit(unit: HostUnit, **fields: Unpack[HostFields]) -> HostUnit:
    """Change a unit that hosts; lectures given there keep the name they were given under."""
    current: HostUnit = HostUnit.objects.select_for_update().get(pk=unit.pk)
    others = HostUnit.objects.filter(organization=current.organization_id).exclude(pk=current.pk)
    _refuse_same("name", fields.get("name", ""), [each.name for each in others])
    for name, value in fields.items():
        setattr(current, name, value)
    validate(current)
    current.save()
    return current


def _refuse_same(field: str, said: str, others: list[str]) -> None:
    if plain(said) in {plain(other) for other in others}:
        raise RecordingError(field, _("“%(name)s” is here already.") % {"name": said})
