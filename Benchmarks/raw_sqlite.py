"""The same rows in SQLite by hand: one writer, no group commit, as durable as the server's."""

import sqlite3
import tempfile
import time
from pathlib import Path

from written_rows import tables_of


def rate(folder: Path, transactions: list, seconds: float) -> float:
    """How often all the transactions are done in a second, one after another."""
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        database = sqlite3.connect(Path(scratch) / "raw.sqlite", isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        for row in tables_of(transactions).values():
            create(database, row)
        statements = [[(insertion(row), list(row.values)) for row in each] for each in transactions]
        done, began = 0, time.perf_counter()
        while time.perf_counter() - began < seconds:
            for each in statements:
                write(database, each, done)
            done += 1
        elapsed = time.perf_counter() - began
        database.close()
        return done / elapsed


def create(database, row):
    """Same columns and indexes; what the rows must not repeat is not asked, since they do."""
    database.execute(f'CREATE TABLE "{row.table}" ({", ".join(f"{name!r}" for name in row.columns)})')
    for position, columns in enumerate(row.indexes):
        names = ", ".join(f'"{name}"' for name in columns)
        database.execute(f'CREATE INDEX "{row.table}_{position}" ON "{row.table}" ({names})')


def insertion(row) -> str:
    return f'INSERT INTO "{row.table}" VALUES ({", ".join("?" for _ in row.columns)})'


def write(database, statements: list, turn: int):
    database.execute("BEGIN IMMEDIATE")
    for sql, values in statements:
        # Identities count up, as they do in the server.
        first = values[0] + turn if isinstance(values[0], int) else values[0]
        database.execute(sql, [first, *values[1:]])
    database.execute("COMMIT")
