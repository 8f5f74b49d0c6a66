"""Requests that no HTTP library sends: each gets a clear refusal, and costs the server next to nothing."""

import select
import socket
import time
import urllib.parse

import pytest

TWO_GIGABYTES = 2 << 30
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"


@pytest.fixture
def line(base_url):
    address = urllib.parse.urlsplit(base_url)
    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        yield connection


def answer(line) -> str:
    return line.recv(65536).decode("utf-8", "replace").split("\r\n")[0]


@pytest.mark.parametrize(
    "head",
    [
        f"POST /sign-in HTTP/1.1\r\n{FORM}",
        "POST /api/v1/files HTTP/1.1\r\nContent-Disposition: attachment; filename=a.pdf\r\n",
        "POST /no/such/page HTTP/1.1\r\n",
        "GET / HTTP/1.1\r\n",
    ],
)
def test_two_gigabytes_are_answered_at_once_and_not_taken_in(line, head):
    line.sendall(f"{head}Host: x\r\nContent-Length: {TWO_GIGABYTES}\r\n\r\n".encode())
    sent, status, until = 0, "", time.monotonic() + 20
    try:
        while sent < TWO_GIGABYTES and time.monotonic() < until:
            readable, writable, _ = select.select([line], [line], [], 1)
            if readable and not status:
                status = answer(line)
            if writable:
                sent += line.send(b"a" * 65536)
    except (ConnectionError, TimeoutError):
        pass
    assert status and not status.startswith("HTTP/1.1 5")
    assert sent < 256 << 20


@pytest.mark.parametrize(
    "request_text",
    [
        f"POST /sign-in HTTP/1.1\r\nHost: x\r\n{FORM}Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
        "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a" * 100_000 + "\r\n\r\n",
        "GET /services?q=%ff HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /services?q=%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "FOO / HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)
def test_what_is_not_http_or_not_text_is_a_bad_request(line, request_text):
    line.sendall(request_text.encode())
    assert answer(line) == "HTTP/1.1 400 Bad Request"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "CONNECT", "QUERY"])
def test_another_method_is_told_which_ones_there_are(line, method):
    line.sendall(f"{method} /services HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    head = line.recv(65536).decode("utf-8", "replace").split("\r\n\r\n")[0]
    assert head.startswith("HTTP/1.1 405") and "Allow: GET, HEAD" in head


def test_half_a_form_holds_nobody_up(base_url, line):
    address = urllib.parse.urlsplit(base_url)
    slow = [socket.create_connection((address.hostname, address.port)) for _ in range(100)]
    for each in slow:
        each.sendall(f"POST /sign-in HTTP/1.1\r\nHost: x\r\n{FORM}Content-Length: 9\r\n\r\na=".encode())
    line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert answer(line) == "HTTP/1.1 200 OK"
    for each in slow:
        each.close()
