"""The gateway, with a note of every request that was not answered as it should be."""

import http.client
import time

from server import Answer, Server


class Watched:
    def __init__(self, gateway):
        self.gateway, self.failed, self.answered, self.slowest_seconds = gateway, [], 0, 0.0

    def ask(self, method: str, path: str, *rest, **named) -> Answer:
        began = time.monotonic()
        try:
            answer = self.gateway.ask(method, path, *rest, **named)
        except (OSError, http.client.HTTPException) as error:
            self.failed.append(f"{method} {path}: {error!r}")
            raise
        finally:
            self.slowest_seconds = max(self.slowest_seconds, time.monotonic() - began)
        if answer.status >= 500:
            self.failed.append(f"{method} {path}: {answer.status}")
        self.answered += 1
        return answer

    token = Server.token
