"""What the machine can do by itself, measured in the same run: fsync, PostgreSQL's own benchmark, nginx, bare rows."""

import gzip
import os
import statistics
import tempfile
import time
from pathlib import Path

import pgbench
import raw_postgres
import raw_sqlite
from nginx import Nginx, load

FSYNC_SECONDS, PGBENCH_SECONDS, ROWS_SECONDS, NGINX_SECONDS = 3, 10, 10, 5
SLOW_FSYNC_MS = 0.5
# About what a page of ours weighs.
PAGE = b"<!doctype html>" + b"".join(b"<p>%06d %06d</p>" % (n, n * 7919 % 1000003) for n in range(300))


def measure(folder: Path, scratch: Path, scale: float, cluster, rows, engines: list[str]) -> dict:
    """The disk is that of `folder`, where the databases are."""
    limits = fsync(folder)
    limits |= pgbench.own_benchmark(cluster, max(2, PGBENCH_SECONDS * scale))
    with Nginx(scratch / "nginx-limit") as nginx:
        nginx.put("page.html", PAGE, gzip.compress(PAGE))
        answer = load(nginx.port, "/page.html", max(1, NGINX_SECONDS * scale))
        limits["nginx_per_second"] = answer["requests"] / answer["seconds"]
    seconds = max(2, ROWS_SECONDS * scale)
    for name, transactions in rows.items():
        limits[f"{name}_rows"] = sum(len(each) for each in transactions)
        limits[f"{name}_bytes"] = sum(row.size_bytes for each in transactions for row in each)
        if "sqlite" in engines:
            limits[f"sqlite_{name}_per_second"] = raw_sqlite.rate(folder, transactions, seconds)
        if "postgres" in engines:
            limits[f"postgres_{name}_per_second"] = raw_postgres.rate(scratch, cluster, transactions, seconds)
    return limits


def fsync(folder: Path) -> dict:
    """Writes of 4 KB, each made durable before the next, in the folder the databases are in."""
    block, size = os.urandom(4096), 16 << 20
    waits = []
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(bytes(size))
        os.fsync(file.fileno())
        until = time.perf_counter() + FSYNC_SECONDS
        while (began := time.perf_counter()) < until:
            os.pwrite(file.fileno(), block, len(waits) * 4096 % size)
            os.fdatasync(file.fileno())
            waits.append(time.perf_counter() - began)
    return {
        "fsync_per_second": len(waits) / FSYNC_SECONDS,
        "fsync_p50_ms": statistics.median(waits) * 1000,
        "fsync_p99_ms": sorted(waits)[int(len(waits) * 0.99)] * 1000,
    }
