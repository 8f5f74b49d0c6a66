"""Measures what was asked for, prints it, keeps it and writes the page. Benchmarks/run calls it."""

import datetime
import importlib
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

import limits
import machine
import options
import processes
import report
import written_rows
from district import Unavailable, open_district
from postgres import Cluster
from results import Results
from run_context import Run
from server import DoesNotStart

# What depends on how much there is in the database is measured at every size, the rest at the largest.
AT_EVERY_SIZE = ("startup", "sustained", "submissions")
# They have databases of their own, and are measured once.
ON_ITS_OWN = ("processes", "journal", "content")


def main() -> int:
    given = options.read()
    # Whoever ends the run ends what it started, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    kept = "quick.json" if given.is_rehearsal else "latest.json"
    results = Results(options.REPOSITORY / "Benchmarks/results" / kept)
    complaints = []
    with tempfile.TemporaryDirectory(prefix="minben-benchmarks-") as scratch:
        folder = (given.data or Path(scratch)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        cluster = Cluster(folder / "postgres")
        try:
            about = about_run(given, folder, Path(scratch), cluster)
            for engine in given.engines:
                complaints += engine_measured(given, engine, folder, Path(scratch), cluster, about, results)
        finally:
            cluster.stop()
    finish(given, results)
    for sentence in complaints:
        print(sentence, file=sys.stderr)
    return 1 if complaints else 0


def about_run(given, folder: Path, scratch: Path, cluster) -> dict:
    print("== raw limits of the machine", flush=True)
    rows, cast = written_rows.of_lifecycle(given.program, scratch)
    if "processes" in given.only:
        rows["instance"] = written_rows.of_instance(processes.program(given.program), scratch)
    measured = limits.measure(folder, scratch, given.scale, cluster, rows, given.engines)
    for name, value in measured.items():
        print(f"  {name.replace('_', ' ')}: {report.rounded(value)}")
    if measured["fsync_p50_ms"] > limits.SLOW_FSYNC_MS:
        print(f"  WARNING: {report.warning(measured)}")
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    return {"date": now, "commit": commit(), "machine": machine.description(), "limits": measured, "cast": cast}


def commit() -> str:
    run = subprocess.run(
        ["git", "-C", options.REPOSITORY, "describe", "--always", "--dirty"], capture_output=True, text=True
    )
    return run.stdout.strip() or "unknown"


def engine_measured(given, engine, folder, scratch, cluster, about, results) -> list[str]:
    """Everything that was asked for on one engine; what could not be measured, as sentences."""
    districts, complaints = loaded(given, engine, folder, scratch, cluster)
    for district in districts:
        here = options.BENCHMARKS if district is districts[-1] else AT_EVERY_SIZE
        wanted = [name for name in here if name in given.only]
        try:
            run = Run(district, scratch, folder, given.scale, about["limits"])
            for name in wanted:
                part = {"rows": measured(name, run), "run": about}
                cases = 0 if name in ON_ITS_OWN else district.cases
                results.keep(name, engine, cases, part)
                print(report.plain(report.rows([(engine, cases, part)])), flush=True)
        except DoesNotStart as words:
            complaints.append(f"The server does not start on {engine} with {district.cases:,} cases: {words}")
        except Exception:  # one engine's trouble is not the other's
            complaints.append(f"Broke off on {engine} with {district.cases:,} cases:\n{traceback.format_exc()}")
    return complaints


def loaded(given, engine, folder, scratch, cluster) -> tuple[list, list[str]]:
    """The districts there are, small before large, and why others are not."""
    districts, complaints = [], []
    for cases in given.cases:
        district = open_district(given.program, folder, scratch, engine, cases, cluster)
        try:
            district.load()
            districts.append(district)
        except Unavailable as sentence:
            complaints.append(str(sentence))
    return districts, complaints


def measured(name: str, run: Run) -> list[dict]:
    print(f"== {name}, {run.district.engine}, {run.district.cases:,} cases", flush=True)
    began = time.monotonic()
    rows = [row.document() for row in importlib.import_module(name).measure(run)]
    print(f"   {time.monotonic() - began:.0f} s", flush=True)
    return rows


def finish(given, results: Results):
    if given.is_rehearsal:
        print(f"A rehearsal: kept in {results.path}, docs/performance.md is left alone.")
        return
    page = options.REPOSITORY / "docs/performance.md"
    page.write_text(report.page(results))
    print(f"Written: {page}")


if __name__ == "__main__":
    sys.exit(main())
