"""A made-up nation put into an engine's database, with the keys and indexes that Zuji's own tables have."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow.csv  # type: ignore[import-untyped]
import pyarrow.parquet  # type: ignore[import-untyped]

from zuji.kernel.relations import INPUTS

INDEXES = (
    "CREATE UNIQUE INDEX organization_key ON organization (id)",
    "CREATE UNIQUE INDEX closure_down ON organization_closure (descendant_id, ancestor_id)",
    "CREATE INDEX closure_up ON organization_closure (ancestor_id)",
    "CREATE UNIQUE INDEX membership_key ON membership (id)",
    "CREATE UNIQUE INDEX membership_start ON membership (organization_id, member_id, from_day)",
    "CREATE INDEX membership_member ON membership (member_id, organization_id)",
    "CREATE UNIQUE INDEX exemption_span ON exemption (member_id, from_day, until_day)",
    "CREATE UNIQUE INDEX post_start ON post_assignment (organization_id, member_id, post, from_day)",
    "CREATE UNIQUE INDEX policy_span_start ON policy_span (organization_id, from_day)",
    "CREATE UNIQUE INDEX duty_key ON duty (id)",
    "CREATE UNIQUE INDEX duty_kind_key ON duty_kind (duty_id, kind, part)",
    "CREATE UNIQUE INDEX footprint_key ON footprint (id)",
    "CREATE UNIQUE INDEX footprint_reverses ON footprint (reverses_id)",
    "CREATE INDEX footprint_organization_cohort ON footprint (organization_id, cohort_day, kind)",
    "CREATE INDEX footprint_member ON footprint (member_id)",
)
"""Those of the models that the judgement can use; a column store needs none."""

_TYPES = {"int": "BIGINT", "text": "TEXT"}
_ROWS_AT_ONCE = 50_000


def definition(name: str) -> str:
    """Give the CREATE TABLE of an input relation."""
    columns = (
        f"{column} {_TYPES[kind.rstrip('?')]}{'' if kind.endswith('?') else ' NOT NULL'}"
        for column, kind in INPUTS[name].items()
    )
    return f"CREATE TABLE {name} ({', '.join(columns)})"


def load_sqlite(connection: Any, tables: Mapping[str, Any]) -> None:
    """Insert all rows, then index and analyse."""
    for name, table in tables.items():
        connection.execute(definition(name))
        places = ", ".join("?" * table.num_columns)
        for batch in table.to_batches(_ROWS_AT_ONCE):
            rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
            connection.executemany(f"INSERT INTO {name} VALUES ({places})", rows)  # noqa: S608 - names of our own relations
    for index in INDEXES:
        connection.execute(index)
    connection.execute("ANALYZE")
    connection.commit()


def load_postgresql(connection: Any, tables: Mapping[str, Any]) -> None:
    """Copy all rows, then index and analyse."""
    for name, table in tables.items():
        connection.execute(definition(name))
        with connection.cursor().copy(f"COPY {name} FROM STDIN (FORMAT csv)") as copy:
            for batch in table.to_batches(_ROWS_AT_ONCE):
                buffer = io.BytesIO()
                pyarrow.csv.write_csv(batch, buffer, pyarrow.csv.WriteOptions(include_header=False))
                copy.write(buffer.getvalue())
    for index in INDEXES:
        connection.execute(index)
    connection.execute("VACUUM ANALYZE")


def load_duckdb(connection: Any, tables: Mapping[str, Any]) -> None:
    """Copy the Arrow tables."""
    for name, table in tables.items():
        connection.register("arriving", table)
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM arriving")  # noqa: S608 - names of our own relations
        connection.unregister("arriving")


def load_spark(session: Any, tables: Mapping[str, Any], folder: Path) -> None:
    """Write Parquet files and read them as views, as a cluster would."""
    for name, table in tables.items():
        path = folder / f"{name}.parquet"
        pyarrow.parquet.write_table(table, path)
        session.read.parquet(str(path)).createOrReplaceTempView(name)
