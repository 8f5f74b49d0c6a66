"""How fast entries get their places in the log, and what that costs those who write meanwhile.

`JournalBenchmark` does the work in one program on a database of its own.
"""

import json
import subprocess
from pathlib import Path

from row import Row

ENTRIES = 200_000
PER_SECOND = 5_000
SECONDS, TURNS = 10, 4
# What others may lose by it.
LOSS = 0.05
# As many transactions a second as a large district has at its busiest, two entries each.
STEADY = 500


def measure(run) -> list[Row]:
    entries = max(5_000, int(ENTRIES * run.scale))
    seconds = max(1, SECONDS * run.scale)
    return [
        sequenced(run, entries, "while others may write"),
        sequenced(run, entries, "flat out", "--flat-out"),
        beside(run, seconds, "as many as go", 0),
        beside(run, seconds, f"{STEADY} transactions/s", STEADY),
        verified(run, entries),
    ]


def sequenced(run, entries: int, how: str, *options) -> Row:
    found = benchmark(run, "backlog", "--entries", entries, *options)
    rate = found["entries"] / found["seconds"]
    minutes = 1_000_000 / rate / 60
    row = Row(f"a backlog gets its places, {how}", f"{rate:,.0f} entries/s", f"≥ {PER_SECOND:,}/s", rate=rate)
    row.met, row.remark = rate >= PER_SECOND, f"a million in {minutes:.1f} min"
    return row


def beside(run, seconds: float, what: str, rate: int) -> Row:
    found = benchmark(run, "beside", "--seconds", seconds, "--turns", TURNS, "--rate", rate)
    loss = 1 - found["withRate"] / found["withoutRate"]
    row = Row(
        f"business beside the sequencer, {what}", f"{found['withRate']:,.0f}/s, {found['withoutRate']:,.0f}/s without",
        "within 5 %", loss <= LOSS, rate=found["withRate"], p50=found["withP50"], p95=found["withP95"],
        p99=found["withP99"],
    )  # fmt: skip
    row.remark = f"without: p50 {found['withoutP50']:.2f}, p95 {found['withoutP95']:.2f}, p99 {found['withoutP99']:.2f} ms"
    return row


def verified(run, entries: int) -> Row:
    found = benchmark(run, "verify", "--entries", entries)
    rate = found["entries"] / found["seconds"]
    return Row("the whole journal is verified", f"{rate:,.0f} entries/s", rate=rate)


def program(minben: Path) -> Path:
    return minben.with_name("JournalBenchmark")


def benchmark(run, kind: str, *options) -> dict:
    """On a new database each time."""
    folder = run.folder / "journal"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("journal.sqlite*"):
        old.unlink()
    place = ["--folder", folder]
    if cluster := run.district.cluster:
        cluster.query("postgres", "DROP DATABASE IF EXISTS journal")
        place += ["--postgres", cluster.database("journal")]
    command = [program(run.district.program), kind, *place, *options]
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])
