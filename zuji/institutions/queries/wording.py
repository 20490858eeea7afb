"""Words for periods and verdicts: how a standing is said to people, in their language."""

from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zuji.foundation.numbers import month_day, percent
from zuji.institutions.models import Standing


def period_words(key: str, trigger: Any = None) -> str:
    """Say a window: “April”, “second quarter”, “2018”, or the name of what opened it."""
    if trigger is not None:
        return str(trigger)
    if "Q" in key:
        return [_("first quarter"), _("second quarter"), _("third quarter"), _("fourth quarter")][int(key[-1]) - 1]
    if "H" in key:
        return [_("first half-year"), _("second half-year")][int(key[-1]) - 1]
    if "-" in key:
        return _("month %(number)d") % {"number": int(key[-2:])}
    return _("year %(year)s") % {"year": key}


def minimum_of(standing: Standing) -> Fraction:
    """Give the minimum that was asked, rounded down where the text says so (C5)."""
    exact = Fraction(standing.minimum_n, standing.minimum_d)
    return Fraction(exact.numerator // exact.denominator) if standing.is_floored else exact


def exclusion_words(code: str) -> str:
    """Say why something is not owed."""
    return {
        "not_on_roll": _("not a member on the last day of the period"),
        "too_new": _("a member for too few days on the last day of the period"),
        "joined_late": _("joined after the day that the text names"),
        "holds_post": _("holds the post about whose holder this is not owed"),
        "no_office": _("not asked by setting: holds no such public office on the last day of the period"),
        "exempt": _("exempt on the last day of the period"),
        "exempt_months": _("exempt for the full months that the text names"),
        "minimum_zero": _("the pro-rated minimum is nothing"),
    }.get(code, "")


def measured_words(standing: Standing) -> str:
    """Say what was measured against what was asked, and what is lacking: “5 条，要求 6 条，差 1 条”."""
    duty, minimum = standing.duty, minimum_of(standing)
    if standing.exclusion:
        return exclusion_words(standing.exclusion)
    if duty.measure == "count":
        return _count_words(standing, minimum)
    if standing.denominator <= 0:
        return _("nothing to judge by yet") if standing.status in ("due", "pending") else _("nothing to judge by")
    if duty.measure == "coverage":
        return _coverage_words(standing)
    return _("%(numerator)d ÷ %(denominator)d = %(rate)s, %(minimum)s required") % {
        "numerator": standing.numerator,
        "denominator": standing.denominator,
        "rate": percent(standing.numerator, standing.denominator),
        "minimum": percent(minimum.numerator, minimum.denominator, 0),
    }


def _count_words(standing: Standing, minimum: Fraction) -> str:
    unit = standing.duty.unit
    lacking = -((standing.numerator * minimum.denominator - minimum.numerator) // minimum.denominator)
    done = {"number": standing.numerator, "minimum": minimum, "lacking": lacking, "unit": unit}
    if lacking <= 0:
        return _("%(number)d %(unit)s, %(minimum)s %(unit)s required") % done
    if standing.status in ("due", "pending"):
        done["by"] = month_day(standing.to_on)
        return _("%(number)d %(unit)s, %(minimum)s %(unit)s required, %(lacking)d %(unit)s to go by %(by)s") % done
    return _("%(number)d %(unit)s, %(minimum)s %(unit)s required, %(lacking)d %(unit)s short") % done


def _coverage_words(standing: Standing) -> str:
    absent = standing.denominator - standing.numerator
    told = {"expected": standing.denominator, "present": standing.numerator, "absent": absent}
    if absent <= 0:
        return ngettext("%(expected)d expected, all came", "%(expected)d expected, all came", told["expected"]) % told
    return _("%(expected)d expected, %(present)d came, %(absent)d did not") % told


def side_words(kind: Any, part: str, sign: int) -> str:
    """Say on which side of a ratio a record is counted, and as what: “counted: filed”, “out of: submitted”."""
    words = {
        ("numerator", 1): _("counted: %(kind)s"),
        ("numerator", -1): _("taken off what is counted: %(kind)s"),
        ("denominator", 1): _("out of: %(kind)s"),
        ("denominator", -1): _("taken off what it is out of: %(kind)s"),
    }
    return words[part, sign] % {"kind": kind}


def remark_words(code: str) -> str:
    """Say why a footprint does not count, or what to know of one that does."""
    return {
        "BAD_DATE": _("its date does not exist"),
        "NOT_A_MEMBER": _("not a member on that day"),
        "NOT_IN_OFFICE": _("who did it held no such office that day"),
        "LATE_UNCONFIRMED": _("entered late and not confirmed"),
        "LATE_CONFIRMED": _("entered late, confirmed"),
        "SET_ASIDE": _("does not count by the branch’s setting"),
        "DUPLICATE": _("a duplicate of another"),
    }.get(code, code)
