#!/usr/bin/env python3
"""Measures a running `minben serve --demo` on loopback: home page and POST /api/v1/cases.

    ./run --port 8080 & Benchmarks/run.py http://localhost:8080

Prints requests per second, latencies as wrk gives them, and the server's resident memory. API writes are
limited per account (3,000 a minute), so the load is spread over no account: start the server with
MINBEN_API_WRITES_PER_MINUTE=1000000 to measure submissions.
"""
import json
import os
import subprocess
import sys
import urllib.request

base = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://localhost:8080"


def call(path, body=None, token=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = json.dumps(body).encode() if body is not None else None
    with urllib.request.urlopen(urllib.request.Request(base + path, data, headers)) as answer:
        return json.load(answer)


def sample(field):
    if field.get("options"):
        return field["options"][0]["value"]
    return {
        "identity_number": "441299199302231151", "phone": "13800005678", "boolean": True,
        "division": "441202001", "date": "2026-12-01", "integer": 1, "number": 1, "money": 1,
    }.get(field["kind"], "端州区城东街道古塔中路15号")


def wrk(title, path, *options, env=None):
    print(f"\n== {title}", flush=True)
    command = ["wrk", "-t2", "-c64", "-d10s", "--latency", *options, base + path]
    subprocess.run(command, check=True, env={**os.environ, **(env or {})})


def resident_mb():
    pid = subprocess.check_output(["pgrep", "-f", "minben serve"], text=True).split()[0]
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


token = call("/api/v1/sessions", {"account": "luojiaming", "password": "minben-demo-2026"})["token"]
guide = call("/api/v1/services/residence-permit-endorsement")
form = {field["name"]: sample(field) for field in guide["fields"] if field["required"]}
body = json.dumps({"service": guide["code"], "form": form, "materials": []}, ensure_ascii=False)
print("at rest:", resident_mb(), "MB resident")
wrk("home page", "/")
wrk("home page, gzip", "/", "-H", "Accept-Encoding: gzip")
wrk("service guide", "/services/kbcyd", "-H", "Accept-Encoding: gzip")
wrk(
    "POST /api/v1/cases", "/api/v1/cases", "-s", os.path.join(os.path.dirname(__file__), "submit.lua"),
    env={"MINBEN_TOKEN": token, "MINBEN_BODY": body})
print("after load:", resident_mb(), "MB resident")
