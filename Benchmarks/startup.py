"""How long a start takes, and how much memory the server has: at rest, and when it has worked."""

import asyncio
import statistics

import machine
from row import Row
from sustained import drive

STARTS = 5
WORK_SECONDS, USERS = 20, 32
TARGET_MB = 300


def measure(run) -> list[Row]:
    # The first start may still migrate or load; it is not what a restart costs.
    timed_start(run)
    starts = [timed_start(run) for _ in range(STARTS)]
    seconds, cpu_seconds = (statistics.median(each) for each in zip(*starts))
    with run.server() as server:
        resting = server.memory_mb()
        matters = run.matters(server)
        asyncio.run(drive(server.port, matters, USERS, max(3, WORK_SECONDS * run.scale), "refused"))
        worked = server.memory_mb("VmHWM")
    remark = "without PostgreSQL's own" if run.district.cluster else ""
    return [
        Row("start-up, until /readyz answers", f"{seconds * 1000:,.0f} ms", remark=f"{cpu_seconds:.2f} CPU s"),
        Row("memory at rest", f"{resting:,.0f} MB", f"< {TARGET_MB} MB", resting < TARGET_MB, remark=remark),
        Row("memory at most, after work", f"{worked:,.0f} MB", f"< {TARGET_MB} MB", worked < TARGET_MB, remark=remark),
    ]


def timed_start(run) -> tuple[float, float]:
    """Seconds until it is ready, and the CPU seconds the server alone has spent by then."""
    server = run.server()
    try:
        return server.start(), machine.cpu_seconds(server.process.pid)
    finally:
        server.stop()
