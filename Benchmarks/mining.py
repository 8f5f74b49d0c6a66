#!/usr/bin/env python3
"""The analysis of a process and its event log over a million events, on SQLite.

    Benchmarks/mining.py [--cases N] [--folder DIR] [--program PATH]

It starts a server of its own with the sample district, copies a finished case of four steps as often as is asked (250,000
cases are a million events), spread over the year so far, over organs and over paths, and lets a supervisor have everything computed
and take the log away. Prints JSON: seconds, and the peak memory of the server after each.
"""

import argparse
import datetime
import http.cookiejar
import json
import pathlib
import re
import sqlite3
import tempfile
import time
import urllib.parse
import urllib.request

from server import PASSWORD, Server

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build/release/minben"
PAGE = "/desk/process-analysis"
HOUR = 3_600_000
CHINA = datetime.timezone(datetime.timedelta(hours=8))


def columns(database, table):
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def finished(database):
    """A finished application of its own, with four steps."""
    return database.execute(
        """SELECT c.id, c.subject_code, c.filed_at FROM service_case c WHERE c.kind = 'application'
            AND c.closed_at IS NOT NULL AND c.parent_id IS NULL AND 4 = (SELECT count(*) FROM case_task t
            WHERE t.case_id = c.id AND t.state = 'completed' AND t.activity IS NOT NULL) ORDER BY c.id LIMIT 1"""
    ).fetchone()


def load(path, count):
    """Copies one case; gives its service. Every third does its second step last, every second was taken."""
    database = sqlite3.connect(path)
    case, service, filed = finished(database)
    organs = [row[0] for row in database.execute("SELECT key FROM organ ORDER BY key LIMIT 10")]
    database.execute("CREATE TEMP TABLE turn (n INTEGER PRIMARY KEY, at BIGINT, organ TEXT)")
    new_year = datetime.datetime.fromtimestamp(filed / 1_000, CHINA).replace(month=1, day=1, hour=0, minute=0, second=0)
    hours = (filed - int(new_year.timestamp() * 1_000)) // HOUR
    database.executemany(
        "INSERT INTO turn VALUES (?, ?, ?)",
        ((n, filed - (n * 7_919 % hours) * HOUR, organs[n % len(organs)]) for n in range(1, count + 1)))
    own = {"id": "n", "number": "'BENCH' || n", "organ": "turn.organ", "filed_at": "at", "closed_at": "at + 20 * 3600000",
           "due_at": "NULL", "applicant_account": "1000000 + n % 100000",
           "query_code": "'x'", "body": "CASE WHEN n < 100 THEN body ELSE '{}' END"}
    names = columns(database, "service_case")
    database.execute(
        f"INSERT INTO service_case ({', '.join(names)}) SELECT {', '.join(own.get(n, 'c.' + n) for n in names)} "
        f"FROM turn JOIN service_case c ON c.id = {case}")
    steps = [row[0] for row in database.execute(
        "SELECT id FROM case_task WHERE case_id = ? AND state = 'completed' AND activity IS NOT NULL ORDER BY completed_at, id",
        (case,))]
    names = columns(database, "case_task")
    for place, step in enumerate(steps):
        hour = f"({place} + CASE WHEN n % 3 = 0 AND {place} = 1 THEN 10 ELSE n % 5 END) * {HOUR}"
        own = {"id": f"n * 8 + {place}", "case_id": "n", "organ": "turn.organ", "opened_at": f"at + {hour}",
               "completed_at": f"at + {hour} + (1 + n % 3) * {HOUR}", "completed_by": f"{place} * 100 + n % 40",
               "taken_at": f"CASE WHEN n % 2 = 0 THEN at + {hour} + {HOUR} / 2 END"}
        database.execute(
            f"INSERT INTO case_task ({', '.join(names)}) SELECT {', '.join(own.get(n, 't.' + n) for n in names)} "
            f"FROM turn JOIN case_task t ON t.id = {step}")
    database.commit()
    database.execute("ANALYZE")
    database.close()
    return service


class Supervisor:
    def __init__(self, server):
        self.base = f"http://127.0.0.1:{server.port}"
        self.open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())).open
        self.send("/sign-in", account="supervisor", password=PASSWORD)

    def read(self, path):
        return self.open(self.base + path, timeout=600).read().decode()

    def send(self, page, action=None, **fields):
        """Fills in the form of a page: the one that goes where it says, with the token it carries."""
        for form in re.findall(r"<form.*?</form>", self.read(page), re.S):
            target = re.search(r'action="([^"]*)"', form)[1]
            if (action and target != action) or (not action and "password" not in form):
                continue
            hidden = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form))
            body = urllib.parse.urlencode({**hidden, **fields}).encode()
            return self.open(self.base + target, body, timeout=600).read().decode()
        raise SystemExit(f"{page} has no such form")


def measure(options, folder):
    data = folder / "data"
    with Server(options.program, data):
        pass
    began = time.perf_counter()
    service = load(data / "minben.sqlite", options.cases)
    figures = {"cases": options.cases, "load_seconds": round(time.perf_counter() - began, 1)}
    with Server(options.program, data) as server:
        figures["memory_at_rest_mb"] = round(server.memory_mb("VmHWM"))
        supervisor = Supervisor(server)
        query = f"?service={urllib.parse.quote(service)}"
        began = time.perf_counter()
        supervisor.send(PAGE + query, f"{PAGE}/runs")
        while "正在计算" in supervisor.read(f"{PAGE}/map{query}"):
            time.sleep(1)
        figures["analysis_seconds"] = round(time.perf_counter() - began, 1)
        figures["memory_after_analysis_mb"] = round(server.memory_mb("VmHWM"))
        for topic in ("", "/waiting", "/parallel", "/materials", "/map", "/conformance"):
            began = time.perf_counter()
            assert "算出" in supervisor.read(PAGE + topic + query)
            figures[f"page{topic or '/overview'}_ms"] = round(1_000 * (time.perf_counter() - began))
        began, events, size = time.perf_counter(), 0, 0
        with supervisor.open(f"{supervisor.base}{PAGE}/event-log.xes{query}", timeout=3_600) as log:
            for line in log:
                events += line.count(b"<event>")
                size += len(line)
        figures |= {"log_seconds": round(time.perf_counter() - began, 1), "log_events": events, "log_mb": size >> 20,
                    "memory_after_log_mb": round(server.memory_mb("VmHWM"))}
    return figures


def main():
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("--cases", type=int, default=250_000)
    reader.add_argument("--folder", type=pathlib.Path, help="an empty folder; it keeps the district")
    reader.add_argument("--program", type=pathlib.Path, default=PROGRAM)
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        print(json.dumps(measure(options, options.folder or pathlib.Path(temporary)), indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
