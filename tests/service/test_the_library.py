"""Topics to lecture on and units that host."""

import pytest

from tests.recording import small_branch
from zuji.foundation.recording import RecordingError
from zuji.service.actions import change_host_unit, change_topic, keep_host_unit, keep_topic, withdraw_topic
from zuji.service.queries import host_units_of, topics_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return small_branch()


def test_a_branch_is_offered_its_own_topics_and_the_committees(home):
    keep_topic(home.city, title="多党合作", category="other")
    keep_topic(home.branch, title="亲子沟通", category="family_education")

    assert [topic.title for topic in topics_of(home.branch)] == ["亲子沟通", "多党合作"]
    assert [topic.title for topic in topics_of(home.city)] == ["多党合作"]


def test_the_same_title_is_the_same_topic_and_comes_back(home):
    topic = keep_topic(home.branch, title="亲子沟通", category="family_education").record
    withdraw_topic(topic)
    assert list(topics_of(home.branch)) == []

    again = keep_topic(home.branch, title=" 亲子沟通", category="family_education")

    assert (again.record, again.is_new) == (topic, False)
    assert list(topics_of(home.branch)) == [topic]


def test_a_topic_is_changed_but_not_into_another(home):
    topic = keep_topic(home.branch, title="亲子沟通", category="family_education").record
    keep_topic(home.branch, title="时间管理", category="study_methods")

    assert change_topic(topic, title="亲子沟通的艺术").title == "亲子沟通的艺术"
    with pytest.raises(RecordingError, match="时间管理") as refusal:
        change_topic(topic, title="时间管理")
    assert refusal.value.field == "title"


@pytest.mark.parametrize("wrong", [{"category": "magic"}, {"title": "长" * 121}])
def test_a_topic_that_cannot_be_is_refused(home, wrong):
    with pytest.raises(RecordingError):
        keep_topic(home.branch, **({"title": "亲子沟通", "category": "other"} | wrong))


def test_a_host_is_kept_once_and_changed(home):
    unit = keep_host_unit(home.branch, name="某小学", phone="0455-8000000").record
    other = keep_host_unit(home.branch, name="某中学").record

    assert not keep_host_unit(home.branch, name="某小学").is_new
    assert change_host_unit(unit, contact_person="郝老师").contact_person == "郝老师"
    with pytest.raises(RecordingError):
        change_host_unit(other, name="某小学")
    assert host_units_of(home.branch).count() == 2


def test_a_host_that_cannot_be_is_refused(home):
    with pytest.raises(RecordingError):
        keep_host_unit(home.branch, name="长" * 81)
