"""`zuji explain`: why a standing is as it is, in words, with the clause and the records."""

import argparse
import sys
from datetime import date

from django.utils.translation import gettext as _

from zuji.footprints.queries import records_of
from zuji.foundation.errors import ZujiError
from zuji.foundation.numbers import day
from zuji.institutions.actions import ensure_periods
from zuji.institutions.models import Standing
from zuji.institutions.queries.explaining import EvidenceLine, Explanation, explain
from zuji.institutions.queries.standings import standings_of, standings_of_code
from zuji.institutions.queries.wording import remark_words
from zuji.operations.places import branch_named

HELP = "say why a standing is as it is, with the clause and the records"
USES_TABLES = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--organization", required=True, help="name of the branch")
    parser.add_argument("--year", required=True, type=int)
    parser.add_argument("--duty", required=True, help="code of the duty, such as R13")
    parser.add_argument("--period", default="", help="2018-04, 2018Q2, or the number of the task, issue or event")
    parser.add_argument("--member", default="", help="number of a member")
    parser.add_argument("--as-of", type=date.fromisoformat, help="as that day saw it")


def run(options: argparse.Namespace) -> int:
    """Print an explanation of every standing asked for."""
    branch = branch_named(options.organization)
    ensure_periods(options.year)
    as_of = options.as_of or date.max
    standings = standings_of_code(standings_of(branch, options.year, as_of=as_of), options.duty)
    chosen = _of_member(_of_period(standings, options.period), options.member)
    if not chosen:
        raise ZujiError(_("Nothing is owed under that duty, period and member."))
    for explanation in explain(branch, chosen, as_of=as_of):
        sys.stdout.write("\n".join(_lines(explanation)) + "\n\n")
    return 0


def _of_period(standings: list[Standing], asked: str) -> list[Standing]:
    records = records_of(standing.window_key for standing in standings)
    names = {key: str(record.code) for key, record in records.items()}
    return [s for s in standings if asked in ("", s.window_key, names.get(s.window_key))]


def _of_member(standings: list[Standing], asked: str) -> list[Standing]:
    return [s for s in standings if not asked or (s.member is not None and s.member.member_no == asked)]


def _lines(explanation: Explanation) -> list[str]:
    standing = explanation.standing
    clause, version = standing.duty.clause, standing.duty.version
    lines = [
        f"{explanation.headline}（{standing.get_status_display()}）",
        _("%(institution)s %(clause)s: %(text)s")
        % {"institution": version.institution, "clause": clause.label, "text": clause.text},
        _("In force from %(day)s.") % {"day": day(version.from_on)},
    ]
    lines += [_evidence_line(number, line) for number, line in enumerate(explanation.evidence, start=1)]
    lines += [
        f"  {'✓' if person.was_present else '✕'} {person.on} {person.member} {person.event}"
        for person in explanation.people
    ]
    lines += [f"  – {line.on} {line.record}: {remark_words(line.why_not)}" for line in explanation.left_out]
    return lines


def _evidence_line(number: int, line: EvidenceLine) -> str:
    code = getattr(line.record, "code", "")
    sign = "−" if line.sign < 0 else ""
    return f"  {number}. {sign}{line.on} {code} {line.record}"
