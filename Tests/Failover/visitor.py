"""Somebody who reads public pages without a pause."""

import contextlib
import http.client
import threading
import time

PAGES = ["/", "/services", "/services/kbcyd", "/api/v1/services/YJS441202001"]


class Visitor(threading.Thread):
    def __init__(self, gateway, until: threading.Event):
        super().__init__(daemon=True)
        self.gateway, self.until = gateway, until

    def run(self):
        while not self.until.is_set():
            for page in PAGES:
                with contextlib.suppress(OSError, http.client.HTTPException):
                    self.gateway.ask("GET", page)
            time.sleep(0.02)
