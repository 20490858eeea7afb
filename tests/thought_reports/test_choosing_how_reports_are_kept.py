"""The branch's director chooses between marks and content, from a day on, naming what this rests on."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from zuji.foundation.clock import today
from zuji.foundation.recording import RecordingError
from zuji.organizations.policies import DEFAULTS, JUDGED, value_on
from zuji.thought_reports.actions import choose_content

pytestmark = pytest.mark.django_db
TODAY = date(2018, 7, 1)
KEY = "thought_report_content"


def chosen(world, **given):
    said = {"value": "content", "from_on": date(2018, 8, 1), "clause": "支部大会决议", "today": TODAY}
    return choose_content(world.branch, **(said | given))


def test_without_a_choice_marks_are_kept_and_no_judgement_reads_it(world):
    assert DEFAULTS[KEY] == "marks"
    assert KEY not in JUDGED
    assert value_on(world.branch, KEY, TODAY) == "marks"


def test_a_choice_holds_from_its_day_until_the_next_and_for_its_branch_only(world):
    chosen(world)
    chosen(world, value="marks", from_on=date(2018, 10, 1))

    days = [date(2018, 7, 31), date(2018, 8, 1), date(2018, 9, 30), date(2018, 10, 1)]
    assert [value_on(world.branch, KEY, on) for on in days] == ["marks", "content", "content", "marks"]
    assert value_on(world.other_branch, KEY, date(2018, 8, 1)) == "marks"


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"value": "everything"}, "value", "请选择其中一项"),
        ({"from_on": date(2018, 6, 30)}, "from_on", "今天或以后"),
        ({"from_on": date(218, 8, 1)}, "from_on", "218"),
        ({"clause": "  "}, "clause", "请写明依据"),
    ],
)
def test_what_cannot_be_chosen_is_refused_by_name(world, given, field, sentence):
    with pytest.raises(RecordingError) as refused:
        chosen(world, **given)

    assert refused.value.field == field
    assert sentence in str(refused.value)
    assert not world.branch.policy_settings.exists()


def test_the_director_chooses_on_the_page_and_reads_what_was_chosen(world, client):
    client.force_login(world.users.director)
    address = reverse("thought_reports:setting-edit", args=[world.branch.pk])
    on = today() + timedelta(days=10)

    page = client.post(
        address, {"value": "content", "from_on": on.isoformat(), "clause": "第三次大会决议"}, follow=True
    ).content.decode()

    assert "第三次大会决议" in page
    assert "目前：只记是否提交" in page
    assert value_on(world.branch, KEY, on) == "content"


def test_what_is_refused_stays_in_the_form(world, client):
    client.force_login(world.users.director)
    address = reverse("thought_reports:setting-edit", args=[world.branch.pk])

    page = client.post(address, {"value": "content", "from_on": "2018-01-01", "clause": "决议"}).content.decode()

    assert "请选今天或以后的日期" in page
    assert 'value="决议"' in page
    assert not world.branch.policy_settings.exists()


def test_chosen_twice_it_is_chosen_once(world):
    chosen(world)
    chosen(world)

    assert world.branch.policy_settings.count() == 1
