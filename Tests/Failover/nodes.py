"""Minben on machines of their own, all on one database and one folder of files."""

import http.client
import signal
import subprocess
import time
from pathlib import Path

from certificates import Authority
from databases import DEPLOYMENT, settings
from machine import Machine


class Node:
    def __init__(self, machine: Machine, program: Path, files: Path, gateway: str, password: str):
        self.machine, self.program = machine, program
        self.configure(DEPLOYMENT / "minben.yaml")
        # What several nodes of a real town mount from a file server.
        machine.mounts[files] = "/var/lib/minben"
        machine.make("/var/lib/minben")
        self.environment = settings("secrets.env") | {
            "PGPASSWORD": password, "MINBEN_HOST": machine.address, "MINBEN_TRUSTED_PROXIES": gateway,
            "MINBEN_DEMO": "true",
        }  # fmt: skip
        self.process: subprocess.Popen | None = None

    def configure(self, settings_file: Path):
        self.machine.write("/etc/minben/minben.yaml", settings_file.read_text())

    def trust(self, authority: Authority):
        authority.trust(self.machine, "/etc/minben/ca.crt")

    def start(self):
        if not self.machine.holder:
            self.machine.boot()
        # As whoever built it: nobody else need be able to read it.
        self.process = self.machine.start(
            [self.program, "serve", "--config", "/etc/minben/minben.yaml"],
            self.program.owner(),
            self.environment,
        )

    def stop(self, timeout_seconds: float = 30) -> int:
        """As systemd would: SIGTERM, then it must end by itself."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout_seconds)

    def status(self, path: str) -> int | None:
        connection = http.client.HTTPConnection(self.machine.address, 8080, timeout=2)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def settle(self, timeout_seconds: float = 120):
        deadline = time.monotonic() + timeout_seconds
        while time.monotonic() < deadline:
            assert self.process.poll() is None, f"{self.machine.name} ended with {self.process.returncode}"
            if self.status("/readyz") == 200:
                return
            time.sleep(0.1)
        raise AssertionError(f"{self.machine.name} is not ready: {self.status('/readyz')}")
