#!/usr/bin/env python3
"""The way to PostgreSQL: a server whose name cannot be proved gets nothing, one whose name can is talked to in TLS.

    Tests/Durability/tls.py [--program .build/debug/minben]

It starts a cluster of its own, certified by an authority that lives as long as the test.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from outage import expect, postgres
from server import Server

KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]


def made(folder: Path, name: str, *more: str) -> Path:
    """A certificate, with its key beside it."""
    certificate = folder / f"{name}.crt"
    subprocess.run(
        ["openssl", "req", "-x509", *KEY, "-subj", f"/CN={name}", "-keyout", str(folder / f"{name}.key")]
        + ["-out", str(certificate), *more],
        check=True,
        capture_output=True,
    )
    return certificate


def owned(file: Path, cluster: Path):
    """PostgreSQL reads a key that nobody else can."""
    file.chmod(0o600)
    subprocess.run(["chown", f"--reference={cluster}", str(file)], check=True)


def certified(folder: Path, authority: Path) -> str:
    """The address of a cluster that calls itself localhost and nothing else."""
    cluster = folder / "postgres"
    postgres("start_postgres", cluster)
    postgres("stop_postgres", cluster)
    names = ["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE"]
    signed = made(folder, "localhost", "-CA", str(authority), "-CAkey", str(authority.with_suffix(".key")), *names)
    for file, name in [(signed, "server.crt"), (signed.with_suffix(".key"), "server.key")]:
        owned(file.replace(cluster / name), cluster)
    return postgres("start_postgres", cluster, "ssl=on")


def refused(program: Path, folder: Path, address: str) -> str:
    """What the server says when it ends at once for this address."""
    made = folder / "refused"
    made.mkdir(exist_ok=True)
    ran = subprocess.run(
        [program, "serve", "--port", "0", "--data", made, "--database", address],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return f"{ran.returncode}: {ran.stdout}{ran.stderr}".strip()


def encrypted(port: int) -> int:
    question = "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE ssl AND pid <> pg_backend_pid()"
    command = ["psql", "-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "minben", "-Atc", question]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=Path, default=Path(".build/debug/minben"))
    program, wrong = arguments.parse_args().program.resolve(), []
    with tempfile.TemporaryDirectory(prefix="minben-tls-") as name:
        folder = Path(name)
        authority, stranger = made(folder, "authority"), made(folder, "stranger")
        try:
            port = urlsplit(certified(folder, authority)).port
            address = f"postgres://postgres@%s:{port}/minben?sslmode=verify-full&sslrootcert=%s"
            for what, host, trusted in [
                ("another authority", "localhost", stranger),
                ("another name", "127.0.0.1", authority),
                ("no authority", "localhost", folder / "missing.crt"),
            ]:
                words = refused(program, folder, address % (host, trusted))
                print(f"{what}: {words}")
                expect(f"{what} is refused for the certificate", bool(re.match("(?s)[1-9].*certificate", words)), True, wrong)
            server = Server(program, folder, address % ("localhost", authority))
            server.start()
            expect("/services", server.ask("GET", "/services").status, 200, wrong)
            expect("connections in TLS", encrypted(port) > 0, True, wrong)
            server.stop()
        finally:
            postgres("stop_postgres", folder / "postgres")
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
