"""Input rows of the judgement by hand: an empty world, and how to put one into an engine's database."""

from collections.abc import Iterable, Mapping
from typing import Any

from zuji.kernel.calendar import periods_of
from zuji.kernel.days import day_number
from zuji.kernel.relations import INPUTS

Row = dict[str, Any]
World = dict[str, list[Row]]
MANY = 100
_TYPES = {"int": "BIGINT", "text": "TEXT"}


def empty_world(*, years: Iterable[int] = ()) -> World:
    """Give a world of nothing but the calendar of some years."""
    world: World = {name: [] for name in INPUTS}
    for year in years:
        world["period"] += [
            {
                "cadence": period.cadence,
                "year": period.year,
                "number": period.number,
                "key": period.key,
                "first_day": day_number(period.first_on),
                "last_day": day_number(period.last_on),
            }
            for period in periods_of(year)
        ]
    return world


def load(engine: Any, rows: Mapping[str, list[Row]]) -> None:
    """Put a world's rows into an engine's database, in place of those of the world before.

    Takes: any of the project's engines (`style` says which), and mappings with the columns of relations.INPUTS.
    """
    for name, columns in INPUTS.items():
        values = [[row[column] for row in rows.get(name, [])] for column in columns]
        if engine.style == "spark":
            _load_into_spark(engine.session, name, columns, values)
        else:
            _load_into_database(engine, name, columns, values)


def _load_into_database(engine: Any, name: str, columns: Mapping[str, str], values: list[list[Any]]) -> None:
    types = {column: _TYPES[kind.rstrip("?")] for column, kind in columns.items()}
    cursor = engine.cursor()
    typed = ", ".join(f"{column} {kind}" for column, kind in types.items())
    cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS {name} ({typed})")
    cursor.execute(f"DELETE FROM {name}")
    if not values[0]:
        return
    if engine.style == "named":
        cursor.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(types))})", zip(*values, strict=True))
    elif engine.style == "dollar":
        unnested = ", ".join(f"unnest(?::{kind}[])" for kind in types.values())
        cursor.execute(f"INSERT INTO {name} SELECT {unnested}", values)
    else:
        arrays = ", ".join(f"%s::{kind}[]" for kind in types.values())
        cursor.execute(f"INSERT INTO {name} SELECT * FROM unnest({arrays})", values)
        if len(values[0]) > MANY:  # a temporary table's rows are never counted by themselves
            cursor.execute(f"ANALYZE {name}")


def _load_into_spark(session: Any, name: str, columns: Mapping[str, str], values: list[list[Any]]) -> None:
    types = {"int": "BIGINT", "text": "STRING"}
    schema = ", ".join(f"`{column}` {types[kind.rstrip('?')]}" for column, kind in columns.items())
    frame = session.createDataFrame(list(zip(*values, strict=True)), schema)
    frame.coalesce(1).createOrReplaceTempView(name)


def organizations_in(world: World, parents: Mapping[int, int | None], levels: Mapping[int, str]) -> None:
    """Plant a tree: its organizations and the closure of who is below whom."""
    for organization, level in levels.items():
        world["organization"].append({"id": organization, "level": level})
        above: int | None = organization
        while above is not None:
            world["organization_closure"].append({"ancestor_id": above, "descendant_id": organization})
            above = parents[above]
