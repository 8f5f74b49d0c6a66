#!/usr/bin/env python3
"""The disk is full for a while: changes are refused with 503 and when to come back, pages are served, nothing that
was acknowledged is lost, and everything goes on by itself when there is room again.

    Tests/Durability/full_disk.py [--program .build/debug/minben] [--on sqlite|tables|wal] [--seconds 5]

On `sqlite` the whole data directory is on the full disk, uploads with it; on `tables` only the tables of
PostgreSQL; on `wal` all of PostgreSQL, which ends itself then and is started again once there is room.
The disk is one in memory, in a namespace of mounts that ends with the trial. Needs root, or sudo.
"""

import argparse
import errno
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from kill_nine import SUBMITTERS, repeated
from ledger import Ledger
from outage import expect, postgres
from server import Server
from submitter import Submitter


class Patient(Submitter):
    """Comes back when told to, only sooner, and remembers whether it was told."""

    AGAIN = {429, 503}


class Counting(Server):
    """Notes every refusal."""

    def __init__(self, *given):
        super().__init__(*given)
        self.refused, self.untold = 0, 0

    def ask(self, method, path, body=None, headers=None):
        answer = super().ask(method, path, body, headers)
        if answer.status == 503 and method == "POST":
            self.refused += 1
            self.untold += not answer.headers.get("Retry-After")
        return answer


class Disk:
    """A small one in memory."""

    def __init__(self, place: Path, megabytes: int):
        place.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", place], check=True)
        self.place, self.ballast = place, place / "ballast"

    def fill(self):
        with open(self.ballast, "ab", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError as error:
                assert error.errno == errno.ENOSPC, error

    def relieve(self):
        self.ballast.unlink()

    def close(self):
        subprocess.run(["umount", "--lazy", self.place], check=True)


def query(url: str, text: str):
    subprocess.run(["psql", "-X", "-q", "-d", url, "-c", text], check=True)


def prepare(on: str, folder: Path) -> tuple[Disk, str | None]:
    """The small disk, and the address of the database on it, if it is a server's."""
    cluster = folder / "postgres"
    if on == "sqlite":
        return Disk(folder / "district", 64), None
    if on == "wal":
        disk = Disk(cluster, 400)
        return disk, postgres("start_postgres", cluster)
    disk, url = Disk(folder / "tables", 64), postgres("start_postgres", cluster)
    (disk.place / "space").mkdir()
    subprocess.run(["chown", "postgres:", disk.place / "space"], check=True)
    query(url, f"CREATE TABLESPACE small LOCATION '{disk.place / 'space'}'")
    query(url, "ALTER DATABASE minben SET default_tablespace = small")
    return disk, url


def exhaust_log(url: str):
    """Asks for the next segment of the write-ahead log until there is no room for it, and PostgreSQL ends itself."""
    for _ in range(20):
        command = ["psql", "-X", "-q", "-d", url, "-c", "SELECT txid_current(), pg_switch_wal()"]
        if subprocess.run(command, capture_output=True).returncode == 2:
            return
    raise AssertionError("PostgreSQL does not need its log")


def settled(condition, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


def fill_and_relieve(server: Counting, disk: Disk, submitters: list, given, folder: Path, wrong: list):
    count = lambda: sum(len(each.acknowledged) for each in submitters)
    expect("submissions before", settled(lambda: count() > 5, 60), True, wrong)
    disk.fill()
    if given.on == "wal":
        exhaust_log(server.database)
    expect("submissions refused with 503", settled(lambda: server.refused > 20, 60), True, wrong)
    for path in ["/healthz", "/", "/services"]:
        expect(f"{path} on a full disk", server.ask("GET", path).status, 200, wrong)
    time.sleep(given.seconds)
    disk.relieve()
    if given.on == "wal":
        postgres("start_postgres", folder / "postgres")
    before, began = count(), time.monotonic()
    expect("submissions afterwards", settled(lambda: count() > before + 5, 60), True, wrong)
    print(f"went on after {time.monotonic() - began:.1f} s")


def trial(server: Counting, disk: Disk, given, folder: Path, wrong: list) -> dict:
    server.start()
    for path in ["/", "/services"]:
        server.ask("GET", path)
    tokens = {account: server.token(account) for account, _ in SUBMITTERS}
    until = threading.Event()
    submitters = [Patient(server, tokens[who], service, until) for who, service in SUBMITTERS]
    for submitter in submitters:
        submitter.start()
    fill_and_relieve(server, disk, submitters, given, folder, wrong)
    until.set()
    for submitter in submitters:
        submitter.join(timeout=60)
    wrong += [sentence for submitter in submitters for sentence in repeated(server, submitter)]
    expect("refusals that say not when to come back", server.untold, 0, wrong)
    server.stop()
    return {key: number for each in submitters for key, number in each.acknowledged.items()}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=Path, default=Path(".build/debug/minben"))
    arguments.add_argument("--on", choices=["sqlite", "tables", "wal"], default="sqlite")
    arguments.add_argument("--seconds", type=float, default=5)
    given = arguments.parse_args()
    if os.environ.get("FULL_DISK_APART") != "yes":
        sudo = [] if os.geteuid() == 0 else ["sudo"]
        apart = [*sudo, "unshare", "--mount", "env", "FULL_DISK_APART=yes", sys.executable, *sys.argv]
        return subprocess.run(apart).returncode
    wrong = []
    with tempfile.TemporaryDirectory(prefix="minben-full-disk-") as name:
        folder = Path(name)
        disk, url = prepare(given.on, folder)
        server = Counting(given.program.resolve(), folder, url)
        try:
            acknowledged = trial(server, disk, given, folder, wrong)
            wrong += Ledger(folder / "district", url).check(acknowledged)
        finally:
            if server.process and server.process.poll() is None:
                server.kill()
            if wrong:
                print((folder / "server.log").read_text()[-4000:], file=sys.stderr)
            if url:
                postgres("stop_postgres", folder / "postgres")
            disk.close()
    for sentence in wrong[:20]:
        print(sentence, file=sys.stderr)
    print(f"{len(acknowledged)} cases acknowledged, {server.refused} refused, {len(wrong)} wrong")
    return 1 if wrong or not acknowledged else 0


if __name__ == "__main__":
    sys.exit(main())
