"""Three machines with etcd, Patroni and PostgreSQL, configured by the files of Deployment/."""

import http.client
import json
import time
from pathlib import Path

from certificates import Authority
from machine import Machine, run

DEPLOYMENT = Path(__file__).resolve().parents[2] / "Deployment"
TLS = "/etc/patroni/tls"
# As in docs/deployment.md.
FIRST_STEPS = ["CREATE ROLE minben LOGIN PASSWORD '{}'", "CREATE DATABASE minben OWNER minben"]


class Databases:
    def __init__(self, machines: list[Machine], authority: Authority):
        self.machines = machines
        for machine in machines:
            self.configure(machine, authority)

    def configure(self, machine: Machine, authority: Authority):
        machine.write("/etc/patroni/config.yml", (DEPLOYMENT / "patroni.yml").read_text(), "postgres")
        authority.trust(machine, f"{TLS}/ca.crt")
        authority.issue(machine, f"{TLS}/server.crt", f"{TLS}/server.key", "postgres")
        for path, user in [("/var/lib/postgresql", "postgres"), ("/var/lib/etcd", "etcd")]:
            machine.make(path, user, 0o700)
        machine.make("/run/postgresql", "postgres")

    def start(self, machine: Machine):
        machine.boot()
        machine.start(["/usr/bin/etcd"], "etcd", settings_of(machine, "etcd.env"))
        patroni = ["/usr/bin/patroni", "/etc/patroni/config.yml"]
        machine.start(patroni, "postgres", settings_of(machine, "patroni_env.conf"))

    def create(self, password: str):
        """What a person does once: the account and the database, on the primary, as postgres."""
        for statement in FIRST_STEPS:
            run(*self.primary().door("postgres"), "psql", "-c", statement.format(password))

    def switch_over(self):
        """The primary hands over to the machine that has everything."""
        primary = self.primary()
        run(
            *[*primary.door("postgres"), "patronictl", "-c", "/etc/patroni/config.yml"],
            *["switchover", "--master", primary.name, "--force"],
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **settings_of(primary, "patroni_env.conf")},
        )

    def primary(self) -> Machine | None:
        return next((machine for machine in self.machines if answers(machine, "/primary")), None)

    def roles(self) -> dict:
        """Name and role of every member, as whoever answers sees them."""
        for machine in self.machines:
            if body := answers(machine, "/cluster"):
                members = json.loads(body)["members"]
                return {each["name"]: each["role"] for each in members if each["state"] == "running"}
        return {}

    def settle(self, count: int, timeout_seconds: float):
        """Waits for a primary, a second machine that acknowledges, and so many members that run in all."""
        deadline = time.monotonic() + timeout_seconds
        while time.monotonic() < deadline:
            roles = self.roles()
            if {"leader", "sync_standby"} <= set(roles.values()) and len(roles) >= count:
                return
            time.sleep(0.2)
        raise AssertionError(f"the databases do not settle: {self.roles()}")


def settings(file: str) -> dict:
    """A file of environment variables of Deployment/."""
    lines = (DEPLOYMENT / file).read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def settings_of(machine: Machine, file: str) -> dict:
    """What is written there for db1, as this machine has it."""

    def own(name: str, value: str) -> str:
        everybody = name == "ETCD_INITIAL_CLUSTER"
        return value if everybody else value.replace("10.44.0.21", machine.address).replace("db1", machine.name)

    return {name: own(name, value) for name, value in settings(file).items()}


def answers(machine: Machine, path: str) -> bytes | None:
    """What Patroni says there, when it says 200."""
    connection = http.client.HTTPConnection(machine.address, 8008, timeout=1)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        return body if answer.status == 200 else None
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
