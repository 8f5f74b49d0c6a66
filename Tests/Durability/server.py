"""A server of our own on the loopback, which may be killed and started again."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

PASSWORD = "minben-demo-2026"


class Answer:
    def __init__(self, status: int, headers, body: bytes):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)


class Server:
    def __init__(self, program: Path, data: Path, database: str | None = None):
        self.program, self.data, self.database = program, data, database
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = None

    def start(self):
        self.launch()
        self.settle()

    def launch(self):
        with open(self.data / "server.log", "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--demo", "--host", "127.0.0.1"]
                + ["--port", str(self.port), "--data", self.data / "district"]
                + (["--database", self.database] if self.database else []),
                stdout=log,
                stderr=log,
            )

    def settle(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if self.ask("GET", "/readyz").status == 200:
                    return
            except (OSError, http.client.HTTPException):
                assert self.process.poll() is None, "the server does not start"
                time.sleep(0.02)
        raise AssertionError("the server is not ready after a minute")

    def kill(self):
        """As if the power failed for this process alone: no handler runs, nothing is flushed."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=30) == 0, "SIGTERM must end with 0"

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def token(self, account: str) -> str:
        body = json.dumps({"account": account, "password": PASSWORD}).encode()
        answer = self.ask("POST", "/api/v1/sessions", body, {"Content-Type": "application/json"})
        assert answer.status == 201, answer.body
        return answer.json["token"]
