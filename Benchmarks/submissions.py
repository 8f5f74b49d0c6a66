"""How many cases can be filed, durably, per second; and what happens when departments finish one case together."""

import asyncio
import itertools

import joint
from client import Client
from lifecycle import KEYS
from recorder import Recorder
from row import Row, Span

SENDERS = (1, 64)
SECONDS = 20


def measure(run) -> list[Row]:
    seconds = max(3, SECONDS * run.scale)
    with run.server() as server:
        matters = run.matters(server)
        return [filed(run, server, matters, senders, seconds) for senders in SENDERS] + joint.measure(run, server)


def filed(run, server, matters, senders: int, seconds: float) -> Row:
    with Span(server) as span:
        recorder = asyncio.run(drive(server.port, matters, senders, seconds))
    rate = (len(recorder) - recorder.error_count) / span.seconds
    row = Row(
        f"POST /api/v1/cases, {senders} at once", f"{rate:,.0f}/s", "no error",
        rate=rate, raw=run.limits.get(run.raw_submission), raw_of="of the same rows, one transaction each",
    ).measured(recorder, span)  # fmt: skip
    row.met = row.errors == 0
    return row


async def drive(port: int, matters, senders: int, seconds: float) -> Recorder:
    client, recorder = Client(port), Recorder()
    loop = asyncio.get_running_loop()
    turn, until = itertools.cycle(matters.all), loop.time() + seconds

    async def sender():
        while (began := loop.time()) < until:
            status, _ = await client.ask(next(turn).filing(next(KEYS)))
            recorder.add(began, loop.time() - began, None if status == 201 else f"create: {status or 'no answer'}")
            if status != 201:
                await asyncio.sleep(0.1)

    await asyncio.gather(*[sender() for _ in range(senders)])
    await client.close()
    return recorder
