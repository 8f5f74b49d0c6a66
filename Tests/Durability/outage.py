#!/usr/bin/env python3
"""PostgreSQL is gone for a while: changes are refused with 503 and when to come back, pages are served from
memory, and everything goes on by itself when it is there again.

    Tests/Durability/outage.py [--program .build/debug/minben] [--seconds 5]

It starts a cluster of its own, which it stops and starts again under the running server.
"""

import argparse
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from server import Server

ROOT = Path(__file__).resolve().parents[2]


def postgres(command: str, folder: Path, *settings: str) -> str:
    words = shlex.join([command, str(folder), *settings])
    line = f"source {ROOT}/scripts/private_postgres.sh; {words}"
    return subprocess.run(["bash", "-c", line], check=True, capture_output=True, text=True).stdout.strip()


def expect(what: str, found, wanted, wrong: list):
    print(f"{what}: {found}")
    if found != wanted:
        wrong.append(f"{what} is {found}, not {wanted}")


def while_gone(server: Server, token: str, wrong: list):
    for path in ["/", "/services"]:
        expect(f"{path} while it is gone", server.ask("GET", path).status, 200, wrong)
    expect("/readyz while it is gone", server.ask("GET", "/readyz").status, 503, wrong)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    answer = server.ask("POST", "/api/v1/cases", b"{}", headers)
    expect("a submission while it is gone", answer.status, 503, wrong)
    expect("Retry-After", bool(answer.headers.get("Retry-After")), True, wrong)


def logged(server: Server, refused: int, wrong: list):
    """However many were refused, the log has the beginning, the end, and a line every ten seconds between them."""
    lines = (server.data / "server.log").read_text().splitlines()
    told = [line for line in lines if "database outage" in line]
    print(f"{refused} refused, and the log says:", *told, sep="\n  ")
    expect("beginnings in the log", sum("outage began" in line for line in told), 1, wrong)
    expect("ends in the log", sum("outage ended" in line for line in told), 1, wrong)
    single = [line for line in lines if re.search(r"\b(unavailable|fault|job failed)$", line)]
    print(*single, sep="\n")
    expect("lines for single requests", len(single), 0, wrong)


def refuse(server: Server, token: str, seconds: float) -> int:
    """Asks for what must be refused, for so long, and tells how often it was."""
    deadline, headers = time.monotonic() + seconds, {"Authorization": f"Bearer {token}"}
    refused = 0
    while time.monotonic() < deadline:
        refused += server.ask("GET", "/api/v1/cases", None, headers).status == 503
        time.sleep(0.02)
    return refused


def back(server: Server) -> float:
    """Seconds until the server is ready again."""
    began = time.monotonic()
    while server.ask("GET", "/readyz").status != 200:
        if time.monotonic() - began > 30:
            return float("inf")
        time.sleep(0.1)
    return time.monotonic() - began


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=Path, default=Path(".build/debug/minben"))
    arguments.add_argument("--seconds", type=float, default=5)
    given = arguments.parse_args()
    wrong = []
    with tempfile.TemporaryDirectory(prefix="minben-outage-") as folder:
        cluster = Path(folder) / "postgres"
        server = Server(given.program.resolve(), Path(folder), postgres("start_postgres", cluster))
        try:
            server.start()
            token = server.token("zhangwei")
            for path in ["/", "/services"]:
                server.ask("GET", path)
            postgres("stop_postgres", cluster)
            while_gone(server, token, wrong)
            refused = refuse(server, token, given.seconds)
            postgres("start_postgres", cluster)
            seconds = back(server)
            print(f"ready again after {seconds:.1f} s")
            headers = {"Authorization": f"Bearer {token}"}
            expect("my cases afterwards", server.ask("GET", "/api/v1/cases", None, headers).status, 200, wrong)
            # The end is only told when all has gone well for a while. A read of what is personal is a change too.
            for _ in range(40):
                server.ask("GET", "/api/v1/cases", None, headers)
                time.sleep(0.1)
            logged(server, refused, wrong)
            server.stop()
        finally:
            if server.process and server.process.poll() is None:
                server.kill()
            postgres("stop_postgres", cluster)
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
