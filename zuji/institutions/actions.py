"""Verbs of the written rule: draft, advance, put in force; and keep standings fresh."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import mark_all_years_stale, mark_judged
from zuji.footprints.models import Freshness
from zuji.foundation.clock import local_date
from zuji.foundation.errors import ZujiError
from zuji.institutions.models import (
    Duty,
    DutyKind,
    DutyPost,
    Institution,
    InstitutionClause,
    InstitutionVersion,
    Period,
    Standing,
    VersionEvent,
)
from zuji.institutions.queries.judging import is_fresh, judged_rows
from zuji.kernel.calendar import periods_of
from zuji.kernel.clauses import InstitutionText, TextErrors, parse_text
from zuji.kernel.duties import DutyTerms
from zuji.kernel.language import write_duty
from zuji.kernel.relations import STANDING
from zuji.organizations.models import Organization

NEXT_STATES = {
    "draft": ("comments", "adopted"),
    "comments": ("draft", "adopted"),
    "adopted": ("on_record", "in_force"),
    "on_record": ("in_force",),
    "in_force": ("repealed",),
    "amended": (),
    "repealed": (),
}
"""The life of a version (design §3). Putting on record may be left out where there is nobody above. A version is
amended by the next one that comes into force, never by hand."""

COPIED_TERMS = (
    "code", "title", "bearer", "bearer_post", "about", "credited_to", "cadence", "trigger_kind",
    "opens_offset", "closes_offset", "closes_by", "deadline_month", "deadline_day", "measure", "unit", "about_window",
    "prorate_months", "owed_on_last_day", "minimum_days", "joined_by_month", "joined_by_day",
    "waive_exempt_on_last_day", "waive_exempt_months",
)  # fmt: skip
"""What a duty's row takes from its sentence as it is."""


def with_one_kind_of_line_end(text: str) -> str:
    """Write line ends the one way, whatever a browser or a file had."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@transaction.atomic
def draft_version(organization: Organization, *, code: str, title: str, text: str, by: str = "") -> InstitutionVersion:
    """Begin a new draft of an institution, or of a new one; the text may still be wrong."""
    institution, _is_new = Institution.objects.get_or_create(
        organization=organization, code=code, defaults={"title": title}
    )
    last = institution.versions.order_by("-number").first()
    version = InstitutionVersion.objects.create(
        institution=institution, number=last.number + 1 if last else 1, text=with_one_kind_of_line_end(text)
    )
    VersionEvent.objects.create(version=version, state="draft", on=local_date(version.created_at), by=by)
    return version


@transaction.atomic
def revise_draft(version: InstitutionVersion, *, text: str, seen: str) -> InstitutionVersion:
    """Save a draft's text. `seen` is the text the writer started from: a stale save is refused and nothing is lost."""
    current = InstitutionVersion.objects.select_for_update().get(pk=version.pk)
    if not current.is_open:
        raise ZujiError(_("This version is no longer a draft; begin a new one to change the text."))
    if current.text != seen:
        raise ZujiError(_("Somebody else has saved this draft meanwhile. Compare both texts before you save again."))
    current.text = text
    current.save(update_fields=["text", "updated_at"])
    return current


@transaction.atomic
def advance(version: InstitutionVersion, *, state: str, on: date, by: str = "", note: str = "") -> InstitutionVersion:
    """Take a version one step on in its life, as a dated event with who and on what ground.

    Raises ZujiError for a step that does not follow, a text with errors, or a duty looser than a superior's.
    """
    version = InstitutionVersion.objects.select_for_update().get(pk=version.pk)
    if state not in NEXT_STATES[version.state]:
        raise ZujiError(_("This step does not follow from where the version stands."))
    try:
        parsed = parse_text(version.text) if state in ("adopted", "in_force") else None
    except TextErrors as errors:
        raise ZujiError(_("The text has mistakes: %(first)s") % {"first": errors.errors[0]}) from errors
    if parsed is not None:
        _refuse_looser(version, parsed, on)
    VersionEvent.objects.create(version=version, state=state, on=on, by=by, note=note)
    if state == "in_force":
        if version.institution.versions.filter(from_on__gte=on, until_on__gt=on).exists():
            raise ZujiError(_("A later or equal day is already taken by another version in force; choose a later day."))
        return _bring_into_force(version, from_on=on, until_on=None)
    if state == "repealed":
        if on <= version.from_on or (version.until_on is not None and on > version.until_on):
            raise ZujiError(_("A text can be repealed only while it is in force, from its second day on."))
        _close(version, on)
    version.state = state
    version.save(update_fields=["state", "updated_at"])
    return version


@transaction.atomic
def put_in_force(  # noqa: PLR0913 - what a text on record says of itself, each by its name
    organization: Organization,
    *,
    code: str,
    title: str,
    text: str,
    from_on: date,
    until_on: date | None = None,
    by: str = "",
) -> tuple[InstitutionVersion, bool]:
    """Put a text in force that was adopted elsewhere; gives the version and whether anything changed.

    The same text from the same day is the same version. Raises ZujiError where another text is in force from that day.
    """
    institution, _is_new = Institution.objects.get_or_create(
        organization=organization, code=code, defaults={"title": title}
    )
    there = institution.versions.filter(from_on=from_on, state__in=("in_force", "amended", "repealed")).first()
    if there is not None:
        if there.text != text:
            raise ZujiError(
                _("Another text of “%(title)s” is in force from that day; a version in force stays as it is.")
                % {"title": title}
            )
        if there.until_on == until_on or until_on is None:
            return there, False
        _close(there, until_on)
        return there, True
    last = institution.versions.order_by("-number").first()
    version = InstitutionVersion.objects.create(
        institution=institution, number=last.number + 1 if last else 1, text=text, state="adopted"
    )
    VersionEvent.objects.create(version=version, state="in_force", on=from_on, by=by)
    return _bring_into_force(version, from_on=from_on, until_on=until_on), True


def _bring_into_force(version: InstitutionVersion, *, from_on: date, until_on: date | None) -> InstitutionVersion:
    parsed = parse_text(version.text)
    for earlier in version.institution.versions.filter(state="in_force").exclude(pk=version.pk):
        if earlier.from_on < from_on and (earlier.until_on is None or earlier.until_on > from_on):
            _close(earlier, from_on)
    version.from_on, version.until_on, version.state = from_on, until_on, "in_force"
    version.save()
    Institution.objects.filter(pk=version.institution_id).update(title=parsed.title)
    for clause in parsed.clauses:
        row = InstitutionClause.objects.create(
            version=version, number=clause.number, label=clause.label, text=clause.text
        )
        for terms in clause.duties:
            _write_duty(version, row, terms)
    mark_all_years_stale(version.institution.organization)
    return version


def _write_duty(version: InstitutionVersion, clause: InstitutionClause, terms: DutyTerms) -> Duty:
    duty = Duty.objects.create(
        organization_id=version.institution.organization_id,
        version=version,
        clause=clause,
        sentence=write_duty(terms),
        weight=Decimal(terms.weight.numerator) / Decimal(terms.weight.denominator),
        minimum_n=terms.minimum.numerator,
        minimum_d=terms.minimum.denominator,
        needs_actor_post=bool(terms.actor_posts),
        from_on=version.from_on,
        until_on=version.until_on,
        **{name: getattr(terms, name) for name in COPIED_TERMS},
    )
    DutyKind.objects.bulk_create(DutyKind(duty=duty, kind=k.kind, part=k.part, sign=k.sign) for k in terms.kinds)
    posts = [("actor", post) for post in terms.actor_posts] + [("excluded", post) for post in terms.excluded_posts]
    DutyPost.objects.bulk_create(DutyPost(duty=duty, role=role, post=post) for role, post in posts)
    return duty


def _close(version: InstitutionVersion, on: date) -> None:
    version.until_on = on
    version.state = "amended"
    version.save()
    version.duties.update(until_on=on)
    mark_all_years_stale(version.institution.organization)


def _refuse_looser(version: InstitutionVersion, parsed: InstitutionText, on: date) -> None:
    """Refuse a duty that asks less than the same duty of an organization above (design §3)."""
    above = Duty.objects.filter(
        organization__descendant_links__descendant=version.institution.organization,
        organization__descendant_links__depth__gt=0,
        from_on__lte=on,
        until_on__gt=on,
    ).prefetch_related("kinds")
    asked: dict[Any, Duty] = {
        _subject(duty, [(k.kind, k.part, k.sign) for k in duty.kinds.all()]): duty for duty in above
    }
    for clause in parsed.clauses:
        for terms in clause.duties:
            superior = asked.get(_subject(terms, [(k.kind, k.part, k.sign) for k in terms.kinds]))
            if superior and terms.minimum < Fraction(superior.minimum_n, superior.minimum_d):
                raise ZujiError(
                    _("%(clause)s asks less than “%(title)s” of %(organization)s; stricter is allowed, looser is not.")
                    % {"clause": clause.label, "title": superior.title, "organization": superior.organization}
                )


def _subject(duty: Any, kinds: list[tuple[str, str, int]]) -> tuple[Any, ...]:
    return duty.bearer, duty.about, duty.cadence, duty.trigger_kind, duty.measure, tuple(sorted(kinds))


def refresh(branch: Organization, year: int, *, today: date) -> bool:
    """Judge a branch's year anew if anything has happened since, or a day has passed that matters; say whether it was.

    Only the rows that differ are written. Two readers at once: the second waits, then finds it fresh.
    """
    freshness = Freshness.objects.filter(organization=branch, year=year).first()
    if is_fresh(branch, freshness, year, today):
        return False
    with transaction.atomic():
        Freshness.objects.get_or_create(organization=branch, year=year)
        locked = Freshness.objects.select_for_update().get(organization=branch, year=year)
        branch.refresh_from_db(fields=["people_revision"])
        if is_fresh(branch, locked, year, today):
            return False
        ensure_periods(year)
        _replace(branch, year, judged_rows(branch, year, as_of=today))
        mark_judged(branch, year, as_of=today, people_revision=branch.people_revision)
    return True


def ensure_periods(year: int) -> None:
    """Make the calendar rows of a year, once."""
    if not Period.objects.filter(cadence="yearly", year=year).exists():
        Period.objects.bulk_create([Period(**vars(period)) for period in periods_of(year)], ignore_conflicts=True)


def _replace(branch: Organization, year: int, wanted: list[tuple[Any, ...]]) -> None:
    names = STANDING
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, {', '.join(names)} FROM standing WHERE organization_id = %s AND year = %s",  # noqa: S608
            [branch.pk, year],
        )
        kept = {tuple(row[1:]): row[0] for row in cursor.fetchall()}
        kept_on = set(wanted)
        gone = [number for row, number in kept.items() if row not in kept_on]
        new = [row for row in wanted if row not in kept]
        if gone:
            Standing.objects.filter(pk__in=gone).delete()
        if new:
            marks = ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO standing ({', '.join(names)}) VALUES ({marks})", new)  # noqa: S608
