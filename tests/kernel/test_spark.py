"""The engine of a nation says the same: Spark beside the oracle, on generated worlds and on the real year."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.kernel.real_year import load_real_years, world_of_database
from tests.kernel.rows import load
from tests.kernel.test_engines_agree import as_judged, as_the_oracle_says, same
from tests.kernel.worlds import CENTRE, Generated, worlds
from zuji.kernel.engines import Sessions

pytestmark = pytest.mark.spark
EXAMPLES = 8


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessions]:
    """A small local Spark of two cores."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra that only these tests need

    home: Path = tmp_path_factory.mktemp("spark")
    builder = SparkSession.builder.master("local[2]").appName("zuji")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(home / "warehouse"),
        "spark.driver.extraJavaOptions": f"-Dderby.system.home={home}",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.autoBroadcastJoinThreshold": "10485760",
    }.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield Sessions(session)
    session.stop()


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@seed(20180926)
@given(generated=worlds())
def test_spark_judges_generated_worlds_as_the_oracle_does(spark: Sessions, generated: Generated) -> None:
    load(spark, generated.world)

    same(as_judged(spark, generated, CENTRE), as_the_oracle_says(generated, CENTRE), "spark")


@pytest.mark.django_db
def test_spark_judges_the_real_year_as_the_oracle_does(spark: Sessions) -> None:
    city = load_real_years()
    generated = world_of_database(year=2018)

    load(spark, generated.world)

    same(as_judged(spark, generated, city), as_the_oracle_says(generated, city), "spark")
