"""A month that the source gives as a month stays a month: nobody makes up a day."""

import pytest
from django.core.exceptions import ValidationError

from zuji.foundation.numbers import year_month
from zuji.foundation.recording import RecordingError, validate
from zuji.organizations.models import Member, Organization

pytestmark = pytest.mark.django_db


def test_a_month_is_kept_as_it_was_given(world):
    world.branch.founded_month = "2004-12"
    world.branch.save()

    assert Organization.objects.get(pk=world.branch.pk).founded_month == "2004-12"


def test_a_month_reads_as_a_month():
    assert year_month("1972-03") == "1972年3月"


def test_a_month_that_nobody_knows_stays_empty():
    assert Member._meta.get_field("birth_month").blank
    assert year_month("") == "—"


@pytest.mark.parametrize(
    "value", ["1972-3", "1972-13", "1972-00", "1972", "1972-03-01", "72-03", "1972年3月", "１９７２-03", "1972-03\n"]
)
def test_what_is_no_month_is_refused(value):
    with pytest.raises(ValidationError):
        Member._meta.get_field("joined_month").run_validators(value)


def test_the_refusal_names_the_field_and_says_what_a_month_is(world):
    world.member.birth_month = "1972-3"

    with pytest.raises(RecordingError) as refusal:
        validate(world.member)

    assert refusal.value.field == "birth_month"
    assert "1972-03" in str(refusal.value)
