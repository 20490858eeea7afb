"""What a load did, told to whoever started it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zuji.operations.load.context import CHANGED, DOUBTFUL, NEW, OUTCOMES, REFUSED, UNCHANGED, Load
from zuji.operations.load.files import quoted

MOST_REFUSALS = 200


def told(load: Load, *, is_dry_run: bool) -> Iterator[str]:
    """Give the lines that tell what a load did: refused rows first, the counts by file last."""
    yield from load.notices
    for file, sentence in load.troubles.items():
        yield _("%(file)s was not loaded: %(why)s") % {"file": file, "why": sentence}
    for refusal in load.refusals[:MOST_REFUSALS]:
        yield _("%(file)s line %(line)s %(column)s: %(why)s") % {
            "file": refusal.file,
            "line": refusal.line,
            "column": quoted(refusal.finding.column),
            "why": refusal.finding.reason,
        }
    if len(load.refusals) > MOST_REFUSALS:
        yield _("… and %(more)s more of the kind; all are kept.") % {"more": len(load.refusals) - MOST_REFUSALS}
    yield from table_of_counts(load)
    yield conclusion(load, is_dry_run=is_dry_run)


def table_of_counts(load: Load) -> Iterator[str]:
    """Give one line for each file: new, changed, unchanged, doubtful, refused."""
    names = {
        NEW: _("new"),
        CHANGED: _("changed"),
        UNCHANGED: _("unchanged"),
        DOUBTFUL: _("doubtful"),
        REFUSED: _("refused"),
    }
    yield _("%(branch)s, below %(committee)s") % {"branch": load.branch, "committee": load.committee}
    for file, counts in load.counts.items():
        yield f"{file:<24}" + "  ".join(f"{names[outcome]} {counts[outcome]:>4}" for outcome in OUTCOMES)


def conclusion(load: Load, *, is_dry_run: bool) -> str:
    """Say in one sentence how it ended."""
    total = {outcome: sum(counts[outcome] for counts in load.counts.values()) for outcome in OUTCOMES}
    numbers = {"new": total[NEW], "changed": total[CHANGED], "refused": total[REFUSED], "doubtful": total[DOUBTFUL]}
    if is_dry_run:
        sentence = _(
            "Nothing was written. Loading would add %(new)s, change %(changed)s, refuse %(refused)s and keep"
            " %(doubtful)s with a doubt."
        )
    elif not total[NEW] and not total[CHANGED]:
        sentence = _("Nothing is new: everything was there already. Refused: %(refused)s; doubtful: %(doubtful)s.")
    else:
        sentence = _(
            "Loaded: %(new)s new, %(changed)s changed. Refused: %(refused)s; doubtful: %(doubtful)s."
            " Refused rows are kept until they are mended."
        )
    return sentence % numbers
