"""What the journal's log costs the business of a district: whole lifecycles, with the sequencer and without.

Only on PostgreSQL, where a server sequences when it is given a key; on SQLite it always does.
"""

import asyncio
import statistics
import subprocess
import time
from urllib.parse import urlsplit

from row import Row, Span
from sustained import drive

USERS, SECONDS, TURNS = 64, 20, 8
# What others may lose by it.
LOSS = 0.05
WAITING = "SELECT count(*) FROM (SELECT 1 FROM journal_entry WHERE leaf_index IS NULL LIMIT 1000) AS waiting"


def measure(run) -> list[Row]:
    if run.district.engine != "postgres":
        return []
    rates, costs = {True: [], False: []}, {True: [], False: []}
    # With, without, without, with: what drifts meanwhile costs both the same.
    for turn in range(TURNS):
        has_log = turn % 4 in (0, 3)
        rate, cost = lifecycles(run, has_log, max(4, SECONDS * run.scale))
        rates[has_log].append(rate)
        costs[has_log].append(cost)
        print(f"    {'with' if has_log else 'without'} the sequencer: {rate:,.1f}/s, CPU {cost:.2f} s / 1,000", flush=True)
    having, lacking = (statistics.median(rates[each]) for each in (True, False))
    row = Row(
        "lifecycles beside the sequencer, as many as go", f"{having:,.1f}/s, {lacking:,.1f}/s without", "within 5 %",
        1 - having / lacking <= LOSS, rate=having,
    )  # fmt: skip
    row.server_cpu = statistics.median(costs[True])
    row.remark = f"medians of {TURNS // 2} turns each; without: CPU {statistics.median(costs[False]):.2f} s / 1,000"
    return [row]


def lifecycles(run, has_log: bool, seconds: float) -> tuple[float, float]:
    """How many a second, and the CPU seconds of 1,000 requests."""
    server = run.server()
    server.environment = {"MINBEN_JOURNAL_KEY": key(run)} if has_log else {}
    with server:
        matters = run.matters(server)
        while has_log and int(run.district.cluster.query(database(run), WAITING)) > 0:
            time.sleep(0.2)
        asyncio.run(drive(server.port, matters, USERS, 3, "refused"))
        with Span(server) as span:
            recorder, done = asyncio.run(drive(server.port, matters, USERS, seconds, "refused"))
        return done / seconds, span.server_cpu / max(1, len(recorder)) * 1000


def key(run) -> str:
    """The file of the log's key, made when it is not there."""
    file = run.district.data / "journal.key"
    file.parent.mkdir(parents=True, exist_ok=True)
    command = [run.district.program, "journal", "key", file, "--origin", "minben.example/journal"]
    subprocess.run(command, stdout=subprocess.DEVNULL, timeout=60, check=True)
    return str(file)


def database(run) -> str:
    return urlsplit(run.district.database).path.lstrip("/")
