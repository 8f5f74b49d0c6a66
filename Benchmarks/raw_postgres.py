"""The same rows in PostgreSQL by hand: eight connections, one transaction each, sent by pgbench."""

from pathlib import Path

import pgbench
from written_rows import tables_of

TYPES = {int: "BIGINT", float: "DOUBLE PRECISION", str: "TEXT", bytes: "BYTEA"}


def rate(folder: Path, cluster, transactions: list, seconds: float) -> float:
    cluster.query("postgres", "DROP DATABASE IF EXISTS raw_rows")
    url = cluster.database("raw_rows")
    for row in tables_of(transactions).values():
        cluster.query("raw_rows", creation(row, transactions))
    script = folder / "raw_rows.sql"
    script.write_text("\n".join([r"\set identity random(1, 1000000000)", *map(transaction, transactions)]))
    found = pgbench.rate(cluster, url, seconds, "-f", script)
    cluster.query("postgres", "DROP DATABASE raw_rows")
    return found


def creation(row, transactions: list) -> str:
    columns = ", ".join(f'"{name}" {kind(row.table, at, transactions)}' for at, name in enumerate(row.columns))
    sql = f'CREATE TABLE "{row.table}" ({columns});'
    for indexed in row.indexes:
        names = ", ".join(f'"{name}"' for name in indexed)
        sql += f'CREATE INDEX ON "{row.table}" ({names});'
    return sql


def kind(table: str, position: int, transactions: list) -> str:
    """The type of a column, from the first row that has something in it."""
    rows = [row for each in transactions for row in each if row.table == table]
    values = [row.values[position] for row in rows if row.values[position] is not None]
    return TYPES[type(values[0])] if values else "TEXT"


def transaction(rows: list) -> str:
    return "\n".join(["BEGIN;", *map(insertion, rows), "COMMIT;"])


def insertion(row) -> str:
    first = ":identity" if isinstance(row.values[0], int) else literal(row.values[0])
    return f'INSERT INTO "{row.table}" VALUES ({", ".join([first, *map(literal, row.values[1:])])});'


def literal(value) -> str:
    match value:
        case None:
            return "NULL"
        case int() | float():
            return str(value)
        case bytes():
            return f"'\\x{value.hex()}'"
        case _:
            # pgbench would read `:name` inside a text as a variable; a line must stay one line.
            plain = value.replace("'", "''").replace(":", ";").replace("\n", " ")
            return f"'{plain}'"
