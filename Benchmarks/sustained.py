"""Lifecycles without pauses: more and more users until it breaks, then the best number of them for a minute."""

import asyncio

from client import Client
from lifecycle import Lifecycles
from recorder import Recorder
from row import Row, Span

USERS = (4, 8, 16, 32, 64, 128, 256, 512)
STEP_SECONDS, HOLD_SECONDS = 15, 60
TARGET_RATE = 150
# It is broken when a call fails, when one in twenty takes a second, or when more users twice get less done (once
# may be the machine's bad moment).
BROKEN_MS, BROKEN_SHARE = 1000, 0.7


def measure(run) -> list[Row]:
    with run.server() as server:
        matters = run.matters(server)
        best, end = climb(server, matters, max(3, STEP_SECONDS * run.scale))
        seconds = max(4, HOLD_SECONDS * run.scale)
        short, slowest = held( server, matters, best, seconds, "refused")
        short.what, short.target = "lifecycles/s, closed by one completion", f"≥ {TARGET_RATE}"
        short.met = short.rate >= TARGET_RATE and short.errors == 0
        short.raw, short.raw_of = run.limits.get(run.raw_lifecycle), "lifecycles/s"
        short.remark = f"{best} users; {end}; {slowest}"
        whole, _ = held( server, matters, best, seconds / 2, "granted")
        steps = len(matters.all[0].steps["granted"])
        whole.what = f"lifecycles/s, granted by {steps} completions"
        whole.remark = f"{best} users; {2 + 2 * steps + 1} calls each"
    return [short, whole]


def climb(server, matters, seconds: float) -> tuple[int, str]:
    """The number of users with the highest rate, and how it ended."""
    best, best_rate, worse = USERS[0], 0.0, 0
    for users in USERS:
        recorder, done = asyncio.run(drive(server.port, matters, users, seconds, "refused"))
        rate, p95 = done / seconds, recorder.milliseconds(95)[0]
        found = f"{rate:,.0f} lifecycles/s, p95 {p95:,.0f} ms, {recorder.error_count} errors"
        print(f"    {users} users: {found}", flush=True)
        worse = worse + 1 if rate < BROKEN_SHARE * best_rate else 0
        if recorder.error_count or p95 > BROKEN_MS or worse == 2:
            return best, f"breaks at {users} users: {found}"
        if rate > best_rate:
            best, best_rate = users, rate
    return best, f"does not break up to {USERS[-1]} users"


def held(server, matters, users: int, seconds: float, ending: str) -> tuple[Row, str]:
    with Span(server) as span:
        recorder, done = asyncio.run(drive(server.port, matters, users, seconds, ending))
    rate = done / seconds
    return Row("", f"{rate:,.1f}/s", rate=rate).measured(recorder, span), recorder.slowest()


async def drive(port: int, matters, users: int, seconds: float, ending: str) -> tuple[Recorder, int]:
    client, recorder = Client(port), Recorder()
    lifecycles = Lifecycles(client, matters, recorder, ending)
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds

    async def user():
        while loop.time() < until:
            if not await lifecycles.run():
                # Whoever is refused does not try again in the same millisecond.
                await asyncio.sleep(0.1)

    await asyncio.gather(*[user() for _ in range(users)])
    await client.close()
    return recorder, sum(moment < until for moment in lifecycles.completed_at)
