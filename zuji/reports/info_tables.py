"""The four tables of infos as a workbook: the same counts as the page."""

from typing import Any

from django.utils.translation import gettext as _

from zuji.foundation.clock import local_date
from zuji.foundation.numbers import day, percent
from zuji.infos.queries.tables import InfoTables
from zuji.reports.workbooks import workbook_of


def info_tables_xlsx(tables: InfoTables) -> bytes:
    """Write what was sent, what was adopted, the sum and each member, one sheet each (domain §5)."""
    sent = [_("No."), _("Title"), _("Piece number"), _("Author"), _("Characters")]
    sent += [_("Sent on"), _("Sent to"), _("State")]
    adopted = [_("Title"), _("Body"), _("Level"), _("How"), _("Issue or number"), _("Day"), _("Paper")]
    members = [_("Author"), _("Sent"), _("Adopted"), _("Instructed on")]
    return workbook_of(
        [
            (_("What was sent"), sent, _sent_rows(tables)),
            (_("What was adopted"), adopted, _adopted_rows(tables)),
            (_("The sum"), [_("The sum"), ""], _sum_rows(tables)),
            (
                _("Member by member"),
                members,
                [(x.name or _("the branch itself"), x.sent, x.adopted, x.instructed) for x in tables.members],
            ),
        ]
    )


def _sent_rows(tables: InfoTables) -> list[tuple[Any, ...]]:
    return [
        (
            place,
            info.as_sent.title,
            info.number,
            str(info.member or _("the branch itself")),
            info.as_sent.words or "",
            day(local_date(info.submitted_at)) if info.submitted_at else "",
            "、".join(each.body for each in info.dispatches.all()) or info.channel,
            info.get_state_display() + (f" · {_('duplicate')}" if info.duplicate_of else ""),
        )
        for place, info in enumerate(tables.sent, start=1)
    ]


def _adopted_rows(tables: InfoTables) -> list[tuple[Any, ...]]:
    return [
        (
            line.info.title,
            line.outcome.who if line.outcome.body else "",
            line.outcome.get_level_display(),
            line.outcome.get_kind_display(),
            line.outcome.issue_no,
            day(line.outcome.on) if line.outcome.on else "",
            line.outcome.proof,
        )
        for line in tables.adopted
    ]


def _sum_rows(tables: InfoTables) -> list[tuple[Any, Any]]:
    summary = tables.summary
    rows: list[tuple[Any, Any]] = [
        (_("Owed"), "—" if summary.owed is None else summary.owed),
        (_("Sent"), summary.sent),
        (_("Share of what is owed"), percent(summary.sent, summary.owed) if summary.owed else "—"),
        (_("Since the year began"), summary.sent_so_far),
        (_("The same time a year before"), summary.sent_a_year_before),
        (_("Infos per member"), f"{summary.sent} ÷ {summary.people}" if summary.people else "—"),
    ]
    rows += [(f"{_('Adopted')} · {level}", number) for level, number in summary.adopted_by_level]
    rows += [(_("Passed on"), summary.forwarded), (_("Instructed on"), summary.instructed)]
    share = f"{summary.adopted_infos} ÷ {summary.sent} = {percent(summary.adopted_infos, summary.sent)}"
    return [*rows, (_("Share adopted"), share if summary.sent else "—")]
