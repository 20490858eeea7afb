"""The year 2018 of two branches, loaded into Django's tables and judged from there by every engine and the oracle."""

from dataclasses import replace
from datetime import date

import pytest

from tests.kernel.real_year import load_real_years, world_of_database
from tests.kernel.rows import load
from tests.kernel.test_engines_agree import as_judged, as_the_oracle_says, named, same
from zuji.institutions.queries.judging import engine
from zuji.kernel.days import FOREVER, day_number
from zuji.kernel.engines import Cursors, judge
from zuji.kernel.statements import parameters

pytestmark = pytest.mark.django_db
DAYS = [date(2018, 3, 31), date(2018, 9, 30), date(2018, 12, 31), None]


def test_every_engine_judges_the_real_year_as_the_oracle_does_on_any_day(engines: dict[str, Cursors]) -> None:
    city = load_real_years()
    generated = world_of_database(year=2018)
    for other in engines.values():
        load(other, generated.world)

    for as_of in DAYS:
        seen = replace(generated, as_of=FOREVER if as_of is None else day_number(as_of))
        values = parameters(organization_id=city, year=2018, as_of=as_of)
        expected = as_the_oracle_says(seen, city)

        assert len(expected) > 300
        same(named(judge(engine(), "standing", values)), expected, f"django on {as_of}")
        for name, other in engines.items():
            same(as_judged(other, seen, city), expected, f"{name} on {as_of}")
