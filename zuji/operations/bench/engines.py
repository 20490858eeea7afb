"""The four engines as the benchmark drives them: load, run steps, keep a result, tell the CPU time used so far."""

import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import psycopg

from zuji.operations.bench.loading import load_duckdb, load_postgresql, load_spark, load_sqlite
from zuji.operations.private_postgres import PrivatePostgres

Tables = Mapping[str, Any]
TICKS = os.sysconf("SC_CLK_TCK")


class Engine(Protocol):
    """What is asked of an engine. CPU time, so that whatever else this machine does at the moment does not count."""

    name: str
    style: str

    def load(self, tables: Tables) -> None: ...

    def step(self, sql: str) -> None: ...

    def keep(self, name: str, sql: str, values: Mapping[str, int]) -> None: ...

    def drop(self, names: Sequence[str]) -> None: ...

    def cpu_seconds(self) -> float: ...


class Database:
    """An engine behind a DB-API connection that has temporary tables."""

    name = ""
    style = ""
    connection: Any

    def step(self, sql: str) -> None:
        self.connection.execute(sql)

    def keep(self, name: str, sql: str, values: Mapping[str, int]) -> None:
        """Run a statement and keep all its rows in a temporary table, so that no engine may leave a column out."""
        self.connection.execute(f"CREATE TEMP TABLE {name} AS {sql}", dict(values))

    def drop(self, names: Sequence[str]) -> None:
        for name in names:
            self.connection.execute(f"DROP TABLE IF EXISTS {name}")

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Give the rows of a query."""
        return [tuple(row) for row in self.connection.execute(sql).fetchall()]

    def cpu_seconds(self) -> float:
        return time.process_time()


class Sqlite(Database):
    """SQLite in a file, with a cache as large as a server would give it."""

    name, style = "sqlite", "named"

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA cache_size=-200000")
        self.connection.execute("PRAGMA temp_store=MEMORY")
        self.connection.execute("PRAGMA synchronous=OFF")

    def load(self, tables: Tables) -> None:
        self.connection.execute("BEGIN")
        load_sqlite(self.connection, tables)


class Duckdb(Database):
    """DuckDB in a file, on all cores."""

    name, style = "duckdb", "dollar"

    def __init__(self, path: Path) -> None:
        import duckdb  # noqa: PLC0415 - an extra, and only this engine needs it

        self.connection = duckdb.connect(str(path))

    def load(self, tables: Tables) -> None:
        load_duckdb(self.connection, tables)


class Postgresql(Database):
    """A PostgreSQL server of our own. One process per query: what a second core would save is not of the statement.

    It takes the rows of a common table expression for few: it had better join in the order written, and by hashes.
    """

    name, style = "postgresql", "pyformat"
    SETTINGS = (
        "SET jit = off; SET work_mem = '64MB'; SET max_parallel_workers_per_gather = 0; "
        "SET join_collapse_limit = 1; SET enable_nestloop = off"
    )

    def __init__(self, url: str) -> None:
        self.connection: Any = psycopg.connect(url, autocommit=True, cursor_factory=psycopg.ClientCursor)
        self.connection.execute(self.SETTINGS)

    def load(self, tables: Tables) -> None:
        load_postgresql(self.connection, tables)

    def cpu_seconds(self) -> float:
        return cpu_seconds_of(self.connection.info.backend_pid)


class Spark:
    """Spark on this machine, over Parquet files; results go to its sink that keeps nothing."""

    name, style = "spark", "named"

    def __init__(self, folder: Path) -> None:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra, and only this engine needs it

        self.folder = folder
        builder: Any = SparkSession.builder
        settings = {
            "spark.master": "local[2]",
            "spark.driver.memory": "4g",
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.sql.shuffle.partitions": "4",
            "spark.sql.warehouse.dir": str(folder / "warehouse"),
            "spark.log.level": "ERROR",
        }
        for key, value in settings.items():
            builder = builder.config(key, value)
        self.session = builder.getOrCreate()
        self.process = int(self.session.sparkContext._jvm.java.lang.ProcessHandle.current().pid())  # noqa: SLF001 - py4j's only door

    def load(self, tables: Tables) -> None:
        load_spark(self.session, tables, self.folder)

    def step(self, sql: str) -> None:
        self.session.sql(sql)

    def keep(self, name: str, sql: str, values: Mapping[str, int]) -> None:
        frame = self.session.sql(sql, args=dict(values))
        frame.write.format("noop").mode("overwrite").save()

    def drop(self, names: Sequence[str]) -> None:
        for name in names:
            self.session.catalog.dropTempView(name)
        self.session.catalog.clearCache()

    def cpu_seconds(self) -> float:
        return cpu_seconds_of(self.process)


def cpu_seconds_of(process: int) -> float:
    """Give the CPU time another process of this machine has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


@contextmanager
def opened(name: str) -> Iterator[Any]:
    """Open an engine on an empty database of its own, and leave nothing behind."""
    with TemporaryDirectory(prefix="zuji-bench-") as folder:
        path = Path(folder)
        if name == "postgresql":
            server = PrivatePostgres()
            try:
                yield Postgresql(server.url)
            finally:
                server.stop()
        elif name == "spark":
            spark = Spark(path)
            yield spark
            spark.session.stop()
        else:
            made = {"sqlite": Sqlite, "duckdb": Duckdb}[name](path / "world")
            yield made
            made.connection.close()
