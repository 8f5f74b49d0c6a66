"""The shape of DIGIT's published load test: spikes with valleys between them, as it is and four times as high.

Theirs, on 16 vCPU at 1,000,000 cases: 6.3 lifecycles/s, 57 % errors at the spikes, p95 36 s.
"""

import asyncio

from client import Client
from lifecycle import Lifecycles
from recorder import Recorder
from row import Row, Span
from schedule import Opening, Phase, late_milliseconds, moments

SHAPE = [
    Phase("start", 60, 1, 1), Phase("to 15/s", 30, 1, 15), Phase("first valley", 120, 15, 1),
    Phase("to 25/s", 30, 1, 25), Phase("second valley", 120, 25, 2), Phase("to 35/s", 30, 2, 35),
    Phase("third valley", 180, 35, 10), Phase("end", 30, 10, 0),
]  # fmt: skip
PAUSE_SECONDS = (1, 3)
TARGET_MS = 300


def measure(run) -> list[Row]:
    return [shaped(run, times, run.matters, Lifecycles, run.limits.get(run.raw_lifecycle)) for times in (1, 4)]


def shaped(run, times: int, prepare, courses, raw: float | None) -> Row:
    """`prepare` finds out, of a server, what there is to do; `courses` does it."""
    phases = [
        Phase(each.name, each.seconds * run.scale, each.start_rate * times, each.end_rate * times) for each in SHAPE
    ]
    with run.server() as server:
        matters = prepare(server)
        with Span(server) as span:
            recorder, done, opening, unfinished = asyncio.run(drive(server.port, matters, phases, courses))
    peak = peak_rate(done)
    recorder.errors["unfinished"] += unfinished
    parts = phase_parts(recorder, opening.began, phases)
    p95 = recorder.milliseconds(95)[0]
    valleys = [recovery(part, parts["start"]) for name, part in parts.items() if "valley" in name]
    good = recorder.error_count == 0 and p95 < TARGET_MS and all(valleys)
    row = Row(
        f"shape × {times}: p95 of a call", f"{p95:,.0f} ms",
        f"< {TARGET_MS} ms, no error, recovery in every valley", good,
        rate=peak, raw=raw, raw_of="lifecycles/s (rate: the best 5 s)",
        remark=f"{len(done):,} {courses.name}; recovered in {sum(valleys)} of {len(valleys)} valleys; "
        f"{recorder.slowest()}; driver late by {late_milliseconds(opening.lateness):.0f} ms (p99)",
        detail={"phases": {name: part["all"] for name, part in parts.items()}},
    )  # fmt: skip
    return row.measured(recorder, span)


async def drive(port: int, matters, phases, courses=Lifecycles):
    client, recorder = Client(port), Recorder()
    started = courses(client, matters, recorder)
    opening = Opening(lambda: started.run(PAUSE_SECONDS))
    await opening.run(moments(phases))
    unfinished = await opening.finish()
    await client.close()
    return recorder, started.completed_at, opening, unfinished


def phase_parts(recorder: Recorder, began: float, phases: list[Phase]) -> dict:
    """Of every phase: all calls, and those of its last third."""
    parts, start = {}, began
    for phase in phases:
        end = start + phase.seconds
        last = recorder.between(end - phase.seconds / 3, end)
        parts[phase.name] = {"all": recorder.between(start, end).summary(), "last": last.summary()}
        start = end
    return parts


def recovery(part: dict, start: dict) -> bool:
    """At the end of a valley calls are as quick as they were at the beginning, give or take what is not felt."""
    return part["last"]["errors"] == 0 and part["last"]["p95"] <= max(2 * start["all"]["p95"], 50)


def peak_rate(done: list[float], seconds: int = 5) -> float:
    """The most that were completed in so many seconds, per second."""
    best, first = 0, 0
    for last, moment in enumerate(done):
        while done[first] < moment - seconds:
            first += 1
        best = max(best, last - first + 1)
    return best / seconds
