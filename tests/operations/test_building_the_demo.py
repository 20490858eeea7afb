"""The demo is two branches below a city committee, a year of work, and an account for every role."""

import pytest

from zuji.accounts.models import User
from zuji.footprints.models import Footprint, RefusedRow
from zuji.foundation.errors import ZujiError
from zuji.meetings.models import Meeting
from zuji.operations.commands.demo import demo_accounts
from zuji.operations.demo.building import build_demo
from zuji.operations.main import main
from zuji.operations.verification import differences
from zuji.organizations.entitlements import organizations_seen_by
from zuji.organizations.models import Organization

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Slow hashing protects real passwords; these are published."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_two_branches_share_a_committee_below_the_province():
    build_demo()

    branches = Organization.objects.branches().order_by("pk")
    assert [branch.short_name for branch in branches] == ["教育二支部", "文化支部"]
    assert {branch.parent.name for branch in branches} == {"民进绥化市委会"}
    assert branches[0].parent.parent.level == "provincial"
    assert branches[0].founded_month == "2004-12"


def test_everybody_sees_what_the_post_entitles_to():
    accounts = {account.username: account for account in build_demo()}

    seen = {
        name: {each.label for each in organizations_seen_by(User.objects.get(username=name)) if each.level == "branch"}
        for name in accounts
    }
    assert seen == {
        "director": {"教育二支部"},
        "deputy": {"教育二支部"},
        "member": {"教育二支部"},
        "director2": {"文化支部"},
        "city": {"教育二支部", "文化支部"},
    }


def test_names_and_passwords_are_as_published():
    build_demo()

    for account in demo_accounts():
        user = User.objects.get(username=account.username)
        assert user.is_demo
        assert user.check_password(account.password)
        assert len(account.password) >= 10
        assert (user.member.name, user.member.registered_at.name) == (account.name, account.organization)


def test_building_it_again_changes_nothing():
    build_demo()
    before = (User.objects.count(), Footprint.objects.count(), Organization.objects.count())

    build_demo()

    assert (User.objects.count(), Footprint.objects.count(), Organization.objects.count()) == before


def test_what_somebody_changed_in_the_demo_is_not_loaded_over():
    build_demo()
    Meeting.objects.filter(code="MT201801").update(topic="改过的主题")

    build_demo()

    assert Meeting.objects.filter(topic="改过的主题").count() == 2


def test_the_second_year_is_imperfect_and_follows_from_its_records():
    build_demo()

    assert RefusedRow.objects.get().remark == "BAD_DATE"
    assert list(differences()) == []


def test_an_account_that_is_not_the_demos_is_never_given_a_published_password():
    User.objects.create_user("director", password="a-real-password")

    with pytest.raises(ZujiError):
        build_demo()

    assert not Organization.objects.exists()


def test_the_command_prints_every_account(capsys):
    assert main(["demo"]) == 0

    printed = capsys.readouterr().out
    for account in demo_accounts():
        assert account.username in printed
        assert account.password in printed
