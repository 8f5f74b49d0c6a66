"""A district with so many cases, on one of the engines, and the servers that are started on it."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from server import Server

LOADING_SECONDS = 3600


class Unavailable(Exception):
    """This program cannot do what is to be measured; the sentence says what."""


@dataclass
class District:
    program: Path
    data: Path
    engine: str
    cases: int
    database: str | None = None
    cluster: object = None

    def server(self) -> Server:
        return Server(self.program, self.data, self.database, self.cluster)

    def load(self):
        """Loads the cases once; a folder that is kept has them already."""
        done = self.data / "loaded"
        if self.cases == 0 or done.exists():
            return
        if "--cases" not in self.help("demo"):
            raise Unavailable(f"This program has no `demo --cases`: nothing is measured at {self.cases:,} cases.")
        self.data.mkdir(parents=True, exist_ok=True)
        print(f"Loading {self.cases:,} cases on {self.engine} …", flush=True)
        command = [self.program, "demo", "--cases", str(self.cases), "--data", self.data]
        command += ["--database", self.database] if self.database else []
        with open(self.data / "loading.log", "wb") as log:
            run = subprocess.run(command, stdout=log, stderr=log, timeout=LOADING_SECONDS)
        if run.returncode != 0:
            words = (self.data / "loading.log").read_text(errors="replace").strip()[-300:]
            raise Unavailable(f"`demo --cases {self.cases}` fails on {self.engine}: {words}")
        done.write_text(f"{self.cases}\n")

    def help(self, command: str) -> str:
        return subprocess.run([self.program, command, "--help"], capture_output=True, text=True, timeout=60).stdout


def open_district(program: Path, kept: Path, scratch: Path, engine: str, cases: int, cluster) -> District:
    """An empty district is new for every run; what took long to load is kept in the folder it was loaded into."""
    data = (kept if cases else scratch) / f"{engine}-{cases}"
    if engine == "sqlite":
        return District(program, data, engine, cases)
    # A database whose files went, or were never finished, is no use.
    if not (data / "loaded").exists():
        cluster.query("postgres", f"DROP DATABASE IF EXISTS minben_{cases}")
    return District(program, data, engine, cases, cluster.database(f"minben_{cases}"), cluster)
