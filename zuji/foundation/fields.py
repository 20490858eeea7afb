"""Fields for days, months and flags that the kernel reads as plain integers on every engine."""

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from zuji.kernel.days import FOREVER, date_of, day_number

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)


def validate_month(value: str) -> None:
    """Refuse what is not a month such as 1972-03; a month never becomes a day."""
    if not MONTH.fullmatch(value):
        raise ValidationError(_("“%(value)s” is not a month such as 1972-03."), params={"value": value})


class MonthField(models.CharField):  # type: ignore[type-arg]  # at run time Django's fields take no type
    """A month such as 1972-03, kept at that precision."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 7)
        super().__init__(*args, **kwargs)
        self.validators.append(validate_month)


class DayField(models.IntegerField):  # type: ignore[type-arg]  # at run time Django's fields take no type
    """A date in Python, a day number in the database, so that the kernel's arithmetic is the same everywhere."""

    # Read by django-stubs only: what may be set, what is got, what may be looked up. Not what its base says.
    _pyi_private_set_type: date | str | int | Combinable  # type: ignore[assignment]
    _pyi_private_get_type: date  # type: ignore[assignment]
    _pyi_lookup_exact_type: date | str | int  # type: ignore[assignment]

    def from_db_value(self, value: int | None, *_args: Any) -> date | None:
        return None if value is None else date_of(value)

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        if isinstance(value, int):
            return date_of(value)
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise ValidationError(_("“%(value)s” is not a date."), params={"value": value}) from error

    def get_prep_value(self, value: Any) -> int | None:
        on = self.to_python(value)
        return None if on is None else day_number(on)

    def formfield(self, **kwargs: Any) -> Any:
        from django import forms  # noqa: PLC0415 - forms are not needed where only the ledger runs

        return models.Field.formfield(self, form_class=forms.DateField, **kwargs)


class UntilField(DayField):
    """The first day that a span no longer covers; None while it is open, stored as a day beyond all others."""

    _pyi_private_set_type: date | str | int | Combinable | None  # type: ignore[assignment]
    _pyi_private_get_type: date | None  # type: ignore[assignment]

    def from_db_value(self, value: int | None, *_args: Any) -> date | None:
        return None if value is None or value >= FOREVER else date_of(value)

    def get_prep_value(self, value: Any) -> int | None:
        on = self.to_python(value)
        return FOREVER if on is None else day_number(on)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        return getattr(model_instance, self.attname)


class FlagField(models.SmallIntegerField):  # type: ignore[type-arg]  # at run time Django's fields take no type
    """A truth in Python, 0 or 1 in the database: PostgreSQL does not compare booleans with integers."""

    _pyi_private_set_type: bool | int | Combinable
    _pyi_private_get_type: bool
    _pyi_lookup_exact_type: bool | int

    def from_db_value(self, value: int | None, *_args: Any) -> bool | None:
        return None if value is None else bool(value)

    def to_python(self, value: Any) -> bool | None:
        return None if value is None else bool(value)

    def get_prep_value(self, value: Any) -> int | None:
        return None if value is None else int(bool(value))
