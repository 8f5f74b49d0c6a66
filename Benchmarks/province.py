"""Ten times Guangdong's published mean flow on one machine: 42 cases and 600 portal operations per second.

A case is a whole lifecycle here. A portal operation is what a visitor does: pages, searches, guides, progress.
"""

import asyncio
import random
from urllib.parse import quote

from burst import PAUSE_SECONDS
from client import Client, request
from lifecycle import Lifecycles
from recorder import Recorder
from row import Row, Span
from schedule import Opening, Phase, late_milliseconds, moments

CASES_PER_SECOND, OPERATIONS_PER_SECOND = 42, 600
SECONDS = 600
TARGET_MS = 200
GZIP = "Accept-Encoding: gzip\r\n"


def measure(run) -> list[Row]:
    with run.server() as server:
        matters, people = run.matters(server), run.people(server)
        operations, weights = portal(server, people, matters)
        chance = random.Random(42)

        def visit() -> bytes:
            return chance.choices(operations, weights)[0]

        with Span(server) as span:
            cases, visits, done, lateness = asyncio.run(drive(server.port, matters, visit, SECONDS * run.scale))
    both = merged(cases, visits)
    p99 = both.milliseconds(99)[0]
    row = Row(
        f"{CASES_PER_SECOND} cases/s and {OPERATIONS_PER_SECOND} portal operations/s: p99", f"{p99:,.0f} ms",
        f"< {TARGET_MS} ms, no error", both.error_count == 0 and p99 < TARGET_MS,
        rate=done / (SECONDS * run.scale), raw=run.limits.get(run.raw_lifecycle), raw_of="lifecycles/s",
        remark=f"p99 of a case's calls {cases.milliseconds(99)[0]:,.0f} ms, of a visit "
        f"{visits.milliseconds(99)[0]:,.0f} ms; driver late by {late_milliseconds(lateness):.0f} ms (p99)",
    )  # fmt: skip
    return [row.measured(both, span)]


def portal(server, people, matters) -> tuple[list[bytes], list[int]]:
    """What visitors ask for, and how often each of a hundred does."""
    citizen = people.token(people.citizens[0].account)
    filing = matters.all[0]
    _, receipt = server.json("POST", "/api/v1/cases", filing.document, citizen)
    code = receipt["receipt"]["query_code"]
    progress = f"/api/v1/cases/{receipt['number']}/progress?code={quote(code)}"
    asked = [
        (25, request("GET", "/", headers=GZIP)),
        (15, request("GET", "/services", headers=GZIP)),
        (10, request("GET", f"/services?q={quote('居住证')}", headers=GZIP)),
        (25, request("GET", "/services/kbcyd", headers=GZIP)),
        (10, request("GET", f"/api/v1/services/{filing.service}")),
        (10, request("GET", progress)),
        (5, request("GET", "/api/v1/cases", citizen)),
    ]
    return [message for _, message in asked], [weight for weight, _ in asked]


async def drive(port: int, matters, visit, seconds: float):
    client, cases, visits = Client(port), Recorder(), Recorder()
    lifecycles = Lifecycles(client, matters, cases)

    async def operation():
        began = client.loop.time()
        status, _ = await client.ask(visit())
        visits.add(began, client.loop.time() - began, None if status == 200 else f"visit: {status or 'no answer'}")

    filing, visiting = Opening(lambda: lifecycles.run(PAUSE_SECONDS)), Opening(operation)
    await asyncio.gather(
        filing.run(moments([Phase("cases", seconds, CASES_PER_SECOND, CASES_PER_SECOND)])),
        visiting.run(moments([Phase("visits", seconds, OPERATIONS_PER_SECOND, OPERATIONS_PER_SECOND)])),
    )
    visits.errors["unfinished"] += await visiting.finish() + await filing.finish()
    await client.close()
    done = sum(moment < filing.began + seconds for moment in lifecycles.completed_at)
    return cases, visits, done, filing.lateness + visiting.lateness


def merged(*recorders: Recorder) -> Recorder:
    whole = Recorder()
    for each in recorders:
        whole.began += each.began
        whole.seconds += each.seconds
        whole.failed += each.failed
        whole.errors += each.errors
    return whole
