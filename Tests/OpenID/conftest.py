"""A server of its own for programs that sign their visitors in there, and the people who register and visit them."""

import html
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urljoin

import pytest
import requests

PASSWORD = "minben-demo-2026"
PROGRAM = Path(__file__).parents[2] / ".build/debug/minben"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(address: str, process: subprocess.Popen, seconds: int = 120) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if requests.get(address, timeout=2, allow_redirects=False).status_code < 500:
                return
        except requests.RequestException:
            pass
        assert process.poll() is None, f"the server behind {address} ended while it was starting"
        time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def end(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()


@pytest.fixture(scope="session")
def issuer():
    """A demonstration that knows its own address, as programs need it."""
    folder = tempfile.mkdtemp(prefix="minben-openid-")
    address = f"http://127.0.0.1:{free_port()}"
    with open(f"{folder}/server.log", "wb") as log:
        process = subprocess.Popen(
            [str(PROGRAM), "serve", "--demo", "--host", "127.0.0.1", "--port", address.rsplit(":", 1)[1],
             "--data", f"{folder}/data"],
            env=os.environ | {"MINBEN_PUBLIC_URL": address, "MINBEN_DRAIN_SECONDS": "0"}, stdout=log, stderr=log,
        )
    try:
        wait_for(f"{address}/readyz", process)
        yield address
    finally:
        end(process)
        shutil.rmtree(folder, ignore_errors=True)


class Person:
    """Somebody with a browser that runs no scripts, and their account."""

    def __init__(self, site: str):
        self.site = site
        self.http = requests.Session()
        self.page: requests.Response | None = None

    def go(self, address: str) -> requests.Response:
        """Opens a page, and goes on where it says so by itself."""
        self.page = self.http.get(urljoin(self.site, address), timeout=30)
        onward = self.page.headers.get("Refresh", "")
        return self.go(onward.removeprefix("0; url=")) if onward.startswith("0; url=") else self.page

    def submit(self, action: str, stay: bool = False, **fields) -> requests.Response:
        """Sends the form of the open page that leads to `action`."""
        forms = re.findall(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', self.page.text, re.S)
        inside = next(inner for path, inner in forms if html.unescape(path) == action)
        hidden = re.findall(r'name="(_csrf|next|request)" value="([^"]*)"', inside)
        form = {name: html.unescape(value) for name, value in hidden} | fields
        self.page = self.http.post(
            urljoin(self.site, action), data=form, timeout=30, allow_redirects=not stay,
        )
        onward = self.page.headers.get("Refresh", "")
        return self.go(onward.removeprefix("0; url=")) if onward.startswith("0; url=") else self.page

    def sign_in(self, account: str) -> requests.Response:
        """On the sign-in page, which is opened unless a program has led there."""
        if self.page is None or "/sign-in" not in self.page.url:
            self.go("/sign-in")
        return self.submit("/sign-in", account=account, password=PASSWORD)

    def sign_in_for(self, address: str, account: str) -> str:
        """Goes where a program sends its visitors, signs in, agrees, and says where that leads."""
        self.go(address)
        self.sign_in(account)
        if "/openid/consent" in self.page.text:
            self.submit("/openid/consent", stay=True, answer="yes")
            return self.page.headers["Location"]
        return self.page.url


@dataclass
class Registration:
    """What the administrator gives to whoever runs the program."""

    client_id: str
    secret: str


@pytest.fixture(scope="session")
def register(issuer):
    """Takes a program in: `register("智慧停车", "http://127.0.0.1:1/callback")`."""
    sysadmin, secadmin = Person(issuer), Person(issuer)
    sysadmin.sign_in("sysadmin")
    secadmin.sign_in("secadmin")

    def registered(name: str, redirect: str, **more) -> Registration:
        sysadmin.go("/desk/openid-clients/new")
        fields = {
            "name": name, "organ": "zjj", "kind": "confidential", "redirect_uris": redirect, "algorithm": "RS256",
            "scopes": ["openid", "profile", "phone", "offline_access"], "reason": "测试",
        }
        sysadmin.submit("/desk/openid-clients", **(fields | more))
        assert sysadmin.page.url.endswith("/desk/openid-clients"), sysadmin.page.text
        secadmin.go("/desk/openid-clients")
        secadmin.submit(re.search(r'action="([^"]+/approval)"', secadmin.page.text)[1])
        sysadmin.go("/desk/openid-clients")
        page = re.search(rf'href="([^"]+/registered/\d+)"[^>]*>{name}<', sysadmin.page.text)[1]
        sysadmin.go(page)
        sysadmin.submit(f"{page}/secret")
        secret = re.search(r'id="client-secret">([^<]+)<', sysadmin.page.text)[1]
        return Registration(re.search(r"minben-\d+", sysadmin.page.text)[0], secret)

    return registered


@pytest.fixture
def person(issuer):
    return Person(issuer)


@pytest.fixture
def listener():
    """Hears what is posted to a program: `listener.address`, and `listener.wait()` for the next form."""
    heard: list[dict] = []
    arrived = threading.Event()

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self):
            heard.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            # The first time it is busy: whoever tells it must try again.
            self.send_response(503 if len(heard) == 1 else 200)
            self.end_headers()
            if len(heard) > 1:
                arrived.set()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Ear)
    server.heard = heard
    server.arrived = arrived
    server.address = f"http://127.0.0.1:{server.server_address[1]}/logged-out"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
