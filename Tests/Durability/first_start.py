#!/usr/bin/env python3
"""kill -9 while the program starts for the first time, in the midst of its migrations and of the sample district:
the next start ends what was begun, and the installation is the same as one that was never killed.

    Tests/Durability/first_start.py [--program .build/debug/minben] [--kills 6] [--server postgres://…]

Every kill has an installation of its own; `--server` names a PostgreSQL in which databases may be made.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from ledger import Ledger
from outage import expect
from server import Server

COUNTED = ["schema_migration", "account", "organ", "public_service", "working_calendar", "process_definition"]


class Place:
    """A data directory and a database that nobody has used."""

    def __init__(self, folder: Path, name: str, program: Path, server: str | None):
        self.folder, self.url = folder / name, None
        self.folder.mkdir()
        if server:
            subprocess.run(
                ["psql", "-X", "-q", "-d", server, "-c", f"CREATE DATABASE {name} TEMPLATE template0"], check=True)
            self.url = urlsplit(server)._replace(path=f"/{name}").geturl()
        self.server = Server(program, self.folder, self.url)

    def contents(self) -> dict:
        """What a finished start leaves, as far as it must always be the same."""
        ledger = Ledger(self.folder / "district", self.url)
        counts = {table: int(ledger.rows(f"SELECT count(*) FROM {table}")[0][0]) for table in COUNTED}
        migrations = "SELECT module || '/' || number || ' ' || digest FROM schema_migration ORDER BY module, number"
        return counts | {"migrations": ledger.rows(migrations), "damage": ledger.damage()}


def moment(share: float) -> float:
    """Half of the kills fall where the migrations are, in the first tenth; the rest is the sample district."""
    return share / 5 if share < 0.5 else 0.1 + (share - 0.5) * 1.8


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=Path, default=Path(".build/debug/minben"))
    arguments.add_argument("--kills", type=int, default=6)
    arguments.add_argument("--server")
    given = arguments.parse_args()
    program, wrong = given.program.resolve(), []
    with tempfile.TemporaryDirectory(prefix="minben-first-start-") as name:
        folder, stamp = Path(name), f"first_{time.time_ns()}"
        model = Place(folder, f"{stamp}_0", program, given.server)
        began = time.monotonic()
        model.server.start()
        seconds = time.monotonic() - began
        model.server.stop()
        wanted = model.contents()
        for kill in range(given.kills):
            place = Place(folder, f"{stamp}_{kill + 1}", program, given.server)
            after = seconds * moment((kill + 0.5) / given.kills)
            place.server.launch()
            time.sleep(after)
            place.server.kill()
            place.server.start()
            place.server.stop()
            expect(f"killed after {after:.2f} s, the same in the end", place.contents() == wanted, True, wrong)
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
