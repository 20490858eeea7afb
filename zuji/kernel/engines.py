"""What runs a statement: a thin hand on any database of the four kinds. The connection is the caller's."""

from collections.abc import Mapping
from typing import Any, Protocol

from zuji.kernel.statements import statement, used_by


class Engine(Protocol):
    """Runs statements. `style` is its way of marking parameters."""

    style: str

    def run(self, sql: str, values: Mapping[str, int]) -> list[tuple[Any, ...]]:
        """Run one statement and give all its rows."""
        ...


class Cursors:
    """An engine over any DB-API connection (sqlite3, psycopg, Django's own, DuckDB): style says which."""

    def __init__(self, connection: Any, style: str) -> None:
        self.connection = connection
        self.style = style

    def cursor(self) -> Any:
        """Give a cursor. DuckDB's connection is one; its `cursor()` would be another session without our tables."""
        return self.connection if self.style == "dollar" else self.connection.cursor()

    def run(self, sql: str, values: Mapping[str, int]) -> list[tuple[Any, ...]]:
        """Run one statement and give all its rows."""
        cursor = self.cursor()
        cursor.execute(sql, dict(values))
        return [tuple(row) for row in cursor.fetchall()]


class Sessions:
    """An engine over a Spark session whose views or tables carry the names of the input relations."""

    style = "spark"

    def __init__(self, session: Any) -> None:
        self.session = session

    def run(self, sql: str, values: Mapping[str, int]) -> list[tuple[Any, ...]]:
        """Run one statement and give all its rows."""
        return [tuple(row) for row in self.session.sql(sql, args=dict(values)).collect()]


def judge(engine: Engine, relation: str, values: Mapping[str, int]) -> list[tuple[Any, ...]]:
    """Give the rows of a relation of the chain, for the subtree, year and day in `values` (see `parameters`)."""
    used = used_by(relation)
    return engine.run(statement(relation, engine.style), {key: values[key] for key in used})
