"""The private PostgreSQL cluster of a run; scripts/private_postgres.sh starts and stops it."""

import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import machine

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "private_postgres.sh"


class Cluster:
    def __init__(self, folder: Path):
        self.folder = folder
        self.url = self.shell("start_postgres")
        self.port = urlsplit(self.url).port
        self.pid = int(self.query("postgres", "SELECT pg_read_file('postmaster.pid')").split()[0])
        # A kept cluster may be of an older version than the newest one here.
        self.programs = Path(self.shell("postgres_programs"))

    def shell(self, function: str) -> str:
        command = f'set -euo pipefail; source "{SCRIPT}"; {function} "$1"'
        run = subprocess.run(
            ["bash", "-c", command, "benchmarks", self.folder], stdout=subprocess.PIPE, text=True, timeout=300
        )
        if run.returncode != 0:
            raise SystemExit("The private PostgreSQL cluster does not start.")
        return run.stdout.strip()

    def database(self, name: str) -> str:
        """The URL of a database, which is made when it is not there."""
        if not self.query("postgres", f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
            self.query("postgres", f"CREATE DATABASE {name}")
        # By its socket, as whoever has both on one machine does; a folder with a long path has none.
        folder = self.folder.resolve()
        if (folder / f".s.PGSQL.{self.port}").exists():
            return f"postgres://postgres@/{name}?host={folder}&port={self.port}"
        return f"postgres://postgres@127.0.0.1:{self.port}/{name}"

    def empty_database(self, name: str) -> str:
        """The URL of a database with nothing in it, whatever an earlier run left: its keys are gone with its folder."""
        self.query("postgres", f"DROP DATABASE IF EXISTS {name}")
        return self.database(name)

    def query(self, database: str, sql: str) -> str:
        url = f"postgres://postgres@127.0.0.1:{self.port}/{database}"
        run = subprocess.run(["psql", url, "-Atqc", sql], capture_output=True, text=True, timeout=300, check=True)
        return run.stdout.strip()

    def refusals(self) -> int:
        """Statements it has refused so far (deadlocks, serialization, locks not given), from its own log: its
        statistics come up to ten seconds late."""
        return (self.folder / "server.log").read_text(errors="replace").count("ERROR:")

    def cpu_seconds(self) -> float:
        return machine.family_cpu_seconds(self.pid)

    def stop(self):
        self.shell("stop_postgres")
