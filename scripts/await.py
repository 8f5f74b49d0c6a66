"""Waits for a server: await.py URL PID returns 0 once URL answers 200, 1 when the process ends or a minute passes."""

import os
import sys
import time
import urllib.error
import urllib.request

address, process = sys.argv[1], int(sys.argv[2])
deadline = time.monotonic() + 60
while time.monotonic() < deadline:
    try:
        with urllib.request.urlopen(address, timeout=2):
            sys.exit(0)
    except (urllib.error.URLError, OSError):
        pass
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        print("The server ended while it was starting.")
        sys.exit(1)
    time.sleep(0.1)
print("The server was not ready within a minute.")
sys.exit(1)
