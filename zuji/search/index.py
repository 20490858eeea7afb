"""The index of pairs, in the engine's own full-text search: FTS5 in SQLite, tsvector and GIN in PostgreSQL.

It gives candidates and counts, the same from either engine; ranking is ours (`ranking.py`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection

MOST_COUNTED = 2_000
"""How far documents are counted: beyond, a pair tells nothing more."""


@dataclass(frozen=True)
class Dialect:
    """How one engine says it. `{table}` is the table with its schema, `{name}` without."""

    create: tuple[str, ...]
    drop: str
    add: str
    key: str
    matches: str
    both: str
    either: str
    one: str
    beginning: str


SQLITE = Dialect(
    create=(
        "CREATE VIRTUAL TABLE {table} USING fts5"
        "(tokens, folded UNINDEXED, detail=none, columnsize=0, tokenize=\"ascii tokenchars '_'\")",
    ),
    drop="DROP TABLE {table}",
    add="INSERT INTO {table} (tokens, folded, rowid) VALUES (%s, %s, %s)",
    key="rowid",
    matches="{name} MATCH %s",
    both=" AND ",
    either=" OR ",
    one='"{token}"',
    beginning='"{token}"*',
)
POSTGRESQL = Dialect(
    create=(
        "CREATE TABLE {table} (id bigint PRIMARY KEY, tokens tsvector NOT NULL, folded text NOT NULL)",
        "CREATE INDEX {name}_tokens ON {table} USING gin (tokens)",
    ),
    drop="DROP TABLE {table}",
    add="INSERT INTO {table} (tokens, folded, id) VALUES (array_to_tsvector(string_to_array(%s, ' ')), %s, %s)",
    key="id",
    matches="tokens @@ %s::tsquery",
    both=" & ",
    either=" | ",
    one="'{token}'",
    beginning="'{token}':*",
)
DIALECTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


class Index:
    """One index: the program's own, or one of a trial that is gone with the connection."""

    def __init__(self, name: str = "search_index", *, is_temporary: bool = False, on: Any = None) -> None:
        self.name = name
        self.table = f"{self._temporary(on)}.{name}" if is_temporary else name
        self.connection = on or connection
        self.dialect = DIALECTS[self.connection.vendor]

    @staticmethod
    def _temporary(on: Any) -> str:
        return "temp" if (on or connection).vendor == "sqlite" else "pg_temp"

    def create(self) -> None:
        """Make the table; a migration does, and a trial."""
        for statement in self.dialect.create:
            self._run(statement)

    def drop(self) -> None:
        """Take the table away."""
        self._run(self.dialect.drop)

    def add(self, rows: Iterable[tuple[int, Sequence[str], str]]) -> None:
        """Add documents: number, tokens, and the folded text by which they are ranked."""
        with self.connection.cursor() as cursor:
            cursor.executemany(
                self._said(self.dialect.add), [(" ".join(tokens), text, number) for number, tokens, text in rows]
            )

    def remove(self, number: int) -> None:
        """Take a document out, if it is there."""
        self._run("DELETE FROM {table} WHERE {key} = %s", [number])

    def clear(self) -> None:
        """Take everything out."""
        self._run("DELETE FROM {table}")

    def rows(self) -> dict[int, tuple[str, str]]:
        """Give everything in it, to be compared: sorted tokens and folded text by number."""
        tokens = "tokens" if self.dialect is SQLITE else "array_to_string(tsvector_to_array(tokens), ' ')"
        found = self._rows(f"SELECT {{key}}, {tokens}, folded FROM {{table}}", [])  # noqa: S608 - our own names
        return {number: (" ".join(sorted(kept.split())), text) for number, kept, text in found}

    def size(self) -> int:
        """Count the documents, as far as MOST_COUNTED."""
        found = self._rows("SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT %s) AS counted", [MOST_COUNTED])
        return int(found[0][0])

    def counts(self, tokens: Sequence[str]) -> dict[str, int]:
        """Count the documents that hold each token, as far as MOST_COUNTED."""
        one = "SELECT %s, (SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {matches} LIMIT %s) AS counted)"
        values = [value for number, token in enumerate(tokens) for value in (number, self.one(token), MOST_COUNTED)]
        return {
            tokens[int(number)]: count for number, count in self._rows(" UNION ALL ".join([one] * len(tokens)), values)
        }

    def matching(self, expression: str, *, most: int, within: Any = None) -> dict[int, str]:
        """Give the folded text of the newest documents that match, of those within a queryset of numbers."""
        where, values = "", [expression]
        if within is not None:
            try:
                allowed, more = within.query.sql_with_params()
            except EmptyResultSet:
                return {}
            where, values = f"AND {{key}} IN ({allowed.replace('{', '{{').replace('}', '}}')})", [expression, *more]
        statement = f"SELECT {{key}}, folded FROM {{table}} WHERE {{matches}} {where} ORDER BY {{key}} DESC LIMIT %s"  # noqa: S608 - our own names
        return dict(self._rows(statement, [*values, most]))

    def one(self, token: str) -> str:
        """Ask for a token; a single letter is asked for as the beginning of a pair."""
        return (self.dialect.beginning if len(token) == 1 else self.dialect.one).format(token=token)

    def all_of(self, tokens: Iterable[str]) -> str:
        """Ask for all of some tokens."""
        return self.dialect.both.join(self.one(token) for token in tokens)

    def any_of(self, tokens: Iterable[str]) -> str:
        """Ask for any of some tokens."""
        return self.dialect.either.join(self.one(token) for token in tokens)

    def _said(self, statement: str) -> str:
        matches = self.dialect.matches.format(name=self.name)
        return statement.format(table=self.table, name=self.name, key=self.dialect.key, matches=matches)

    def _run(self, statement: str, values: Sequence[Any] | None = None) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(self._said(statement), values)

    def _rows(self, statement: str, values: Sequence[Any]) -> list[Any]:
        with self.connection.cursor() as cursor:
            cursor.execute(self._said(statement), values)
            return list(cursor.fetchall())
