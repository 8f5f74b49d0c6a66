"""How long a start takes, and how much memory the server has: at rest, and when it has worked."""

import asyncio
import statistics

from row import Row
from sustained import drive

STARTS = 5
WORK_SECONDS, USERS = 20, 32
TARGET_MB = 300


def measure(run) -> list[Row]:
    # The first start may still migrate or load; it is not what a restart costs.
    timed_start(run)
    seconds = [timed_start(run) for _ in range(STARTS)]
    with run.server() as server:
        resting = server.memory_mb()
        matters = run.matters(server)
        asyncio.run(drive(server.port, matters, USERS, max(3, WORK_SECONDS * run.scale), "refused"))
        worked = server.memory_mb("VmHWM")
    remark = "without PostgreSQL's own" if run.district.cluster else ""
    return [
        Row("start-up, until /readyz answers", f"{statistics.median(seconds) * 1000:,.0f} ms", "–"),
        Row("memory at rest", f"{resting:,.0f} MB", f"< {TARGET_MB} MB", resting < TARGET_MB, remark=remark),
        Row("memory at most, after work", f"{worked:,.0f} MB", f"< {TARGET_MB} MB", worked < TARGET_MB, remark=remark),
    ]


def timed_start(run) -> float:
    server = run.server()
    try:
        return server.start()
    finally:
        server.stop()
