"""The engines on which every statement must say the same: SQLite, DuckDB, PostgreSQL, and Spark when asked for."""

import sqlite3
from collections.abc import Iterator

import duckdb
import psycopg
import pytest

from zuji.kernel.engines import Cursors


@pytest.fixture(scope="session")
def sqlite_engine() -> Iterator[Cursors]:
    connection = sqlite3.connect(":memory:")
    yield Cursors(connection, "named")
    connection.close()


@pytest.fixture(scope="session")
def duckdb_engine() -> Iterator[Cursors]:
    connection = duckdb.connect(":memory:", config={"threads": 1})
    yield Cursors(connection, "dollar")
    connection.close()


@pytest.fixture(scope="session")
def postgres_engine(postgres_url: str) -> Iterator[Cursors]:
    with psycopg.connect(postgres_url, autocommit=True, cursor_factory=psycopg.ClientCursor) as connection:
        connection.execute("SET jit = off")
        yield Cursors(connection, "pyformat")


@pytest.fixture(scope="session")
def engines(sqlite_engine: Cursors, duckdb_engine: Cursors, postgres_engine: Cursors) -> dict[str, Cursors]:
    """Every engine that `make test` has."""
    return {"sqlite": sqlite_engine, "duckdb": duckdb_engine, "postgresql": postgres_engine}
