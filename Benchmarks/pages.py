"""Public pages against nginx, which serves the same bytes as files on the same machine.

The home page and a guide; articles are measured by content.py.
"""

import gzip
import statistics

from nginx import CONNECTIONS, Nginx, load
from row import Row, Span

PAGES = {"home page": "/", "guide": "/services/kbcyd"}
SECONDS, ROUNDS = 10, 3
TARGET_RATIO, TARGET_MS = 0.6, 20


def measure(run) -> list[Row]:
    seconds = max(1, SECONDS * run.scale)
    with run.server() as server, Nginx(run.folder / "nginx") as nginx:
        return [compared(server, nginx, name, path, seconds) for name, path in PAGES.items()]


def compared(server, nginx: Nginx, name: str, path: str, seconds: float) -> Row:
    gzipped, plain = page(server, path)
    file = f"{name.replace(' ', '-')}.html"
    nginx.put(file, plain, gzipped)
    load(server.port, path, 1)
    ours, theirs, cpu = [], [], 0.0
    # In turn, so that a slow moment of the machine meets both.
    with Span(server) as span:
        for _ in range(ROUNDS):
            before = nginx.cpu_seconds()
            theirs.append(load(nginx.port, f"/{file}", seconds))
            cpu += nginx.cpu_seconds() - before
            ours.append(load(server.port, path, seconds))
    return row(name, len(plain), len(gzipped), ours, theirs, span, cpu)


def page(server, path: str) -> tuple[bytes, bytes]:
    """The bytes on the wire, and what they unpack to."""
    status, headers, body = server.ask("GET", path, headers={"Accept-Encoding": "gzip"})
    assert status == 200, f"{path} answers {status}"
    if headers.get("Content-Encoding") != "gzip":
        return gzip.compress(body), body
    return body, gzip.decompress(body)


def row(name, plain_bytes, gzipped_bytes, ours, theirs, span, nginx_cpu) -> Row:
    rate, raw = (statistics.median(each["requests"] / each["seconds"] for each in runs) for runs in (ours, theirs))
    ratio, p99 = rate / raw, max(each["p99"] for each in ours)
    errors = sum(each["errors"] for each in ours)
    requests, asked = sum(each["requests"] for each in ours), sum(each["requests"] for each in theirs)
    whole = Row(
        name, f"{ratio:.2f} of nginx, p99 {p99:,.1f} ms", f"≥ {TARGET_RATIO} of nginx, p99 < {TARGET_MS} ms",
        ratio >= TARGET_RATIO and p99 < TARGET_MS and errors == 0,
        rate=rate, raw=raw, raw_of="nginx, requests/s", errors=errors,
        p50=statistics.median(each["p50"] for each in ours), p95=max(each["p95"] for each in ours), p99=p99,
        remark=f"{plain_bytes / 1024:.0f} KB, {gzipped_bytes / 1024:.1f} KB gzipped, {CONNECTIONS} connections; "
        f"nginx takes {nginx_cpu / max(1, asked) * 1000:.3f} CPU s per 1,000",
    )  # fmt: skip
    whole.costing(span, requests)
    # wrk loaded both; what it cost belongs to all requests.
    whole.driver_cpu = span.driver_cpu / max(1, requests + asked) * 1000
    return whole
