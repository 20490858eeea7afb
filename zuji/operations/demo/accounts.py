"""The demo's accounts. Their passwords are published, so they open nothing but a demo on this machine."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from zuji.accounts.models import User
from zuji.foundation.errors import ZujiError
from zuji.operations.demo.names import CITY, FIRST, SECOND
from zuji.organizations.models import Member


@dataclass(frozen=True)
class DemoAccount:
    """An account of the demo: how one signs in, and as whom."""

    username: str
    password: str
    name: str
    role: str
    organization: str
    member_no: str


def demo_accounts() -> list[DemoAccount]:
    """Give the accounts of the demo, in the reader's language."""
    return [
        DemoAccount("director", "zuji-zhuren-2018", "蒙秀英", _("branch director"), FIRST, "M01"),
        DemoAccount("deputy", "zuji-fuzhuren-2018", "徐建军", _("deputy branch director"), FIRST, "M02"),
        DemoAccount("member", "zuji-huiyuan-2018", "陈桂英", _("member"), FIRST, "M03"),
        DemoAccount("director2", "zuji-wenhua-2018", "林秀云", _("branch director"), SECOND, "M01"),
        DemoAccount("city", "zuji-shiwei-2018", "宋雅琴", _("chair of the city committee"), CITY, "C01"),
    ]


def open_account(account: DemoAccount, member: Member) -> User:
    """Make an account where there is none, and tie it to its member.

    Raises ZujiError where somebody else's account has the name: a real one must never carry a published password.
    """
    user = User.objects.filter(username=account.username).first()
    if user is None:
        user = User.objects.create_user(
            account.username, password=account.password, first_name=account.name, is_demo=True
        )
    if not user.is_demo:
        raise ZujiError(
            _("There is an account “%(name)s” already that is not the demo's.") % {"name": account.username}
        )
    if member.user_id != user.pk:
        member.user = user
        member.save(update_fields=["user"])
    return user
