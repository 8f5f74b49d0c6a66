"""HTTP/1.1 at the least cost: kept-alive connections, request bytes as they are, one answer at a time.

The driver shares the cores with the server, so what it costs is taken from what it measures.
"""

import asyncio
import re

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
# The server closes a connection that is idle for a minute; one that old is not used again.
IDLE_SECONDS = 30
# Longer than anybody waits: such a call is an error.
TIMEOUT_SECONDS = 60
# When so many calls wait, the server is lost already: more would only measure how many sockets there may be.
WAITING_LIMIT = 2000


class Connection(asyncio.Protocol):
    def __init__(self, client):
        self.client, self.transport, self.waiter = client, None, None
        self.received, self.length, self.used_at = b"", -1, 0.0

    def connection_made(self, transport):
        self.transport = transport

    def send(self, request: bytes) -> asyncio.Future:
        self.waiter = self.client.loop.create_future()
        self.used_at = self.client.loop.time()
        self.received, self.length = b"", -1
        self.transport.write(request)
        return self.waiter

    def data_received(self, data: bytes):
        self.received = received = self.received + data if self.received else data
        if self.length < 0:
            self.length = total_length(received)
        if self.length == 0 and received.endswith(b"0\r\n\r\n") or 0 < self.length <= len(received):
            self.answer(received)

    def answer(self, received: bytes):
        waiter, self.waiter = self.waiter, None
        self.used_at = self.client.loop.time()
        self.client.idle.append(self)
        if waiter and not waiter.done():
            waiter.set_result((int(received[9:12]), received))

    def connection_lost(self, _):
        self.client.open.discard(self)
        if self in self.client.idle:
            self.client.idle.remove(self)
        if self.waiter and not self.waiter.done():
            self.waiter.set_exception(ConnectionError("closed before the answer was complete"))


def total_length(received: bytes) -> int:
    """Bytes of head and body together; 0 when only the last chunk tells, -1 while the head is incomplete."""
    end = received.find(b"\r\n\r\n")
    if end < 0:
        return -1
    head = received[:end]
    length = LENGTH.search(head)
    if length:
        return end + 4 + int(length.group(1))
    return 0 if CHUNKED.search(head) else end + 4


class Client:
    def __init__(self, port: int):
        self.loop = asyncio.get_running_loop()
        self.port, self.idle, self.open, self.connecting = port, [], set(), 0
        self.watch = self.loop.create_task(self.close_what_is_stuck())

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Status and the whole answer; 0 when there is none."""
        try:
            connection = self.free_connection()
            if connection is None:
                if len(self.open) + self.connecting >= WAITING_LIMIT:
                    return 0, b""
                connection = await self.connect()
            return await connection.send(request)
        except OSError:
            return 0, b""

    def free_connection(self):
        # The one used last, so that those which are not needed grow old and are closed.
        while self.idle:
            connection = self.idle.pop()
            if not connection.transport.is_closing():
                if self.loop.time() - connection.used_at < IDLE_SECONDS:
                    return connection
                connection.transport.abort()
        return None

    async def connect(self):
        self.connecting += 1
        try:
            _, connection = await self.loop.create_connection(lambda: Connection(self), "127.0.0.1", self.port)
        finally:
            self.connecting -= 1
        self.open.add(connection)
        return connection

    async def close_what_is_stuck(self):
        while True:
            await asyncio.sleep(1)
            before = self.loop.time() - TIMEOUT_SECONDS
            for connection in [each for each in self.open if each.waiter and each.used_at < before]:
                connection.transport.abort()

    async def close(self):
        self.watch.cancel()
        for connection in list(self.open):
            connection.transport.abort()
        await asyncio.sleep(0)


FORM = "application/x-www-form-urlencoded"


def request(
    method: str, path: str, token: str = "", body: bytes | None = None, headers: str = "", kind: str = "application/json"
) -> bytes:
    """A request, ready to be sent."""
    lines = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}"
    if token:
        lines += f"Authorization: Bearer {token}\r\n"
    if method == "POST" and body is None:
        lines += "Content-Length: 0\r\n"
    if body is not None:
        lines += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    return f"{lines}\r\n".encode() + (body or b"")


def body_of(answer: bytes) -> bytes:
    head, _, body = answer.partition(b"\r\n\r\n")
    return unchunked(body) if CHUNKED.search(head) else body


def unchunked(body: bytes) -> bytes:
    parts = []
    while True:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        if length == 0:
            return b"".join(parts)
        parts.append(body[:length])
        body = body[length + 2 :]
