"""A server of our own on the loopback."""

import http.client
import json
import os
import socket
import subprocess
import time
from pathlib import Path

import machine

PASSWORD = "minben-demo-2026"
# Machines that measure are not people who type: the limit on writes is not what is measured.
ENVIRONMENT = {"MINBEN_API_WRITES_PER_MINUTE": "100000000"}


class DoesNotStart(Exception):
    pass


class Server:
    """`cluster` is where the database lives when it is not SQLite."""

    def __init__(self, program: Path, data: Path, database: str | None = None, cluster=None):
        self.program, self.data, self.database, self.cluster = program, data, database, cluster
        self.log = data / "server.log"
        self.process, self.port = None, free_port()
        # What it is told besides.
        self.environment = {}

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self) -> float:
        """Seconds until it is ready."""
        self.data.mkdir(parents=True, exist_ok=True)
        command = [self.program, "serve", "--demo", "--host", "127.0.0.1", "--port", str(self.port)]
        command += ["--data", self.data, *(["--database", self.database] if self.database else [])]
        began = time.perf_counter()
        environment = {**os.environ, **ENVIRONMENT, **self.environment}
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
        while time.perf_counter() - began < 300:
            try:
                if self.ask("GET", "/readyz")[0] == 200:
                    return time.perf_counter() - began
            except (OSError, http.client.HTTPException):
                if self.process.poll() is not None:
                    raise DoesNotStart(self.last_words()) from None
                time.sleep(0.002)
        self.stop()
        raise DoesNotStart("it is not ready after five minutes")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def last_words(self) -> str:
        return " ".join(self.log.read_text(errors="replace").split("\n")[-4:]).strip()

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None):
        """Status, headers and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def json(self, method: str, path: str, document=None, token: str | None = None, **headers):
        body = json.dumps(document, ensure_ascii=False).encode() if document is not None else None
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if token:
            headers["Authorization"] = f"Bearer {token}"
        status, _, answer = self.ask(method, path, body, headers)
        return status, json.loads(answer) if answer else None

    def token(self, account: str) -> str:
        status, answer = self.json("POST", "/api/v1/sessions", {"account": account, "password": PASSWORD})
        assert status == 201, f"{account} cannot sign in: {status} {answer}"
        return answer["token"]

    def cpu_seconds(self) -> float:
        own = machine.cpu_seconds(self.process.pid)
        return own + (self.cluster.cpu_seconds() if self.cluster else 0)

    def memory_mb(self, name: str = "VmRSS") -> float:
        return machine.memory_mb(self.process.pid, name)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
