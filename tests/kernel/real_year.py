"""The loaded year as a world: rows of Django's own tables, which are named as the input relations are."""

from django.db import connection

from tests.kernel.rows import World
from tests.kernel.worlds import Generated
from zuji.institutions.actions import ensure_periods
from zuji.kernel.days import FOREVER
from zuji.kernel.relations import INPUTS
from zuji.operations.demo.building import build_demo
from zuji.operations.demo.names import CITY
from zuji.organizations.models import Organization


def load_real_years() -> int:
    """Load both branches of the demo below their committee; gives the committee's number."""
    build_demo()
    ensure_periods(2018)
    return Organization.objects.get(name=CITY).pk


def world_of_database(*, year: int) -> Generated:
    """Read every input relation out of the current database."""
    world: World = {}
    for name, columns in INPUTS.items():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(columns)} FROM {name}")
            world[name] = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return Generated(year=year, as_of=FOREVER, world=world)
