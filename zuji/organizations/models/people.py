"""Members, the dated spans in which they belong, hold posts and are exempt."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.foundation.fields import DayField, MonthField, UntilField
from zuji.foundation.models import Stamped
from zuji.foundation.spelling import LONGEST_KEY
from zuji.organizations.models.organization import Organization

SEXES = {"female": _("female"), "male": _("male")}
TITLE_RANKS = {
    "senior": _("senior"),
    "associate_senior": _("associate senior"),
    "intermediate": _("intermediate"),
    "junior": _("junior"),
    "none": _("none"),
}
STATUSES = {
    "active": _("on the roll"),
    "transferring": _("transferring"),
    "transferred_out": _("transferred out"),
    "withdrawn": _("withdrawn"),
    "removed": _("removed"),
    "deceased": _("deceased"),
}


class Sector(models.Model):
    """Occupational sector of a member (界别); an editable code list."""

    name = models.CharField(max_length=40, unique=True)
    is_main_sector = models.BooleanField(default=False)

    class Meta:
        db_table = "sector"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Member(Stamped):
    """A person admitted to 民进. `member_no` is given by the organization that keeps the card (`registered_at`).

    Months (birth, joining) stay months. Identity number, home address, health and photo have no field: nothing here
    needs them (domain §10).
    """

    registered_at = models.ForeignKey(Organization, models.PROTECT, related_name="registered_members")
    member_no = models.CharField(max_length=32)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="member")
    name = models.CharField(max_length=40)
    sex = models.CharField(max_length=8, choices=list(SEXES.items()), blank=True)
    ethnicity = models.CharField(max_length=20, blank=True)
    birth_month = MonthField(blank=True)
    native_place = models.CharField(max_length=60, blank=True)
    education = models.CharField(max_length=20, blank=True)
    degree = models.CharField(max_length=20, blank=True)
    joined_month = MonthField(blank=True)
    first_introducer = models.CharField(max_length=40, blank=True)
    second_introducer = models.CharField(max_length=40, blank=True)
    work_started_month = MonthField(blank=True)
    employer_kind = models.CharField(max_length=40, blank=True)
    employer = models.CharField(max_length=80, blank=True)
    job_title = models.CharField(max_length=40, blank=True)
    professional_title = models.CharField(max_length=20, choices=list(TITLE_RANKS.items()), blank=True)
    professional_series = models.CharField(max_length=40, blank=True)
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, related_name="members")
    is_cpc_member = models.BooleanField(default=False)
    expertise = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    status = models.CharField(max_length=16, choices=list(STATUSES.items()), default="active")
    is_retired = models.BooleanField(default=False)

    class Meta:
        db_table = "member"
        constraints = [
            models.UniqueConstraint(fields=["registered_at", "member_no"], name="member_no_unique_where_registered")
        ]

    def __str__(self) -> str:
        return self.name


class NameKey(models.Model):
    """One way to type a name in Latin letters: "zhangsanfeng", "zsf". It follows from the name, whoever bears it."""

    name = models.CharField(max_length=40)
    key = models.CharField(max_length=LONGEST_KEY, db_index=True)

    class Meta:
        db_table = "name_key"
        constraints = [models.UniqueConstraint(fields=["name", "key"], name="name_key_unique")]

    def __str__(self) -> str:
        return self.key


class PublicOffice(models.Model):
    """A public office of a member (社会职务), which decides who may submit a proposal alone."""

    KINDS = {
        "cppcc_member": _("CPPCC member"),
        "npc_deputy": _("deputy to the people's congress"),
        "counsellor": _("government counsellor"),
        "special_inspector": _("specially invited inspector"),
        "other": _("other"),
    }
    LEVELS = {"county": _("county"), "city": _("city"), "province": _("province"), "national": _("national")}

    member = models.ForeignKey(Member, models.CASCADE, related_name="public_offices")
    kind = models.CharField(max_length=20, choices=list(KINDS.items()))
    level = models.CharField(max_length=10, choices=list(LEVELS.items()))
    session = models.CharField(max_length=20, blank=True)
    from_on = DayField(null=True, blank=True)
    until_on = UntilField(blank=True)

    class Meta:
        db_table = "public_office"


class Span(models.Model):
    """A dated span: `from_on` the first day, `until_on` the first day no longer; None is open."""

    from_on = DayField(db_column="from_day")
    until_on = UntilField(db_column="until_day", blank=True)

    class Meta:
        abstract = True

    def covers(self, on: object) -> bool:
        return self.from_on <= on and (self.until_on is None or on < self.until_on)


class Membership(Span):
    """One unbroken span in which a member belongs to an organization; who left and came back has two."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="memberships")
    member = models.ForeignKey(Member, models.PROTECT, related_name="memberships")

    class Meta:
        db_table = "membership"
        constraints = [
            models.UniqueConstraint(fields=["organization", "member", "from_on"], name="membership_start_unique"),
            models.CheckConstraint(
                condition=models.Q(until_on__gt=models.F("from_on")), name="membership_ends_after_it_began"
            ),
        ]
        indexes = [models.Index(fields=["member", "organization"], name="membership_member")]


class Term(Span):
    """A term of office (届) of an organization's committee."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField()
    approval_document = models.CharField(max_length=60, blank=True)

    class Meta:
        db_table = "term"
        constraints = [models.UniqueConstraint(fields=["organization", "number"], name="term_number_unique")]


class PostAssignment(Span):
    """A post held. `post` is a code of `organizations.entitlements.POSTS`; rights and some duties follow it by day."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="post_assignments")
    member = models.ForeignKey(Member, models.PROTECT, related_name="post_assignments")
    post = models.CharField(max_length=32)
    term = models.ForeignKey(Term, models.PROTECT, null=True, blank=True, related_name="post_assignments")
    appointment_document = models.CharField(max_length=60, blank=True)

    class Meta:
        db_table = "post_assignment"
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "member", "post", "from_on"], name="post_assignment_start_unique"
            ),
            models.CheckConstraint(
                condition=models.Q(until_on__gt=models.F("from_on")), name="post_assignment_ends_after_it_began"
            ),
        ]


class Exemption(Span):
    """An approved exemption of a member from duties: it goes with the person, wherever they are a member."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="exemptions")
    reason = models.CharField(max_length=120, blank=True)
    approved_by = models.CharField(max_length=60, blank=True)

    class Meta:
        db_table = "exemption"
        constraints = [
            models.UniqueConstraint(fields=["member", "from_on", "until_on"], name="exemption_span_unique"),
            models.CheckConstraint(
                condition=models.Q(until_on__gt=models.F("from_on")), name="exemption_ends_after_it_began"
            ),
        ]


class MembershipTransfer(Stamped):
    """A move between organizations (转接组织关系): until the receipt, the member counts in the old branch."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="transfers")
    from_organization = models.ForeignKey(Organization, models.PROTECT, related_name="transfers_out")
    to_organization = models.ForeignKey(Organization, models.PROTECT, related_name="transfers_in")
    applied_on = DayField()
    letter_no = models.CharField(max_length=60, blank=True)
    receipt_on = DayField(null=True, blank=True)

    class Meta:
        db_table = "membership_transfer"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(from_organization=models.F("to_organization")), name="transfer_goes_elsewhere"
            )
        ]
