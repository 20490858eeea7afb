"""Writing a record by the number it is known by: new, changed or as it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError

Record = TypeVar("Record", bound=models.Model)

FIRST_YEAR, LAST_YEAR = 1945, 2100
"""民进 was founded in 1945; a year outside these is a slip of the pen."""


class RecordingError(ZujiError):
    """A refusal that names the field at fault, so that a form or an importer can point to it."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True)
class Recorded(Generic[Record]):
    """What an action made of a record. `is_changed` holds for a new record too: there is something to post."""

    record: Record
    is_new: bool = False
    is_changed: bool = False


def upsert(model: type[Record], key: Mapping[str, Any], fields: Mapping[str, Any]) -> Recorded[Record]:
    """Write the record that `key` names, new or where a field differs; fields that are not given stay as they are.

    Takes: a key under a unique constraint, by attribute name. Raises RecordingError for a value its field cannot hold.
    """
    values = _by_attribute(model, fields)
    rows: Any = model.objects  # type: ignore[attr-defined]
    existing = rows.select_for_update().filter(**key).first()
    if existing is None:
        record = model(**key, **values)
        validate(record)
        try:
            with transaction.atomic():
                record.save(force_insert=True)
        except IntegrityError:  # a double tap: somebody else has written it since we looked
            existing = rows.select_for_update().filter(**key).first()
            if existing is None:
                raise
        else:
            return Recorded(record, is_new=True, is_changed=True)
    return Recorded(existing, is_changed=_change(existing, values))


def _by_attribute(model: type[models.Model], fields: Mapping[str, Any]) -> dict[str, Any]:
    attributes = {field.name: field.attname for field in model._meta.concrete_fields}
    return {
        attributes.get(name, name): value.pk if isinstance(value, models.Model) else value
        for name, value in fields.items()
    }


def _change(record: models.Model, values: Mapping[str, Any]) -> bool:
    changed = [name for name, value in values.items() if getattr(record, name) != value]
    for name in changed:
        setattr(record, name, values[name])
    if changed:
        validate(record)
        record.save()
    return bool(changed)


def validate(record: models.Model) -> None:
    """Refuse a value that its field cannot hold: too long, unknown, out of range. A text may stay empty."""
    left_out = {
        field.name
        for field in record._meta.concrete_fields
        if field.is_relation or (getattr(record, field.attname) == "" and not field.choices)
    }
    try:
        record.clean_fields(exclude=left_out)
    except ValidationError as error:
        name, sentences = next(iter(error.message_dict.items()))
        raise RecordingError(name, sentences[0]) from error


def set_rows(rows: Any, key: str, wanted: Mapping[Any, Mapping[str, Any]], *, is_all: bool) -> bool:
    """Make the rows below a record say what is wanted, one row for each value of `key`; say whether any was written.

    Takes: the related manager. Rows that are not named stay, unless `is_all` says that these are all there are.
    """
    existing = {getattr(row, key): row for row in rows.all()}
    owner = {rows.field.name: rows.instance}
    new = [rows.model(**owner, **{key: value}, **fields) for value, fields in wanted.items() if value not in existing]
    for row in new:
        validate(row)
    rows.model.objects.bulk_create(new)
    changed = [_change(existing[value], fields) for value, fields in wanted.items() if value in existing]
    gone = [row.pk for value, row in existing.items() if is_all and value not in wanted]
    if gone:
        rows.filter(pk__in=gone).delete()
    return bool(new or gone or any(changed))


def free_code(rows: models.QuerySet[Any], stem: str) -> str:
    """Give a number that none of the rows has: the stem, or the stem with -2, -3 and so on.

    Takes: the rows of one owner, whom the caller has locked. By number, not by day: what was moved to another day keeps
    its own.
    """
    taken = set(rows.filter(code__startswith=stem).values_list("code", flat=True))
    codes = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(code for code in codes if code not in taken)


def refuse_absurd(**days: date | None) -> None:
    """Refuse a day that cannot be meant, such as 0218-03-05. Takes: field name and day."""
    for field, on in days.items():
        if on is not None and not FIRST_YEAR <= on.year <= LAST_YEAR:
            raise RecordingError(
                field, _("The year %(year)s cannot be meant; it should be from 1945 to 2100.") % {"year": on.year}
            )


class StaleRecord(ZujiError):  # noqa: N818 - what is refused is the stale page
    """Somebody else has changed the record since the writer's page was opened."""


def lock_record(record: Record, *, seen: int | None = None) -> Record:
    """Lock a record for this transaction. `seen` is the revision the writer started from, None where none matters.

    Takes: a record with `revision` and `changed_by`. Raises StaleRecord, naming who changed it last.
    """
    current: Any = type(record).objects.select_for_update().get(pk=record.pk)  # type: ignore[attr-defined]
    if seen is not None and current.revision != seen:
        raise StaleRecord(
            _("%(by)s has changed this meanwhile. What you entered is still here: compare both.")
            % {"by": current.changed_by or _("Somebody")}
        )
    return current  # type: ignore[no-any-return]
