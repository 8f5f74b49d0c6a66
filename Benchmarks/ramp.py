"""From no user to 300 in ten minutes, each doing one lifecycle after another with pauses, for ever."""

import asyncio

from burst import PAUSE_SECONDS, TARGET_MS
from client import Client
from lifecycle import Lifecycles
from recorder import Recorder
from row import Row, Span
from schedule import Opening

USERS, SECONDS = 300, 600


def measure(run) -> list[Row]:
    seconds = SECONDS * run.scale
    with run.server() as server:
        matters = run.matters(server)
        with Span(server) as span:
            recorder, done, ended = asyncio.run(drive(server.port, matters, seconds))
    p95 = recorder.milliseconds(95)[0]
    last = [moment for moment in done if ended - seconds / 10 <= moment < ended]
    row = Row(
        f"0 → {USERS} users: p95 of a call", f"{p95:,.0f} ms", f"< {TARGET_MS} ms, no error",
        recorder.error_count == 0 and p95 < TARGET_MS,
        rate=len(last) / (seconds / 10), raw=run.limits.get(run.raw_lifecycle),
        raw_of="lifecycles/s (rate: the last tenth)", remark=f"{len(done):,} lifecycles; {recorder.slowest()}",
    )  # fmt: skip
    return [row.measured(recorder, span)]


async def drive(port: int, matters, seconds: float):
    client, recorder = Client(port), Recorder()
    lifecycles = Lifecycles(client, matters, recorder)
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds

    async def user():
        while loop.time() < until:
            if not await lifecycles.run(PAUSE_SECONDS):
                await asyncio.sleep(1)
            await lifecycles.pause(PAUSE_SECONDS)

    opening = Opening(user)
    await opening.run([seconds * number / USERS for number in range(USERS)])
    await asyncio.sleep(max(0, until - loop.time()))
    recorder.errors["unfinished"] += await opening.finish()
    await client.close()
    return recorder, lifecycles.completed_at, until
