"""What was refused, kept in the database: the same rows once, and mended ones marked as such."""

from zuji.footprints.models import RefusedRow
from zuji.operations.load.context import Load, Refusal

LONGEST_REASON = 300


def keep_refused(load: Load, folder: str, readable: set[str]) -> None:
    """Make the kept refusals those of this load.

    A place is a file of a folder of that name, so that another year's file does not mend this one's. What was refused
    before is mended where its place is fine now, or where its record has been taken from whatever folder.
    Takes: the files that were read.
    """
    before = {place_of(row): row for row in RefusedRow.objects.filter(organization=load.branch)}
    now = {}
    for refusal in load.refusals:
        row = as_row(load, folder, refusal)
        now[place_of(row)] = row
    same_files = {label_of(folder, file) for file in readable}
    for place, row in before.items():
        if place in now:
            renew(row, now[place])
        elif not row.is_mended and (row.file in same_files or is_taken(load, row)):
            row.is_mended = True
            row.save(update_fields=["is_mended"])
    RefusedRow.objects.bulk_create([row for place, row in now.items() if place not in before], batch_size=200)


def place_of(row: RefusedRow) -> tuple[str, int, str]:
    """Give what no two kept refusals of a branch share."""
    return row.file, row.line, row.column


def label_of(folder: str, file: str) -> str:
    """Name a file with its folder, as long as there is room."""
    return f"{folder[: 79 - len(file)]}/{file}"


def as_row(load: Load, folder: str, refusal: Refusal) -> RefusedRow:
    """Give a refusal as it is kept."""
    finding = refusal.finding
    return RefusedRow(
        organization=load.branch,
        file=label_of(folder, refusal.file),
        line=refusal.line,
        column=finding.column[:40],
        reason=finding.reason[:LONGEST_REASON],
        record_code=refusal.code[:60],
        remark=finding.remark,
        year=refusal.year,
        row=refusal.row,
    )


def renew(kept: RefusedRow, found: RefusedRow) -> None:
    """Bring a kept refusal up to date, without a write where it is the same."""
    names = ("reason", "record_code", "remark", "year", "row", "is_mended")
    changed = [name for name in names if getattr(kept, name) != getattr(found, name)]
    for name in changed:
        setattr(kept, name, getattr(found, name))
    if changed:
        kept.save(update_fields=changed)


def is_taken(load: Load, row: RefusedRow) -> bool:
    """Say whether the record of a kept refusal has been taken now."""
    file = row.file.rsplit("/", 1)[-1]
    return bool(row.record_code) and row.record_code in load.loaded_codes.get(file, set())
