"""What the database holds after everything, read from the file itself, or from the server."""

import hashlib
import json
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
        wrong += [f"journal entry {row[0]} is not what its hash was made of" for row in self.entries() if forged(row)]
        contents = [sha256 for (sha256,) in self.rows(ATTACHED)]
        wrong += [f"content missing: {sha256}" for sha256 in contents if not self.content(sha256).exists()]
        lost = acknowledged.items() - self.kept()
        wrong += [f"acknowledged and not kept under its key: {row}" for row in lost]
        if len(set(acknowledged.values())) != len(acknowledged):
            wrong.append("two submissions were answered with one number")
        return wrong

    def entries(self) -> list:
        """Every journal entry as JSON text would have it, with its salt and hash."""
        if not self.database:
            return self.rows(f"SELECT {', '.join(ENTRY)} FROM journal_entry")
        # Not through psql's columns: what people wrote may hold any character.
        rows = self.rows(f"SELECT json_build_array({', '.join(ENTRY)}) FROM journal_entry")
        return [tuple(json.loads(row[0])) for row in rows]

    def kept(self) -> set:
        """Key and number of every submission through the API whose case is there."""
        return set(self.rows(KEPT))

    def content(self, sha256: str) -> Path:
        return self.district / "files" / "content" / sha256[:2] / sha256[2:4] / sha256


ENTRY = [
    "id", "at", "actor_id", "actor_name", "actor_organ", "actor_roles", "action", "subject", "outcome", "channel",
    "address", "before_digest", "after_digest", "template", "parameters", "is_public", "detail", "salt", "leaf_hash",
]  # fmt: skip


def forged(row: tuple) -> bool:
    """Whether the leaf hash (docs/adr/0010) is not that of the entry."""
    entry = dict(zip(ENTRY, row))
    leaf = {
        "id": str(entry["id"]), "actorID": str(entry["actor_id"]), "actorName": entry["actor_name"],
        "actorOrgan": entry["actor_organ"], "actorRoles": json.loads(entry["actor_roles"]),
        "beforeDigest": entry["before_digest"], "afterDigest": entry["after_digest"],
        "parameters": json.loads(entry["parameters"]), "isPublic": bool(entry["is_public"]),
        "detail": json.loads(entry["detail"]),
        **{key: entry[key] for key in ["at", "action", "subject", "outcome", "channel", "address", "template"]},
    }  # fmt: skip
    said = {key: value for key, value in leaf.items() if value is not None}
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(b"\0" + bytes.fromhex(entry["salt"]) + text.encode()).hexdigest() != entry["leaf_hash"]


ATTACHED = "SELECT DISTINCT sha256 FROM file_object WHERE case_number IS NOT NULL"

KEPT = """SELECT key, number FROM idempotency_key JOIN service_case ON number = response
    WHERE operation = 'POST /api/v1/cases'"""

# How the journal calls the beginning of a case: a request, a text to publish, an order of the supervision, the question whether
# an official is held to account.
BEGUN = "('case.submitted', 'publication.begun', 'order.assigned', 'accountability.proposed')"

# Half-saved submissions, in the words of the tables. Cases older than the test come from the sample district.
NEVER = {
    "a case that is in the journal not exactly once": f"""
        SELECT number FROM service_case WHERE parent_id IS NULL AND (SELECT count(*) FROM journal_entry
            WHERE subject = number AND action IN {BEGUN}) <> 1""",
    "an entry in the journal without its case": f"""
        SELECT subject FROM journal_entry WHERE action IN {BEGUN} AND outcome = 'done'
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
            AND case_number NOT LIKE 'performance_%:%'
            AND case_number NOT IN (SELECT 'public_hearing:' || id FROM public_hearing)
            AND case_number NOT IN (SELECT number FROM service_case)""",
}
