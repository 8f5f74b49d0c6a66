"""What the government says, at 10,000 articles: against nginx, uncached, a record day's hits, and Wagtail beside it."""

import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pages
from nginx import CONNECTIONS, Nginx, load
from row import Row, Span
from server import Server, free_port

ARTICLES = 10_000
LOADING_SECONDS = 1_800
HERE = Path(__file__).parent
# Beijing's kiosks on their record day.
RECORD_DAY, RECORD_SECONDS = 500_000, 20
RENDER_MS = 2
PEER_PACKAGES = ("wagtail==8.0.1", "django-redis", "gunicorn")
PEER_WORKERS = 2
TIMES_PEER, TIMES_CACHED_PEER = 60, 20
SECONDS = 10


def measure(run) -> list[Row]:
    articles = max(200, round(ARTICLES * run.scale))
    seconds = max(1, SECONDS * run.scale)
    with filled(run, articles) as server:
        at_rest(server)
        paths = addresses(server)
        assert len(paths) >= articles, f"{len(paths)} of {articles} articles are in the maps"
        rows = [uncached(server, paths)]
        with Nginx(run.folder / "nginx-content") as nginx:
            shown = {"home of a site": "/sites/duanzhou", "column": "/sites/duanzhou/news", "article": paths[0]}
            against = [pages.compared(server, nginx, name, path, seconds) for name, path in shown.items()]
        rows += against
        rows.append(record_day(run, server, paths))
    return rows + beside_wagtail(run, articles, against[2].rate, seconds)


def filled(run, articles: int) -> Server:
    """A server on a district with so many articles and nothing else."""
    district = run.district
    data = run.folder / f"content-{district.engine}"
    database = district.cluster.empty_database("minben_content") if district.cluster else None
    command = [district.program, "demo", "--articles", str(articles), "--data", data]
    command += ["--database", database] if database else []
    data.mkdir(parents=True, exist_ok=True)
    subprocess.run(command, check=True, capture_output=True, timeout=LOADING_SECONDS)
    return Server(district.program, data, database, district.cluster)


def at_rest(server: Server):
    """Waits until the server has nothing to do by itself: what was filled in is read into the search once."""
    before = server.cpu_seconds()
    for _ in range(LOADING_SECONDS // 3):
        time.sleep(3)
        now = server.cpu_seconds()
        if now - before < 0.2:
            return
        before = now
    raise TimeoutError("the server does not come to rest")


def addresses(server: Server) -> list[str]:
    """Every article, by the maps that search engines read."""
    maps = locations(server, "/sitemap.xml")
    found = [path for each in maps for path in locations(server, each)]
    return [path for path in found if re.fullmatch(r"/sites/[^/]+/[^/]+/\d+", path)]


def locations(server: Server, path: str) -> list[str]:
    text = server.ask("GET", path)[2].decode()
    return [re.sub(r"^https?://[^/]+", "", each) for each in re.findall(r"<loc>([^<]+)</loc>", text)]


def uncached(server: Server, paths: list[str]) -> Row:
    """One connection, every page for the first time."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    times = []
    with Span(server) as span:
        for path in paths[-500:]:
            began = time.perf_counter()
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, f"{path} answers {answer.status}"
            times.append((time.perf_counter() - began) * 1000)
    connection.close()
    times.sort()
    middle = statistics.median(times)
    row = Row(
        "an article for the first time", f"{middle:.2f} ms", f"< {RENDER_MS} ms", middle < RENDER_MS, errors=0,
        p50=middle, p95=times[len(times) * 95 // 100], p99=times[len(times) * 99 // 100],
        remark=f"{len(times)} articles one after another, compressed and kept",
    )  # fmt: skip
    return row.costing(span, len(times))


def record_day(run, server: Server, paths: list[str]) -> Row:
    """Mixed pages until the hits of the day have been served, from a server that has just started."""
    lists = ["/", "/services", "/sites/duanzhou", "/sites/duanzhou/news", "/feeds/duanzhou/news", "/sites/news"]
    file = run.folder / "kiosk-paths"
    file.write_text("\n".join(lists + paths) + "\n")
    server.stop()
    server.start()
    wanted = round(RECORD_DAY * run.scale)
    seconds = max(1, round(RECORD_SECONDS * run.scale))
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", HERE / "kiosk_day.lua"]
    command += ["-H", "Accept-Encoding: gzip", f"http://127.0.0.1:{server.port}"]
    environment = {**os.environ, "KIOSK_PATHS": str(file), "KIOSK_SUMMARY": str(HERE / "latency.lua")}
    with Span(server) as span:
        printed = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    found = json.loads(printed.splitlines()[-1])
    taken = wanted / (found["requests"] / found["seconds"])
    row = Row(
        f"{wanted:,} hits of mixed pages, nothing kept at first", f"{taken:.1f} s", f"< {seconds} s",
        taken < seconds and found["errors"] == 0, rate=found["requests"] / found["seconds"], errors=found["errors"],
        p50=found["p50"], p95=found["p95"], p99=found["p99"],
        remark=f"{len(paths):,} articles asked for by 1/rank; {server.memory_mb():.0f} MB afterwards",
    )  # fmt: skip
    return row.costing(span, found["requests"])


def beside_wagtail(run, articles: int, ours: float, seconds: float) -> list[Row]:
    folder = run.kept / f"wagtail-{articles}"
    path = wagtail(folder, articles)
    plain = peer_rate(folder, path, seconds, None)
    with Redis(folder) as redis:
        cached = peer_rate(folder, path, seconds, redis.address)
    return [
        peer_row("Wagtail, uncached", plain, ours, TIMES_PEER),
        peer_row("Wagtail, pages kept in Redis", cached, ours, TIMES_CACHED_PEER),
    ]


def wagtail(folder: Path, articles: int) -> str:
    """Makes a Wagtail with so many articles, unless it is there already: the address of one of them."""
    address = folder / "address"
    if not address.exists():
        shutil.rmtree(folder, ignore_errors=True)
        environment = folder / "venv"
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin/pip", "install", "--quiet", *PEER_PACKAGES], check=True)
        peer = [environment / "bin/python", HERE / "wagtail_peer.py", "fill", folder, str(articles)]
        address.write_text(subprocess.run(peer, check=True, capture_output=True, text=True).stdout.split()[-1])
    return address.read_text()


def peer_row(name: str, found: dict, ours: float, target: int) -> Row:
    rate = found["requests"] / found["seconds"]
    return Row(
        name, f"{rate:,.0f}/s; ours {ours / rate:,.0f} times", f"≥ {target} times", ours / rate >= target, rate=rate,
        errors=found["errors"], p50=found["p50"], p95=found["p95"], p99=found["p99"],
        remark=f"an article of the same length among as many, gunicorn with {PEER_WORKERS} workers, SQLite",
    )  # fmt: skip


def peer_rate(folder: Path, path: str, seconds: float, cache: str | None) -> dict:
    port = free_port()
    command = [folder / "venv/bin/gunicorn", "--workers", str(PEER_WORKERS), "--worker-class", "gthread", "--threads", "4"]
    command += ["--keep-alive", "60", "--bind", f"127.0.0.1:{port}", "--log-level", "error", "wagtail_peer:application"]
    environment = {**os.environ, "WAGTAIL_FOLDER": str(folder), **({"WAGTAIL_CACHE": cache} if cache else {})}
    process = subprocess.Popen(command, cwd=HERE, env=environment)
    try:
        wait_for(port, path)
        load(port, path, 1)
        return load(port, path, seconds)
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(port: int, path: str):
    for _ in range(300):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", path)
            status = connection.getresponse().status
            assert status == 200, f"Wagtail answers {status}"
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("Wagtail does not start")


class Redis:
    """A Redis of our own that keeps nothing on the disk."""

    def __init__(self, folder: Path):
        self.port = free_port()
        self.address = f"redis://127.0.0.1:{self.port}/0"
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        time.sleep(0.5)
        assert self.process.poll() is None, "Redis does not start"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
