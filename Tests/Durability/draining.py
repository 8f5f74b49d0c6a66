#!/usr/bin/env python3
"""SIGTERM: the node says at once that it is not ready, answers everybody who still comes, and ends with 0.

    Tests/Durability/draining.py [--program .build/debug/minben] [--seconds 2]
"""

import argparse
import http.client
import os
import sys
import tempfile
import time
from pathlib import Path

from outage import expect
from server import Server


def while_draining(server: Server, token: str, wrong: list):
    expect("/readyz while it drains", server.ask("GET", "/readyz").status, 503, wrong)
    for path in ["/healthz", "/", "/services"]:
        expect(f"{path} while it drains", server.ask("GET", path).status, 200, wrong)
    headers = {"Authorization": f"Bearer {token}"}
    expect("my cases while it drains", server.ask("GET", "/api/v1/cases", None, headers).status, 200, wrong)


def refused(server: Server) -> float:
    """Seconds until nobody is let in any more."""
    began = time.monotonic()
    while time.monotonic() - began < 30:
        try:
            server.ask("GET", "/healthz")
        except (OSError, http.client.HTTPException):
            return time.monotonic() - began
        time.sleep(0.02)
    return float("inf")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=Path, default=Path(".build/debug/minben"))
    arguments.add_argument("--seconds", type=int, default=2)
    given = arguments.parse_args()
    os.environ["MINBEN_DRAIN_SECONDS"] = str(given.seconds)
    wrong = []
    with tempfile.TemporaryDirectory(prefix="minben-draining-") as folder:
        server = Server(given.program.resolve(), Path(folder))
        try:
            server.start()
            token = server.token("zhangwei")
            # The few seconds of draining are for answers, and not for making pages for the first time.
            for path in ["/", "/services"]:
                server.ask("GET", path)
            server.process.terminate()
            while server.ask("GET", "/readyz").status == 200:
                time.sleep(0.01)
            while_draining(server, token, wrong)
            print(f"let nobody in after {refused(server):.1f} s")
            expect("the end", server.process.wait(timeout=30), 0, wrong)
        finally:
            if server.process and server.process.poll() is None:
                server.kill()
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
