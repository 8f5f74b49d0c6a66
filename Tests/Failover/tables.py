"""What the primary holds after everything, asked of the primary itself."""

import psycopg2
from databases import Databases
from ledger import KEPT, NEVER
from witness import Witness


class Tables:
    def __init__(self, databases: Databases, authority: str, password: str):
        primary = databases.primary()
        assert primary, "there is no primary"
        self.connection = psycopg2.connect(
            host=primary.address, dbname="minben", user="minben", password=password,
            sslmode="verify-full", sslrootcert=authority, connect_timeout=5,
        )  # fmt: skip

    def rows(self, query: str) -> list:
        with self.connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall()

    def check(self, witnesses: list[Witness]) -> list[str]:
        """Every sentence is something that must not be."""
        acknowledged = {key: number for each in witnesses for key, number in each.acknowledged.items()}
        wrong = [f"{sentence}: {row}" for sentence, query in NEVER.items() for row in self.rows(query)]
        lost = acknowledged.items() - set(self.rows(KEPT))
        wrong += [f"acknowledged and not kept under its key: {row}" for row in lost]
        if len(set(acknowledged.values())) != len(acknowledged):
            wrong.append("two submissions were answered with one number")
        uploads = {upload for each in witnesses for upload in each.uploads}
        gone = uploads - {upload for (upload,) in self.rows("SELECT id FROM file_object")}
        wrong += [f"acknowledged and not kept: the upload {upload}" for upload in gone]
        return wrong + [f"two entries with one id: {row}" for row in self.rows(TWICE)]


TWICE = "SELECT id, count(*) FROM journal_entry GROUP BY id HAVING count(*) > 1"
