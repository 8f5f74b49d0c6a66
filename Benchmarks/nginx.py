"""An nginx of our own that serves the same bytes as files, and wrk, which loads it and the server alike."""

import json
import subprocess
import time
from pathlib import Path

import machine
from server import free_port

CONNECTIONS = 64
LATENCY_SCRIPT = Path(__file__).with_name("latency.lua")
CONFIGURATION = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes auto;
{user}
events {{ worker_connections 4096; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000000;
    open_file_cache max=100;
    gzip_static on;
    default_type text/html;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{ listen 127.0.0.1:{port}; root {folder}/pages; }}
}}
"""


class Nginx:
    def __init__(self, folder: Path):
        self.folder, self.port = folder, free_port()
        self.pages = folder / "pages"
        self.pages.mkdir(parents=True, exist_ok=True)
        # Whoever starts it may read the folder; the user it would otherwise change to may not.
        user = "user root;" if machine.is_root() else ""
        configuration = folder / "nginx.conf"
        configuration.write_text(CONFIGURATION.format(folder=folder, port=self.port, user=user))
        self.process = subprocess.Popen(["nginx", "-p", folder, "-c", configuration], stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        assert self.process.poll() is None, "nginx does not start"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)

    def put(self, name: str, plain: bytes, gzipped: bytes):
        (self.pages / name).write_bytes(plain)
        (self.pages / f"{name}.gz").write_bytes(gzipped)

    def cpu_seconds(self) -> float:
        return machine.family_cpu_seconds(self.process.pid)


def load(port: int, path: str, seconds: float) -> dict:
    """Requests, seconds, errors and percentiles in milliseconds, with keep-alive and gzip."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", "-s", LATENCY_SCRIPT]
    command += ["-H", "Accept-Encoding: gzip", f"http://127.0.0.1:{port}{path}"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60, check=True)
    return json.loads(run.stdout.splitlines()[-1])
