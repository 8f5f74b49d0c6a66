#!/usr/bin/env python3
"""kill -9 while cases are submitted: no case that was acknowledged is lost, none is there twice or by half.

    Tests/Durability/kill_nine.py [--program .build/debug/minben] [--kills 10] [--database postgres://…]

Submitters send under an Idempotency-Key and, like any good program, send again when the line breaks. The
server is killed at random moments and started again; at the end everything is compared with the database.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from pathlib import Path

from ledger import Ledger
from server import Server
from submitter import Submitter

# Who submits what: the joint service is five cases in one transaction.
SUBMITTERS = [
    ("chenjing", "YJS441202001"), ("chenjing", "YJS441202001"),
    ("zhangwei", "11441202007185204J4440731002000"), ("zhangwei", "11441202007185204J4440731002000"),
]  # fmt: skip


def trouble(server: Server, kills: int, chance: random.Random) -> list[Submitter]:
    """Submits and kills, and returns the submitters when all is quiet."""
    server.start()
    tokens = {account: server.token(account) for account, _ in SUBMITTERS}
    until = threading.Event()
    submitters = [Submitter(server, tokens[who], service, until) for who, service in SUBMITTERS]
    for submitter in submitters:
        submitter.start()
    for _ in range(kills):
        time.sleep(chance.uniform(0.2, 1.2))
        server.kill()
        server.start()
    time.sleep(1)
    until.set()
    for submitter in submitters:
        submitter.join(timeout=30)
    return submitters


def repeated(server: Server, submitter: Submitter) -> list[str]:
    """What is wrong when everything acknowledged is read, and sent once more under its key."""
    wrong, headers = [], {"Authorization": f"Bearer {submitter.token}"}
    for number in submitter.acknowledged.values():
        status = server.ask("GET", f"/api/v1/cases/{number}", headers=headers).status
        if status != 200:
            wrong.append(f"{number} was acknowledged and answers {status}")
    submitter.until = threading.Event()
    for key, number in list(submitter.acknowledged.items())[-3:]:
        again = submitter.submit(key)
        if again is None or again["number"] != number:
            wrong.append(f"the key of {number}, sent again, gave {again}")
    return wrong + [f"unexpected answer: {surprise}" for surprise in submitter.surprises]


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=Path, default=Path(".build/debug/minben"))
    arguments.add_argument("--kills", type=int, default=10)
    arguments.add_argument("--database", help="an empty PostgreSQL; absent: SQLite")
    arguments.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="minben-kill-nine-") as folder:
        server = Server(given.program.resolve(), Path(folder), given.database)
        try:
            submitters = trouble(server, given.kills, random.Random(given.seed))
            wrong = [sentence for submitter in submitters for sentence in repeated(server, submitter)]
            server.stop()
        finally:
            if server.process and server.process.poll() is None:
                server.kill()
        acknowledged = {key: number for each in submitters for key, number in each.acknowledged.items()}
        wrong += Ledger(Path(folder) / "district", given.database).check(acknowledged)
    for sentence in wrong[:20]:
        print(sentence, file=sys.stderr)
    print(f"{given.kills} kills, {len(acknowledged)} cases acknowledged, {len(wrong)} wrong, seed {given.seed}")
    return 1 if wrong or not acknowledged else 0


if __name__ == "__main__":
    sys.exit(main())
