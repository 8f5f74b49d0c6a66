"""The rows a request writes: what is in the tables after it and was not before.

A row that was changed counts as one that was written. The server runs on SQLite for this, whatever is measured
later: the rows are the same.
"""

import sqlite3
import subprocess
from dataclasses import dataclass
from pathlib import Path

from matters import Matters
from people import People
from server import Server


@dataclass(frozen=True)
class WrittenRow:
    table: str
    columns: tuple[str, ...]
    values: tuple
    # Names of the columns of each index of the table.
    indexes: tuple[tuple[str, ...], ...]

    @property
    def size_bytes(self) -> int:
        return sum(len(value.encode() if isinstance(value, str) else value) for value in self.values
                   if isinstance(value, (str, bytes)))  # fmt: skip


def of_lifecycle(program: Path, folder: Path) -> tuple[dict[str, list[list[WrittenRow]]], dict]:
    """For a submission and for a whole lifecycle, the rows of each of its transactions; and who took part."""
    with Server(program, folder / "rows") as server:
        people = People(server)
        matters = Matters(server, people)
        matter, tables = matters.all[0], Tables(server.data / "minben.sqlite")
        citizen, officer = people.token(people.citizens[0].account), matter.steps["refused"][0]
        number, filed = tables.written(
            lambda: server.json("POST", "/api/v1/cases", matter.document, citizen, Idempotency_Key="rows")[1]["number"]
        )
        task = matters.open_task(number, citizen)["id"]
        _, claimed = tables.written(
            lambda: server.json("POST", f"/api/v1/tasks/{task}/claim", None, officer.token, Idempotency_Key="claim")
        )
        headers = {"Authorization": f"Bearer {officer.token}", "Content-Type": "application/json",
                   "Idempotency-Key": "completion"}  # fmt: skip
        (status, _, answer), completed = tables.written(
            lambda: server.ask("POST", f"/api/v1/tasks/{task}/completion", officer.body, headers)
        )
        assert status == 201, answer
    cast = {"citizens": len(people.citizens), "services": matters.services, "kinds": len(matters.all)}
    return {"submission": [filed], "lifecycle": [filed, claimed, completed]}, cast


def of_instance(program: Path, folder: Path) -> list[list[WrittenRow]]:
    """For one instance of a process, the rows of each of its transactions."""
    data = folder / "instance"
    data.mkdir()
    command = [program, "steps", "--folder", data]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as steps:
        def step() -> str:
            steps.stdin.write("\n")
            steps.stdin.flush()
            return steps.stdout.readline().strip()

        steps.stdout.readline()
        tables = Tables(data / "processes.sqlite")
        left, rows = tables.written(step)
        transactions = [rows]
        while left != "0":
            left, rows = tables.written(step)
            transactions.append(rows)
        steps.stdin.close()
    return transactions


class Tables:
    def __init__(self, database: Path):
        self.database = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        self.names = [name for (name,) in self.database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            "AND sql NOT LIKE 'CREATE VIRTUAL%'")]  # fmt: skip

    def written(self, action) -> tuple:
        """What the action answers, and the rows it wrote."""
        before = {name: set(self.rows(name)) for name in self.names}
        answer = action()
        return answer, [
            WrittenRow(name, self.columns(name), values, self.indexes(name))
            for name in self.names
            for values in self.rows(name)
            if values not in before[name]
        ]

    def rows(self, table: str) -> list[tuple]:
        return self.database.execute(f'SELECT * FROM "{table}"').fetchall()

    def columns(self, table: str) -> tuple[str, ...]:
        return tuple(row[1] for row in self.database.execute(f'PRAGMA table_info("{table}")'))

    def indexes(self, table: str) -> tuple[tuple[str, ...], ...]:
        names = [row[1] for row in self.database.execute(f'PRAGMA index_list("{table}")')]
        found = [[row[2] for row in self.database.execute(f'PRAGMA index_info("{name}")')] for name in names]
        # An index over an expression has no column to name.
        return tuple(tuple(columns) for columns in found if None not in columns)


def tables_of(transactions: list[list[WrittenRow]]) -> dict[str, WrittenRow]:
    """One row of every table, to make the table like it."""
    return {row.table: row for transaction in transactions for row in transaction}
