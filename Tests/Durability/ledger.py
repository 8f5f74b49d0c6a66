"""What the database holds after everything, read from the file itself, or from the server."""

import sqlite3
import subprocess
from pathlib import Path


class Ledger:
    def __init__(self, district: Path, database: str | None = None):
        self.district, self.database = district, database

    def rows(self, query: str) -> list:
        if self.database:
            command = ["psql", "-X", "-A", "-t", "-F", "\t", "-d", self.database, "-c", query]
            lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
            return [tuple(line.split("\t")) for line in lines]
        file = sqlite3.connect(f"file:{self.district / 'minben.sqlite'}?mode=ro", uri=True)
        return file.execute(query).fetchall()

    def damage(self) -> list:
        """What SQLite itself finds wrong in its file; a server keeps such rules at every statement."""
        if self.database:
            return []
        wrong = [f"integrity: {row}" for row in self.rows("PRAGMA integrity_check") if row != ("ok",)]
        return wrong + [f"reference without its row: {row}" for row in self.rows("PRAGMA foreign_key_check")]

    def check(self, acknowledged: dict) -> list:
        """Every sentence is something that must not be."""
        wrong = self.damage()
        wrong += [f"{sentence}: {row}" for sentence, query in NEVER.items() for row in self.rows(query)]
        contents = [sha256 for (sha256,) in self.rows(ATTACHED)]
        wrong += [f"content missing: {sha256}" for sha256 in contents if not self.content(sha256).exists()]
        lost = acknowledged.items() - self.kept()
        wrong += [f"acknowledged and not kept under its key: {row}" for row in lost]
        if len(set(acknowledged.values())) != len(acknowledged):
            wrong.append("two submissions were answered with one number")
        return wrong

    def kept(self) -> set:
        """Key and number of every submission through the API whose case is there."""
        return set(self.rows(KEPT))

    def content(self, sha256: str) -> Path:
        return self.district / "files" / "content" / sha256[:2] / sha256[2:4] / sha256


ATTACHED = "SELECT DISTINCT sha256 FROM file_object WHERE case_number IS NOT NULL"

KEPT = """SELECT key, number FROM idempotency_key JOIN service_case ON number = response
    WHERE operation = 'POST /api/v1/cases'"""

# Half-saved submissions, in the words of the tables. Cases older than the test come from the sample district.
NEVER = {
    "a case that is in the journal not exactly once": """
        SELECT number FROM service_case WHERE parent_id IS NULL AND (SELECT count(*) FROM journal_entry
            WHERE subject = number AND action = 'case.submitted') <> 1""",
    "an entry in the journal without its case": """
        SELECT subject FROM journal_entry WHERE action = 'case.submitted' AND outcome = 'done'
            AND subject NOT IN (SELECT number FROM service_case)""",
    "a number given twice": "SELECT number FROM service_case GROUP BY number HAVING count(*) > 1",
    "a case without a task": """
        SELECT number FROM service_case AS parent WHERE parent_id IS NULL
            AND NOT EXISTS (SELECT 1 FROM case_task WHERE case_id = parent.id)""",
    "a joint case without its four children": """
        SELECT number FROM service_case AS parent WHERE parent_id IS NULL AND subject_code = 'YJS441202001'
            AND (SELECT count(*) FROM service_case WHERE parent_id = parent.id) <> 4""",
    "a file of a case that is not there": """
        SELECT id FROM file_object WHERE case_number IS NOT NULL
            AND case_number NOT IN (SELECT number FROM service_case)""",
}
