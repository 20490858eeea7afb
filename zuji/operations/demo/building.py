"""Building the demo's tree and its two branches' year, once: what somebody changed in a demo is not loaded over."""

from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from zuji.operations.demo.accounts import DemoAccount, demo_accounts, open_account
from zuji.operations.demo.names import CITY, FIRST, PROVINCE, SECOND
from zuji.operations.load.loading import load_folder
from zuji.organizations.actions import add_organization, assign_post, place_below, register_member
from zuji.organizations.models import Member, Organization

FOLDERS = Path(__file__).parents[2] / "demo_data"
BRANCHES = (
    (FIRST, "suihua_2018", {"short_name": "教育二支部", "founded_month": "2004-12", "usual_venue": "茹欣文化学校"}),
    (SECOND, "second_branch", {"short_name": "文化支部", "founded_month": "2011-03", "usual_venue": "市群众艺术馆"}),
)


@transaction.atomic
def build_demo() -> list[DemoAccount]:
    """Make what of the demo is missing, and give its accounts. Doing it again changes nothing."""
    city = build_committees()
    for name, folder, fields in BRANCHES:
        build_branch(city, name, FOLDERS / folder, fields)
    accounts = demo_accounts()
    for account in accounts:
        member = Member.objects.get(registered_at__name=account.organization, member_no=account.member_no)
        open_account(account, member)
    return accounts


def build_committees() -> Organization:
    """Find or make the province and the city with its chair."""
    province = Organization.objects.filter(name=PROVINCE).first() or add_organization(name=PROVINCE, level="provincial")
    city = Organization.objects.filter(name=CITY).first()
    if city is None:
        city = add_organization(name=CITY, level="city", parent=province)
    elif city.parent_id is None:
        place_below(city, province)
    chair = next(account for account in demo_accounts() if account.organization == CITY)
    member, _is_changed = register_member(city, member_no=chair.member_no, name=chair.name)
    assign_post(member, city, post="chair", from_on=date(2016, 12, 1), until_on=None)
    return city


def build_branch(city: Organization, name: str, folder: Path, fields: dict[str, Any]) -> None:
    """Make a branch and load its year, unless it is there already."""
    if not Organization.objects.filter(name=name, parent=city).exists():
        add_organization(name=name, level="branch", parent=city, **fields)
        load_folder(folder, organization=name, parent=CITY)
