"""What supervision costs the business of a district: whole lifecycles beside the watch of sixty rules and beside none, and
the shape of the burst with the cockpit looked at all the while.

The cases that were loaded bring a backlog of signals when the rules are switched on; that is over before anything is timed.
What is timed is what goes on for ever: the watch follows every change, and counts for the cockpit every minute.
"""

import asyncio
import itertools
import json
import sqlite3
import statistics
import time
from contextlib import closing
from urllib.parse import urlsplit

from browser import Browser
from burst import PAUSE_SECONDS, SHAPE
from client import Client
from lifecycle import Lifecycles
from recorder import Recorder
from row import Row, Span
from schedule import Opening, Phase, moments
from sustained import drive

USERS, SECONDS, TURNS = 64, 20, 8
# What others may lose by it.
LOSS = 0.1
RULES = 60
LOOK_EVERY_SECONDS, COCKPIT_MS = 1, 100
SWEEP_SECONDS = 900
# The place in the way through all open cases is empty when there is none.
SWEPT = """SELECT CASE WHEN EXISTS (SELECT 1 FROM supervision_mark WHERE name = 'rules')
    AND NOT EXISTS (SELECT 1 FROM supervision_mark WHERE name = 'sweep' AND value <> '') THEN 1 ELSE 0 END"""


def measure(run) -> list[Row]:
    put_rules(run)
    return [lifecycles(run), *shape(run)]


def lifecycles(run) -> Row:
    """As many as go, with and without, without and with: what drifts meanwhile costs both the same."""
    rates, costs = {True: [], False: []}, {True: [], False: []}
    for turn in range(TURNS):
        has_rules = turn % 4 in (0, 3)
        with watched(run, has_rules) as server:
            matters = run.matters(server)
            asyncio.run(drive(server.port, matters, USERS, 3, "refused"))
            with Span(server) as span:
                seconds = max(4, SECONDS * run.scale)
                recorder, done = asyncio.run(drive(server.port, matters, USERS, seconds, "refused"))
        rates[has_rules].append(done / seconds)
        costs[has_rules].append(span.server_cpu / max(1, len(recorder)) * 1000)
        print(f"    {'with' if has_rules else 'without'} rules: {rates[has_rules][-1]:,.1f}/s", flush=True)
    having, lacking = (statistics.median(rates[each]) for each in (True, False))
    row = Row(
        "lifecycles beside the watch, as many as go", f"{having:,.1f}/s, {lacking:,.1f}/s without rules", "within 10 %",
        1 - having / lacking <= LOSS, rate=having,
    )  # fmt: skip
    row.server_cpu = statistics.median(costs[True])
    row.remark = f"medians of {TURNS // 2} turns each; without: CPU {statistics.median(costs[False]):.2f} s / 1,000"
    return row


def shape(run) -> list[Row]:
    """The burst as it is, first without rules and then with them, and a leader who looks every second."""
    phases = [Phase(each.name, each.seconds * run.scale, each.start_rate, each.end_rate) for each in SHAPE]
    rows, lacking = [], 0.0
    for has_rules in (False, True):
        with watched(run, has_rules) as server:
            leader, matters = Browser(server, "leader"), run.matters(server)
            with Span(server) as span:
                calls, looks = asyncio.run(beside(server.port, matters, leader, phases))
        p95, look = calls.milliseconds(95)[0], looks.milliseconds(95)[0]
        name = f"{RULES} rules" if has_rules else "no rule"
        calm = Row(
            f"shape × 1 beside {name}: p95 of a call", f"{p95:,.1f} ms", "within 10 % of without" if has_rules else "–",
            p95 <= lacking * (1 + LOSS) and calls.error_count == 0 if has_rules else None,
        ).measured(calls, span)  # fmt: skip
        seen = Row(
            f"the cockpit meanwhile, {name}: p95", f"{look:,.1f} ms", f"< {COCKPIT_MS} ms",
            look < COCKPIT_MS and looks.error_count == 0,
        ).measured(looks, span)  # fmt: skip
        # What the server did meanwhile is not what these looks cost.
        seen.server_cpu = seen.driver_cpu = None
        rows += [calm, seen]
        lacking = p95
    return rows


async def beside(port: int, matters, leader: Browser, phases) -> tuple[Recorder, Recorder]:
    client, calls, looks = Client(port), Recorder(), Recorder()
    started = Lifecycles(client, matters, calls)
    page = leader.get("/desk/cockpit")

    async def look():
        began = client.loop.time()
        status, _ = await client.ask(page)
        looks.add(began, client.loop.time() - began, None if status == 200 else f"cockpit: {status or 'no answer'}")

    seconds = sum(each.seconds for each in phases)
    filing, looking = Opening(lambda: started.run(PAUSE_SECONDS)), Opening(look)
    times = [place * LOOK_EVERY_SECONDS for place in range(int(seconds / LOOK_EVERY_SECONDS))]
    await asyncio.gather(filing.run(moments(phases)), looking.run(times))
    calls.errors["unfinished"] += await filing.finish()
    looks.errors["unfinished"] += await looking.finish()
    await client.close()
    return calls, looks


def put_rules(run):
    """The delivered rules come with the first sweep of a server; then there are so many that it is sixty."""
    with run.server():
        wait(run, lambda: count(run, "SELECT count(*) FROM supervision_rule") > 0)
    # There is a backlog: nothing is to be stopped by the breaker.
    execute(run, "UPDATE supervision_rule SET body = replace(body, '\"per_minute\":2000', '\"per_minute\":1000000')")
    organs = [row[0] for row in query(run, "SELECT key FROM organ ORDER BY key")]
    missing = RULES - count(run, "SELECT count(*) FROM supervision_rule")
    for place, organ, looks in zip(range(missing), itertools.cycle(organs), itertools.cycle(LOOKS_AT)):
        execute(run, inserted(place, organ, *looks))


# What rules look at, from when, and on which condition, as an administrator writes them.
LOOKS_AT = (
    ("clock", ("due", True, 3, "working_day"), "true"), ("clock", ("due", False, 2, "working_day"), "not(clock.paused)"),
    ("clock", ("started", False, 80, "percent"), "true"), ("task", ("due", False, 1, "day"), "task.urgings > 2"),
    ("case", ("started", False, 30, "day"), "not(case.closed)"),
    ("case", None, 'count(acts[action = "task.sent_back"]) >= 2'),
)  # fmt: skip


def inserted(place: int, organ: str, scope: str, moment, condition: str) -> str:
    body = {
        "key": f"bench-{place}", "name": f"规则 {place}", "basis": "试验", "scope": scope,
        "moment": dict(zip(("anchor", "before", "amount", "unit"), moment)) if moment else None,
        "condition": f'case.organ = "{organ}" and {condition}', "level": "warning", "tells": ["head"],
        "per_minute": 1000000, "appeal_days": 3, "decision_days": 5,
    }  # fmt: skip
    text = json.dumps(body, ensure_ascii=False).replace("'", "''")
    return (
        "INSERT INTO supervision_rule (id, rule_key, version, body, state, on_from, edited_by, edited_by_name, revision) "
        f"VALUES ({place + 1}, 'bench-{place}', 1, '{text}', 'on', '2026-01-01', 0, '试验', 1) "
        "ON CONFLICT (rule_key, version) DO NOTHING"
    )


class watched:
    """A server that has looked at everything by the rules it has."""

    def __init__(self, run, has_rules: bool):
        self.run, self.server = run, run.server()
        execute(run, f"UPDATE supervision_rule SET state = '{'on' if has_rules else 'off'}'")
        # The rules are others, and so the watch goes through all open cases once.
        execute(run, "DELETE FROM supervision_mark WHERE name = 'rules'")

    def __enter__(self):
        self.server.start()
        wait(self.run, lambda: count(self.run, SWEPT) == 1)
        return self.server

    def __exit__(self, *_):
        self.server.stop()


def wait(run, condition):
    until = time.monotonic() + SWEEP_SECONDS
    while not condition():
        assert time.monotonic() < until, "the watch has not come through all open cases"
        time.sleep(0.5)


def count(run, sql: str) -> int:
    return int(query(run, sql)[0][0])


def query(run, sql: str) -> list[tuple]:
    if run.district.cluster:
        return [tuple(line.split("|")) for line in run.district.cluster.query(database(run), sql).split("\n")]
    with closing(sqlite3.connect(run.district.data / "minben.sqlite", timeout=60)) as found:
        return found.execute(sql).fetchall()


def execute(run, sql: str):
    if run.district.cluster:
        run.district.cluster.query(database(run), sql)
        return
    with closing(sqlite3.connect(run.district.data / "minben.sqlite", timeout=60)) as changed, changed:
        changed.execute(sql)


def database(run) -> str:
    return urlsplit(run.district.database).path.lstrip("/")
