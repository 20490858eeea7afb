"""Nouns of the tree and its people."""

from zuji.organizations.models.calendar import WorkDayException
from zuji.organizations.models.organization import LEVELS, Organization, OrganizationClosure
from zuji.organizations.models.people import (
    Exemption,
    Member,
    Membership,
    MembershipTransfer,
    NameKey,
    PostAssignment,
    PublicOffice,
    Sector,
    Term,
)
from zuji.organizations.models.policy import Policy, PolicyKind, PolicyMark, PolicySetting, PolicySpan
from zuji.organizations.models.records import (
    AttendanceMark,
    ConfidentialQuerySet,
    OwnRecord,
    RecordEvent,
    RecordQuerySet,
    SharedRecord,
)

__all__ = [
    "LEVELS",
    "AttendanceMark",
    "ConfidentialQuerySet",
    "Exemption",
    "Member",
    "Membership",
    "MembershipTransfer",
    "NameKey",
    "Organization",
    "OrganizationClosure",
    "OwnRecord",
    "Policy",
    "PolicyKind",
    "PolicyMark",
    "PolicySetting",
    "PolicySpan",
    "PostAssignment",
    "PublicOffice",
    "RecordEvent",
    "RecordQuerySet",
    "Sector",
    "SharedRecord",
    "Term",
    "WorkDayException",
]
