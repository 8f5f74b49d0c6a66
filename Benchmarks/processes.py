"""Instances of a process per second: start, five parallel tasks completed one by one, join, decision, end.

The engine alone in memory, and everything saved: six acknowledged transactions an instance. `ProcessBenchmark` does the
work in one program, with no HTTP in between, on a database of its own. SpiffWorkflow does the same beside it.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from row import Row

PEER = Path(__file__).with_name("spiffworkflow_peer.py")
PEER_PACKAGES = ("SpiffWorkflow==3.2.0", "psycopg[binary]")
SECONDS = 20
WIDTH, WIDE, NARROW = 5, 1_000, 10
TRANSACTIONS = 1 + WIDTH
TIMES_PEER = 50
SAVED_PER_SECOND = {"sqlite": 1_000, "postgres": 600}
STATE_BYTES = 2_000
# What two runs of the same differ by.
NOISE = 0.05


@dataclass
class Found:
    """What one run of either program printed, and what PostgreSQL spent on it."""

    instances: int
    seconds: float
    cpuSeconds: float
    stateBytes: int | None = None
    width: int = WIDTH

    @property
    def rate(self) -> float:
        return self.instances / self.seconds

    @property
    def cpu_per_branch(self) -> float:
        return self.cpuSeconds / self.instances / self.width


def measure(run) -> list[Row]:
    seconds = max(1, SECONDS * run.scale)
    peer = peer_python(run.folder)
    rows = in_memory(run, peer, seconds) + everything_saved(run, seconds)
    if peer and run.district.cluster:
        rows.append(peer_saved(run, peer, seconds))
    return rows


def in_memory(run, peer, seconds: float) -> list[Row]:
    ours, narrow, wide = [benchmark(run, "memory", seconds, "--width", width) for width in (WIDTH, NARROW, WIDE)]
    rate = Row(
        "in memory", f"{ours.rate:,.0f}/s", f"≥ {TIMES_PEER} times SpiffWorkflow", rate=ours.rate,
        remark="" if peer else "SpiffWorkflow cannot be had here",
    )  # fmt: skip
    rows = [rate.costing_cpu(ours.cpuSeconds, ours.instances)]
    if peer:
        theirs = ask([peer, PEER, "memory", seconds])
        rate.met, rate.remark = ours.rate >= TIMES_PEER * theirs.rate, f"{ours.rate / theirs.rate:,.0f} times"
        row = Row("SpiffWorkflow, in memory", f"{theirs.rate:,.0f}/s", rate=theirs.rate)
        rows.append(row.costing_cpu(theirs.cpuSeconds, theirs.instances))
    growth = wide.cpu_per_branch / narrow.cpu_per_branch
    bytes_at_most = ours.stateBytes
    return rows + [
        Row(f"a branch among {WIDE:,}, against one among {NARROW}", f"{growth:.2f} times the CPU",
            "no more than in proportion", growth <= 1 + NOISE),
        Row("state at most", f"{bytes_at_most:,} bytes", f"< {STATE_BYTES:,}", bytes_at_most < STATE_BYTES),
    ]  # fmt: skip


def everything_saved(run, seconds: float) -> list[Row]:
    one_by_one, at_once = saved(run, seconds), saved(run, seconds, "--at-once")
    target = SAVED_PER_SECOND[run.district.engine]
    first = saved_row(run, "saved, one by one", one_by_one)
    first.target, first.met = f"≥ {target:,}", one_by_one.rate >= target
    second = saved_row(run, "saved, all five at the same moment", at_once)
    second.target, second.met = "no slower", at_once.rate >= one_by_one.rate * (1 - NOISE)
    return [first, second]


def saved_row(run, what: str, found: Found) -> Row:
    row = Row(
        what, f"{found.rate:,.0f}/s", rate=found.rate, raw=run.limits.get(f"{run.district.engine}_instance_per_second"),
        raw_of="of the same rows, six transactions each", remark=f"{TRANSACTIONS} transactions each",
    )  # fmt: skip
    return row.costing_cpu(found.cpuSeconds, found.instances * TRANSACTIONS)


def saved(run, seconds: float, *options) -> Found:
    folder = run.folder / "processes" / "-".join(["saved", run.district.engine, *options])
    folder.mkdir(parents=True, exist_ok=True)

    def work(url, seconds: float) -> Found:
        place = ["--folder", folder, *(["--postgres", url] if url else [])]
        return benchmark(run, "saved", seconds, *place, *options)

    return on_a_database(run, "processes", work, seconds)


def peer_saved(run, peer, seconds: float) -> Row:
    theirs = on_a_database(run, "spiffworkflow", lambda url, seconds: ask([peer, PEER, "saved", seconds, url]), seconds)
    row = Row("SpiffWorkflow, saved", f"{theirs.rate:,.0f}/s", rate=theirs.rate,
              remark=f"{theirs.stateBytes:,} bytes of state, one process for each core")  # fmt: skip
    return row.costing_cpu(theirs.cpuSeconds, theirs.instances * TRANSACTIONS)


def on_a_database(run, name: str, work, seconds: float) -> Found:
    """On a new one, where there is a server; with what the server spent, but not on making the tables."""
    cluster = run.district.cluster
    if not cluster:
        return work(None, seconds)
    cluster.query("postgres", f"DROP DATABASE IF EXISTS {name}")
    url = cluster.database(name)
    work(url, 0)
    before = cluster.cpu_seconds()
    found = work(url, seconds)
    found.cpuSeconds += cluster.cpu_seconds() - before
    return found


def program(minben: Path) -> Path:
    return minben.with_name("ProcessBenchmark")


def benchmark(run, kind: str, seconds: float, *options) -> Found:
    return ask([program(run.district.program), kind, "--seconds", seconds, *options])


def ask(command: list) -> Found:
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=True)
    return Found(**json.loads(done.stdout.splitlines()[-1]))


def peer_python(folder: Path) -> Path | None:
    """The Python of an environment with SpiffWorkflow in it, or none where it cannot be installed."""
    environment = folder / "spiffworkflow"
    python = environment / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        install = [python, "-m", "pip", "install", "--quiet", *PEER_PACKAGES]
        if subprocess.run(install).returncode != 0:
            return None
    return python
